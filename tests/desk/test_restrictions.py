"""Who may see what, decided at the desk, in a browser. All records are invented."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from desk.conftest import Desk, Seat, confirm, key_of
from habeas.model.restrictions import Role
from habeas.people import spelling_id
from store.test_records import CLAIM, DATA, NOON, REPORT

if TYPE_CHECKING:
    from playwright.sync_api import Page

PERSON = spelling_id("Ada Example")


@pytest.fixture(scope="module")
def filled(desk: Desk) -> Desk:
    """Return a running desk whose register holds one report."""
    with desk.open_store():
        from habeas.store import records
        from habeas.store.keys import make_key

        records.save_reading(REPORT, DATA, [CLAIM], at=NOON, by="documenter")
        make_key(key_of(desk.place), apart_from=desk.place.home)
    return desk


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def scripts(request: pytest.FixtureRequest) -> bool:
    """Return whether the browser runs scripts."""
    return bool(request.param)


def restrict(page: Page, kind: str, record: str, *readers: str) -> None:
    """Restrict a record to some people."""
    page.goto(f"/restrictions/{kind}/{record}/")
    page.get_by_label("Only the people chosen below").check()
    seen = page.locator("form", has=page.get_by_role("button", name="Restrict"))
    for name in readers:
        seen.get_by_label(name, exact=True).check()
    seen.get_by_label("Reason").fill("she asked for it")
    page.get_by_role("button", name="Restrict").click()


def test_a_person_is_restricted_and_open_again(
    filled: Desk, seat: Seat, axe: Callable[[Page], list[str]], scripts: bool
) -> None:
    reviewer = seat(Role.REVIEWER, java_script_enabled=scripts)
    administrator = seat(Role.ADMINISTRATOR)
    restrict(reviewer, "person", PERSON, "reviewer")
    assert "reviewer alone" in reviewer.locator("#said").inner_text()
    assert administrator.goto(f"/restrictions/person/{PERSON}/").status == 404  # type: ignore[union-attr]
    administrator.goto("/restrictions/")
    assert "Ada" not in administrator.content()
    reviewer.goto("/restrictions/")
    assert "Ada Example" in reviewer.locator("main").inner_text()
    if scripts:
        assert axe(reviewer) == []
    reviewer.get_by_role("button", name="Undo Ada Example").click()
    assert "seen by everybody again" in reviewer.locator("#said").inner_text()
    assert administrator.goto(f"/restrictions/person/{PERSON}/").status == 200  # type: ignore[union-attr]


def test_whoever_leaves_themselves_out_can_undo_it_once(filled: Desk, seat: Seat) -> None:
    page = seat(Role.REVIEWER)
    restrict(page, "claim", CLAIM.id, "ada")
    assert page.url.endswith("/restrictions/")
    assert "12 people" not in page.content()
    page.locator("#said").get_by_role("button", name="Undo").click()
    assert "seen by everybody again" in page.locator("#said").inner_text()


def test_named_people_need_a_name(filled: Desk, seat: Seat) -> None:
    page = seat(Role.REVIEWER)
    restrict(page, "report", REPORT.id)
    assert "Choose at least one person" in page.locator("main").inner_text()


def test_a_reader_may_not_restrict(filled: Desk, seat: Seat) -> None:
    page = seat(Role.READER)
    answer = page.goto(f"/restrictions/report/{REPORT.id}/")
    assert answer is not None
    assert answer.status == 403


def test_a_contact_is_sealed_and_opened_on_record(
    filled: Desk, seat: Seat, axe: Callable[[Page], list[str]], scripts: bool
) -> None:
    page = seat(Role.REVIEWER, java_script_enabled=scripts)
    page.goto(f"/restrictions/person/{PERSON}/")
    form = page.locator("form", has=page.get_by_role("button", name="Seal"))
    form.get_by_label("Words").fill("the lamplighter's door")
    form.get_by_label("reviewer", exact=True).check()
    form.get_by_label("Reason").fill("to warn her")
    form.get_by_role("button", name="Seal").click()
    assert "It is sealed" in page.locator("#said").inner_text()
    assert "lamplighter" not in page.content()
    page.locator(".lines a", has_text="Contact").first.click()
    page.get_by_label("Reason").fill("to call her")
    page.get_by_role("button", name="Open").click()
    if "/own/again/" in page.url:
        confirm(page)
        page.get_by_label("Reason").fill("to call her")
        page.get_by_role("button", name="Open").click()
    assert "the lamplighter's door" in page.locator(".opened").inner_text()
    if scripts:
        assert axe(page) == []
    key = page.url.split("/")[-3]
    administrator = seat(Role.ADMINISTRATOR)
    assert administrator.goto(f"/sealed/{key}/").status == 404  # type: ignore[union-attr]
    with filled.open_store():
        from habeas.store.audit import load_audit_records

        last = list(load_audit_records())[-1]
    assert (last.change, last.by, last.reason) == ("opening", "reviewer", "to call her")


def test_pages_fit_a_phone(filled: Desk, seat: Seat, axe: Callable[[Page], list[str]]) -> None:
    page = seat(Role.REVIEWER, viewport={"width": 390, "height": 844})
    for address in ("/restrictions/", f"/restrictions/person/{PERSON}/"):
        page.goto(address)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 390, address
        assert axe(page) == []
