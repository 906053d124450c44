"""A page of the site: its template with what stands on every page."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language

from habeas.public.edition import current_edition

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest, HttpResponse

    from habeas.model.editions import EditionSummary


def shown(
    request: HttpRequest, name: str, context: Mapping[str, object], status: int = 200
) -> HttpResponse:
    """The page of a template of `public/`, which knows the Edition and its own name."""
    summary = current_edition().file.summary
    frame = _frame(summary, name, get_language() or "")
    filled = {"edition": summary, "section": name, "frame": frame, **context}
    return render(request, f"public/{name}.html", filled, status=status)


class _Frame(NamedTuple):
    """What pages of one name have in common, as HTML."""

    nav: str
    foot: str


@lru_cache(maxsize=256)
def _frame(summary: EditionSummary, name: str, _language: str) -> _Frame:
    context = {"edition": summary, "section": name}
    return _Frame(
        nav=render_to_string("public/_nav.html", context),
        foot=render_to_string("public/_foot.html", context),
    )
