"""Weigh two persons: the name, what else is told of them, and the sum in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from functools import lru_cache
from itertools import product

from habeas.model.people import Evidence, PersonMatch
from habeas.people.comparison import compare_many
from habeas.people.evidence.commonness import Commonness, commonness_of, parts_of_all
from habeas.people.evidence.folded import fold
from habeas.people.evidence.naming import NameScale, NearestNames
from habeas.people.evidence.particulars import Particulars
from habeas.people.evidence.pieces import Scale, most_bits, pieces_of
from habeas.people.evidence.weights import weight_table

_BATCH = 20_000
_KEPT = 20_000


class Scales:
    """Weighs pairs of the people at hand, who are folded and counted once."""

    def __init__(self, people: Mapping[str, Particulars]) -> None:
        """Take the people at hand.

        Args:
            people: What is told of each, by id. All of them count for what is common,
                whether or not they are weighed.
        """
        self._people = people
        # Of very many people a few are kept folded: those who are weighed one after the other.
        self._folded = lru_cache(maxsize=_KEPT)(lambda key: fold(people[key]))
        self._parts = lru_cache(maxsize=_KEPT)(lambda key: parts_of_all(people[key].names))
        self._commonness = commonness_of((people[key], self._folded(key)) for key in people)

    @property
    def commonness(self) -> Commonness:
        """What the people at hand share."""
        return self._commonness

    def with_commonness(self, commonness: Commonness) -> Scales:
        """The same people, weighed by what is common among more than them."""
        scales = copy(self)
        scales._commonness = commonness
        return scales

    def weigh(self, pairs: Sequence[tuple[str, str]], least: float = 0.0) -> list[PersonMatch]:
        """Weigh pairs of ids against each other.

        Symmetric but for the sides of what is returned, and the same whatever other
        pairs are weighed along with it.

        Args:
            pairs: Of ids.
            least: Least score of those returned.

        Returns:
            One match a pair, in order; with no least score those that come out as different too.
        """
        batches = (pairs[start : start + _BATCH] for start in range(0, len(pairs), _BATCH))
        return [match for batch in batches for match in self.weigh_batch(batch, least)]

    def weigh_batch(self, pairs: Sequence[tuple[str, str]], least: float) -> list[PersonMatch]:
        """The same of so few pairs that all of them are held in memory."""
        names = self._nearest_names(pairs)
        weighed = (
            self.weigh_known(*each)
            for each in zip(pairs, names, strict=True)
            if least == 0 or self._can_be(*each, least)
        )
        return [match for match in weighed if match.score >= least]

    def sharers(self) -> dict[tuple[str, str], list[str]]:
        """Who shares a value: field and key → ids, for finding whom to weigh.

        Sex is left out, which half of all people share; a birth has a key where one day
        is told.
        """
        found: dict[tuple[str, str], list[str]] = {}
        for key in self._people:
            for value in self._folded(key).rare_values():
                found.setdefault(value, []).append(key)
        return found

    def _nearest_names(self, pairs: Sequence[tuple[str, str]]) -> list[NearestNames | None]:
        """For each pair the spellings that say most; None where one of the two has no name."""
        spelled = [
            list(product(self._people[left].names, self._people[right].names))
            for left, right in pairs
        ]
        flat = [names for several in spelled for names in several]
        scores = iter(compare_many([a for a, _ in flat], [b for _, b in flat]).tolist())
        found: list[NearestNames | None] = []
        for pair, several in zip(pairs, spelled, strict=True):
            compared = [
                NearestNames(left=left, right=right, probability=next(scores))
                for left, right in several
            ]
            alone = len(compared) == 1
            found.append(compared[0] if alone else self._name_scale(pair).weightiest(compared))
        return found

    def _name_scale(self, pair: tuple[str, str]) -> NameScale:
        left, right = (self._parts(key) for key in pair)
        return NameScale(commonness=self._commonness, bearers=(left, right))

    def _can_be(self, pair: tuple[str, str], names: NearestNames | None, least: float) -> bool:
        """False where two persons cannot reach a score, whatever is told of them besides."""
        if names is None:
            return True
        start = weight_table().rows["start", "searched"].bits
        own = sum(piece.weight for piece in self._name_scale(pair).evidence(names))
        most = start + own + most_bits(self._folded(pair[0]), self._folded(pair[1]))
        return round(1 / (1 + 2**-most), 4) >= least

    def weigh_known(self, pair: tuple[str, str], names: NearestNames | None) -> PersonMatch:
        """Weigh one pair whose names were compared before; None where one has no name."""
        left, right = pair
        scale = Scale(commonness=self._commonness)
        told = list(pieces_of(self._folded(left), self._folded(right), scale))
        if names is None:
            told.append(scale.weigh(("name", "untold"), ("", "")))
            return _add_up(pair, told, 0.0, weight_table().ceiling)
        start = weight_table().rows["start", "searched"]
        told += self._name_scale(pair).evidence(names)
        return _add_up(pair, told, start.bits, 1.0)


def _add_up(
    pair: tuple[str, str], evidence: Sequence[Evidence], start: float, ceiling: float
) -> PersonMatch:
    total = start + sum(piece.weight for piece in evidence)
    score = min(ceiling, round(1 / (1 + 2**-total), 4))
    weightiest = sorted(evidence, key=lambda piece: (-abs(piece.weight), piece.field))
    return PersonMatch(
        left=pair[0],
        right=pair[1],
        score=score,
        band=weight_table().band(score),
        evidence=tuple(weightiest),
    )
