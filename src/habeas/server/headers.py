"""What every public answer says to the browser: load nothing from elsewhere, tell nobody."""

from __future__ import annotations

from collections.abc import Callable

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
)

_ALLOWED = {
    "default-src": "'none'",
    "style-src": "'self'",
    "script-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
CONTENT_SECURITY_POLICY = "; ".join(f"{kind} {source}" for kind, source in _ALLOWED.items())

PERMISSIONS_POLICY = (
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"
)

SECURE_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": PERMISSIONS_POLICY,
    "X-Frame-Options": "DENY",
}
"""Beside those of Django's SecurityMiddleware: nosniff, no-referrer, same-origin opener."""

READING = ("GET", "HEAD")

ASKED_BY_POST = frozenset({"search", "api-1:search"})
"""Names of the addresses that are asked by POST, so that what is sought stands in none."""

_FOR_PROGRAMMES = ("application/", "text/csv")

type Answer = Callable[[HttpRequest], HttpResponse]


class SecureHeaders:
    """Adds the headers to every answer, errors included, and refuses all but reading.

    What is posted to a search only asks, and changes nothing.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in (*READING, "POST"):
            response = self.get_response(request)
        else:
            response = HttpResponseNotAllowed(READING)
        if request.method == "POST":
            response.headers["Cache-Control"] = "no-store"
        # What programmes read names people, and is no page to be found by.
        if response.headers.get("Content-Type", "").startswith(_FOR_PROGRAMMES):
            response.headers["X-Robots-Tag"] = "noindex"
        return _with_headers(response)

    def process_view(
        self,
        request: HttpRequest,
        _view: Callable[..., HttpResponse],
        _args: tuple[object, ...],
        _kwargs: dict[str, object],
    ) -> HttpResponse | None:
        """Refuse a POST to every view but those that are only asked so."""
        found = request.resolver_match
        if request.method == "POST" and (found is None or found.view_name not in ASKED_BY_POST):
            return HttpResponseNotAllowed(READING)
        return None


class DeskHeaders:
    """Adds the headers to every answer of the desk, and lets nobody keep its pages."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not request.path.startswith("/static/"):
            response.headers["Cache-Control"] = "no-store, private"
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return _with_headers(response)


class OneHost:
    """Leads whoever came by the number of this machine to its name, where passkeys work."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        host = request.get_host()
        for number in ("127.0.0.1", "[::1]"):
            if host.startswith(number) and request.method in READING:
                name = f"localhost{host.removeprefix(number)}"
                return HttpResponseRedirect(f"http://{name}{request.get_full_path()}")
        return self.get_response(request)


def _with_headers(response: HttpResponse) -> HttpResponse:
    for name, value in SECURE_HEADERS.items():
        response.headers[name] = value
    return response
