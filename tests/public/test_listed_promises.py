"""From a release to a promise to what lists say, over every example. The lists are invented."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from habeas.model.claims import Claim
from habeas.model.pledges import PledgeState
from habeas.pledges import state_on
from habeas.register.edition_file import EditionFile
from habeas.register.promised import arranged_of
from public.promised_examples import promised_examples
from public.test_browser import reader, violations
from public.test_pages import get

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AIRLINE, MINE, HARBOUR = "Ruritanian Airways", "Vorstadtkali", "Port Ellery"
MOST_BYTES = 60_000


@pytest.fixture(scope="module")
def examples() -> Iterator[tuple[Path, str]]:
    """Return the Edition of all examples and the address of its site."""
    with promised_examples() as made:
        yield made


@pytest.fixture(scope="module")
def site(examples: tuple[Path, str]) -> str:
    """Return the address of the site."""
    return examples[1]


def promise(site: str, words: str) -> str:
    """Address of the one promise whose object has some words."""
    tree = get(f"{site}/promises/").tree
    cards = tree.xpath("//li[contains(@class, 'promise')]//p[@class='what']/a")
    (href,) = {each.get("href") for each in cards if words in each.text_content()}
    return str(href)


def test_from_a_release_to_the_promise_to_the_row_that_took_it_off_the_list(
    page: Page, site: str
) -> None:
    page.goto(f"{site}/accounts/")
    page.get_by_role("link", name="31 prisoners", exact=True).click()
    tied = page.locator("section[aria-labelledby=tied]")
    tied.get_by_role("link", name=AIRLINE).first.click()
    page.wait_for_url("**/deals/d*/")
    page.locator("main").get_by_role("link", name=f"delivered: sanctions on {AIRLINE}").click()
    page.wait_for_url("**/promises/g*/")
    page.get_by_role("link", name="Example List: taken off the list").click()
    row = page.locator(".row:target")
    assert "taken off the list" in row.inner_text()
    assert "Flag carrier; owned by the state." in row.inner_text()
    assert "sdn-2025-06-07.xml" in row.inner_text()
    page.get_by_role("link", name="Everything about this").click()
    page.wait_for_url("**/targets/a*/")
    words = page.locator("ol.moments").inner_text()
    assert words.index("on the list") < words.index("promised") < words.index("taken off the list")
    words_of = page.get_by_role("link", name="Norland has lifted sanctions").first
    words_of.click(position={"x": 2, "y": 8})  # on the opening mark
    page.wait_for_url("**/reports/**")
    assert f"Norland has lifted sanctions on {AIRLINE}" in page.locator(":target").inner_text()


def test_every_state_shown_opens_the_words_of_the_claims_behind_it(
    examples: tuple[Path, str], page: Page
) -> None:
    """Of every promise of every example: each claim that its state rests on leads to its words."""
    path, site = examples
    with EditionFile(path) as file:
        arranged, on = arranged_of(file), file.summary.as_of
    states = {chain.pledge.id: state_on(on, chain) for chain in arranged.chains}
    assert len(states) >= 8
    assert {each.state for each in states.values()} >= {
        PledgeState.PROMISED,
        PledgeState.CONDITIONAL,
        PledgeState.DELIVERED,
        PledgeState.REVERSED,
        PledgeState.DISPUTED,
    }
    opened: set[str] = set()
    for pledge, standing in states.items():
        page.goto(f"{site}/promises/{pledge}/")
        hrefs = {str(each.get_attribute("href")) for each in page.locator("main a.words").all()}
        behind = {*standing.claims, *(key for one in standing.accounts for key in one.claims)}
        for claim in (arranged.told.claims[key] for key in behind):
            assert f"/reports/{claim.report}/#w-{claim.id}" in hrefs, (pledge, standing.state)
            opened |= opens(page, site, claim) - opened
    assert len(opened) > len(states)


def opens(page: Page, site: str, claim: Claim) -> set[str]:
    """Open the words of a claim in the browser; its id where they are what it rests on."""
    page.goto(f"{site}/reports/{claim.report}/#w-{claim.id}")
    shown = page.locator(f"[id='w-{claim.id}']").inner_text()
    start = " ".join(claim.passage.exact.split())[:30]
    assert start in " ".join(shown.split()), (start, shown)
    return {claim.id}


def test_a_row_has_the_words_of_the_list_and_says_who_proposed_it(site: str) -> None:
    tree = get(site + promise(site, MINE)).tree
    (listed,) = tree.xpath("//article[@class='listed']")
    words = " ".join(listed.text_content().split())
    assert "organisation · Example List · entry 91001" in words
    assert "Proposed by comparing names; nobody has decided it." in words
    assert "general licence General License 7 authorizes trade in potash" in words
    assert "remarks, no longer Mines potash at Vorstadt." in words
    rows = listed.xpath(".//li[contains(@class, 'row')]")
    assert [row.get("id") for row in rows] == [
        row.xpath(".//p[@class='what']/a/@href")[0].partition("#")[2] for row in rows
    ]


def test_what_a_person_decided_is_said_to_be_decided(site: str) -> None:
    decided = get(site + promise(site, AIRLINE)).tree.text_content()
    assert "A person decided that this is meant." in decided
    assert "nobody has decided it" not in decided
    assert "examiner" not in decided
    assert "for a test" not in decided


def test_programs_are_told_what_lists_say(site: str) -> None:
    own = promise(site, AIRLINE).strip("/")
    told = json.loads(get(f"{site}/api/1/{own}/lists").text)
    assert [each["day"] for each in told["lists"]] == ["2025-05-07", "2025-06-07"]
    (entry,) = told["entries"]
    assert (entry["entry"], entry["is_decided"]) == ("91003", True)
    assert [each["kind"] for each in entry["moments"]] == ["stands", "delisted"]
    assert get(f"{site}/api/1/promises/g0/lists").status == 404


def test_the_board_groups_promises_and_shows_conditions_and_lists(site: str) -> None:
    tree = get(f"{site}/promises/").tree
    heads = [each.text for each in tree.xpath("//main/section/h2")]
    wanted = ["Overdue", "Promised on a condition", "Promised", "Delivered", "Reversed"]
    assert [each for each in heads if each in wanted] == wanted
    overdue = tree.xpath("//section[h2='Overdue']")[0].text_content()
    assert HARBOUR in overdue
    assert "Example List: put on the list" in overdue
    conditional = tree.xpath("//section[h2='Promised on a condition']")[0].text_content()
    assert "if Ruritania frees all other political prisoners" in conditional


def test_what_is_on_no_list_says_so(site: str, empty_site: str) -> None:
    words = " ".join(get(site + promise(site, "airline Belavia")).tree.text_content().split())
    assert "No entry of these lists has a name like the words of the promise" in words
    assert "Example List, 7 May 2025; Example List, 7 June 2025" in words
    assert get(f"{empty_site}/targets/a0/").status == 404


@pytest.mark.parametrize("code", ["", "/ru", "/be", "/es"])
def test_pages_are_small_and_whole_in_every_language(site: str, code: str) -> None:
    own = promise(site, MINE)
    aim = get(site + own).tree.xpath("//a[starts-with(@href, '/targets/')]/@href")[0]
    for path in ("/promises/", own, aim):
        answer = get(site + code + path)
        assert answer.status == 200
        assert len(answer.text.encode()) < MOST_BYTES


def test_axe_finds_nothing_and_no_page_is_too_wide(browser: Browser, site: str) -> None:
    own = promise(site, MINE)
    aim = get(site + own).tree.xpath("//a[starts-with(@href, '/targets/')]/@href")[0]
    deal = get(f"{site}/promises/").tree.xpath("//a[contains(., 'Ruritanian')]/@href")[-1]
    for width in (1280, 390):
        page = reader(browser, site, width=width)
        for path in ("/promises/", own, aim, deal):
            page.goto(path)
            assert not violations(page), path
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        page.close()
