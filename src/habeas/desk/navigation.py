"""What every page of the desk has: the way to the others, and who is signed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import NoReverseMatch, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from habeas.desk.routes import viewer_of
from habeas.model.restrictions import PUBLIC_VIEWER, Role, Viewer

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.functional import _StrPromise

_AREAS: tuple[tuple[str, _StrPromise, Role], ...] = (
    ("inbox", _("Inbox"), Role.READER),
    ("reports", _("Reports"), Role.READER),
    ("people", _("People"), Role.READER),
    ("accounts", _("Accounts"), Role.READER),
    ("pledges", _("Promises"), Role.READER),
    ("restrictions", _("Access"), Role.REVIEWER),
    ("publish", _("Publish"), Role.PUBLISHER),
    ("team", _("Team"), Role.ADMINISTRATOR),
)
"""Name of the address, label, and who may open it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """One part of the desk.

    Attributes:
        here: True of the one that the page belongs to.
    """

    label: str
    href: str
    here: bool


def areas(viewer: Viewer, path: str) -> tuple[Area, ...]:
    """The parts of the desk that somebody may open, in order.

    Args:
        viewer: Who asks.
        path: Of the page they are on.
    """
    found = []
    for name, label, role in _AREAS:
        href = address_of(name)
        if href and viewer.may(role):
            found.append(Area(label=str(label), href=href, here=path.startswith(href)))
    return tuple(found)


def address_of(name: str) -> str:
    """Address of a named page; empty where the desk has none of that name."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def next_of(request: HttpRequest, otherwise: str) -> str:
    """Where a form says to go on: an address of the desk, or `otherwise`."""
    wanted = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        return wanted
    return otherwise


def desk_context(request: HttpRequest) -> dict[str, Any]:
    """For every template: `viewer` and `areas`."""
    viewer = getattr(request, "viewer", None)
    if viewer is None:
        viewer = viewer_of(request) if hasattr(request, "user") else PUBLIC_VIEWER
    return {"viewer": viewer, "areas": areas(viewer, request.path)}
