"""Events and their accounts at the desk, in a browser. Everybody in them is made up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from habeas.model.restrictions import Owner, Role
from made_up import SMALL, fill

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from desk.conftest import Desk, Seat

SIZE = replace(SMALL, people=60, lists=2, rows=20, stories=12, claims=50, restricted=0)


@pytest.fixture(scope="module")
def event(desk: Desk) -> str:
    """Fill the register, and return the id of an event with something taken for granted."""
    from habeas.store.index.events import load_account, page_of_events

    owner = Owner(name="somebody")
    with desk.open_store() as place:
        fill(SIZE, seed=3, originals=place.home / "originals")
        for line in page_of_events(owner, size=1000).lines:
            file = load_account(line.event, owner)
            if file is not None and file.account.assumptions:
                return line.event
    pytest.fail("no account takes anything for granted")


def no_violations(page: Page) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("script", [True, False])
def test_what_is_taken_for_granted_is_accepted_rejected_and_taken_back(
    desk: Desk, seat: Seat, event: str, script: bool
) -> None:
    page = seat(Role.REVIEWER, java_script_enabled=script)
    page.goto(f"{desk.url}/accounts/{event}/")
    assumed = page.get_by_role("region", name="Taken for granted")
    first = assumed.get_by_role("listitem").first
    first.get_by_placeholder("why").fill("another day")
    first.get_by_role("button", name="Reject").click()
    expect(page.get_by_text("Rejected: no account takes it for granted")).to_be_visible()
    rejected = assumed.get_by_role("listitem").filter(has_text="Rejected:")
    expect(rejected).to_contain_text("another day")
    rejected.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Taken back: it is as it was")).to_be_visible()
    assumed.get_by_role("listitem").first.get_by_role("button", name="Accept").click()
    accepted = assumed.get_by_role("listitem").filter(has_text="Accepted:")
    expect(accepted).to_contain_text("reviewer")
    accepted.get_by_role("button", name="Undo").click()
    expect(accepted).to_have_count(0)


@pytest.mark.parametrize("width", [1280, 390])
def test_events_and_accounts_can_be_read_by_everybody(
    desk: Desk, seat: Seat, event: str, width: int
) -> None:
    page = seat(Role.READER, viewport={"width": width, "height": 800})
    page.goto(f"{desk.url}/accounts/?linked=1")
    expect(page.get_by_role("heading", name="Accounts")).to_be_visible()
    title = page.get_by_role("row").nth(1).get_by_role("link").inner_text()
    no_violations(page)
    page.get_by_role("searchbox").fill(title)
    page.get_by_role("search").get_by_role("button", name="Search").click()
    expect(page.get_by_role("row").nth(1).get_by_role("link")).to_have_text(title)
    assert page.url == f"{desk.url}/accounts/", "what was typed is in no address"
    no_violations(page)
    page.goto(f"{desk.url}/accounts/{event}/")
    expect(page.get_by_role("heading", name="To do")).to_be_visible()
    expect(page.get_by_role("button", name="Reject")).to_have_count(0)
    no_violations(page)
    scrolled = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert scrolled <= 0, "nothing sticks out"
    page.goto(f"{desk.url}/accounts/{event}/?known_at=2023-01-01")
    expect(page.get_by_role("heading", name="To do")).to_have_count(0)


def test_what_is_kept_of_an_account_is_drawn_in_the_language_of_who_asks(
    desk: Desk, seat: Seat, event: str
) -> None:
    first: list[list[str]] = []
    for language in ("en", "ru", "en"):
        page = seat(Role.READER, locale=language)
        page.goto(f"{desk.url}/accounts/{event}/")
        first.append(page.locator(".body h2").all_inner_texts())
    english, russian, again = first
    assert english == again
    assert len(english) == len(russian)
    assert not set(english) & set(russian)
