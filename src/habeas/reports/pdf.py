"""PDF, read by pypdfium2 in a process of its own that is held to limits."""

from __future__ import annotations

from habeas.model.reports import PAGE_END
from habeas.reports.dates import read_date
from habeas.reports.limited import SECONDS, Refusal, ask_limited
from habeas.reports.pdf_process import MAX_PAGES, MAX_TEXT
from habeas.reports.problems import UnreadableReport
from habeas.reports.reading import Origin, Reading, first_line

_PROCESS = "habeas.reports.pdf_process"

_REFUSED = {
    "encrypted": ("a PDF locked with a password", "save it without the password"),
    "broken": ("a broken PDF", "fetch or save the file again"),
    "pages": (f"a PDF of more than {MAX_PAGES} pages", "split it"),
    "text": (f"a PDF of more than {MAX_TEXT} characters", "split it"),
    "time": ("a PDF that takes too long to read", "save its text instead"),
    "crash": ("a PDF that no reader can finish", "save its text instead"),
    "scan": ("a PDF without text, perhaps a scan", "run text recognition (OCR) on it first"),
}


def read_pdf(data: bytes, origin: Origin, *, seconds: float = SECONDS) -> Reading:
    """Read the text of a PDF, a LF between paragraphs, `PAGE_END` and a LF between pages.

    Lines of a paragraph are joined and words divided at a line end are made
    whole; see `habeas.reports.pdf_process`. The title is that of the file's
    metadata, else the first line; the day of publication is the day the file
    was made (`CreationDate`), which is the closest a PDF gives.

    The bytes are parsed in a process of its own; see `habeas.reports.limited`.

    Args:
        data: The file.
        origin: Where it came from.
        seconds: Time after which the child is ended.

    Raises:
        UnreadableReport: Locked, broken, without text, or beyond a limit.
    """
    try:
        answer = ask_limited(_PROCESS, data, seconds=seconds)
    except Refusal as refusal:
        reason = refusal.args[0]
        raise _refusal(reason if reason in _REFUSED else "crash", origin) from None
    pages = answer.get("pages")
    if not isinstance(pages, list) or not all(isinstance(page, str) for page in pages):
        raise _refusal("crash", origin)
    # Empty pages too, so that the ends count them.
    text = f"{PAGE_END}\n".join(pages).rstrip()
    if not text.strip():
        raise _refusal("scan", origin)
    return Reading(
        text=text,
        title=_title(str(answer.get("title", ""))) or first_line(text),
        published=read_date(str(answer.get("created", ""))),
    )


def _title(title: str) -> str:
    """The metadata's title, unless it is only what a program calls the file."""
    name = title.strip().removeprefix("Microsoft Word - ").strip()
    ending = name.rpartition(".")[2].lower()
    known = {"doc", "docx", "odt", "rtf", "indd", "pdf", "txt", "html", "qxd", "pages"}
    return "" if ending in known or name.lower() in ("untitled", "document") else name


def _refusal(reason: str, origin: Origin) -> UnreadableReport:
    what, remedy = _REFUSED[reason]
    return UnreadableReport(what=what, where=origin.where, remedy=remedy)
