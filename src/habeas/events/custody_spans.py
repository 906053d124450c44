"""The custody of one person over time, and what it rests on on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from habeas.events.custody import CustodyStep, custody_steps, settle_custody, turning_points
from habeas.model.claims import Claim
from habeas.model.events import Custody
from habeas.model.people import Person
from habeas.model.reports import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodySpan:
    """Days in a row on which the answer is the same.

    Attributes:
        first: First day, inclusive.
        last: Last day, inclusive; None for the span that goes on.
        custody: The answer at the end of each of them.
    """

    first: date
    last: date | None
    custody: Custody


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyAnswer:
    """The custody of one person on a day.

    Attributes:
        custody: As `settle_custody` says it.
        claims: Ids of the claims without one of which it could be another, or the words it
            hangs between; in order of the day they tell of.
    """

    custody: Custody
    claims: tuple[str, ...]


def custody_spans(
    person: Person, claims: Iterable[Claim], reports: Iterable[Report] = ()
) -> tuple[CustodySpan, ...]:
    """The answers of `custody_on` for every day from the first that is told, as spans.

    Args:
        person: Who.
        claims: In any order.
        reports: The reports of the claims.

    Returns:
        In order of time, without gaps, the last one open; empty where nothing tells of a day.
    """
    steps = custody_steps(person, claims, reports)
    spans: list[CustodySpan] = []
    for day in turning_points(steps):
        custody = settle_custody(day, steps)
        if spans and spans[-1].custody is custody:
            continue
        if spans:
            before = spans.pop()
            end = day - timedelta(days=1)
            spans.append(CustodySpan(first=before.first, last=end, custody=before.custody))
        spans.append(CustodySpan(first=day, last=None, custody=custody))
    return tuple(spans)


def custody_and_why(
    day: date, person: Person, claims: Iterable[Claim], reports: Iterable[Report] = ()
) -> CustodyAnswer:
    """Say whether one person is in custody at the end of a day, and what that rests on.

    Args:
        day: Local calendar day, taken at its end.
        person: Who.
        claims: In any order.
        reports: The reports of the claims.
    """
    steps = custody_steps(person, claims, reports)
    custody = settle_custody(day, steps)
    begun = [s for s in steps if s.earliest is None or s.earliest <= day]
    needed = [s for s in begun if _changes(s, day, steps, custody)]
    # Where several say the same, the answer hangs on none of them alone.
    shown = needed or [s for s in begun if _speaks_of(s, day, steps)]
    ordered = sorted(shown, key=lambda s: (s.earliest or date.min, s.claim))
    return CustodyAnswer(custody=custody, claims=tuple(dict.fromkeys(s.claim for s in ordered)))


def _changes(step: CustodyStep, day: date, steps: Iterable[CustodyStep], custody: Custody) -> bool:
    return settle_custody(day, [s for s in steps if s is not step]) is not custody


def _speaks_of(step: CustodyStep, day: date, steps: Iterable[CustodyStep]) -> bool:
    """True of what is left to tell of a day when all that is certainly before it is passed over."""
    starts = [s.earliest for s in steps if s is not step and s.earliest is not None]
    latest = step.latest
    return latest is None or not any(latest < start <= day for start in starts)
