"""Names as vectors: near where they may be one name, whatever script wrote them.

The vector of a name is the sum of the vectors of its runs of letters, so the order of
words does not matter. All sums are of whole numbers, so that they are the same in every
process and however many names are encoded at once.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from habeas.people.comparison.letters import runs_of
from habeas.people.comparison.spelling import Spelling
from habeas.people.comparison.weights import Weights

type Vectors = NDArray[np.int8]

_MOST_WORDS_KEPT = 8_000


class Encoder:
    """Sums the vectors of runs of letters; words met before are kept."""

    def __init__(self, weights: Weights) -> None:
        """Encode with these weights."""
        self._runs = weights.runs
        self._table = weights.table
        self._words: dict[str, NDArray[np.int16]] = {}

    @property
    def size(self) -> int:
        """How many numbers a vector has."""
        return int(self._table.shape[1])

    def word_sum(self, word: str) -> NDArray[np.int16]:
        """The sum for one word, shape (D,); its length says how much is known of it."""
        known = self._words.get(word)
        if known is None:
            if len(self._words) >= _MOST_WORDS_KEPT:
                self._words.clear()
            known = self._words[word] = self._sum(runs_of(word))
        return known

    def name_sums(self, spelling: Spelling) -> NDArray[np.int32]:
        """A sum for each reading of a name, shape (readings, D)."""
        written = np.zeros(self.size, dtype=np.int32)
        for word in spelling.words:
            written += self.word_sum(word)
        sums = np.repeat(written[None, :], len(spelling.readings), axis=0)
        if spelling.read:
            for place, reading in enumerate(spelling.readings):
                for word in dict.fromkeys(reading):
                    sums[place] += self.word_sum(word)
        return sums

    def encode(self, spellings: Sequence[Spelling]) -> tuple[Vectors, NDArray[np.int64]]:
        """Vectors of all readings of many names.

        Returns:
            Vectors of length 127, shape (readings of all names, D), and for each the
            position of its name.
        """
        sums = [self.name_sums(spelling) for spelling in spellings]
        counts = np.array([len(s) for s in sums], dtype=np.int64)
        owners = np.repeat(np.arange(len(sums), dtype=np.int64), counts)
        stacked = np.concatenate(sums) if sums else np.zeros((0, self.size), np.int32)
        return unit_vectors(stacked), owners

    def _sum(self, runs: NDArray[np.uint32]) -> NDArray[np.int16]:
        places = np.minimum(np.searchsorted(self._runs, runs), len(self._runs) - 1)
        known = places[self._runs[places] == runs]
        total: NDArray[np.int16] = self._table[known].sum(axis=0, dtype=np.int16)
        return total


def unit_vectors(sums: NDArray[np.int32] | NDArray[np.int16]) -> Vectors:
    """Bring vectors to length 127, rounded; a vector of zeros stays one."""
    exact = sums.astype(np.float64)
    lengths = np.sqrt(np.einsum("ij,ij->i", exact, exact))
    scaled = exact * (127.0 / np.maximum(lengths, 1e-9))[:, None]
    vectors: Vectors = np.rint(scaled).astype(np.int8)
    return vectors
