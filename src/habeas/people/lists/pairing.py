"""Which rows of two lists go together, one to one, and where a person must look."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2

LEAD = 1.0
"""Bits by which a pair must lead over every rival to be a clear best: twice the odds."""

MOST_RIVALS = 5
"""Undecided pairs kept of one row, the likeliest."""

_SURE = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Two rows that may be one person.

    Attributes:
        left, right: Places in their lists, from 0.
        score: 0 to 1.
        can_be_clear: False where a person must look, however far it leads.
    """

    left: int
    right: int
    score: float
    can_be_clear: bool

    @property
    def bits(self) -> float:
        """The odds, as a power of two."""
        kept = min(max(self.score, _SURE), 1 - _SURE)
        return log2(kept / (1 - kept))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """What became of the candidates.

    Attributes:
        clear: Pairs that go together; no row stands in two of them. By place.
        undecided: Pairs that a person must look at, by place on the left, likeliest first.
    """

    clear: tuple[Candidate, ...]
    undecided: tuple[Candidate, ...]


def pair_rows(candidates: Iterable[Candidate]) -> Pairing:
    """Give each row at most one row of the other list, where one is clearly the best.

    A pair is clear where it is the likeliest of both its rows and leads over every
    rival that is still free by `LEAD`; what it takes is no rival any more, and the
    rest is asked again until nothing is clear. A rival of a row that was taken stays
    undecided where it could have been clear, so that a second row for
    the same person is seen; below that it is let go.

    Args:
        candidates: Pairs worth a look, in any order, each pair once.

    Returns:
        The same whatever the order, and the mirror image where the sides change.
    """
    ranked = sorted(candidates, key=lambda each: (-each.score, each.left, each.right))
    taken_left: dict[int, Candidate] = {}
    taken_right: dict[int, Candidate] = {}
    while found := _clear(_free(ranked, taken_left, taken_right)):
        taken_left |= {each.left: each for each in found}
        taken_right |= {each.right: each for each in found}
    clear = set(taken_left.values())
    undecided = [
        each
        for each in ranked
        if each not in clear
        and (each.can_be_clear or (each.left not in taken_left and each.right not in taken_right))
    ]
    return Pairing(
        clear=tuple(sorted(clear, key=lambda each: each.left)),
        undecided=tuple(_nearest(undecided)),
    )


def _free(
    ranked: Sequence[Candidate], left: Mapping[int, Candidate], right: Mapping[int, Candidate]
) -> list[Candidate]:
    return [each for each in ranked if each.left not in left and each.right not in right]


def _clear(free: Sequence[Candidate]) -> list[Candidate]:
    """Pairs that lead on both sides; `free` is ranked."""
    of_left: dict[int, list[Candidate]] = defaultdict(list)
    of_right: dict[int, list[Candidate]] = defaultdict(list)
    for each in free:
        of_left[each.left].append(each)
        of_right[each.right].append(each)
    return [
        each
        for each in free
        if each.can_be_clear
        and _leads(each, of_left[each.left])
        and _leads(each, of_right[each.right])
    ]


def _leads(one: Candidate, ranked: Sequence[Candidate]) -> bool:
    if ranked[0] is not one:
        return False
    return len(ranked) == 1 or one.bits - ranked[1].bits >= LEAD


def _nearest(ranked: Iterable[Candidate]) -> list[Candidate]:
    """The likeliest few of each row, on both sides."""
    kept = []
    of_left: dict[int, int] = defaultdict(int)
    of_right: dict[int, int] = defaultdict(int)
    for each in ranked:
        if min(of_left[each.left], of_right[each.right]) < MOST_RIVALS:
            of_left[each.left] += 1
            of_right[each.right] += 1
            kept.append(each)
    return sorted(kept, key=lambda each: (each.left, -each.score, each.right))
