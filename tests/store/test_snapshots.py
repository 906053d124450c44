"""Editions of lists of sanctions are kept as they are, once, and never half. All invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from store.changing import snapshot_of

if TYPE_CHECKING:
    from habeas.model.sanctions import Snapshot

DATA = b"an edition"
MAY, JUNE = date(2031, 5, 1), date(2031, 6, 1)


@pytest.mark.usefixtures("store")
def test_what_is_kept_is_what_is_loaded_by_list_and_day() -> None:
    from habeas.store.decisions import Outcome
    from habeas.store.snapshots import load_edition, load_snapshots, save_snapshot

    kept = [
        (snapshot_of(DATA, called="B", day=JUNE), DATA),
        (snapshot_of(b"other", called="B", day=MAY), b"other"),
        (snapshot_of(DATA, called="A", day=JUNE), DATA),
    ]
    for snapshot, data in kept:
        assert save_snapshot(snapshot, data) is Outcome.ADDED
    assert load_snapshots() == (kept[2][0], kept[1][0], kept[0][0])
    assert [load_edition(each) for each in load_snapshots()] == [DATA, b"other", DATA]


@pytest.mark.usefixtures("store")
def test_the_same_file_for_the_same_day_is_kept_once() -> None:
    from habeas.store.decisions import Outcome
    from habeas.store.snapshots import load_snapshots, save_snapshot, snapshot_outcome

    snapshot = snapshot_of(DATA, day=MAY)
    assert snapshot_outcome(snapshot) is Outcome.ADDED
    save_snapshot(snapshot, DATA)
    again = replace(snapshot, file="other.csv", by="somebody else")
    assert snapshot_outcome(again) is Outcome.ALREADY_THERE
    assert save_snapshot(again, DATA) is Outcome.ALREADY_THERE
    assert load_snapshots() == (snapshot,)


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    "fault",
    [
        replace(snapshot_of(DATA), digest="0" * 64),
        replace(snapshot_of(DATA), title=" "),
        replace(snapshot_of(DATA), file="a\x00b"),
        replace(snapshot_of(DATA), at=snapshot_of(DATA).at.replace(tzinfo=None)),
    ],
)
def test_what_cannot_be_kept_is_refused(fault: Snapshot) -> None:
    from habeas.store.problems import RecordRefused
    from habeas.store.snapshots import load_snapshots, save_snapshot

    with pytest.raises(RecordRefused):
        save_snapshot(fault, DATA)
    assert load_snapshots() == ()
