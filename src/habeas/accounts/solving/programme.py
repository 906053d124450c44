"""Sums over unknowns, each within bounds, put to HiGHS.

The programme is built once; bounds of its rows and the sum that is made least or greatest are
changed, and each solution starts from the last one. Presolve is off, so that a programme that
has no solution comes with the multipliers of its rows that show it (a ray of the dual), and
the numbers of columns and rows are small.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from habeas.accounts.solving.unknowns import Unknowns

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    type Columns = NDArray[np.int32]
    type Numbers = NDArray[np.float64]
    type Counts = NDArray[np.int64]

MOST_NODES = 2_000
"""Branches of an integer programme after which it is taken to have a solution."""

_NEARLY = 1e-5
"""How far from a whole number a float may be that stands for one; counts are below 10**9."""

_OPTIONS: tuple[tuple[str, bool | str | int], ...] = (
    ("output_flag", False),
    ("presolve", "off"),
    ("solver", "simplex"),
    ("threads", 1),
    ("random_seed", 0),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The rows can hold at once.

    Attributes:
        sums: The sum of each row for one table of whole numbers; None where the search for
            whole numbers was given up, and they are taken to exist.
    """

    sums: Counts | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """The rows cannot hold at once.

    Attributes:
        factors: Multipliers of the rows that show it: those whose low end is used are
            positive, those whose high end is used negative, the others 0. None where only
            whole numbers cannot satisfy the rows.
    """

    factors: Numbers | None


class Programme:
    """Rows over unknowns.

    Args:
        unknowns: The columns, and what always holds.
        rows: The columns of each sum.
    """

    def __init__(self, unknowns: Unknowns, rows: Sequence[Columns]) -> None:
        import numpy as np

        structure = unknowns.structure
        self._first = len(structure.is_equal)
        self._count = len(rows)
        self._width = unknowns.count
        self._numbers = np.arange(self._first, self._first + self._count, dtype=np.int32)
        self._every = np.arange(self._width, dtype=np.int32)
        self._columns = np.concatenate([structure.columns, *rows]).astype(np.int32)
        ones = np.ones(len(self._columns) - len(structure.columns), dtype=np.int32)
        self._factors = np.concatenate([structure.factors, ones])
        lengths = np.array([len(row) for row in rows], dtype=np.int32)
        ends = len(structure.columns) + np.cumsum(lengths, dtype=np.int32)
        self._starts = np.concatenate([structure.starts, ends - lengths]).astype(np.int32)
        self._ends = np.concatenate([self._starts[1:], [len(self._columns)]])
        self._low = np.zeros(self._first + self._count)
        self._high = np.where(structure.is_equal, 0.0, np.inf)
        self._high = np.concatenate([self._high, np.full(self._count, np.inf)])
        self._most = np.full(self._width, np.inf)
        for columns in unknowns.nobody:
            self._most[columns] = 0.0
        self._has_costs = False
        self._linear = self._build()
        self._whole: Any | None = None

    def restart(self) -> None:
        """Forget the last solution, so that answers do not depend on what was asked before."""
        self._linear.clearSolver()

    def hold(self, low: Numbers, high: Numbers) -> Held | Failed:
        """Whether whole numbers of people satisfy all rows, each between `low` and `high`."""
        import highspy

        self._bound(low, high)
        status = self._run(self._linear)
        if status == highspy.HighsModelStatus.kInfeasible:
            return Failed(factors=self._ray())
        sums = self._whole_sums(self._linear)
        if sums is not None:
            return Held(sums=sums)
        whole = self._integer()
        status = self._run(whole)
        if status == highspy.HighsModelStatus.kInfeasible:
            return Failed(factors=None)
        return Held(sums=self._whole_sums(whole))

    def extremes(self, columns: Columns) -> tuple[int, int | None]:
        """The least and the greatest sum over columns, with the bounds last given to `hold`.

        They have to be such that the rows hold. The greatest is None where nothing bounds it.
        """
        least = self._least(columns, 1.0)
        most = self._least(columns, -1.0)
        return (0 if least is None else least, None if most is None else -most)

    def _least(self, columns: Columns, sign: float) -> int | None:
        import highspy
        import numpy as np

        costs = np.zeros(self._width)
        costs[columns] = sign
        self._linear.changeColsCost(self._width, self._every, costs)
        status = self._run(self._linear)
        self._has_costs = True
        if status != highspy.HighsModelStatus.kOptimal:
            return None
        values = self._whole_values(self._linear)
        if values is not None:
            return int(sign) * int(values[columns].sum())
        whole = self._integer()
        whole.changeColsCost(self._width, self._every, costs)
        self._run(whole)
        bound = whole.getInfo().mip_dual_bound
        whole.changeColsCost(self._width, self._every, np.zeros(self._width))
        return int(np.ceil(bound - _NEARLY))

    def _bound(self, low: Numbers, high: Numbers) -> None:
        import numpy as np

        self._low[self._first :] = low
        self._high[self._first :] = high
        self._linear.changeRowsBounds(self._count, self._numbers, low, high)
        if self._has_costs:
            self._linear.changeColsCost(self._width, self._every, np.zeros(self._width))
            self._has_costs = False

    def _run(self, solver: Any) -> Any:
        solver.run()
        return solver.getModelStatus()

    def _ray(self) -> Numbers | None:
        """Multipliers of the rows that show that they cannot hold."""
        import numpy as np

        _, exists, values = self._linear.getDualRay()
        if not exists:
            return None
        return np.asarray(values)[self._first :]

    def _whole_sums(self, solver: Any) -> Counts | None:
        values = self._whole_values(solver)
        return None if values is None else self._sums(values)[self._first :]

    def _whole_values(self, solver: Any) -> Counts | None:
        """The solution in whole numbers, if it is one to the last person; else None."""
        import numpy as np

        found = np.asarray(solver.getSolution().col_value)
        if len(found) != self._width:
            return None
        values = np.rint(found)
        if np.abs(values - found).max(initial=0.0) > _NEARLY:
            return None
        if values.min(initial=0.0) < 0 or (values > self._most).any():
            return None
        counts = values.astype(np.int64)
        sums = self._sums(counts)
        fits = (sums >= self._low).all() and (sums <= self._high).all()
        return counts if fits else None

    def _sums(self, counts: Counts) -> Counts:
        import numpy as np

        running = np.zeros(len(self._columns) + 1, dtype=np.int64)
        np.cumsum(self._factors * counts[self._columns], out=running[1:])
        sums: Counts = running[self._ends] - running[self._starts]
        return sums

    def _integer(self) -> Any:
        """The same programme in whole numbers, with the bounds of now."""
        import numpy as np

        if self._whole is None:
            self._whole = self._build()
            self._whole.setOptionValue("presolve", "choose")
            self._whole.setOptionValue("mip_max_nodes", MOST_NODES)
            self._whole.changeColsIntegrality(
                self._width, self._every, np.ones(self._width, dtype=np.uint8)
            )
        first = self._first
        self._whole.changeRowsBounds(
            self._count, self._numbers, self._low[first:], self._high[first:]
        )
        return self._whole

    def _build(self) -> Any:
        import numpy as np
        from highspy._core import _Highs

        # `highspy.Highs` itself writes a line about HiGHS to standard output when it is made.
        solver = _Highs()
        for name, value in _OPTIONS:
            solver.setOptionValue(name, value)
        solver.addCols(
            self._width,
            np.zeros(self._width),
            np.zeros(self._width),
            self._most,
            0,
            np.zeros(self._width, dtype=np.int32),
            np.zeros(0, dtype=np.int32),
            np.zeros(0),
        )
        solver.addRows(
            self._first + self._count,
            self._low,
            self._high,
            len(self._columns),
            self._starts,
            self._columns,
            self._factors.astype(np.float64),
        )
        return solver
