"""Every address of the desk says who may open it and what it may show.

A view is declared with `route`; `check_routes` refuses to start with one that is not, and
`DeclaredRoutesOnly` refuses to answer there. Who asks is looked up anew for every request.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, cast

from allauth.account.decorators import reauthentication_required
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, get_resolver

from habeas.model.problems import HabeasError
from habeas.model.restrictions import PUBLIC_VIEWER, Role, Viewer
from habeas.store.problems import StoreError
from habeas.store.roles import role_of

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails

_MARK = "declared"


class Discloses(StrEnum):
    """What of the register an address shows.

    NOTHING: nothing. GATED: what `request.viewer` may see, loaded through the gate of
    `habeas.store.gate` for that viewer. PUBLIC: what everybody may see.
    """

    NOTHING = "nothing"
    GATED = "gated"
    PUBLIC = "public"


class SignIn(StrEnum):
    """How far somebody must have signed in.

    NOT: not at all. BEGUN: with a password; a second factor may be missing yet. DONE: with
    a passkey, or a password and a code. RECENT: and shown that it is still them a short
    while ago, for what gives others power.
    """

    NOT = "not"
    BEGUN = "begun"
    DONE = "done"
    RECENT = "recent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What a view says of itself.

    Attributes:
        role: Whoever opens it must be able to do what this role may; None where the role
            does not matter, as for signing in.
        discloses: What of the register it shows.
        sign_in: How far whoever opens it must have signed in.
    """

    role: Role | None
    discloses: Discloses
    sign_in: SignIn


class DeskRequest(HttpRequest):
    """A request as views of the desk get it."""

    viewer: Viewer
    htmx: HtmxDetails


class UndeclaredRoute(HabeasError):
    """An address does not say who may open it; the desk does not start with one."""


type View[**P] = Callable[Concatenate[DeskRequest, P], HttpResponseBase]


def route[**P](
    role: Role | None, discloses: Discloses, sign_in: SignIn = SignIn.DONE
) -> Callable[[View[P]], Callable[..., HttpResponseBase]]:
    """Declare a view; it is then opened to those who may, and to nobody else.

    Whoever has not signed in is led to where they can; whoever may not gets 403.

    Args:
        role: As in `Declared`.
        discloses: As in `Declared`.
        sign_in: As in `Declared`.
    """
    declared = Declared(role=role, discloses=discloses, sign_in=sign_in)

    def declare(view: View[P]) -> Callable[..., HttpResponseBase]:
        inner = cast("Callable[..., HttpResponseBase]", view)
        if sign_in is SignIn.RECENT:
            inner = reauthentication_required(inner)

        @wraps(view)
        def guarded(request: DeskRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            request.viewer = viewer_of(request)
            turned_away = _turned_away(request, declared)
            return turned_away or inner(request, *args, **kwargs)

        setattr(guarded, _MARK, declared)
        return guarded

    return declare


def viewer_of(request: HttpRequest) -> Viewer:
    """Who asks; the public where nobody signed in."""
    user = request.user
    if not user.is_authenticated:
        return PUBLIC_VIEWER
    name = user.get_username()
    return Viewer(name=name, role=role_of(name) if user.is_active else None)


def _turned_away(request: DeskRequest, declared: Declared) -> HttpResponseBase | None:
    if declared.sign_in is SignIn.NOT:
        return None
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if declared.role is not None and not request.viewer.may(declared.role):
        raise PermissionDenied
    if declared.sign_in is not SignIn.BEGUN and not is_mfa_enabled(request.user):
        return redirect("protect")
    return None


class DeclaredRoutesOnly:
    """Answers at no address whose view is not declared, and says where the store refused."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], _args: object, _kwargs: object
    ) -> None:
        """Refuse, whoever asks.

        Raises:
            PermissionDenied: The view is not declared.
        """
        if declared_of(view) is None:
            raise PermissionDenied

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponseBase | None:
        """A page that says so where the database refused; None of every other fault."""
        if not isinstance(exception, StoreError):
            return None
        from habeas.desk.views.errors import store_failed

        return store_failed(request, exception)


def declared_of(view: object) -> Declared | None:
    """What a view says of itself; None where it says nothing."""
    found = getattr(view, _MARK, None)
    return found if isinstance(found, Declared) else None


def all_routes() -> Iterator[tuple[str, str, Declared | None]]:
    """Pattern of the address, name, and what its view says of itself; of every address."""
    yield from _routes("/", get_resolver().url_patterns)


def check_routes() -> None:
    """Refuse to start with an address that does not say who may open it.

    Raises:
        UndeclaredRoute: There is one.
    """
    bare = [pattern for pattern, _, declared in all_routes() if declared is None]
    if bare:
        raise UndeclaredRoute(
            what="a page does not say who may open it",
            where=", ".join(bare),
            remedy="declare its view with habeas.desk.routes.route",
        )


def _routes(
    before: str, patterns: list[URLPattern | URLResolver]
) -> Iterator[tuple[str, str, Declared | None]]:
    for each in patterns:
        address = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from _routes(address, each.url_patterns)
        else:
            yield address, each.name or "", declared_of(each.callback)
