"""What the names of two persons say about their being one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import log2

from habeas.model.people import Evidence
from habeas.people.evidence.commonness import Commonness
from habeas.people.evidence.weights import weight_table

_CERTAIN = 1e-6
_ONE_NAME = 0.5
_TOLD_NAMESAKES = 0.5

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
        bits, common, others = self._bits(names)
        is_one = names.probability >= _ONE_NAME
        outcomes = [("alike" if is_one else "unlike", bits, names.left, names.right)]
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
        bits, common, _ = self._bits(names)
        # Ties are broken without regard to sides, so that weighing is symmetric.
        spelled = sorted((names.left, names.right))
        return round(bits, 2) + round(common, 2), names.probability, spelled

    def _bits(self, names: NearestNames) -> tuple[float, float, float]:
        """Bits of the name, bits its commonness takes back, expected namesakes."""
        rows = weight_table().rows
        sure = min(max(names.probability, _CERTAIN), 1 - _CERTAIN)
        bits = log2(sure / (1 - sure)) - rows["start", "searched"].bits
        bits = min(max(bits, rows["name", "unlike"].bits), rows["name", "alike"].bits)
        if bits <= 0:
            return bits, 0.0, 0.0
        each = (names.left, names.right)
        others = max(self.commonness.namesakes(name, self.bearers) for name in each)
        if others < _TOLD_NAMESAKES:
            return bits, 0.0, others
        return bits, max(rows["name", "common"].bits, -log2(1 + others)), others
