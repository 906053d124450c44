"""Names and words as rows of runs of letters, the common runs numbered."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from habeas.people.comparison.letters import runs_of
from habeas.people.comparison.spelling import latin_words, spell
from names.training.sources import NamedPerson, WordPair

MOST_RUNS = 131_072
LEAST_MET = 3
"""How often a run must be met to be known."""

_LEAST_BEARERS = 3
_TENTHS, _MOST_RARITY = 10, 255
# Rows are merged so many at once, which bounds the memory that takes.
_AT_ONCE = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Spellings, each once, and what is known of them.

    Attributes:
        runs: Numbers of the runs that are known, sorted; shape (R,).
        starts: Where the entries of each spelling begin; shape (spellings + 1,).
        columns: For each entry a position in `runs`.
        counts: How often the run stands in the spelling.
        frequencies: In how many places each run stands, over all spellings; shape (R,).
        person_ids: Of everybody with a name.
        person_names: For each of them the numbers of their spellings.
        word_pairs: Numbers of the spellings of words; shape (W, 2).
        word_languages: For each pair of words its language.
    """

    runs: NDArray[np.uint32]
    starts: NDArray[np.int64]
    columns: NDArray[np.int32]
    counts: NDArray[np.float32]
    frequencies: NDArray[np.float64]
    person_ids: list[str]
    person_names: list[list[int]]
    word_pairs: NDArray[np.int64]
    word_languages: NDArray[np.str_]

    @property
    def size(self) -> int:
        """How many spellings there are."""
        return len(self.starts) - 1


def words_to_encode(name: str) -> tuple[str, ...]:
    """The words of a name that its vector is summed of: as written, and as first read."""
    spelling = spell(name)
    if not spelling.read:
        return spelling.words
    return spelling.words + tuple(dict.fromkeys(spelling.readings[0]))


def make_corpus(persons: Sequence[NamedPerson], words: Sequence[WordPair]) -> Corpus:
    """Count the runs of letters of all names and words; the rare ones are not known."""
    numbers: dict[str, int] = {}
    person_names = [
        [numbers.setdefault(name, len(numbers)) for name in person.names] for person in persons
    ]
    pairs = [
        [numbers.setdefault(text, len(numbers)) for text in (pair.latin, pair.other)]
        for pair in words
    ]
    rows = [_runs_of_name(name) for name in numbers]
    runs = _common_runs(rows)
    starts, columns, counts = _entries(rows, runs)
    return Corpus(
        runs=runs,
        starts=starts,
        columns=columns,
        counts=counts,
        frequencies=np.bincount(columns, weights=counts, minlength=len(runs)),
        person_ids=[person.id for person in persons],
        person_names=person_names,
        word_pairs=np.array(pairs, dtype=np.int64).reshape(-1, 2),
        word_languages=np.array([pair.language for pair in words], dtype=np.str_),
    )


def rarity_of_words(
    persons: Iterable[NamedPerson],
) -> tuple[NDArray[np.uint32], NDArray[np.uint8]]:
    """How rare Latin words are among persons, as `Weights` keeps it.

    Returns:
        Numbers of the words, sorted, and how rare each is: tenths of the logarithm of how many
        persons there are for one who bears it. Words of fewer than three persons are left out.
    """
    bearers: Counter[str] = Counter()
    count = 0
    for person in persons:
        count += 1
        written = {word for name in person.names for word in words_to_encode(name)}
        bearers.update({latin for word in written for latin in latin_words(word)})
    rarity: dict[int, int] = {}
    for word, many in bearers.items():
        if many >= _LEAST_BEARERS:
            number = crc32(word.encode("utf-8", "surrogatepass"))
            tenths = min(_MOST_RARITY, round(math.log(count / many) * _TENTHS))
            # Of two words with one number, the commoner counts.
            rarity[number] = min(tenths, rarity.get(number, _MOST_RARITY))
    ordered = sorted(rarity.items())
    return (
        np.array([number for number, _ in ordered], dtype=np.uint32),
        np.array([tenths for _, tenths in ordered], dtype=np.uint8),
    )


def _runs_of_name(name: str) -> NDArray[np.uint32]:
    runs = [runs_of(word) for word in words_to_encode(name)]
    return np.concatenate(runs) if runs else np.empty(0, dtype=np.uint32)


def _common_runs(rows: Sequence[NDArray[np.uint32]]) -> NDArray[np.uint32]:
    found, met = np.unique(np.concatenate(rows), return_counts=True)
    commonest = np.argsort(-met, kind="stable")[:MOST_RUNS]
    return np.sort(found[commonest[met[commonest] >= LEAST_MET]])


def _entries(
    rows: Sequence[NDArray[np.uint32]], runs: NDArray[np.uint32]
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.float32]]:
    """The entries of all rows one after another, each run of a row once."""
    lengths, columns, counts = [], [], []
    for first in range(0, len(rows), _AT_ONCE):
        part = rows[first : first + _AT_ONCE]
        flat = np.concatenate(part)
        owners = np.repeat(np.arange(len(part), dtype=np.int64), [len(row) for row in part])
        places = np.minimum(np.searchsorted(runs, flat), len(runs) - 1)
        known = runs[places] == flat
        keys, times = np.unique(owners[known] * len(runs) + places[known], return_counts=True)
        lengths.append(np.bincount(keys // len(runs), minlength=len(part)))
        columns.append((keys % len(runs)).astype(np.int32))
        counts.append(times.astype(np.float32))
    starts = np.concatenate([[0], np.cumsum(np.concatenate(lengths))]).astype(np.int64)
    return starts, np.concatenate(columns), np.concatenate(counts)
