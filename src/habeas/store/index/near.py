"""The claims of the reports of one event: of a list, of which hundreds of rows tell of others,
those alone that its account can hang on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import batched

from django.db.models import Q

from habeas.model.claims import FREEING, Claim
from habeas.model.decisions import ClaimDecision, Resolution
from habeas.model.reports import Report
from habeas.register.assemble import Records
from habeas.register.deciding import standing_decisions
from habeas.store import models
from habeas.store.deciding import claim_decisions
from habeas.store.documents import readings_of, records_of
from habeas.store.gate import Gate
from habeas.store.hidden import states_of_reports
from habeas.store.index.batches import having
from habeas.store.index.shown_events import read_of
from habeas.store.index.tables import IndexMember
from habeas.store.index.told import claims_told, decided_about
from habeas.store.kept import Kept
from habeas.store.rows import claims_in, report_of

type Read = tuple[dict[str, Report], dict[str, Claim], set[str]]
"""Reports and claims by id, and ids of claims that nobody decided about."""

_DOCUMENTS = 100
_MOST_CLAIMS = 20_000
"""Claims that are kept, some kilobytes each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """What is recorded of one report.

    Attributes:
        records: With all its claims; of a list with those that count somebody, that tell of a
            release, or that were corrected.
        reading: Number of the row of the reading of a list; None where all claims are there.
    """

    records: Records
    reading: int | None = None


_KEPT = Kept[str, _Part](_MOST_CLAIMS, lambda part: len(part.records.claims))
"""By report."""

_OTHERS = Q(count_words__isnull=False) | Q(act__in=sorted(FREEING)) | Q(part_of__isnull=False)
"""Rows of a list that can matter for an event that they are not of: see `Account`. What is a
part of another claim needs that one."""


def read_near(members: Collection[IndexMember], also: Collection[str], gate: Gate) -> Read:
    """What `read_of` gives of the reports of an event, but for rows of lists that tell of others.

    Left out are claims of lists that are not of the event, count nobody and tell of no release.

    Args:
        members: The claims of the event.
        also: Ids of claims of its reports that are needed besides.
        gate: Of whoever asks; where something is hidden from them, nothing is left out.
    """
    documents = {member.document for member in members}
    if not gate.is_open:
        return read_of(documents, gate)
    wanted = {member.claim for member in members}.union(also)
    reports: dict[str, Report] = {}
    claims: dict[str, Claim] = {}
    decided: set[str] = set()
    for some in batched(sorted(documents), _DOCUMENTS):
        for records in _records_near(some, wanted):
            reports |= {report.id: report for report in records.reports}
            claims |= {claim.id: claim for claim in claims_told(records)}
            decided |= decided_about(records.claim_decisions)
    return reports, claims, claims.keys() - decided


def _records_near(documents: Collection[str], wanted: Collection[str]) -> Iterable[Records]:
    states = states_of_reports(documents)
    kept = {key: part for key, state in states.items() if (part := _KEPT.get(key, state))}
    new = _parts_of(sorted(states.keys() - kept.keys()), wanted)
    for key, part in new.items():
        _KEPT.put(key, states[key], part)
        yield part.records
    more = _rows_among(kept, wanted)
    for key, part in kept.items():
        records = part.records
        yield replace(records, claims=(*records.claims, *more[key])) if key in more else records


def _rows_among(
    parts: Mapping[str, _Part], wanted: Collection[str]
) -> Mapping[str, Sequence[Claim]]:
    """Wanted claims of lists that their parts have not, by list."""
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    lists = {part.reading: key for key, part in parts.items() if part.reading is not None}
    known = {claim.id for key in lists.values() for claim in parts[key].records.claims}
    missing = sorted(set(wanted) - known)
    if lists and missing:
        rows = list(having(models.Claim.objects.filter(reading__in=list(lists)), "claim", missing))
        for claim in claims_in(rows, {row.pk: lists[row.reading_id] for row in rows}):
            found[claim.report].append(claim)
    return found


def _parts_of(documents: Sequence[str], wanted: Collection[str]) -> dict[str, _Part]:
    """What is recorded of some reports; of lists what is wanted now is among it."""
    parts = {key: _Part(records=Records(reports=(), claims=())) for key in documents}
    if not documents:
        return parts
    decisions = _decisions_on(documents)
    readings = {}
    for reading in readings_of(documents):
        if reading.number == 1 and not any(map(_adds, decisions[reading.document_id])):
            readings[reading.pk] = reading
        else:
            # What is carried over, or added, has its place among all claims.
            parts[reading.document_id] = _whole(reading.document_id)
    reports = {key: report_of(reading) for key, reading in readings.items()}
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    corrected = (d.claim for some in decisions.values() for d in some if d.correction is not None)
    for claim in _claims_of(reports, {*wanted, *corrected}):
        claims[claim.report].append(claim)
    for key, report in reports.items():
        own = claims[report.id]
        if report.is_table and any(claim.part_of is not None for claim in own):
            parts[report.id] = _whole(report.id)
            continue
        records = Records(
            reports=(report,), claims=tuple(own), claim_decisions=tuple(decisions[report.id])
        )
        parts[report.id] = _Part(records=records, reading=key if report.is_table else None)
    return parts


def _claims_of(reports: Mapping[int, Report], wanted: Collection[str]) -> Iterable[Claim]:
    """Claims of readings: of lists those that are wanted, or that others can hang on."""
    lists = [key for key, report in reports.items() if report.is_table]
    others = [key for key, report in reports.items() if not report.is_table]
    rows = list(models.Claim.objects.filter(reading__in=others).order_by("reading", "position"))
    if lists:
        among = models.Claim.objects.filter(reading__in=lists)
        found = {row.pk: row for row in among.filter(_OTHERS)}
        found |= {row.pk: row for row in having(among, "claim", sorted(wanted))}
        rows += (found[key] for key in sorted(found))
    owners = {key: report.id for key, report in reports.items()}
    return claims_in(rows, {row.pk: owners[row.reading_id or 0] for row in rows})


def _decisions_on(documents: Collection[str]) -> Mapping[str, Sequence[ClaimDecision]]:
    """The decisions that hold on claims of reports, by report."""
    found: defaultdict[str, list[ClaimDecision]] = defaultdict(list)
    rows = models.ClaimDecision.objects.filter(document__in=documents)
    owners = dict(rows.values_list("claim", "document"))
    for decision in standing_decisions(claim_decisions(None, documents)):
        found[owners[decision.claim]].append(decision)
    return found


def _whole(report: str) -> _Part:
    return _Part(records=records_of([report]))


def _adds(decision: ClaimDecision) -> bool:
    return decision.resolution is Resolution.ADD
