"""Who is who at the desk, in a browser. Everyone here is invented."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from habeas.model.restrictions import Role
from store.test_pairs import MARIA, OTHER, keep
from stories import tell

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from desk.conftest import Desk, Seat

STORY = """report Daily Example, 2025-12-13
    arrest Maria Kolesnik, on 2024-05
    release Maria Kolesnik, on 2025-12-12
    Ministry: release Maria Kolesnik, denied, on 2025-12-12
    release Ivan Example, on 2025-12-12
    report Lantern, 2025-12-14
    release Мария Колесник, on 2025-12-12
    arrest Ivan Example, on 2025-12-13"""


@pytest.fixture(scope="module", autouse=True)
def filled(desk: Desk) -> None:
    """Put a story into the register of the desk."""
    with desk.open_store():
        keep(tell(STORY))


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_two_spellings_are_merged_and_taken_apart(seat: Seat, script: bool) -> None:
    page = seat(Role.REVIEWER, java_script_enabled=script)
    page.goto("/people/pairs/")
    heading = page.get_by_role("heading", level=1)
    assert heading.inner_text() == "One person or two?"
    assert set(page.locator(".sides h2").all_inner_texts()) == {"Maria Kolesnik", "Мария Колесник"}
    page.get_by_role("button", name="The same person").click()
    assert "Say why" in page.locator(".error").inner_text()
    page.get_by_label("Why").fill("her lawyer wrote both")
    page.get_by_role("button", name="The same person").click()
    assert "They are one person now." in page.locator("#said").inner_text()
    page.goto(f"/people/{MARIA}/")
    assert "Мария Колесник" in page.locator(".spellings").inner_text()
    assert "her lawyer wrote both" in page.locator("main").inner_text()
    page.get_by_role("button", name="Take back").click()
    assert "Everything is as it was before." in page.locator("#said").inner_text()
    page.goto(f"/people/{MARIA}/")
    assert page.locator(".spellings").count() == 0
    page.goto("/people/pairs/")
    assert heading.inner_text() == "One person or two?"


def test_a_judgement_is_made_and_undone_by_keys_alone(seat: Seat) -> None:
    page = seat(Role.REVIEWER)
    page.goto("/people/pairs/")
    page.keyboard.press("w")
    page.keyboard.type("two birthdays")
    page.keyboard.press("Escape")
    page.keyboard.press("d")
    page.wait_for_selector(".message")
    assert "They are two people" in page.locator("#said").inner_text()
    page.keyboard.press("u")
    page.wait_for_selector("text=Everything is as it was before.")


def test_a_name_is_sought_in_any_script_and_stands_in_no_address(seat: Seat) -> None:
    page = seat(Role.READER)
    page.goto("/people/")
    for sought in ("kolesnik", "Колесник", "Kalesnik Maryia"):
        page.get_by_label("A name or a part of one").fill(sought)
        page.get_by_role("button", name="Search").click()
        found = page.locator(".people").inner_text()
        assert "Maria Kolesnik" in found
        assert "Мария Колесник" in found
        assert page.url.endswith("/people/")
    page.get_by_label("A name or a part of one").fill("Zzyzx")
    page.get_by_role("button", name="Search").click()
    assert "Nobody was found" in page.locator("main").inner_text()


def test_custody_on_a_day_names_the_claims_behind_it(seat: Seat) -> None:
    page = seat(Role.READER)
    for day, answer, words in (
        ("2024-12-31", "held", "Maria Kolesnik, on 2024-05"),
        ("2025-12-31", "disputed", "denied"),
        ("2020-01-01", "cannot be told", ""),
    ):
        page.goto(f"/people/{MARIA}/?on={day}")
        assert page.locator(".answer strong").inner_text() == answer
        assert words in page.locator(".answer").inner_text()


def test_a_namesake_is_told_of_and_told_apart(seat: Seat) -> None:
    page = seat(Role.REVIEWER)
    page.goto("/people/")
    page.get_by_role("link", name="Ivan Example").click()
    assert "Somebody must look at this" in page.locator(".alerts").inner_text()
    mention = page.locator(".mentions li").first
    mention.get_by_label("Why this is somebody else").fill("released before he was arrested")
    mention.get_by_role("button", name="Somebody else").click()
    assert page.locator(".alerts").count() == 0
    page.get_by_role("button", name="Undo").click()
    page.wait_for_selector(".alerts")


def test_only_a_reviewer_judges(seat: Seat) -> None:
    page = seat(Role.READER)
    page.goto(f"/people/{MARIA}/")
    assert page.get_by_role("button", name="Somebody else").count() == 0
    answer = page.goto("/people/pairs/")
    assert answer is not None
    assert answer.status == 403


@pytest.mark.parametrize("width", [1280, 390])
def test_every_page_is_accessible_and_fits(
    seat: Seat, axe: Callable[[Page], list[str]], width: int
) -> None:
    page = seat(Role.REVIEWER, viewport={"width": width, "height": 800})
    addresses = (
        "/people/",
        "/people/pairs/",
        f"/people/{MARIA}/?on=2025-12-31",
        f"/people/{OTHER}/",
    )
    for address in addresses:
        page.goto(address)
        assert axe(page) == [], address
        wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
        assert not wide, address
