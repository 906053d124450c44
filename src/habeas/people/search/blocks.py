"""Names brought together by what two of their parts sound like, of any number of names."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from itertools import combinations, product
from zlib import crc32

import numpy as np

from habeas.people.comparison.folds import fold_sounds
from habeas.people.comparison.spelling import spell
from habeas.people.search.keys import word_keys

_HALF = 32
_LOW = (1 << _HALF) - 1
_WHOLE = 40
"""Names of one block up to which each is a candidate of every other."""


def sounding_alike[Owner](
    names: Iterable[tuple[Owner, str]], nearest: int
) -> Iterator[tuple[Owner, Owner]]:
    """Pairs of owners with names of which two parts sound alike, or the only part of either.

    Args:
        names: Owners, each with a name; one may have many.
        nearest: In a large block, with how many that follow it by its sounds a name is paired.

    Returns:
        Pairs of different owners, some of them more than once.
    """
    owners: list[Owner] = []
    sounds: list[str] = []
    # A block and its entry in one number, so that the many there are sorted where they stand.
    codes = array("Q")
    for at, (owner, name) in enumerate(names):
        owners.append(owner)
        sounds.append(sound_in_order(name))
        for block in _blocks_of(name):
            codes.append(block << _HALF | at)
    for together in _together(codes):
        reach = len(together)
        if reach > _WHOLE:
            together.sort(key=lambda entry: (sounds[entry], entry))
            reach = nearest
        for n, entry in enumerate(together):
            for other in together[n + 1 : n + 1 + reach]:
                if owners[entry] != owners[other]:
                    yield owners[entry], owners[other]


def sound_in_order(name: str) -> str:
    """The sounds of the parts of a name, run together in order of the alphabet."""
    return fold_sounds("".join(sorted(spell(name).readings[0])))


def _together(codes: array[int]) -> Iterator[list[int]]:
    """Entries of each block that has several, ascending; blocks in order of their numbers."""
    if not codes:
        return
    ordered = np.frombuffer(codes, dtype=np.uint64)
    ordered.sort()
    blocks = np.empty(len(ordered), dtype=np.uint32)
    np.right_shift(ordered, np.uint64(_HALF), out=blocks, casting="unsafe")
    starts = np.flatnonzero(np.concatenate(([True], blocks[1:] != blocks[:-1])))
    del blocks
    ends = np.append(starts[1:], len(ordered))
    several = ends - starts > 1
    for start, end in zip(starts[several].tolist(), ends[several].tolist(), strict=True):
        yield (ordered[start:end] & np.uint64(_LOW)).tolist()


def _blocks_of(name: str) -> set[int]:
    parts = word_keys(name)
    if len(parts) == 1:
        return set(parts[0])
    return {
        crc32(f"{min(pair)} {max(pair)}".encode())
        for one, other in combinations(parts, 2)
        for pair in product(one, other)
    }
