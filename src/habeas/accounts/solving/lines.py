"""Statements that say the same of the same people, as one line each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.accounts.solving.statements import Statement
from habeas.accounts.solving.unknowns import Key, Unknowns

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
    def name(self) -> str:
        """Id of the first statement, which stands for all."""
        return self.statements[0].id

    @property
    def is_absurd(self) -> bool:
        """Nothing satisfies it."""
        return self.high is not None and self.low > self.high


def gather(
    statements: Iterable[Statement], unknowns: Unknowns
) -> tuple[tuple[Line, ...], tuple[Columns, ...]]:
    """Lines by name, and the columns of the sums that they bound.

    Statements that nothing can contradict are left out.
    """
    rows: dict[Key, int] = {}
    columns: list[Columns] = []
    alike: dict[tuple[int, int, int | None], list[Statement]] = {}
    for statement in sorted(statements, key=lambda each: each.id):
        low = min(max(statement.low or 0, 0), MOST_PEOPLE)
        high = statement.high
        if high is not None and high >= MOST_PEOPLE:
            high = None
        if low == 0 and high is None:
            continue
        key = unknowns.key(statement.selection)
        if key not in rows:
            rows[key] = len(columns)
            columns.append(unknowns.columns(statement.selection))
        alike.setdefault((rows[key], low, high), []).append(statement)
    lines = [
        Line(
            row=row,
            low=low,
            high=high,
            statements=tuple(members),
            weight=sum(statement.weight for statement in members),
        )
        for (row, low, high), members in alike.items()
    ]
    return tuple(lines), tuple(columns)


def numbers_of(lines: Sequence[Line], names: Iterable[str]) -> list[int]:
    """Numbers of the lines of which every statement is among the names."""
    gone = set(names)
    return [
        number
        for number, line in enumerate(lines)
        if all(statement.id in gone for statement in line.statements)
    ]
