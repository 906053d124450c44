"""Open what is sealed: to those who are named, after they showed that it is them, on record."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from habeas.desk.forms.restrictions import ReasonForm
from habeas.desk.notices import say, say_not
from habeas.desk.presenters.restrictions import SealedLine, sealed_lines
from habeas.desk.routes import DeskRequest, Discloses, SignIn, route
from habeas.desk.views.restrictions import desk_keys
from habeas.model.restrictions import Role
from habeas.store.decisions import Decision
from habeas.store.problems import StoreError
from habeas.store.sealing import load_sealed, open_field, open_report, release_report

if TYPE_CHECKING:
    from django.http import HttpResponse

    from habeas.model.sealing import SealedItem


@require_safe
@route(Role.READER, Discloses.GATED)
def sealed(request: DeskRequest, key: str) -> HttpResponse:
    """That something is sealed and for whom, and the way to open it."""
    return _page(request, _item(request, key), ReasonForm())


@require_http_methods(["GET", "HEAD", "POST"])
@route(Role.READER, Discloses.GATED, SignIn.RECENT)
def open_sealed(request: DeskRequest, key: str) -> HttpResponse:
    """Show what is sealed, once it is recorded who asked for it and why."""
    item = _item(request, key)
    if request.method != "POST":
        return _page(request, item, ReasonForm())
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _page(request, item, form)
    decision = _decision(request, form.cleaned_data["reason"])
    context: dict[str, object] = {"line": _line(request, item)}
    try:
        keys = desk_keys()
        if item.about is None:
            context["report"] = open_report(request.viewer, key, decision, keys).report
        else:
            context["words"] = open_field(request.viewer, key, decision, keys)
    except StoreError as error:
        say_not(request, f"{error.what}. {error.remedy}")
        return _page(request, item, form)
    return render(request, "desk/restrictions/opened.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@route(Role.REVIEWER, Discloses.GATED, SignIn.RECENT)
def release(request: DeskRequest, key: str) -> HttpResponse:
    """Keep a sealed report in the open, for those alone who might open it."""
    item = _item(request, key)
    if item.about is not None:
        raise Http404
    form = ReasonForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, item, form)
    decision = _decision(request, form.cleaned_data["reason"])
    try:
        report = release_report(request.viewer, key, decision, desk_keys())
    except StoreError as error:
        say_not(request, f"{error.what}. {error.remedy}")
        return redirect("sealed", key)
    say(request, _("The report is kept in the open now, for those alone who might open it."))
    return redirect("restriction", "report", report)


def _item(request: DeskRequest, key: str) -> SealedItem:
    found = next((each for each in load_sealed(request.viewer) if each.key == key), None)
    if found is None:
        raise Http404
    return found


def _line(request: DeskRequest, item: SealedItem) -> SealedLine:
    return sealed_lines([item], request.viewer)[0]


def _decision(request: DeskRequest, reason: str) -> Decision:
    return Decision(by=request.viewer.name, at=datetime.now(UTC), reason=reason)


def _page(request: DeskRequest, item: SealedItem, form: ReasonForm) -> HttpResponse:
    context = {"line": _line(request, item), "form": form, "whole": item.about is None}
    status = 422 if form.is_bound else 200
    return render(request, "desk/restrictions/sealed.html", context, status=status)
