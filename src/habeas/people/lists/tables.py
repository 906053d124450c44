"""Tables of people (CSV, XLSX, ODS) → rows of cells."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from habeas.claims.list_rows import Row, read_rows
from habeas.claims.people_lists import NO_FIELD
from habeas.model.problems import Problem
from habeas.people.lists.columns import NAMES, column_of
from habeas.people.lists.entities import PERSON
from habeas.people.lists.listed import Cell, ListedPerson
from habeas.people.lists.rows import RowReader
from habeas.reports.tables import (
    TablePart,
    lines_added,
    table_head,
    table_parts,
    told_columns,
)

_DELIMITERS = (",", ";", "\t", "|")
_HEAD_ROWS = 10
_REMEMBERED = 512
"""Tables whose head and rows are remembered: each event asks for some rows of a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of one table.

    Attributes:
        delimiter: What separates cells.
        row: The row of headers.
        kinds: What each column holds, in order.
    """

    delimiter: str
    row: Row
    kinds: tuple[str | None, ...]


def people_in_table(text: str, reader: RowReader) -> Iterator[ListedPerson]:
    """The persons of a CSV text, one a row; of a workbook, those of each sheet.

    The head is the first of ten rows that has a column of names. A sheet without one, and
    a row with more filled cells than the head has columns, are told as problems.
    """
    for _, person in placed_people(text, reader):
        yield person


def placed_people(
    text: str, reader: RowReader, wanted: Collection[int] | None = None
) -> Iterator[tuple[int, ListedPerson]]:
    """The persons of `people_in_table`, each with where in the text its row begins.

    Args:
        text: Of the table.
        reader: Reads a row.
        wanted: Where rows begin that are to be read; None for all.
    """
    for part in table_parts(text):
        if not text[part.start : part.end].strip():
            continue
        head = find_head(text, part)
        if head is None:
            where = f"{reader.where}, sheet '{part.name}'" if part.name else reader.where
            reader.problems.append(_headless(where))
            continue
        for start, row in _rows(text, part, head, wanted):
            if row.number <= head.row.number or row.is_blank:
                continue
            if any(row.cells[len(head.kinds) :]):
                reader.problems.append(_overfull(reader.place_of(row.number, part.name)))
                continue
            cells = _cells(head, row)
            if not _is_of_other_schema(cells):
                yield start, reader.person(row.number, cells, part.name)


def _rows(
    text: str, part: TablePart, head: Head, wanted: Collection[int] | None
) -> Iterator[tuple[int, Row]]:
    """The rows of a table, or those that are wanted, each with where its words begin."""
    # A row that begins like a comment is one at the head of a table alone.
    if wanted is None or any(text.startswith("#", start) for start in wanted):
        for row in read_rows(text, part, head.delimiter):
            start = _begin(text, row)
            if wanted is None or start in wanted:
                yield start, row
        return
    for start in sorted(wanted):
        place = _place(text, part, head.delimiter, start)
        if place is not None:
            number, first = place
            one = replace(part, start=first)
            yield start, replace(next(read_rows(text, one, head.delimiter)), number=number)


def _place(text: str, part: TablePart, delimiter: str, start: int) -> tuple[int, int] | None:
    """Number of the row whose words begin there, and where the row begins; None without."""
    if text.find('"', part.start, part.end) >= 0:
        return _places(text, part, delimiter).get(start)
    # Without quotes each line is a row, and only this one need be looked at.
    first = max(part.start, text.rfind("\n", part.start, start) + 1)
    if not table_head(text, part.start)[1] <= first <= start <= part.end or first == part.end:
        return None
    end = text.find("\n", first, part.end)
    line = text[first : part.end if end < 0 else end]
    words = line.lstrip()
    if not words or first + len(line) - len(words) != start:
        return None
    before = text.count("\n", part.start, first) - (0 if part.start else lines_added(text))
    return before + 1, first


@lru_cache(maxsize=_REMEMBERED)
def _places(text: str, part: TablePart, delimiter: str) -> Mapping[int, tuple[int, int]]:
    """Where the words of each row begin → its number, and where the row begins."""
    rows = read_rows(text, part, delimiter)
    return {_begin(text, row): (row.number, row.start) for row in rows if not row.is_blank}


def _begin(text: str, row: Row) -> int:
    return row.end - len(text[row.start : row.end].lstrip())


@lru_cache(maxsize=_REMEMBERED)
def find_head(text: str, part: TablePart) -> Head | None:
    """The head that knows the most columns, over all delimiters; None where none has names."""
    told = told_columns(text)
    best: Head | None = None
    for delimiter in _DELIMITERS:
        for row, _ in zip(read_rows(text, part, delimiter), range(_HEAD_ROWS), strict=False):
            kinds = tuple(_kind(header, told) for header in row.cells)
            if any(kind in NAMES for kind in kinds):
                if best is None or _known(kinds) > _known(best.kinds):
                    best = Head(delimiter=delimiter, row=row, kinds=kinds)
                break
    return best


def _kind(header: str, told: Mapping[str, str]) -> str | None:
    """What the head says that a column holds, else what its header means."""
    field = told.get(" ".join(header.split()))
    if field is None:
        return column_of(header)
    return None if field == NO_FIELD else field


def _is_of_other_schema(cells: Sequence[Cell]) -> bool:
    """True in a table of FollowTheMoney entities of all kinds for a row that is no person."""
    held = {cell.header: cell.text for cell in cells}
    return {"id", "schema", "dataset"} <= held.keys() and held["schema"] != PERSON


def _known(kinds: tuple[str | None, ...]) -> int:
    return sum(kind is not None for kind in kinds)


def _cells(head: Head, row: Row) -> list[Cell]:
    headed = zip(head.row.cells, head.kinds, row.cells, strict=False)
    return [Cell(header=header, kind=kind, text=text) for header, kind, text in headed if text]


def _headless(where: str) -> Problem:
    return Problem(
        what="no row with a column of names",
        where=where,
        remedy="name the columns in the first row: name, born, citizenship, charges, id",
    )


def _overfull(where: str) -> Problem:
    return Problem(
        what="more cells than the head has columns",
        where=where,
        remedy="put cells that hold a separator in quotes",
    )
