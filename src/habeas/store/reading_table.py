"""One report with its claims and what was decided about them; and which reports wait for that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Sum, Value, When

from habeas.model.claims import Claim
from habeas.model.decisions import ClaimDecision, Resolution
from habeas.model.reports import Report
from habeas.model.restrictions import Viewer
from habeas.register.assemble import Records
from habeas.register.carrying import carry_decisions
from habeas.register.deciding import standing_decisions
from habeas.store import models
from habeas.store.deciding import claim_decisions
from habeas.store.gate import Gate, gate_for
from habeas.store.problems import database_errors_told
from habeas.store.rows import claims_of, claims_read, report_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReading:
    """A report on the reading table, as one viewer may see it.

    Attributes:
        report: As last read.
        claims: As read, in order of their passages; those that were corrected and that the
            last reading has no more stand at the end.
        decisions: Those that stand, by the ids of `claims`.
        made: Every decision about claims of the report, undone ones and what undid them
            included, in the order in which they were made; without corrections.
        made_on: Id of a claim → id of the claim of an earlier reading that its decision was
            made on, where that is another.
        whole: Ids of claims and additions of which nothing is hidden from the viewer.
    """

    report: Report
    claims: tuple[Claim, ...]
    decisions: tuple[ClaimDecision, ...]
    made: tuple[ClaimDecision, ...]
    made_on: Mapping[str, str]
    whole: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingReport:
    """A report in the list of those that may be read.

    Attributes:
        title: May be empty.
        added_at: When its last reading was added.
        claims: How many claims were read in it.
        undecided: How many of them nobody has decided about.
    """

    id: str
    title: str
    publisher: str
    file: str
    published: str
    language: str
    added_at: datetime
    claims: int
    undecided: int


def load_table(report: str, viewer: Viewer) -> TableReading | None:
    """A report with its claims and decisions; None where the viewer may not see it.

    Raises:
        StoreError: The database cannot be read.
    """
    with database_errors_told(), transaction.atomic():
        rows = list(models.Reading.objects.filter(document=report).order_by("number"))
        if not rows:
            return None
        gate = gate_for(viewer)
        made = claim_decisions(None, [report])
        read = claims_of(rows[-1:])
        standing = standing_decisions(made)
        gone = {each.claim for each in standing} - {claim.id for claim in read}
        earlier = claims_read(gone, rows) if gone and len(rows) > 1 else ()
    carried = carry_decisions(standing, earlier, read)
    records = Records(
        reports=(report_of(rows[-1]),),
        claims=(*read, *carried.claims),
        claim_decisions=carried.decisions,
    )
    shown = gate.records(records)
    if not shown.reports:
        return None
    return TableReading(
        report=shown.reports[0],
        claims=shown.claims,
        decisions=tuple(replace(d, reason=gate.text(d.reason)) for d in shown.claim_decisions),
        made=_shown_decisions(made, shown, gate),
        made_on=_made_on(standing, carried.decisions),
        whole=_whole(records, shown),
    )


def all_reports(viewer: Viewer) -> QuerySet[models.Reading]:
    """The last reading of every report that a viewer may see, newest first; for paging."""
    later = models.Reading.objects.filter(
        document=OuterRef("document"), number__gt=OuterRef("number")
    )
    rows = models.Reading.objects.filter(~Exists(later)).order_by("-added_at", "-pk")
    return gate_for(viewer).rows(rows, report="document")


def waiting_reports(viewer: Viewer) -> QuerySet[models.Reading]:
    """Those of `all_reports` with a claim that nobody has decided about."""
    claims = models.Claim.objects.filter(reading=OuterRef("pk"))
    return all_reports(viewer).filter(Exists(claims.exclude(claim__in=_decided())))


def told_of_readings(
    readings: Sequence[models.Reading], viewer: Viewer
) -> tuple[WaitingReport, ...]:
    """What the list tells of some readings, in their order."""
    gate = gate_for(viewer)
    with database_errors_told():
        counted = {
            key: (claims, undecided)
            for key, claims, undecided in models.Reading.objects.filter(
                pk__in=[row.pk for row in readings]
            )
            .annotate(
                found=Count("claims"),
                waiting=Count("claims", filter=~Q(claims__claim__in=_decided())),
            )
            .values_list("pk", "found", "waiting")
        }
    return tuple(
        WaitingReport(
            id=row.document_id,
            title=gate.text(row.title),
            publisher=gate.text(row.publisher or ""),
            file=gate.text(row.file or ""),
            published=row.published or "",
            language=row.language,
            added_at=row.added_at,
            claims=counted[row.pk][0],
            undecided=counted[row.pk][1],
        )
        for row in readings
    )


def _decided() -> Any:
    """Ids of claims about which more was decided than was undone."""
    step = Case(When(resolution=Resolution.UNDO, then=Value(-1)), default=Value(1))
    made = models.ClaimDecision.objects.values("claim").annotate(left=Sum(step))
    return made.filter(left__gt=0).values("claim")


def _shown_decisions(
    made: Sequence[ClaimDecision], shown: Records, gate: Gate
) -> tuple[ClaimDecision, ...]:
    return tuple(
        replace(each, reason=gate.text(each.reason), correction=None)
        for each in made
        if gate.sees_ids([each.claim])
        and (each.correction is None or gate.sees_claim(each.correction))
        and shown.reports
    )


def _made_on(
    standing: Sequence[ClaimDecision], carried: Sequence[ClaimDecision]
) -> Mapping[str, str]:
    known = set(standing)
    return {
        each.claim: before.claim
        for each in carried
        if each not in known
        for before in standing
        if replace(before, claim=each.claim) == each
    }


def _whole(records: Records, shown: Records) -> frozenset[str]:
    if shown.reports[0].text != records.reports[0].text:
        return frozenset()
    before = {*records.claims, *_said(records)}
    return frozenset(claim.id for claim in (*shown.claims, *_said(shown)) if claim in before)


def _said(records: Records) -> list[Claim]:
    return [each.correction for each in records.claim_decisions if each.correction is not None]
