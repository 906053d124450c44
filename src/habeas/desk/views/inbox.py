"""The inbox: what came in, what waits to be read, and how reports come in."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from habeas.desk.navigation import next_of
from habeas.desk.notices import say, say_not
from habeas.desk.presenters.inbox import filters, items, waiting_items
from habeas.desk.reader import wake
from habeas.desk.routes import DeskRequest, Discloses, route
from habeas.model.decisions import ReportDecision, ReportVerdict
from habeas.model.restrictions import Role
from habeas.store.arrivals import (
    Arrival,
    ArrivalState,
    dismiss,
    is_anything_waiting,
    load_arrivals,
    try_again,
)
from habeas.store.copies import forget
from habeas.store.gate import gate_for
from habeas.store.inbox import InboxState, inbox_page, set_aside_lines
from habeas.store.problems import StoreError
from habeas.store.report_decisions import decide_report

if TYPE_CHECKING:
    from django.http import HttpResponse

_SHOWN = (ArrivalState.WAITING, ArrivalState.READING, ArrivalState.FAILED, ArrivalState.LIST)


@require_safe
@route(Role.READER, Discloses.GATED)
def inbox(request: DeskRequest) -> HttpResponse:
    """Reports, those added last first, copies below what they copy."""
    state = None
    with suppress(ValueError):
        state = InboxState(request.GET.get("state", ""))
    number = request.GET.get("page", "1")
    page = inbox_page(
        request.viewer,
        state=state,
        number=int(number) if number.isdecimal() and len(number) < 9 else 1,
    )
    context = {
        "items": items(page.lines),
        "page": page,
        "filters": filters(state),
        "state": state.value if state else "",
        "can_add": request.viewer.may(Role.DOCUMENTER),
        "can_decide": request.viewer.may(Role.REVIEWER),
        **_waiting(request),
    }
    return render(request, "desk/inbox/inbox.html", context)


@require_safe
@route(Role.DOCUMENTER, Discloses.NOTHING)
def waiting(request: DeskRequest) -> HttpResponse:
    """What waits to be read; the inbox asks for it every few seconds."""
    response = render(request, "desk/inbox/_waiting_part.html", _waiting(request))
    if not is_anything_waiting():
        # What was read stands in the list below now.
        response["HX-Refresh"] = "true"
    return response


@require_POST
@route(Role.DOCUMENTER, Discloses.NOTHING)
def retry(request: DeskRequest, number: int) -> HttpResponse:
    """Try once more to read something."""
    try:
        try_again(number)
    except StoreError as error:
        say_not(request, f"{error.what}: {error.remedy}")
    wake()
    return redirect("inbox")


@require_POST
@route(Role.DOCUMENTER, Discloses.NOTHING)
def take_off(request: DeskRequest, number: int) -> HttpResponse:
    """Take what could not be read off the desk."""
    try:
        dismiss(number)
        say(request, _("Taken off the desk."))
    except StoreError as error:
        say_not(request, f"{error.what}: {error.remedy}")
    return redirect("inbox")


@require_safe
@route(Role.READER, Discloses.GATED)
def aside(request: DeskRequest) -> HttpResponse:
    """Reports that are no part of the register."""
    context = {
        "lines": set_aside_lines(request.viewer),
        "can_add": request.viewer.may(Role.DOCUMENTER),
    }
    return render(request, "desk/inbox/aside.html", context)


@require_POST
@route(Role.DOCUMENTER, Discloses.GATED)
def set_aside(request: DeskRequest, report: str) -> HttpResponse:
    """Say that a report is no part of the register; it stays on record."""
    if _decide(request, report, ReportVerdict.SET_ASIDE):
        undo = reverse("inbox_bring_back", args=[report])
        say(request, _("Set aside: it is no part of the register, and stays on record."), undo=undo)
    return redirect(next_of(request, reverse("inbox")))


@require_POST
@route(Role.DOCUMENTER, Discloses.GATED)
def bring_back(request: DeskRequest, report: str) -> HttpResponse:
    """Make a report that was set aside part of the register again."""
    if _decide(request, report, ReportVerdict.BRING_BACK):
        undo = reverse("inbox_set_aside", args=[report])
        say(request, _("Part of the register again."), undo=undo)
    return redirect(next_of(request, reverse("inbox")))


@require_POST
@route(Role.REVIEWER, Discloses.GATED)
def finish(request: DeskRequest, report: str) -> HttpResponse:
    """Say that nothing in a report is left to decide."""
    if _decide(request, report, ReportVerdict.DONE):
        say(request, _("Done."), undo=reverse("inbox_reopen", args=[report]))
    return redirect(next_of(request, reverse("inbox")))


@require_POST
@route(Role.REVIEWER, Discloses.GATED)
def reopen(request: DeskRequest, report: str) -> HttpResponse:
    """Say that a report is not done after all."""
    if _decide(request, report, ReportVerdict.REOPEN):
        say(request, _("Open again."), undo=reverse("inbox_finish", args=[report]))
    return redirect(next_of(request, reverse("inbox")))


@require_POST
@route(Role.REVIEWER, Discloses.GATED)
def part(request: DeskRequest, report: str, other: str) -> HttpResponse:
    """Say that a report is no copy of another, though they read alike."""
    if _decide(request, report, ReportVerdict.APART, other):
        undo = reverse("inbox_join", args=[report, other])
        say(request, _("No copy: from now on it is a voice of its own."), undo=undo)
    return redirect(next_of(request, reverse("inbox")))


@require_POST
@route(Role.REVIEWER, Discloses.GATED)
def join(request: DeskRequest, report: str, other: str) -> HttpResponse:
    """Let two reports be copies again, where they read alike."""
    if _decide(request, report, ReportVerdict.TOGETHER, other):
        undo = reverse("inbox_part", args=[report, other])
        say(request, _("A copy again."), undo=undo)
    return redirect(next_of(request, reverse("inbox")))


def _decide(
    request: DeskRequest, report: str, verdict: ReportVerdict, other: str | None = None
) -> bool:
    """Keep a decision about a report that the viewer may see; says why where it cannot be."""
    if not gate_for(request.viewer).sees_ids([report, *filter(None, [other])]):
        raise Http404
    decision = ReportDecision(
        report=report,
        verdict=verdict,
        other=other,
        reason=" ".join(request.POST.get("reason", "").split())[:500],
        by=request.viewer.name,
        at=datetime.now(UTC),
    )
    try:
        decide_report(decision)
    except StoreError as error:
        say_not(request, f"{error.what}: {error.remedy}")
        return False
    if verdict in (ReportVerdict.APART, ReportVerdict.TOGETHER):
        forget(report)
        wake()
    return True


def _waiting(request: DeskRequest) -> dict[str, object]:
    """What waits, for those who add reports; others are told how much."""
    arrivals: tuple[Arrival, ...] = ()
    if request.viewer.may(Role.DOCUMENTER):
        arrivals = load_arrivals(_SHOWN)
    going = sum(each.state in (ArrivalState.WAITING, ArrivalState.READING) for each in arrivals)
    if going:
        wake()
    told = ngettext("%(number)s is read now", "%(number)s are read now", going)
    return {
        "waiting": waiting_items(arrivals),
        "going": going,
        "going_words": told % {"number": going} if going else "",
    }
