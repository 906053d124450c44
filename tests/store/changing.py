"""One change of each kind, as many as are wanted. Everything in them is invented."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

from habeas.model.audit import Change
from habeas.model.editions import Edition
from habeas.model.sanctions import ListFormat, Snapshot
from habeas.people import judgement_id
from habeas.store.decisions import Decision
from store.test_records import CLAIM, JUDGEMENT, NOON, REPORT, WITHDRAWN

EDITION = Edition(
    title="Invented",
    as_of=date(2026, 1, 1),
    known_at=NOON,
    reports=(),
    claims=(),
    people=(),
    matches=(),
    accounts=(),
    withheld=0,
)
MAY = date(2031, 5, 1)
WHO = Decision(by="somebody", at=NOON, reason="for a test")


def change(kind: str, number: int) -> int:
    """Make change `number` of a kind, and return the number of its row."""
    from habeas.store import models

    _CHANGES[Change(kind)](number)
    last = models.AuditRecord.objects.order_by("-number").first()
    assert last is not None
    assert last.change == kind
    return last.row


def _read(number: int) -> None:
    from habeas.store import records

    data = f"Report {number}: officials of Ruritania freed 12 people.".encode()
    report = replace(REPORT, id=sha256(data).hexdigest(), text=data.decode())
    claims = [
        replace(CLAIM, id=f"c{number}-{each}", report=report.id, passage=report.passage(each, 9))
        for each in range(8)
    ]
    records.save_reading(report, data, claims, at=NOON)


def _judge(number: int) -> None:
    from habeas.store import records

    records.save_judgement(replace(JUDGEMENT, at=NOON + timedelta(seconds=number)))


def _withdraw(number: int) -> None:
    from habeas.store import records

    judgement = replace(JUDGEMENT, at=NOON + timedelta(seconds=number))
    records.save_judgement(judgement)
    at = judgement.at
    records.withdraw_judgement(replace(WITHDRAWN, judgement=judgement_id(judgement), at=at))


def _protect(number: int) -> None:
    from habeas.store import records

    records.protect_name(f"Ada Example {number}", WHO)


def _publish(number: int) -> None:
    from habeas.store import records

    records.record_edition(EDITION, f"{number:064}", WHO)


def _keep(number: int) -> None:
    from habeas.store.snapshots import save_snapshot

    data = f"edition {number}".encode()
    save_snapshot(snapshot_of(data), data)


def snapshot_of(data: bytes, *, called: str = "Ruritania", day: date = MAY) -> Snapshot:
    """What is said of an invented edition."""
    return Snapshot(
        title=called,
        day=day,
        digest=sha256(data).hexdigest(),
        size=len(data),
        format=ListFormat.UK_CSV,
        entries=1,
        file="list.csv",
        by="somebody",
        at=NOON,
    )


_CHANGES: dict[Change, Callable[[int], None]] = {
    Change.READING: _read,
    Change.JUDGEMENT: _judge,
    Change.WITHDRAWAL: _withdraw,
    Change.PROTECTION: _protect,
    Change.EDITION: _publish,
    Change.SNAPSHOT: _keep,
}
