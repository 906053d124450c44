"""Charts over time: what is drawn is what is said, and every point opens its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from habeas.register.edition_figures import freed_figures, held_figures
from habeas.register.edition_file import EditionFile, write_edition
from public.conftest import serving
from public.test_browser import reader, violations
from public.test_pages import MOST_BYTES, get
from public.years import years

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of an Edition about many years."""
    path = tmp_path_factory.mktemp("years") / "edition.sqlite"
    write_edition(years(), path)
    return path


@pytest.fixture(scope="module")
def site(path: Path) -> Iterator[str]:
    """Return the address of a site over it."""
    with serving(path) as address:
        yield address


def test_figures_of_those_held_come_by_day_each_once(path: Path) -> None:
    with EditionFile(path) as file:
        told = [(each.state, each.count.words, each.voice) for each in held_figures(file)]
    assert told == [
        ("BY", "310", "Sapt House"),
        ("BY", "about 200", "Ministry"),
        ("BY", "420", "Sapt House"),
        ("BY", "505", "Sapt House"),
        ("BY", "about 300", "Ministry"),
        ("BY", "470", "Sapt House"),
        ("CU", "more than 80", "League"),
    ]


def test_what_was_only_announced_frees_nobody(path: Path) -> None:
    with EditionFile(path) as file:
        told = [(each.act, each.low, each.high) for each in freed_figures(file)]
    assert told == [("release", 25, 25), ("pardon", 60, 60), ("pardon", 64, 64), ("exile", 14, 14)]


def test_every_point_opens_its_words(site: str) -> None:
    page = get(f"{site}/over-time/").tree
    points = page.xpath("//*[@class='plot']//a/@href")
    assert len(points) == 6
    for link in [*points, *page.xpath("//table//a/@href")]:
        where, _, anchor = link.partition("#")
        assert get(site + where).tree.xpath("//*[@id=$id]", id=anchor)


def test_the_table_says_what_is_drawn(site: str) -> None:
    page = get(f"{site}/over-time/").tree
    drawn = {each.text_content().partition(" · ")[0] for each in page.xpath("//a/title")}
    said = {each.text_content() for each in page.xpath("//table//a[contains(@class, 'fig')]")}
    assert drawn == said == {"310", "about 200", "420", "505", "about 300", "470"}


def test_a_greater_figure_is_drawn_higher_and_a_later_one_further_right(site: str) -> None:
    page = get(f"{site}/over-time/").tree
    places = {
        each.xpath("*[local-name()='title']")[0].text_content().partition(" · ")[0]: (
            int(each.xpath("*[local-name()='circle']/@cx")[0]),
            int(each.xpath("*[local-name()='circle']/@cy")[0]),
        )
        for each in page.xpath("//*[@class='plot']//a")
    }
    order = ["310", "about 200", "420", "505", "about 300", "470"]
    assert [places[each][0] for each in order] == sorted(places[each][0] for each in order)
    heights = sorted(order, key=lambda each: places[each][1])
    assert heights == ["505", "470", "420", "310", "about 300", "about 200"]


def test_releases_stand_by_kind_with_the_least_and_the_greatest(site: str) -> None:
    page = get(f"{site}/over-time/").tree
    strips = {
        each.xpath(".//*[@class='stage']")[0].text_content(): each.xpath("p[@class='value']")[
            0
        ].text_content()
        for each in page.xpath("//ul[contains(@class, 'strips')]/li")
    }
    assert strips == {"released": "25", "pardoned": "60 to 64", "sent into exile": "14"}


def test_nothing_after_the_day_of_the_edition_is_drawn(tmp_path: Path) -> None:
    path = tmp_path / "edition.sqlite"
    write_edition(replace(years(), as_of=date(2029, 12, 1)), path)
    with serving(path) as address:
        page = get(f"{address}/over-time/")
    assert len(page.tree.xpath("//*[@class='plot']//a")) == 3
    assert not page.tree.xpath("//ul[contains(@class, 'strips')]")


def test_an_edition_without_figures_says_so(empty_site: str) -> None:
    assert "No two figures say" in get(f"{empty_site}/over-time/").text


def test_no_drawing_needs_a_style_or_leaves_the_sheet(site: str) -> None:
    page = get(f"{site}/over-time/")
    assert page.wire < MOST_BYTES
    assert not page.tree.xpath("//*[@style] | //style")
    for band in page.tree.xpath("//*[local-name()='path']/@d"):
        numbers = [int(each) for each in re.findall(r"-?\d+", band)]
        assert all(0 <= each <= 1000 for each in numbers)


def test_axe_finds_nothing(browser: Browser, site: str) -> None:
    for scheme in ("light", "dark"):
        for width in (1280, 390):
            page = reader(browser, site, width=width, scheme=scheme)
            page.goto("/over-time/")
            for fold in page.locator("summary").all():
                fold.click()
            assert not violations(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            page.close()


def test_the_keyboard_goes_by_the_table(page: Page, site: str) -> None:
    page.goto(f"{site}/over-time/")
    assert page.locator(".plot a:not([tabindex='-1'])").count() == 0
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "470"
