"""Save and load what was decided about reports as a whole."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q

from habeas.model.audit import Change
from habeas.model.decisions import ReportDecision, ReportVerdict
from habeas.store import models
from habeas.store.audit import one_change
from habeas.store.decisions import Outcome
from habeas.store.known import known_rows
from habeas.store.problems import RecordRefused
from habeas.store.refusing import refuse_faults, refuse_naive

_KINDS = (
    (ReportVerdict.SET_ASIDE, ReportVerdict.BRING_BACK),
    (ReportVerdict.APART, ReportVerdict.TOGETHER),
    (ReportVerdict.DONE, ReportVerdict.REOPEN),
)
_PAIRED = _KINDS[1]


def decide_report(decision: ReportDecision) -> Outcome:
    """Keep a decision about a report; one that changes nothing is not kept.

    Raises:
        RecordRefused: There is no such report, or another is told of where none belongs or
            none where one does.
        StoreError: The database refused. Nothing was kept.
    """
    refuse_faults(decision)
    refuse_naive(decision.at)
    if (decision.other is not None) != (decision.verdict in _PAIRED) or (
        decision.other == decision.report
    ):
        raise RecordRefused(
            what="whether two reports are copies is decided about two",
            remedy="give the other report with apart and together alone",
        )
    with one_change() as chain:
        known = {decision.report, decision.other or decision.report}
        if models.Document.objects.filter(digest__in=known).count() < len(known):
            raise RecordRefused(what="there is no such report", remedy="give the id of a report")
        # Before the first decision of a kind it is as if it had been taken back.
        if decision.verdict is _last_of_its_kind(decision):
            return Outcome.ALREADY_THERE
        row = models.ReportDecision.objects.create(
            document_id=decision.report,
            verdict=decision.verdict,
            other=decision.other,
            reason=decision.reason,
            by=decision.by,
            at=decision.at,
        )
        chain.add(Change.REPORT_DECISION, row)
    return Outcome.ADDED


def report_decisions(
    upto: int | None, documents: Collection[str] | None = None
) -> tuple[ReportDecision, ...]:
    """Every decision about a report, those taken back included, in order.

    Args:
        upto: Number of the last audit record that counts; None for all.
        documents: Ids of the reports, at most 500; None for all.
    """
    rows = known_rows(Change.REPORT_DECISION, upto).order_by("pk")
    if documents is not None:
        rows = rows.filter(document__in=documents)
    return tuple(
        ReportDecision(
            report=row.document_id,
            verdict=ReportVerdict(row.verdict),
            other=row.other,
            reason=row.reason,
            by=row.by,
            at=row.at,
        )
        for row in rows
    )


def apart_from(report: str) -> frozenset[str]:
    """Reports of which a person decided that this one is no copy, nor they of it."""
    either = Q(document=report) | Q(other=report)
    rows = models.ReportDecision.objects.filter(either, verdict__in=_PAIRED).order_by("pk")
    last = {frozenset((row.document_id, row.other)): row.verdict for row in rows}
    pairs = (pair for pair, verdict in last.items() if verdict == ReportVerdict.APART)
    return frozenset(key for pair in pairs for key in pair if key and key != report)


def _last_of_its_kind(decision: ReportDecision) -> ReportVerdict:
    kind = next(kind for kind in _KINDS if decision.verdict in kind)
    about = frozenset((decision.report, decision.other))
    last = kind[1]
    for each in report_decisions(None):
        if each.verdict in kind and frozenset((each.report, each.other)) == about:
            last = each.verdict
    return last
