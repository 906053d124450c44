"""Names brought together by what two of their parts sound like, of any number of names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, groupby, product
from zlib import crc32

import numpy as np

from habeas.people.comparison.folds import fold_sounds
from habeas.people.comparison.spelling import spell
from habeas.people.search.keys import word_keys

_WHOLE = 40
"""Names of one block up to which each is a candidate of every other."""


def sounding_alike(names: Iterable[tuple[str, str]], nearest: int) -> Iterator[tuple[str, str]]:
    """Pairs of ids with names of which two parts sound alike, or the only part of either.

    Args:
        names: Ids, each with a name; an id may have many.
        nearest: In a large block, with how many that follow it by its sounds a name is paired.

    Returns:
        Pairs of different ids, some of them more than once.
    """
    owners: list[str] = []
    sounds: list[str] = []
    blocks, entries = list[int](), list[int]()
    for at, (owner, name) in enumerate(names):
        owners.append(owner)
        sounds.append(fold_sounds("".join(sorted(spell(name).readings[0]))))
        for block in _blocks_of(name):
            blocks.append(block)
            entries.append(at)
    order = np.lexsort((np.array(entries), np.array(blocks, dtype=np.uint32)))
    places = ((blocks[n], entries[n]) for n in order.tolist())
    for _, group in groupby(places, key=lambda pair: pair[0]):
        together = [entry for _, entry in group]
        reach = len(together)
        if reach > _WHOLE:
            together.sort(key=lambda entry: (sounds[entry], entry))
            reach = nearest
        for n, entry in enumerate(together):
            for other in together[n + 1 : n + 1 + reach]:
                if owners[entry] != owners[other]:
                    yield owners[entry], owners[other]


def _blocks_of(name: str) -> set[int]:
    parts = word_keys(name)
    if len(parts) == 1:
        return set(parts[0])
    return {
        crc32(f"{min(pair)} {max(pair)}".encode())
        for one, other in combinations(parts, 2)
        for pair in product(one, other)
    }
