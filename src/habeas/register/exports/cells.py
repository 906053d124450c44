"""Values as cells of a table and back: no spreadsheet takes one for a formula, and none is lost.

Written down once for people in docs/exports.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from habeas.register.exports.problems import InvalidExport

type Cell = str | int | float | bool | tuple[str, ...] | None
"""A value of a table; None where nothing is said."""


class Kind(StrEnum):
    """What a column holds. TEXTS are several texts in one cell; a DATE is its EDTF text."""

    TEXT = "text"
    TEXTS = "texts"
    DATE = "date"
    WHOLE = "whole number"
    NUMBER = "number"
    FLAG = "yes or no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table.

    Attributes:
        name: Its header.
        kind: What it holds.
        tells: What that is, in a sentence for readers of the table.
        derived: True where it follows from other tables, and reading back passes it over.
    """

    name: str
    kind: Kind
    tells: str
    derived: bool = False


_MARK = "'"
# Full-width signs begin a formula in East Asian versions of spreadsheets.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", _MARK)
_SEPARATOR = "; "
_EMPTY = "\\-"
_ESCAPED = re.compile(r"\\([\\;])")
_MOST_SAFE = 2**53


def guarded(text: str) -> str:
    """A text that no spreadsheet runs: one that begins like a formula has an apostrophe before it.

    So has one that begins with an apostrophe, and an empty one is nothing but an
    apostrophe, so that each can be told from an empty cell and from each other.

    >>> guarded("=1+1"), guarded("Ada Marr"), guarded("")
    ("'=1+1", 'Ada Marr', "'")
    """
    return _MARK + text if not text or text.startswith(_FORMULA) else text


def marked(text: str) -> str:
    """As `guarded`, for files that say of each cell that it is text: formulas need no mark."""
    return _MARK + text if not text or text.startswith(_MARK) else text


def unguarded(cell: str) -> str:
    """The text of a cell; the reverse of `guarded` and of `marked`."""
    return cell.removeprefix(_MARK)


def joined(texts: tuple[str, ...]) -> str:
    r"""Several texts as one, between semicolons; `\;`, `\\` and `\-` stand for ; \ and nothing.

    >>> joined(("Ada Marr", "Marr; Ada", ""))
    'Ada Marr; Marr\\; Ada; \\-'
    """
    escaped = (text.replace("\\", "\\\\").replace(";", "\\;") or _EMPTY for text in texts)
    return _SEPARATOR.join(escaped)


def parted(text: str) -> tuple[str, ...]:
    r"""The texts that `joined` made one.

    >>> parted(joined(("a; b", "\\", "", " c")))
    ('a; b', '\\', '', ' c')
    """
    if not text:
        return ()
    # No escaped semicolon has an even number of backslashes before it.
    parts = re.split(r"(?<!\\)((?:\\\\)*); ", text)
    whole = ["".join(parts[at : at + 2]) for at in range(0, len(parts), 2)]
    return tuple("" if part == _EMPTY else _ESCAPED.sub(r"\1", part) for part in whole)


def written(kind: Kind, cell: Cell) -> str:
    """A cell as CSV has it; empty where nothing is said."""
    if cell is None or cell == ():
        return ""
    if isinstance(cell, tuple):
        return guarded(joined(cell))
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < _MOST_SAFE else repr(cell)
    return guarded(cell) if isinstance(cell, str) else str(cell)


def read(column: Column, text: str, where: str) -> Cell:
    """The value of a cell that `written` wrote, or a workbook holds.

    Raises:
        InvalidExport: It is not of the column's kind.
    """
    if text == "":
        return () if column.kind is Kind.TEXTS else None
    try:
        match column.kind:
            case Kind.TEXTS:
                return parted(unguarded(text))
            case Kind.WHOLE:
                return int(text)
            case Kind.NUMBER:
                return float(text)
            case Kind.FLAG:
                return {"yes": True, "no": False}[text]
            case Kind.TEXT | Kind.DATE:
                return unguarded(text)
    except (ValueError, KeyError) as error:
        raise InvalidExport(
            what=f"a cell that is no {column.kind}",
            where=f"{where}, column {column.name!r}",
            remedy="export the register again, or put the cell right",
        ) from error
