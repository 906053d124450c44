"""Sums over unknowns as rows of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from habeas.accounts.solving.tables import Structure

    type Columns = NDArray[np.int32]
    type Numbers = NDArray[np.float64]

_LARGEST_DENSE = 300_000
"""Numbers in a matrix that is multiplied as a whole; a larger one is by what is not 0 in it."""


class Matrix:
    """Rows of what always holds, and after them sums over some of the columns.

    Attributes:
        width: Number of columns.
        columns: Of all rows, one row after the other.
        factors: Beside each column.
        starts: Where each row begins in `columns`.
    """

    def __init__(self, width: int, structure: Structure | None, sums: Sequence[Columns]) -> None:
        import numpy as np

        nothing = np.zeros(0, dtype=np.int32)
        before = nothing if structure is None else structure.columns
        starts = nothing if structure is None else structure.starts
        factors = nothing if structure is None else structure.factors
        lengths = np.array([len(columns) for columns in sums], dtype=np.int32)
        ends = len(before) + np.cumsum(lengths, dtype=np.int32)
        self.width = width
        self.columns = np.concatenate([before, *sums])
        self.factors = np.ones(len(self.columns))
        self.factors[: len(before)] = factors
        self.starts = np.concatenate([starts, ends - lengths])
        self._ends = np.append(self.starts[1:], len(self.columns))
        self._dense: Numbers | None = None
        if len(self.starts) * width <= _LARGEST_DENSE:
            self._dense = np.zeros((len(self.starts), width))
            rows = np.repeat(np.arange(len(self.starts)), self._ends - self.starts)
            self._dense[rows, self.columns] = self.factors

    def sums(self, counts: Numbers) -> Numbers:
        """What each row comes to; exact for whole numbers, as none reaches 2**53."""
        import numpy as np

        if self._dense is not None:
            return self._dense @ counts
        running = np.zeros(len(self.columns) + 1)
        np.cumsum(self.factors * counts[self.columns], out=running[1:])
        found: Numbers = running[self._ends] - running[self.starts]
        return found
