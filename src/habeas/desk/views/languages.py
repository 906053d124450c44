"""Choosing the language of the desk."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from habeas.desk.languages import CHOSEN, is_offered
from habeas.desk.navigation import next_of
from habeas.desk.routes import DeskRequest, Discloses, SignIn, route


@route(None, Discloses.NOTHING, SignIn.NOT)
@require_POST
def choose_language(request: DeskRequest) -> HttpResponseBase:
    """Speak this language for the rest of the session; what is not offered changes nothing."""
    code = request.POST.get("language", "")
    if is_offered(code):
        request.session[CHOSEN] = code
    return redirect(next_of(request, reverse("home")))
