"""The language of the desk: what somebody chose, for as long as they are signed in; else what
their browser asks for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import translation
from django.utils.cache import patch_vary_headers

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase

CHOSEN = "language"
"""Where a session keeps the code of the language that was chosen."""


class LanguageOfSession:
    """Answers in the language chosen for the session, else in one the browser asks for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        chosen = str(request.session.get(CHOSEN, ""))
        asked = chosen if is_offered(chosen) else translation.get_language_from_request(request)
        translation.activate(asked)
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", asked)
        patch_vary_headers(response, ["Accept-Language"])
        return response


def offered(_request: HttpRequest) -> dict[str, object]:
    """For templates: `offered`, the code of each language and its own name for itself."""
    return {"offered": settings.LANGUAGES}


def is_offered(code: str) -> bool:
    """True for the code of a language that the desk speaks."""
    return code in dict(settings.LANGUAGES)
