"""Lists of people as CSV: the text is the file, its head says whose list it is.

Of a workbook the text is its sheets, each as CSV below a line `# sheet: <its name>`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from habeas.reports.decoding import decode_text
from habeas.reports.plain import given_date
from habeas.reports.reading import Origin, Reading, web_address

# A head column named "#" is a running number, not a comment.
_COMMENT = re.compile(r"#(?![,;\t])([^\n]*)(?:\n|\Z)|[ \t]*\n")
_FIELD = re.compile(r"\s*([A-Za-z]+)\s*:\s*(.*?)\s*")
_HEAD_LINES = 100
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
    sheets = list(_SHEET.finditer(text))
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
