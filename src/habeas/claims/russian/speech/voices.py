"""A voice: who is given the floor in a sentence, and which of its words they speak."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from habeas.claims.russian.lexicon import word_list
from habeas.model.claims import Speaker, Stance

PRONOUNS = word_list("speech", "voices.pronouns")
OURSELVES = frozenset({"я", "мы", "наш", "мой", "нас", "нам"})


class Reach(StrEnum):
    """Which words a voice speaks."""

    AROUND = "around"
    AFTER = "after"
    CLAUSE = "clause"
    BEFORE_SENTENCE = "before-sentence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One voice of a sentence.

    Attributes:
        speaker: Who; the name is empty for a pronoun.
        pronoun: The pronoun that stands for them, or "".
        stance: What the cue does to the stance of what is said.
        first, last: Places of the words that give them the floor, inclusive.
        reach: Which words they speak.
        place: Place of the word of saying.
        is_denied: True where the saying itself is negated.
        is_apart: True where it is set against what was said before: "а X говорит".
        teller: Who they told it, where that is another outlet, or None.
    """

    speaker: Speaker
    pronoun: str
    stance: Stance
    first: int
    last: int
    reach: Reach
    place: int
    is_denied: bool = False
    is_apart: bool = False
    teller: Speaker | None = None

    @property
    def places(self) -> frozenset[int]:
        """Places of the words that belong to no claim."""
        if self.reach is Reach.CLAUSE:
            return frozenset()
        return frozenset(range(self.first, self.last + 1))
