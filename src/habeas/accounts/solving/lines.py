"""Statements that say the same of the same people, as one line each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.accounts.solving.statements import Statement
from habeas.accounts.solving.unknowns import Unknowns

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    type Columns = NDArray[np.int32]

MOST_PEOPLE = 10**9
"""No event has more; a greater `low` is taken for this number and a greater `high` for none,
so that floats tell one person from the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one or more statements say.

    Attributes:
        row: Number of the sum it bounds.
        low: Least, inclusive, 0 or more.
        high: Greatest, inclusive; None where open.
        statements: All that say it, by id.
        weight: Theirs together.
    """

    row: int
    low: int
    high: int | None
    statements: tuple[Statement, ...]
    weight: int

    @property
    def is_absurd(self) -> bool:
        """Nothing satisfies it."""
        return self.high is not None and self.low > self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """All lines, and the sums that they bound.

    Attributes:
        lines: By the id of the first statement of each.
        rows: For each sum its number, by the key of the selections.
        columns: The columns of each sum.
    """

    lines: tuple[Line, ...]
    rows: Mapping[int, int]
    columns: tuple[Columns, ...]


def gather(statements: Iterable[Statement], unknowns: Unknowns) -> Lines:
    """Put together what says the same; statements that nothing can contradict are left out.

    Args:
        statements: By id.
        unknowns: Made for their selections, at least.
    """
    rows: dict[int, int] = {}
    columns: list[Columns] = []
    alike: dict[tuple[int, int, int | None], list[Statement]] = {}
    for statement in statements:
        low = min(max(statement.low or 0, 0), MOST_PEOPLE)
        high = statement.high
        if high is not None and high >= MOST_PEOPLE:
            high = None
        if low == 0 and high is None:
            continue
        key = unknowns.key(statement.selection)
        row = rows.setdefault(key, len(rows))
        if row == len(columns):
            columns.append(unknowns.columns(key))
        alike.setdefault((row, low, high), []).append(statement)
    lines = tuple(
        Line(
            row=row,
            low=low,
            high=high,
            statements=tuple(members),
            weight=sum([statement.weight for statement in members]),
        )
        for (row, low, high), members in alike.items()
    )
    return Lines(lines=lines, rows=rows, columns=tuple(columns))
