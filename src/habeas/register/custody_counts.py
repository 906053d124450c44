"""Persons in custody over time, counted when an Edition is made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from habeas.events.custody import CustodyStep, count_over, custody_steps_by, turning_days_of
from habeas.model.claims import Claim
from habeas.model.editions import CustodyCount
from habeas.model.events import Custody
from habeas.model.people import Person
from habeas.model.reports import Report

MOST_DAYS = 36
"""Days counted at most; more than a page can show tell nothing more."""

_STEPS = (1, 3, 6, 12)
"""Months from one day to the next, the shortest that fits."""


def custody_counts(
    claims: Iterable[Claim], people: Iterable[Person], reports: Iterable[Report], *, as_of: date
) -> tuple[CustodyCount, ...]:
    """Count who was in custody at the ends of months, quarters or years.

    Args:
        claims: Of the Edition.
        people: Of the Edition.
        reports: Of the Edition.
        as_of: The last day counted.

    Returns:
        By day; empty where nothing is said of anybody's custody by `as_of`.
    """
    return counts_told(Counter(custody_steps_by(people, claims, reports)), as_of)


def counts_told(
    told: Mapping[tuple[CustodyStep, ...], int], as_of: date
) -> tuple[CustodyCount, ...]:
    """The same from what is said of persons, and of how many it is said."""
    turns = turning_days_of(told)
    if turns is None or turns[0] > as_of:
        return ()
    days = days_between(turns[0], as_of)
    counts = count_over(days, told)
    return tuple(
        CustodyCount(
            day=day,
            held=count[Custody.HELD],
            disputed=count[Custody.DISPUTED],
            free=count[Custody.FREE],
            unknown=count[Custody.UNKNOWN],
        )
        for day, count in zip(days, counts, strict=True)
    )


def days_between(first: date, last: date) -> Sequence[date]:
    """Ends of months, quarters, half years or years up to a day, and that day.

    They go back from the last day, at most as far as the first and at most 36 of them.

    >>> [day.isoformat() for day in days_between(date(2025, 1, 20), date(2025, 3, 5))]
    ['2025-01-31', '2025-02-28', '2025-03-05']
    """
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next((each for each in _STEPS if months / each < MOST_DAYS - 1), _STEPS[-1])
    days = [last]
    month = last.year * 12 + last.month - 1
    month -= month % step
    while len(days) < MOST_DAYS and month > 12:
        end = date(month // 12, month % 12 + 1, 1) - timedelta(days=1)
        if end < first:
            break
        days.append(end)
        month -= step
    return days[::-1]
