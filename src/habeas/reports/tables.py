"""Lists of people as CSV: the text is the file, its head says whose list it is."""

from __future__ import annotations

import re

from habeas.reports.decoding import decode_text
from habeas.reports.plain import given_date
from habeas.reports.reading import Origin, Reading, web_address

# A head column named "#" is a running number, not a comment.
_COMMENT = re.compile(r"#(?![,;\t])([^\n]*)(?:\n|\Z)|[ \t]*\n")
_FIELD = re.compile(r"\s*([A-Za-z]+)\s*:\s*(.*?)\s*")
_HEAD_LINES = 100


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


def table_head(text: str) -> tuple[dict[str, str], int]:
    """The fields of the comment lines at the head, and where the table begins.

    Keys are in lower case; the first of equal keys counts. At most 100 lines
    are taken as the head.

    >>> table_head("# publisher: Arden Watch\\nName,Freed\\n")
    ({'publisher': 'Arden Watch'}, 25)
    """
    fields: dict[str, str] = {}
    position = 0
    for _ in range(_HEAD_LINES):
        line = _COMMENT.match(text, position)
        if line is None:
            break
        if line.group(1) and (field := _FIELD.fullmatch(line.group(1))):
            fields.setdefault(field.group(1).lower(), field.group(2))
        position = line.end()
    return fields, position
