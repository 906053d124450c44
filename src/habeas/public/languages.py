"""The language of a page is in its address: `/ru/people/`, and `/people/` in English.

No cookie keeps it and no header of the browser chooses it, so that an address shows
everyone the same page, and a cache may keep it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import translation

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


class LanguageOfAddress:
    """Answers in the language that the address begins with, else in English."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language, _rest = apart(request.path_info)
        translation.activate(language)
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """The same page in one language.

    Attributes:
        code: As in the address; that of the page itself where `is_shown`.
        name: Of the language, in the language.
        href: Path and query.
        address: The same with scheme and host.
    """

    code: str
    name: str
    href: str
    address: str
    is_shown: bool


def alternatives(request: HttpRequest, query: str = "") -> tuple[Alternative, ...]:
    """The page asked for in every language, English first.

    Args:
        request: What was asked; its query is not repeated, whatever it holds.
        query: What of it the page keeps, e.g. `page=2`.
    """
    shown, rest = apart(request.path)
    rest = f"{rest}?{query}" if query else rest
    made = []
    for code, name in settings.LANGUAGES:
        href = rest if code == settings.LANGUAGE_CODE else f"/{code}{rest}"
        made.append(
            Alternative(
                code=code,
                name=str(name),
                href=href,
                address=f"{request.scheme}://{request.get_host()}{href}",
                is_shown=code == shown,
            )
        )
    return tuple(made)


def apart(path: str) -> tuple[str, str]:
    """The language of an address, and the address without it.

    Args:
        path: From its first slash.
    """
    first, slash, rest = path[1:].partition("/")
    if slash and first != settings.LANGUAGE_CODE and first in dict(settings.LANGUAGES):
        return first, f"/{rest}"
    return settings.LANGUAGE_CODE, path
