"""The page as it would be without a claim. Everybody and everything is invented."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

import pytest
from lxml import html

from habeas.accounts import accounts_of
from habeas.model.claims import Act, Claim, Mention, Stance
from habeas.model.people import Judgement, Verdict
from habeas.people import resolve_people
from habeas.public.anew import account_without
from habeas.register.assemble import Records, assemble_edition
from habeas.register.edition_file import EditionFile, write_edition
from public import disputed, fictional
from public.conftest import serving
from public.telling import claim, exactly, said, text_report
from public.test_browser import SCHEMES, WIDTHS, reader, violations
from public.test_pages import Answer, get

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

CLAIMS = tuple(each for each in disputed.CLAIMS if each.report == disputed.wire.id)
(ACCOUNT,) = accounts_of((disputed.wire,), CLAIMS)
PAGE = f"/accounts/{ACCOUNT.event.id}/"
EDITION = replace(
    fictional.nothing,
    title="Register of Graustark (fictional)",
    reports=(disputed.wire,),
    claims=CLAIMS,
    people=resolve_people(CLAIMS),
    accounts=(ACCOUNT,),
)
BAZIN = f"{PAGE}?aside={disputed.bazin.id}"


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of an Edition whose account was reconciled from its claims."""
    path: Path = tmp_path_factory.mktemp("weighed") / "edition.sqlite"
    write_edition(EDITION, path)
    return path


@pytest.fixture(scope="module")
def weighed(edition: Path) -> Iterator[str]:
    """Return the address of the site over that Edition."""
    with serving(edition) as address:
        yield address


def text_of(tree: html.HtmlElement, path: str) -> str:
    """All that is said at a path, on one line."""
    return " ".join(" ".join(found.text_content() for found in tree.xpath(path)).split())


def banner(answer: Answer) -> str:
    """What the page says that it leaves out."""
    return text_of(answer.tree, "//section[@aria-labelledby='what-if']")


def test_with_nothing_set_aside_the_account_is_the_same(edition: Path) -> None:
    with EditionFile(edition) as file:
        assert account_without(file, ACCOUNT, aside=(), rejected=()) == ACCOUNT


def test_balances_stay_that_rest_on_no_claim_set_aside(tmp_path: Path) -> None:
    accounts = accounts_of(disputed.REPORTS, disputed.CLAIMS)
    people = resolve_people(disputed.CLAIMS)
    write_edition(
        replace(disputed.graustark, people=people, accounts=accounts), tmp_path / "edition.sqlite"
    )
    with EditionFile(tmp_path / "edition.sqlite") as file:
        for account in accounts:
            assert account_without(file, account, aside=(), rejected=()) == account
        (balancing,) = (account for account in accounts if account.balances)
        without = account_without(file, balancing, aside=(disputed.latest.id,), rejected=())
        assert without.balances == balancing.balances
        without = account_without(file, balancing, aside=(disputed.opening.id,), rejected=())
        assert without.balances == ()


def test_a_claim_set_aside_stands_nowhere_in_the_account(edition: Path) -> None:
    with EditionFile(edition) as file:
        for one in CLAIMS:
            made = account_without(file, ACCOUNT, aside=(one.id,), rejected=())
            said = [figure.claim for figure in (*made.figures, *made.held)]
            said += [each for conflict in made.conflicts for each in conflict.claims]
            said += [each for repair in made.repairs for each in repair.set_aside]
            assert one.id not in said


def test_the_page_without_a_figure_shows_what_would_follow(weighed: str) -> None:
    before, after = get(weighed + PAGE), get(weighed + BAZIN)
    assert text_of(before.tree, "//*[@class='clash']")
    assert not text_of(after.tree, "//*[@class='clash']")
    assert "Without 1 the Ganlook Post put back" in banner(after)
    assert "Nobody has decided that it is wrong." in banner(after)
    assert "conflicts: 0 (before: 1)" in banner(after)
    assert "114 (before: 0 to 114)" in banner(after)
    assert after.tree.xpath("//title")[0].text_content().startswith("What if:")
    assert not before.tree.xpath("//section[@aria-labelledby='what-if']")


def test_what_is_set_aside_can_be_put_back(weighed: str) -> None:
    both = f"{BAZIN}&aside={disputed.tarlenz.id}"
    links = get(weighed + both).tree.xpath("//section[@aria-labelledby='what-if']//li[a/@class]")
    backs = [each.xpath("a[@class='without']/@href")[0] for each in links]
    assert backs == [f"{PAGE}?aside={disputed.tarlenz.id}", BAZIN]
    assert get(weighed + BAZIN).tree.xpath("//a[@class='without']/@href")[0] == PAGE


def test_a_page_that_is_only_supposed_is_kept_out_of_search_engines(weighed: str) -> None:
    plain, supposed = get(weighed + PAGE), get(weighed + BAZIN)
    assert "x-robots-tag" not in plain.headers
    assert supposed.headers["x-robots-tag"] == "noindex"
    assert supposed.tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert supposed.tree.xpath("//link[@rel='canonical']/@href") == [weighed + PAGE]
    assert "Disallow: /accounts/*?" in get(weighed + "/robots.txt").text


def test_a_supposed_page_that_is_known_is_not_sent_again(weighed: str) -> None:
    first = get(weighed + BAZIN)
    assert first.headers["etag"] != get(weighed + PAGE).headers["etag"]
    again = get(weighed + BAZIN, If_None_Match=first.headers["etag"])
    assert (again.status, again.wire) == (304, 0)


def test_every_way_to_set_aside_leads_to_a_page_that_says_so(weighed: str) -> None:
    tree = get(weighed + PAGE).tree
    links = set(tree.xpath("//a[@rel='nofollow'][not(starts-with(@href, '/cite/'))]/@href"))
    assert len(links) > len(ACCOUNT.figures)
    for link in links:
        answer = get(weighed + link)
        assert answer.status == 200
        assert "This is a what-if" in banner(answer), link
        assert {name for name, _id in parse_qsl(urlsplit(link).query)} <= {
            "aside",
            "figure",
            "reject",
        }


def test_an_assumption_left_out_says_so_and_can_be_put_back(weighed: str) -> None:
    needed = ACCOUNT.conflicts[0].assumptions[0]
    reason = next(each.reason for each in ACCOUNT.assumptions if each.id == needed)
    answer = get(f"{weighed}{PAGE}?reject={needed}")
    assert reason in banner(answer)
    assert not text_of(answer.tree, "//*[@class='clash']")


UNKNOWN = {
    "no claim": "?aside=0000",
    "a claim of another account": f"?aside={fictional.pardon.id}",
    "no figure": "?figure=0000",
    "no assumption": "?reject=0000",
    "a name": "?aside=Ivo%20Bazin",
    "markup": "?aside=%3Cscript%3Ealert(1)%3C/script%3E",
    "nothing": "?aside=",
    "no text": "?reject=%00%ff",
}


@pytest.mark.parametrize("case", UNKNOWN)
def test_what_is_unknown_is_left_out_and_not_repeated(weighed: str, case: str) -> None:
    answer = get(weighed + PAGE + UNKNOWN[case])
    assert answer.status == 200
    assert "1 id in the address is none of this account" in banner(answer)
    assert answer.headers["x-robots-tag"] == "noindex"
    assert "0000" not in answer.text
    assert "alert(1)" not in answer.text
    assert text_of(answer.tree, "//*[@class='clash']")


def test_twenty_ids_are_the_most(weighed: str) -> None:
    many = "&".join(f"aside={one}" for one in [disputed.bazin.id, *range(30)])
    assert "30 ids in the address are none of this account" in banner(
        get(f"{weighed}{PAGE}?{many}")
    )
    assert get(f"{weighed}{PAGE}?{'&'.join(['aside=1'] * 2000)}").status == 400


def test_other_queries_change_nothing(weighed: str) -> None:
    answer = get(f"{weighed}{PAGE}?from=elsewhere")
    assert not banner(answer)
    assert "x-robots-tag" not in answer.headers


def test_a_figure_is_set_aside_with_all_who_give_it(tmp_path: Path) -> None:
    report = text_report(
        "The court of Graustark freed 52 people. The palace of Graustark freed 52 people.",
        title="Two of one number",
        publisher="The Invented Post",
        published=disputed.DAY,
    )
    claims = tuple(
        claim(
            report,
            words,
            Act.RELEASE,
            Stance.REPORTED,
            count=exactly(52),
            speakers=(said(name),),
        )
        for words, name in (
            ("The court of Graustark freed 52 people", "the court"),
            ("The palace of Graustark freed 52 people", "the palace"),
        )
    )
    accounts = accounts_of((report,), claims)
    made = replace(EDITION, reports=(report,), claims=claims, people=(), accounts=accounts)
    write_edition(made, tmp_path / "edition.sqlite")
    page = f"/accounts/{accounts[0].event.id}/"
    with serving(tmp_path / "edition.sqlite") as address:
        figures = get(address + page).tree.xpath("//table[@class='figures']")[0]
        (link,) = figures.xpath(".//a[@rel='nofollow']/@href")
        assert link == f"{page}?figure={claims[0].id}"
        answer = get(address + link)
        assert "Without 52 the court, the palace put back" in banner(answer)
        assert not answer.tree.xpath("//table[@class='figures']")
        one = get(f"{address}{page}?aside={claims[0].id}")
        assert len(one.tree.xpath("//table[@class='figures']//tbody/tr")) == 1


def test_a_pair_that_was_judged_is_not_proposed_again(tmp_path: Path) -> None:
    report = text_report(
        "Graustark freed 9 people, Anna Zenda among them. Later Ana Zenda was freed.",
        title="Two spellings",
        publisher="The Invented Post",
        published=disputed.DAY,
    )

    def named(words: str, name: str) -> Claim:
        return claim(report, words, Act.RELEASE, Stance.REPORTED, names=(Mention(name=name),))

    counted = claim(
        report,
        "Graustark freed 9 people",
        Act.RELEASE,
        Stance.REPORTED,
        count=exactly(9),
    )
    claims = (
        counted,
        named("Anna Zenda among them", "Anna Zenda"),
        named("Ana Zenda was freed", "Ana Zenda"),
    )
    people = [person.id for person in resolve_people(claims)]
    apart = Judgement(
        left=people[0],
        right=people[1],
        verdict=Verdict.DIFFERENT,
        reason="Born in other years.",
        by="a reviewer",
        at=datetime(2031, 5, 5, tzinfo=UTC),
    )
    path = tmp_path / "edition.sqlite"
    for judgements, proposed in (((), 1), ((apart,), 0)):
        records = Records(reports=(report,), claims=claims, judgements=judgements)
        made = assemble_edition(
            records, title="T", as_of=fictional.nothing.as_of, known_at=fictional.nothing.known_at
        )
        write_edition(made, path)
        with EditionFile(path) as file:
            (account,) = file.accounts()
            without = account_without(file, account, aside=(counted.id,), rejected=())
            assert len(account.matches) == len(without.matches) == proposed


def test_axe_finds_nothing_on_a_supposed_page(browser: Browser, weighed: str) -> None:
    found = {}
    for scheme in SCHEMES:
        for width in WIDTHS:
            page = reader(browser, weighed, width=width, scheme=scheme)
            page.goto(BAZIN)
            found[scheme, width] = violations(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            page.close()
    assert not any(found.values()), found


def test_set_aside_and_put_back_without_javascript(browser: Browser, weighed: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=weighed)
    page = context.new_page()
    page.goto(PAGE)
    page.locator(".conflict .sides .without").first.click()
    page.wait_for_url("**?aside=*")
    assert page.locator(".what-if").is_visible()
    page.locator(".what-if .without").click()
    page.wait_for_url(f"**{PAGE}")
    assert page.locator(".conflict").count() == 1
    context.close()
