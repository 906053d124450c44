"""What is said once, however often it is said: voices, statements, promises, those not named."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from lxml import html

from habeas.model.accounts import Account, AccountPerson, Bounds, Naming
from habeas.model.claims import Act, Claim, Condition, Mention, Speaker, SpeakerKind, Stance
from habeas.model.people import ProposedMatch
from habeas.model.reports import Report
from habeas.register.edition_file import write_edition
from public import fictional
from public.conftest import site
from public.telling import claim, exactly, figure, person, said, text_report
from public.test_pages import get

ShowAccount = Callable[..., html.HtmlElement]

GAZETTE = said("the Court Gazette", SpeakerKind.STATE_MEDIA)
NOTHING_SAID = replace(
    fictional.account,
    figures=(),
    agreed=(),
    sums=(),
    conflicts=(),
    people=(),
    unnamed=Bounds(low=None, high=None),
    held=(),
    nationalities=(),
    pledges=(),
    withheld=(),
    questions=(),
)


@pytest.fixture(scope="module")
def show() -> Iterator[ShowAccount]:
    """Return what publishes one account of some claims and gives its page."""
    with site() as (path, address):

        def show_account(
            told: list[tuple[Report, Claim]], *, persons: Any = (), matches: Any = (), **parts: Any
        ) -> html.HtmlElement:
            claims = tuple(one for _report, one in told)
            reports = tuple({report.id: report for report, _one in told}.values())
            event = replace(
                NOTHING_SAID.event,
                claims=tuple(one.id for one in claims),
                reports=tuple(report.id for report in reports),
            )
            account: Account = replace(NOTHING_SAID, event=event, matches=matches, **parts)
            edition = replace(
                fictional.nothing,
                reports=reports,
                claims=claims,
                people=persons,
                matches=matches,
                accounts=(account,),
            )
            write_edition(edition, path)
            return get(f"{address}/accounts/{event.id}/").tree

        yield show_account


def told_by(publisher: str, words: str, **more: Any) -> tuple[Report, Claim]:
    """A report of these words alone and the claim that it makes: by default, a release."""
    key = hashlib.sha256(f"{publisher}: {words}".encode()).hexdigest()
    report = replace(text_report(words, title=words, publisher=publisher or None), id=key)
    act, stance = more.pop("act", Act.RELEASE), more.pop("stance", Stance.REPORTED)
    return report, claim(report, words, act, stance, **more)


def words(node: html.HtmlElement, path: str) -> list[str]:
    """Text of the nodes at a path, spaces folded."""
    return [" ".join(each.text_content().split()) for each in node.xpath(path)]


VOICES: dict[str, tuple[list[tuple[str, Speaker | None]], list[str]]] = {
    "one voice in two reports": (
        [("Wire", GAZETTE), ("Post", GAZETTE)],
        ["the Court Gazette, state media, in two reports reported"],
    ),
    "an article is no name": (
        [("Wire", GAZETTE), ("Post", said("Court Gazette"))],
        ["the Court Gazette, state media, in two reports reported"],
    ),
    "a report speaks for its publisher": (
        [("Wire", None)],
        ["Wire, the report itself reported"],
    ),
    "a publisher quoted elsewhere is one voice": (
        [("Wire", None), ("Post", said("Wire"))],
        ["Wire, in two reports reported"],
    ),
    "nobody named twice is two voices": (
        [("", None), ("", None)],
        ["no publisher named, the report itself reported"] * 2,
    ),
    "a name that is only an article": ([("Wire", said("the"))], ["the reported"]),
}


@pytest.mark.parametrize("story", VOICES)
def test_a_voice_stands_once_beside_its_figure(show: ShowAccount, story: str) -> None:
    voices, expected = VOICES[story]
    told = [
        told_by(
            publisher,
            f"The tower let {number}23 go",
            count=exactly(123),
            speakers=(speaker,) if speaker else (),
        )
        for number, (publisher, speaker) in enumerate(voices)
    ]
    page = show(told, figures=tuple(figure(one) for _report, one in told))
    assert words(page, "//table[@class='figures']//td[contains(@class, 'who')]") == expected
    opened = page.xpath("//table[@class='figures']//a[contains(@class, 'words')]/@href")
    assert sorted(opened) == sorted(f"/reports/{r.id}/#w-{one.id}" for r, one in told)


def test_a_count_is_said_once_with_all_its_words(show: ShowAccount) -> None:
    told = [
        told_by("Wire", "They let 9 go", count=exactly(9), speakers=(GAZETTE,)),
        told_by("Post", "Nine let go", count=exactly(9), stance=Stance.CONFIRMED),
        told_by("Mail", "Nine it was", count=exactly(9)),
        told_by("Mail", "Ten in truth", count=exactly(10)),
    ]
    page = show(told, others=tuple(one.id for _report, one in told))
    assert words(page, "//*[@class='said']/p[@class='what']") == ["9 released", "10 released"]
    assert words(page, "//*[@class='said'][1]//*[@class='stance']") == ["reported", "confirmed"]
    assert words(page, "//*[@class='also']") == ["also in Mail"]


def test_words_that_count_nobody_are_one_only_where_they_are_the_same(show: ShowAccount) -> None:
    told = [
        told_by("Wire", "Nobody may know", act=Act.WITHHOLD),
        told_by("Post", "Nobody may know", act=Act.WITHHOLD),
        told_by("Mail", "It is a secret", act=Act.WITHHOLD),
    ]
    page = show(told, withheld=tuple(one.id for _report, one in told))
    assert len(page.xpath("//*[@class='said']")) == 2


def test_a_promise_comes_before_what_is_done_and_brings_its_condition(show: ShowAccount) -> None:
    promise = "Freedonia will ease its tariffs if all goes well"
    condition = Condition(words="if all goes well", start=32, end=48)
    about: dict[str, Any] = {"act": Act.EASE_SANCTIONS, "by": "Freedonia"}
    told = [
        told_by("Wire", "Freedonia eased its salt levy", object="its salt levy", **about),
        told_by(
            "Post",
            promise,
            object="its tariffs",
            stance=Stance.PROMISED,
            condition=condition,
            **about,
        ),
    ]
    page = show(told, pledges=tuple(one.id for _report, one in told))
    assert words(page, "//*[@class='said']/p[@class='what']") == [
        "its tariffs: sanctions eased by Freedonia",
        "its salt levy: sanctions eased by Freedonia",
    ]
    assert words(page, "//*[@aria-labelledby='promised']//*[@class='condition']") == [
        "On condition if all goes well"
    ]


UNNAMED = {
    "all judged": (Bounds(low=121, high=121), 0, "121 of 123 are not named"),
    "two may be one": (Bounds(low=121, high=122), 1, "121 to 122 of 123 are not named"),
    "no upper end": (Bounds(low=99, high=None), 0, "at least 99 are counted and not named"),
    "perhaps nobody": (Bounds(low=0, high=1), 1, "0 to 1 of at most 2 are not named"),
    "everybody named": (Bounds(low=0, high=0), 0, None),
    "no figure": (Bounds(low=None, high=None), 0, None),
    "open and perhaps nobody": (Bounds(low=0, high=None), 0, None),
}


@pytest.mark.parametrize("story", UNNAMED)
def test_how_many_of_how_many_nobody_names(show: ShowAccount, story: str) -> None:
    unnamed, pairs, expected = UNNAMED[story]
    told = [told_by("Wire", "Anna went home"), told_by("Post", "Ana went home")]
    persons = tuple(
        person(name, one) for name, (_r, one) in zip(("Ana", "Anna"), told, strict=True)
    )
    left, right = sorted(one.id for one in persons)
    named = tuple(
        AccountPerson(person=one.id, name=one.name, naming=Naming.NAMED, claims=(claim.id,))
        for one, (_report, claim) in zip(persons, told, strict=True)
    )
    page = show(
        told,
        persons=persons,
        matches=(ProposedMatch(left=left, right=right, score=0.9, reason="alike"),) * pairs,
        people=named,
        unnamed=unnamed,
    )
    found = words(page, "//p[@class='sum']")
    assert found == ([f"{expected} in any report read."] if expected else [])


def test_released_is_not_free_where_somebody_was_deported(show: ShowAccount) -> None:
    told = told_by(
        "Wire",
        "Ada Marr was deported to Lithuania, the Court Gazette said",
        act=Act.EXILE,
        place="Lithuania",
        names=(Mention(name="Ada Marr"),),
        speakers=(GAZETTE,),
    )
    one = person("Ada Marr", told[1])
    named = AccountPerson(
        person=one.id, name=one.name, naming=Naming.CONFIRMED, claims=(told[1].id,)
    )
    page = show([told], persons=(one,), people=(named,))
    assert "deported to Lithuania: the Court Gazette" in words(page, "//p[@class='by']")
