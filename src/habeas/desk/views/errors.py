"""What is said where a page cannot be shown; nothing of what was asked for is repeated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from habeas.store.problems import RecordRefused, StoreError

if TYPE_CHECKING:
    from django.http import HttpRequest


def wrong(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The browser sent something that no page of the desk sends."""
    return _page(
        request, 400, _("That cannot be read"), _("Go back, load the page anew and try again.")
    )


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Whoever asks may not, or may not come in any more."""
    return _page(
        request,
        403,
        _("Not for you"),
        _("Your role does not include this. An administrator of the register can change it."),
    )


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form is of another session."""
    return _page(
        request,
        403,
        _("The form is out of date"),
        _("You signed in or out since it was shown. Go back, load the page anew and try again."),
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Nothing stands there, or nothing that whoever asks may know of."""
    return _page(
        request,
        404,
        _("Nothing here"),
        _("Nothing stands at this address, or nothing that is for you to see."),
    )


def failed(request: HttpRequest) -> HttpResponse:
    """Something broke; this page needs no database, since that may be what broke."""
    return HttpResponse(render_to_string("desk/500.html"), status=500)


def store_failed(request: HttpRequest, error: StoreError) -> HttpResponse:
    """The database refused, or somebody else holds it; nothing was changed."""
    text = _("Nothing was changed. Wait a moment and try again.")
    if isinstance(error, RecordRefused):
        return _page(request, 409, _("That could not be kept"), text)
    context = {"title": _("The register cannot be reached"), "text": text}
    return HttpResponse(render_to_string("desk/503.html", context), status=503)


def _page(request: HttpRequest, status: int, title: str, text: str) -> HttpResponse:
    context = {"status": status, "title": title, "text": text}
    return render(request, "desk/error.html", context, status=status)
