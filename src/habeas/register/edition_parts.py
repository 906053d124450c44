"""Some rows of an Edition and the rows that belong to them, one query for each table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

Query = Callable[[str, tuple[Any, ...]], list[tuple[Any, ...]]]
"""Runs one SELECT with its parameters and returns all its rows."""

IDS_PER_QUERY = 500
"""Most values that one query is asked about."""

type Groups = defaultdict[tuple[Any, ...], list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Some rows of one table: those whose `column` satisfies `condition`.

    Attributes:
        condition: SQL over the key of the table, e.g. `id IN (?, ?)`; `1` for all.
            Written by this package, never taken from input.
        values: Its parameters.
        order: Columns to order by.
    """

    condition: str = "1"
    values: tuple[Any, ...] = ()
    order: str = "position"

    @classmethod
    def stretch(cls, start: int, count: int) -> Rows:
        """Rows at `count` positions from `start` on."""
        return cls(condition="position >= ? AND position < ?", values=(start, start + count))

    @classmethod
    def one(cls, key: str, value: str) -> Rows:
        """The row whose key has a value."""
        return cls(condition=f"{key} = ?", values=(value,))

    @classmethod
    def any_of(cls, key: str, values: Sequence[str | int]) -> Rows:
        """Rows whose key has one of some values; not more than one query may hold."""
        return cls(condition=f"{key} IN ({places(values)})", values=tuple(values))


ALL = Rows()


@dataclass(frozen=True, slots=True)
class Parts:
    """Reads the child rows of the chosen parents, one query for each table."""

    query: Query
    condition: str
    values: tuple[Any, ...]

    def of(self, table: str, columns: str, *, key: str) -> Groups:
        """Rows of `table` as lists of `columns` by `key`, each in order of position."""
        width = key.count(",") + 1
        groups: Groups = defaultdict(list)
        sql = (
            f"SELECT {key}, {columns} FROM {table} WHERE {self.condition} ORDER BY {key}, position"
        )
        for row in self.query(sql, self.values):
            groups[row[:width]].append(row[width:])
        return groups


def places(values: Sequence[object]) -> str:
    """Placeholders for some values in SQL, e.g. of `IN (…)`."""
    return ", ".join("?" * len(values))


def first_of(rows: list[tuple[Any, ...]]) -> tuple[Any, ...]:
    """The first cell of every row."""
    return tuple(row[0] for row in rows)
