"""Days, moments and numbers in templates, by CLDR in the page's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from habeas.public.presenters import wording

if TYPE_CHECKING:
    from datetime import date, datetime

register = template.Library()


@register.filter
def day(value: date) -> str:
    """A calendar day, e.g. `13 December 2025`."""
    return wording.day(value)


@register.filter
def moment(value: datetime) -> str:
    """A moment to the minute, e.g. `13 December 2025, 09:30 UTC`."""
    return wording.moment(value)


@register.filter
def number(value: float) -> str:
    """A number with the digit grouping of the language."""
    return wording.number(value)
