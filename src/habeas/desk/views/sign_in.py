"""Coming in: by a one-time link, and the second factor that the desk asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth import login
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from habeas.desk.forms.join import JoinForm
from habeas.desk.invitations import accept, invitation_of
from habeas.desk.navigation import areas
from habeas.desk.routes import DeskRequest, Discloses, SignIn, route
from habeas.store.problems import RecordRefused

if TYPE_CHECKING:
    from django.http import HttpResponse


@require_safe
@route(None, Discloses.NOTHING)
def home(request: DeskRequest) -> HttpResponse:
    """The first part of the desk that somebody may open."""
    found = areas(request.viewer, request.path)
    if found:
        return redirect(found[0].href)
    return render(request, "desk/home.html")


@require_http_methods(["GET", "HEAD", "POST"])
@route(None, Discloses.NOTHING, SignIn.NOT)
def join(request: DeskRequest, secret: str) -> HttpResponse:
    """Choose a name and a password by a one-time link."""
    invitation = invitation_of(secret)
    if invitation is None:
        return render(request, "desk/join_ended.html", status=410)
    form = JoinForm(request.POST or None, invitation=invitation)
    if request.method == "POST" and form.is_valid():
        try:
            user = accept(secret, form.name, form.cleaned_data["password"])
        except RecordRefused as error:
            form.add_error(None, ValidationError(_refusal(error)))
        else:
            login(request, user)
            # They chose the password just now: they need not type it again for the second lock.
            record_authentication(request, user, method="password", reauthenticated=True)
            return redirect("protect")
    status = 422 if request.method == "POST" else 200
    return render(
        request, "desk/join.html", {"form": form, "invitation": invitation}, status=status
    )


@require_safe
@route(None, Discloses.NOTHING, SignIn.BEGUN)
def protect(request: DeskRequest) -> HttpResponse:
    """Choose a second factor; without one no other page is shown."""
    if request.viewer.role is None and not areas(request.viewer, request.path):
        raise Http404
    if is_mfa_enabled(request.user):
        return redirect("home")
    return render(request, "desk/protect.html")


def _refusal(error: RecordRefused) -> str:
    if "taken" in error.what:
        return _("This name is taken. Choose another one.")
    return _("This link was used or has expired. Ask for another one.")
