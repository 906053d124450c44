"""Print the PDF among the examples from its page in `pdf-source/`.

    python examples/make_pdf.py

Needs Chromium on the PATH. The PDF is kept with the examples, so nobody has to run this; run it
after changing the page.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PRINTED = {
    HERE / "pdf-source" / "civilians-received.html": HERE
    / "belarus-2025-12"
    / "coordination-bulletin.pdf",
}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
LARGEST = 60_000
"""Bytes an example may have: the folder is cloned by everyone."""


def find_browser() -> str:
    """Path of a Chromium; exits with a message where there is none."""
    for name in BROWSERS:
        path = shutil.which(name)
        if path:
            return path
    sys.exit(f"make_pdf.py: none of {', '.join(BROWSERS)} is on the PATH: install Chromium")


def print_page(browser: str, page: Path, pdf: Path) -> None:
    """Print one page, without the browser's own header and footer lines."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(  # noqa: S603 - starts the browser found above on a page of ours
            [
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-pdf-header-footer",
                f"--user-data-dir={profile}",
                f"--print-to-pdf={pdf}",
                page.as_uri(),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
    size = pdf.stat().st_size
    if size > LARGEST:
        sys.exit(f"make_pdf.py: {pdf.name} has {size} bytes: keep it under {LARGEST}")


def write_information(page: Path, pdf: Path) -> None:
    """Give the PDF the author and day of its page, where Chromium writes itself and today.

    The new entries fill the room of the old ones to the byte, so that no offset moves.
    """
    words = page.read_text(encoding="utf-8")
    title = _told(r"<title>([^<()\\]+)</title>", words)
    author = _told(r'<meta name="author" content="([^"()\\]+)">', words)
    day = _told(r'<meta name="date" content="(\d{4}-\d{2}-\d{2})">', words).replace("-", "")
    entries = (
        f"<</Title ({title})\n/Author ({author})\n"
        f"/CreationDate (D:{day}120000Z)\n/ModDate (D:{day}120000Z)"
    ).encode("ascii")
    data = pdf.read_bytes()
    old = re.search(rb"<</Title .*?(?=>>\nendobj)", data, re.DOTALL)
    if old is None or len(entries) > len(old.group()):
        sys.exit(f"make_pdf.py: {pdf.name} has no room for its author: look at its first object")
    room = len(old.group())
    pdf.write_bytes(data[: old.start()] + entries.ljust(room) + data[old.end() :])


def _told(pattern: str, words: str) -> str:
    match = re.search(pattern, words)
    if match is None:
        sys.exit(f"make_pdf.py: the page lacks {pattern}: write it in its head")
    return match.group(1)


def main() -> None:
    """Print every page of `PRINTED`."""
    browser = find_browser()
    for page, pdf in PRINTED.items():
        print_page(browser, page, pdf)
        write_information(page, pdf)
        print(f"{pdf.relative_to(HERE)}: {pdf.stat().st_size} bytes")


if __name__ == "__main__":
    main()
