"""Everybody the register tells of: sought in any script, each with all that is said of them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from habeas.desk.notices import say, say_not
from habeas.desk.presenters.person import found_rows, present
from habeas.desk.routes import DeskRequest, Discloses, route
from habeas.model.people import Judgement, MentionKey, Verdict
from habeas.model.restrictions import Role
from habeas.people import fold_spelling, judgement_id, mention_id, spelling_id
from habeas.store.index.pairs import pairs_of, waiting_to_be_compared
from habeas.store.index.people import load_person, page_of_people, search_people
from habeas.store.records import save_judgement

if TYPE_CHECKING:
    from django.http import HttpResponse

LONGEST = 200


@require_http_methods(["GET", "HEAD", "POST"])
@route(Role.READER, Discloses.GATED)
def people(request: DeskRequest) -> HttpResponse:
    """Everybody by name; what is sought is posted, so that no name stands in an address."""
    sought = request.POST.get("sought", "").strip()[:LONGEST]
    context: dict[str, object] = {"sought": sought, "longest": LONGEST}
    if sought:
        context["found"] = found_rows(search_people(sought, request.viewer))
    else:
        page = page_of_people(request.viewer, number=_number(request.GET.get("page")))
        context["page"] = page
        context["uncompared"] = waiting_to_be_compared()
    return render(request, "desk/people/people.html", context)


@require_safe
@route(Role.READER, Discloses.GATED)
def person(request: DeskRequest, person_id: str) -> HttpResponse:
    """One person: names, custody over time, what is said, and who they may be.

    `?on=2025-06-01` asks for the custody on a day, `?known_at=2026-01-04T12:00` for what was
    known at a moment.
    """
    known_at = moment_of(request.GET.get("known_at", ""))
    found = load_person(person_id, request.viewer, known_at=known_at)
    if found is None:
        raise Http404
    page = present(
        found,
        on=_day(request.GET.get("on", "")),
        pairs=() if known_at else pairs_of(found.person.id, request.viewer),
        viewer=request.viewer,
    )
    context = {"page": page, "known_at": known_at, "person_id": person_id, "today": date.today()}  # noqa: DTZ011
    return render(request, "desk/people/person.html", context)


@require_POST
@route(Role.REVIEWER, Discloses.GATED)
def apart(request: DeskRequest, person_id: str) -> HttpResponse:
    """Say that one mention is of somebody else than the rest of its spelling."""
    found = load_person(person_id, request.viewer)
    wanted = request.POST.get("mention", "")
    reason = request.POST.get("reason", "").strip()
    keys = {mention_id(key): key for key in found.person.mentions} if found else {}
    if found is None or wanted not in keys:
        raise Http404
    if not reason:
        say_not(request, _("Say why: the reason stays on record."))
        return redirect(reverse("person", args=[person_id]))
    judgement = _taken_out(keys[wanted], reason, request.viewer.name)
    save_judgement(judgement)
    undo = reverse("judgement_withdraw", args=[judgement_id(judgement)])
    say(request, _("That mention now is of somebody else."), undo=undo)
    return redirect(reverse("person", args=[person_id]))


def moment_of(text: str) -> datetime | None:
    """A moment in UTC as an address gives it; None where it gives none.

    A day alone is taken at its end.

    Raises:
        Http404: It is no moment.
    """
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise Http404 from error
    if len(text) <= len("2026-01-04"):
        moment = moment.replace(hour=23, minute=59, second=59, microsecond=999_999)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _taken_out(key: MentionKey, reason: str, by: str) -> Judgement:
    return Judgement(
        left=mention_id(key),
        right=spelling_id(fold_spelling(key.name)),
        verdict=Verdict.DIFFERENT,
        reason=reason,
        by=by,
        at=datetime.now(UTC),
    )


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Http404 from error


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 8 else 1
