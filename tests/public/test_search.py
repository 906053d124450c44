"""Search on the public site: any script, typing errors, no name in an address. All invented."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from habeas.model.people import Person
from habeas.people import spelling_id
from habeas.register.edition_file import write_edition
from public import fictional
from public.conftest import serving
from public.test_browser import reader, violations
from public.test_pages import get, post

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from public.test_pages import Answer


def person(*names: str) -> Person:
    """Somebody invented, with every spelling."""
    return Person(id=spelling_id(names[0]), name=names[0], names=tuple(sorted(names)), mentions=())


PEOPLE = (
    person("Марыя Прыкладава", "Мария Примерова"),
    person("Maria Primerova"),
    person("Anna-Maria Vzor"),
    person("محمد مثالي"),
    person("许例子"),
    person("Ján Príklad"),
    person("Лосик Пример"),
    *(person(f"Ivan Crowd {n}", f"Иван Толпа {n}") for n in range(45)),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a site over people of many scripts."""
    path = tmp_path_factory.mktemp("search") / "edition.sqlite"
    everyone = tuple(sorted((*fictional.ruritania.people, *PEOPLE), key=lambda one: one.name))
    write_edition(replace(fictional.ruritania, people=everyone), path)
    with serving(path) as address:
        yield address


def found(answer: Answer) -> list[str]:
    """Titles found, in order."""
    return [each.text_content() for each in answer.tree.xpath("//ol[@class='found']//a")]


STORIES = {
    "Latin letters find a Cyrillic record": ("Mariya Primerova", "Марыя Прыкладава"),
    "Cyrillic letters find a Latin record": ("Мария Примерова", "Maria Primerova"),
    "Arabic by its sound": ("Mohamed", "محمد مثالي"),
    "Han by its sound": ("Xu Lizi", "许例子"),
    "accents and case do not matter": ("JAN PRIKLAD", "Ján Príklad"),
    "words in another order": ("Príklad, Ján", "Ján Príklad"),
    "one part of a name": ("Hentzau", "Rudolf Hentzau"),
    "the beginning of a name": ("Hentz", "Rudolf Hentzau"),
    "a typing error": ("Rudolf Hentsau", "Rudolf Hentzau"),
    "a word that is not in the name": ("Rudolf Karl Hentzau", "Rudolf Hentzau"),
    "run together": ("AnnaMaria Vzor", "Anna-Maria Vzor"),
    "another keyboard": ("kjcbr ghbvth", "Лосик Пример"),
}


@pytest.mark.parametrize("story", STORIES)
def test_somebody_is_found(site: str, story: str) -> None:
    sought, expected = STORIES[story]
    assert expected in found(post(site + "/search/", sought=sought))


def test_what_is_written_so_comes_first_and_the_rest_says_why(site: str) -> None:
    answer = post(site + "/search/", sought="Maria Primerova")
    assert found(answer)[:2] == ["Maria Primerova", "Марыя Прыкладава"]
    whys = [each.text_content() for each in answer.tree.xpath("//p[@class='why']")]
    assert whys[0] == "read the same: Мария Примерова"
    other = post(site + "/search/", sought="Мария Примерова")
    assert found(other)[0] == "Марыя Прыкладава"
    assert other.tree.xpath("//p[@class='why']")[0].text_content() == (
        "another spelling: Мария Примерова"
    )


def test_nobody_found_says_so_and_what_to_try(site: str) -> None:
    answer = post(site + "/search/", sought="Nobody Whosoever")
    assert "Nothing was found in this edition" in answer.text
    assert "Nothing was found" not in post(site + "/search/", sought="  ").text


def test_pages_of_what_was_found_keep_the_name_out_of_addresses(site: str) -> None:
    names: list[str] = []
    for page in ("1", "2", "3"):
        answer = post(site + "/search/", sought="Crowd", kind="people", page=page)
        names += found(answer)
        assert answer.headers["cache-control"] == "no-store"
        assert not answer.tree.xpath("//form[@method='get']")
        addresses = answer.tree.xpath("//@href | //@action")
        assert not [each for each in addresses if "rowd" in each]
    assert len(set(names)) == 45


def test_a_report_shows_the_words_around_what_was_sought(site: str) -> None:
    answer = post(site + "/search/", sought="tariffs", kind="reports")
    assert len(found(answer)) == 1
    assert "tariffs if progress continues" in answer.text


def test_an_account_is_found_by_its_title(site: str) -> None:
    answer = post(site + "/search/", sought="Ruritania pardoned", kind="accounts")
    assert found(answer) == ["123 prisoners pardoned in Ruritania"]


@pytest.mark.parametrize(
    "sought",
    ["%", "' OR 1=1 --", "\x00", "😀", "a" * 5000, "\u202e", "<b>", "…", "0", "ي" * 300],
)
def test_whatever_is_typed_gets_an_answer(site: str, sought: str) -> None:
    for kind in ("people", "accounts", "reports", "none", ""):
        answer = post(site + "/search/", sought=sought, kind=kind, page="x")
        assert answer.status == 200
        assert "<b>" not in answer.text


def test_a_search_is_never_asked_by_address(site: str) -> None:
    answer = get(site + "/search/?sought=Maria")
    assert answer.status == 200
    assert "Primerova" not in answer.text
    assert not found(answer)


def test_the_key_leads_to_the_search_and_the_answer_has_no_name_in_its_address(
    page: Page, site: str
) -> None:
    page.goto(site + "/reports/")
    page.keyboard.press("/")
    page.keyboard.type("primerova")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Maria Primerova")).to_be_visible()
    assert page.url == site + "/search/"
    page.keyboard.press("/")
    expect(page.locator("#sought")).to_be_focused()


def test_without_javascript_pages_of_what_was_found_can_be_turned(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=site)
    page = context.new_page()
    page.goto("/")
    page.get_by_role("searchbox").fill("Crowd")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_text("Page 2 of 3")).to_be_visible()
    assert page.locator("ol.found li").count() == 20
    assert page.url == site + "/search/"
    context.close()


@pytest.mark.parametrize("sought", ["Crowd", "Nobody Whosoever", "kjcbr ghbvth"])
def test_axe_finds_nothing_in_what_was_found(browser: Browser, site: str, sought: str) -> None:
    for scheme in ("light", "dark"):
        for width in (1280, 390):
            page = reader(browser, site, width=width, scheme=scheme)
            page.goto("/search/")
            page.locator("#sought").fill(sought)
            page.keyboard.press("Enter")
            page.locator("ol.found, .empty").wait_for()
            assert not violations(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            page.close()
