"""Everything has an address that stays, and a citation that leads to it. All invented."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from habeas.events import event_id
from habeas.model.people import Person
from habeas.people import spelling_id
from habeas.register.edition_changes import since
from habeas.register.edition_file import EditionFile, write_edition
from public import fictional
from public.conftest import serving
from public.test_browser import reader, violations
from public.test_pages import get

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FORMER = spelling_id("Anna of Zenda")
KINDS = {
    "accounts": fictional.account.event.id,
    "people": fictional.anna.id,
    "reports": fictional.wire.id,
    "claims": fictional.pardon.id,
}
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of an Edition after another, in which Anna was two and an account moved."""
    path = tmp_path_factory.mktemp("cited") / "edition.sqlite"
    then = fictional.ruritania
    second = Person(id=FORMER, name="Anna of Zenda", names=("Anna of Zenda",), mentions=())
    event = fictional.account.event
    moved = replace(fictional.account, event=replace(event, id=event_id(event.claims[-1])))
    before = replace(
        then,
        people=(*then.people, second),
        reports=then.reports,
        accounts=(moved,),
    )
    write_edition(before, path)
    anna = replace(fictional.anna, names=(*fictional.anna.names, "Anna of Zenda"))
    others = tuple(each for each in then.people if each.id != fictional.anna.id)
    now = replace(then, people=(anna, *others), corrections=(fictional.pardon.id,))
    with EditionFile(path) as file:
        made = since(now, file)
    write_edition(made, path)
    return path


@pytest.fixture(scope="module")
def site(path: Path) -> Iterator[str]:
    """Return the address of a site over it."""
    with serving(path) as address:
        yield address


def digest(path: Path) -> str:
    """The digest of the Edition."""
    with EditionFile(path) as file:
        return file.summary.digest


@pytest.mark.parametrize("prefix", ["", "/ru"])
def test_an_id_of_an_earlier_edition_leads_on(site: str, prefix: str) -> None:
    answer = get(f"{site}{prefix}/people/{FORMER}/")
    assert answer.status == 302
    assert answer.headers["location"] == f"{prefix}/people/{fictional.anna.id}/"
    former = event_id(fictional.account.event.claims[-1])
    answer = get(f"{site}{prefix}/accounts/{former}/")
    assert answer.headers["location"] == f"{prefix}/accounts/{fictional.account.event.id}/"


def test_the_edition_has_an_address_and_says_where_another_was_asked_for(
    site: str, path: Path
) -> None:
    answer = get(f"{site}/editions/")
    assert answer.status == 302
    assert answer.headers["location"] == f"/editions/{digest(path)}/"
    assert "does not change" in get(f"{site}/editions/{digest(path)}/").text
    other = get(f"{site}/editions/{'0' * 64}/")
    assert other.status == 404
    assert "No edition with that digest" in other.text
    with EditionFile(path) as file:
        assert file.summary.before is not None
        earlier = file.summary.before.digest
    assert "the edition before this one" in get(f"{site}/editions/{earlier}/").text


@pytest.mark.parametrize("kind", [*KINDS, "editions"])
def test_every_page_is_cited_in_every_form(site: str, path: Path, kind: str) -> None:
    key = KINDS.get(kind) or digest(path)
    page = get(f"{site}/{kind}/{key}/")
    line = page.tree.xpath("//p[@data-citation]")[0].text_content()
    assert digest(path)[:12] in line
    assert f"/{kind}/{key}/" in line
    for form in ("bib", "ris", "json"):
        answer = get(f"{site}/cite/{kind}/{key}.{form}")
        assert answer.status == 200
        assert digest(path) in answer.text
        assert f"/{kind}/{key}/" in answer.text
        assert answer.headers["content-disposition"].startswith("attachment")
    entry = json.loads(get(f"{site}/cite/{kind}/{key}.json").text)[0]
    assert entry["type"] == "dataset"
    assert entry["URL"].endswith(f"/{kind}/{key}/")
    ris = get(f"{site}/cite/{kind}/{key}.ris").text.split("\r\n")
    assert all(re.match("[A-Z][A-Z0-9]  - ", row) for row in ris if row)
    bib = get(f"{site}/cite/{kind}/{key}.bib").text
    assert bib.startswith("@misc{habeas-")
    assert bib.count("{") - bib.count("\\{") == bib.count("}") - bib.count("\\}")


@pytest.mark.parametrize(
    "where",
    ["nothing/x.bib", "claims/none.bib", f"people/{fictional.anna.id}.pdf", "editions/0.ris"],
)
def test_what_is_not_there_is_not_cited(site: str, where: str) -> None:
    assert get(f"{site}/cite/{where}").status == 404


def test_the_line_of_a_claim_says_who_says_what_where(site: str) -> None:
    page = get(f"{site}/claims/{fictional.pardon.id}/")
    line = page.tree.xpath("//p[@data-citation]")[0].text_content()
    for words in (
        "the Court Gazette",
        fictional.pardon.passage.exact[:40],
        fictional.wire.title,
        fictional.ruritania.title,
        "6 May 2031",
    ):
        assert words in line
    assert "A person corrected what was read here" in page.text
    assert "corrected by a person" in get(f"{site}/reports/{fictional.wire.id}/").text


def test_every_claim_of_a_report_can_be_cited(site: str) -> None:
    page = get(f"{site}/reports/{fictional.wire.id}/").tree
    cited = page.xpath("//p[@class='back']/a[starts-with(@href, '/claims/')]/@href")
    own = [claim.id for claim in fictional.CLAIMS if claim.report == fictional.wire.id]
    assert [link.split("/")[2] for link in cited] == own


def test_every_figure_of_an_account_can_be_cited(site: str) -> None:
    page = get(f"{site}/accounts/{fictional.account.event.id}/").tree
    rows = page.xpath("//table[contains(@class, 'figures')]/tbody/tr")
    assert rows
    for row in rows:
        words = row.xpath(".//a[contains(@class, 'words')]/@href")[0].rpartition("#w-")[2]
        assert row.xpath(".//a[starts-with(@href, '/claims/')]/@href") == [f"/claims/{words}/"]


def test_the_feed_tells_what_is_new_and_names_nobody(site: str, path: Path) -> None:
    answer = get(f"{site}/changes.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = etree.fromstring(answer.text.encode())
    entries = feed.findall(f"{ATOM}entry")
    guids = [each.findtext(f"{ATOM}id") for each in entries]
    assert guids[0] == f"urn:habeas:{digest(path)}:edition"
    assert f"urn:habeas:{digest(path)}:{fictional.account.event.id}" in guids
    assert len(set(guids)) == len(guids)
    for each in fictional.ruritania.people:
        assert each.id not in answer.text
    assert "Zenda, Anna" not in answer.text
    assert FORMER not in answer.text
    assert get(f"{site}/changes.atom", If_None_Match=answer.headers["etag"]).status == 304


def test_the_feed_of_a_first_edition_tells_of_the_edition_alone(ruritania: str) -> None:
    feed = etree.fromstring(get(f"{ruritania}/changes.atom").text.encode())
    assert len(feed.findall(f"{ATOM}entry")) == 1


def test_the_line_can_be_copied_with_a_button(browser: Browser, site: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site}/claims/{fictional.pardon.id}/")
    page.get_by_role("button", name="Copy").click()
    page.get_by_role("button", name="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert f"{site}/claims/{fictional.pardon.id}/" in copied
    context.close()


@pytest.mark.parametrize("where", ["edition", "another", "claim"])
def test_axe_finds_nothing(browser: Browser, site: str, path: Path, where: str) -> None:
    address = {
        "edition": f"/editions/{digest(path)}/",
        "another": f"/editions/{'0' * 64}/",
        "claim": f"/claims/{fictional.pardon.id}/",
    }[where]
    for scheme in ("light", "dark"):
        for width in (1280, 390):
            page = reader(browser, site, width=width, scheme=scheme)
            page.goto(address)
            assert not violations(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            page.close()
