"""What the page says of figures that do not add up, in bytes and in a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from lxml import html

from habeas.register.edition_file import write_edition
from public import disputed
from public.conftest import serving
from public.test_browser import SCHEMES, WIDTHS, reader, violations
from public.test_pages import MOST_BYTES, get

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

ACCOUNT = f"/accounts/{disputed.account.event.id}/"


@pytest.fixture(scope="module")
def graustark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the site over the Edition of `disputed`."""
    path: Path = tmp_path_factory.mktemp("graustark") / "edition.sqlite"
    write_edition(disputed.graustark, path)
    with serving(path) as address:
        yield address


@pytest.fixture(scope="module")
def tree(graustark: str) -> html.HtmlElement:
    """Return the account's page."""
    return get(graustark + ACCOUNT).tree


def words(node: html.HtmlElement, path: str) -> list[str]:
    """The texts at a path, each on one line."""
    return [" ".join(found.text_content().split()) for found in node.xpath(path)]


def opened(node: html.HtmlElement) -> dict[str, str]:
    """What each link to words of an element says, and the claim that it opens."""
    links = node.xpath(".//a[contains(@href, '#w-')]")
    return {link.text_content(): link.get("href").partition("#w-")[2] for link in links}


def test_a_conflict_is_one_sentence_whose_numbers_open_their_words(tree: html.HtmlElement) -> None:
    sentence = tree.xpath("//*[@class='clash']")[0]
    assert " ".join(sentence.text_content().split()) == disputed.account.conflicts[0].explanation
    assert opened(sentence) == {
        "114": disputed.axphain.id,
        "nine": disputed.dawsbergen.id,
        "1": disputed.bazin.id,
        "123": disputed.pardon.id,
    }


def test_every_speaker_of_a_conflict_is_a_click_away(tree: html.HtmlElement) -> None:
    sides = tree.xpath("//li[@class='conflict']")[0].xpath(".//ul[@class='sides']/li")
    assert opened(sides[0]) == {
        "123": disputed.pardon.id,
        "the Palace Courier": disputed.pardon.id,
        "Castle League": disputed.latest.id,
        "Edelweiss Daily": disputed.printed.id,
    }
    assert "taken to Dawsbergen" in sides[2].text_content()


def test_only_the_conflict_of_the_usual_reading_says_so(tree: html.HtmlElement) -> None:
    marked = [
        bool(each.xpath(".//*[@class='tight']")) for each in tree.xpath("//*[@class='conflict']")
    ]
    assert marked == [False, True]


def test_a_conflict_says_what_it_rests_on(tree: html.HtmlElement) -> None:
    first, second = tree.xpath("//li[@class='conflict']//div[@class='rests']")
    assert [disputed.same_people.reason in each for each in words(first, ".//li")] == [True, False]
    assert [disputed.same_day.reason in each for each in words(second, ".//li")] == [True]
    for link in first.xpath(".//a[starts-with(@href, '#a-')]/@href"):
        assert tree.xpath("//*[@id=$id]", id=link[1:])


def test_the_repairs_stand_side_by_side_with_what_follows(tree: html.HtmlElement) -> None:
    table = tree.xpath("//table[contains(@class, 'repairs')]")[0]
    heads = words(table, ".//thead//th")
    # Whom every repair leaves the same is not told again for each.
    assert heads == [
        "If this is set aside",
        "everybody pardoned",
        "taken to Axphain",
        "taken to Dawsbergen",
        "still in Edelweiss",
        "not named",
    ]
    rows = [words(row, "td") for row in table.xpath(".//tbody/tr")]
    assert rows[0] == ["123", "0 to 114", "9", "1", "120"]
    assert rows[3] == ["124", "114", "9", "1", "121"]
    assert "2 independent voices" in words(table, ".//tbody/tr[4]/th")[0]


def test_what_every_lightest_repair_sets_aside_is_told_and_nobody_called_wrong(
    tree: html.HtmlElement,
) -> None:
    (told,) = tree.xpath("//section[@aria-labelledby='conflicts']/ul[@class='sides']")
    assert opened(told) == {"1": disputed.bazin.id, "the Ganlook Post": disputed.bazin.id}
    assert "That makes nobody wrong." in " ".join(tree.text_content().split())


def test_the_table_of_speakers_has_a_row_for_each_and_a_column_for_each_kind(
    tree: html.HtmlElement,
) -> None:
    table = tree.xpath("//table[@class='grid']")[0]
    assert words(table, ".//thead//th")[1:] == [
        "everyone",
        "taken to Axphain",
        "taken to Dawsbergen",
        "taken to Edelweiss",
    ]
    row = next(r for r in table.xpath(".//tbody/tr") if "its embassy" in r.text_content())
    assert words(row, "td") == ["", "", "9", ""]
    row = next(r for r in table.xpath(".//tbody/tr") if "Courier" in r.text_content())
    assert words(row, "td") == ["123 announced", "", "", ""]
    assert words(table, ".//tfoot//td") == ["123 to 124", "0 to 114", "0 to 9", "0 to 1"]
    assert "derived, not claimed" in words(table, ".//tfoot//th")[0]
    assert all(cell.get("scope") in {"row", "col"} for cell in table.xpath(".//th"))


def test_figures_of_other_acts_are_told_act_by_act(tree: html.HtmlElement) -> None:
    section = tree.xpath("//section[@aria-labelledby='counted']")[0]
    heads = words(section, ".//th[@scope='rowgroup']")
    assert heads == ["20 arrested, women set aside 20", "20 sentenced set aside 20"]
    hrefs = section.xpath(".//a[@rel='nofollow']/@href")
    assert hrefs == [
        f"{ACCOUNT}?aside={disputed.arrested.id}",
        f"{ACCOUNT}?aside={disputed.sentenced.id}",
    ]


def test_what_follows_is_marked_as_derived(tree: html.HtmlElement) -> None:
    section = tree.xpath("//section[@aria-labelledby='follows']")[0]
    assert "No speaker says these numbers." in words(section, ".//p[@class='note']")[0]
    assert words(section, ".//p[@class='value']/a[@class='derived']") == [
        "123 to 124",
        "0 to 114",
        "0 to 9",
        "0 to 1",
        "120 to 121",
        "at least 0",
    ]
    # That there may be any number of women tells nothing, and stands below.
    assert words(section, ".//p[@class='label']")[-1] == "women among them"
    assert not section.xpath(".//a[contains(@class, 'fig')]")


def test_what_a_conflict_rests_on_stands_first_among_what_is_taken_for_granted(
    tree: html.HtmlElement,
) -> None:
    ids = tree.xpath("//ul[@class='assumptions']/li/@id")
    needed = [disputed.same_people, disputed.nobody_twice, disputed.same_day]
    assert ids == [f"a-{each.id}" for each in (*needed, disputed.one_event)]


def test_a_balance_says_what_is_unaccounted_for(tree: html.HtmlElement) -> None:
    balance = tree.xpath("//dl[@class='balance']")[0]
    assert words(balance, ".//dd") == ["1,187", "20", "13", "1,194", "1,197", "3 more than told"]
    assert opened(balance) == {
        "1,187": disputed.opening.id,
        "20": disputed.arrested.id,
        "13": disputed.released.id,
        "1,197": disputed.closing.id,
    }


def test_corrections_lists_and_what_would_settle_it_are_told(tree: html.HtmlElement) -> None:
    text = " ".join(tree.text_content().split())
    for told in (
        disputed.account.revisions[0].explanation,
        disputed.account.totals[0].explanation,
        disputed.account.lists[0].explanation,
        "only on List of 5 May",
        *disputed.account.settling,
    ):
        assert told in text


def test_the_bars_go_from_announced_to_done_to_named_to_confirmed(tree: html.HtmlElement) -> None:
    stages = words(tree, "//ol[contains(@class, 'waterfall')]//*[@class='stage']")
    assert stages == ["announced", "reported", "named", "confirmed or on a list", "not named"]


def test_the_front_page_tells_of_conflicts(graustark: str) -> None:
    front = get(graustark + "/")
    assert disputed.account.conflicts[0].explanation in " ".join(front.tree.text_content().split())
    assert front.wire < MOST_BYTES


def test_every_number_of_what_does_not_add_up_opens_its_words(
    graustark: str, tree: html.HtmlElement
) -> None:
    claims = {claim.id for claim in disputed.CLAIMS}
    shown = tree.xpath("//a[contains(concat(' ', @class, ' '), ' fig ')]/@href")
    assert {link.partition("#w-")[2] for link in shown if "#w-" in link} <= claims
    for link in set(shown):
        path, _, anchor = link.partition("#")
        there = get(graustark + path).tree if path else tree
        assert there.xpath("//*[@id=$id]", id=anchor), link


def test_axe_finds_nothing_in_a_disputed_account(browser: Browser, graustark: str) -> None:
    found = {}
    for scheme in SCHEMES:
        for width in WIDTHS:
            page = reader(browser, graustark, width=width, scheme=scheme)
            page.goto(ACCOUNT)
            for fold in page.locator("summary").all():
                fold.click()
            found[scheme, width] = violations(page)
            page.close()
    assert not any(found.values()), found


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_disputed_account_is_no_wider_than_the_window(
    browser: Browser, graustark: str, width: int
) -> None:
    page = reader(browser, graustark, width=width)
    for path in (ACCOUNT, "/"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.close()


def test_on_a_phone_each_speaker_is_a_card(browser: Browser, graustark: str) -> None:
    page = reader(browser, graustark, width=390)
    page.goto(ACCOUNT)
    row = page.locator(".grid tbody tr", has_text="its embassy").first
    assert row.evaluate("node => getComputedStyle(node).display") == "block"
    shown = row.locator("td:visible")
    assert shown.count() == 1
    label = shown.evaluate("node => getComputedStyle(node, '::before').content")
    assert label == '"taken to Dawsbergen"'
    # Told as a table still, to those who do not see it.
    assert row.get_attribute("role") == "row"
    page.close()


def test_the_speaker_stays_in_sight_where_the_table_is_wide(
    browser: Browser, graustark: str
) -> None:
    page = reader(browser, graustark, width=660)
    page.goto(ACCOUNT)
    region = page.locator(".wide").first
    region.evaluate("node => { node.style.inlineSize = '24rem' }")
    assert region.evaluate("node => node.scrollWidth > node.clientWidth")
    head = region.locator("tbody th").first
    before = head.bounding_box()
    region.evaluate("node => node.scrollBy({left: 80, behavior: 'instant'})")
    assert head.bounding_box() == before
    page.close()
