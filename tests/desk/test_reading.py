"""The reading table in a real browser: what was read, what a person decides, and the way back."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from desk import fictional
from desk.conftest import Desk, Seat
from habeas.model.claims import Act
from habeas.model.restrictions import Owner, Role

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from habeas.model.claims import Claim
    from habeas.register.deciding import DecidedClaims

TABLE = f"/reports/{fictional.REPORT.id}/"


@pytest.fixture(autouse=True)
def _report(desk: Desk) -> None:
    """The report of `fictional` is there, and nobody has decided anything that stands."""
    from habeas.model.decisions import ClaimDecision, Resolution

    with desk.open_store():
        from habeas.register.deciding import standing_decisions
        from habeas.store.deciding import claim_decisions, decide_claim

        fictional.save()
        while standing := standing_decisions(claim_decisions(None)):
            decide_claim(
                ClaimDecision(
                    claim=standing[0].claim,
                    resolution=Resolution.UNDO,
                    reason="",
                    by="test",
                    at=datetime.now(UTC),
                )
            )


def decided(desk: Desk) -> DecidedClaims:
    """What the register makes of the decisions that stand."""
    with desk.open_store():
        from habeas.register.deciding import decide_claims
        from habeas.store.records import load_records

        records = load_records(Owner(name="test"))
        return decide_claims(records.claims, records.reports, records.claim_decisions)


def card(page: Page, claim: Claim) -> Locator:
    """The claim beside the report."""
    return page.locator(f"#c-{claim.id}")


def state(page: Page, claim: Claim) -> Locator:
    """How the claim stands, in a word."""
    return card(page, claim).locator(".state")


def test_keys_accept_reject_and_take_back(desk: Desk, seat: Seat) -> None:
    page = seat(Role.REVIEWER)
    page.goto(TABLE)
    expect(page.get_by_text("3 of 3 not decided")).to_be_visible()
    page.keyboard.press("a")
    expect(state(page, fictional.FREED)).to_have_text("accepted")
    expect(card(page, fictional.JAN)).to_have_class(re.compile("is-chosen"))
    page.keyboard.press("j")
    page.keyboard.press("r")
    page.keyboard.type("it is of another town")
    page.keyboard.press("Enter")
    expect(card(page, fictional.HELD)).to_contain_text("it is of another town")
    assert decided(desk).rejected == {fictional.HELD.id}
    page.locator("#said").get_by_role("button", name="Undo").click()
    expect(state(page, fictional.HELD)).to_have_text("not decided")
    assert not decided(desk).rejected
    page.keyboard.press("k")
    page.keyboard.press("k")
    page.keyboard.press("u")
    expect(page.get_by_text("3 of 3 not decided")).to_be_visible()


def test_what_was_read_and_what_was_decided_are_both_shown(desk: Desk, seat: Seat) -> None:
    page = seat(Role.REVIEWER)
    page.goto(TABLE)
    card(page, fictional.FREED).get_by_role("link", name="Correct").click()
    page.get_by_label("Act").select_option("pardon")
    page.get_by_label("At least").fill("114")
    page.get_by_label("At most").fill("114")
    page.get_by_label("Reason").fill("the gazette says pardoned")
    page.get_by_role("button", name="Correct it").click()
    shown = card(page, fictional.FREED)
    expect(shown.get_by_role("region", name="As corrected")).to_contain_text(
        "114 prisoners pardoned"
    )
    shown.get_by_text("As read by habeas").click()
    expect(shown.locator(".proposed")).to_contain_text("14 prisoners released")
    expect(shown).to_contain_text("the gazette says pardoned")
    made = decided(desk)
    (correction,) = [c for c in made.claims if c.id == made.corrections[fictional.FREED.id]]
    assert (correction.act, correction.by) == (Act.PARDON, "Ruritania")
    assert correction.speakers == fictional.FREED.speakers
    assert correction.passage == fictional.FREED.passage
    shown.get_by_role("button", name="Undo").click()
    expect(state(page, fictional.FREED)).to_have_text("not decided")
    assert not decided(desk).corrections


def test_nothing_is_changed_by_saving_a_correction_as_it_was(desk: Desk, seat: Seat) -> None:
    page = seat(Role.REVIEWER)
    for claim in fictional.CLAIMS:
        page.goto(f"{TABLE}claims/{claim.id}/correct/")
        page.get_by_label("Reason").fill("none")
        page.get_by_role("button", name="Correct it").click()
        page.wait_for_url("**at=**")
    made = decided(desk)
    said = {c.id: c for c in made.claims}
    for claim in fictional.CLAIMS:
        key = made.corrections[claim.id]
        part_of = made.corrections.get(claim.part_of or "", claim.part_of)
        assert replace(said[key], part_of=part_of) == replace(claim, id=key, part_of=part_of)


def test_selected_words_become_a_claim(desk: Desk, seat: Seat) -> None:
    page = seat(Role.REVIEWER)
    page.goto(TABLE)
    # After a sign that takes two units of the browser and one character of the text.
    page.evaluate(
        """() => {
          const piece = [...document.querySelectorAll("[data-at]")].at(-1).firstChild;
          const start = piece.data.indexOf("Ada Example");
          getSelection().setBaseAndExtent(piece, start, piece, start + "Ada Example".length);
        }"""
    )
    page.locator(".pick").click()
    expect(page.get_by_label("Words of the report")).to_have_value("Ada Example")
    page.get_by_label("Stance").select_option("denied")
    page.get_by_label("Act").select_option("release")
    page.get_by_label("Name, as written").first.fill("Ada Example")
    page.get_by_label("Reason").fill("not read")
    page.get_by_role("button", name="Add it").click()
    expect(page.locator(".card.added")).to_contain_text("Ada Example")
    (added,) = [c for c in decided(desk).claims if c not in fictional.CLAIMS]
    assert added.names[0].name == added.passage.exact == "Ada Example"
    assert fictional.TEXT[added.passage.start : added.passage.end] == "Ada Example"
    page.locator("#said").get_by_role("button", name="Undo").click()
    expect(page.locator(".card.added")).to_have_count(0)
    assert decided(desk).claims == fictional.CLAIMS


def test_everything_works_without_javascript(desk: Desk, seat: Seat) -> None:
    page = seat(Role.REVIEWER, java_script_enabled=False)
    page.goto(TABLE)
    assert page.get_by_text("next undecided").is_hidden()
    card(page, fictional.FREED).get_by_role("button", name="Accept").click()
    expect(state(page, fictional.FREED)).to_have_text("accepted")
    card(page, fictional.JAN).locator("summary", has_text="Reject").click()
    card(page, fictional.JAN).get_by_label("Why?").fill("somebody else")
    card(page, fictional.JAN).get_by_role("button", name="Reject it").click()
    expect(card(page, fictional.JAN)).to_contain_text("somebody else")
    card(page, fictional.HELD).get_by_role("link", name="Correct").click()
    page.get_by_role("textbox", name="Where", exact=True).fill("Zenda")
    page.get_by_role("button", name="Correct it").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_label("Reason").fill("the next town")
    page.get_by_role("button", name="Correct it").click()
    expect(card(page, fictional.HELD)).to_contain_text("Zenda")
    page.get_by_role("link", name="Add a claim").click()
    page.get_by_label("Words of the report").fill("Ada  Example was\nnot freed")
    page.get_by_label("Reason").fill("not read")
    page.get_by_role("button", name="Add it").click()
    expect(page.locator(".card.added")).to_have_count(1)
    made = decided(desk)
    assert made.rejected == {fictional.JAN.id}
    assert len(made.claims) == 5
    page.locator("#said").get_by_role("button", name="Undo").click()
    expect(page.locator(".card.added")).to_have_count(0)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Ada Example was freed", "does not have these words"),
        ("Ruritania", "has these words 2 times"),
    ],
)
def test_a_claim_rests_on_words_of_the_report(seat: Seat, words: str, told: str) -> None:
    page = seat(Role.REVIEWER)
    page.goto(f"{TABLE}add/")
    page.get_by_label("Words of the report").fill(words)
    page.get_by_label("Reason").fill("not read")
    page.get_by_role("button", name="Add it").click()
    expect(page.locator(".error").last).to_contain_text(told)


def test_a_reader_reads_and_decides_nothing(seat: Seat) -> None:
    page = seat(Role.READER)
    page.goto(TABLE)
    expect(card(page, fictional.FREED)).to_contain_text("14 prisoners")
    assert page.get_by_role("button", name="Accept").count() == 0
    page.keyboard.press("a")
    of_jan = f"claims/{fictional.JAN.id}/"
    for path in ("add/", f"{of_jan}reject/", f"{of_jan}correct/"):
        answer = page.goto(TABLE + path)
        assert answer is not None
        assert answer.status == 403
    expect(page.get_by_role("heading", name="Not for you")).to_be_visible()


def test_the_list_says_how_much_waits(seat: Seat) -> None:
    page = seat(Role.REVIEWER)
    page.goto("/reports/?show=waiting")
    expect(page.get_by_role("row", name=fictional.REPORT.title)).to_contain_text("3 of 3")
    page.get_by_role("link", name=fictional.REPORT.title).click()
    for claim in fictional.CLAIMS:
        card(page, claim).get_by_role("button", name="Accept").click()
        expect(state(page, claim)).to_have_text("accepted")
    expect(page.get_by_text("all decided")).to_be_visible()
    page.goto("/reports/?show=waiting")
    expect(page.get_by_role("link", name=fictional.REPORT.title)).to_have_count(0)
    page.goto("/reports/")
    expect(page.get_by_role("row", name=fictional.REPORT.title)).to_contain_text("all decided")


def test_a_long_list_is_shown_in_parts(desk: Desk, seat: Seat) -> None:
    with desk.open_store():
        fictional.save_list()
    page = seat(Role.REVIEWER)
    page.goto(f"/reports/{fictional.LIST.id}/?at=cl0099")
    expect(page.locator(".card")).to_have_count(100)
    expect(page.locator(".sheet tbody tr")).to_have_count(100)
    page.locator("#c-cl0099").get_by_role("button", name="Accept").click()
    expect(page.locator("#c-cl0100")).to_have_class(re.compile("is-chosen"))
    expect(page.locator("#c-cl0099")).to_have_count(0)
    expect(page.get_by_text("229 of 230 not decided")).to_be_visible()
    page.get_by_role("link", name="Claims after").click()
    expect(page.locator(".card")).to_have_count(30)
    expect(page.locator(".sheet tbody tr")).to_have_count(30)
    page.get_by_role("link", name="Claims before").click()
    expect(page.locator("#c-cl0199")).to_be_visible()


def test_a_report_can_be_asked_for_as_known_before_a_decision(desk: Desk, seat: Seat) -> None:
    page = seat(Role.REVIEWER)
    page.goto(TABLE)
    with desk.open_store():
        from habeas.store.audit import settled_moment

        before = settled_moment()
    card(page, fictional.FREED).get_by_role("button", name="Accept").click()
    expect(state(page, fictional.FREED)).to_have_text("accepted")
    page.goto(f"{TABLE}?known_at={before.isoformat().replace('+', '%2B')}")
    expect(page.get_by_text("As the register knew it at")).to_be_visible()
    expect(state(page, fictional.FREED)).to_have_text("not decided")
    assert page.get_by_role("button", name="Accept").count() == 0
    page.get_by_role("link", name="Now").click()
    expect(state(page, fictional.FREED)).to_have_text("accepted")
    answer = page.goto(f"{TABLE}?known_at=2001-01-01")
    assert answer is not None
    assert answer.status == 404


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(seat: Seat, axe: Callable[[Page], list[str]], width: int) -> None:
    page = seat(Role.REVIEWER, viewport={"width": width, "height": 844}, bypass_csp=True)
    page.goto(TABLE)
    page.keyboard.press("a")
    expect(state(page, fictional.FREED)).to_have_text("accepted")
    page.keyboard.press("r")
    found = {}
    for path in ("/reports/", TABLE, f"{TABLE}add/", f"{TABLE}claims/{fictional.JAN.id}/correct/"):
        page.goto(path)
        found[path] = axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert not any(found.values()), found
