"""The child process that parses a workbook, run by `habeas.reports.workbooks` within limits."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from habeas.reports.limited import Refusal, answer

MAX_TEXT = 10_000_000
"""Characters up to which a workbook is read."""

MAX_SHEETS = 500
"""Sheets up to which a workbook is read."""

_CONTROLS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")
_HEAD_FIELD = re.compile(r"#[^\S\n]*[A-Za-z]+[^\S\n]*:.*")
_LARGEST_EXACT = 2**53


def extract(data: bytes) -> dict[str, Any]:
    """The visible sheets as CSV, and how many others there are.

    The keys are `sheets`, a list of pairs of a sheet's name and its text, and `hidden`,
    a number.

    Raises:
        Refusal: `encrypted`, `broken`, `sheets` or `text`.
    """
    from python_calamine import (
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    sheets: list[tuple[str, str]] = []
    hidden = size = 0
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            if len(book.sheets_metadata) > MAX_SHEETS:
                raise Refusal("sheets")
            for about in book.sheets_metadata:
                if about.visible is not SheetVisibleEnum.Visible:
                    hidden += 1
                elif about.typ is SheetTypeEnum.WorkSheet:
                    rows = book.get_sheet_by_name(about.name).to_python(skip_empty_area=False)
                    text = sheet_text(rows, MAX_TEXT - size)
                    size += len(text)
                    sheets.append((about.name, text))
    except PasswordError as error:
        raise Refusal("encrypted") from error
    except CalamineError as error:
        raise Refusal("broken") from error
    return {"sheets": sheets, "hidden": hidden}


def sheet_text(rows: Iterable[Iterable[Any]], most: int) -> str:
    """A sheet as CSV, one row a line, empty rows as empty lines, so that row n is line n.

    Empty cells at the end of a row are left out. Comment lines at the head
    (`# publisher: …` alone in the first cell) stay as they are; a `#` that begins any
    other row is quoted.

    Args:
        rows: Cells as calamine gives them.
        most: Characters that it may have.

    Raises:
        Refusal: `text`, if it has more.
    """
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    at_head = True
    for row in rows:
        cells = [cell_text(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            page.write("\n")
        elif at_head and len(cells) == 1 and _HEAD_FIELD.fullmatch(cells[0]):
            page.write(f"{cells[0]}\n")
        elif cells[0].startswith("#"):
            at_head = False
            quoted = cells[0].replace('"', '""')
            page.write(f'"{quoted}"' + ("," if cells[1:] else "\n"))
            if cells[1:]:
                writer.writerow(cells[1:])
        else:
            at_head = False
            writer.writerow(cells)
        if page.tell() > most:
            raise Refusal("text")
    return page.getvalue().rstrip("\n") + "\n" if page.tell() else ""


def cell_text(cell: Any) -> str:
    """What a cell shows, on one line; dates as ISO 8601, of formulas the last value.

    >>> cell_text(12.0), cell_text(date(2025, 12, 13)), cell_text(datetime(2025, 12, 13))
    ('12', '2025-12-13', '2025-12-13')
    >>> cell_text("Nine\\nfreed"), cell_text(True), cell_text(0.5)
    ('Nine freed', 'TRUE', '0.5')
    """
    if isinstance(cell, str):
        return _CONTROLS.sub(" ", cell).strip()
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float):
        whole = cell.is_integer() and abs(cell) <= _LARGEST_EXACT
        return str(int(cell)) if whole else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell)


if __name__ == "__main__":
    answer(extract)
