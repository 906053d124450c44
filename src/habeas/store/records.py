"""Save and load what the register knows; nothing is ever changed or removed.

Every function works on the database that `habeas.server.store_settings` opened.
Each save is one transaction: it is there whole, or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from habeas.model.audit import Change
from habeas.model.claims import Claim
from habeas.model.editions import Edition
from habeas.model.people import Judgement, Withdrawal
from habeas.model.reports import Report
from habeas.model.restrictions import Asker
from habeas.people.judging import judgement_id, standing_judgements
from habeas.register.assemble import Records
from habeas.register.deciding import standing_decisions
from habeas.store import models, originals
from habeas.store.audit import known_number, one_change
from habeas.store.deciding import assumption_decisions
from habeas.store.decisions import Decision, Outcome
from habeas.store.documents import readings_of, records_of
from habeas.store.gate import gate_for, past_gate
from habeas.store.known import known_rows
from habeas.store.parsed_lists import KeptLists
from habeas.store.problems import RecordRefused, database_errors_told
from habeas.store.promise_decisions import with_promises
from habeas.store.readings import outcome_of, save_reading
from habeas.store.refusing import refuse_faults, refuse_naive
from habeas.store.rows import (
    claims_of,
    judgement_of,
    judgement_row,
    report_of,
    withdrawal_of,
)
from habeas.store.snapshots import load_snapshots

__all__ = [
    "load_claims",
    "load_decisions",
    "load_judgements",
    "load_original",
    "load_past_records",
    "load_protected",
    "load_records",
    "load_reports",
    "outcome_of",
    "protect_name",
    "record_edition",
    "save_judgement",
    "save_reading",
    "unprotect_name",
    "withdraw_judgement",
]


def load_reports(viewer: Asker, *, known_at: datetime | None = None) -> tuple[Report, ...]:
    """The last reading of every report that somebody may see, by id.

    Args:
        viewer: Who asks.
        known_at: Leave out what was recorded after this moment; None for all.

    Returns:
        Empty where nothing was added.
    """
    return _shown(viewer, known_at).reports


def load_claims(viewer: Asker, *, known_at: datetime | None = None) -> tuple[Claim, ...]:
    """The claims of the last reading of every report, in order of report and passage.

    Args:
        viewer: Who asks; what they may not see is left out.
        known_at: As for `load_reports`.
    """
    return _shown(viewer, known_at).claims


def load_original(viewer: Asker, report_id: str) -> bytes:
    """The bytes a report was read from.

    A name cannot be taken out of a PDF or a picture, and bytes hold more than was read of
    them. So they are for whoever may see every claim of the report, and every name in the
    register: while one name is hidden from a viewer, any original could hold it.

    Raises:
        StoreError: They are missing or were changed, or the viewer may not see all of them.
    """
    if not gate_for(viewer).sees_original(report_id):
        raise RecordRefused(
            what=f"the original of report {report_id} cannot be shown",
            remedy="ask somebody who may see it",
        )
    return originals.load_original(originals.originals_folder(), report_id)


def save_judgement(judgement: Judgement) -> Outcome:
    """Keep a judgement; the same one twice is kept once."""
    refuse_faults(judgement)
    row = judgement_row(judgement)
    same = {
        "left": row.left,
        "right": row.right,
        "verdict": row.verdict,
        "reason": row.reason,
        "by": row.by,
        "at": row.at,
    }
    with one_change() as chain:
        if models.Judgement.objects.filter(**same).exists():
            return Outcome.ALREADY_THERE
        row.save(force_insert=True)
        chain.add(Change.JUDGEMENT, row)
    return Outcome.ADDED


def withdraw_judgement(withdrawal: Withdrawal) -> Outcome:
    """Record that a judgement no longer holds; of one judgement this is kept once.

    Raises:
        StoreError: No such judgement was kept, or it was made later than this.
    """
    refuse_faults(withdrawal)
    refuse_naive(withdrawal.at)
    with one_change() as chain:
        rows = {judgement_id(judgement_of(row)): row for row in models.Judgement.objects.all()}
        row = rows.get(withdrawal.judgement)
        if row is None or row.at > withdrawal.at:
            raise RecordRefused(
                what="there is no such judgement", remedy="take the id from habeas judgements"
            )
        if row.withdrawals.exists():
            return Outcome.ALREADY_THERE
        taken = row.withdrawals.create(reason=withdrawal.reason, by=withdrawal.by, at=withdrawal.at)
        chain.add(Change.WITHDRAWAL, taken)
    return Outcome.ADDED


def load_judgements(viewer: Asker, *, known_at: datetime | None = None) -> tuple[Judgement, ...]:
    """The judgements that nobody withdrew, in order of time.

    Those on one pair that were replaced are among them; `load_decisions` has the
    withdrawn ones too. Persons are made from those of `load_records`.

    Args:
        viewer: Who asks; what is about somebody they may not see is left out.
        known_at: Leave out what was recorded after this moment; None for all.
    """
    with database_errors_told():
        made, withdrawn = _decided(_upto(known_at))
    return gate_for(viewer, known_at).judgements(standing_judgements(made, withdrawn))


def load_decisions(
    viewer: Asker, *, known_at: datetime | None = None
) -> tuple[tuple[Judgement, ...], tuple[Withdrawal, ...]]:
    """Everything that was decided about who is who: judgements and withdrawals, each by time.

    Args:
        viewer: As for `load_judgements`.
        known_at: As for `load_judgements`.
    """
    with database_errors_told():
        made, withdrawn = _decided(_upto(known_at))
    shown = gate_for(viewer, known_at).judgements(made)
    ids = {judgement_id(judgement) for judgement in shown}
    return shown, tuple(each for each in withdrawn if each.judgement in ids)


def protect_name(name: str, decision: Decision) -> None:
    """Withhold a name, and whoever bears it in any spelling, from every later Edition."""
    _decide(name, decision, protected=True)


def unprotect_name(name: str, decision: Decision) -> None:
    """Let a name be published again; that it was protected stays on record."""
    _decide(name, decision, protected=False)


def record_edition(edition: Edition, digest: str, decision: Decision) -> None:
    """Record that an Edition goes out; do so before it is put where it is read.

    Args:
        edition: What goes out.
        digest: SHA-256 of its file, 64 hex digits.
        decision: Who publishes it, and when.
    """
    refuse_faults((edition.title, decision))
    refuse_naive(decision.at)
    with one_change() as chain:
        row = models.Publication.objects.create(
            digest=digest,
            title=edition.title,
            as_of=edition.as_of,
            known_at=edition.known_at,
            withheld=edition.withheld,
            rejected=edition.rejected,
            by=decision.by,
            at=decision.at,
        )
        chain.add(Change.EDITION, row)


def load_protected(*, known_at: datetime | None = None) -> tuple[str, ...]:
    """Names that must not be published, sorted.

    Args:
        known_at: Decisions made after this moment count only where they protect:
            an Edition of an earlier day must not publish who is protected today.
    """
    with database_errors_told():
        upto = _upto(known_at)
        known = set(known_rows(Change.PROTECTION, upto).values_list("pk", flat=True))
        rows = models.Protection.objects.order_by("pk")
        return _standing_names(row for row in rows if row.protected or row.pk in known)


def load_records(viewer: Asker, *, known_at: datetime | None = None) -> Records:
    """Everything that somebody may see, as it was known at a moment.

    What is added while this reads is not in it. Names protected since are protected in
    it too, and what was restricted since is left out: see `load_past_records` for what was
    published then.

    Args:
        viewer: Who asks; PUBLIC_VIEWER for whatever goes out, which `open_records` or
            `assemble_edition` then takes the protected names from.
        known_at: A moment that `settled_moment` gave, or any other in the past; None
            for what is known now.
    """
    with database_errors_told(), transaction.atomic():
        past = _records(known_number(known_at))
        records = replace(past, protected=load_protected(known_at=known_at))
        return gate_for(viewer, known_at).records(records)


def load_past_records(viewer: Asker, *, known_at: datetime | None = None) -> Records:
    """Everything that was known at a moment, protected and restricted as it was then.

    For comparing with what was published then. Whatever goes out must be made from
    `load_records`.

    Args:
        viewer: As for `load_records`.
        known_at: As for `load_records`.
    """
    with database_errors_told(), transaction.atomic():
        return past_gate(viewer, known_at).records(_records(known_number(known_at)))


def _records(upto: int) -> Records:
    return records_beside(with_promises(records_of(None, upto), upto), upto)


def records_beside(records: Records, upto: int) -> Records:
    """Records with what is of no single report: what was judged, protected, listed."""
    return replace(
        records,
        judgements=standing_judgements(*_decided(upto)),
        assumption_decisions=standing_decisions(assumption_decisions(upto)),
        lists=KeptLists(snapshots=load_snapshots(upto)),
        protected=_standing_names(known_rows(Change.PROTECTION, upto).order_by("pk")),
    )


def _shown(viewer: Asker, known_at: datetime | None) -> Records:
    """Reports and their claims alone."""
    with database_errors_told(), transaction.atomic():
        readings = readings_of(None, _upto(known_at))
        read = Records(
            reports=tuple(report_of(row) for row in readings), claims=claims_of(readings)
        )
        return gate_for(viewer, known_at).records(read)


def _standing_names(rows: Iterable[models.Protection]) -> tuple[str, ...]:
    standing = {row.name: row.protected for row in rows}
    return tuple(sorted(name for name, protected in standing.items() if protected))


def _decided(upto: int | None) -> tuple[tuple[Judgement, ...], tuple[Withdrawal, ...]]:
    judgements = known_rows(Change.JUDGEMENT, upto).order_by("at", "pk")
    withdrawals = known_rows(Change.WITHDRAWAL, upto).order_by("at", "pk")
    return (
        tuple(judgement_of(row) for row in judgements),
        tuple(withdrawal_of(row) for row in withdrawals.select_related("judgement")),
    )


def _upto(known_at: datetime | None) -> int | None:
    return None if known_at is None else known_number(known_at)


def _decide(name: str, decision: Decision, *, protected: bool) -> None:
    refuse_faults((name, decision))
    if not name.strip():
        raise RecordRefused(what="no name was given", remedy="give the name to protect")
    refuse_naive(decision.at)
    with one_change() as chain:
        row = models.Protection.objects.create(
            name=name, protected=protected, reason=decision.reason, by=decision.by, at=decision.at
        )
        chain.add(Change.PROTECTION, row)
