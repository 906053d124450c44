"""The reports of the register as they come in: newest first, copies below what they copy."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from habeas.model.decisions import ReportVerdict
from habeas.model.reports import Likeness
from habeas.model.restrictions import Asker
from habeas.register.setting_aside import standing_reports
from habeas.store import models
from habeas.store.audit import chain_end
from habeas.store.gate import Gate, gate_for
from habeas.store.index.answers import ReportLine
from habeas.store.index.asking import one_moment
from habeas.store.index.reports import lines_of
from habeas.store.index.tables import IndexReport
from habeas.store.report_decisions import report_decisions
from habeas.store.rows import report_of

_MOST_COPIES = 60


class InboxState(StrEnum):
    """How far people have come with a report.

    UNREAD: nobody decided anything. REVIEW: something is decided and something waits.
    DONE: nothing waits, or somebody said that it is done.
    """

    UNREAD = "unread"
    REVIEW = "review"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxLine:
    """One report in the inbox.

    Attributes:
        line: The report.
        state: How far people have come.
        marked_done: True where somebody said that it is done.
        copies: Reports that print its text, as far as the viewer may see them.
        more_copies: How many more there are.
        revises: The report whose text it prints with other figures or passages; None of none.
    """

    line: ReportLine
    state: InboxState
    marked_done: bool
    copies: tuple[ReportLine, ...]
    more_copies: int
    revises: ReportLine | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxPage:
    """Some reports of all.

    Attributes:
        lines: Those added last first.
        total: How many there are, copies not counted.
        number: Of the page, from 1.
        pages: How many pages there are, at least 1.
    """

    lines: tuple[InboxLine, ...]
    total: int
    number: int
    pages: int


def inbox_page(
    viewer: Asker, *, state: InboxState | None = None, number: int = 1, size: int = 30
) -> InboxPage:
    """A page of the inbox.

    Args:
        viewer: Who asks.
        state: Only reports in this state; None for all.
        number: Of the page, from 1; beyond the last it is the last.
        size: Reports to a page.
    """
    with one_moment():
        gate = gate_for(viewer)
        rows = _rows(gate, state)
        # The hash of the end stands for all that is in the register.
        total = _total(viewer, state, (chain_end().hash, models.CopyOf.objects.count()))
        pages = max(1, -(-total // size))
        at = min(max(1, number), pages)
        some = list(rows.order_by("-added_at", "document")[(at - 1) * size : at * size])
        return InboxPage(lines=_inbox_lines(some, gate), total=total, number=at, pages=pages)


def set_aside_lines(viewer: Asker) -> tuple[tuple[str, str, str], ...]:
    """Reports that are set aside, as far as somebody may see them, the last decided first.

    Returns:
        Id, title and who set it aside; at most 200.
    """
    with one_moment():
        gate = gate_for(viewer)
        decisions = report_decisions(None)
        aside = standing_reports(decisions).aside
        found: dict[str, tuple[str, str, str]] = {}
        for each in reversed(decisions):
            if each.report not in aside or each.verdict is not ReportVerdict.SET_ASIDE:
                continue
            row = models.Reading.objects.filter(document=each.report).order_by("-number").first()
            if each.report in found or row is None or len(found) == 200:
                continue
            row.text = ""
            made = gate.reading(report_of(row))
            if made is not None:
                found[each.report] = (each.report, made[0].title, each.by)
        return tuple(found.values())


def _rows(gate: Gate, state: InboxState | None) -> QuerySet[IndexReport]:
    rows = gate.rows(IndexReport.objects.all(), report="document")
    return _in_state(_without_copies(rows, gate), state)


@lru_cache(maxsize=64)
def _total(viewer: Asker, state: InboxState | None, _of: tuple[str, int]) -> int:
    return _rows(gate_for(viewer), state).count()


def _without_copies(rows: QuerySet[IndexReport], gate: Gate) -> QuerySet[IndexReport]:
    """Copies stand below what they copy, where that is shown itself."""
    shown = gate.rows(IndexReport.objects.filter(document=OuterRef("of")), report="document")
    folded = models.CopyOf.objects.filter(
        Exists(shown), document=OuterRef("document"), likeness__lt=Likeness.REVISION
    ).exclude(of="")
    return rows.filter(~Exists(folded))


def _in_state(rows: QuerySet[IndexReport], state: InboxState | None) -> QuerySet[IndexReport]:
    if state is None:
        return rows
    done = _done_rows()
    rows = rows.annotate(marked=Exists(done))
    finished = Q(undecided=0, claims__gt=0) | Q(marked=True)
    if state is InboxState.DONE:
        return rows.filter(finished)
    decided = models.ClaimDecision.objects.filter(document=OuterRef("document"))
    left = rows.exclude(finished)
    return (
        left.filter(Exists(decided))
        if state is InboxState.REVIEW
        else left.filter(~Exists(decided))
    )


def _done_rows() -> Any:
    """Reports of which the last word is that they are done."""
    verdicts = (ReportVerdict.DONE, ReportVerdict.REOPEN)
    later = models.ReportDecision.objects.filter(
        document=OuterRef("document"), verdict__in=verdicts, pk__gt=OuterRef("pk")
    )
    return models.ReportDecision.objects.filter(
        ~Exists(later), document=OuterRef("document"), verdict=ReportVerdict.DONE
    )


def _inbox_lines(rows: list[IndexReport], gate: Gate) -> tuple[InboxLine, ...]:
    ids = [row.document for row in rows]
    copies = _copies(ids, gate)
    revised = _revised(ids, gate)
    marked = set(
        IndexReport.objects.filter(Exists(_done_rows()), document__in=ids).values_list(
            "document", flat=True
        )
    )
    touched = set(
        models.ClaimDecision.objects.filter(document__in=ids).values_list("document", flat=True)
    )
    found = []
    for line in lines_of(rows, gate):
        key = line.report.id
        below, more = copies.get(key, ((), 0))
        done = key in marked or (line.claims > 0 and not line.undecided)
        state = InboxState.REVIEW if key in touched else InboxState.UNREAD
        found.append(
            InboxLine(
                line=line,
                state=InboxState.DONE if done else state,
                marked_done=key in marked,
                copies=below,
                more_copies=more,
                revises=revised.get(key),
            )
        )
    return tuple(found)


def _copies(ids: list[str], gate: Gate) -> dict[str, tuple[tuple[ReportLine, ...], int]]:
    """The copies of some reports, by what they copy."""
    pairs = models.CopyOf.objects.filter(of__in=ids, likeness__lt=Likeness.REVISION)
    below: dict[str, list[str]] = {}
    for document, of in pairs.values_list("document", "of").order_by("document"):
        below.setdefault(of, []).append(document)
    shown = _lines([key for keys in below.values() for key in keys[:_MOST_COPIES]], gate)
    return {
        of: (
            tuple(shown[key] for key in keys[:_MOST_COPIES] if key in shown),
            max(0, len(keys) - _MOST_COPIES),
        )
        for of, keys in below.items()
    }


def _revised(ids: list[str], gate: Gate) -> dict[str, ReportLine]:
    """What some reports revise, by their ids."""
    pairs = dict(
        models.CopyOf.objects.filter(document__in=ids, likeness=Likeness.REVISION)
        .exclude(of="")
        .exclude(of=F("document"))
        .values_list("document", "of")
    )
    shown = _lines(list(pairs.values()), gate)
    return {key: shown[of] for key, of in pairs.items() if of in shown}


def _lines(ids: list[str], gate: Gate) -> dict[str, ReportLine]:
    rows: list[IndexReport] = []
    for start in range(0, len(ids), 500):
        some = IndexReport.objects.filter(document__in=ids[start : start + 500])
        rows += gate.rows(some, report="document")
    return {line.report.id: line for line in lines_of(rows, gate)}
