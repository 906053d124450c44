"""Publishing at the desk, in a browser: preview, second person, digest. All is invented."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from cli.running import habeas
from desk.conftest import Desk, Seat, confirm, environment
from habeas.model.publishing import PublishingRule
from habeas.model.restrictions import Role
from habeas.register.edition_file import read_edition
from store.test_records import CLAIM, DATA, HOUR, NOON, REPORT

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from habeas.store.preparing import Progress

type Axe = Callable[[Page], list[str]]


@pytest.fixture(scope="module")
def filled(desk: Desk) -> Desk:
    """Return a running desk whose register holds one report."""
    with desk.open_store():
        from habeas.store import records

        records.save_reading(REPORT, DATA, [CLAIM], at=NOON, by="documenter")
    return desk


def propose(page: Page) -> None:
    """Make a preview of what would go out."""
    page.goto("/publish/")
    page.get_by_label("Name of the register").fill("Ruritania")
    page.get_by_label("As of").fill("2026-01-04")
    page.get_by_role("button", name="Make a preview").click()
    page.wait_for_url(re.compile(r"/publish/\d+/$"))
    assert page.locator("h1").inner_text().startswith("Ruritania, 4 January 2026")


def publish(page: Page) -> None:
    """Publish the proposal that the page shows."""
    address = page.url
    page.get_by_role("button", name="Publish").click()
    if "/own/again/" in page.url:
        confirm(page)
        page.goto(address)
        page.get_by_role("button", name="Publish").click()


def file_of(page: Page, address: str) -> bytes:
    """What the desk gives for download."""
    answer = page.request.get(address)
    assert answer.ok
    return answer.body()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_an_edition_is_previewed_approved_and_published(
    filled: Desk, seat: Seat, axe: Axe, scripts: bool
) -> None:
    administrator = seat(Role.ADMINISTRATOR)
    administrator.goto("/publish/")
    administrator.get_by_label("One other person who may publish").check()
    rule = administrator.locator("form", has=administrator.get_by_label("One other person"))
    rule.get_by_label("Reason").fill("two pairs of eyes")
    administrator.get_by_role("button", name="Save").click()
    page = seat(Role.PUBLISHER, java_script_enabled=scripts)
    propose(page)
    told = page.locator("main").inner_text()
    assert "waits for a second person" in told
    assert "Nobody else has approved it yet" in told
    assert page.get_by_role("button", name="Approve").count() == 0, "not one's own"
    assert page.get_by_role("button", name="Publish").count() == 0
    if scripts:
        assert axe(page) == []
    draft = file_of(page, f"{page.url}file/")
    digest = sha256(draft).hexdigest()
    assert digest in told
    administrator.goto(page.url)
    administrator.get_by_role("button", name="Approve").click()
    assert "Approved: the file" in administrator.locator("#said").inner_text()
    administrator.locator("#said").get_by_role("button", name="Undo").click()
    assert "taken back" in administrator.locator("#said").inner_text()
    administrator.get_by_role("button", name="Approve").click()
    page.reload()
    assert "Approved by ada" in page.locator("main").inner_text()
    publish(page)
    assert "It went out" in page.locator("#said").inner_text()
    place = filled.place.home / "edition.sqlite"
    assert place.read_bytes() == draft
    assert read_edition(place).title == "Ruritania"
    assert file_of(page, f"/publish/editions/{digest}/") == draft
    page.goto("/publish/?at=2999-01-01T00:00")
    assert "Then everybody could read Ruritania" in page.locator("main").inner_text()
    page.goto("/publish/?at=2001-01-01T00:00")
    assert "Nothing was out then" in page.locator("main").inner_text()


def test_the_command_line_asks_for_the_second_person_too(
    filled: Desk, seat: Seat, tmp_path: Path
) -> None:
    with filled.open_store():
        from habeas.store.publishing import decide_rule

        decide_rule(
            PublishingRule(approvals=1, reason="two pairs of eyes", by="ada", at=datetime.now(UTC))
        )
    done = habeas("publish", tmp_path / "e.sqlite", environment=environment(filled.place))
    assert done.returncode == 6
    assert "second person" in done.stderr
    assert not (tmp_path / "e.sqlite").exists()


def test_any_change_makes_a_preview_void_and_the_next_tells_what_differs(
    filled: Desk, seat: Seat, axe: Axe
) -> None:
    page = seat(Role.PUBLISHER)
    propose(page)
    first = page.url
    with filled.open_store():
        from habeas.store import records

        data = b"Officials of Ruritania freed Ben Sample too."
        report = replace(REPORT, id=sha256(data).hexdigest(), text=data.decode(), title="One more")
        claim = replace(
            CLAIM,
            id="c7",
            report=report.id,
            passage=report.passage(0, len(report.text)),
            names=(replace(CLAIM.names[0], name="Ben Sample", roles=()),),
            count=None,
        )
        records.save_reading(report, data, [claim], at=NOON + HOUR)
    page.goto(first)
    assert "can no longer go out" in page.locator("main").inner_text()
    assert page.get_by_role("button", name="Publish").count() == 0
    propose(page)
    told = page.locator("main").inner_text()
    assert "Ben Sample" in told
    assert "1 new" in told
    assert axe(page) == []


def test_pages_fit_a_phone(filled: Desk, seat: Seat, axe: Axe) -> None:
    page = seat(Role.PUBLISHER, viewport={"width": 390, "height": 844})
    propose(page)
    for address in ("/publish/", page.url):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address
        assert axe(page) == []


def test_a_reviewer_may_not_publish(filled: Desk, seat: Seat) -> None:
    answer = seat(Role.REVIEWER).goto("/publish/")
    assert answer is not None
    assert answer.status == 403


@contextmanager
def being_made(desk: Desk) -> Iterator[tuple[Progress, subprocess.Popen[bytes]]]:
    """Have a process hold the place of the one that makes a preview, for as long as one likes."""
    with desk.open_store():
        from habeas.store.preparing import Preparation, Progress, ask_for

        asked = Preparation(
            title="Ruritania",
            as_of=date(2026, 1, 4),
            by="publisher",
            at=datetime.now(UTC),
            reason="",
        )
        lock = ask_for(asked)
        assert lock
        with lock:
            waiting = [sys.executable, "-c", "import time; time.sleep(600)"]
            process = subprocess.Popen(waiting, pass_fds=[lock.fileno()])
        with process:
            try:
                yield Progress(asked), process
            finally:
                process.kill()


def fits(page: Page, axe: Axe | None) -> None:
    """Fail where a page is too wide or, with scripts, axe finds something."""
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert axe is None or axe(page) == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_it_is_said_how_far_a_preview_is_and_what_to_do_where_it_is_killed(
    filled: Desk, seat: Seat, axe: Axe, scripts: bool
) -> None:
    page = seat(Role.PUBLISHER, java_script_enabled=scripts)
    look = axe if scripts else None
    with being_made(filled) as (tell, process):
        page.goto("/publish/")
        assert page.get_by_role("button", name="Make a preview").count() == 0
        fits(page, look)
        page.get_by_role("link", name="How far it is").click()
        now = page.locator("#now")
        expect(now).to_have_text("Step 1 of 5: Take out of the reports what is kept back.")
        fits(page, look)
        back = page.get_by_role("main").get_by_role("link", name="Publish")
        back.focus()
        tell("reports", 12_400)
        expect_soon(page, page.get_by_text("12,400 reports"), scripts)
        tell("accounts", 3)
        expect_soon(page, now.filter(has_text="Step 3 of 5"), scripts)
        assert page.locator("li[aria-current=step]").inner_text().startswith("Make the account")
        if scripts:
            expect(back).to_be_focused()
        else:
            assert page.locator("meta[http-equiv=refresh]").count() == 1
            page.get_by_role("link", name="Stop looking again by itself").click()
            assert page.locator("meta[http-equiv=refresh]").count() == 0
        process.kill()
        process.wait()
        head = page.get_by_role("heading", name="No preview came of it")
        expect_soon(page, head, scripts)
    told = page.locator("main").inner_text()
    assert "ended before it was done" in told
    assert "memory and disk" in told
    fits(page, look)
    page.goto("/publish/")
    assert "No preview came of Ruritania" in page.locator("main").inner_text()
    page.get_by_role("link", name="Why, and what to do").click()
    page.get_by_role("button", name="Try again").click()
    page.wait_for_url(re.compile(r"/publish/\d+/$"))


def expect_soon(page: Page, wanted: Locator, scripts: bool) -> None:
    """Expect something of a page that asks again by itself, or whose link does."""
    if not scripts:
        page.get_by_role("link", name=re.compile("Look again|Go on looking")).click()
    expect(wanted).to_be_visible()


def test_a_page_says_that_no_preview_was_asked_for(seat: Seat, desk: Desk, axe: Axe) -> None:
    page = seat(Role.PUBLISHER)
    (desk.place.home / "drafts/preparing.json").unlink(missing_ok=True)
    page.goto("/publish/preparing/")
    assert "Nobody has asked for one" in page.locator("main").inner_text()
    fits(page, axe)
