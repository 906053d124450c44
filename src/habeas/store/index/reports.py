"""Reports by the index: a page of them, one with its claims, and how much waits for somebody."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db.models import Sum

from habeas.model.restrictions import Asker
from habeas.register.assemble import Records
from habeas.register.deciding import decide_claims, without_left_out
from habeas.store import models
from habeas.store.audit import known_number
from habeas.store.documents import records_of
from habeas.store.gate import Gate, gate_for
from habeas.store.index.answers import ReportFile, ReportLine, ReportsPage, Waiting
from habeas.store.index.asking import one_moment
from habeas.store.index.shown import named_people, state_of_record, unseen_people
from habeas.store.index.tables import IndexReport
from habeas.store.index.told import undecided_in
from habeas.store.rows import report_of

_REMEMBERED = 64


def page_of_reports(
    viewer: Asker, *, waiting: bool | None = None, number: int = 1, size: int = 50
) -> ReportsPage:
    """A page of the reports, those added last first.

    Args:
        viewer: Who asks.
        waiting: True for reports with claims that wait for somebody, False for the others;
            None for all.
        number: Of the page, from 1; beyond the last it is the last.
        size: Reports to a page.
    """
    with one_moment():
        gate = gate_for(viewer)
        rows = gate.rows(IndexReport.objects.all(), report="document")
        if waiting is not None:
            rows = rows.filter(undecided__gt=0) if waiting else rows.filter(undecided=0)
        total = rows.count()
        pages = max(1, -(-total // size))
        at = min(max(1, number), pages)
        some = rows.order_by("-added_at", "document")[(at - 1) * size : at * size]
        return ReportsPage(lines=lines_of(list(some), gate), total=total, number=at, pages=pages)


def load_report(
    report: str, viewer: Asker, *, known_at: datetime | None = None
) -> ReportFile | None:
    """One report with its claims and decisions; None where there is none.

    Args:
        report: Its id.
        viewer: Who asks.
        known_at: A moment in the past; None for now.
    """
    with one_moment():
        upto = None if known_at is None else known_number(known_at)
        records = gate_for(viewer, known_at).records(records_of([report], upto))
    return _file(records) if records.reports else None


def _file(records: Records) -> ReportFile:
    decided = decide_claims(records.claims, records.reports, records.claim_decisions)
    standing = without_left_out(decided.claims, decided, {})
    return ReportFile(
        report=records.reports[0],
        records=records,
        decided=decided,
        standing=tuple(sorted(standing, key=lambda c: (c.passage.start, c.passage.end, c.id))),
        undecided=undecided_in(records, decided)[records.reports[0].id],
    )


def waiting(viewer: Asker) -> Waiting:
    """How much the register holds for somebody, and how much of it waits for somebody."""
    with one_moment():
        return _waiting(viewer, state_of_record())


@lru_cache(maxsize=_REMEMBERED)
def _waiting(viewer: Asker, state: tuple[str, str, str]) -> Waiting:
    gate = gate_for(viewer)
    rows = gate.rows(IndexReport.objects.all(), report="document")
    parted = [_file_shown(key, gate) for key in sorted(gate.hidden.passages)]
    partly = [file for file in parted if file is not None]
    whole = rows.exclude(document__in=list(gate.hidden.passages))
    sums = whole.aggregate(claims=Sum("claims"), undecided=Sum("undecided"))
    people = named_people().exclude(person__in=unseen_people(gate))
    return Waiting(
        reports=whole.count() + len(partly),
        undecided_reports=whole.filter(undecided__gt=0).count()
        + sum(1 for file in partly if file.undecided),
        claims=(sums["claims"] or 0) + sum(len(file.standing) for file in partly),
        undecided_claims=(sums["undecided"] or 0) + sum(file.undecided for file in partly),
        people=people.count(),
    )


def _file_shown(report: str, gate: Gate) -> ReportFile | None:
    records = gate.records(records_of([report]))
    return _file(records) if records.reports else None


def lines_of(rows: list[IndexReport], gate: Gate) -> tuple[ReportLine, ...]:
    """Some reports as the viewer of a gate may see them, in order."""
    readings = models.Reading.objects.defer("text").in_bulk([row.reading for row in rows])
    lines = (_line(row, readings[row.reading], gate) for row in rows)
    return tuple(line for line in lines if line is not None)


def _line(row: IndexReport, reading: Any, gate: Gate) -> ReportLine | None:
    if row.document in gate.hidden.passages:
        file = _file_shown(row.document, gate)
        if file is None:
            return None
        report, claims, undecided = file.report, len(file.standing), file.undecided
    else:
        reading.text = ""
        made = gate.reading(report_of(reading))
        if made is None:
            return None
        report, claims, undecided = made[0], row.claims, row.undecided
    return ReportLine(
        report=replace(report, text=""),
        added_at=reading.added_at,
        added_by=reading.added_by,
        claims=claims,
        undecided=undecided,
    )
