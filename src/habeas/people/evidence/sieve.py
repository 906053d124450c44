"""Which of many pairs of persons can reach a score at all, told without weighing them.

Nothing is lost: what is reckoned here is never less than what a pair comes to once it is weighed.
"""

from __future__ import annotations

from math import inf, log2

import numpy as np
from numpy.typing import NDArray

from habeas.people.evidence.crowd import Column, Crowd, Places, folded_of
from habeas.people.evidence.pieces import COMPARED_FIELDS, Scale, most_bits
from habeas.people.evidence.weights import weight_table

type Bits = NDArray[np.float64]

_SLACK = 1e-6
"""Bits by which sums can differ that are added up in another order, and more."""

_ROUNDED = 1e-4
"""What rounding can add to a score, and more."""


class Sieve:
    """Says of pairs of a crowd what they come to at most."""

    def __init__(self, crowd: Crowd, scale: Scale, least: float) -> None:
        """Take those at hand, how they are weighed, and the least score asked for, above 0."""
        exact = least - _ROUNDED
        self._least = log2(exact / (1 - exact)) - _SLACK if exact > 0 else -inf
        self._crowd = crowd
        self._scale = scale

    def by_facts(self, left: Places, right: Places) -> Bits:
        """The most that everything but the names says for pairs.

        Args:
            left, right: Places of the persons.

        Returns:
            In bits; -inf where the score cannot be reached, whatever the names say.
        """
        columns = [(field, self._crowd.columns[field]) for field in COMPARED_FIELDS]
        needed = self._least - self._most_of_names(left, right)
        most = np.zeros(len(left))
        for field, column in columns:
            most[_told_of_both(column, left, right)] += most_bits(field)
        most[most < needed] = -inf
        for field, column in columns:
            at = np.flatnonzero(_told_of_both(column, left, right) & (most > -inf))
            most[at] += self._weights(field, left[at], right[at]) - most_bits(field)
            most[at[most[at] < needed[at]]] = -inf
        return most

    def by_names(self, facts: Bits, names: Bits) -> NDArray[np.bool_]:
        """Which pairs can still reach the score.

        Args:
            facts: As `by_facts` gives it, of pairs in which both have a name.
            names: The most that their names say, in bits.
        """
        start = weight_table().rows["start", "searched"].bits
        reached: NDArray[np.bool_] = facts + start + names >= self._least
        return reached

    def _most_of_names(self, left: Places, right: Places) -> Bits:
        """The most that names can say; where one has none, what that says."""
        rows = weight_table().rows
        named = self._crowd.is_named[left] & self._crowd.is_named[right]
        alike = rows["start", "searched"].bits + rows["name", "alike"].bits
        return np.where(named, alike, rows["name", "untold"].bits)

    def _weights(self, field: str, left: Places, right: Places) -> Bits:
        """What one field says of pairs; every two values that are told are compared once."""
        column = self._crowd.columns[field]
        both = column.numbers[left].astype(np.int64) * len(column) + column.numbers[right]
        codes, inverse = np.unique(both, return_inverse=True)
        pairs = [divmod(code, len(column)) for code in codes.tolist()]
        told = {
            number: folded_of({field: column.told(number)})
            for number in {number for pair in pairs for number in pair}
        }
        compare = COMPARED_FIELDS[field]
        weights = [
            sum(piece.weight for piece in compare(told[one], told[other], self._scale))
            for one, other in pairs
        ]
        return np.array(weights, dtype=np.float64)[inverse]


def _told_of_both(column: Column, left: Places, right: Places) -> NDArray[np.bool_]:
    return (column.numbers[left] > 0) & (column.numbers[right] > 0)
