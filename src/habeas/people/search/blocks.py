"""Names brought together by what two of their parts sound like, of any number of names."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from habeas.people.comparison.folds import fold_sounds
from habeas.people.comparison.spelling import spell
from habeas.people.search.keys import word_keys

_HALF = 32
_WHOLE = 40
"""Names of one block up to which each is a candidate of every other."""


def sounding_alike(
    names: Sequence[str], owners: NDArray[np.int64], nearest: int
) -> NDArray[np.int64]:
    """Pairs of names of different owners of which two parts sound alike, or one's only part.

    Args:
        names: Owners have one or several.
        owners: Of each name.
        nearest: In a large block, with how many that follow it by its sounds a name is paired.

    Returns:
        Places of the names, shape (N, 2); some more than once.
    """
    # A block and its entry in one number, so that the many there are sorted where they stand.
    codes = array("Q")
    sounds = [sound_in_order(name) for name in names]
    ordered = np.array(sorted(range(len(names)), key=sounds.__getitem__), dtype=np.int64)
    del sounds
    for at, entry in enumerate(ordered.tolist()):
        for block in _blocks_of(names[entry]):
            codes.append(block << _HALF | at)
    found = [np.zeros((0, 2), dtype=np.int64)]
    for one, other in _together(codes, nearest):
        pairs = np.stack([ordered[one], ordered[other]], axis=1)
        found.append(pairs[owners[pairs[:, 0]] != owners[pairs[:, 1]]])
    return np.concatenate(found)


def sound_in_order(name: str) -> str:
    """The sounds of the parts of a name, run together in order of the alphabet."""
    return fold_sounds("".join(sorted(spell(name).readings[0])))


def _together(
    codes: array[int], nearest: int
) -> Iterator[tuple[NDArray[np.uint32], NDArray[np.uint32]]]:
    """Entries of one block that stand so and so far apart in it, for each such distance."""
    if not codes:
        return
    ordered = np.frombuffer(codes, dtype=np.uint64)
    ordered.sort()
    blocks = (ordered >> np.uint64(_HALF)).astype(np.uint32)
    entries = ordered.astype(np.uint32)
    starts = np.flatnonzero(np.concatenate(([True], blocks[1:] != blocks[:-1])))
    sizes = np.diff(np.append(starts, len(blocks)))
    reach = np.repeat(np.where(sizes > _WHOLE, nearest, _WHOLE), sizes)
    for distance in range(1, max(_WHOLE, nearest + 1)):
        same = (blocks[:-distance] == blocks[distance:]) & (reach[:-distance] >= distance)
        first = np.flatnonzero(same)
        yield entries[first], entries[first + distance]


def _blocks_of(name: str) -> set[int]:
    parts = word_keys(name)
    if len(parts) == 1:
        return set(parts[0])
    return {
        crc32(f"{min(pair)} {max(pair)}".encode())
        for one, other in combinations(parts, 2)
        for pair in product(one, other)
    }
