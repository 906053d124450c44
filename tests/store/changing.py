"""One change of each kind, as many as are wanted. Everything in them is invented."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from habeas.model.accounts import AssumptionKind
from habeas.model.audit import Change
from habeas.model.decisions import (
    AssumptionDecision,
    ClaimDecision,
    EntryDecision,
    EntryKey,
    LinkDecision,
    LinkKey,
    ReportDecision,
    ReportVerdict,
    Resolution,
    Ruling,
)
from habeas.model.editions import Edition
from habeas.model.pledges import LinkKind
from habeas.model.publishing import PublishingRule
from habeas.model.restrictions import Level, Owner, RecordKind, Restriction, Role
from habeas.model.sanctions import ListFormat, Snapshot
from habeas.model.sealing import Particular, PrivateField
from habeas.model.team import RoleDecision
from habeas.people import judgement_id, spelling_id
from habeas.people.lists.importing import ListEdition, list_report, mapped, seen_columns, with_map
from habeas.register.deciding import correction_id
from habeas.store.decisions import Decision
from store.test_records import CLAIM, DATA, JUDGEMENT, NOON, REPORT, WITHDRAWN

if TYPE_CHECKING:
    from habeas.store.keys import Keys

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
REJECTED = ClaimDecision(
    claim="c1", resolution=Resolution.REJECT, reason="misread", by="reviewer", at=NOON
)
APART = AssumptionDecision(
    assumption="a1",
    kind=AssumptionKind.SAME_DAY,
    claims=("c1", "c2"),
    resolution=Resolution.REJECT,
    reason="two days",
    by="reviewer",
    at=NOON,
)
NAMED_ONLY = Restriction(
    kind=RecordKind.PERSON,
    record=spelling_id("Ada Example"),
    level=Level.NAMED,
    readers=("documenter", "editor"),
    reason="asked for it",
    by="reviewer",
    at=NOON,
)
ROLE = RoleDecision(
    name="somebody", role=Role.ADMINISTRATOR, reason="for a test", by="owner", at=NOON
)
ASIDE = ReportDecision(
    report=REPORT.id,
    verdict=ReportVerdict.SET_ASIDE,
    reason="sent by mistake",
    by="documenter",
    at=NOON,
)
LINKED = LinkDecision(
    about=LinkKey(
        id="k1", kind=LinkKind.IS_MEANT, anchor="x1", report=REPORT.id, claims=("c1", "c2")
    ),
    ruling=Ruling.REJECT,
    reason="another release",
    by="reviewer",
    at=NOON,
)
NAMED_THERE = EntryDecision(
    about=EntryKey(
        id="t1",
        title="Ruritania",
        entry="91001",
        words="Vorstadtkali",
        pledge="g1",
        claims=("c1",),
    ),
    ruling=Ruling.ACCEPT,
    reason="the same works",
    by="reviewer",
    at=NOON,
)
RULE = PublishingRule(approvals=0, reason="for a test", by="somebody", at=NOON)
WHO = Decision(by="somebody", at=NOON, reason="for a test")


def change(kind: str, number: int) -> int:
    """Make change `number` of a kind, and return the number of its row."""
    from habeas.store import models

    _CHANGES[Change(kind)](number)
    last = models.AuditRecord.objects.filter(change=kind).order_by("-number").first()
    assert last is not None
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


def _decide_claim(number: int) -> None:
    from habeas.store import records
    from habeas.store.deciding import decide_claim

    records.save_reading(REPORT, DATA, [CLAIM], at=NOON)
    at = NOON + timedelta(seconds=number)
    decide_claim(
        ClaimDecision(
            claim=CLAIM.id,
            resolution=Resolution.CORRECT,
            reason="for a test",
            by="somebody",
            at=at,
            correction=replace(CLAIM, id=correction_id(CLAIM.id, "somebody", at)),
        )
    )


def _decide_assumption(number: int) -> None:
    from habeas.store.deciding import decide_assumption

    decide_assumption(
        AssumptionDecision(
            assumption="a1",
            kind=AssumptionKind.SAME_DAY,
            claims=("c1", "c2"),
            resolution=Resolution.REJECT,
            reason="for a test",
            by="somebody",
            at=NOON + timedelta(seconds=number),
        )
    )


def _restrict(number: int) -> None:
    from habeas.store import records
    from habeas.store.restricting import restrict

    records.save_reading(REPORT, DATA, [CLAIM], at=NOON)
    restrict(replace(NAMED_ONLY, at=NOON + timedelta(seconds=number)))


def _give_role(number: int) -> None:
    from habeas.store.roles import decide_role

    decide_role(replace(ROLE, at=NOON + timedelta(seconds=number)))


def _import(number: int) -> None:
    from habeas.store.lists import import_list, plan_list

    edition = edition_of(f"name,status\nAda Example {number},held\n")
    import_list(plan_list(edition), at=NOON, by="somebody")


def edition_of(text: str, *, source: str = "Watch", **columns: str) -> ListEdition:
    """An edition of an invented list; columns of names that are no words are guessed."""
    report = list_report(text.encode(), file="list.csv")
    told = mapped(seen_columns(report), columns)
    return ListEdition(
        report=with_map(report, told, source=source, published=None),
        data=text.encode(),
        source=source,
        columns=told,
    )


def _decide_report(number: int) -> None:
    from habeas.store import records
    from habeas.store.report_decisions import decide_report

    records.save_reading(REPORT, DATA, [CLAIM], at=NOON)
    at = NOON + timedelta(seconds=number)
    # What stands is decided about anew each time, so that each decision is one.
    decide_report(replace(ASIDE, verdict=ReportVerdict.BRING_BACK, at=at))
    decide_report(replace(ASIDE, at=at))


def _decide_link(number: int) -> None:
    from habeas.store import records
    from habeas.store.promise_decisions import decide

    records.save_reading(REPORT, DATA, [CLAIM], at=NOON)
    decide(replace(LINKED, at=NOON + timedelta(seconds=number)))


def _decide_entry(number: int) -> None:
    from habeas.store.promise_decisions import decide

    _keep(0)
    decide(replace(NAMED_THERE, at=NOON + timedelta(seconds=number)))


def seal(number: int) -> str:
    """Seal an invented particular of the person of `CLAIM`, for the somebody who opens it."""
    from habeas.store import models, records
    from habeas.store.sealing import For, seal_field

    if not models.Document.objects.filter(digest=REPORT.id).exists():
        records.save_reading(REPORT, DATA, [CLAIM], at=NOON)
    about = Particular(
        kind=RecordKind.PERSON, record=spelling_id("Ada Example"), field=PrivateField.CONTACT
    )
    return seal_field(about, f"lamp {number}", For(readers=("somebody",), decision=WHO), keys())


def keys(*versions: int) -> Keys:
    """Keys that are the same in every process of a test."""
    from habeas.store.keys import Keys

    return Keys(versions={each: bytes([each]) * 32 for each in versions or (1,)})


def _open(number: int) -> None:
    from habeas.store.sealing import open_field

    open_field(Owner(name="somebody"), seal(number), WHO, keys())


def _rewrap(number: int) -> None:
    from habeas.store.sealing import rewrap_all

    seal(number)
    rewrap_all(keys(1, 2), WHO)


def _propose(number: int) -> int:
    from habeas.store import models, records
    from habeas.store.publishing import propose_edition

    if not models.Document.objects.filter(digest=REPORT.id).exists():
        records.save_reading(REPORT, DATA, [CLAIM], at=NOON)
    return propose_edition(f"No. {number}", MAY, WHO).number


def _approve(number: int) -> None:
    from habeas.store.publishing import decide_approval

    decide_approval(_propose(number), replace(WHO, by="another"), approved=True)


def _rule(number: int) -> None:
    from habeas.store.publishing import decide_rule

    decide_rule(replace(RULE, at=NOON + timedelta(seconds=number)))


_CHANGES: dict[Change, Callable[[int], object]] = {
    Change.READING: _read,
    Change.JUDGEMENT: _judge,
    Change.WITHDRAWAL: _withdraw,
    Change.PROTECTION: _protect,
    Change.CLAIM_DECISION: _decide_claim,
    Change.ASSUMPTION_DECISION: _decide_assumption,
    Change.EDITION: _publish,
    Change.SNAPSHOT: _keep,
    Change.RESTRICTION: _restrict,
    Change.ROLE: _give_role,
    Change.LIST_IMPORT: _import,
    Change.REPORT_DECISION: _decide_report,
    Change.LINK_DECISION: _decide_link,
    Change.ENTRY_DECISION: _decide_entry,
    Change.SEALING: seal,
    Change.OPENING: _open,
    Change.REWRAPPING: _rewrap,
    Change.PROPOSAL: _propose,
    Change.APPROVAL: _approve,
    Change.PUBLISHING_RULE: _rule,
}
