"""Time lines of promises and deals in templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from habeas.public.presenters import days

if TYPE_CHECKING:
    from collections.abc import Iterable

    from habeas.public.presenters.listed import ListRow
    from habeas.public.presenters.pledges import TimeLine

register = template.Library()


@register.filter
def by_day(lines: Iterable[TimeLine | ListRow]) -> tuple[days.Day | ListRow, ...]:
    """Lines of one day together."""
    return days.by_day(lines)
