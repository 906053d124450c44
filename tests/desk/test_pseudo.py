"""The desk from right to left, and with words two fifths longer than in English."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from lxml import html

from desk import conftest, fictional
from desk.conftest import Desk, running, state_of
from habeas.model.restrictions import Role
from habeas.server.store_settings import StorePlace
from public.pseudo import ARABIC, LONG, write_catalogues
from public.test_browser import violations
from public.test_pseudo import ALIKE, OVERLAPPING, words_of_ours
from store.test_pairs import keep
from stories import tell

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SERVE = """
import sys
from habeas.server import desk_settings

desk_settings.LANGUAGES = [*desk_settings.LANGUAGES, ("ar", "عربي"), ("de", "Laaang")]
desk_settings.LOCALE_PATHS = [sys.argv.pop(1)]
from habeas.cli.main import run
run()
"""
STORY = """report Daily Example, 2025-12-13
    arrest Maria Kolesnik, on 2024-05
    Ministry: release Maria Kolesnik, denied, on 2025-12-12
    report Lantern, 2025-12-14
    release Мария Колесник, on 2025-12-12"""

STARTS = (
    "/",
    "/inbox/",
    "/reports/",
    "/people/",
    "/people/pairs/",
    "/accounts/",
    "/promises/",
    "/publish/",
    "/publish/preparing/",
)
OWN = ("/team/", "/own/", "/own/passkeys/", "/own/codes/", "/own/password/")


@pytest.fixture(scope="module")
def pseudo_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Return a desk that speaks the languages of `pseudo` too; what a page says needs one
    database only.
    """
    folder = tmp_path_factory.mktemp("desk")
    write_catalogues(folder / "locale", "public", "desk")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(conftest, "HABEAS", (sys.executable, "-c", SERVE, str(folder / "locale")))
        with running(StorePlace(home=folder / "home"), "--workers", "1") as desk:
            with desk.open_store():
                keep(tell(STORY))
                fictional.save()
                lose_a_preview()
            yield desk


def lose_a_preview() -> None:
    """Ask for a preview that is ended before it is made."""
    from habeas.store.preparing import Preparation, ask_for

    asked = Preparation(
        title="Ruritania", as_of=date(2026, 1, 4), by="ada", at=datetime.now(UTC), reason=""
    )
    lock = ask_for(asked)
    assert lock
    lock.close()


@pytest.fixture
def seated(pseudo_desk: Desk, browser: Browser) -> Iterator[Page]:
    """Return a page of an administrator who signed in."""
    state = state_of(pseudo_desk, browser, Role.ADMINISTRATOR)
    context = browser.new_context(
        storage_state=state, base_url=pseudo_desk.url, reduced_motion="reduce", bypass_csp=True
    )
    yield context.new_page()
    context.close()


def pages_in(page: Page, language: str) -> Iterator[str]:
    """Open pages of every kind in a language, one after the other; gives their addresses."""
    page.goto("/own/")
    page.locator(".tongues button").first.evaluate(
        "(button, code) => { button.value = code; button.click() }", language
    )
    page.wait_for_selector(f"html[lang={language}]")
    waiting = [*OWN, *STARTS]
    shapes: set[str] = set()
    while waiting:
        address = waiting.pop(0)
        shape = re.sub(r"[^/]*[0-9][^/]*", "N", address.partition("?")[0])
        answer = page.goto(address) if shape not in shapes else None
        shapes.add(shape)
        if answer is None or answer.status != 200:
            continue
        if "html" not in answer.headers.get("content-type", ""):
            continue
        yield address
        links = page.locator("main a[href^='/']").evaluate_all(
            "links => links.map((link) => link.getAttribute('href').split('#')[0])"
        )
        waiting += [link for link in links if "/own/" not in link]


def test_every_word_of_ours_is_translated(seated: Page) -> None:
    told = {}
    for address in pages_in(seated, ARABIC):
        assert seated.locator("html").get_attribute("dir") == "rtl"
        tree = html.document_fromstring(seated.content())
        latin = [ALIKE.sub("", text) for text in words_of_ours(tree)]
        if found := [text for text in latin if re.search(r"[A-Za-z]{2,}", text)]:
            told[address] = found
    assert not told


@pytest.mark.parametrize("language", [ARABIC, LONG])
def test_every_page_fits_and_is_accessible(seated: Page, language: str) -> None:
    told = {}
    for address in pages_in(seated, language):
        for width in (1280, 390):
            seated.set_viewport_size({"width": width, "height": 844})
            wide = seated.evaluate("document.documentElement.scrollWidth") > width
            if found := [*violations(seated), *seated.evaluate(OVERLAPPING), *["wide"] * wide]:
                told[address, width] = found
    assert not told


def test_the_layout_is_mirrored(seated: Page) -> None:
    for address in pages_in(seated, ARABIC):
        name, self_ = (seated.locator(each).bounding_box() for each in (".top .name", ".self"))
        assert name
        assert self_
        assert name["x"] > self_["x"], address
        return
