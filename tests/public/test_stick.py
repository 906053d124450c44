"""The pages on a memory stick: the same content, without a server, in a real Chromium.

Everyone and everything in the Edition is invented.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from habeas.public.offline import LOADED, file_of
from habeas.register.edition_file import EditionFile, write_edition
from habeas.register.exports.outgoing import Outgoing
from habeas.register.exports.places import new_bundle
from habeas.server.stick import write_stick
from house.checkout import SOURCE
from public import fictional
from public.test_browser import WIDTHS, reader, violations
from public.test_pages import get

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the pages over the Edition of `fictional`."""
    folder = tmp_path_factory.mktemp("stick")
    edition = folder / "edition.sqlite"
    write_edition(fictional.ruritania, edition)
    with EditionFile(edition) as file, new_bundle(folder / "pages") as bundle:
        write_stick(Outgoing(file=file), bundle, edition)
    return folder / "pages"


# Pages that only a server can answer; they are left out of a memory stick, links and all.
SERVED = {
    *("changes", "about-api", "downloads", "download", "cite", "robots", "favicon", "editions"),
    "due",
}
EXAMPLES = {"event_id": "e1", "report_id": "r1", "person_id": "p1", "claim_id": "c1"}


def test_every_kind_of_page_has_a_file() -> None:
    """A page that is added to the site is kept on a memory stick, or said to be left out."""
    routes = (SOURCE / "public" / "urls.py").read_text(encoding="utf-8")
    found = re.findall(r'path\(\s*"([^"]*)",\s*[\w.]+,\s*name="([\w-]+)"', routes)
    assert len(found) > 15
    for route, name in found:
        address = re.sub(r"<\w+:(\w+)>", lambda each: EXAMPLES.get(each[1], "a" * 64), route)
        assert (file_of(f"/{address}") is None) == (name in SERVED - {"editions"}), name


def pages_of(stick: Path) -> list[Path]:
    return sorted(stick.rglob("*.html"))


def main_of(tree: html.HtmlElement) -> str:
    """The words of a page, without what asks the server for another."""
    served = "//main//a[contains(@href, '?')] | //*[@data-served] | //p[@class='formats']"
    for asked in tree.xpath(served):
        asked.drop_tree()
    words = tree.xpath("string(//main)")
    return " ".join(words.replace("http://localhost/", "").split())


def addresses() -> list[str]:
    edition = fictional.ruritania
    return [
        *("/", "/people/", "/reports/", "/accounts/", "/about/"),
        *(f"/people/{each.id}/" for each in edition.people),
        *(f"/reports/{each.id}/" for each in edition.reports),
        *(f"/accounts/{each.event.id}/" for each in edition.accounts),
        *(f"/claims/{each.id}/" for each in edition.claims),
    ]


def test_each_page_says_what_the_site_says(stick: Path, ruritania: str) -> None:
    for address in addresses():
        served = get(ruritania + address)
        name = file_of(address)
        assert name is not None
        saved = html.fromstring((stick / name).read_text(encoding="utf-8"))
        told = main_of(served.tree).replace(f"{ruritania}/", "").strip()
        assert main_of(saved) == told, address


def test_every_link_leads_to_a_file_that_is_there(stick: Path) -> None:
    for page in pages_of(stick):
        tree = html.fromstring(page.read_text(encoding="utf-8"))
        for target in tree.xpath("//@href | //@src"):
            parts = urlsplit(target)
            assert not target.startswith("/")
            if parts.scheme in ("http", "https"):
                continue
            assert not parts.query
            path = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            assert path.is_relative_to(stick)
            assert path.is_file(), target
            if parts.fragment and path.suffix == ".html":
                text = path.read_text(encoding="utf-8")
                assert f'id="{parts.fragment}"' in text, target


def test_nothing_is_loaded_from_elsewhere_and_no_form_sends_anything(stick: Path) -> None:
    for page in pages_of(stick):
        tree = html.fromstring(page.read_text(encoding="utf-8"))
        loaded = tree.xpath("//@src | //link/@href")
        assert not [each for each in loaded if urlsplit(each).scheme]
        for form in tree.xpath("//form"):
            assert form.get("method", "get") == "get"
            assert not form.xpath(".//*[@name]")


def test_no_file_is_called_by_a_name(stick: Path) -> None:
    names = {
        part.casefold()
        for person in fictional.ruritania.people
        for name in person.names
        for part in re.findall(r"\w{4,}", name)
    }
    for path in stick.rglob("*"):
        assert not [name for name in names if name in path.name.casefold()]


def test_the_digests_are_those_of_the_files(stick: Path) -> None:
    lines = (stick / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    told = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    found = {
        path.relative_to(stick).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in stick.rglob("*")
        if path.is_file() and path.name != "SHA256SUMS"
    }
    assert told == found
    assert {f"static/{name}" for name in LOADED} <= told.keys()
    readme = (stick / "README.txt").read_text(encoding="utf-8")
    assert "index.html" in readme
    assert told["edition.sqlite"] in readme


@pytest.mark.parametrize("sought", ["Zenda", "зенда", "zneda", "Anna Zen", "Zendda"])
def test_somebody_is_found_in_any_script_without_a_server(
    page: Page, stick: Path, sought: str
) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda told: faults.append(told.text))
    page.goto((stick / "index.html").as_uri())
    page.get_by_role("link", name="Search").click()
    page.get_by_role("searchbox").fill(sought)
    page.keyboard.press("Enter")
    found = page.locator("#found a").first
    assert found.inner_text() == "Anna Zenda"
    assert "Zenda" not in page.url
    assert "?" not in page.url
    found.click()
    assert page.locator("h1").inner_text() == "Anna Zenda"
    assert faults == []


def test_nobody_found_is_said_so(page: Page, stick: Path) -> None:
    page.goto((stick / "search" / "index.html").as_uri())
    page.get_by_role("searchbox").fill("Xqwvuts")
    page.keyboard.press("Enter")
    page.get_by_text("Nothing was found in this edition").wait_for()
    assert page.locator("#found").is_hidden()


def test_the_way_to_the_words_needs_no_server_and_no_javascript(
    browser: Browser, stick: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((stick / "index.html").as_uri())
    page.locator(".waterfall a.fig").first.click()
    assert page.locator(".passage:target").inner_text().startswith("The chancellor")
    context.close()


@pytest.mark.parametrize("where", ["index.html", "search/index.html", "people/index.html"])
def test_axe_finds_nothing(browser: Browser, stick: Path, where: str) -> None:
    for width in WIDTHS:
        page = reader(browser, "file:///", width=width)
        page.goto((stick / where).as_uri())
        if where.startswith("search"):
            page.get_by_role("searchbox").fill("Zenda")
            page.keyboard.press("Enter")
            page.locator("#found a").first.wait_for()
        assert violations(page) == [], width
        page.close()


def test_pages_in_another_language(tmp_path: Path) -> None:
    edition = tmp_path / "edition.sqlite"
    write_edition(fictional.ruritania, edition)
    with EditionFile(edition) as file, new_bundle(tmp_path / "pages") as bundle:
        write_stick(Outgoing(file=file), bundle, edition, "ru")
    front = (tmp_path / "pages" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="ru"' in front
    assert 'href="people/index.html"' in front
    assert "/ru/" not in front
    assert "Не опубликованы ради их безопасности" in front


def test_killed_while_it_is_written_nothing_stands_there_and_no_process_is_left(
    tmp_path: Path,
) -> None:
    edition = tmp_path / "edition.sqlite"
    write_edition(fictional.ruritania, edition)
    command = [sys.executable, "-m", "habeas", "export", edition, "--format", "site", "--to", "out"]
    for after in (0.5, 2.0, 3.5):
        with subprocess.Popen(
            [*map(str, command)], cwd=tmp_path, start_new_session=True, stderr=subprocess.DEVNULL
        ) as process:
            time.sleep(after)
            process.kill()
        if (tmp_path / "out").exists():
            assert (tmp_path / "out" / "SHA256SUMS").exists()
            break
        gone = time.monotonic() + 20
        while _session(process.pid) and time.monotonic() < gone:
            time.sleep(0.1)
        assert not _session(process.pid)


def _session(leader: int) -> list[int]:
    """Processes of the session that somebody led."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            told = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        if int(told[3]) == leader and told[0] != "Z":
            found.append(int(folder.name))
    return found
