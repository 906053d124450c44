"""Bytes → a list of people, whatever the format."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import islice

from habeas.claims.list_rows import read_rows
from habeas.model.dates import EdtfDate
from habeas.model.reports import Report
from habeas.people.lists.entities import are_statements, people_in_json, people_in_statements
from habeas.people.lists.listed import Cell, ListedPerson, PeopleTable
from habeas.people.lists.problems import UnreadableList
from habeas.people.lists.rows import RowReader
from habeas.people.lists.tables import find_head, people_in_table
from habeas.reports import MAX_BYTES, UnreadableReport, read_report
from habeas.reports.decoding import decode_text
from habeas.reports.reading import Origin
from habeas.reports.tables import table_parts

MAX_PEOPLE = 200_000
"""Rows up to which a list is read."""

_PLAIN = frozenset({"text/plain", "text/markdown"})
_JSON = (".json", ".jsonl", ".ndjson", ".ijson")
_MOST_WORDS_OF_A_NAME = 8
_MARKS = b"\xef\xbb\xbf \t\r\n"


def read_people_table(data: bytes, *, file: str) -> PeopleTable:
    """Read a list of people.

    Formats, told by the content: CSV (comma, semicolon, tab or bar), XLSX, ODS, JSON and
    JSON lines, FollowTheMoney entities, OpenSanctions statements, and a plain text of
    one name a line. Headers are recognised in many languages (`data/columns.tsv`); all
    columns of names count, and every other column is kept. A bad cell or row is a problem
    and stops nothing. Cells are taken as text, formulas too.

    Args:
        data: The file, at most `MAX_BYTES`.
        file: Its name, for messages.

    Returns:
        Nobody, and a problem, where no row has a column of names.

    Raises:
        UnreadableList: Too large, empty, or no list.
        UnreadableReport: Its format cannot be read, or it is broken.
    """
    digest = sha256(data).hexdigest()
    if _is_json(data, file):
        reader = RowReader(where=file, digest=digest, on=None)
        return _gathered(file, people_in_json(_text(data, file), reader), reader)
    report = read_report(data, file=file)
    reader = RowReader(where=file, digest=digest, on=_day(report))
    title = report.title or file
    if report.is_table:
        return _gathered(title, _people_in_table(report, reader), reader)
    if report.media_type in _PLAIN:
        return _gathered(file, _people_in_lines(report, reader), reader)
    raise UnreadableList(
        what=f"a document of the kind {report.media_type}, which is no list",
        where=file,
        remedy="give a list as CSV, XLSX, ODS or JSON",
    )


def _gathered(name: str, people: Iterator[ListedPerson], reader: RowReader) -> PeopleTable:
    listed = tuple(islice(people, MAX_PEOPLE + 1))
    if len(listed) > MAX_PEOPLE:
        raise UnreadableList(
            what=f"more than {MAX_PEOPLE:,} rows", where=reader.where, remedy="split the list"
        )
    return PeopleTable(
        name=name,
        people=listed,
        problems=tuple(reader.problems),
        notes=tuple(reader.notes),
    )


def _people_in_table(report: Report, reader: RowReader) -> Iterator[ListedPerson]:
    part = table_parts(report.text)[0]
    head = next(read_rows(report.text, part, ","), None)
    if head is not None and are_statements(head):
        return people_in_statements(report.text, reader)
    return people_in_table(report.text, reader)


def _people_in_lines(report: Report, reader: RowReader) -> Iterator[ListedPerson]:
    """One name a line; a text whose first lines are headed like a table is a table."""
    part = table_parts(report.text)[0]
    if find_head(report.text, part) is not None:
        yield from people_in_table(report.text, reader)
        return
    lines = [
        (number, line.strip().lstrip("-*•").strip())
        for number, line in enumerate(report.text.split("\n"), start=1)
        if line.strip() and not line.startswith("#")
    ]
    if sum(len(line.split()) > _MOST_WORDS_OF_A_NAME for _, line in lines) * 2 > len(lines):
        raise UnreadableList(
            what="a text that is no list",
            where=reader.where,
            remedy="write one name a line, or a table with a column of names",
        )
    for number, name in lines:
        if name:
            yield reader.person(number, [Cell(header="name", kind="name", text=name)])


def _is_json(data: bytes, file: str) -> bool:
    return file.lower().endswith(_JSON) or data[:100].lstrip(_MARKS)[:1] in (b"{", b"[")


def _text(data: bytes, file: str) -> str:
    if len(data) > MAX_BYTES:
        raise UnreadableList(
            what=f"{len(data) / 1e6:.0f} MB, more than the {MAX_BYTES / 1e6:.0f} MB habeas reads",
            where=file,
            remedy="split the list",
        )
    text = decode_text(data, Origin(where=file))
    if not text.strip():
        raise UnreadableReport(
            what="an empty file", where=file, remedy="fetch or save the document again"
        )
    return text


def _day(report: Report) -> EdtfDate | None:
    return report.published
