"""The runs of letters that a word is made of, as numbers."""

from __future__ import annotations

from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from habeas.people.comparison.folds import consonants, fold_sounds
from habeas.people.comparison.spelling import latin_words
from habeas.people.names.scripts import script_of

type Runs = NDArray[np.uint32]

AS_WRITTEN = np.uint32(0x80000000)
"""Numbers below are runs of letters as written, those from here on of Latin letters."""

_LOW = 0x7FFFFFFF
# Scripts whose single letters are syllables or words.
_DENSE = frozenset({"Hani", "Jpan", "Kana", "Hang"})


def runs_of(word: str) -> Runs:
    """Numbers of a word's runs of letters, each once.

    Of a word not in ASCII, its own letters (two to four in a row, one to three in Han,
    kana and hangul) and the whole word; of its reading letter by letter in Latin ones, two
    to four in a row, the same folded, and its consonants. Marks at either end are part of a
    run, so that beginnings are told from middles.
    """
    found: set[int] = set()
    if not word.isascii():
        sizes = (1, 2, 3) if script_of(word) in _DENSE else (2, 3, 4)
        found.update(_number(f"r{run}") & _LOW for run in _runs(f"^{word}$", sizes))
        found.add(_number("R" + word) & _LOW)
    for latin in latin_words(word):
        found.update(_latin_runs(latin))
    return np.fromiter(sorted(found), dtype=np.uint32, count=len(found))


def _latin_runs(word: str) -> frozenset[int]:
    folded = f"^{fold_sounds(word)}$"
    bare = consonants(word)
    keys = [f"l{run}" for run in _runs(f"^{word}$", (2, 3, 4))]
    keys += [f"f{run}" for run in _runs(folded, (3,))]
    keys += [f"s{run}" for run in _runs(bare, (2,))]
    keys += ["L" + word, "F" + folded, "S" + bare]
    return frozenset(_number(key) | ~_LOW & 0xFFFFFFFF for key in keys)


def _runs(text: str, sizes: tuple[int, ...]) -> list[str]:
    return [text[i : i + n] for n in sizes for i in range(len(text) - n + 1)]


def _number(key: str) -> int:
    return crc32(key.encode("utf-8", "surrogatepass"))
