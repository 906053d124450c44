"""Reports of claims, with the texts of those that are lists: a row tells more than its claims."""

from __future__ import annotations

from collections.abc import Collection

from habeas.model.claims import Claim
from habeas.model.reports import Report
from habeas.store import models
from habeas.store.gate import Gate
from habeas.store.index.batches import having
from habeas.store.index.claims import reports_without_text
from habeas.store.index.tables import IndexReport
from habeas.store.rows import report_of


def reports_of_claims(claims: Collection[Claim], gate: Gate) -> tuple[Report, ...]:
    """The reports of some claims, by id; the texts of all that are no lists are empty.

    Args:
        claims: Claims that whoever asks may see.
        gate: Theirs.
    """
    reports = {each.id: each for each in reports_without_text({c.report for c in claims})}
    lists = [key for key, report in reports.items() if report.is_table]
    readings = having(IndexReport.objects.values_list("reading", flat=True), "document", lists)
    for row in having(models.Reading.objects.all(), "pk", list(readings)):
        reports[row.document_id] = report_of(row)
    shown = [gate.reading(report) for report in reports.values()]
    return tuple(each[0] for each in shown if each is not None)
