"""Two lists side by side, as a CSV file, a workbook or JSON."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from habeas.cli.match_rows import Finding, evidence_of, findings, table, without_formula
from habeas.cli.printable import printable_json
from habeas.people.lists import ListedPerson, PeopleTable, SideBySide

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

FORMAT = "habeas-match"
VERSION = 1

_WIDEST = 60
_MOST_CELL = 32_000
_SHEETS = {
    "Same": ("same",),
    "Probable": ("probable",),
    "Possible": ("possible",),
    "Only in A": ("only in A",),
    "Only in B": ("only in B",),
    "Anonymous": ("anonymous in A", "anonymous in B"),
    "Listed twice": ("twice in A", "twice in B"),
}


def as_csv(found: SideBySide) -> bytes:
    """All findings as CSV in UTF-8 with a mark, as spreadsheets expect it; no formula in it."""
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    headers, rows = table(found)
    for row in (headers, *rows):
        writer.writerow([without_formula(cell) for cell in row])
    return page.getvalue().encode("utf-8-sig", "backslashreplace")


def as_xlsx(found: SideBySide) -> bytes:
    """All findings as a workbook with a sheet for each kind; every cell is text or a number.

    The same findings give the same bytes.
    """
    import xlsxwriter

    data = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    headers, rows = table(found)
    with xlsxwriter.Workbook(data, options) as book:
        # Without a day of its own the library notes the moment of writing.
        book.set_properties(
            {"title": "Lists side by side", "created": datetime(2000, 1, 1, tzinfo=UTC)}
        )
        # A prefix keeps a cell text even after somebody edits it.
        form = book.add_format({"quote_prefix": True, "valign": "top"})
        head = book.add_format({"bold": True, "bottom": 1})
        for name, kinds in _SHEETS.items():
            held = [row for row in rows if row[0] in kinds]
            _write_sheet(book.add_worksheet(name), (head, form), headers, held)
    return data.getvalue()


def _write_sheet(
    sheet: Worksheet, forms: tuple[Format, Format], headers: list[str], rows: list[list[str]]
) -> None:
    """Fill one sheet; columns without a filled cell are left out."""
    head, form = forms
    filled = [at for at in range(len(headers)) if at == 0 or any(row[at] for row in rows)]
    for column, at in enumerate(filled):
        longest = max([len(headers[at]), *(len(row[at]) for row in rows)])
        sheet.set_column(column, column, min(longest + 2, _WIDEST))
        sheet.write_string(0, column, headers[at], head)
        for line, row in enumerate(rows, start=1):
            if headers[at] in ("score", "rivals") and row[at]:
                sheet.write_number(line, column, float(row[at]))
            elif row[at]:
                sheet.write_string(line, column, row[at][:_MOST_CELL], form)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(filled) - 1)


def as_json(found: SideBySide) -> bytes:
    """All findings as one JSON document: docs/reference/habeas-match-1.schema.json."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "a": _list(found.left),
        "b": _list(found.right),
        "findings": [_finding(one) for one in findings(found)],
    }
    text = printable_json(json.dumps(document, ensure_ascii=False, indent=2))
    return (text + "\n").encode("utf-8")


def _list(table_: PeopleTable) -> dict[str, Any]:
    return {"name": table_.name, "rows": len(table_.people), "problems": len(table_.problems)}


def _finding(one: Finding) -> dict[str, Any]:
    pair = one.pair
    # Both rows of those listed twice are of one list.
    sides = ("first", "second") if one.kind.startswith("twice") else ("a", "b")
    told: dict[str, Any] = {"finding": one.kind}
    if pair is not None:
        told["score"] = pair.match.score if pair.match is not None else None
        told["rivals"] = pair.rivals
        told["evidence"] = list(evidence_of(pair))
    for side, person in zip(sides, (one.left, one.right), strict=True):
        if person is not None:
            told[side] = _person(person)
    return told


def _person(person: ListedPerson) -> dict[str, Any]:
    told: dict[str, Any] = {"row": person.row}
    if person.sheet:
        told["sheet"] = person.sheet
    if person.id is not None:
        told["id"] = person.id
    if person.url is not None:
        told["url"] = person.url
    told["names"] = list(person.names)
    if person.words:
        told["words"] = person.words
    told["cells"] = [{"column": cell.header, "text": cell.text} for cell in person.cells]
    return told
