"""From the first administrator to a figure traced on the public site, in one browser.

Everyone and everything in it is invented.
"""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from desk.conftest import FIRST, HABEAS, confirm, environment, invite, join, running, watch
from desk.test_signing_in import choose_name, plug_in, sign_out
from habeas.model.restrictions import Role
from habeas.people import spelling_id
from store.conftest import opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FilePayload, Page

    from desk.conftest import Desk
    from habeas.server.store_settings import StorePlace

READ = 180_000
"""Milliseconds after which a report counts as never read."""

REPORTS = (
    "Ruritania frees 14 prisoners\n\nSTRELSAU (Example Wire) - Officials of Ruritania freed 14"
    " prisoners on 3 January 2031 after talks with an envoy. Maria Kolesnik, an editor, was"
    " released on 3 January 2031.",
    "Who came home\n\nLANTERN - Ruritania released 14 prisoners on 3 January 2031, the Lantern"
    " rights group said. Maryja Kalesnik, an editor, was released on 3 January 2031, it said.",
    "Twelve, says a lawyer\n\nEXAMPLE EVENING - Ruritania released 12 prisoners on 3 January 2031,"
    " a lawyer said.",
)
LIST = "name,status,date\nAda Example,held,2030-05-01\nLeo Example,held,2029\n"
ONE, OTHER = spelling_id("Maria Kolesnik"), spelling_id("Maryja Kalesnik")


@pytest.mark.slow
def test_the_whole_way(desk_place: StorePlace, browser: Browser) -> None:
    faults: list[str] = []
    with running(desk_place) as desk, seated(desk, browser, faults) as sit:
        page = sit()
        come_in(page, desk)
        take_in(page)
        review(page)
        before, between = merge_and_unmerge(page)
        import_list(page)
        publish(page, desk, sit)
        ask_the_past(page, before, between)
    trace_a_figure(desk_place, browser)
    assert not faults


@contextmanager
def seated(desk: Desk, browser: Browser, faults: list[str]) -> Iterator[Callable[[], Page]]:
    """Give pages of browsers of their own, and note what goes wrong in them."""
    contexts = []

    def sit() -> Page:
        context = browser.new_context(base_url=desk.url)
        contexts.append(context)
        watch(context, faults)
        return context.new_page()

    yield sit
    for context in contexts:
        context.close()


def come_in(page: Page, desk: Desk) -> None:
    """Make the first administrator by the one-time link; sign in again by the passkey alone."""
    plug_in(page)
    page.goto(desk.first)
    choose_name(page, FIRST)
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_label("Unused codes")).to_be_visible()
    sign_out(page)
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("link", name=FIRST)).to_be_visible()


def take_in(page: Page) -> None:
    """Paste three reports, and wait until they are read."""
    for text in REPORTS:
        page.goto("/inbox/add/")
        page.get_by_label("The report").fill(text)
        page.get_by_role("button", name="Add the text").click()
    page.goto("/inbox/")
    expect(page.get_by_text("Look again")).to_have_count(0, timeout=READ)
    expect(page.locator(".arrived > li")).to_have_count(3, timeout=READ)


def review(page: Page) -> None:
    """Accept every claim of every report by one key."""
    page.goto("/reports/")
    links = page.locator("main a[href^='/reports/']")
    addresses = {links.nth(at).get_attribute("href") for at in range(links.count())}
    told = sorted(each.split("#")[0] for each in addresses if each and each.count("/") == 3)
    assert len(set(told)) == 3
    for address in sorted(set(told)):
        page.goto(address)
        waiting = page.locator(".card.undecided")
        for left in range(waiting.count(), 0, -1):
            expect(waiting).to_have_count(left)
            page.keyboard.press("a")
        expect(waiting).to_have_count(0)


def merge_and_unmerge(page: Page) -> tuple[str, str]:
    """Judge two spellings one person and take it back; gives a moment before and one between."""
    before = moment()
    page.goto("/people/pairs/")
    sides = page.locator(".sides h2").all_inner_texts()
    assert sorted(sides) == ["Maria Kolesnik", "Maryja Kalesnik"]
    page.get_by_label("Why").fill("one editor, one day, one house")
    page.get_by_role("button", name="The same person").click()
    expect(page.locator("#said")).to_contain_text("They are one person now.")
    between = moment()
    page.goto(f"/people/{ONE}/")
    expect(page.locator(".spellings").first).to_contain_text("Kalesnik")
    page.get_by_role("button", name="Take back").click()
    expect(page.locator("#said")).to_contain_text("Everything is as it was before.")
    return before, between


def moment() -> str:
    """Now, with a little time on either side."""
    time.sleep(0.05)
    now = datetime.now(UTC).replace(tzinfo=None).isoformat()
    time.sleep(0.05)
    return now


def import_list(page: Page) -> None:
    """Import a list whose columns are known by their heads."""
    page.goto("/imports/")
    listed: FilePayload = {"name": "watch.csv", "mimeType": "text/csv", "buffer": LIST.encode()}
    page.get_by_label("Choose files").set_input_files([listed])
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Look at what would change").click()
    expect(page.locator(".counts .added dd")).to_have_text("2")
    page.get_by_role("button", name="Import", exact=True).click()
    expect(page.get_by_text("2 added, 0 changed, 0 refused")).to_be_visible()


def publish(page: Page, desk: Desk, sit: Callable[[], Page]) -> None:
    """Ask for a second person, preview, let them approve, and publish."""
    page.goto("/publish/")
    page.get_by_label("One other person who may publish").check()
    rule = page.locator("form", has=page.get_by_label("One other person"))
    rule.get_by_label("Reason").fill("two pairs of eyes")
    page.get_by_role("button", name="Save").click()
    link = invite(page, desk, Role.PUBLISHER)
    other = sit()
    join(other, link, "second")
    page.goto("/publish/")
    page.get_by_label("Name of the register").fill("Ruritania")
    page.get_by_label("As of").fill("2031-01-31")
    page.get_by_role("button", name="Make a preview").click()
    # A process beside the desk makes it, which waits for a busy machine.
    page.wait_for_url(re.compile(r"/publish/\d+/$"), timeout=120_000)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ruritania")
    expect(page.get_by_role("button", name="Publish")).to_have_count(0)
    other.goto(page.url)
    other.get_by_role("button", name="Approve").click()
    page.reload()
    page.get_by_role("button", name="Publish").click()
    confirm(page)
    if page.get_by_role("button", name="Publish").count():
        page.get_by_role("button", name="Publish").click()
    expect(page.locator("#said")).to_contain_text("It went out")


def ask_the_past(page: Page, before: str, between: str) -> None:
    """What was known at a moment is shown as it was: two persons, one, and two again."""
    for known_at, spellings in ((before, 0), (between, 1), ("", 0)):
        page.goto(f"/people/{ONE}/?known_at={known_at}")
        expect(page.locator(".spellings", has_text="Also written")).to_have_count(spellings)
    page.goto(f"/people/{OTHER}/?known_at={before}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Maryja Kalesnik")


def trace_a_figure(place: StorePlace, browser: Browser) -> None:
    """Open the public site over what went out, and follow a figure to its words."""
    edition = place.home / "edition.sqlite"
    command = [*HABEAS, "serve", str(edition), "--port", "0"]
    served = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment(place),
    )
    with served:
        try:
            assert served.stdout is not None
            url = served.stdout.readline().strip()
            page = browser.new_page(base_url=url)
            page.goto("/accounts/")
            page.locator("main a[href^='/accounts/']").first.click()
            page.locator("a.fig", has_text="14").first.click()
            expect(page.locator(":target")).to_contain_text("14 prisoners")
            page.close()
        finally:
            served.terminate()
    with opened(place):
        from habeas.store.verifying import verify_records

        assert verify_records()[1] is None
