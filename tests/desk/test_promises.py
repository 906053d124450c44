"""Promises at the desk, in a browser: what they mean is decided, seen and taken back.

Everything in the reports and the lists is invented.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from habeas.model.restrictions import Role
from habeas.model.sanctions import ListFormat
from store.changing import snapshot_of
from store.test_records import NOON

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from desk.conftest import Desk, Seat

    type Axe = Callable[[Page], list[str]]

LISTS = Path(__file__).parents[2] / "examples/sanctions"
DAILY = """---
title: An airline for prisoners
publisher: Example Daily
published: 2025-05-08
---
Norway will lift sanctions on Ruritanian Airways within 20 days in return for the release of 31
prisoners, the foreign minister said. Ruritania has freed 31 prisoners.

The release was not in exchange for anything, the embassy said.
"""


@pytest.fixture(scope="module")
def promised(desk: Desk) -> Desk:
    """Fill the register with a deal, and with two editions of a list that names the airline."""
    from habeas.claims import extract_claims
    from habeas.reports import read_report

    report = read_report(DAILY.encode(), media_type="text/plain", file="daily.txt")
    with desk.open_store():
        from habeas.store.index.tied import catch_up_ties
        from habeas.store.records import save_reading
        from habeas.store.snapshots import save_snapshot

        save_reading(report, DAILY.encode(), extract_claims(report), at=NOON)
        for month in (5, 6):
            data = (LISTS / f"sdn-2031-0{month}-07.xml").read_bytes()
            made = snapshot_of(data, called="OFAC SDN", day=date(2025, month, 7))
            save_snapshot(
                replace(made, format=ListFormat.OFAC_XML, entries=3, file="sdn.xml"), data
            )
        assert catch_up_ties(5) == 0
    return desk


@pytest.mark.parametrize("script", [True, False])
def test_an_entry_is_decided_seen_as_decided_and_taken_back(
    promised: Desk, seat: Seat, script: bool
) -> None:
    page = seat(Role.REVIEWER, java_script_enabled=script)
    page.goto(f"{promised.url}/promises/")
    page.get_by_role("link", name="things to decide").first.click()
    entry = page.get_by_role("listitem").filter(has_text="91003").last
    expect(entry).to_contain_text("on the list of 7 May 2025, no more on that of 7 June 2025")
    expect(entry).to_contain_text("“Ruritanian Airways” is its name.")
    if script:
        page.keyboard.press("w")
        page.keyboard.type("the only one")
        page.keyboard.press("Escape")
        page.keyboard.press("s")
    else:
        entry.get_by_placeholder("why").fill("the only one")
        entry.get_by_role("button", name="The same").click()
    expect(page.get_by_text("Decided: it is meant.")).to_be_visible()
    ruled = page.get_by_role("listitem").filter(has_text="91003").last
    expect(ruled).to_contain_text("Meant: reviewer: the only one")
    expect(ruled.get_by_role("button", name="The same")).to_have_count(0)
    ruled.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Taken back: it is as it was")).to_be_visible()
    expect(ruled.get_by_role("button", name="The same")).to_have_count(1)


def test_a_link_that_is_not_meant_ties_nothing_and_can_be_taken_back(
    promised: Desk, seat: Seat
) -> None:
    page = seat(Role.REVIEWER)
    page.goto(f"{promised.url}/promises/")
    page.get_by_role("main").locator("a[href^='/deals/']").first.click()
    deal = page.url
    first = page.locator(".ask").filter(has_text="the report tells of it just before").first
    first.get_by_role("button", name="Not meant").click()
    expect(page.get_by_text("Decided: it is not meant")).to_be_visible()
    page.goto(f"{promised.url}/promises/")
    page.get_by_text("Decided not to be meant").click()
    page.get_by_role("group").get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Taken back")).to_be_visible()
    expect(page.get_by_text("Decided not to be meant")).to_have_count(0)
    page.goto(deal)
    expect(page.get_by_role("heading", name="To decide")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_pages_can_be_read_by_everybody_and_decided_by_reviewers_alone(
    promised: Desk, seat: Seat, axe: Axe, width: int
) -> None:
    page = seat(Role.READER, viewport={"width": width, "height": 800})
    page.goto(f"{promised.url}/promises/")
    for way in ("/promises/g", "/deals/", "/reports/"):
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        expect(page.get_by_role("button", name="Not sure")).to_have_count(0)
        # Not on the quotation mark, which stands in no text.
        page.get_by_role("main").locator(f"a[href^='{way}']").first.click(
            position={"x": 60, "y": 8}
        )
        page.wait_for_url(f"**{way}**")
    expect(page.locator(":target")).to_contain_text("Ruritanian Airways")


def test_a_page_of_an_earlier_moment_shows_nothing_decided_since_and_decides_nothing(
    promised: Desk, seat: Seat, axe: Axe
) -> None:
    page = seat(Role.REVIEWER, viewport={"width": 390, "height": 844})
    page.goto("/promises/")
    page.get_by_role("link", name="things to decide").first.click()
    now = page.url.partition("#")[0]
    with promised.open_store():
        from habeas.store.audit import settled_moment

        then = urlencode({"known_at": settled_moment().isoformat()})
    entry = page.get_by_role("listitem").filter(has_text="91003").last
    entry.get_by_placeholder("why").fill("the only one")
    entry.get_by_role("button", name="The same").click()
    expect(entry).to_contain_text("Meant: reviewer")
    page.goto(f"{now}?{then}")
    expect(page.get_by_text("Nothing can be decided here")).to_be_visible()
    expect(entry).to_be_visible()
    expect(entry).not_to_contain_text("Meant: reviewer")
    main = page.get_by_role("main")
    for way in ("/deals/", "/promises/g", "/reports/"):
        expect(main.locator("form[method=post]")).to_have_count(0)
        expect(page.locator("kbd")).to_have_count(0)
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        main.locator(f"a[href^='{way}']").first.click(position={"x": 60, "y": 8})
        page.wait_for_url(f"**{way}**{then}**")
    page.goto(f"/promises/?{then}")
    expect(page.get_by_role("link", name="to decide")).to_have_count(0)
    page.get_by_role("link", name="As known now").click()
    expect(page.get_by_role("link", name="to decide")).to_have_count(1)
    page.goto("/promises/?known_at=2001-01-01")
    expect(page.get_by_text("Nothing is promised in any report")).to_be_visible()
    page.goto(now)
    entry.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Taken back: it is as it was")).to_be_visible()


@pytest.mark.parametrize("moment", ["soon", "2026-13-01"])
def test_what_is_no_moment_is_no_page(promised: Desk, seat: Seat, moment: str) -> None:
    answer = seat(Role.READER).goto(f"/promises/?known_at={moment}")
    assert answer is not None
    assert answer.status == 404
