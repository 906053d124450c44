"""Plain text and Markdown: the decoded file, unchanged."""

from __future__ import annotations

import re

from habeas.model.dates import EdtfDate
from habeas.reports.dates import read_date
from habeas.reports.decoding import decode_text
from habeas.reports.problems import UnreadableReport
from habeas.reports.reading import Origin, Reading, first_line, web_address

_FENCE = re.compile(r"---[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9 _-]*):(?:[ \t]+(.*)|[ \t]*)")
_CONTINUED = re.compile(r"[ \t]+\S.*|[ \t]*-[ \t].*|#.*|[ \t]*")
_FIELD_LINES = 100


def read_plain(data: bytes, origin: Origin) -> Reading:
    """Read plain text or Markdown.

    The text is the decoded file with LF line ends and nothing else changed:
    no normal form, no stripping, so that the offsets of words in the file are
    those in the text. Front matter between two `---` lines at the very top
    (`title`, `publisher`, `published`, `url`, `language`; other keys are
    ignored) is taken out, and the text begins on the line after it. Without a
    title there, the first line that is not blank is the title and stays.

    Raises:
        UnreadableReport: The encoding cannot be told, the file is binary, or
            its front matter gives a date that is not one.
    """
    text = decode_text(data, origin)
    fields, begin = _front_matter(text)
    body = text[begin:]
    return Reading(
        text=body,
        title=fields.get("title") or first_line(body),
        publisher=fields.get("publisher") or None,
        published=given_date(fields.get("published", ""), origin),
        language=fields.get("language") or None,
        url=web_address(fields.get("url", "")),
    )


def given_date(text: str, origin: Origin) -> EdtfDate | None:
    """The date a person wrote into the head of a file; None where they wrote none.

    Raises:
        UnreadableReport: They wrote something that is not one date. Going on
            without it would date every "on Saturday" of the report wrongly.
    """
    if not text.strip():
        return None
    when = read_date(text)
    if when is None:
        raise UnreadableReport(
            what=f"'published' is {text[:40]!r}, which is not one date",
            where=f"the head of {origin.where}",
            remedy="write 2024, 2024-02 or 2024-02-29",
        )
    return when


def _front_matter(text: str) -> tuple[dict[str, str], int]:
    """The fields of front matter, keys in lower case, and where the text begins."""
    opening = _FENCE.match(text)
    if opening is None:
        return {}, 0
    fields: dict[str, str] = {}
    position = opening.end()
    for _ in range(_FIELD_LINES):
        if closing := _FENCE.match(text, position):
            return fields, closing.end()
        end = text.find("\n", position)
        if end < 0:
            break
        line = text[position:end]
        if field := _FIELD.fullmatch(line):
            fields.setdefault(field.group(1).lower(), _unquoted(field.group(2) or ""))
        elif not _CONTINUED.fullmatch(line):
            break
        position = end + 1
    # A rule above a text that merely begins with one.
    return {}, 0


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        return value[1:-1].strip()
    return value
