"""The bytes of a list as a report whose head says what its columns hold."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath

from habeas.model.dates import EdtfDate
from habeas.model.reports import Report
from habeas.people.lists.importing.mapping import ColumnMap
from habeas.people.lists.problems import UnreadableList
from habeas.reports import read_report
from habeas.reports.tables import added_lines, column_line, table_head

_COUNTER = re.compile(r"[\W_\d]+$")
_UNNAMED = "list"


def list_report(data: bytes, *, file: str) -> Report:
    """Read a list of people: CSV (comma, semicolon, tab or bar), XLSX or ODS.

    Args:
        data: The file, at most `MAX_BYTES`.
        file: Its name, for messages.

    Raises:
        UnreadableReport: Too large, empty, broken or of another format.
        UnreadableList: It is no table.
    """
    report = read_report(data, file=file)
    if not report.is_table:
        raise UnreadableList(
            what=f"a document of the kind {report.media_type}, which is no list",
            where=file,
            remedy="give a table as CSV, XLSX or ODS",
        )
    return report


def source_of(report: Report) -> str:
    """Whose list this is, as far as it says: its publisher, else its file without a number.

    >>> source_of(list_report(b"name,status\\n", file="watch-2026-01.csv"))
    'watch'
    """
    if report.publisher:
        return " ".join(report.publisher.split())
    stem = PurePath(report.file or "").stem
    return " ".join((_COUNTER.sub("", stem) or stem or _UNNAMED).split())


def with_map(
    report: Report, columns: ColumnMap, *, source: str, published: EdtfDate | None
) -> Report:
    """The same list with lines above it that say what its columns hold, and whose it is.

    What the file says of itself stays; its rows stay as they are, and move down.

    Args:
        report: As `list_report` gave it.
        columns: What its columns hold.
        source: Whose list it is, where the file names no publisher.
        published: Day it is of, where the file gives none.
    """
    fields, _ = table_head(report.text)
    day = report.published or published
    lines = [column_line(header, field) for header, field in columns.columns]
    if columns.status and "status" not in fields:
        lines.append(f"# status: {' '.join(columns.status.split())}\n")
    if "publisher" not in fields:
        lines.append(f"# publisher: {source}\n")
    if "published" not in fields and day is not None:
        lines.append(f"# published: {day.text}\n")
    return replace(
        report,
        text=added_lines(lines) + report.text,
        publisher=report.publisher or source,
        published=day,
    )
