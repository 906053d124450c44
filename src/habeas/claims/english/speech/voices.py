"""All voices of one frame: those of its clause, of its noun, of the quotation it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from habeas.claims.english.acts.demands import asker_of
from habeas.claims.english.acts.frames import Form, Frame
from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import antecedent, coordinated, is_negated, subject
from habeas.claims.english.people.people import is_human
from habeas.claims.english.speech.attributions import Speech
from habeas.claims.english.speech.indirect import speaking_on
from habeas.claims.english.speech.speakers import (
    demanding_voice,
    find_voices,
    governing_verb,
    is_background,
    is_pronoun,
    nominal_voice,
    told_by,
)
from habeas.claims.english.speech.voice import Voice, behind_source, is_speech, saying_voice


def voices_of(frame: Frame, speeches: Sequence[Speech]) -> list[Voice]:
    """The voices that tell a frame, innermost first; empty where the report itself does.

    Args:
        frame: The frame.
        speeches: The quotations of its text and who speaks them.
    """
    voices = find_voices(frame.clause)
    if frame.teller is not None:
        voices = [told_by(frame.teller, frame.clause), *voices]
    if frame.words is not None and not voices:
        voices = _spoken_around(frame)
    if frame.form is Form.NOUN:
        governor, _ = governing_verb(frame.trigger)
        own = nominal_voice(governor)
        if is_background(frame.trigger):
            own, voices = None, []
        voices = ([own] if own is not None else []) + [
            v for v in voices if own is None or v.verb.i != own.verb.i
        ]
    voices = _quoted_in(frame.clause, voices, speeches)
    if not voices and (spoke := speaking_on(frame)) is not None:
        voices = [spoke]
    return [one for v in voices for one in joint(v)]


def _spoken_around(frame: Frame) -> list[Voice]:
    """ "Forty-three, he says, all of them students": who says a sentence without another verb."""
    verb = frame.clause
    who = subject(verb) if is_speech(verb) else None
    return [saying_voice(who, verb)] if who is not None and not is_negated(verb) else []


def joint(voice: Voice) -> list[Voice]:
    """A voice for each who speaks together ("the police and the ministry"), the last first.

    "The lawyer and activist Ana Sol" is one person; a report or footage beside
    somebody who speaks is nobody.
    """
    heads = coordinated(voice.head)
    if len(heads) == 1 or is_pronoun(voice.head):
        return [voice]
    last = heads[-1]
    if not _has_own_article(last) and last.pos_ in ("NOUN", "PROPN") and _is_a_role(heads[0]):
        named = last.ent_type_ == "PERSON"
        return [replace(voice, head=last) if named else voice]
    speaking = [h for h in heads if h.lemma_.lower() not in english().attribution["sources"]]
    told = speaking or [voice.head]
    return [replace(voice, head=behind_source(h)) for h in reversed(told)]


def _has_own_article(noun: Token) -> bool:
    return any(t.dep_ in ("det", "poss", "nummod") for t in noun.children)


def _is_a_role(noun: Token) -> bool:
    """ "lawyer", "the singer": what one person is, not a body nor several people."""
    return noun.pos_ == "NOUN" and noun.tag_ == "NN" and is_human(noun)


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
    words = english().words
    if verb.pos_ == "NOUN":
        who = asker_of(verb)
        own = saying_voice(antecedent(who), verb) if who is not None else None
    elif verb.lemma_.lower() in words["demanding"] | words["asking_to"] | words["asking_for"]:
        own = demanding_voice(verb)
    else:
        return voices
    if own is not None and not any(v.head.i == own.head.i for v in voices):
        return [*joint(own), *voices]
    return voices
