"""The days that claims and reports give, and how far one figure is from another."""

from __future__ import annotations

from datetime import date

from habeas.accounts.hedges import hard_bounds, soft_bounds
from habeas.model.accounts import Bounds
from habeas.model.claims import Claim, Quantity, Stance, Unit
from habeas.model.dates import EdtfDate
from habeas.model.reports import Report

DONE = frozenset({Stance.REPORTED, Stance.CONFIRMED, Stance.ESTIMATED})
"""Stances of what is said to be so; announced, promised and hoped for are not done."""


def exact_day(edtf: EdtfDate | None) -> date | None:
    """The day a date names; None where it names none, or more than one."""
    if edtf is None or edtf.earliest is None or edtf.earliest != edtf.latest:
        return None
    return edtf.earliest


def publication_day(report: Report | None) -> date | None:
    """The day a report was published, where it gives one day."""
    return exact_day(report.published) if report is not None else None


def act_day(claim: Claim) -> date | None:
    """The day a claim gives of its own."""
    return exact_day(claim.when.edtf) if claim.when is not None else None


def people_counted(claim: Claim) -> Quantity | None:
    """The count of a claim, if it counts people; an exact estimate is about its number."""
    count = claim.count
    if count is None or count.unit is not Unit.PEOPLE:
        return None
    if claim.stance is Stance.ESTIMATED and count.is_exact:
        about = float(count.low or 0)
        return Quantity(low=None, high=None, about=about, words=count.words, unit=count.unit)
    return count


def hard(claim: Claim) -> Bounds:
    """What the count of a claim strictly allows; nothing is excluded where it counts nobody."""
    count = people_counted(claim)
    return hard_bounds(count) if count is not None else Bounds(low=None, high=None)


def soft(claim: Claim) -> Bounds:
    """What the count of a claim usually means."""
    count = people_counted(claim)
    return soft_bounds(count) if count is not None else Bounds(low=None, high=None)


def are_apart(one: Bounds, other: Bounds) -> bool:
    """True where no number lies within both."""
    above = one.low is not None and other.high is not None and one.low > other.high
    below = one.high is not None and other.low is not None and one.high < other.low
    return above or below


def common(listed: list[Bounds]) -> Bounds:
    """The numbers that all allow; where there are none, all that any allows."""
    lows = [b.low for b in listed if b.low is not None]
    highs = [b.high for b in listed if b.high is not None]
    if lows and highs and max(lows) > min(highs):
        return Bounds(
            low=None if len(lows) < len(listed) else min(lows),
            high=None if len(highs) < len(listed) else max(highs),
        )
    return Bounds(low=max(lows, default=None), high=min(highs, default=None))
