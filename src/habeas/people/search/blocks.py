"""Names brought together by what two of their parts sound like, of any number of names."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from itertools import combinations, product
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from habeas.people.comparison.folds import fold_sounds
from habeas.people.comparison.spelling import spell
from habeas.people.search.keys import word_keys

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
    blocks, entries = array("I"), array("I")
    for at, (owner, name) in enumerate(names):
        owners.append(owner)
        sounds.append(fold_sounds("".join(sorted(spell(name).readings[0]))))
        for block in _blocks_of(name):
            blocks.append(block)
            entries.append(at)
    for together in _together(np.array(blocks), np.array(entries)):
        reach = len(together)
        if reach > _WHOLE:
            together.sort(key=lambda entry: (sounds[entry], entry))
            reach = nearest
        for n, entry in enumerate(together):
            for other in together[n + 1 : n + 1 + reach]:
                if owners[entry] != owners[other]:
                    yield owners[entry], owners[other]


def _together(blocks: NDArray[np.uint32], entries: NDArray[np.uint32]) -> Iterator[list[int]]:
    """Entries of each block that has several, ascending; blocks in order of their numbers."""
    order = np.argsort(blocks, kind="stable")
    blocks, entries = blocks[order], entries[order]
    del order
    starts = np.flatnonzero(np.diff(blocks, prepend=blocks[:1] + 1))
    ends = np.append(starts[1:], len(blocks))
    several = ends - starts > 1
    for start, end in zip(starts[several].tolist(), ends[several].tolist(), strict=True):
        yield entries[start:end].tolist()


def _blocks_of(name: str) -> set[int]:
    parts = word_keys(name)
    if len(parts) == 1:
        return set(parts[0])
    return {
        crc32(f"{min(pair)} {max(pair)}".encode())
        for one, other in combinations(parts, 2)
        for pair in product(one, other)
    }
