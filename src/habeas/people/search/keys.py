"""Keys by which spellings of one name meet exactly."""

from __future__ import annotations

from zlib import crc32

from habeas.people.comparison.folds import fold_sounds
from habeas.people.comparison.spelling import Spelling


def keys_of(spelling: Spelling) -> frozenset[int]:
    """Numbers that two spellings share if they differ only in order, in spaces or in scheme.

    Of all words as written, by alphabet; of the sounds of each reading, by alphabet and
    run together. None for a name without a letter.
    """
    keys = {_number("w", sorted(spelling.words))}
    for reading in spelling.readings:
        keys.add(_number("s", sorted(map(fold_sounds, reading))))
        keys.add(_number("j", [fold_sounds("".join(reading))]))
    return frozenset(keys) if any(spelling.words) else frozenset()


def _number(kind: str, parts: list[str]) -> int:
    return crc32("\x1f".join((kind, *parts)).encode("utf-8", "surrogatepass"))
