"""Dates as reports give them: a day, a month, a year, an open span, or nothing."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from habeas.model.problems import HabeasError

_POINT = re.compile(
    r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([?~%])?"
)
_NO_END = ("", "..")
_LEAP_YEAR = 2000  # a date without a year may be 29 February

# First and last month and day, and whether the last falls in the next year.
# The northern year, each season as wide as meteorologists, almanacs and
# newspapers together make it; winter may be either end of its year. (The
# winter of 9999 would end in a year that no `date` can hold, and is refused.)
_SEASONS = {
    21: ((3, 1), (6, 21), 0),
    22: ((6, 1), (9, 23), 0),
    23: ((9, 1), (12, 22), 0),
    24: ((1, 1), (3, 21), 1),
}


class InvalidDate(HabeasError):
    """A text that is not one of the EDTF forms habeas reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EdtfDate:
    """A day or span of days, as exact as its source and no more.

    Follows the Extended Date/Time Format (EDTF, ISO 8601-2): level 0 without
    times of day, and of level 1

    - doubt: `2021?` (uncertain), `2021~` (approximate), `2021%` (both);
    - unspecified digits: `199X`, `2021-XX`, `2021-12-XX`;
    - seasons: `2021-21` (spring) to `2021-24` (winter), the northern year;
    - spans without a known start (`/2026-03`) or start at all (`../2026-03`),
      whose end is unknown (`2024-07/`) or has not come yet (`2024-07/..`).

    Of level 2 it takes a left-out year: `XXXX`, `XXXX-09`, `XXXX-09-11`.

    Attributes:
        text: The EDTF form, e.g. `2025-12-13`, `2021`, `2024-07/..`.
        earliest: First day it can mean, inclusive; None where unknown. An
            approximate point may be off by one unit of its own precision.
        latest: Last day it can mean, inclusive; None where unknown *or*
            still open. `is_open` tells the two apart.
    """

    text: str
    earliest: date | None
    latest: date | None

    @classmethod
    def parse(cls, text: str) -> EdtfDate:
        """Read an EDTF text.

        Raises:
            InvalidDate: The text is not a supported EDTF form, names a day
                the calendar does not have, or ends before it begins.

        >>> EdtfDate.parse("2024-02").latest
        datetime.date(2024, 2, 29)
        >>> EdtfDate.parse("2024-07/..").is_open
        True
        """
        start, slash, end = text.partition("/")
        if not slash:
            earliest, latest = _days(start, text)
            return cls(text=text, earliest=earliest, latest=latest)
        if start in _NO_END and end in _NO_END:
            raise InvalidDate(what=f"{text!r} has neither a start nor an end", remedy=_REMEDY)
        earliest = None if start in _NO_END else _days(start, text)[0]
        latest = None if end in _NO_END else _days(end, text)[1]
        if earliest and latest and earliest > latest:
            raise InvalidDate(
                what=f"{text!r} ends before it begins", remedy="write the earlier date first"
            )
        return cls(text=text, earliest=earliest, latest=latest)

    @classmethod
    def of_day(cls, day: date) -> EdtfDate:
        """The date that is exactly one day."""
        return cls(text=day.isoformat(), earliest=day, latest=day)

    @property
    def is_open(self) -> bool:
        """True where the source says the span still goes on (`2024-07/..`)."""
        return self.text.endswith("/..")

    @property
    def is_end_unknown(self) -> bool:
        """True where the span has an end that the source leaves out (`2024-07/`)."""
        return self.text.endswith("/")

    def overlaps(self, other: EdtfDate, *, slack_days: int = 0) -> bool:
        """True where some day could be meant by both; an unknown end never excludes.

        Args:
            other: The date to compare with.
            slack_days: Days the two may lie apart and still overlap, 0 or more.
        """
        return not (_gap(self, other) > slack_days or _gap(other, self) > slack_days)

    def __str__(self) -> str:
        return self.text


_REMEDY = "write 2024, 2024-02, 2024-02-29, 2024-02/.. or XXXX-02 where the year is not known"


def _gap(left: EdtfDate, right: EdtfDate) -> int:
    """Days from the end of one to the start of the other; 0 where either is unknown."""
    if left.latest is None or right.earliest is None:
        return 0
    return (right.earliest - left.latest).days


def _days(point: str, whole: str) -> tuple[date | None, date | None]:
    match = _POINT.fullmatch(point)
    if match is None:
        raise InvalidDate(what=f"{whole!r} is not a date", remedy=_REMEDY)
    year, month, day, doubt = match.groups()
    try:
        first, last = _bounds(year, month, day)
    except ValueError as error:
        raise InvalidDate(
            what=f"{whole!r} names a day the calendar does not have", remedy=_REMEDY
        ) from error
    if year == "XXXX":
        return None, None
    if doubt in ("~", "%"):
        return _widen(first, last)
    return first, last


def _bounds(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    """First and last day of one point; a left-out year is checked as a leap year.

    Raises:
        ValueError: No calendar has it.
    """
    first_year = _LEAP_YEAR if year == "XXXX" else int(year.replace("X", "0"))
    last_year = _LEAP_YEAR if year == "XXXX" else int(year.replace("X", "9"))
    if month in (None, "XX"):
        if day not in (None, "XX"):
            raise ValueError(day)
        return date(first_year, 1, 1), date(last_year, 12, 31)
    if first_year != last_year:
        raise ValueError(month)
    number = int(month or 0)
    if number in _SEASONS and day is None:
        start, end, later = _SEASONS[number]
        return date(first_year, *start), date(first_year + later, *end)
    if not 1 <= number <= 12:
        raise ValueError(month)
    if day in (None, "XX"):
        length = calendar.monthrange(first_year, number)[1]
        return date(first_year, number, 1), date(first_year, number, length)
    exact = date(first_year, number, int(day or 0))
    return exact, exact


def _widen(first: date, last: date) -> tuple[date, date]:
    """Widen by the date's own length on both sides, within the calendar."""
    length = last - first + timedelta(days=1)
    earliest = first - length if first - date.min >= length else date.min
    latest = last + length if date.max - last >= length else date.max
    return earliest, latest
