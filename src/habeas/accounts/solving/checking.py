"""Which of the lines can hold together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from habeas.accounts.solving.lines import Line, Lines
from habeas.accounts.solving.programme import Failed, Held, Programme
from habeas.accounts.solving.unknowns import Unknowns

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    type Columns = NDArray[np.int32]
    type Numbers = NDArray[np.float64]

_NOTHING = 1e-9
"""A multiplier this near to 0 is 0."""

_MOST_REMEMBERED = 100

MOST_EFFORT_TO_SHRINK = 5_000
"""What one minimal conflict may cost."""


class Checker:
    """Puts lines to a programme, by their numbers.

    Attributes:
        lines: All lines.
        gave_up: A conflict since the last restart may not be minimal, as that took too much.
        effort: What solving has cost so far, in units of a small programme solved once.
    """

    def __init__(self, gathered: Lines, unknowns: Unknowns) -> None:
        import numpy as np

        lines = gathered.lines
        self.lines: Sequence[Line] = lines
        self.effort = 0
        self.gave_up = False
        self._gathered = gathered
        self._unknowns = unknowns
        self._made: Programme | None = None
        self._count = len(gathered.columns)
        self._row = np.array([line.row for line in lines], dtype=np.int32)
        self._low = np.array([line.low for line in lines], dtype=np.float64)
        self._high = np.array(
            [np.inf if line.high is None else line.high for line in lines], dtype=np.float64
        )
        self._violated: list[frozenset[int]] = []

    @property
    def programme(self) -> Programme:
        """What the lines are put to; made when it is first needed."""
        if self._made is None:
            self._made = Programme(self._unknowns, self._gathered.columns)
        return self._made

    def restart(self) -> None:
        """Make the next answers depend on nothing that was asked before."""
        self._violated.clear()
        self.gave_up = False
        if self._made is not None:
            self._made.restart()

    def hold(self, chosen: Iterable[int]) -> Held | Failed | int:
        """Whether lines can hold; a row's number where lines on one row exclude each other."""
        import numpy as np

        low, high = self.ends(np.array(sorted(chosen), dtype=np.int32))
        crossed = np.flatnonzero(low > high)
        if len(crossed):
            return int(crossed[0])
        before = self.programme.effort
        outcome = self.programme.hold(low, high)
        self.effort += self.programme.effort - before
        return outcome

    def ends(self, active: Columns) -> tuple[Numbers, Numbers]:
        """For each row the greatest low end and the least high end of lines."""
        import numpy as np

        low = np.zeros(self._count)
        high = np.full(self._count, np.inf)
        np.maximum.at(low, self._row[active], self._low[active])
        np.minimum.at(high, self._row[active], self._high[active])
        return low, high

    def clash(self, chosen: Collection[int]) -> tuple[int, ...] | None:
        """None where all chosen lines can hold, else some of them that cannot, ascending.

        Which those are is read off multipliers in floats, so it wants to be confirmed.
        """
        import numpy as np

        # A solution met before that violates none of them answers at once.
        members = frozenset(chosen)
        if any(violated.isdisjoint(members) for violated in self._violated):
            return None
        outcome = self.hold(chosen)
        if isinstance(outcome, Held):
            self._remember(outcome)
            return None
        active = np.array(sorted(chosen), dtype=np.int32)
        if isinstance(outcome, int):
            return self._crossing(active, outcome)
        if outcome.factors is None:
            return tuple(active.tolist())
        used = np.concatenate(
            [
                self._first(active, self._low)[outcome.factors > _NOTHING],
                self._first(active, -self._high)[outcome.factors < -_NOTHING],
            ]
        )
        return tuple(np.unique(used[used >= 0]).tolist())

    def _first(self, active: Columns, ends: Numbers) -> Columns:
        """For each row the first line whose end is greatest; -1 where it has none."""
        import numpy as np

        greatest = np.full(self._count, -np.inf)
        np.maximum.at(greatest, self._row[active], ends[active])
        backwards = active[ends[active] == greatest[self._row[active]]][::-1]
        found = np.full(self._count, -1, dtype=np.int32)
        found[self._row[backwards]] = backwards
        return found

    def shrink(self, conflicting: Collection[int]) -> tuple[int, ...]:
        """A minimal part, ascending, of lines that cannot all hold.

        Where that takes too much effort it is a small part, though not minimal for sure.
        """
        kept = list(conflicting)
        size = max(len(kept) // 2, 1)
        last = self.effort + MOST_EFFORT_TO_SHRINK
        while True:
            start = 0
            while start < len(kept) and self.effort < last:
                found = self.clash(kept[:start] + kept[start + size :])
                if found is None:
                    start += size
                else:
                    # With a size of 1 all before `start` are needed, so they are still there.
                    kept = list(found)
            self.gave_up = self.gave_up or self.effort >= last
            if size == 1:
                break
            size //= 2
        if self.clash(kept) is None:
            kept = self._without_floats(list(conflicting))
        return tuple(kept)

    def multipliers(self, core: Sequence[int]) -> list[float]:
        """For each line of a conflict: above 0 where its low end counts, below 0 its high end.

        All are 0 where that is not known.
        """
        outcome = self.hold(core)
        if not isinstance(outcome, Failed) or outcome.factors is None:
            return [0.0] * len(core)
        return [float(outcome.factors[self.lines[number].row]) for number in core]

    def _remember(self, held: Held) -> None:
        import numpy as np

        if held.sums is None:
            return
        mine = held.sums[self._row]
        wrong = np.flatnonzero((mine < self._low) | (mine > self._high))
        self._violated.insert(0, frozenset(wrong.tolist()))
        del self._violated[_MOST_REMEMBERED:]

    def _without_floats(self, kept: list[int]) -> list[int]:
        """As `shrink`, line by line."""
        for number in tuple(kept):
            rest = [each for each in kept if each != number]
            if self.clash(rest) is not None:
                kept = rest
        return kept

    def _crossing(self, active: Columns, row: int) -> tuple[int, ...]:
        """One line or two on one row that no number satisfies."""
        import numpy as np

        mine = active[self._row[active] == row]
        absurd = mine[self._low[mine] > self._high[mine]]
        if len(absurd):
            return (int(absurd[0]),)
        least = int(mine[np.argmax(self._low[mine])])
        most = int(mine[np.argmin(self._high[mine])])
        return tuple(sorted((least, most)))
