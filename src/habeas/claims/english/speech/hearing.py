"""Who has been heard in a text so far, for the pronouns after: "she said", "they added"."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice

from spacy.tokens import Span

from habeas.claims.english.parse.grammar import coordinated, is_verb, subject
from habeas.claims.english.parse.trees import words_of
from habeas.claims.english.people.people import is_participant
from habeas.claims.english.speech.speakers import find_voices, is_pronoun, read_speaker
from habeas.claims.english.speech.voice import Voice
from habeas.model.claims import Speaker, SpeakerKind, Stance

_REMEMBERED = 200
"""Speakers, and sentences, that a pronoun can point back over."""


class Heard:
    """Those who have spoken, in the order of the text.

    Most sentences are never asked who speaks in them: that is found out, once, where a
    pronoun after them needs to know.
    """

    def __init__(self) -> None:
        """Start with nobody."""
        self._told: deque[Span | Sequence[Speaker]] = deque(maxlen=_REMEMBERED)

    def add(self, speakers: Sequence[Speaker]) -> None:
        """Add the speakers of a claim, outermost first."""
        self._told.append(speakers)

    def listen(self, sentence: Span) -> None:
        """Add whoever speaks in a sentence."""
        self._told.append(sentence)

    def latest_first(self) -> Iterator[Speaker]:
        """Those who spoke, the last first."""
        return islice(self._all(), _REMEMBERED)

    def _all(self) -> Iterator[Speaker]:
        for at in range(len(self._told) - 1, -1, -1):
            told = self._told[at]
            if isinstance(told, Span):
                told = self._told[at] = speakers_in(told)
            yield from reversed(told)


def speakers_in(sentence: Span) -> list[Speaker]:
    """Who speaks in a sentence, also where it makes no claim."""
    said = [t for t in words_of(sentence) if t.dep_ in ("ccomp", "parataxis")]
    voices = [v for t in said for v in find_voices(t)]
    speakers = [read_speaker(v) for v in voices if not is_pronoun(v.head)]
    who = subject(sentence.root) if is_verb(sentence.root) else None
    if who is not None:
        # "Singer and activist Ana Sol": one person, named last.
        who = next((t for t in coordinated(who) if t.ent_type_ == "PERSON"), who)
    if not speakers and who is not None and not is_pronoun(who):
        acting = read_speaker(Voice(head=who, cue="", stance=Stance.REPORTED, verb=who))
        if is_participant(who) or acting.kind is not SpeakerKind.UNKNOWN:
            speakers.append(acting)
    return speakers
