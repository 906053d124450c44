"""The rows of a CSV text, each with the characters it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.reports.tables import TablePart, lines_added, table_head

_MOST_CELLS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One record of a table.

    Attributes:
        number: As a spreadsheet shows it: from 1 in each sheet, comment lines
            of the file counted, a record with line breaks in a cell counted once.
        start, end: Characters of the text, without the line end; end exclusive.
        cells: Unquoted and stripped; at most 500, the rest is in the last.
    """

    number: int
    start: int
    end: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        """True where every cell is empty."""
        return not any(self.cells)


def read_rows(text: str, part: TablePart, delimiter: str) -> Iterator[Row]:
    """Split one table of a CSV text (RFC 4180) below its comment lines into rows.

    A quoted cell may hold delimiters, line ends and doubled quotes. A quote
    that is not closed before a delimiter or a line end is a character like any
    other, so that one stray quote costs one cell and not the rest of the file.

    Args:
        text: The whole text of the report.
        part: The table, as `table_parts` gives it.
        delimiter: One character.
    """
    cell = _cell_pattern(delimiter)
    _, position = table_head(text, part.start)
    number = text.count("\n", part.start, position)
    number -= 0 if part.start else lines_added(text)
    while position < part.end:
        number += 1
        start = position
        cells: list[str] = []
        while True:
            match = cell.match(text, position, part.end)
            assert match is not None, "the pattern matches the empty cell"
            quoted, bare = match.groups()
            cells.append((bare if quoted is None else quoted.replace('""', '"')).strip())
            position = match.end()
            if not text.startswith(delimiter, position, part.end) or len(cells) == _MOST_CELLS:
                break
            position += 1
        if len(cells) == _MOST_CELLS:
            position = text.find("\n", position, part.end)
            position = part.end if position < 0 else position
        yield Row(number=number, start=start, end=position, cells=tuple(cells))
        position += 1


def _cell_pattern(delimiter: str) -> re.Pattern[str]:
    rest = re.escape(delimiter)
    # Possessive: a quote that never closes must not be tried at every length.
    return re.compile(rf'[ ]*"((?:[^"]|"")*+)"[ ]*(?=[{rest}\n]|\Z)|([^{rest}\n]*)')
