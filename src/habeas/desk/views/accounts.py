"""Events and their accounts: what is said together, what is open, what is taken for granted."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from habeas.desk.notices import say, say_not
from habeas.desk.presenters.accounts import assumed_of, event_row, shelf_of, todo_of
from habeas.desk.presenters.drawn_accounts import draw, drawn_account
from habeas.desk.reader import wake
from habeas.desk.routes import DeskRequest, Discloses, route
from habeas.model.accounts import AssumptionKind
from habeas.model.claims import Act
from habeas.model.decisions import AssumptionDecision, Resolution
from habeas.model.restrictions import Role
from habeas.public.presenters import wording
from habeas.public.presenters.account import present_account
from habeas.public.presenters.what_if import WhatIf, asked_of, banner_of, changes_of
from habeas.store.deciding import decide_assumption
from habeas.store.index.events import (
    load_account,
    page_of_events,
    states_of_events,
    suppose,
)
from habeas.store.index.seeking import EventsSought
from habeas.store.problems import RecordRefused

if TYPE_CHECKING:
    from django.http import HttpResponse

_PAGE = 40
LONGEST = 200


@require_http_methods(["GET", "HEAD", "POST"])
@route(Role.READER, Discloses.GATED)
def accounts(request: DeskRequest) -> HttpResponse:
    """All events, newest first, or those of a state, an act, or begun by a day.

    Words that are sought are posted: somebody may type a name.
    """
    asked = request.GET
    words = request.POST.get("sought", "").strip()[:LONGEST]
    act, by = asked.get("act", ""), asked.get("by", "")
    sought = EventsSought(
        words=words,
        act=Act(act) if act in set(Act) else None,
        by=by or None,
        as_of=_day(asked.get("as_of", "")),
        linked="linked" in asked,
    )
    number = _number(request.POST.get("page") or asked.get("page"))
    page = page_of_events(request.viewer, sought, number=number, size=_PAGE)
    if page.left:
        wake()
    states = states_of_events(request.viewer)
    context = {
        "page": page,
        "rows": [event_row(line) for line in page.lines],
        "acts": [(each.value, wording.ACTS[each]) for each in Act],
        "states": sorted(((code, wording.state(code)) for code in states), key=lambda s: s[1]),
        "sought": sought,
        "kept": _kept(request),
        "longest": LONGEST,
    }
    return render(request, "desk/accounts/accounts.html", context)


@require_safe
@route(Role.READER, Discloses.GATED)
def account(request: DeskRequest, event_id: str) -> HttpResponse:
    """The account of one event, and what it leaves to be done.

    `?as_of=` with a day and `?known_at=` with a moment show what was to be said of it then;
    `?aside=`, `?figure=` and `?reject=` with ids, as on the public site, what would be.
    """
    known_at = _moment(request.GET.get("known_at", ""))
    as_of = _day(request.GET.get("as_of", ""))
    file = load_account(event_id, request.viewer, known_at=known_at)
    if file is None:
        raise Http404
    found, shelf = file.account, shelf_of(file)
    what_if = WhatIf.of(found, shelf, asked_of(dict(request.GET.lists()), found))
    told, changes = found, None
    if what_if.asked:
        told = suppose(file, what_if.figures.set_aside(what_if.asked), what_if.asked.rejected)
        changes = changes_of(found, told)
    banner = banner_of(found, shelf, what_if, changes)
    if banner is None and known_at is None:
        drawn = drawn_account(file, shelf, what_if)
    else:
        drawn = draw(present_account(told, shelf, what_if))
    assumed = assumed_of(file, shelf)
    began = found.event.when.earliest if found.event.when is not None else None
    context = {
        "page": drawn.page,
        "parts": drawn.parts,
        "banner": banner,
        "assumed": assumed,
        "todo": todo_of(file, assumed),
        "event": event_id,
        "left": file.left,
        "known_at": known_at,
        "as_of": as_of,
        "is_later": as_of is not None and began is not None and began > as_of,
        "may_decide": request.viewer.may(Role.REVIEWER) and known_at is None,
    }
    return render(request, "desk/accounts/account.html", context)


@require_POST
@route(Role.REVIEWER, Discloses.GATED)
def decide(request: DeskRequest, event_id: str) -> HttpResponse:
    """Accept or reject what the account takes for granted, or take that decision back."""
    file = load_account(event_id, request.viewer)
    if file is None:
        raise Http404
    about, resolution = request.POST.get("assumption", ""), request.POST.get("decision", "")
    known = {each.id: (each.kind, each.claims) for each in file.account.assumptions}
    known |= {each.assumption: (each.kind, each.claims) for each in file.decisions}
    here = f"{reverse('account', args=[event_id])}#assumed"
    if about not in known or resolution not in _DONE:
        say_not(request, _("This is no longer taken for granted here; nothing was decided."))
        return redirect(here)
    kind, claims = known[about]
    try:
        decide_assumption(
            AssumptionDecision(
                assumption=about,
                kind=AssumptionKind(kind),
                claims=claims,
                resolution=Resolution(resolution),
                reason=request.POST.get("reason", "").strip(),
                by=request.viewer.name,
                at=datetime.now(UTC),
            )
        )
    except RecordRefused:
        say_not(request, _("Somebody else decided it meanwhile; look again."))
        return redirect(here)
    say(request, _DONE[resolution]())
    return redirect(here)


_DONE = {
    Resolution.ACCEPT.value: lambda: _("Accepted: it goes on being taken for granted."),
    Resolution.REJECT.value: lambda: _("Rejected: no account takes it for granted any more."),
    Resolution.UNDO.value: lambda: _("Taken back: it is as it was before that decision."),
}


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 8 else 1


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _moment(text: str) -> datetime | None:
    """A moment; one without a time zone is in UTC, a day is its end."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        pass
    else:
        return datetime(day.year, day.month, day.day, 23, 59, 59, 999_999, tzinfo=UTC)
    try:
        moment = datetime.fromisoformat(text.replace(" ", "+"))
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def _kept(request: DeskRequest) -> str:
    """What was asked for beside the page, for the links to other pages."""
    query = request.GET.copy()
    query.pop("page", None)
    return query.urlencode()
