"""The names of many pairs of persons, compared where the pair can still come to something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from habeas.people.comparison.compare import WORTH_A_LOOK, Settled, likelihoods, settle
from habeas.people.evidence.crowd import Crowd, Places
from habeas.people.evidence.naming import NearestNames, most_bits_of_names
from habeas.people.evidence.sieve import Sieve


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelled:
    """Pairs of spellings, those of one pair of persons together.

    Attributes:
        owner: Which pair of persons each belongs to, ascending.
        left, right: Numbers of the spellings.
        likely: How likely the two are one name, before any veto.
    """

    owner: Places
    left: Places
    right: Places
    likely: NDArray[np.float64]

    def of(self, owners: NDArray[np.bool_]) -> Spelled:
        """Those of some of the pairs of persons."""
        kept = owners[self.owner]
        return Spelled(
            owner=(np.cumsum(owners) - 1)[self.owner[kept]],
            left=self.left[kept],
            right=self.right[kept],
            likely=self.likely[kept],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Pairs of persons and what all their spellings come to.

    Attributes:
        left, right: Places of the persons.
        names: Of each pair its spellings, none where one of the two has no name.
        settled: What was found of pairs of spellings that are worth a look.
    """

    left: Places
    right: Places
    names: list[list[NearestNames]]
    settled: dict[tuple[str, str], Settled]

    def pairs(self) -> Iterator[tuple[int, int, list[NearestNames]]]:
        """Each pair with its spellings."""
        return zip(self.left.tolist(), self.right.tolist(), self.names, strict=True)


def compare_pairs(crowd: Crowd, left: Places, right: Places) -> Compared:
    """Compare all spellings of all pairs.

    Args:
        crowd: Everybody at hand.
        left, right: Places of the persons.
    """
    return _settled(crowd, left, right, _likely(crowd, left, right))


def reaching(sieve: Sieve, crowd: Crowd, left: Places, right: Places) -> Compared:
    """The same of those pairs that can reach a score, in order; of others as little as tells so.

    Args:
        sieve: Knows the score.
        crowd, left, right: As for `compare_pairs`.
    """
    facts = sieve.by_facts(left, right)
    kept = facts > -np.inf
    facts, left, right = facts[kept], left[kept], right[kept]
    spelled = _likely(crowd, left, right)
    one_word = crowd.has_one_word
    of_one_word = one_word[spelled.left] | one_word[spelled.right]
    most = np.full(len(left), -np.inf)
    np.maximum.at(most, spelled.owner, most_bits_of_names(spelled.likely, of_one_word))
    kept = sieve.by_names(facts, most) | (most == -np.inf)
    return _settled(crowd, left[kept], right[kept], spelled.of(kept))


def _likely(crowd: Crowd, left: Places, right: Places) -> Spelled:
    """All pairs of spellings of pairs of persons."""
    first = crowd.first_spelled
    each = first[right + 1] - first[right]
    counts = (first[left + 1] - first[left]) * each
    owner = np.repeat(np.arange(len(left)), counts)
    number = np.arange(len(owner)) - (np.cumsum(counts) - counts)[owner]
    one = first[left[owner]] + number // each[owner]
    other = first[right[owner]] + number % each[owner]
    names = crowd.spelled
    likely = likelihoods([names[at] for at in one.tolist()], [names[at] for at in other.tolist()])
    return Spelled(owner=owner, left=one, right=other, likely=likely)


def _settled(crowd: Crowd, left: Places, right: Places, spelled: Spelled) -> Compared:
    names: list[list[NearestNames]] = [[] for _ in range(len(left))]
    settled: dict[tuple[str, str], Settled] = {}
    rows = (spelled.owner, spelled.left, spelled.right, spelled.likely)
    for owner, at, other, likely in zip(*(row.tolist() for row in rows), strict=True):
        pair = crowd.spelled[at], crowd.spelled[other]
        probability = likely
        if likely >= WORTH_A_LOOK:
            settled[pair] = settle(likely, *pair)
            probability = settled[pair].probability
        nearest = NearestNames(left=pair[0], right=pair[1], probability=probability)
        names[owner].append(nearest)
    return Compared(left=left, right=right, names=names, settled=settled)
