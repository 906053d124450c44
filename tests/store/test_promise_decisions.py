"""Decisions about links and entries of promises are kept, or refused. All records are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from habeas.model.claims import Act, Stance
from habeas.model.decisions import EntryDecision, LinkDecision, Ruling
from habeas.model.restrictions import (
    PUBLIC_VIEWER,
    Level,
    RecordKind,
    Restriction,
    Role,
    Viewer,
)
from store.changing import LINKED, NAMED_THERE, snapshot_of
from store.test_records import CLAIM, DATA, HOUR, NOON, OWNER, REPORT

type Decided = LinkDecision | EntryDecision

MAX = Viewer(name="max", role=Role.READER)
PROMISED = replace(
    CLAIM, id="c2", act=Act.EASE_SANCTIONS, stance=Stance.PROMISED, object="Vorstadtkali", names=()
)
BARE = replace(LINKED.about, claims=())


def keep(decision: Decided) -> str:
    from habeas.store.promise_decisions import decide

    return decide(decision)


def fill() -> None:
    from habeas.store import records
    from habeas.store.snapshots import save_snapshot

    records.save_reading(REPORT, DATA, [CLAIM, PROMISED], at=NOON)
    save_snapshot(snapshot_of(DATA), DATA)


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("first", [LINKED, NAMED_THERE], ids=["link", "entry"])
def test_the_last_decision_not_undone_stands_and_each_is_known_from_when_it_was_made(
    first: Decided,
) -> None:
    from habeas.store.audit import settled_moment
    from habeas.store.history import load_entry_decisions, load_link_decisions
    from habeas.store.records import load_records

    def standing(known: object = None) -> tuple[Decided, ...]:
        found = load_records(OWNER, known_at=known)  # type: ignore[arg-type]
        return (*found.link_decisions, *found.entry_decisions)

    fill()
    unsure = replace(first, ruling=Ruling.UNSURE, at=NOON + HOUR)
    undone = replace(first, ruling=Ruling.UNDO, at=NOON + 2 * HOUR)
    moments = [settled_moment()]
    for decision in (first, unsure, undone):
        assert keep(decision) == "added"
        assert keep(decision) == "already there"
        moments.append(settled_moment())
    assert standing() == (first,)
    assert [standing(moment) for moment in moments] == [(), (first,), (unsure,), (first,)]
    made = (*load_link_decisions(OWNER), *load_entry_decisions(OWNER))
    assert made == (first, unsure, undone)


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    "decision",
    [
        replace(LINKED, ruling=Ruling.UNDO),
        replace(NAMED_THERE, ruling=Ruling.UNDO),
        replace(LINKED, about=replace(LINKED.about, report="0" * 64)),
        replace(LINKED, about=BARE),
        replace(LINKED, at=NOON.replace(tzinfo=None)),
        replace(NAMED_THERE, about=replace(NAMED_THERE.about, title="Norland")),
        replace(NAMED_THERE, reason="\0"),
    ],
    ids=["no link", "no entry", "no report", "no claim", "no zone", "no list", "no text"],
)
def test_a_decision_that_cannot_be_is_refused_and_nothing_is_kept(decision: Decided) -> None:
    from habeas.store.audit import chain_end
    from habeas.store.problems import StoreError

    fill()
    with pytest.raises(StoreError):
        keep(decision)
    assert chain_end().number == 2


@pytest.mark.usefixtures("store")
def test_decisions_move_with_their_claims_to_a_new_reading() -> None:
    from habeas.store import records

    fill()
    keep(LINKED)
    keep(NAMED_THERE)
    anew = [replace(CLAIM, id="c8"), replace(PROMISED, id="c9")]
    records.save_reading(REPORT, DATA, anew, at=NOON + HOUR)
    found = records.load_records(OWNER)
    assert [each.about.claims for each in found.link_decisions] == [("c8", "c9")]
    assert [each.about.claims for each in found.entry_decisions] == [("c8",)]


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("hidden", ["c1", "c2", REPORT.id])
def test_whoever_may_not_see_the_words_learns_nothing_of_what_was_decided(hidden: str) -> None:
    from habeas.store.history import load_entry_decisions, load_link_decisions, load_shown_records
    from habeas.store.records import load_records
    from habeas.store.restricting import restrict

    fill()
    keep(LINKED)
    keep(NAMED_THERE)
    restrict(
        Restriction(
            kind=RecordKind.REPORT if hidden == REPORT.id else RecordKind.CLAIM,
            record=hidden,
            level=Level.NAMED,
            readers=("eve",),
            reason="asked for it",
            by="reviewer",
            at=NOON,
        )
    )
    for viewer in (MAX, PUBLIC_VIEWER):
        found = load_records(viewer)
        told = repr((found.link_decisions, found.entry_decisions))
        assert "another release" not in told
        assert "c1" not in told, "both claims rest on the same words"
        assert "Vorstadtkali" not in told
    assert load_entry_decisions(MAX) == ()
    assert all(not each.reason for each in load_link_decisions(MAX))
    shown = {each.change: each for each in load_shown_records(MAX)}
    assert shown["entry-decision"].about == ""
