"""Who may see a report, a claim or a person; and private particulars that are sealed on them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from habeas.desk.forms.restrictions import RestrictForm, SealForm
from habeas.desk.navigation import next_of
from habeas.desk.notices import say, say_not
from habeas.desk.presenters.restrictions import (
    Shown,
    history_of,
    lines_of,
    sealed_lines,
    shown_record,
    who_may,
)
from habeas.desk.routes import DeskRequest, Discloses, route
from habeas.model.restrictions import Level, RecordKind, Restriction, Role
from habeas.model.sealing import Particular, PrivateField
from habeas.store.decisions import Decision
from habeas.store.history import load_shown_restrictions
from habeas.store.keys import Keys, load_keys
from habeas.store.problems import StoreError
from habeas.store.restricting import restrict, standing_restriction, undo_restriction
from habeas.store.roles import roles
from habeas.store.sealing import For, load_sealed, seal_field

if TYPE_CHECKING:
    from django.http import HttpResponse

KEY_SETTING = "HABEAS_KEY"
"""Name of the Django setting that holds the file of the key from outside."""

_OPEN_KINDS = (RecordKind.REPORT, RecordKind.CLAIM, RecordKind.PERSON)


@require_safe
@route(Role.REVIEWER, Discloses.GATED)
def restrictions(request: DeskRequest) -> HttpResponse:
    """Everything that is restricted or sealed, as far as this viewer may see it."""
    viewer = request.viewer
    made = [
        each
        for each in load_shown_restrictions(viewer)
        if each.stands and each.restriction.level is not Level.PUBLIC
    ]
    context = {
        "lines": lines_of(made, viewer),
        "sealed": sealed_lines(load_sealed(viewer), viewer),
    }
    return render(request, "desk/restrictions/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@route(Role.REVIEWER, Discloses.GATED)
def restriction(request: DeskRequest, kind: str, record: str) -> HttpResponse:
    """Say who may see a record."""
    shown = _shown(request, kind, record)
    now = standing_restriction(shown.kind, shown.record)
    initial = {"level": (now.level if now else Level.PUBLIC).value}
    readers = list(now.readers) if now else []
    form = RestrictForm(
        request.POST or None, names=_names(), initial={**initial, "readers": readers}
    )
    if request.method != "POST" or not form.is_valid():
        return _page(request, shown, form, SealForm(names=_names()))
    decision = Restriction(
        kind=shown.kind,
        record=shown.record,
        level=Level(form.cleaned_data["level"]),
        readers=form.readers,
        reason=form.cleaned_data["reason"],
        by=request.viewer.name,
        at=datetime.now(UTC),
    )
    try:
        restrict(decision)
    except StoreError as error:
        say_not(request, error.what)
        return redirect("restriction", shown.kind.value, shown.record)
    undo_at = reverse("restriction_undo", args=[shown.kind.value, shown.record])
    told = _("It is now seen by %(who)s.") % {"who": who_may(decision.level, decision.readers)}
    say(request, told, undo=undo_at)
    return _back(request, shown)


@require_POST
@route(Role.REVIEWER, Discloses.GATED)
def undo(request: DeskRequest, kind: str, record: str) -> HttpResponse:
    """Take the last decision on a record back.

    Whoever made it may do so, though they may no longer see the record.
    """
    found = RecordKind(kind) if kind in _OPEN_KINDS else None
    last = None if found is None else standing_restriction(found, record)
    if found is None or last is None:
        raise Http404
    if last.by != request.viewer.name:
        _shown(request, kind, record)
    decision = Decision(by=request.viewer.name, at=datetime.now(UTC), reason=_("undone"))
    try:
        made = undo_restriction(found, record, decision)
    except StoreError as error:
        say_not(request, error.what)
    else:
        told = _("It is seen by %(who)s again.") % {"who": who_may(made.level, made.readers)}
        say(request, told)
    return redirect(next_of(request, reverse("restrictions")))


@require_POST
@route(Role.REVIEWER, Discloses.GATED)
def seal(request: DeskRequest, kind: str, record: str) -> HttpResponse:
    """Seal a private particular of a record."""
    shown = _shown(request, kind, record)
    form = SealForm(request.POST, names=_names())
    if not form.is_valid():
        return _page(request, shown, RestrictForm(names=_names()), form, status=422)
    told = form.cleaned_data
    about = Particular(kind=shown.kind, record=shown.record, field=PrivateField(told["field"]))
    decision = Decision(by=request.viewer.name, at=datetime.now(UTC), reason=told["reason"])
    whom = For(readers=tuple(sorted(told["readers"])), decision=decision)
    try:
        seal_field(about, told["words"], whom, desk_keys())
    except StoreError as error:
        say_not(request, f"{error.what}. {error.remedy}")
        return _page(request, shown, RestrictForm(names=_names()), form, status=422)
    say(request, _("It is sealed. Nobody else can read it, and this page does not show it."))
    return redirect("restriction", shown.kind.value, shown.record)


def desk_keys() -> Keys:
    """The keys from outside, as the desk was started with them.

    Raises:
        StoreError: They are not there, or cannot be used.
    """
    return load_keys(Path(getattr(settings, KEY_SETTING)))


def _shown(request: DeskRequest, kind: str, record: str) -> Shown:
    """The record, if this viewer may see it.

    Raises:
        Http404: There is none, or they may not: that is told alike.
    """
    if kind not in _OPEN_KINDS:
        raise Http404
    shown = shown_record(RecordKind(kind), record, request.viewer)
    if shown is None:
        raise Http404
    return shown


def _names() -> list[str]:
    """Everybody who may come in, by name."""
    return sorted(name for name, role in roles().items() if role is not None)


def _back(request: DeskRequest, shown: Shown) -> HttpResponse:
    """The page of the record, or the list where whoever decided may no longer see it."""
    if shown_record(shown.kind, shown.record, request.viewer) is None:
        return redirect("restrictions")
    return redirect("restriction", shown.kind.value, shown.record)


def _page(
    request: DeskRequest, shown: Shown, form: RestrictForm, seal_form: SealForm, status: int = 200
) -> HttpResponse:
    viewer = request.viewer
    made = [
        each
        for each in load_shown_restrictions(viewer)
        if (each.restriction.kind, each.restriction.record) == (shown.kind, shown.record)
    ]
    items = [
        item
        for item in load_sealed(viewer)
        if item.about is not None
        and (item.about.kind, item.about.record) == (shown.kind, shown.record)
    ]
    now = standing_restriction(shown.kind, shown.record)
    context = {
        "shown": shown,
        "who": who_may(now.level, now.readers) if now else who_may(Level.PUBLIC, ()),
        "restricted": now is not None,
        "form": form,
        "seal_form": seal_form,
        "history": history_of(made),
        "sealed": sealed_lines(items, viewer),
        "me": viewer.name,
    }
    invalid = 422 if form.is_bound or seal_form.is_bound else status
    return render(request, "desk/restrictions/record.html", context, status=invalid)
