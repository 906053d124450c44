"""The desk in each language: what the browser asks for, until somebody chooses another one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import allauth
import pytest

from desk.conftest import Desk, Seat
from habeas.desk import borrowed
from habeas.model.restrictions import Role
from habeas.server.languages import LANGUAGES
from messages import words_in_code, words_in_template
from public.test_browser import violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SIGN_IN = {"en": "Sign in", "ru": "Войти", "be": "Увайсці", "es": "Iniciar sesión"}


def language_of(page: Page) -> str | None:
    """Return the language that a page says it is in."""
    return page.locator("html").get_attribute("lang")


@pytest.mark.parametrize(("asked", "given"), [*((c, c) for c, _ in LANGUAGES), ("fi", "en")])
def test_the_browser_is_asked_first(desk: Desk, browser: Browser, asked: str, given: str) -> None:
    context = browser.new_context(locale=asked, base_url=desk.url)
    page = context.new_page()
    page.goto("/sign-in/")
    assert language_of(page) == given
    assert page.locator("h1").inner_text() == SIGN_IN[given]
    context.close()


def test_what_somebody_chooses_holds_without_javascript(desk: Desk, browser: Browser) -> None:
    context = browser.new_context(locale="en", java_script_enabled=False, base_url=desk.url)
    page = context.new_page()
    page.goto("/sign-in/?next=/team/")
    page.get_by_role("button", name="Беларуская").click()
    assert page.url == f"{desk.url}/sign-in/?next=/team/"
    assert language_of(page) == "be"
    page.goto("/nowhere/")
    assert language_of(page) == "be"
    context.close()


def test_what_is_not_offered_changes_nothing(desk: Desk, browser: Browser) -> None:
    page = browser.new_context(locale="es", base_url=desk.url).new_page()
    page.goto("/sign-in/")
    page.locator(".tongues button").first.evaluate("button => { button.value = 'xx' }")
    page.locator(".tongues button").first.click()
    assert language_of(page) == "es"
    page.context.close()


@pytest.mark.parametrize("language", ["ru", "be", "es"])
def test_pages_are_in_good_order_in_every_language(desk: Desk, seat: Seat, language: str) -> None:
    page = seat(Role.ADMINISTRATOR)
    page.goto(f"{desk.url}/team/")
    page.get_by_role("button", name=dict(LANGUAGES)[language]).click()
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 844})
        for path in ("/team/", "/own/", "/own/passkeys/", "/own/codes/", "/own/password/"):
            page.goto(desk.url + path)
            assert language_of(page) == language, path
            assert not violations(page), path
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.goto(f"{desk.url}/team/")
    page.get_by_role("button", name="English").click()
    assert language_of(page) == "en"


def test_words_borrowed_from_allauth_are_words_of_allauth() -> None:
    folder = Path(allauth.__file__).parent
    known = {words.one for path in folder.rglob("*.py") for words in words_in_code(path)}
    for path in [*folder.rglob("*.html"), *folder.rglob("*.txt")]:
        known |= {w.one for w in words_in_template(path.read_text(encoding="utf-8"), path.name)}
    assert {words.one for words in words_in_code(Path(borrowed.__file__))} <= known
