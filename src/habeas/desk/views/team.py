"""Who works on the register and what each may do; only administrators come here."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from habeas.desk.forms.team import InviteForm, RoleForm
from habeas.desk.invitations import invite, open_invitations, renew, restore, withdraw
from habeas.desk.notices import say, say_not
from habeas.desk.presenters.team import history, members, role_before, role_name
from habeas.desk.routes import DeskRequest, Discloses, SignIn, route
from habeas.model.restrictions import Role
from habeas.model.team import RoleDecision
from habeas.store.problems import RecordRefused
from habeas.store.roles import decide_role, role_decisions, roles

if TYPE_CHECKING:
    from django.http import HttpResponse

# After showing that it is them, allauth repeats what was asked: by GET, the address itself.
_acting = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@route(Role.ADMINISTRATOR, Discloses.NOTHING)
def team(request: DeskRequest) -> HttpResponse:
    """Everybody, what each may do, who was invited, and who decided it."""
    return _page(request, InviteForm())


@_acting
@route(Role.ADMINISTRATOR, Discloses.NOTHING, SignIn.RECENT)
def invite_somebody(request: DeskRequest) -> HttpResponse:
    """Make a one-time link; it is shown once."""
    if request.method != "POST":
        return redirect("team")
    form = InviteForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    role, note = Role(form.cleaned_data["role"]), form.cleaned_data["note"]
    link = invite(role, note=note, by=request.viewer.name)
    return _link(request, link, note)


@_acting
@route(Role.ADMINISTRATOR, Discloses.NOTHING, SignIn.RECENT)
def renew_access(request: DeskRequest, number: int) -> HttpResponse:
    """Make a one-time link by which somebody sets their password and passkey anew."""
    if request.method != "POST":
        return redirect("team")
    user = get_object_or_404(User, pk=number)
    link = renew(user, note=user.username, by=request.viewer.name)
    return _link(request, link, user.username)


@_acting
@route(Role.ADMINISTRATOR, Discloses.NOTHING)
def withdraw_invitation(request: DeskRequest, number: int) -> HttpResponse:
    """End a link before it was used."""
    if request.method == "POST":
        if withdraw(number):
            undo = reverse("team_restore", args=[number])
            say(request, _("The link no longer works."), undo=undo)
        else:
            say_not(request, _("The link was used, or has ended already."))
    return redirect("team")


@_acting
@route(Role.ADMINISTRATOR, Discloses.NOTHING)
def restore_invitation(request: DeskRequest, number: int) -> HttpResponse:
    """Let a link work again that was taken back."""
    if request.method == "POST":
        if restore(number):
            say(request, _("The link works again."))
        else:
            say_not(request, _("The link was used, or has ended already."))
    return redirect("team")


@_acting
@route(Role.ADMINISTRATOR, Discloses.NOTHING, SignIn.RECENT)
def change_role(request: DeskRequest, number: int) -> HttpResponse:
    """Say what somebody may do from now on."""
    user = get_object_or_404(User, pk=number)
    now = roles().get(user.username)
    form = RoleForm(request.POST or None, initial={"role": now or ""})
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "person": user.username, "number": number}
        return render(request, "desk/team/role.html", context)
    role = Role(form.cleaned_data["role"]) if form.cleaned_data["role"] else None
    _decide(request, user.username, role, form.cleaned_data["reason"])
    return redirect("team")


@_acting
@route(Role.ADMINISTRATOR, Discloses.NOTHING, SignIn.RECENT)
def undo_role(request: DeskRequest, number: int) -> HttpResponse:
    """Give back what somebody could do before the last decision on them."""
    if request.method != "POST":
        return redirect("team")
    decisions = role_decisions()
    if not 1 <= number <= len(decisions):
        raise Http404
    name = decisions[number - 1].name
    if any(each.name == name for each in decisions[number:]):
        say_not(request, _("Something else was decided on them since."))
        return redirect("team")
    _decide(request, name, role_before(decisions, number), _("undone"))
    return redirect("team")


def _decide(request: DeskRequest, name: str, role: Role | None, reason: str) -> None:
    try:
        decide_role(
            RoleDecision(
                name=name,
                role=role,
                reason=reason,
                by=request.viewer.name,
                at=datetime.now(UTC),
            )
        )
    except RecordRefused:
        say_not(request, _("Somebody must stay who is an administrator."))
        return
    undo = reverse("team_undo", args=[len(role_decisions())])
    told = _("%(name)s: %(role)s from now on.") % {"name": name, "role": role_name(role)}
    say(request, told, undo=undo)


def _link(request: DeskRequest, link: str, note: str) -> HttpResponse:
    context = {"link": request.build_absolute_uri(link), "note": note}
    return render(request, "desk/team/link.html", context)


def _page(request: DeskRequest, form: InviteForm) -> HttpResponse:
    accounts = list(User.objects.order_by("username").values_list("pk", "username"))
    factors = set(Authenticator.objects.values_list("user", flat=True))
    context = {
        "form": form,
        "members": members(accounts, roles(), factors),
        "invitations": [
            (each, role_name(Role(each.role)) if each.role else "") for each in open_invitations()
        ],
        "history": history(role_decisions()),
    }
    return render(request, "desk/team/team.html", context, status=422 if form.is_bound else 200)
