"""Rows sought by more ids than one statement can hold."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import batched
from typing import Any

AT_ONCE = 500
"""Ids to a SELECT, and rows to an INSERT: below the limits of both databases."""


def having(rows: Any, field: str, values: Iterable[Any]) -> Iterator[Any]:
    """Rows of a query whose field is one of many values, batch by batch.

    Args:
        rows: A query; what it gives for each row is what comes out.
        field: Of the table.
        values: Each once.
    """
    for some in batched(values, AT_ONCE):
        yield from rows.filter(**{f"{field}__in": some})


def delete_having(model: Any, field: str, values: Iterable[Any]) -> None:
    """Delete the rows of a table whose field is one of many values."""
    for some in batched(values, AT_ONCE):
        rows = model._default_manager.filter(**{f"{field}__in": some})
        rows._raw_delete(rows.db)


def insert(rows: Collection[Any]) -> None:
    """Add rows of one table."""
    if rows:
        type(next(iter(rows)))._default_manager.bulk_create(rows, AT_ONCE)
