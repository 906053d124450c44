"""What the names of two persons say about their being one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import log2

import numpy as np
from numpy.typing import NDArray

from habeas.model.people import Evidence
from habeas.people.comparison import compare_many
from habeas.people.comparison.alignment import words_of
from habeas.people.comparison.likeness import part_likeness
from habeas.people.evidence.commonness import Commonness
from habeas.people.evidence.weights import weight_table
from habeas.people.names.scripts import script_of

_CERTAIN = 1e-6
_ONE_NAME = 0.5
_TOLD_NAMESAKES = 0.5
_LIKE_A_PART = 0.84
_SHORTEST = 5
_ROUNDED = 0.01
# Scripts that write a name without spaces, so that one word may be a full name.
_UNSPACED = frozenset({"Hani", "Jpan", "Kana", "Hira", "Hang", "Mymr", "Thai", "Khmr", "Laoo"})

type Bearers = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class NearestNames:
    """A spelling of either of two persons, and how likely the two are one name.

    Attributes:
        left, right: The spellings.
        probability: As `compare_many` gives it.
    """

    left: str
    right: str
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NameScale:
    """Weighs the names of one pair of persons.

    Attributes:
        commonness: Of the people at hand.
        bearers: The parts of all names of either person.
    """

    commonness: Commonness
    bearers: Bearers

    def weightiest(self, names: Iterable[NearestNames]) -> NearestNames | None:
        """The spellings that say most for one person, so that one more never lowers it."""
        return max(names, key=self._order, default=None)

    def evidence(self, names: NearestNames) -> list[Evidence]:
        """What the names say, and how much of that their commonness takes back."""
        outcome, bits, common, others = self._bits(names)
        left, right = names.left, names.right
        if outcome == "part" and len(left) > len(right):
            left, right = right, left
        outcomes = [(outcome, bits, left, right)]
        if common:
            outcomes.append(("common", common, f"{others:,.0f}", ""))
        rows = weight_table().rows
        return [
            Evidence(
                field="name",
                left=names.left,
                right=names.right,
                weight=round(weight, 2),
                sentence=rows["name", outcome].sentence.format(left=left, right=right),
            )
            for outcome, weight, left, right in outcomes
        ]

    def _order(self, names: NearestNames) -> tuple[float, float, list[str]]:
        _, bits, common, _ = self._bits(names)
        # Ties are broken without regard to sides, so that weighing is symmetric.
        spelled = sorted((names.left, names.right))
        return round(bits, 2) + round(common, 2), names.probability, spelled

    def _bits(self, names: NearestNames) -> tuple[str, float, float, float]:
        """Outcome, its bits, bits that commonness takes back, expected namesakes."""
        rows = weight_table().rows
        each = (names.left, names.right)
        sure = min(max(names.probability, _CERTAIN), 1 - _CERTAIN)
        bits = log2(sure / (1 - sure)) - rows["start", "searched"].bits
        bits = min(max(bits, rows["name", "unlike"].bits), rows["name", "alike"].bits)
        outcome = "alike" if names.probability >= _ONE_NAME else "unlike"
        part = _one_part(*each)
        if part is not None:
            outcome = "part" if part.is_family_name else "unlike"
            bits = rows["name", "part"].bits if part.is_family_name else min(bits, 0.0)
            each = (part.word, part.word)
        if bits <= 0:
            return outcome, bits, 0.0, 0.0
        others = max(self.commonness.namesakes(name, self.bearers) for name in each)
        if others < _TOLD_NAMESAKES:
            return outcome, bits, 0.0, others
        return outcome, bits, max(rows["name", "common"].bits, -log2(1 + others)), others


def most_bits_of_names(
    likelihoods: NDArray[np.float64], of_one_word: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """The most that pairs of names can say for one person, however rare they are.

    Args:
        likelihoods: That the two are one name, before any veto.
        of_one_word: True where one of the two is a single word.
    """
    rows = weight_table().rows
    sure = np.clip(likelihoods, _CERTAIN, 1 - _CERTAIN)
    bits = np.log2(sure / (1 - sure)) - rows["start", "searched"].bits
    bits = np.clip(bits, rows["name", "unlike"].bits, rows["name", "alike"].bits)
    part = np.where(of_one_word, rows["name", "part"].bits, -np.inf)
    most: NDArray[np.float64] = np.maximum(bits, part) + _ROUNDED
    return most


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A single word that is compared with a full name."""

    word: str
    is_family_name: bool


@lru_cache(maxsize=16_384)
def _one_part(one: str, other: str) -> _Part | None:
    """Which of two names is one word beside a full name, and whether that ends in it.

    None where both are full names or both one word, where the script sets no spaces, or
    where the word is the full name run together.
    """
    short, full = sorted((words_of(one), words_of(other)), key=len)
    if len(short) != 1 or len(full) < 2 or script_of(short[0]) in _UNSPACED:
        return None
    word, last = short[0], full[-1]
    together = "".join(full)
    is_as_long = len(word) >= _LIKE_A_PART * len(together)
    if is_as_long and part_likeness(word, together) >= _LIKE_A_PART:
        return None
    is_like = len(word) >= _SHORTEST and part_likeness(word, last) >= _LIKE_A_PART
    # The comparison keeps a husband's form of a name from a wife's.
    is_family_name = is_like and bool(compare_many([word], [last])[0] >= _ONE_NAME)
    return _Part(word=word, is_family_name=is_family_name)
