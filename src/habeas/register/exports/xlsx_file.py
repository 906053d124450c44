"""A workbook with a sheet for each table, and a first sheet that says what it is.

Every cell is text, a number or yes/no; none is a formula. Rows are written as they come,
so that a large register needs little memory.
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import IO, TYPE_CHECKING, Any

from habeas.model.editions import Edition
from habeas.register.exports.account_tables import TABLES
from habeas.register.exports.cells import Cell, Column, Kind, joined, marked, read
from habeas.register.exports.from_tables import Cells, edition_of, quoted_text
from habeas.register.exports.outgoing import Outgoing
from habeas.register.exports.problems import InvalidExport
from habeas.register.exports.readme import CREED, FORMAT, facts
from habeas.register.exports.tables import Row, Table

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_MOST_ROWS = 1_000_000
"""Rows of a sheet, beneath the 1,048,576 of the format; more go on in a further sheet."""

_MOST_CELL = 16_000
"""Characters of a cell, each of which may count twice towards the 32,767 of the format."""

_CONTINUED = "continued"
_ABOUT = "about"
_SAFE_NUMBER = 2**53
# No XML may hold them; told apart from all other marked text by the backslash.
_NO_XML = re.compile("[\ufffe\uffff]")
_ESCAPED = "'\\"
_WIDE = {"passage": 60, "explanation": 60, "said_by": 36, "report_title": 36, "title": 36}
_NARROW = 13
_NAME = 26


@dataclass(slots=True)
class _Long:
    """What did not fit into its cell: sheet, row from 1, column, part from 2, and the words."""

    parts: list[tuple[str, int, str, int, str]] = field(default_factory=list)


def write_xlsx(going: Outgoing, file: IO[bytes]) -> None:
    """Write all tables. The texts of reports are left out; their passages are there."""
    import xlsxwriter

    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(file, options) as book:
        # Without a day of its own the library notes the moment of writing.
        about = {"title": going.summary.title[:200], "comments": FORMAT}
        book.set_properties({**about, "created": datetime(2000, 1, 1, tzinfo=UTC)})
        # A prefix keeps a cell text even after somebody edits it.
        form = book.add_format({"quote_prefix": True, "valign": "top"})
        head = book.add_format({"bold": True, "bottom": 1})
        _write_about(book.add_worksheet(_ABOUT), going, (head, form))
        long = _Long()
        for table in TABLES:
            rows = table.rows(going)
            name, number = table.name, 1
            while _write_sheet(book.add_worksheet(name), table, rows, (head, form, long)):
                number += 1
                name = f"{table.name} {number}"
        _write_long(book.add_worksheet(_CONTINUED), long, (head, form))


def _write_about(sheet: Worksheet, going: Outgoing, forms: tuple[Format, Format]) -> None:
    head, form = forms
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 90)
    lines: list[tuple[str, str]] = [*facts(going), ("", ""), *(("", words) for words in CREED)]
    lines += [("", ""), ("Sheet", "A row is")]
    lines += [(table.name, table.tells) for table in TABLES]
    lines += [
        (_CONTINUED, "What did not fit into a cell of another sheet."),
        ("", ""),
        ("Column", "Tells"),
        *((f"{t.name}.{column.name}", column.tells) for t in TABLES for column in t.columns),
    ]
    for line, (label, words) in enumerate(lines):
        if label:
            sheet.write_string(line, 0, label, head)
        if words:
            sheet.write_string(line, 1, _fitting(words)[:_MOST_CELL], form)


def _write_sheet(
    sheet: Worksheet, table: Table, rows: Iterator[Row], forms: tuple[Format, Format, _Long]
) -> bool:
    """Write rows until there are no more or the sheet is full; True where it is full."""
    head, form, long = forms
    for at, column in enumerate(table.columns):
        sheet.set_column(
            at, at, _WIDE.get(column.name, _NAME if "name" in column.name else _NARROW)
        )
        sheet.write_string(0, at, column.name, head)
    sheet.freeze_panes(1, 0)
    line = 0
    for line, row in enumerate(rows, start=1):
        for at, cell in enumerate(row):
            _write_cell(sheet, (line, at), cell, form)
            words = _words(cell)
            for part in range(_MOST_CELL, len(words), _MOST_CELL):
                place = (sheet.get_name(), line + 1, table.columns[at].name, part // _MOST_CELL + 1)
                long.parts.append((*place, words[part : part + _MOST_CELL]))
        if line == _MOST_ROWS:
            break
    sheet.autofilter(0, 0, line, len(table.columns) - 1)
    return line == _MOST_ROWS


def _write_cell(sheet: Worksheet, place: tuple[int, int], cell: Cell, form: Format) -> None:
    if cell is None or cell == ():
        return
    if isinstance(cell, bool):
        sheet.write_string(*place, "yes" if cell else "no", form)
    elif isinstance(cell, int | float) and _is_kept(cell):
        sheet.write_number(*place, cell)
    else:
        sheet.write_string(*place, _words(cell)[:_MOST_CELL], form)


def _words(cell: Cell) -> str:
    """A cell as text; empty for numbers that a workbook holds exactly."""
    if isinstance(cell, tuple):
        return _fitting(marked(joined(cell))) if cell else ""
    if isinstance(cell, str):
        return _fitting(marked(cell))
    if isinstance(cell, bool) or cell is None:
        return ""
    return "" if _is_kept(cell) else repr(cell)


def _is_kept(number: float) -> bool:
    """True for a number that comes back from the 16 digits that a workbook keeps of it."""
    return abs(number) <= _SAFE_NUMBER and float(f"{number:.16G}") == number


def _fitting(text: str) -> str:
    if not _NO_XML.search(text):
        return text
    return _ESCAPED + text.encode("unicode_escape").decode()


def _write_long(sheet: Worksheet, long: _Long, forms: tuple[Format, Format]) -> None:
    head, form = forms
    for at, name in enumerate(("sheet", "row", "column", "part", "words")):
        sheet.write_string(0, at, name, head)
    for line, part in enumerate(long.parts, start=1):
        for at, cell in enumerate(part):
            sheet.write_string(line, at, str(cell), form)


def read_xlsx(data: bytes) -> Edition:
    """Read the tables back; of the reports' texts only what claims quote, blanks between.

    Raises:
        InvalidExport: It is no workbook of an export, or a sheet holds something else.
    """
    import python_calamine

    try:
        book = python_calamine.load_workbook(io.BytesIO(data))
    except (python_calamine.CalamineError, python_calamine.ZipError, OSError) as error:
        raise InvalidExport(
            what="a file that is no workbook", remedy="give one that habeas exported"
        ) from error
    names = book.sheet_names
    if _CONTINUED not in names:
        raise InvalidExport(
            what="a workbook that habeas did not export", remedy="export the register again"
        )
    long: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for sheet, row, name, _, words in book.get_sheet_by_name(_CONTINUED).to_python()[1:]:
        long[str(sheet), str(row), str(name)].append(str(words))

    def rows_of(table: Table) -> Iterator[Cells]:
        for name in names:
            if name == table.name or re.fullmatch(rf"{re.escape(table.name)} \d+", name):
                lines = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
                yield from _rows(lines, table, name, long)

    return edition_of(rows_of, lambda row, quotes: quoted_text(row["length"], quotes))


def _rows(
    lines: Sequence[Sequence[Any]],
    table: Table,
    name: str,
    long: dict[tuple[str, str, str], list[str]],
) -> Iterator[Cells]:
    wanted = [column for column in table.columns if not column.derived]
    head = [str(cell) for cell in lines[0]] if lines else []
    if lacking := [column.name for column in wanted if column.name not in head]:
        raise InvalidExport(
            what=f"no column {lacking[0]!r}",
            where=f"sheet {name!r}",
            remedy="export the register again",
        )
    places = [(column, head.index(column.name)) for column in wanted]
    for number, row in enumerate(lines[1:], start=2):
        if all(cell == "" for cell in row):
            continue
        where = f"sheet {name!r}, row {number}"
        yield {
            column.name: _value(
                column, row[at], long.get((name, str(number), column.name), ()), where
            )
            for column, at in places
        }


def _value(column: Column, cell: Any, more: Iterable[str], where: str) -> Cell:
    if isinstance(cell, float) and column.kind in (Kind.WHOLE, Kind.NUMBER):
        return int(cell) if column.kind is Kind.WHOLE and cell.is_integer() else cell
    # A spreadsheet that saves the file again may make a year or an id a number.
    text = f"{cell:.0f}" if isinstance(cell, float) and cell.is_integer() else str(cell)
    text += "".join(more)
    if text.startswith(_ESCAPED):
        text = text.removeprefix(_ESCAPED).encode("ascii").decode("unicode_escape")
    return read(column, text, where)
