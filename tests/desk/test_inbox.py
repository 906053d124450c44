"""Reports and lists come in at the desk. Everyone and everything in them is invented."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from habeas.model.restrictions import PUBLIC_VIEWER, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import FilePayload, Page

    from desk.conftest import Desk, Seat

READ = 180_000
"""Milliseconds after which a report counts as never read; the model alone takes seconds."""

STORY = (
    "Ruritania frees 12 prisoners\n\nSTRELSAU (Example Wire) - Officials of Ruritania freed 12"
    " prisoners on Saturday after talks with an envoy, the chancellor said. Ada Example, who had"
    " been held since 2021, was among the first to walk out of the gate. The others were taken to"
    " their families in the towns from which they had come. Nobody said what had been promised in"
    " return, and the envoy left the capital in the evening without a word to those who waited."
)
PAGE = (
    '<!doctype html><html lang="en"><head><title>12 prisoners freed in Ruritania</title>'
    '<meta property="og:site_name" content="Example Evening"></head><body><article><h1>12 prisoners'
    " freed</h1>" + "".join(f"<p>{each}</p>" for each in STORY.split("\n\n")[1:]) + "</article>"
    "</body></html>"
)
LIST = "Number;Who;What;When;Note\n1;Ada Example;released;2031-05;x\n2;Leo Example;held;2030;y\n"
WIDTHS = (1280, 390)


def file(name: str, text: str | bytes, kind: str = "text/plain") -> FilePayload:
    """A file as a browser sends it."""
    return {
        "name": name,
        "mimeType": kind,
        "buffer": text if isinstance(text, bytes) else text.encode(),
    }


def wait_until_read(page: Page) -> None:
    """Wait until nothing is on its way in; the page looks by itself."""
    page.goto("/inbox/")
    expect(page.get_by_text("Look again")).to_have_count(0, timeout=READ)


def test_reports_come_in_and_copies_stand_below_the_first(
    desk: Desk, seat: Seat, axe: Callable[[Page], list[str]]
) -> None:
    page = seat(Role.DOCUMENTER)
    page.goto("/inbox/")
    expect(page.get_by_text("Nothing has come in yet")).to_be_visible()
    assert axe(page) == []
    page.keyboard.press("a")
    expect(page.get_by_role("heading", name="Add reports")).to_be_visible()
    assert axe(page) == []
    page.get_by_label("The report").fill(STORY)
    page.get_by_role("button", name="Add the text").click()
    expect(page.get_by_text("1 is being read")).to_be_visible()
    wait_until_read(page)
    page.goto("/inbox/add/")
    page.get_by_label("Choose files").set_input_files(
        [file("evening.html", PAGE, "text/html"), file("other.txt", "Nobody was freed in May.")]
    )
    page.get_by_role("button", name="Add the files").click()
    wait_until_read(page)
    expect(page.locator(".arrived > li")).to_have_count(2, timeout=READ)
    expect(page.get_by_text("printed in 2 places")).to_be_visible(timeout=READ)
    page.get_by_text("printed in 2 places").click()
    assert axe(page) == []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    with desk.open_store():
        from habeas.store.records import load_claims, load_reports
        from habeas.store.verifying import verify_records

        assert len(load_reports(PUBLIC_VIEWER)) == 3
        assert load_claims(PUBLIC_VIEWER)
        assert verify_records()[1] is None


def test_a_report_is_set_aside_and_brought_back(desk: Desk, seat: Seat) -> None:
    page = seat(Role.DOCUMENTER, java_script_enabled=False)
    page.goto("/inbox/")
    line = page.locator(".arrived > li", has_text="Nobody was freed")
    line.get_by_role("button", name="Set aside").click()
    expect(page.locator(".arrived > li")).to_have_count(1)
    with desk.open_store():
        from habeas.store.records import load_reports

        assert len(load_reports(PUBLIC_VIEWER)) == 2, "it is loaded nowhere"
    page.get_by_role("link", name="Set aside").click()
    expect(page.get_by_text("Nobody was freed in May.", exact=True)).to_be_visible()
    page.get_by_role("button", name="Bring back").click()
    page.get_by_role("button", name="Undo").click()
    page.goto("/inbox/aside/")
    page.get_by_role("button", name="Bring back").click()
    page.goto("/inbox/")
    expect(page.locator(".arrived > li")).to_have_count(2)


def test_a_reviewer_says_that_a_report_is_no_copy_and_that_one_is_done(seat: Seat) -> None:
    page = seat(Role.REVIEWER, java_script_enabled=False)
    page.goto("/inbox/")
    page.get_by_text("printed in 2 places").click()
    page.get_by_role("button", name="Not a copy").click()
    expect(page.get_by_text("a voice of its own")).to_be_visible()
    expect(page.locator(".arrived > li")).to_have_count(3)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("A copy again")).to_be_visible()
    line = page.locator(".arrived > li", has_text="Nobody was freed")
    line.get_by_role("button", name="Done").click()
    page.get_by_role("link", name="Done", exact=True).click()
    expect(page.locator(".arrived > li")).to_have_count(1)
    page.get_by_role("button", name="Open again").click()


def test_a_list_comes_in_row_by_row(
    desk: Desk, seat: Seat, axe: Callable[[Page], list[str]]
) -> None:
    page = seat(Role.DOCUMENTER)
    page.goto("/imports/")
    assert axe(page) == []
    page.get_by_label("Choose files").set_input_files([file("watch.csv", LIST, "text/csv")])
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", name="watch.csv")).to_be_visible()
    expect(page.get_by_role("combobox", name="When")).to_have_value("date")
    page.get_by_role("combobox", name="Who").select_option("-")
    page.get_by_role("button", name="Look at what would change").click()
    expect(page.get_by_role("alert")).to_contain_text("no column holds names")
    page.get_by_role("combobox", name="Who").select_option("name")
    page.get_by_role("combobox", name="Number").select_option("id")
    page.get_by_role("combobox", name="What").select_option("status")
    page.get_by_role("button", name="Look at what would change").click()
    expect(page.locator(".counts .added dd")).to_have_text("2")
    assert axe(page) == []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("button", name="Import", exact=True).click()
    expect(page.get_by_text("2 added, 0 changed, 0 refused")).to_be_visible()
    with desk.open_store():
        from habeas.store.records import load_claims

        claims = [
            c for c in load_claims(PUBLIC_VIEWER) if "Leo Example" in {m.name for m in c.names}
        ]
        assert [(claim.act.value, str(claim.when and claim.when.edtf)) for claim in claims] == [
            ("hold", "2030")
        ]


def test_the_next_edition_of_a_list_is_compared_without_java_script(seat: Seat) -> None:
    page = seat(Role.DOCUMENTER, java_script_enabled=False)
    later = LIST.replace("held;2030", "released;2031") + "3;;on the moon;2030;z\n"
    for text, told in ((later, {"changed": "1", "refused": "1", "unchanged": "1"}), (LIST, None)):
        page.goto("/imports/")
        page.get_by_label("Choose files").set_input_files([file("watch-2.csv", text)])
        page.get_by_role("button", name="Go on").click()
        expect(page.get_by_role("combobox", name="Who")).to_have_value("name")
        page.get_by_role("button", name="Look at what would change").click()
        if told is not None:
            for word, number in told.items():
                expect(page.locator(f".counts .{word} dd")).to_have_text(number)
            expect(page.get_by_text("a status that is not known")).to_be_visible()
            page.get_by_role("button", name="Import", exact=True).click()
            expect(page.get_by_text("0 added, 1 changed, 1 refused")).to_be_visible()


HOSTILE = {
    "a name that is markup": ("<img src=x onerror=alert(1)>.txt", b"Nine are free in Ruritania."),
    "a program": ("run.exe", b"MZ" + bytes(range(256)) * 40),
    "a broken PDF": ("a.pdf", b"%PDF-1.7\n" + b"\xff" * 400),
    "a path": ("../../../etc/passwd", b"Nobody is free in Ruritania."),
    "a broken archive": ("a.zip", b"PK\x03\x04" + b"\x00" * 200),
}


def test_hostile_files_are_refused_or_read_as_what_they_are(desk: Desk, seat: Seat) -> None:
    page = seat(Role.DOCUMENTER)
    page.goto("/inbox/add/")
    page.get_by_label("Choose files").set_input_files(
        [file(name, data) for name, data in HOSTILE.values()]
    )
    page.get_by_role("button", name="Add the files").click()
    wait_until_read(page)
    failed = page.locator("#waiting-list li", has_text="could not be read")
    expect(failed).to_have_count(3, timeout=READ)
    for left in (2, 1, 0):
        failed.first.get_by_role("button", name="Take off").click()
        expect(failed).to_have_count(left)
    assert not list(desk.place.home.parent.rglob("passwd"))


def test_no_machine_of_the_network_is_asked(desk: Desk, seat: Seat) -> None:
    page = seat(Role.DOCUMENTER)
    for button in ("Choose from the feed", "Read the page"):
        page.goto("/inbox/add/")
        page.get_by_label("Page or feed").fill(f"{desk.url}/inbox/")
        page.get_by_role("button", name=button).click()
        if button == "Read the page":
            wait_until_read(page)
        told = page.locator("main")
        expect(told).to_contain_text(re.compile("not on the public internet|private|this machine"))
    failed = page.locator("#waiting-list li", has_text="could not be read")
    failed.get_by_role("button", name="Take off").click()
    expect(failed).to_have_count(0)


@pytest.mark.parametrize("address", ["/inbox/add/", "/imports/", "/inbox/waiting/"])
def test_who_only_reads_adds_nothing(seat: Seat, address: str) -> None:
    page = seat(Role.READER)
    page.goto("/inbox/")
    expect(page.get_by_role("link", name="Add reports")).to_have_count(0)
    expect(page.get_by_role("button", name="Set aside")).to_have_count(0)
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 403
