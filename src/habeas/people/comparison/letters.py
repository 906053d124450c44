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
_LATIN = 0x80000000
# A run of each kind begins with a letter of its own.
_WRITTEN, _WHOLE_WRITTEN = crc32(b"r"), crc32(b"R")
_LETTERS, _FOLDED, _BARE = crc32(b"l"), crc32(b"f"), crc32(b"s")
_WHOLE_LETTERS, _WHOLE_FOLDED, _WHOLE_BARE = crc32(b"L"), crc32(b"F"), crc32(b"S")
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
        found.update(_number(run, _WRITTEN) & _LOW for run in _runs(f"^{word}$", sizes))
        found.add(_number(word, _WHOLE_WRITTEN) & _LOW)
    for latin in latin_words(word):
        found.update(_latin_runs(latin))
    return np.fromiter(sorted(found), dtype=np.uint32, count=len(found))


def _latin_runs(word: str) -> set[int]:
    written, folded = f"^{word}$".encode(), f"^{fold_sounds(word)}$".encode()
    bare = consonants(word).encode()
    found = {
        crc32(written[at : at + size], _LETTERS)
        for size in (2, 3, 4)
        for at in range(len(written) - size + 1)
    }
    found |= {crc32(folded[at : at + 3], _FOLDED) for at in range(len(folded) - 2)}
    found |= {crc32(bare[at : at + 2], _BARE) for at in range(len(bare) - 1)}
    found.add(crc32(written[1:-1], _WHOLE_LETTERS))
    found.add(crc32(folded, _WHOLE_FOLDED))
    found.add(crc32(bare, _WHOLE_BARE))
    return {number | _LATIN for number in found}


def _runs(text: str, sizes: tuple[int, ...]) -> list[str]:
    return [text[i : i + n] for n in sizes for i in range(len(text) - n + 1)]


def _number(run: str, kind: int) -> int:
    return crc32(run.encode("utf-8", "surrogatepass"), kind)
