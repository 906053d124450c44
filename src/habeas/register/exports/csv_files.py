"""A CSV file for each table, and the text of each report in a file of its own.

UTF-8 without a mark, commas, CRLF (RFC 4180). `cells` says how a value becomes a cell.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any

from habeas.model.editions import Edition
from habeas.register.exports.account_tables import TABLES
from habeas.register.exports.bundles import Bundle, Digested
from habeas.register.exports.cells import read, written
from habeas.register.exports.from_tables import Cells, edition_of
from habeas.register.exports.outgoing import Outgoing
from habeas.register.exports.problems import InvalidExport
from habeas.register.exports.readme import readme
from habeas.register.exports.tables import Row, Table

TEXTS = "texts"
"""Folder of the texts of reports, each called by the id of its report."""

_ID = re.compile(r"[0-9A-Za-z_-]{1,128}")
# A cell may hold the names of a long list; the library's own bound is for hostile input.
_MOST_CELL = 10_000_000

type Open = Callable[[str], IO[bytes]]
"""Opens a file of the export by its name; raises KeyError or OSError where it is not there."""


def write_csv(going: Outgoing, bundle: Bundle) -> None:
    """Write every table, the texts, and a README."""
    for table in TABLES:
        with bundle.file(f"{table.name}.csv") as file:
            write_table(file, table, table.rows(going))
    for report in going.reports():
        with bundle.file(_text_name(report.id)) as file:
            file.write(report.text.encode())
    with bundle.file("README.txt") as file:
        file.write(readme(going, "csv", TABLES).encode())


def write_table(file: Digested | IO[bytes], table: Table, rows: Iterable[Row]) -> None:
    """Write one table with its head."""
    kinds = [column.kind for column in table.columns]
    page = io.StringIO(newline="")
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    for row in rows:
        writer.writerow(map(written, kinds, row))
        file.write(page.getvalue().encode())
        page.seek(0)
        page.truncate()
    file.write(page.getvalue().encode())


def read_csv(open_: Open) -> Edition:
    """Read the tables back, whatever of them a spreadsheet sorted into other columns.

    Raises:
        InvalidExport: A table is missing or holds something else.
    """

    def rows_of(table: Table) -> Iterator[Cells]:
        with _opened(open_, f"{table.name}.csv") as file:
            yield from _rows(io.TextIOWrapper(file, encoding="utf-8-sig", newline=""), table)

    def text_of(row: Cells, _quotes: Iterable[tuple[int, str]]) -> str:
        with _opened(open_, _text_name(row["id"])) as file:
            return file.read().decode()

    return edition_of(rows_of, text_of)


def _rows(lines: Iterable[str], table: Table) -> Iterator[Cells]:
    csv.field_size_limit(_MOST_CELL)
    wanted = [column for column in table.columns if not column.derived]
    reader = csv.reader(lines, strict=True)
    try:
        head = next(reader, [])
        places = [(column, _place(head, column.name, table.name)) for column in wanted]
        for row in reader:
            where = f"{table.name}.csv, line {reader.line_num}"
            found: dict[str, Any] = {
                column.name: read(column, row[place] if place < len(row) else "", where)
                for column, place in places
            }
            yield found
    except (csv.Error, UnicodeDecodeError) as error:
        raise InvalidExport(
            what="a file that is no CSV in UTF-8",
            where=f"{table.name}.csv",
            remedy="save it as CSV in UTF-8, with commas",
        ) from error


def _place(head: list[str], name: str, table: str) -> int:
    if name not in head:
        raise InvalidExport(
            what=f"no column {name!r}", where=f"{table}.csv", remedy="export the register again"
        )
    return head.index(name)


def _opened(open_: Open, name: str) -> IO[bytes]:
    try:
        return open_(name)
    except (KeyError, OSError) as error:
        raise InvalidExport(
            what="a file that is missing or cannot be read",
            where=name,
            remedy="export the register again",
        ) from error


def _text_name(report: str) -> str:
    if not _ID.fullmatch(report):
        raise InvalidExport(what="a report whose id is no name of a file", remedy="")
    return f"{TEXTS}/{report}.txt"
