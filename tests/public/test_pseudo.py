"""The pages from right to left, and with words two fifths longer than in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from habeas.register.edition_file import write_edition
from public import fictional
from public.pseudo import ARABIC, LONG, serving_pseudo, write_catalogues
from public.test_browser import reader, violations
from public.test_pages import PAGES, get

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.html import HtmlElement
    from playwright.sync_api import Browser, Page

SHOWN = [path for page, path in PAGES.items() if page != "hostile report"]
WIDTHS = (1280, 390, 320)

ALIKE = re.compile(
    r"habeas|SHA-256|UTC|BibTeX|RIS|CSL-JSON|404|https?:\S+|[0-9a-f]{12}…|GET|JSON|OpenAPI|Atom|NDJSON|/api/\S*"
)
"""What every language writes alike."""

QUOTED = {"bdi", "q", "title", "cite", "code", "kbd", "abbr", "article", "script", "textarea"}
"""What stands as reports, editions and addresses have it."""


@pytest.fixture(scope="module")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the site in the languages of `pseudo`."""
    folder = tmp_path_factory.mktemp("pseudo")
    write_catalogues(folder / "locale", "public")
    write_edition(fictional.ruritania, folder / "edition.sqlite")
    with serving_pseudo(folder / "edition.sqlite", folder / "locale") as address:
        yield address


def words_of_ours(tree: HtmlElement) -> list[str]:
    """Return the texts of a page that are neither quoted nor said to be of another language."""
    own = tree.get("lang")
    found = []
    for node in tree.iter():
        if not isinstance(node.tag, str):
            continue
        for text, holder in ((node.text, node), (node.tail, node.getparent())):
            if text and holder is not None and not _is_quoted(holder, own):
                found.append(text)
        if not _is_quoted(node, own):
            found += [node.get(name) for name in ("aria-label", "alt") if node.get(name)]
    return found


def _is_quoted(node: HtmlElement, own: str | None) -> bool:
    lineage = [node, *node.iterancestors()]
    return any(
        each.tag in QUOTED
        or each.get("dir") == "auto"
        or each.tag == "head"
        or each.get("lang", own) != own
        for each in lineage
    )


@pytest.mark.parametrize("path", [*SHOWN, "/missing/"])
def test_every_word_of_ours_is_translated(pseudo: str, path: str) -> None:
    tree = get(f"{pseudo}/{ARABIC}{path}").tree
    assert (tree.get("lang"), tree.get("dir")) == (ARABIC, "rtl")
    latin = [text for text in words_of_ours(tree) if re.search(r"[A-Za-z]{2,}", text)]
    assert not [text for text in latin if re.search(r"[A-Za-z]{2,}", ALIKE.sub("", text))]


@pytest.mark.parametrize("language", [ARABIC, LONG])
@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_is_wider_than_the_window(
    browser: Browser, pseudo: str, language: str, width: int
) -> None:
    page = reader(browser, pseudo, width=width)
    for path in SHOWN:
        page.goto(f"/{language}{path}")
        for fold in page.locator("summary").all():
            fold.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert not page.evaluate(OVERLAPPING), path
    page.close()


OVERLAPPING = """() => [...document.querySelectorAll("a, button, h1, h2, h3, p, th, td, dt, dd")]
  .filter((each) => each.checkVisibility() && !each.closest(".vh, .wide, .sheet, .skip, thead"))
  .filter((each) => each.getClientRects().length)
  .filter((each) => {
    const box = each.getBoundingClientRect();
    return box.left < -1 || box.right > document.documentElement.clientWidth + 1;
  })
  .map((each) => each.outerHTML.slice(0, 120))"""
"""What sticks out of the window though the page does not scroll."""


@pytest.mark.parametrize("language", [ARABIC, LONG])
def test_axe_finds_nothing(browser: Browser, pseudo: str, language: str) -> None:
    for width in (1280, 390):
        page = reader(browser, pseudo, width=width)
        for path in SHOWN:
            page.goto(f"/{language}{path}")
            assert not violations(page), path
        page.close()


def left_of(page: Page, one: str, other: str) -> bool:
    """Say whether the first match of a selector begins left of that of another."""
    boxes = [page.locator(each).first.bounding_box() for each in (one, other)]
    assert boxes[0]
    assert boxes[1]
    return boxes[0]["x"] < boxes[1]["x"]


def test_the_layout_is_mirrored(browser: Browser, pseudo: str) -> None:
    page = reader(browser, pseudo)
    for prefix, is_mirrored in (("", False), (f"/{ARABIC}", True)):
        page.goto(prefix + PAGES["account"])
        assert left_of(page, ".top .name", ".top nav li") is not is_mirrored
        assert left_of(page, ".contents", ".body") is not is_mirrored
        assert left_of(page, ".waterfall .label", ".waterfall .value") is not is_mirrored
        page.goto(prefix + PAGES["report"])
        assert left_of(page, "article.text", ".claims") is not is_mirrored
    page.close()


def test_bars_grow_from_the_side_that_is_read_first(browser: Browser, pseudo: str) -> None:
    page = reader(browser, pseudo)
    for prefix, edge in (("", "left"), (f"/{ARABIC}", "right")):
        page.goto(prefix + PAGES["account"])
        bar = page.locator(".waterfall svg.bar").first
        ends = bar.evaluate(
            """bar => [bar.getBoundingClientRect(), bar.lastElementChild.getBoundingClientRect()]
              .map((box) => ({left: box.left, right: box.right}))"""
        )
        assert abs(ends[0][edge] - ends[1][edge]) < 2
    page.close()


def test_numbers_run_from_left_to_right(browser: Browser, pseudo: str) -> None:
    page = reader(browser, pseudo)
    page.goto(f"/{ARABIC}{PAGES['account']}")
    for figure in page.locator(".fig, .derived, .big").all():
        kept = figure.evaluate("node => getComputedStyle(node).unicodeBidi")
        assert kept == "plaintext", figure.inner_text()
    page.close()


def test_what_runs_the_other_way_is_set_apart(pseudo: str) -> None:
    right = re.compile(r"[\u0590-\u08ff]")
    for path in SHOWN:
        for text in words_of_ours(get(pseudo + path).tree):
            assert not right.search(text), path


def test_the_pages_are_photographed(browser: Browser, pseudo: str, tmp_path: Path) -> None:
    """The pictures stay for whoever looks at them, in the folder that pytest keeps."""
    for width in (1280, 390):
        page = reader(browser, pseudo, width=width)
        for language in (ARABIC, LONG):
            for name in ("home", "account", "person", "list as a report"):
                page.goto(f"/{language}{PAGES[name]}")
                picture = tmp_path / f"{name}-{language}-{width}.png"
                page.screenshot(full_page=True, path=picture)
                assert picture.stat().st_size > 10_000
        page.close()
