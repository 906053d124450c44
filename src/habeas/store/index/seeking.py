"""Events sought by what is told of them: words, days, acts, states."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from habeas.model.claims import Act
from habeas.model.dates import EdtfDate, InvalidDate
from habeas.store.gate import Gate
from habeas.store.index.answers import EventLine
from habeas.store.index.shown_events import lines_of, partly_hidden
from habeas.store.index.tables import IndexEvent

_MOST_WORDS = 12
_MOST_LOOKED_AT = 400
"""Events of which something is hidden that are looked at; further ones are left out."""

_DAY = re.compile(r"\d{4}(-\d{2}){0,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventsSought:
    """Which events are asked for.

    Attributes:
        words: Parts of titles and places, and days, months or years of which something is
            told, as 2025-06-01, 2025-06 or 2025: all of them; empty for any.
        act: What was done; None for any.
        by: State that acts, ISO 3166-1 alpha-2; None for any.
        as_of: Leave out what began after this day; None for nothing.
        linked: Leave out events of a single report.
    """

    words: str = ""
    act: Act | None = None
    by: str | None = None
    as_of: date | None = None
    linked: bool = False


ALL = EventsSought()


def matching(sought: EventsSought) -> QuerySet[IndexEvent]:
    """Rows of the events that are like what is sought, by all that the register knows."""
    rows = IndexEvent.objects.all()
    for word in _words(sought):
        rows = rows.filter(_told(word))
    if sought.act is not None:
        rows = rows.filter(acts__contains=sought.act.value)
    if sought.by is not None:
        rows = rows.filter(by=sought.by)
    if sought.as_of is not None:
        rows = rows.filter(Q(first=None) | Q(first__lte=sought.as_of))
    return rows.filter(reports__gt=1) if sought.linked else rows


def told_otherwise(rows: QuerySet[IndexEvent], sought: EventsSought, gate: Gate) -> frozenset[str]:
    """Events that are found only by what somebody may not see of them.

    Args:
        rows: As `matching` gives them.
        sought: What is sought.
        gate: Of whoever seeks.
    """
    if sought == ALL:
        return frozenset()
    partly = frozenset(rows.values_list("event", flat=True)) & partly_hidden(gate).events
    near = rows.filter(event__in=partly).order_by("position")[:_MOST_LOOKED_AT] if partly else ()
    shown = lines_of(list(near), gate)
    return partly - {line.event for line in shown if _is_like(sought, line)}


def _is_like(sought: EventsSought, line: EventLine) -> bool:
    """True where an event is like what is sought by what stands in its line."""
    began = line.when.earliest if line.when is not None else None
    return (
        all(_is_told(word, line) for word in _words(sought))
        and (sought.act is None or sought.act in line.acts)
        and sought.by in (None, line.by)
        and (sought.as_of is None or began is None or began <= sought.as_of)
        and (not sought.linked or line.reports > 1)
    )


def _words(sought: EventsSought) -> list[str]:
    return sought.words.replace("\0", " ").split()[:_MOST_WORDS]


def _told(word: str) -> Q:
    found = Q()
    # SQLite folds the case of ASCII letters alone.
    for form in {word, word.lower(), word.upper(), word.capitalize()}:
        found |= Q(title__icontains=form) | Q(place__icontains=form)
    span = _span(word)
    if span is not None:
        ended = Q(last__gte=span[0]) | Q(last=None, first__gte=span[0])
        found |= Q(first__lte=span[1]) & ended
    return found


def _is_told(word: str, line: EventLine) -> bool:
    text = f"{line.title}\n{line.place or ''}".lower()
    span = _span(word)
    if word.lower() in text or span is None or line.when is None or line.when.earliest is None:
        return word.lower() in text
    return line.when.earliest <= span[1] and (line.when.latest or line.when.earliest) >= span[0]


def _span(word: str) -> tuple[date, date] | None:
    """First and last day of a day, a month or a year; None for any other word."""
    if not _DAY.fullmatch(word):
        return None
    try:
        when = EdtfDate.parse(word)
    except InvalidDate:
        return None
    if when.earliest is None or when.latest is None:
        return None
    return when.earliest, when.latest
