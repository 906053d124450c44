"""Lists of people as CSV: the text is the file, its head says whose list it is.

Of a workbook the text is its sheets, each as CSV below a line `# sheet: <its name>`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from habeas.reports.decoding import decode_text
from habeas.reports.plain import given_date
from habeas.reports.reading import Origin, Reading, web_address

# A head column named "#" is a running number, not a comment.
_COMMENT = re.compile(r"#(?![,;\t])([^\n]*)(?:\n|\Z)|[ \t]*\n")
_FIELD = re.compile(r"\s*([A-Za-z]+)\s*:\s*(.*?)\s*")
_HEAD_LINES = 100
_TOLD = re.compile(r"#\s*column\s*:\s*(.+?)\s*=\s*(\S+)\s*", re.IGNORECASE)
_ADDED = re.compile(r"# added: ([0-9]{1,3})\n")
_NAMED = "# sheet: "
_SHEET = re.compile(r"^# sheet: ([^\n]*)\n", re.MULTILINE)


def read_table(data: bytes, origin: Origin) -> Reading:
    """Read a CSV file; its rows are read by `habeas.claims.people_lists`.

    The text is the decoded file with LF line ends and nothing else changed,
    the comment lines at its head included. Those of the form `# key: value`
    give `title`, `publisher`, `published`, `url` and `language`. Without a
    title there, the name of the file is the title.

    Raises:
        UnreadableReport: The encoding cannot be told, the file is binary, or
            its head gives a date that is not one.
    """
    text = decode_text(data, origin)
    fields, _ = table_head(text)
    return Reading(
        text=text,
        title=fields.get("title") or origin.where,
        publisher=fields.get("publisher") or None,
        published=given_date(fields.get("published", ""), origin),
        language=fields.get("language") or None,
        url=web_address(fields.get("url", "")),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePart:
    """One table of a text: all of a CSV file, or one sheet of a workbook.

    Attributes:
        name: Of the sheet; empty where the text is one table.
        start, end: Its characters, below the line that names the sheet; end exclusive.
    """

    name: str
    start: int
    end: int


def sheet_line(name: str) -> str:
    """The line above a sheet; `table_parts` reads it."""
    return f"# sheet: {' '.join(name.split())}\n"


def table_parts(text: str) -> tuple[TablePart, ...]:
    """The tables of a text in their order; one of all the text where no sheet is named;
    one more for rows above the first sheet's line."""
    # Most texts are one table: to look for the words is faster than to look at each line.
    sheets = list(_SHEET.finditer(text)) if _NAMED in text else []
    if not sheets:
        return (TablePart(name="", start=0, end=len(text)),)
    above: tuple[TablePart, ...] = ()
    if table_head(text)[1] < sheets[0].start():
        above = (TablePart(name="", start=0, end=sheets[0].start()),)
    ends = [*(sheet.start() for sheet in sheets[1:]), len(text)]
    return above + tuple(
        TablePart(name=sheet.group(1), start=sheet.end(), end=end)
        for sheet, end in zip(sheets, ends, strict=True)
    )


def added_lines(lines: Sequence[str]) -> str:
    """Lines to stand above a file, with one that says how many there are.

    >>> lines_added(added_lines(["# publisher: Watch\\n"]) + "name\\n")
    2
    """
    return f"# added: {len(lines) + 1}\n" + "".join(lines)


def lines_added(text: str) -> int:
    """How many lines of a text stand above the file that was read; rows are counted without."""
    found = _ADDED.match(text)
    return int(found.group(1)) if found else 0


def column_line(header: str, field: str) -> str:
    """The line at the head that says what a column holds; `told_columns` reads it."""
    return f"# column: {' '.join(header.split())} = {field}\n"


def told_columns(text: str) -> dict[str, str]:
    """What the head says that columns hold, by their headers; the first word on each counts.

    >>> told_columns("# column: Who = name\\n# column: Note = -\\nWho,Note\\n")
    {'Who': 'name', 'Note': '-'}
    """
    found: dict[str, str] = {}
    for line in text[: table_head(text)[1]].split("\n"):
        if told := _TOLD.fullmatch(line):
            found.setdefault(" ".join(told.group(1).split()), told.group(2))
    return found


def table_head(text: str, start: int = 0) -> tuple[dict[str, str], int]:
    """The fields of the comment lines at the head, and where the table begins.

    Keys are in lower case; the first of equal keys counts. At most 100 lines
    are taken as the head.

    >>> table_head("# publisher: Arden Watch\\nName,Freed\\n")
    ({'publisher': 'Arden Watch'}, 25)
    """
    fields: dict[str, str] = {}
    position = start
    for _ in range(_HEAD_LINES):
        line = _COMMENT.match(text, position)
        if line is None:
            break
        if line.group(1) and (field := _FIELD.fullmatch(line.group(1))):
            fields.setdefault(field.group(1).lower(), field.group(2))
        position = line.end()
    return fields, position
