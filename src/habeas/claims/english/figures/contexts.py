"""What a count without an act of its own counts: what was asked, headed or told before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Span

from habeas.claims.english.acts.acts import find_frames
from habeas.claims.english.acts.frames import Frame
from habeas.claims.english.acts.membership import participles
from habeas.claims.english.lexicon import english
from habeas.claims.english.parse.grammar import is_verb, subject
from habeas.claims.english.parse.inflection import surface_forms
from habeas.claims.english.parse.trees import (
    asks_a_question,
    lowers_of,
    neighbour,
    sentence_of,
    words_of,
)
from habeas.model.claims import FREEING, Act, Claim

_FARTHEST = 3
"""Sentences after a count or a question in which a bare number still answers to it."""
_THREE_DIGITS = 3
"""Length from which a number in digits numbers no section."""
_LONGEST_HEADING = 6
_BLANKS = 6
_OF_PEOPLE = FREEING | {Act.HOLD, Act.ARREST, Act.SENTENCE}
_ACTS = (Act.RELEASE, Act.PARDON, Act.ARREST, Act.SENTENCE, Act.HOLD)
_FREE = frozenset({"free", "out", "home", "freed", "released"})
_HELD = frozenset({"inside", "held", "there", "in"})


@dataclass(slots=True, kw_only=True)
class Context:
    """What the sentences before one were about; grows as a text is read.

    Attributes:
        topic: The act last asked about or headed; None before the first.
        told: How many claims there were when it was.
        asked: True where a question asked about it.
        age: Sentences since a count, a question or a heading.
    """

    topic: Act | None = None
    told: int = 0
    asked: bool = False
    age: int = _FARTHEST + 1

    def note(self, sentence: Span, claims: Sequence[Claim]) -> None:
        """Take in a sentence that was read, with all claims so far."""
        asks = asks_a_question(sentence)
        act = _act_asked(sentence) if asks else _act_headed(sentence)
        self.age += 1
        if asks or act is not None:
            self.topic, self.told, self.asked, self.age = act, len(claims), asks, 0
        if any(c.count is not None for c in claims[self._seen :]):
            self.age = 0
        self._seen = len(claims)

    _seen: int = 0

    def settle(self, frame: Frame, claims: Sequence[Claim]) -> Frame | None:
        """The frame with the act asked about, where it has none; None where it rests on nothing.

        Args:
            frame: A frame of the sentence after those noted.
            claims: All claims so far.
        """
        asked = _act_asked_in(frame) if frame.restates else None
        if asked is not None:
            return replace(frame, act=asked, restates=False)
        if frame.rests and self.age > _FARTHEST:
            return None
        if _is_a_numbering(frame) and not (self.asked and self.age == 0):
            return None
        if not frame.restates:
            return frame
        counted = any(c.count is not None for c in claims[self.told :])
        if self.topic is not None and not counted:
            return replace(frame, act=self.topic, restates=False)
        if frame.rests and self.asked and not counted:
            return None  # the question asked for something else
        return frame


def _is_a_numbering(frame: Frame) -> bool:
    """ "3." before a heading: a short number in digits and nothing else."""
    if frame.words is None or len(frame.words) > 1:
        return False
    return frame.words.text.isdigit() and len(frame.words.text) < _THREE_DIGITS


def _act_asked(sentence: Span) -> Act | None:
    frames = (f for f in find_frames(sentence) if f.act in _OF_PEOPLE and not f.restates)
    return next((f.act for f in frames), None) or _act_of_words(sentence)


def _act_asked_in(frame: Frame) -> Act | None:
    """ "Asked how many had been arrested, the minister said 12": what that sentence asks."""
    doc, end = frame.trigger.doc, frame.trigger.i
    for token in doc[sentence_of(frame.trigger).start : end]:
        if token.lower_ == "how" and neighbour(token, 1).lower_ in ("many", "large"):
            return _act_of_words(doc[token.i : end])
    return None


def _act_headed(sentence: Span) -> Act | None:
    """The act of a heading within the text: "Releases", "Arrests in March:"."""
    short = len(words_of(sentence)) <= _LONGEST_HEADING + _BLANKS
    if not short and not lowers_of(sentence) & _nouns_of_acts():
        return None
    words = [t for t in words_of(sentence) if not t.is_space]
    who = subject(sentence.root) if is_verb(sentence.root) else None
    if who is not None and who.tag_ == "NNS" and not any(t.like_num for t in words):
        told = next((a for a in _ACTS if who.lemma_ in english().acts[a].nouns), None)
        return Act.ARREST if who.lemma_ == "detention" else told  # "Releases have been few."
    if not words or len(words) > _LONGEST_HEADING or words[-1].text in ".!":
        return None
    alone = sentence.end == len(sentence.doc) or "\n" in sentence.text_with_ws
    if not alone or any(t.like_num for t in words):
        return None
    return _act_of_words(sentence)


@cache
def _nouns_of_acts() -> frozenset[str]:
    """The plurals of the nouns of acts, as they can stand in a text."""
    nouns = {noun for act in _ACTS for noun in english().acts[act].nouns} | {"detention"}
    return surface_forms(nouns)


def _act_of_words(sentence: Span) -> Act | None:
    words = english().words
    for token in words_of(sentence):
        low, lemma = token.lower_, token.lemma_.lower()
        for act in _ACTS:
            if low in participles(act) or lemma in english().acts[act].nouns:
                return act
        if lemma in words["captives"] or lemma in words["detention"]:
            return Act.HOLD
    said = {t.lower_ for t in words_of(sentence)}
    if said & _FREE:
        return Act.RELEASE
    still = said & {"still", "remain", "left", "inside"}
    return Act.HOLD if still and said & _HELD else None
