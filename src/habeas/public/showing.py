"""A page of the site: its template with what stands on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

from habeas.public.edition import current_edition

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest, HttpResponse


def shown(
    request: HttpRequest, name: str, context: Mapping[str, object], status: int = 200
) -> HttpResponse:
    """The page of a template of `public/`, which knows the Edition and its own name."""
    summary = current_edition().file.summary
    filled = {"edition": summary, "section": name, **context}
    return render(request, f"public/{name}.html", filled, status=status)
