"""What lists say of whom promises may mean, in an Edition. Everybody and everything is invented."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from habeas.claims import extract_claims
from habeas.model.decisions import EntryDecision, Ruling
from habeas.model.editions import Edition
from habeas.model.listings import DatedList, MomentKind
from habeas.pledges.board import pledges_of
from habeas.pledges.decided import entry_key
from habeas.pledges.sanctions import propose_targets, read_sanctions
from habeas.pledges.sanctions.parsed import pack, unpack
from habeas.register.assemble import Records, assemble_edition
from habeas.register.edition_file import read_edition, write_edition
from habeas.reports import read_report

NOON = datetime(2031, 7, 1, 12, tzinfo=UTC)
DAILY = """---
title: An airline, a mine and a minister
publisher: Example Daily
published: 2031-05-08
---
Norway will lift sanctions on Ruritanian Airways, the minister said.

Norway will lift sanctions on Vorstadtkali, the minister said.

Norway will lift sanctions on Jan Kalinovski, the minister said.
"""
REPORT = read_report(DAILY.encode(), media_type="text/plain", file="daily.txt")
CLAIMS = extract_claims(REPORT)

ENTRY = """<sdnEntry><uid>{id}</uid>{first}<lastName>{name}</lastName><sdnType>{kind}</sdnType>
<programList><program>RURITANIA</program></programList>{rest}</sdnEntry>"""
AIRLINE = ENTRY.format(
    id=91003, first="", name="RURITANIAN AIRWAYS", kind="Entity", rest="<remarks>{note}</remarks>"
)
MINE = ENTRY.format(id=91001, first="", name="OAO VORSTADTKALI", kind="Entity", rest="{note}")
PERSON = ENTRY.format(
    id=91002, first="<firstName>Jan</firstName>", name="KALINOVSKI", kind="Individual", rest=""
)
OTHER = ENTRY.format(id=91009, first="", name="PORT ELLERY", kind="Entity", rest="")


def edition_of(day: str, *entries: str, note: str = "", file: str = "sdn.xml") -> DatedList:
    """An invented edition of a list, as it is loaded from where it is kept."""
    body = "".join(each.replace("{note}", note) for each in (*entries, OTHER))
    data = f"<sdnList>{body}</sdnList>".encode()
    found = unpack(pack(read_sanctions(data, file=file)))
    return DatedList(title="OFAC SDN", day=date.fromisoformat(day), file=file, found=found)


STANDS = edition_of("2031-05-01", AIRLINE, MINE, PERSON, note="Owned by the state.")
EASED = edition_of("2031-05-20", AIRLINE, MINE, note="General License 7 authorizes trade.")
GONE = edition_of("2031-06-20", MINE, PERSON)
LISTS = (STANDS, EASED, GONE)


def published(
    lists: Sequence[DatedList] = LISTS,
    *,
    decisions: Sequence[EntryDecision] = (),
    protected: Sequence[str] = (),
    as_of: date = date(2031, 7, 1),
) -> Edition:
    records = Records(
        reports=(REPORT,),
        claims=CLAIMS,
        entry_decisions=tuple(decisions),
        lists=tuple(lists),
        protected=tuple(protected),
    )
    return assemble_edition(records, title="Invented", as_of=as_of, known_at=NOON)


def told(edition: Edition, entry: str) -> list[tuple[str, str]]:
    """Kind and day of everything that became of an entry."""
    days = {each.id: str(each.day) for each in edition.lists}
    return [
        (moment.kind.value, days[moment.edition])
        for listing in edition.listings
        if listing.entry == entry
        for moment in listing.moments
    ]


STORIES = {
    "eased, then off the list": (
        "91003",
        [("stands", "2031-05-01"), ("changed", "2031-05-20"), ("delisted", "2031-06-20")],
    ),
    "gone and back": (
        "91002",
        [("stands", "2031-05-01"), ("delisted", "2031-05-20"), ("listed", "2031-06-20")],
    ),
    "of no promise": ("91009", []),
}


@pytest.mark.parametrize("story", STORIES)
def test_what_became_of_an_entry(story: str) -> None:
    entry, moments = STORIES[story]
    assert told(published(), entry) == moments


def test_a_row_has_the_words_of_the_list() -> None:
    (airline,) = (each for each in published().listings if each.entry == "91003")
    moments = {each.kind: each for each in airline.moments}
    changed, delisted = moments[MomentKind.CHANGED], moments[MomentKind.DELISTED]
    assert {(each.is_gone, each.text) for each in changed.words} == {
        (True, "Owned by the state."),
        (False, "General License 7 authorizes trade."),
    }
    assert "RURITANIAN AIRWAYS" in [each.text for each in delisted.words]
    assert delisted.place == "sdnEntry[uid='91003']"


def test_later_editions_do_not_count() -> None:
    early = published(as_of=date(2031, 6, 1))
    assert told(early, "91003") == [("stands", "2031-05-01"), ("changed", "2031-05-20")]
    assert [str(each.day) for each in early.lists] == ["2031-05-01", "2031-05-20"]
    assert published(lists=()).listings == ()


@pytest.mark.parametrize(
    ("ruling", "shown"),
    [(Ruling.ACCEPT, True), (Ruling.UNSURE, False), (Ruling.REJECT, None)],
)
def test_what_a_person_decided_holds(ruling: Ruling, shown: bool | None) -> None:
    """Rejected entries stay out; accepted ones are decided, and the rest only proposed."""
    pledges = {each.id: each for each in pledges_of(CLAIMS)}
    proposals = propose_targets(pledges.values(), STANDS.found.entities)
    (airline,) = (each for each in proposals if each.entity.id == "91003")
    about = entry_key(airline, "OFAC SDN", pledges[airline.promised])
    decision = EntryDecision(about=about, ruling=ruling, reason="for a test", by="e", at=NOON)
    found = {each.entry: each.is_decided for each in published(decisions=[decision]).listings}
    assert found.get("91003") is shown
    assert found["91001"] is False


@pytest.mark.parametrize(
    ("name", "hidden"),
    [("Jan Kalinovski", "91002"), ("Ян Калиновский", "91002"), ("Ada Statesworth", "91003")],
)
def test_a_withheld_name_comes_in_through_no_row(name: str, hidden: str, tmp_path: Path) -> None:
    """Not as an entry, not in the remarks of another, not in the name of a file."""
    lists = (
        replace(STANDS, file="statesworth-kalinovski.xml"),
        edition_of("2031-05-20", AIRLINE, MINE, PERSON, note="Owned by Ada Statesworth."),
    )
    before = {each.entry for each in published(lists).listings}
    edition = published(lists, protected=[name])
    left = {each.entry for each in edition.listings}
    assert hidden in before
    assert hidden not in left
    assert "91001" in left
    assert edition.lists[0].file is None
    write_edition(edition, tmp_path / "edition.sqlite")
    data = (tmp_path / "edition.sqlite").read_bytes().lower()
    assert name.rpartition(" ")[2].casefold().encode() not in data
    assert b"kalinovski" not in data or hidden != "91002"


def test_an_edition_with_lists_comes_back_as_it_was(tmp_path: Path) -> None:
    edition = published()
    assert edition.listings
    write_edition(edition, tmp_path / "edition.sqlite")
    assert read_edition(tmp_path / "edition.sqlite") == edition
