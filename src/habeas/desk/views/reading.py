"""The reading table: which reports wait, one report with its claims, accepting and undoing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from habeas.desk.notices import say, say_not
from habeas.desk.presenters.reading import TablePage, next_undecided, present_table
from habeas.desk.presenters.waiting import report_row
from habeas.desk.routes import DeskRequest, Discloses, route
from habeas.desk.views.people import moment_of
from habeas.model.decisions import ClaimDecision, Resolution
from habeas.model.restrictions import Role
from habeas.store.deciding import decide_claim
from habeas.store.index.reports import page_of_reports
from habeas.store.problems import RecordRefused
from habeas.store.reading_table import TableReading, load_table

if TYPE_CHECKING:
    from django.http import HttpResponse

PER_PAGE = 50


@require_safe
@route(Role.READER, Discloses.GATED)
def reports(request: DeskRequest) -> HttpResponse:
    """Every report, newest first, with how much of it nobody has decided about."""
    only_waiting = request.GET.get("show") == "waiting"
    asked = request.GET.get("page", "")
    shown = page_of_reports(
        request.viewer,
        waiting=True if only_waiting else None,
        number=int(asked) if asked.isdecimal() and len(asked) < 8 else 1,
        size=PER_PAGE,
    )
    context = {
        "shown": shown,
        "rows": [report_row(each) for each in shown.lines],
        "only_waiting": only_waiting,
        "earlier": shown.number - 1,
        "later": shown.number + 1 if shown.number < shown.pages else 0,
    }
    return render(request, "desk/reading/reports.html", context)


@require_safe
@route(Role.READER, Discloses.GATED)
def report(request: DeskRequest, report_id: str) -> HttpResponse:
    """One report with its claims marked.

    `?at=` chooses a claim by its id, `?known_at=2026-01-04T12:00` asks for what was known and
    decided at a moment.
    """
    known_at = moment_of(request.GET.get("known_at", ""))
    if known_at is None:
        page = present_table(table_of(request, report_id), request.GET.get("at", ""))
        return render(request, "desk/reading/table.html", table_context(request, page))
    reading = load_table(report_id, request.viewer, known_at=known_at)
    if reading is None:
        raise Http404
    page = present_table(reading, request.GET.get("at", ""))
    # The links of the page keep the moment that was asked for.
    keep = f"{urlencode({'known_at': known_at.isoformat()})}&"
    context = {"page": page, "may_decide": False, "known_at": known_at, "keep": keep}
    return render(request, "desk/reading/table.html", context)


@require_POST
@route(Role.REVIEWER, Discloses.GATED)
def accept(request: DeskRequest, report_id: str, claim_id: str) -> HttpResponse:
    """Say that a report claims what was read in it."""
    reading = table_of(request, report_id)
    subject_of(reading, claim_id)
    decision = ClaimDecision(
        claim=claim_id,
        resolution=Resolution.ACCEPT,
        reason=request.POST.get("reason", ""),
        by=request.viewer.name,
        at=datetime.now(UTC),
    )
    return decided(request, report_id, decision, _("Accepted."))


@require_POST
@route(Role.REVIEWER, Discloses.GATED)
def undo(request: DeskRequest, report_id: str, claim_id: str) -> HttpResponse:
    """Take the last decision about a claim back; everything is as it was before it."""
    reading = table_of(request, report_id)
    subject_of(reading, claim_id)
    try:
        decide_claim(
            ClaimDecision(
                claim=reading.made_on.get(claim_id, claim_id),
                resolution=Resolution.UNDO,
                reason=request.POST.get("reason", ""),
                by=request.viewer.name,
                at=datetime.now(UTC),
            )
        )
    except RecordRefused:
        say_not(request, _("There is nothing to take back."))
    else:
        say(request, _("Taken back; the claim is as it was before."))
    return to_claim(report_id, claim_id)


def decided(
    request: DeskRequest, report_id: str, decision: ClaimDecision, told: str
) -> HttpResponse:
    """Keep a decision, say so with the way back, and go on to the next claim."""
    try:
        decide_claim(decision)
    except RecordRefused:
        say_not(request, _("That could not be kept. Load the page anew and try again."))
        return to_claim(report_id, decision.claim)
    say(request, told, undo=reverse("claim_undo", args=[report_id, decision.claim]))
    after = next_undecided(table_of(request, report_id), decision.claim)
    return to_claim(report_id, after)


def to_claim(report_id: str, claim_id: str) -> HttpResponse:
    """Go to a claim on the table."""
    return redirect(f"{reverse('report', args=[report_id])}?at={claim_id}#c-{claim_id}")


def table_of(request: DeskRequest, report_id: str) -> TableReading:
    """A report as whoever asks may see it.

    Raises:
        Http404: There is none, or they may not.
    """
    reading = load_table(report_id, request.viewer)
    if reading is None:
        raise Http404
    return reading


def subject_of(reading: TableReading, claim_id: str) -> None:
    """See that a claim of a report is there for whoever asks.

    Raises:
        Http404: It is not, or they may not see it.
    """
    added = {each.claim for each in reading.decisions if each.resolution is Resolution.ADD}
    if claim_id not in {claim.id for claim in reading.claims} | added:
        raise Http404


def table_context(request: DeskRequest, page: TablePage) -> dict[str, object]:
    """What every page with the table shows."""
    return {"page": page, "may_decide": request.viewer.may(Role.REVIEWER)}
