"""All voices of one frame: those of its clause, of its noun, of the quotation it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from habeas.claims.english.attributions import Speech
from habeas.claims.english.frames import Form, Frame
from habeas.claims.english.grammar import antecedent
from habeas.claims.english.lexicon import english
from habeas.claims.english.speakers import (
    Voice,
    demanding_voice,
    find_voices,
    governing_verb,
    is_background,
    nominal_voice,
    saying_voice,
    told_by,
)


def voices_of(frame: Frame, speeches: Sequence[Speech]) -> list[Voice]:
    """The voices that tell a frame, innermost first; empty where the report itself does.

    Args:
        frame: The frame.
        speeches: The quotations of its text and who speaks them.
    """
    voices = find_voices(frame.clause)
    if frame.teller is not None:
        voices = [told_by(frame.teller, frame.clause), *voices]
    if frame.form is Form.NOUN:
        governor, _ = governing_verb(frame.trigger)
        own = nominal_voice(governor)
        if is_background(frame.trigger):
            own, voices = None, []
        voices = ([own] if own is not None else []) + [
            v for v in voices if own is None or v.verb.i != own.verb.i
        ]
    return _quoted_in(frame.clause, voices, speeches)


def _quoted_in(clause: Token, voices: list[Voice], speeches: Sequence[Speech]) -> list[Voice]:
    """The voices of a clause and, where it stands in a quotation, who speaks that, last.

    Args:
        clause: The clause.
        voices: Its voices by its own sentence, innermost first.
        speeches: The quotations of its text.
    """
    speech = next((s for s in speeches if s.start <= clause.i < s.end), None)
    if speech is None or any(v.verb.i == speech.cue.i for v in voices):
        return voices
    if any(not speech.start <= v.verb.i < speech.end for v in voices):
        return voices
    return [*voices, saying_voice(antecedent(speech.source), speech.cue)]


def with_demander(verb: Token, voices: list[Voice]) -> list[Voice]:
    """The one who asks speaks first; "must be freed" is asked by whoever speaks."""
    if verb.lemma_.lower() not in english().words["demanding"] | {"ask", "want", "beg", "tell"}:
        return voices
    own = demanding_voice(verb)
    if own is not None and not any(v.head.i == own.head.i for v in voices):
        return [own, *voices]
    return voices
