"""The pages in each language: their addresses, and which language each word is said to be in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from habeas.server.languages import LANGUAGES
from public import fictional
from public.test_browser import reader, violations
from public.test_pages import PAGES, get

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CODES = [code for code, _name in LANGUAGES]
OTHERS = CODES[1:]


def address_in(code: str, path: str) -> str:
    """Return the address of a page in a language."""
    return path if code == "en" else f"/{code}{path}"


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_its_language(ruritania: str, page: str, code: str) -> None:
    answer = get(ruritania + address_in(code, PAGES[page]))
    assert answer.status == 200
    assert (answer.tree.get("lang"), answer.tree.get("dir")) == (code, "ltr")
    assert answer.headers["content-language"] == code
    assert "vary" not in answer.headers or "accept-language" not in answer.headers["vary"].lower()


def test_neither_cookie_nor_browser_chooses_the_language(ruritania: str) -> None:
    asked = {"Accept_Language": "ru", "Cookie": "django_language=ru"}
    answer = get(ruritania + "/about/", **asked)
    assert answer.tree.get("lang") == "en"
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("code", CODES)
def test_every_page_leads_to_itself_in_the_other_languages(ruritania: str, code: str) -> None:
    aside = f"{PAGES['account']}?aside={fictional.pardon.id}"
    for path in (*PAGES.values(), aside, "/people/?page=2"):
        tree = get(ruritania + address_in(code, path)).tree
        shown = tree.xpath("//nav[@class='tongues']//a")
        assert [a.get("href") for a in shown] == [address_in(c, path) for c in CODES]
        assert [a.text_content() for a in shown] == [name for _code, name in LANGUAGES]
        assert [a.get("lang") for a in shown if a.get("aria-current")] == [code]
        links = {a.get("hreflang"): a.get("href") for a in tree.xpath("//link[@hreflang]")}
        wanted = {c: ruritania + address_in(c, path) for c in CODES}
        assert links == {**wanted, "x-default": ruritania + path}


@pytest.mark.parametrize("code", OTHERS)
def test_links_stay_in_the_language(ruritania: str, code: str) -> None:
    """Files for programmes are the same in every language."""
    for path in PAGES.values():
        tree = get(ruritania + address_in(code, path)).tree
        links = tree.xpath("//a[not(@hreflang)]/@href")
        inner = [link for link in links if re.match(r"/(?!cite/|api/|static/)[^.]*$", link)]
        assert all(link.startswith(f"/{code}/") for link in inner), inner


def test_a_page_that_is_missing_says_so_in_its_language(ruritania: str) -> None:
    answer = get(ruritania + "/ru/people/nobody/")
    assert (answer.status, answer.tree.get("lang")) == (404, "ru")
    assert not answer.tree.xpath("//link[@hreflang]")
    for path in ("/en/", "/de/", "/ru-RU/people/", "/ru/robots.txt"):
        assert get(ruritania + path).status == 404


def test_a_page_of_one_language_is_not_taken_for_that_of_another(ruritania: str) -> None:
    tags = {get(ruritania + address_in(code, "/about/")).headers["etag"] for code in CODES}
    assert len(tags) == len(CODES)


def test_names_stay_out_of_search_engines_in_every_language(ruritania: str) -> None:
    told = get(ruritania + "/robots.txt").text.splitlines()
    assert all(f"Disallow: {address_in(code, '/people/')}" in told for code in CODES)
    person = get(ruritania + address_in("be", PAGES["person"])).tree
    assert person.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_days_and_numbers_are_written_as_the_language_writes_them(ruritania: str) -> None:
    wanted = {
        "en": "6 May 2031",
        "ru": "6 мая 2031\N{NARROW NO-BREAK SPACE}г.",
        "be": "6 мая 2031\N{NARROW NO-BREAK SPACE}г.",
        "es": "6 de mayo de 2031",
    }
    for code, day in wanted.items():
        assert (
            day in get(ruritania + address_in(code, "/")).tree.xpath("//footer")[0].text_content()
        )


def test_what_the_edition_holds_in_english_is_said_to_be_english(ruritania: str) -> None:
    tree = get(ruritania + address_in("ru", PAGES["account"])).tree
    conflicts = tree.xpath("//p[@class='clash']")
    assert conflicts
    assert {(each.get("lang"), each.get("dir")) for each in conflicts} == {("en", "ltr")}
    told = "//p[contains(@class, 'in-english')]"
    assert tree.xpath(told)
    assert not get(ruritania + PAGES["account"]).tree.xpath(told)


def test_quoted_words_bear_the_language_of_their_report(ruritania: str) -> None:
    tree = get(ruritania + address_in("es", PAGES["account"])).tree
    assert fictional.wire.language == "en"
    quotes = tree.xpath("//q[@dir='auto']")
    assert quotes
    assert {quote.get("lang") for quote in quotes} == {"en", "ar"}


def test_keys_work_where_the_keyboard_writes_another_script(page: Page, ruritania: str) -> None:
    page.goto(ruritania + address_in("ru", PAGES["report"]))
    pressed = "new KeyboardEvent('keydown', {key: 'т', code: 'KeyN', bubbles: true})"
    page.evaluate(f"document.body.dispatchEvent({pressed})")
    assert page.url.endswith(f"#w-{fictional.pardon.id}")


@pytest.mark.parametrize("code", OTHERS)
def test_axe_finds_nothing_in_any_language(browser: Browser, ruritania: str, code: str) -> None:
    for width in (1280, 390):
        page = reader(browser, ruritania, width=width)
        for path in PAGES.values():
            page.goto(address_in(code, path))
            assert not violations(page), path
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        page.close()
