"""The two loops of training that must be fast, compiled where numba is installed.

As they stand they are plain Python, slow and the same. Each does its part of the work, so that
threads can share it; how many parts there are changes no bit of what comes out.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

type Floats = NDArray[np.float32]

PARTS = 2


# Named tuples, for numba knows no data classes.
class Entries(NamedTuple):
    """Rows of runs of letters, one row for each name of a batch.

    Attributes:
        starts: Where the entries of each row begin; shape (rows + 1,).
        columns: For each entry a position in the table.
        counts: How often it counts.
    """

    starts: NDArray[np.int64]
    columns: NDArray[np.int32]
    counts: Floats


class Step(NamedTuple):
    """What a batch teaches.

    Attributes:
        gradients: For each row; shape (rows, D).
        squares: Mean square of each row's gradient; shape (rows,).
        rate: Learning rate.
    """

    gradients: Floats
    squares: Floats
    rate: np.float32


type Sum = Callable[[Entries, Floats, Floats, int], None]
type Descend = Callable[[Entries, Floats, Floats, Step, int], None]


def add_up(entries: Entries, table: Floats, sums: Floats, part: int) -> None:
    """Add to each row of `sums` the vectors of its runs; every row that is this part's."""
    for row in range(part, len(sums), PARTS):
        for entry in range(entries.starts[row], entries.starts[row + 1]):
            column = entries.columns[entry]
            count = entries.counts[entry]
            for place in range(table.shape[1]):
                sums[row, place] += count * table[column, place]


def descend(entries: Entries, table: Floats, seen: Floats, step: Step, part: int) -> None:
    """Move the vectors of the runs against their gradients; every column that is this part's.

    Adagrad with one number a run: `seen` adds up the mean squares of its gradients.
    """
    for row in range(len(step.gradients)):
        for entry in range(entries.starts[row], entries.starts[row + 1]):
            column = entries.columns[entry]
            if column % PARTS != part:
                continue
            count = entries.counts[entry]
            seen[column] += count * count * step.squares[row]
            pace = step.rate * count / np.sqrt(seen[column])
            for place in range(table.shape[1]):
                table[column, place] -= pace * step.gradients[row, place]


class Kernels:
    """The two loops, compiled, in as many threads as there are parts."""

    def __init__(self) -> None:
        """Compile them, which takes some seconds."""
        from numba import njit

        compiled = njit(nogil=True, fastmath=True)
        self._add_up: Sum = compiled(add_up)
        self._descend: Descend = compiled(descend)
        self._threads = ThreadPoolExecutor(PARTS)

    def sums(self, entries: Entries, table: Floats) -> Floats:
        """The sum of the vectors of each row, shape (rows, D)."""
        sums = np.zeros((len(entries.starts) - 1, table.shape[1]), dtype=np.float32)
        list(self._threads.map(lambda p: self._add_up(entries, table, sums, p), range(PARTS)))
        return sums

    def descend(self, entries: Entries, table: Floats, seen: Floats, step: Step) -> None:
        """Move the table against the gradients of a batch, in place."""
        list(
            self._threads.map(
                lambda part: self._descend(entries, table, seen, step, part), range(PARTS)
            )
        )
