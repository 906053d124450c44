"""Sums over unknowns, each within bounds, put to HiGHS.

The programme is built once; bounds of its rows and the sum that is made least are changed, and
each solution starts from the last one. Presolve is off, so that a programme that has no solution
comes with the multipliers of its rows that show it (a ray of the dual), and because there is
little to gain from it with so few columns and rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from habeas.accounts.solving.matrix import Matrix
from habeas.accounts.solving.unknowns import Unknowns

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    type Columns = NDArray[np.int32]
    type Numbers = NDArray[np.float64]

MOST_NODES = 2_000
"""Branches of an integer programme after which it is taken to have a solution."""

NEARLY = 1e-5
"""How far from a whole number a float may be that stands for one; counts are below 10**9."""

_OPTIONS: tuple[tuple[str, bool | str | int], ...] = (
    ("output_flag", False),
    ("presolve", "off"),
    ("solver", "simplex"),
    ("threads", 1),
    ("random_seed", 0),
)
_A_UNIT = 5_000
_DUAL_SIMPLEX = 1
_PRIMAL_SIMPLEX = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The rows can hold at once.

    Attributes:
        counts: A solution in whole numbers, by column; None where the search for one was given
            up, and there is taken to be one.
        sums: What each row comes to with it.
    """

    counts: Numbers | None
    sums: Numbers | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """The rows cannot hold at once.

    Attributes:
        factors: Multipliers of the rows that show it: those whose low end is used are
            positive, those whose high end is used negative, the others 0. None where only
            whole numbers cannot satisfy the rows.
    """

    factors: Numbers | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Least:
    """The least that a sum can be.

    Attributes:
        number: None where it has no least.
        counts: A solution in whole numbers with which it is that; None where none is known.
    """

    number: int | None
    counts: Numbers | None


class Programme:
    """Rows over unknowns.

    Attributes:
        width: Number of columns.
        effort: What solving has cost so far: 1 for each time, and more where it took long; about
            a tenth of a millisecond each, and the same on every machine.

    Args:
        unknowns: The columns, and what always holds.
        rows: The columns of each sum.
    """

    def __init__(self, unknowns: Unknowns, rows: Sequence[Columns]) -> None:
        import numpy as np

        structure = unknowns.structure
        self._first = len(structure.is_equal)
        self._count = len(rows)
        self.width = unknowns.count
        self._matrix = Matrix(self.width, structure, rows)
        self.effort = 0
        self._numbers = np.arange(self._first, self._first + self._count, dtype=np.int32)
        self._every = np.arange(self.width, dtype=np.int32)
        self._nothing = np.zeros(self.width)
        self._low = np.zeros(self._first + self._count)
        self._high = np.full(self._first + self._count, np.inf)
        self._high[: self._first][structure.is_equal] = 0.0
        self._most = np.full(self.width, np.inf)
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
        held = self._solution(self._linear)
        if held.counts is not None:
            return held
        whole = self._integer()
        status = self._run(whole)
        if status == highspy.HighsModelStatus.kInfeasible:
            return Failed(factors=None)
        return self._solution(whole)

    def least(self, columns: Columns, sign: int) -> Least:
        """The least of a sum over columns, times 1 or -1, with the bounds last given to `hold`.

        They have to be such that the rows hold.
        """
        import highspy
        import numpy as np

        costs = np.zeros(self.width)
        costs[columns] = sign
        if not self._has_costs:
            # The last solution still satisfies the rows, so the primal method goes on from it.
            self._linear.setOptionValue("simplex_strategy", _PRIMAL_SIMPLEX)
            self._has_costs = True
        self._linear.changeColsCost(self.width, self._every, costs)
        if self._run(self._linear) != highspy.HighsModelStatus.kOptimal:
            return Least(number=None, counts=None)
        counts = self._solution(self._linear).counts
        if counts is None:
            whole = self._integer()
            whole.changeColsCost(self.width, self._every, costs)
            self._run(whole)
            bound = whole.getInfo().mip_dual_bound
            counts = self._solution(whole).counts
            whole.changeColsCost(self.width, self._every, self._nothing)
            return Least(number=int(np.ceil(bound - NEARLY)), counts=counts)
        return Least(number=sign * int(counts[columns].sum()), counts=counts)

    def _bound(self, low: Numbers, high: Numbers) -> None:
        self._low[self._first :] = low
        self._high[self._first :] = high
        self._linear.changeRowsBounds(self._count, self._numbers, low, high)
        if self._has_costs:
            self._linear.changeColsCost(self.width, self._every, self._nothing)
            self._linear.setOptionValue("simplex_strategy", _DUAL_SIMPLEX)
            self._has_costs = False

    def _run(self, solver: Any) -> Any:
        solver.run()
        steps = solver.getInfo().simplex_iteration_count
        self.effort += 1 + (len(self._matrix.columns) + steps * len(self._low)) // _A_UNIT
        return solver.getModelStatus()

    def _ray(self) -> Numbers | None:
        """Multipliers of the rows that show that they cannot hold."""
        import numpy as np

        _, exists, values = self._linear.getDualRay()
        return np.asarray(values)[self._first :] if exists else None

    def _solution(self, solver: Any) -> Held:
        """The solution, if it is one in whole numbers to the last person."""
        import numpy as np

        nothing = Held(counts=None, sums=None)
        found = np.array(solver.getSolution().col_value)
        if len(found) != self.width:
            return nothing
        counts = np.rint(found)
        if np.abs(counts - found).max() > NEARLY:
            return nothing
        sums = self._matrix.sums(counts)
        if (sums < self._low).any() or (sums > self._high).any():
            return nothing
        return Held(counts=counts, sums=sums[self._first :])

    def _integer(self) -> Any:
        """The same programme in whole numbers, with the bounds of now."""
        import numpy as np

        first = self._first
        if self._whole is None:
            self._whole = self._build()
            self._whole.setOptionValue("presolve", "choose")
            self._whole.setOptionValue("mip_max_nodes", MOST_NODES)
            self._whole.changeColsIntegrality(
                self.width, self._every, np.ones(self.width, dtype=np.uint8)
            )
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
        matrix, none = self._matrix, np.zeros(self.width, dtype=np.int32)
        zeros = self._nothing
        solver.addCols(self.width, zeros, zeros, self._most, 0, none, none[:0], zeros[:0])
        solver.addRows(
            len(self._low),
            self._low,
            self._high,
            len(matrix.columns),
            matrix.starts,
            matrix.columns,
            matrix.factors,
        )
        return solver
