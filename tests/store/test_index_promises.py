"""Promises by the index, on both databases: what ties, what is decided, and for whose eyes.

Everything in the reports is invented.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from habeas.claims import extract_claims, extract_ties
from habeas.claims.tied_sides import with_claims
from habeas.model.decisions import LinkDecision, Ruling
from habeas.model.reports import Report
from habeas.model.restrictions import Level, Owner, RecordKind, Restriction, Role, Viewer
from habeas.model.sanctions import ListFormat
from habeas.people import spelling_id
from habeas.pledges.decided import link_key
from habeas.pledges.sanctions import propose_targets, read_sanctions
from habeas.reports import read_report
from store.changing import snapshot_of

LISTS = Path(__file__).parents[2] / "examples/sanctions"
NOON = datetime(2026, 1, 4, 12, tzinfo=UTC)
OWNER = Owner(name="owner")
MAX = Viewer(name="max", role=Role.READER)
ENGLISH = """---
title: An airline for prisoners
---
Norway will lift sanctions on Ruritanian Airways in return for the release of 31
prisoners, the foreign minister said. Ruritania has freed 31 prisoners, among them Rudolf Marr.

The release was not in exchange for anything, Rudolf Marr said.
"""
RUSSIAN = "Норвегия снимет санкции с Руритании в обмен на освобождение 12 заключённых.\n"
PLAIN = "Ruritania has freed 31 prisoners.\n"


def keep(text: str, file: str) -> Report:
    from habeas.store.records import save_reading

    report = read_report(text.encode(), media_type="text/plain", file=file)
    save_reading(report, text.encode(), extract_claims(report), at=NOON)
    return report


def fill() -> tuple[Report, Report]:
    """Keep three reports, and look at what two of them tie."""
    from habeas.store.index.asking import make_ready
    from habeas.store.index.tied import catch_up_ties, texts_left

    english, russian = keep(ENGLISH, "a.txt"), keep(RUSSIAN, "b.txt")
    keep(PLAIN, "c.txt")
    make_ready()
    assert texts_left() == 3
    assert catch_up_ties(1) == 1, "one was parsed, one passed over"
    assert catch_up_ties(1) == catch_up_ties(1) == 0
    return english, russian


def restrict(kind: RecordKind, record: str) -> None:
    from habeas.store import restricting

    restricting.restrict(
        Restriction(
            kind=kind,
            record=record,
            level=Level.NAMED,
            readers=("eve",),
            reason="asked for it",
            by="reviewer",
            at=NOON,
        )
    )


@pytest.mark.usefixtures("store")
def test_what_a_text_ties_is_kept_as_it_is_read() -> None:
    from habeas.store.index.promises import load_promises
    from habeas.store.index.tied import documents_that_tie, spans_in

    english, russian = fill()
    assert documents_that_tie() == {english.id, russian.id}
    kept = spans_in([english, russian])
    for report in (english, russian):
        claims = extract_claims(report)
        assert with_claims(kept[report.id], claims) == extract_ties(report, claims) != ()
    assert load_promises(OWNER).left == 0
    assert {tie.report for tie in load_promises(OWNER).arranged.ties} == {english.id, russian.id}


@pytest.mark.usefixtures("store")
def test_what_is_decided_counts_from_when_it_was_and_not_before() -> None:
    from habeas.store.audit import settled_moment
    from habeas.store.index.promises import load_promises
    from habeas.store.promise_decisions import decide

    fill()
    before = settled_moment()
    links = load_promises(OWNER).links
    (first, *_) = links.values()
    decide(
        LinkDecision(about=link_key(first), ruling=Ruling.REJECT, reason="others", by="me", at=NOON)
    )
    now, then = load_promises(OWNER), load_promises(OWNER, known_at=before)
    assert first.id not in {link.id for link in now.arranged.links}
    assert now.arranged.rulings == {first.id: Ruling.REJECT}
    assert now.links == links, "what is rejected can still be decided about"
    assert first.id in {link.id for link in then.arranged.links}
    assert then.arranged.rulings == {}


@pytest.mark.usefixtures("store")
def test_what_somebody_may_not_see_ties_nothing_for_them() -> None:
    from habeas.store.index.promises import load_promises

    english, russian = fill()
    everything = load_promises(MAX).arranged.ties
    restrict(RecordKind.PERSON, spelling_id("Rudolf Marr"))
    found = load_promises(MAX).arranged.ties
    assert set(found) < set(everything)
    assert "Marr" not in repr(found)
    restrict(RecordKind.REPORT, russian.id)
    assert {tie.report for tie in load_promises(MAX).arranged.ties} == {english.id}
    assert load_promises(OWNER).arranged.ties == everything


@pytest.mark.usefixtures("store")
def test_whom_a_promise_may_mean_is_sought_once_and_kept() -> None:
    from habeas.store import proposed
    from habeas.store.audit import settled_moment
    from habeas.store.index.promises import load_promises
    from habeas.store.snapshots import save_snapshot

    fill()
    pledges = [chain.pledge for chain in load_promises(OWNER).arranged.chains]
    assert proposed.proposed_entries(pledges) == proposed.ProposedEntries(entries=(), left=0)
    assert not proposed.catch_up_proposals(), "no list is kept"
    before = settled_moment()
    for month in (5, 6):
        data = (LISTS / f"sdn-2031-0{month}-07.xml").read_bytes()
        made = snapshot_of(data, called="OFAC SDN", day=date(2031, month, 7))
        save_snapshot(replace(made, format=ListFormat.OFAC_XML, entries=3, file="sdn.xml"), data)
    assert proposed.proposed_entries(pledges, at_once=0).left == len(pledges)
    assert proposed.catch_up_proposals()
    assert not proposed.catch_up_proposals()
    kept = proposed.proposed_entries(pledges, at_once=0)
    (entry,) = kept.entries
    found = read_sanctions((LISTS / "sdn-2031-05-07.xml").read_bytes(), file="sdn.xml").entities
    (told,) = propose_targets(pledges, found)
    assert entry.proposal == replace(told, entity=replace(told.entity, notes=()))
    assert entry.days == ((date(2031, 5, 7), True), (date(2031, 6, 7), False))
    assert proposed.proposed_entries(pledges, known_at=before).entries == ()
    assert (entry.key.entry, entry.key.title, kept.left) == ("91003", "OFAC SDN", 0)
