"""When a release took place, as far as a claim or its report says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from habeas.model.claims import Claim
from habeas.model.dates import EdtfDate
from habeas.model.reports import Report

PUBLICATION_SLACK = 3
"""Days around its publication in which a release that a report does not date is sought."""

_OWN_SLACK = 1
"""Days a date can differ between time zones and between announcement and border."""

_PRECISE = 10
"""Most days a span may last and still be one batch."""

_PAST = re.compile(
    r"\b(?:earlier|previous|previously|ago|since|before|last (?:year|month|week|spring|summer"
    r"|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october"
    r"|november|december))\b",
    re.IGNORECASE,
)

_SO_FAR = re.compile(
    r"\b(?:ha(?:s|ve|d) (?:now |already )?(?:been|freed|released|pardoned|let)"
    r"|so far|to date|in total|all told)\b",
    re.IGNORECASE,
)


class Timing(Enum):
    """How a claim of release is dated."""

    DATED = "a day, or a few"
    PUBLISHED = "by the day its report was published"
    VAGUE = "a month, a year"
    RUNNING = "a total over a long span"
    EARLIER = "before, but not said when"
    PERHAPS_RUNNING = "not at all, and perhaps a total of several releases"
    UNDATED = "not at all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Days a release can have taken place on, both inclusive."""

    first: date
    last: date

    def meet(self, other: Window) -> Window | None:
        """The days both allow; None where there are none."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Window(first=first, last=last) if first <= last else None

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.last - self.first).days + 1


def timing_of(claim: Claim, report: Report | None) -> Timing:
    """Tell how a claim of release is dated.

    A total since a day, or over more than ten days ("since July 2024"), is RUNNING and
    no batch; a month or year said as one date is VAGUE.
    """
    if claim.when is not None:
        edtf = claim.when.edtf
        if "/" in edtf.text and (edtf.earliest or edtf.latest):
            return Timing.DATED if _is_short(edtf) else Timing.RUNNING
        if edtf.earliest and edtf.latest:
            return Timing.DATED if _is_short(edtf) else Timing.VAGUE
        if _PAST.search(claim.when.words):
            return Timing.EARLIER
    if publication(report) is None:
        return Timing.UNDATED
    return Timing.PERHAPS_RUNNING if _may_be_a_total(claim) else Timing.PUBLISHED


def _may_be_a_total(claim: Claim) -> bool:
    """True for "over 200 have been released" with no date: one release, or all so far."""
    count = claim.count
    if claim.when is not None or count is None or count.low is None or count.high is not None:
        return False
    return _SO_FAR.search(claim.passage.exact) is not None


def window_of(edtf: EdtfDate) -> Window | None:
    """The days a date allows, a day wider on each side; None where an end is unknown."""
    if edtf.earliest is None or edtf.latest is None:
        return None
    return Window(
        first=_shift(edtf.earliest, -_OWN_SLACK),
        last=_shift(edtf.latest, _OWN_SLACK),
    )


def publication(report: Report | None) -> Window | None:
    """The days about the publication of a report; None where it gives no exact day."""
    if report is None or report.published is None or not _is_short(report.published):
        return None
    edtf = report.published
    assert edtf.earliest is not None
    assert edtf.latest is not None
    return Window(
        first=_shift(edtf.earliest, -PUBLICATION_SLACK),
        last=_shift(edtf.latest, PUBLICATION_SLACK),
    )


def _is_short(edtf: EdtfDate) -> bool:
    if edtf.earliest is None or edtf.latest is None:
        return False
    return (edtf.latest - edtf.earliest).days < _PRECISE


def _shift(day: date, days: int) -> date:
    """Move a day, stopping at the ends of the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min
