"""Pages of what is promised, and what is due. Everything in them is invented."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from habeas.claims import extract_claims, extract_ties
from habeas.model.decisions import LinkDecision, Ruling
from habeas.model.editions import ChangeKind, Edition, RecordKind
from habeas.model.pledges import LinkKind
from habeas.pledges.arrange import arrange
from habeas.pledges.decided import link_key
from habeas.public.pledged import arranged_in
from habeas.register.assemble import Records, assemble_edition
from habeas.register.edition_changes import since
from habeas.register.edition_file import EditionFile, read_edition, write_edition
from habeas.reports import read_report
from public import fictional
from public.conftest import serving
from public.test_pages import get

DAILY = """---
title: An airline for prisoners
publisher: Example Daily
published: 2031-05-08
---
Norway will lift sanctions on Ruritanian Airways within 20 days in return for the release of 31
prisoners, the foreign minister said. Ruritania has freed 31 prisoners, among them Rudolf Marr.

The release was not in exchange for anything, Rudolf Marr said.
"""


def published(protected: tuple[str, ...] = ()) -> Edition:
    report = read_report(DAILY.encode(), media_type="text/plain", file="daily.txt")
    records = Records(reports=(report,), claims=extract_claims(report), protected=protected)
    moment = fictional.ruritania.known_at
    return assemble_edition(records, title="Invented", as_of=date(2031, 6, 30), known_at=moment)


def ruled(ruling: Ruling, protected: tuple[str, ...] = ()) -> Edition:
    """The same after somebody decided about everything that words are taken to mean."""
    report = read_report(DAILY.encode(), media_type="text/plain", file="daily.txt")
    claims = extract_claims(report)
    links = arrange([report], claims, extract_ties(report)).links
    assert {link.kind for link in links} == set(LinkKind)
    made = tuple(
        LinkDecision(
            about=link_key(link),
            ruling=ruling,
            reason="thought twice",
            by="reviewer",
            at=fictional.ruritania.known_at,
        )
        for link in links
    )
    return assemble_edition(
        Records(reports=(report,), claims=claims, link_decisions=made, protected=protected),
        title="Invented",
        as_of=date(2031, 6, 30),
        known_at=fictional.ruritania.known_at,
    )


KEPT = """---
title: Kept
publisher: Example Weekly
published: 2031-05-20
---
Norway has lifted sanctions on Ruritanian Airways, the foreign minister said.
"""


def kept_since() -> Edition:
    """The same, and a report of a later day that the promise is kept."""
    reports = tuple(
        read_report(each.encode(), media_type="text/plain", file="daily.txt")
        for each in (DAILY, KEPT)
    )
    claims = tuple(claim for report in reports for claim in extract_claims(report))
    records = Records(reports=reports, claims=claims)
    moment = fictional.ruritania.known_at
    return assemble_edition(records, title="Invented", as_of=date(2031, 6, 30), known_at=moment)


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("promises") / "edition.sqlite"
    write_edition(published(), path)
    with serving(path) as address:
        yield address


def test_the_board_shows_the_state_the_condition_and_what_is_overdue(invented: str) -> None:
    words = " ".join(get(f"{invented}/promises/").tree.text_content().split())
    assert "promised, overdue: sanctions on Ruritanian Airways" in words
    assert "in return for the release of 31 prisoners" in words
    assert "due 28 May 2031 (within 20 days)" in words


def test_from_a_release_to_its_promise_and_both_sides_of_the_deal(invented: str) -> None:
    account = next(
        href
        for href in get(f"{invented}/accounts/").tree.xpath("//main//a/@href")
        if href.startswith("/accounts/")
    )
    assert "/promises/" in get(invented + account).tree.xpath("//main//a/@href")
    board = get(f"{invented}/promises/").tree
    (deal,) = board.xpath("//a[starts-with(@href, '/deals/')]/@href")
    page = get(invented + deal)
    assert {"said to be traded", "denied to be traded"} <= set(
        page.tree.xpath("//*[@class='act']/text()")
    )
    assert account in page.tree.xpath("//main//a/@href")
    (promise,) = page.tree.xpath("//main//a[starts-with(@href, '/promises/g')]/@href")
    assert get(invented + promise).tree.xpath("//ol[@class='moments']/li")


def test_what_is_new_tells_how_a_promise_stands_now_and_names_nobody(tmp_path: Path) -> None:
    path = tmp_path / "edition.sqlite"
    write_edition(published(), path)
    with EditionFile(path) as file:
        same = since(published(), file)
        later = since(kept_since(), file)
    assert [each for each in same.changes if each.kind is RecordKind.PROMISE] == []
    assert [each.change for each in later.changes if each.kind is RecordKind.PROMISE] == [
        ChangeKind.CHANGED
    ]
    write_edition(later, path)
    with serving(path) as address:
        feed = get(f"{address}/changes.atom").text
        listed = get(f"{address}/api/1/changes").text
    assert "promise that stands otherwise: delivered" in feed
    assert "<title>Norway: sanctions eased</title>" in feed
    assert '"kind": "promise"' in listed


def test_every_word_of_a_promise_opens_its_report(invented: str) -> None:
    board = get(f"{invented}/promises/").tree
    for page in board.xpath("//main//a[starts-with(@href, '/promises/g')]/@href"):
        for href in get(invented + page).tree.xpath("//a[@class='words']/@href"):
            path, _, anchor = href.partition("#")
            assert get(invented + path).tree.get_element_by_id(anchor) is not None


def test_what_is_due_is_a_calendar(invented: str) -> None:
    answer = get(f"{invented}/promises/due.ics")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert "DTSTART;VALUE=DATE:20310528" in answer.text
    assert get(f"{invented}/promises/due.ics", If_None_Match=answer.headers["etag"]).status == 304


def test_an_edition_without_promises_says_so(empty_site: str) -> None:
    assert "Nothing is promised" in get(f"{empty_site}/promises/").text
    assert "BEGIN:VEVENT" not in get(f"{empty_site}/promises/due.ics").text


@pytest.mark.parametrize("path", ["/promises/g000/", "/deals/d000/"])
def test_what_is_not_there_is_not_found(invented: str, path: str) -> None:
    assert get(invented + path).status == 404


def test_a_tie_keeps_its_claims_and_never_a_hidden_name(tmp_path: Path) -> None:
    edition = published(protected=("Rudolf Marr",))
    assert len(edition.ties) == 2
    ids = {claim.id for claim in edition.claims}
    for tie in edition.ties:
        assert {*tie.given.claims, *tie.got.claims} <= ids
        assert "Marr" not in repr(tie)
    assert any(tie.given.claims for tie in edition.ties)
    write_edition(edition, tmp_path / "edition.sqlite")
    assert read_edition(tmp_path / "edition.sqlite") == edition


def test_ties_are_told_of_the_claims_that_hold() -> None:
    report = read_report(DAILY.encode(), media_type="text/plain", file="daily.txt")
    claims = [replace(claim, id=f"other-{claim.id}") for claim in extract_claims(report)]
    sides = [side for tie in extract_ties(report, claims) for side in (tie.given, tie.got)]
    assert any(side.claims for side in sides)
    assert all(key.startswith("other-") for side in sides for key in side.claims)


@pytest.mark.parametrize("protected", [(), ("Rudolf Marr",)], ids=["as read", "a name taken out"])
def test_what_a_person_rejected_is_taken_for_granted_nowhere(
    tmp_path: Path, protected: tuple[str, ...]
) -> None:
    path = tmp_path / "edition.sqlite"
    write_edition(ruled(Ruling.REJECT, protected), path)
    with EditionFile(path) as file:
        assert len(file.ruled_links()) == len(ruled(Ruling.REJECT).ruled_links) > 0
        assert arranged_in(file).links == ()
    assert [word for word in (b"thought twice", b"reviewer") if word in path.read_bytes()] == []


def test_a_page_says_what_a_person_decided_and_not_who(tmp_path: Path) -> None:
    path = tmp_path / "edition.sqlite"
    write_edition(ruled(Ruling.ACCEPT), path)
    assert read_edition(path) == ruled(Ruling.ACCEPT)
    assert ruled(Ruling.UNSURE).ruled_links == ()
    with serving(path) as address:
        board = get(f"{address}/promises/").tree
        (deal,) = board.xpath("//a[starts-with(@href, '/deals/')]/@href")
        told = get(address + deal).text
    assert "decided by a person" in told
    assert "reviewer" not in told
