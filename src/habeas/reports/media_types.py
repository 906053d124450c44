"""Which kind of document some bytes are."""

from __future__ import annotations

import re

from habeas.reports.problems import UnreadableReport

PLAIN = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
PDF = "application/pdf"
EMAIL = "message/rfc822"
CSV = "text/csv"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODS = "application/vnd.oasis.opendocument.spreadsheet"

READABLE = frozenset({PLAIN, MARKDOWN, HTML, PDF, EMAIL, CSV, DOCX, XLSX, ODS})
"""Media types `read_report` reads, and the only ones a Report has."""

_BY_NAME = {
    "application/xhtml+xml": HTML,
    "text/tab-separated-values": CSV,
    "application/csv": CSV,
    "application/x-pdf": PDF,
    "text/x-markdown": MARKDOWN,
    **{kind: kind for kind in READABLE},
}

_FEEDS = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml"}
    | {"text/xml"}
)

_UNKNOWN = frozenset({"", "application/octet-stream", "binary/octet-stream", "unknown/unknown"})

_BY_ENDING = {
    "txt": PLAIN,
    "text": PLAIN,
    "md": MARKDOWN,
    "markdown": MARKDOWN,
    "htm": HTML,
    "html": HTML,
    "xhtml": HTML,
    "pdf": PDF,
    "eml": EMAIL,
    "csv": CSV,
    "tsv": CSV,
    "docx": DOCX,
    "xlsx": XLSX,
    "xlsm": XLSX,
    "ods": ODS,
}

_CALLED = {
    PDF: "a PDF",
    DOCX: "a Word document",
    XLSX: "an Excel workbook",
    ODS: "an OpenDocument spreadsheet",
}

_ZIP = b"PK\x03\x04"

_FOREIGN = (
    (_ZIP, "a ZIP archive"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old or locked Word, Excel or Outlook file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\0", "a database"),
)

_NEVER_REPORTS = frozenset({"a picture", "a program", "a database"})

_HEAD = 4096
_TEXT_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HTML_START = re.compile(
    rb"(?:\s|<\?xml[^>]*>|<!--.*?-->)*<(?:!doctype\s+html|html|head|body|title|meta|article|div)"
    rb"[\s/>]",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(rb"<[a-zA-Z!/?]")
_XML_START = re.compile(rb"\s*<(?:\?xml|!DOCTYPE|!ENTITY|rss|feed|svg)[\s>]", re.IGNORECASE)
_MAIL_FIELD = re.compile(rb"^([!-9;-~]+):[ \t]?", re.MULTILINE)
_MAIL_SURE = frozenset({b"received", b"message-id", b"mime-version", b"return-path"})


def decide_media_type(data: bytes, *, declared: str | None, file: str | None, where: str) -> str:
    """Decide what to read some bytes as.

    The content has the last word: a PDF sent as `text/plain` is a PDF, an
    error page saved as `list.csv` is HTML, and a page without a single tag is
    plain text. Where the content leaves it open, which it does among plain
    text, Markdown and CSV, the file's ending decides before the declared type
    if that is only `text/plain` or says nothing, and after it otherwise.

    Args:
        data: The whole document; only its first 4 KiB are looked at, all of it
            for tags where it is called HTML, and a ZIP archive for what it says it is.
        declared: Media type without parameters, or None.
        file: File name, for its ending, or None.
        where: For the error message.

    Returns:
        One of `READABLE`; `text/plain` where nothing says otherwise.

    Raises:
        UnreadableReport: The content is of a kind habeas does not read.
    """
    certain = _by_content(data, where)
    if certain is not None:
        return certain
    named = _BY_NAME.get((declared or "").lower())
    ending = _BY_ENDING.get((file or "").rpartition(".")[2].lower()) if file else None
    kind = ending or named if named in (None, PLAIN) else named
    if kind in _CALLED:
        raise UnreadableReport(
            what=f"not {_CALLED[kind]}, though it is called one",
            where=where,
            remedy="fetch or save the file again",
        )
    if kind == EMAIL and not _MAIL_FIELD.match(data.lstrip()[:_HEAD]):
        return PLAIN
    if kind == HTML and not (_TAG.search(data) or _is_wide(data)):
        return PLAIN
    return kind or PLAIN


def is_readable(declared: str) -> bool:
    """True for a declared type that may hold a report, and where nothing is declared.

    What programs call unknown bytes counts, for the content has the last word.

    >>> is_readable("text/html; charset=utf-8"), is_readable("image/png"), is_readable("")
    (True, False, True)
    """
    kind = declared.partition(";")[0].strip().lower()
    return kind in _BY_NAME or kind in _FEEDS or kind in _UNKNOWN


def called_no_report(head: bytes) -> str | None:
    """What some bytes are that no one would give as a report; None for all others.

    >>> called_no_report(b"GIF89a"), called_no_report(b"Nine were freed.")
    ('a picture', None)
    """
    found = (name for magic, name in _FOREIGN if head.startswith(magic))
    return next((name for name in found if name in _NEVER_REPORTS), None)


def _by_content(data: bytes, where: str) -> str | None:
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith(_ZIP) and (office := _office_kind(data, where)) is not None:
        return office
    for magic, name in _FOREIGN:
        if head.startswith(magic):
            raise UnreadableReport(
                what=f"{name}, which habeas does not read",
                where=where,
                remedy="save the document as text, HTML, PDF, DOCX, XLSX, ODS or CSV",
            )
    if _is_wide(data):
        return None
    bare = head.removeprefix(b"\xef\xbb\xbf")
    if _HTML_START.match(bare):
        return HTML
    if _XML_START.match(bare):
        if re.search(rb"<html[\s>]", head, re.IGNORECASE):
            return HTML
        raise UnreadableReport(
            what="an XML file that is not a web page",
            where=where,
            remedy="save the document as text, HTML, PDF, DOCX, XLSX, ODS or CSV",
        )
    return EMAIL if is_email(bare) else None


def _office_kind(data: bytes, where: str) -> str | None:
    # Loads a parser of XML, which most documents do not need.
    from habeas.reports.packages import Package

    return Package(data, where).kind()


def _is_wide(data: bytes) -> bool:
    """True for UTF-16, whose tags no search for ASCII bytes can see."""
    return data.startswith(_TEXT_MARKS[1:])


def is_email(head: bytes) -> bool:
    """True for a block of header fields with one that only a mail program writes."""
    block = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    if not _MAIL_FIELD.match(block):
        return False
    names = {match.group(1).lower() for match in _MAIL_FIELD.finditer(block)}
    return b"from" in names and bool(names & _MAIL_SURE)
