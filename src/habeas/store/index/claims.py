"""Claims that stand, loaded by their ids, and what is needed of their reports."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from habeas.model.claims import Claim
from habeas.model.reports import Report
from habeas.store import models
from habeas.store.documents import records_of
from habeas.store.index.batches import having
from habeas.store.index.tables import IndexReport
from habeas.store.index.told import told_by
from habeas.store.rows import claims_in, report_of


def claims_standing(documents: Mapping[str, str]) -> tuple[Claim, ...]:
    """Claims as they stand: as read, or as corrected; those that do not are left out.

    Args:
        documents: Id of a claim → id of its report.

    Returns:
        In order of report and passage.
    """
    found = _as_read(documents)
    # What else stands can have moved with its words, and can be a part of another claim now.
    whole = {documents[key] for key in documents.keys() - found.keys()}
    whole |= {claim.report for claim in found.values() if claim.part_of is not None}
    for report in sorted(whole):
        standing = told_by(records_of([report])).claims
        found |= {key: standing[key] for key in documents if key in standing}
    return tuple(sorted(found.values(), key=_place))


def reports_without_text(ids: Collection[str]) -> tuple[Report, ...]:
    """Reports as last read, by id, but for their texts, which are empty."""
    readings = having(IndexReport.objects.values_list("reading", flat=True), "document", ids)
    rows = having(models.Reading.objects.defer("text"), "pk", readings)
    found = []
    for row in rows:
        row.text = ""
        found.append(report_of(row))
    return tuple(sorted(found, key=lambda report: report.id))


def _as_read(documents: Mapping[str, str]) -> dict[str, Claim]:
    """Those of the claims that the last reading of their report has."""
    readings = dict(
        having(
            IndexReport.objects.values_list("reading", "document"),
            "document",
            sorted(set(documents.values())),
        )
    )
    rows = [
        row
        for row in having(models.Claim.objects.all(), "claim", documents)
        if readings.get(row.reading_id or 0) == documents[row.claim]
    ]
    reports = {row.pk: documents[row.claim] for row in rows}
    return {claim.id: claim for claim in claims_in(rows, reports)}


def _place(claim: Claim) -> tuple[str, int, int, str]:
    return claim.report, claim.passage.start, claim.passage.end, claim.id
