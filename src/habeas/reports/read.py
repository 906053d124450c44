"""Bytes to a Report, whatever the format."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from datetime import date
from importlib import import_module
from urllib.parse import urlsplit

from habeas.model.dates import EdtfDate
from habeas.model.reports import Report
from habeas.reports import media_types
from habeas.reports.language import tell_language
from habeas.reports.media_types import decide_media_type
from habeas.reports.problems import UnreadableReport
from habeas.reports.reading import Origin, Reading, as_title, first_line, web_address

MAX_BYTES = 50_000_000
"""Largest document that is read, in bytes, of every format."""

# Named, not imported: a command that reads text need not load the parser of PDFs.
_READERS = {
    media_types.PLAIN: ("habeas.reports.plain", "read_plain"),
    media_types.MARKDOWN: ("habeas.reports.plain", "read_plain"),
    media_types.HTML: ("habeas.reports.html", "read_html"),
    media_types.PDF: ("habeas.reports.pdf", "read_pdf"),
    media_types.EMAIL: ("habeas.reports.email", "read_email"),
    media_types.DOCX: ("habeas.reports.docx", "read_docx"),
    media_types.CSV: ("habeas.reports.tables", "read_table"),
    media_types.XLSX: ("habeas.reports.workbooks", "read_workbook"),
    media_types.ODS: ("habeas.reports.workbooks", "read_workbook"),
}

_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([^\s\"';]+)", re.IGNORECASE)


def read_report(
    data: bytes,
    *,
    media_type: str | None = None,
    file: str | None = None,
    url: str | None = None,
    retrieved: date | None = None,
) -> Report:
    """Read one document: text, Markdown, web page, PDF, DOCX, e-mail or table (CSV, XLSX, ODS).

    The same bytes and arguments always give the same Report. No clock, network
    or environment is read, and no dependency writes to the terminal.

    Args:
        data: The document, at most `MAX_BYTES`.
        media_type: As declared, parameters allowed (`text/html; charset=koi8-r`).
            The content has the last word; see `habeas.reports.media_types`.
        file: Name of the file it came from; folders in it are dropped.
        url: Address it was read from, http or https.
        retrieved: Day it was read.

    Returns:
        A Report with at least one character that is not white space. Its `url`
        is the canonical address where the document gives one, else `url`.

    Raises:
        UnreadableReport: Too large, empty, encrypted, broken, binary, or of a
            kind habeas does not read.
    """
    name = _file_name(file)
    origin = Origin(where=_where(name, url), charset=_charset(media_type))
    _check_size(data, origin)
    address = _checked_address(url, origin)
    declared = media_type.partition(";")[0].strip() if media_type else None
    kind = decide_media_type(data, declared=declared, file=name, where=origin.where)
    reading = _reader(kind)(data, origin)
    if not reading.text or reading.text.isspace():
        raise UnreadableReport(
            what="no text", where=origin.where, remedy="check that the document is the right one"
        )
    return Report(
        id=hashlib.sha256(data).hexdigest(),
        file=name,
        url=reading.url or address,
        media_type=kind,
        language=tell_language(reading.text, declared=reading.language),
        title=as_title(reading.title) or as_title(first_line(reading.text)),
        publisher=as_title(reading.publisher or "") or None,
        published=reading.published,
        retrieved=EdtfDate.of_day(retrieved) if retrieved else None,
        text=reading.text,
    )


def _reader(kind: str) -> Callable[[bytes, Origin], Reading]:
    module, function = _READERS[kind]
    reader: Callable[[bytes, Origin], Reading] = getattr(import_module(module), function)
    return reader


def _check_size(data: bytes, origin: Origin) -> None:
    if len(data) > MAX_BYTES:
        raise UnreadableReport(
            what=f"{len(data) / 1e6:.0f} MB, more than the {MAX_BYTES / 1e6:.0f} MB habeas reads",
            where=origin.where,
            remedy="split the document, or keep only its text",
        )
    if not data:
        raise UnreadableReport(
            what="an empty file", where=origin.where, remedy="fetch or save the document again"
        )


def _checked_address(url: str | None, origin: Origin) -> str | None:
    if url is None:
        return None
    address = web_address(url)
    if address is None:
        raise UnreadableReport(
            what="an address that is not an http or https one",
            where=origin.where,
            remedy="give the address of the page, beginning with https://",
        )
    return address


def _charset(media_type: str | None) -> str | None:
    match = _CHARSET.search(media_type or "")
    return match.group(1) if match else None


def _file_name(file: str | None) -> str | None:
    """The last part of a path of any system, without control characters; None if empty."""
    name = re.split(r"[/\\]", file)[-1] if file else ""
    return "".join(sign for sign in name if sign.isprintable()) or None


def _where(name: str | None, url: str | None) -> str:
    if name:
        return name
    try:
        return (urlsplit(url).hostname if url else None) or "the document"
    except ValueError:
        return "the document"
