"""Photograph every kind of page of an Edition: wide and narrow, light and dark, and printed.

    python scripts/screenshots.py EDITION.sqlite [FOLDER]

Without arguments the examples are read and published first. Pictures go to build/screenshots.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from habeas.register.edition_file import EditionFile, read_edition
from habeas.server.serving import public_application

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples" / "belarus-2025-12"
SIZES = {"wide": (1280, 900), "narrow": (390, 844)}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def main(arguments: list[str]) -> None:
    """Photograph the Edition named, or that of the examples."""
    folder = Path(arguments[1]) if len(arguments) > 1 else ROOT / "build" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        edition = Path(arguments[0]) if arguments else publish_examples(Path(made))
        with serving(edition) as address:
            photograph(address, pages_of(edition), folder)
    sys.stdout.write(f"{folder}\n")


def publish_examples(folder: Path) -> Path:
    """Read the examples and publish them as an Edition in an empty folder."""
    edition = folder / "examples.sqlite"
    habeas = str(Path(sys.executable).with_name("habeas"))
    environment = {**os.environ, "HABEAS_HOME": str(folder)}
    files = [str(path) for path in sorted(EXAMPLES.iterdir()) if path.name != "README.md"]
    subprocess.run([habeas, "add", *files], check=True, env=environment)
    subprocess.run([habeas, "publish", str(edition)], check=True, env=environment)
    return edition


@contextmanager
def serving(edition: Path) -> Iterator[str]:
    """Serve an Edition on a free port of this machine; gives the address."""
    from waitress.server import create_server

    server = create_server(public_application(edition), host="127.0.0.1", port=0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        server.close()


def pages_of(path: Path) -> dict[str, str]:
    """One address of each kind of page, the fullest of its kind, by a name for its pictures."""
    edition = read_edition(path)
    pages = {"home": "/", "about": "/about/", "reports": "/reports/", "people": "/people/"}
    pages["missing"] = "/nothing-here/"
    for number, account in enumerate(edition.accounts[:3], start=1):
        pages[f"account-{number}"] = f"/accounts/{account.event.id}/"
    with EditionFile(path) as file:
        by_claims = sorted(edition.reports, key=lambda r: -len(file.claims_of_report(r.id)))
    for number, report in enumerate(by_claims[:2], start=1):
        pages[f"report-{number}"] = f"/reports/{report.id}/"
    for report in edition.reports:
        if report.media_type == "text/csv":
            pages["report-list"] = f"/reports/{report.id}/"
    for person in sorted(edition.people, key=lambda person: -len(person.mentions))[:1]:
        pages["person"] = f"/people/{person.id}/"
    return pages


def photograph(address: str, pages: dict[str, str], folder: Path) -> None:
    """Save a picture for each page, size and colour scheme, and a PDF for each page."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for size, (width, height) in SIZES.items():
            for scheme in SCHEMES:
                page = browser.new_page(
                    viewport={"width": width, "height": height}, color_scheme=scheme
                )
                for name, where in pages.items():
                    page.goto(address + where)
                    picture = folder / f"{name}-{size}-{scheme}.png"
                    page.screenshot(path=picture, full_page=True)
                    if (size, scheme) == ("wide", "light"):
                        page.pdf(path=folder / f"{name}.pdf", format="A4")
                page.close()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
