"""Publish: see what would go out, let somebody else approve it, and put it out."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from habeas.desk.forms.publish import MomentForm, ProposeForm, RuleForm
from habeas.desk.notices import say, say_not
from habeas.desk.presenters.preparing import failure_words, steps_of
from habeas.desk.presenters.publish import preview_of, state_words
from habeas.desk.reader import start_preparing
from habeas.desk.routes import DeskRequest, Discloses, SignIn, route
from habeas.model.problems import HabeasError
from habeas.model.publishing import Proposal, ProposalState, PublishingRule
from habeas.model.restrictions import Role
from habeas.store.decisions import Decision
from habeas.store.preparing import Preparation, ask_for, last_preparation
from habeas.store.problems import RecordRefused, StoreError
from habeas.store.publishing import (
    decide_approval,
    decide_rule,
    draft_file,
    edition_at,
    load_past_editions,
    load_proposal,
    load_proposals,
    past_edition_file,
    publish_proposal,
    publishing_rule,
)

if TYPE_CHECKING:
    from pathlib import Path

    from django.http.response import HttpResponseBase

_SHOWN = 20


@require_safe
@route(Role.PUBLISHER, Discloses.GATED)
def publish(request: DeskRequest) -> HttpResponse:
    """What is proposed, what went out, and the way to propose what would go out now."""
    return _page(request, _propose_form(), RuleForm(initial=_rule_now()))


@require_POST
@route(Role.PUBLISHER, Discloses.GATED)
def propose(request: DeskRequest) -> HttpResponse:
    """Have a process assemble what would go out now and keep it as a draft."""
    form = ProposeForm(request.POST)
    if not form.is_valid():
        return _page(request, form, RuleForm(initial=_rule_now()))
    asked = Preparation(by=request.viewer.name, at=datetime.now(UTC), **form.cleaned_data)
    lock = ask_for(asked)
    if lock is None:
        say_not(request, _("Another preview is being made; only one is made at a time."))
    else:
        with lock:
            start_preparing(lock.fileno())
    return redirect("publish_preparing")


@require_safe
@route(Role.PUBLISHER, Discloses.GATED)
def preparing(request: DeskRequest) -> HttpResponse:
    """Say how far the preview is that was asked for last, show what came of it, or say why nothing.

    `?step=2` is the step that a page shows already, which asks for what is new; `?still=1` asks
    for a page that does not ask again by itself.
    """
    asked = last_preparation()
    going_on = asked is not None and asked.is_going_on
    if request.htmx and not going_on:
        return HttpResponse(headers={"HX-Refresh": "true"})
    if asked is not None and asked.number is not None:
        return redirect("publish_proposal", asked.number)
    context: dict[str, object] = {"asked": asked, "still": "still" in request.GET}
    if asked is not None and going_on:
        context["steps"] = steps_of(asked)
        context["shown"] = request.GET.get("step", "")
    elif asked is not None:
        context["why"] = failure_words(asked)
        again = {"title": asked.title, "as_of": asked.as_of, "reason": asked.reason}
        context["form"] = ProposeForm(initial=again)
    template = "_steps" if request.htmx else "preparing"
    return render(request, f"desk/publish/{template}.html", context)


@require_safe
@route(Role.PUBLISHER, Discloses.GATED)
def proposal(request: DeskRequest, number: int) -> HttpResponse:
    """Exactly what would go out, what differs, and what is kept back and why."""
    made = _proposal(number)
    context: dict[str, object] = {
        "proposal": made,
        "state": state_words(made),
        "needed": publishing_rule().approvals,
        "mine": request.viewer.name in made.approved_by,
        "proposed_by_me": made.by == request.viewer.name,
        "ready": made.state is ProposalState.READY,
        "open": made.state in (ProposalState.READY, ProposalState.WAITING),
    }
    try:
        context["preview"] = preview_of(made, draft_file(made), request.viewer)
    except HabeasError as error:
        context["problem"] = error.what
    return render(request, "desk/publish/proposal.html", context)


@require_safe
@route(Role.PUBLISHER, Discloses.PUBLIC)
def draft(request: DeskRequest, number: int) -> HttpResponseBase:
    """The file of a proposal: what everybody may see, before everybody does."""
    made = _proposal(number)
    try:
        return _file(draft_file(made), f"draft-{number}.sqlite")
    except StoreError as error:
        raise Http404 from error


@require_POST
@route(Role.PUBLISHER, Discloses.GATED)
def approve(request: DeskRequest, number: int) -> HttpResponse:
    """Approve a proposal of somebody else, by its digest."""
    undo = reverse("publish_withdraw", args=[number])
    return _approval(request, number, undo=undo)


@require_POST
@route(Role.PUBLISHER, Discloses.GATED)
def withdraw(request: DeskRequest, number: int) -> HttpResponse:
    """Take one's approval back."""
    return _approval(request, number, undo="")


@require_http_methods(["GET", "HEAD", "POST"])
@route(Role.PUBLISHER, Discloses.GATED, SignIn.RECENT)
def go(request: DeskRequest, number: int) -> HttpResponse:
    """Put a proposal where the public reads it."""
    if request.method != "POST":
        return redirect("publish_proposal", number)
    _proposal(number)
    try:
        place = publish_proposal(number, _decision(request, ""))
    except HabeasError as error:
        say_not(request, f"{error.what}. {error.remedy}")
        return redirect("publish_proposal", number)
    say(request, _("It went out, as %(file)s.") % {"file": place.name})
    return redirect("publish")


@require_POST
@route(Role.ADMINISTRATOR, Discloses.NOTHING)
def rule(request: DeskRequest) -> HttpResponse:
    """Say how many others must approve an Edition."""
    form = RuleForm(request.POST)
    if not form.is_valid():
        return _page(request, _propose_form(), form)
    decide_rule(
        PublishingRule(
            approvals=form.cleaned_data["approvals"],
            reason=form.cleaned_data["reason"],
            by=request.viewer.name,
            at=datetime.now(UTC),
        )
    )
    say(request, _("From now on it holds for every edition that has not gone out."))
    return redirect("publish")


@require_safe
@route(Role.PUBLISHER, Discloses.PUBLIC)
def past(request: DeskRequest, digest: str) -> HttpResponseBase:
    """The file of an Edition that went out."""
    try:
        return _file(past_edition_file(digest), f"{digest[:12]}.sqlite")
    except StoreError as error:
        raise Http404 from error


def _approval(request: DeskRequest, number: int, *, undo: str) -> HttpResponse:
    _proposal(number)
    try:
        made = decide_approval(number, _decision(request, ""), approved=bool(undo))
    except RecordRefused as error:
        say_not(request, f"{error.what}. {error.remedy}")
    else:
        told = (
            _("Approved: the file %(digest)s, and no other.")
            if undo
            else _("Your approval of the file %(digest)s is taken back.")
        )
        say(request, told % {"digest": made.digest[:12]}, undo=undo)
    return redirect("publish_proposal", number)


def _proposal(number: int) -> Proposal:
    try:
        return load_proposal(number)
    except RecordRefused as error:
        raise Http404 from error


def _propose_form() -> ProposeForm:
    last = next(iter(load_past_editions()), None)
    today = date.today()  # noqa: DTZ011 - the day where the desk is
    return ProposeForm(initial={"title": last.title if last else "", "as_of": today})


def _rule_now() -> dict[str, int]:
    return {"approvals": publishing_rule().approvals}


def _decision(request: DeskRequest, reason: str) -> Decision:
    return Decision(by=request.viewer.name, at=datetime.now(UTC), reason=reason)


def _file(place: Path, name: str) -> FileResponse:
    return FileResponse(
        place.open("rb"),
        as_attachment=True,
        filename=name,
        content_type="application/vnd.sqlite3",
    )


def _page(request: DeskRequest, form: ProposeForm, rule_form: RuleForm) -> HttpResponse:
    moment = MomentForm(request.GET or None)
    asked = moment.is_valid()
    context = {
        "form": form,
        "rule_form": rule_form,
        "moment": moment,
        "asked": asked,
        "then": edition_at(moment.cleaned_data["at"]) if asked else None,
        "rule": publishing_rule(),
        "proposals": [(each, state_words(each)) for each in load_proposals()[:_SHOWN]],
        "past": load_past_editions()[:_SHOWN],
        "administers": request.viewer.may(Role.ADMINISTRATOR),
        "preparation": last_preparation(),
    }
    status = 422 if form.is_bound or rule_form.is_bound else 200
    return render(request, "desk/publish/list.html", context, status=status)
