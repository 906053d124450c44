"""Weigh two persons: the name, what else is told of them, and the sum in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from functools import lru_cache

import numpy as np

from habeas.model.people import Evidence, PersonMatch
from habeas.people.evidence.commonness import Commonness, parts_of_all
from habeas.people.evidence.comparing import Compared, compare_pairs, reaching
from habeas.people.evidence.crowd import Crowd, Places
from habeas.people.evidence.explaining import explained
from habeas.people.evidence.naming import NameScale, NearestNames
from habeas.people.evidence.particulars import Particulars
from habeas.people.evidence.pieces import Scale, pieces_of
from habeas.people.evidence.sieve import Sieve
from habeas.people.evidence.weights import weight_table

_BATCH = 20_000
_KEPT = 1024
_FEW = 100
"""Pairs up to which weighing each is faster than finding out which are worth it."""


class Scales:
    """Weighs pairs of the people at hand, who are folded and counted once."""

    def __init__(self, people: Mapping[str, Particulars] | Crowd) -> None:
        """Take the people at hand.

        Args:
            people: What is told of each, by id. All of them count for what is common,
                whether or not they are weighed.
        """
        crowd = people if isinstance(people, Crowd) else Crowd(people.items())
        self._crowd = crowd
        self._commonness = crowd.commonness
        # Those who are weighed one after the other are met again and again.
        self._folded = lru_cache(maxsize=_KEPT)(crowd.folded)
        self._parts = lru_cache(maxsize=_KEPT)(lambda place: parts_of_all(crowd.names[place]))

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
        found = []
        for start in range(0, len(pairs), _BATCH):
            some = pairs[start : start + _BATCH]
            left, right = (self._places([pair[side] for pair in some]) for side in (0, 1))
            found += self._weighed(self._compared(left, right, least), least)
        return found

    def matches(self, left: Places, right: Places, least: float) -> tuple[PersonMatch, ...]:
        """Those of so few pairs that they are held in memory which reach a score, explained.

        Args:
            left, right: Places of persons in the crowd.
            least: The score, above 0.
        """
        compared = self._compared(left, right, least)
        return explained(self._weighed(compared, least), compared.settled)

    def weigh_known(self, pair: tuple[str, str], names: NearestNames | None) -> PersonMatch:
        """Weigh one pair whose names were compared before; None where one has no name."""
        left, right = map(self._crowd.place_of.__getitem__, pair)
        return self._weigh(left, right, names)

    def _places(self, ids: Sequence[str]) -> Places:
        place_of = self._crowd.place_of
        return np.fromiter((place_of[key] for key in ids), dtype=np.int64, count=len(ids))

    def _compared(self, left: Places, right: Places, least: float) -> Compared:
        if least <= 0 or len(left) <= _FEW:
            return compare_pairs(self._crowd, left, right)
        sieve = Sieve(self._crowd, Scale(commonness=self._commonness), least)
        return reaching(sieve, self._crowd, left, right)

    def _weighed(self, compared: Compared, least: float) -> list[PersonMatch]:
        matches = (
            self._weigh(left, right, self._nearest(left, right, names))
            for left, right, names in compared.pairs()
        )
        return [match for match in matches if match.score >= least]

    def _nearest(self, left: int, right: int, names: Sequence[NearestNames]) -> NearestNames | None:
        """The spellings that say most; None where one of the two has no name."""
        if len(names) < 2:
            return names[0] if names else None
        return self._name_scale(left, right).weightiest(names)

    def _name_scale(self, left: int, right: int) -> NameScale:
        bearers = (self._parts(left), self._parts(right))
        return NameScale(commonness=self._commonness, bearers=bearers)

    def _weigh(self, left: int, right: int, names: NearestNames | None) -> PersonMatch:
        pair = (self._crowd.ids[left], self._crowd.ids[right])
        scale = Scale(commonness=self._commonness)
        told = list(pieces_of(self._folded(left), self._folded(right), scale))
        if names is None:
            told.append(scale.weigh(("name", "untold"), ("", "")))
            return _add_up(pair, told, 0.0, weight_table().ceiling)
        start = weight_table().rows["start", "searched"]
        told += self._name_scale(left, right).evidence(names)
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
