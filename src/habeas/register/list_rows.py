"""A list of people as the table it is, with the characters each row takes up."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from itertools import accumulate

from habeas.reports.tables import table_head

SEPARATORS = ",;\t|"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: its cells, and its characters `start` to `end` (exclusive) of the text."""

    cells: tuple[str, ...]
    start: int
    end: int


def table_rows(text: str) -> tuple[Row, ...]:
    """Rows of separated values, the header first; empty where the text is no table.

    Comment lines at the head and blank lines are left out. A cell may hold line
    breaks. The separator is the one that stands most often in the header.
    """
    _fields, begin = table_head(text)
    lines = list(io.StringIO(text[begin:], newline=""))
    starts = list(accumulate((len(line) for line in lines), initial=begin))
    separator = max(SEPARATORS, key=(lines[0] if lines else "").count)
    reader = csv.reader(lines, delimiter=separator)
    rows: list[Row] = []
    before = 0
    try:
        for cells in reader:
            if any(cells):
                start, end = starts[before], starts[reader.line_num]
                rows.append(Row(cells=tuple(cells), start=start, end=end))
            before = reader.line_num
    except csv.Error:
        return ()
    return tuple(rows) if len(rows) > 1 and len(rows[0].cells) > 1 else ()


def list_cells(row: str) -> str:
    """The filled cells of one row of a list, one after the other; the row where it is none."""
    separator = max(SEPARATORS, key=row.count)
    try:
        cells = next(csv.reader(io.StringIO(row, newline=""), delimiter=separator), [])
    except csv.Error:
        return row
    return " · ".join(cell.strip() for cell in cells if cell.strip()) or row
