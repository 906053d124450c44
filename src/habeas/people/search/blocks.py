"""Names brought together by what two of their parts sound like, of any number of names."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from habeas.people.comparison.folds import fold_sounds
from habeas.people.comparison.spelling import spell
from habeas.people.search.keys import word_keys

_HALF = 32
_AT_ONCE = 1 << 15
_LOW = np.uint64((1 << _HALF) - 1)
_WHOLE = 40
"""Names of one block up to which each is a candidate of every other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What names sound like.

    Attributes:
        sounds: Of each name, its parts in order of the alphabet.
        blocks: A number for each block and each name in it: the block, then the name's place.
    """

    sounds: list[str]
    blocks: array[int]


def hear(names: Iterable[str]) -> Heard:
    """Read names; each is read once, and nothing is kept but what it sounds like."""
    heard = Heard(sounds=[], blocks=array("Q"))
    for at, name in enumerate(names):
        heard.sounds.append(sound_in_order(name))
        heard.blocks.extend(block << _HALF | at for block in _blocks_of(name))
    return heard


def sounding_alike(
    heard: Heard, order: NDArray[np.int64], nearest: int
) -> Iterator[NDArray[np.int64]]:
    """Pairs of names of which two parts sound alike, or the only part of either.

    Args:
        heard: What the names sound like; its blocks are put in another order.
        order: The places of the names by sound.
        nearest: In a large block, with how many that follow it in this order a name is paired.

    Returns:
        Places of the names, shape (N, 2), some pairs at a time; some more than once.
    """
    ordered = np.asarray(heard.blocks, dtype=np.uint64)
    number = np.argsort(order).astype(np.uint64)
    for start in range(0, len(ordered), _AT_ONCE):
        part = ordered[start : start + _AT_ONCE]
        part[:] = (part & ~_LOW) | number[part & _LOW]
    # A block and its entry are one number, so that the many there are sorted where they stand.
    ordered.sort()
    blocks = (ordered >> np.uint64(_HALF)).astype(np.uint32)
    starts = np.flatnonzero(np.diff(blocks, prepend=blocks[:1] + 1))
    sizes = np.diff(starts, append=len(blocks))
    reach = np.repeat(np.where(sizes > _WHOLE, nearest, _WHOLE).astype(np.uint8), sizes)
    for distance in range(1, max(_WHOLE, nearest + 1)):
        same = (blocks[:-distance] == blocks[distance:]) & (reach[:-distance] >= distance)
        found = np.flatnonzero(same)
        for start in range(0, len(found), _AT_ONCE):
            first = found[start : start + _AT_ONCE]
            pairs = np.stack([ordered[first], ordered[first + distance]], axis=1) & _LOW
            yield order[pairs.astype(np.int64)]


def sound_in_order(name: str) -> str:
    """The sounds of the parts of a name, run together in order of the alphabet."""
    return fold_sounds("".join(sorted(spell(name).readings[0])))


def _blocks_of(name: str) -> set[int]:
    parts = word_keys(name)
    if len(parts) == 1:
        return set(parts[0])
    return {
        crc32(f"{min(pair)} {max(pair)}".encode())
        for one, other in combinations(parts, 2)
        for pair in product(one, other)
    }
