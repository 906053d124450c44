"""The seal of an Edition: one digest over every row it holds."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

type Stream = Callable[[str, tuple[Any, ...]], Iterable[tuple[Any, ...]]]
"""Runs one SELECT with its parameters; gives its rows as they are found."""

_KEY_COLUMNS = 4
"""No key of `edition.sql` is longer, so these columns order the rows of any table."""


def seal_of(query: Stream) -> str:
    """SHA-256 over every row of every table but `seal`, each cell with its type and length.

    It tells a file that was damaged or edited from one that was published. It
    does not tell who published it: for that, compare the SHA-256 of the file
    with the one the publisher made known.
    """
    digest = hashlib.sha256()
    tables = query(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name != 'seal' ORDER BY name", ()
    )
    for (table,) in list(tables):
        columns = list(query("SELECT name FROM pragma_table_info(?)", (table,)))
        order = ", ".join(name for (name,) in columns[:_KEY_COLUMNS])
        begin = (table.encode(), b"(")
        for row in query(f"SELECT * FROM {table} ORDER BY {order}", ()):
            digest.update(b"".join((*begin, *_cells(row), b")")))
    return digest.hexdigest()


def _cells(row: Iterable[str | float | None]) -> Iterator[bytes]:
    """Each cell with its type and length."""
    for value in row:
        if type(value) is str:
            text = value.encode()
            yield b"s%d:" % len(text)
            yield text
        elif value is None:
            yield b"N4:None"
        else:
            text = repr(value).encode()
            yield b"%s%d:%s" % (type(value).__name__[0].encode(), len(text), text)
