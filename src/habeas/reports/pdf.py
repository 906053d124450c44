"""PDF, read by pypdfium2 in a process of its own that is held to limits."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from typing import Any

from habeas.reports.dates import read_date
from habeas.reports.pdf_process import MAX_PAGES, MAX_TEXT
from habeas.reports.problems import UnreadableReport
from habeas.reports.reading import Origin, Reading, first_line

SECONDS = 60.0
"""Longest time one PDF may take."""

_ANSWER_BYTES = 7 * MAX_TEXT

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
    """Read the text of a PDF, one LF between pages and between paragraphs.

    Lines of a paragraph are joined and words divided at a line end are made
    whole; see `habeas.reports.pdf_process`. The title is that of the file's
    metadata, else the first line; the day of publication is the day the file
    was made (`CreationDate`), which is the closest a PDF gives.

    The bytes are parsed in a child process with a limit on its memory, time and
    output, and without the parent's environment: a PDF that loops, explodes or
    attacks the parser ends there.

    Args:
        data: The file.
        origin: Where it came from.
        seconds: Time after which the child is ended.

    Raises:
        UnreadableReport: Locked, broken, without text, or beyond a limit.
    """
    answer = _ask_child(data, origin, seconds)
    text = "\n".join(page for page in answer["pages"] if page)
    if not text.strip():
        raise _refusal("scan", origin)
    return Reading(
        text=text,
        title=_title(str(answer["title"])) or first_line(text),
        published=read_date(str(answer["created"])),
    )


def _ask_child(data: bytes, origin: Origin, seconds: float) -> dict[str, Any]:
    with tempfile.TemporaryFile() as question, tempfile.TemporaryFile() as reply:
        question.write(data)
        question.seek(0)
        try:
            # -P: a file in the current folder cannot stand in for a module.
            done = subprocess.run(
                [sys.executable, "-P", "-m", "habeas.reports.pdf_process"],
                stdin=question,
                stdout=reply,
                stderr=subprocess.DEVNULL,
                timeout=seconds,
                env=_environment(),
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise _refusal("time", origin) from None
        size = reply.seek(0, os.SEEK_END)
        if done.returncode != 0 or not 0 < size <= _ANSWER_BYTES:
            raise _refusal("crash", origin)
        reply.seek(0)
        return _checked(reply.read(), origin)


def _checked(reply: bytes, origin: Origin) -> dict[str, Any]:
    """The child's answer; it has handled hostile bytes, so nothing in it is trusted."""
    try:
        answer = json.loads(reply)
    except (ValueError, RecursionError):
        raise _refusal("crash", origin) from None
    if not isinstance(answer, dict):
        raise _refusal("crash", origin)
    if "refused" in answer:
        reason = answer["refused"]
        raise _refusal(reason if reason in _REFUSED else "crash", origin)
    pages = answer.get("pages")
    if not isinstance(pages, list) or not all(isinstance(page, str) for page in pages):
        raise _refusal("crash", origin)
    return {"title": "", "created": "", **answer}


def _environment() -> dict[str, str]:
    # The child finds the same packages and learns no secret of the parent.
    environment = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    if sys.platform == "win32":
        # Without it Python cannot start on Windows.
        environment["SYSTEMROOT"] = os.environ.get("SYSTEMROOT", "")
    return environment


def _title(title: str) -> str:
    """The metadata's title, unless it is only what a program calls the file."""
    name = title.strip().removeprefix("Microsoft Word - ").strip()
    ending = name.rpartition(".")[2].lower()
    known = {"doc", "docx", "odt", "rtf", "indd", "pdf", "txt", "html", "qxd", "pages"}
    return "" if ending in known or name.lower() in ("untitled", "document") else name


def _refusal(reason: str, origin: Origin) -> UnreadableReport:
    what, remedy = _REFUSED[reason]
    return UnreadableReport(what=what, where=origin.where, remedy=remedy)
