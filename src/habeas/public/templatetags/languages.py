"""The languages a page can be read in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from habeas.public.languages import alternatives

if TYPE_CHECKING:
    from django.template.context import Context

    from habeas.public.languages import Alternative

register = template.Library()


@register.simple_tag(takes_context=True)
def in_each_language(context: Context) -> tuple[Alternative, ...]:
    """The page in every language, English first.

    `kept` in the context is the query that the page goes by, as the page understood it; a
    page of a list goes by its number.
    """
    request = context["request"]
    page = request.GET.get("page", "")
    query = f"page={page}" if page.isdecimal() else ""
    return alternatives(request, str(context.get("kept", query)))
