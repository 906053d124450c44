"""Workbooks (XLSX, ODS): tables of people, read in a process of their own."""

from __future__ import annotations

from habeas.reports.limited import SECONDS, Refusal, ask_limited
from habeas.reports.packages import Package
from habeas.reports.plain import given_date
from habeas.reports.problems import UnreadableReport
from habeas.reports.reading import Origin, Reading, web_address
from habeas.reports.tables import sheet_line, table_head
from habeas.reports.workbook_process import MAX_SHEETS, MAX_TEXT

MAX_UNPACKED = 256_000_000
"""Bytes to which a workbook may say that it unpacks; the process holds it to its word."""

_PROCESS = "habeas.reports.workbook_process"
_MANIFEST = "META-INF/manifest.xml"
_REFUSED = {
    "encrypted": ("a workbook locked with a password", "save it without the password"),
    "broken": ("a broken workbook", "open it in its program and save it again, or save it as CSV"),
    "sheets": (f"a workbook of more than {MAX_SHEETS} sheets", "split it"),
    "text": (f"a workbook of more than {MAX_TEXT} characters", "split it, or save it as CSV"),
    "time": ("a workbook that takes too long to read", "save it as CSV instead"),
    "crash": ("a workbook that no reader can finish", "save it as CSV instead"),
    "empty": ("a workbook without filled cells", "check that the document is the right one"),
}


def read_workbook(data: bytes, origin: Origin, *, seconds: float = SECONDS) -> Reading:
    """Read the visible sheets of a workbook; rows are read by `habeas.claims.people_lists`.

    The text is every sheet as CSV (comma, RFC 4180), in the workbook's order, each
    below a line `# sheet: <its name>`, one row a line. Of formulas the text has the value
    that the program saved last, of dates ISO 8601; line breaks within a cell are spaces.
    Nothing is calculated, no macro looked at, no link followed. Hidden sheets are left
    out, for what is hidden was not meant to be published; the line `# hidden: …` above
    the first says how many.

    Comment lines at the head of the first sheet (`# publisher: …` alone in a cell) give
    the same fields as in a CSV file. Without a title there, the name of the file is it.

    Args:
        data: The file.
        origin: Where it came from.
        seconds: Time after which the process is ended.

    Raises:
        UnreadableReport: Locked, broken, empty, beyond a limit, or its head gives a
            date that is not one.
    """
    package = Package(data, origin.where)
    package.check_size(MAX_UNPACKED)
    # The parser would call it broken.
    if package.has(_MANIFEST) and b"encryption-data" in package.part(_MANIFEST):
        raise _refusal("encrypted", origin)
    try:
        answer = ask_limited(_PROCESS, data, seconds=seconds)
    except Refusal as refusal:
        raise _refusal(refusal.args[0], origin) from None
    sheets = answer.get("sheets")
    hidden = answer.get("hidden")
    if not isinstance(sheets, list) or not isinstance(hidden, int):
        raise _refusal("crash", origin)
    pieces = [f"# hidden: {hidden}, left out\n" if hidden else ""]
    fields: dict[str, str] = {}
    for name, text in ((str(name), str(text)) for name, text in sheets):
        if text.strip():
            fields = fields or table_head(text)[0]
            pieces.append(sheet_line(name) + text)
    if len(pieces) == 1:
        raise _refusal("empty", origin)
    return Reading(
        text="".join(pieces),
        title=fields.get("title") or origin.where,
        publisher=fields.get("publisher") or None,
        published=given_date(fields.get("published", ""), origin),
        language=fields.get("language") or None,
        url=web_address(fields.get("url", "")),
    )


def _refusal(reason: str, origin: Origin) -> UnreadableReport:
    what, remedy = _REFUSED.get(reason, _REFUSED["crash"])
    return UnreadableReport(what=what, where=origin.where, remedy=remedy)
