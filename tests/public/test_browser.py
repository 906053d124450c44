"""The pages in a real Chromium: read, followed, printed, without a mouse, without JavaScript."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from public import fictional
from public.test_pages import PAGES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS = (1280, 320)


def violations(page: Page) -> list[str]:
    """What axe finds wrong with the page as it stands, with the elements concerned."""
    # A page scaled by a running transition has colours that nobody reads.
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{each['id']}: {[node['html'] for node in each['nodes']]}" for each in found]


def reader(browser: Browser, address: str, *, width: int = 1280, scheme: str = "light") -> Page:
    """A page of its own that may be asked for anything on this machine."""
    chosen: Literal["light", "dark"] = "dark" if scheme == "dark" else "light"
    return browser.new_page(
        base_url=address,
        viewport={"width": width, "height": 844},
        color_scheme=chosen,
        reduced_motion="reduce",
        bypass_csp=True,
    )


def test_from_the_figure_on_the_front_page_to_its_words_and_back(
    page: Page, ruritania: str
) -> None:
    page.goto(ruritania)
    page.get_by_role("link", name="123", exact=True).first.click()
    page.wait_for_url(f"**/reports/{fictional.wire.id}/#w-{fictional.pardon.id}")
    words = page.locator(".passage:target")
    assert fictional.pardon.passage.exact in words.inner_text()
    words.locator("a.mark").click()
    item = page.locator(f"#c-{fictional.pardon.id}")
    assert page.url.endswith(f"#c-{fictional.pardon.id}")
    assert "the Court Gazette" in item.inner_text()
    item.get_by_role("link", name="Its words").click()
    assert page.url.endswith(f"#w-{fictional.pardon.id}")
    page.get_by_role("link", name="123 prisoners pardoned in Ruritania").click()
    page.wait_for_url(f"**/accounts/{fictional.account.event.id}/")
    page.get_by_role("link", name="habeas").first.click()
    page.wait_for_url(ruritania + "/")


def test_n_and_p_walk_through_the_claims(page: Page, ruritania: str) -> None:
    page.goto(ruritania + PAGES["report"])
    page.keyboard.press("n")
    page.keyboard.press("n")
    assert page.url.endswith(f"#w-{fictional.zenda.id}")
    assert page.locator(f"#c-{fictional.zenda.id}.is-chosen").count() == 1
    page.keyboard.press("p")
    assert page.url.endswith(f"#w-{fictional.pardon.id}")
    assert page.locator(".is-chosen[id]").count() == 2


def test_pointing_at_words_shows_their_claim(page: Page, ruritania: str) -> None:
    page.goto(ruritania + PAGES["report"])
    page.locator(f"#w-{fictional.pardon.id} a.mark").hover()
    assert page.locator(f"#c-{fictional.pardon.id}.is-near").count() == 1
    page.locator(f"#c-{fictional.sapt.id}").hover()
    assert page.locator(f"#w-{fictional.sapt.id}.is-near").count() == 1
    assert page.locator(f"#c-{fictional.pardon.id}.is-near").count() == 0


def test_the_way_is_the_same_without_javascript(browser: Browser, ruritania: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=ruritania)
    page = context.new_page()
    page.goto("/")
    page.locator(".waterfall a.fig").first.click()
    assert page.locator(".passage:target").inner_text().startswith("The chancellor")
    page.locator(".passage:target a.mark").click()
    assert "123" in page.locator(".claims li:target").inner_text()
    assert page.get_by_text("Keys:").is_hidden()
    context.close()


def test_the_way_needs_no_mouse(page: Page, ruritania: str) -> None:
    page.goto(ruritania)
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the content"
    page.keyboard.press("Enter")
    for _ in range(2):
        page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text().startswith("123")
    page.keyboard.press("Enter")
    page.wait_for_url("**/reports/**")
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("href") == f"#c-{fictional.pardon.id}"


@pytest.mark.parametrize("where", [*PAGES, "missing"])
def test_axe_finds_nothing(browser: Browser, ruritania: str, where: str) -> None:
    found = {}
    for scheme in SCHEMES:
        for width in WIDTHS:
            page = reader(browser, ruritania, width=width, scheme=scheme)
            page.goto(PAGES.get(where, "/missing/"))
            for fold in page.locator("summary").all():
                fold.click()
            found[scheme, width] = violations(page)
            page.close()
    assert not any(found.values()), found


@pytest.mark.parametrize("anchor", ["w", "c"])
def test_axe_finds_nothing_in_what_is_chosen(browser: Browser, ruritania: str, anchor: str) -> None:
    for scheme in SCHEMES:
        page = reader(browser, ruritania, scheme=scheme)
        page.goto(f"{PAGES['report']}#{anchor}-{fictional.zenda.id}")
        assert not violations(page)
        page.close()


def test_axe_finds_nothing_on_an_empty_edition(browser: Browser, empty_site: str) -> None:
    page = reader(browser, empty_site)
    for path in ("/", "/people/", "/reports/"):
        page.goto(path)
        assert not violations(page)
    page.close()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_is_wider_than_the_window(browser: Browser, ruritania: str, width: int) -> None:
    page = reader(browser, ruritania, width=width)
    for where, path in PAGES.items():
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, where
    page.close()


def test_what_is_marked_can_be_told_apart_without_colour(browser: Browser, ruritania: str) -> None:
    page = browser.new_page(base_url=ruritania, forced_colors="active")
    page.goto(PAGES["report"])
    mark = page.locator("a.mark").first
    assert "underline" in mark.evaluate("node => getComputedStyle(node).textDecorationLine")
    page.close()


def test_an_arabic_report_runs_from_right_to_left(page: Page, ruritania: str) -> None:
    page.goto(ruritania + PAGES["report from right to left"])
    paragraph = page.locator("article p").first
    assert paragraph.evaluate("node => getComputedStyle(node).direction") == "rtl"
    assert paragraph.get_attribute("lang") == "ar"


def test_hostile_words_do_nothing(page: Page, ruritania: str) -> None:
    page.goto(ruritania + PAGES["hostile report"])
    assert "owned" not in page.title()
    assert page.locator("article script, article img").count() == 0
    assert "⟦RLO⟧gnitirw desrever⟦PDF⟧" in page.locator("article").inner_text()
    assert "\u202e" not in page.content()
    # Whatever a name holds must not turn the words after it round.
    assert page.locator("bdi").first.evaluate("n => getComputedStyle(n).unicodeBidi") == "isolate"


def test_a_list_shows_its_rows_and_their_claims(page: Page, ruritania: str) -> None:
    page.goto(f"{ruritania}{PAGES['list as a report']}#w-{fictional.on_list.id}")
    row = page.locator("tr:has(:target)")
    assert "Zenda, Anna" in row.inner_text()
    row.get_by_role("link").click()
    assert page.url.endswith(f"#c-{fictional.on_list.id}")


def test_a_printed_page_keeps_the_marks_and_drops_the_menus(page: Page, ruritania: str) -> None:
    page.goto(ruritania + PAGES["account"])
    page.emulate_media(media="print")
    assert page.get_by_role("navigation").count() == 0
    address = page.locator("[aria-labelledby=reports] .sources a").first.evaluate(
        "n => getComputedStyle(n, '::after').content"
    )
    assert fictional.wire.id in address
    background = page.locator(".words").first.evaluate("n => getComputedStyle(n).backgroundImage")
    assert "rgb(221, 221, 221)" in background


def test_what_is_folded_opens_without_javascript(browser: Browser, ruritania: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=ruritania)
    page = context.new_page()
    page.goto(PAGES["account"])
    last = page.get_by_text("Is tower 9 empty?")
    assert last.is_hidden()
    page.get_by_text("4 more").click()
    assert last.is_visible()
    context.close()


def test_what_is_folded_is_printed(page: Page, ruritania: str) -> None:
    page.goto(ruritania + PAGES["account"])
    page.emulate_media(media="print")
    last = page.get_by_text("Is tower 9 empty?")
    assert last.evaluate("node => node.checkVisibility() && node.getClientRects().length") > 0
    assert page.locator("summary").first.is_hidden()


def test_the_claims_scroll_by_keyboard_and_are_all_printed(page: Page, ruritania: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 500})
    page.goto(ruritania + PAGES["report"])
    claims = page.locator(".claims")
    assert claims.evaluate("node => node.scrollHeight > node.clientHeight")
    claims.focus()
    page.keyboard.press("End")
    expect(claims.locator("li").last).to_be_in_viewport()
    page.emulate_media(media="print")
    assert claims.evaluate("node => node.scrollHeight <= node.clientHeight")


def test_a_name_in_a_claim_leads_to_the_person(page: Page, ruritania: str) -> None:
    page.goto(ruritania + PAGES["report"])
    page.locator(".claims").get_by_role("link", name="Anna Zenda").click()
    page.wait_for_url(f"**/people/{fictional.anna.id}/")
    assert page.locator("#may-be").is_visible()
    page.get_by_role("link", name="Zenda, Anna").click()
    page.wait_for_url(f"**/people/{fictional.anna_listed.id}/")
