"""Reports by the index: a page of them, one with its claims, and how much waits for somebody."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Sum

from habeas.model.restrictions import Viewer
from habeas.register.deciding import decide_claims, without_left_out
from habeas.store import models
from habeas.store.audit import known_number
from habeas.store.documents import records_of
from habeas.store.index.answers import ReportFile, ReportLine, ReportsPage, Waiting
from habeas.store.index.asking import one_moment
from habeas.store.index.tables import IndexPerson, IndexReport
from habeas.store.index.told import undecided_in
from habeas.store.rows import report_of


def page_of_reports(
    viewer: Viewer, *, waiting: bool | None = None, number: int = 1, size: int = 50
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
        rows = IndexReport.objects.order_by("-added_at", "document")
        if waiting is not None:
            rows = rows.filter(undecided__gt=0) if waiting else rows.filter(undecided=0)
        total = rows.count()
        pages = max(1, -(-total // size))
        at = min(max(1, number), pages)
        some = list(rows[(at - 1) * size : at * size])
        return ReportsPage(lines=_lines(some), total=total, number=at, pages=pages)


def load_report(
    report: str, viewer: Viewer, *, known_at: datetime | None = None
) -> ReportFile | None:
    """One report with its claims and decisions; None where there is none.

    Args:
        report: Its id.
        viewer: Who asks.
        known_at: A moment in the past; None for now.
    """
    with one_moment():
        upto = None if known_at is None else known_number(known_at)
        records = records_of([report], upto)
    if not records.reports:
        return None
    decided = decide_claims(records.claims, records.reports, records.claim_decisions)
    standing = without_left_out(decided.claims, decided, {})
    return ReportFile(
        report=records.reports[0],
        records=records,
        decided=decided,
        standing=tuple(sorted(standing, key=lambda c: (c.passage.start, c.passage.end, c.id))),
        undecided=undecided_in(records, decided)[report],
    )


def waiting(viewer: Viewer) -> Waiting:
    """How much the register holds, and how much of it waits for somebody."""
    with one_moment():
        reports = IndexReport.objects.all()
        sums = reports.aggregate(claims=Sum("claims"), undecided=Sum("undecided"))
        return Waiting(
            reports=reports.count(),
            undecided_reports=reports.filter(undecided__gt=0).count(),
            claims=sums["claims"] or 0,
            undecided_claims=sums["undecided"] or 0,
            people=IndexPerson.objects.filter(named=True).count(),
        )


def _lines(rows: list[IndexReport]) -> tuple[ReportLine, ...]:
    readings = models.Reading.objects.defer("text").in_bulk([row.reading for row in rows])
    return tuple(_line(row, readings[row.reading]) for row in rows)


def _line(row: IndexReport, reading: Any) -> ReportLine:
    reading.text = ""
    return ReportLine(
        report=report_of(reading),
        added_at=reading.added_at,
        added_by=reading.added_by,
        claims=row.claims,
        undecided=row.undecided,
    )
