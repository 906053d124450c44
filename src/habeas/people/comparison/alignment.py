"""Which part of one name stands for which part of another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from habeas.model.people import PartPair
from habeas.people.comparison.likeness import part_likeness
from habeas.people.comparison.part_facts import facts_of
from habeas.people.names.cleaning import clean_name

MOST_PARTS = 8
"""Parts of a name that are aligned; the rest of a longer name is left out."""

MOST_CHARACTERS = 200
"""Characters of a name that are read, so that no input is slow."""

LEAST_LIKENESS = 0.55
"""Least likeness at which one part is taken for another while others are free."""

LEAST_RUN_TOGETHER = 0.88
"""Least likeness at which one part is taken for several, written apart."""

_MOST_RUN_TOGETHER = 4
# Scripts that write a whole name without a space.
_UNSPACED = frozenset({"Hani", "Jpan", "Kana", "Hang", "Mymr", "Thai", "Khmr", "Laoo"})
_SPACES = re.compile(r"[\s·•・=＝,،、;/_]+")
_AROUND = "\"'“”„«»‘’()[]{}<>!?*#|~^"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bond:
    """Parts `left[0]` up to `left[1]`, exclusive, against those of the right name."""

    left: tuple[int, int]
    right: tuple[int, int]
    likeness: float

    @property
    def rank(self) -> tuple[float, int, int, tuple[int, int], tuple[int, int]]:
        """Most alike first; then the bond of more parts; then parts in the same place."""
        (i, i_end), (j, j_end) = self.left, self.right
        parts = i_end - i + j_end - j
        return (-self.likeness, -parts, abs(i - j), self.left, self.right)

    @property
    def flipped(self) -> _Bond:
        return _Bond(left=self.right, right=self.left, likeness=self.likeness)


@lru_cache(maxsize=16_384)
def words_of(name: str) -> tuple[str, ...]:
    """The parts of a name in order, cleaned; a hyphen or a dot does not part them.

    >>> words_of("KALESNIKAVA, Maria")
    ('KALESNIKAVA', 'Maria')
    """
    cleaned = clean_name(name).text[:MOST_CHARACTERS]
    found = (word.strip(_AROUND) for word in _SPACES.split(cleaned))
    return tuple(word for word in found if any(c.isalnum() for c in word))[:MOST_PARTS]


def align_parts(left: str, right: str) -> tuple[PartPair, ...]:
    """Pair the parts of two names, the most alike first; each part stands once.

    One part may stand for up to four that are written apart (Abdulrahman, Abdul Rahman;
    许志永, Xu Zhiyong), in their order or with the last of them first. Where a single
    part is left on each side the two are set against each other, however unlike.

    Returns:
        Pairs in order of the left name; the same pairs, turned, if the names change sides.
    """
    # Aligned in one order of the two names, so that ties fall the same way from both sides.
    if left > right:
        one, other = words_of(right), words_of(left)
        bonds = [bond.flipped for bond in _bonds(one, other)]
        one, other = other, one
    else:
        one, other = words_of(left), words_of(right)
        bonds = _bonds(one, other)
    return tuple(
        PartPair(
            left=" ".join(one[slice(*bond.left)]),
            right=" ".join(other[slice(*bond.right)]),
            likeness=bond.likeness,
        )
        for bond in sorted(bonds, key=lambda b: b.left)
    )


def unpaired(name: str, sides: tuple[str, ...]) -> tuple[str, ...]:
    """Parts of a name that stand in no pair, in order.

    Args:
        name: One of the two names that were aligned.
        sides: What the pairs hold of it.
    """
    taken = [word for side in sides for word in side.split()]
    left = []
    for word in words_of(name):
        if word in taken:
            taken.remove(word)
        else:
            left.append(word)
    return tuple(left)


def _bonds(one: tuple[str, ...], other: tuple[str, ...]) -> list[_Bond]:
    if whole := _whole_names(one, other):
        return whole
    singles = [
        _Bond(left=(i, i + 1), right=(j, j + 1), likeness=part_likeness(a, b))
        for i, a in enumerate(one)
        for j, b in enumerate(other)
    ]
    likely = [bond for bond in singles if bond.likeness >= LEAST_LIKENESS]
    chosen = _choose(likely)
    # Nothing can be run together where every part has its like.
    is_done = 0 < len(one) == len(other) == len(chosen)
    if not is_done or min(bond.likeness for bond in chosen) < LEAST_RUN_TOGETHER:
        runs = [*_runs(one, other), *(bond.flipped for bond in _runs(other, one))]
        chosen = _choose([*likely, *runs]) if runs else chosen
    free_left = set(range(len(one))).difference(*(range(*bond.left) for bond in chosen))
    free_right = set(range(len(other))).difference(*(range(*bond.right) for bond in chosen))
    if len(free_left) == len(free_right) == 1:
        at = (free_left.pop(), free_right.pop())
        chosen += [bond for bond in singles if (bond.left[0], bond.right[0]) == at]
    return chosen


def _choose(likely: list[_Bond]) -> list[_Bond]:
    """The best bonds, no part in two of them."""
    chosen: list[_Bond] = []
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    for bond in sorted(likely, key=lambda b: b.rank):
        left, right = range(*bond.left), range(*bond.right)
        if taken_left.isdisjoint(left) and taken_right.isdisjoint(right):
            taken_left.update(left)
            taken_right.update(right)
            chosen.append(bond)
    return chosen


def _runs(one: tuple[str, ...], other: tuple[str, ...]) -> Iterator[_Bond]:
    """One part against several neighbours of the other name."""
    lengths = [len(facts_of(word).latin) for word in other]
    for i, word in enumerate(one):
        length = len(facts_of(word).latin)
        for j in range(len(other)):
            for end in range(j + 2, min(j + _MOST_RUN_TOGETHER, len(other)) + 1):
                # Neighbours much longer or shorter cannot be the same letters.
                if not 0.75 * length <= sum(lengths[j:end]) <= 1.3 * length:
                    continue
                likeness = _run_likeness(word, other[j:end])
                if likeness >= LEAST_RUN_TOGETHER:
                    yield _Bond(left=(i, i + 1), right=(j, end), likeness=likeness)


def _whole_names(one: tuple[str, ...], other: tuple[str, ...]) -> list[_Bond]:
    """A name of one part that writes no spaces against a whole name that does."""
    ends = (len(one), len(other))
    if min(ends) != 1 or not 1 < max(ends) <= _MOST_RUN_TOGETHER:
        return []
    whole, apart = (one[0], other) if ends[0] == 1 else (other[0], one)
    if facts_of(whole).script not in _UNSPACED:
        return []
    likeness = _run_likeness(whole, apart)
    return [_Bond(left=(0, ends[0]), right=(0, ends[1]), likeness=likeness)]


def _run_likeness(word: str, apart: tuple[str, ...]) -> float:
    in_order = part_likeness(word, "".join(apart))
    last_first = part_likeness(word, "".join((apart[-1], *apart[:-1])))
    return max(in_order, last_first)
