"""Dates as reports give them: a day, a month, a year, an open span, or nothing."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from habeas.model.problems import HabeasError

_POINT = re.compile(r"(\d{4}|XXXX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?([?~%])?")


class InvalidDate(HabeasError):
    """A text that is not one of the EDTF forms habeas reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EdtfDate:
    """A day or span of days, as exact as its source and no more.

    Follows the Extended Date/Time Format (EDTF, ISO 8601-2), level 0 with
    the level 1 forms `?`, `~`, `%` (doubt), `XX` (unspecified) and `..`
    (open end). `XXXX` is a date whose year the source leaves out.

    Attributes:
        text: The EDTF form, e.g. `2025-12-13`, `2021`, `2024-07/..`.
        earliest: First day it can mean, inclusive; None where unknown.
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
            InvalidDate: The text is not a supported EDTF form, or names a
                day the calendar does not have.

        >>> EdtfDate.parse("2024-02").latest
        datetime.date(2024, 2, 29)
        >>> EdtfDate.parse("2024-07/..").is_open
        True
        """
        start, slash, end = text.partition("/")
        if not slash:
            earliest, latest = _days(start, text)
            return cls(text=text, earliest=earliest, latest=latest)
        earliest = None if start in ("", "..") else _days(start, text)[0]
        latest = None if end in ("", "..") else _days(end, text)[1]
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

    def overlaps(self, other: EdtfDate, *, slack_days: int = 0) -> bool:
        """True where some day could be meant by both; an unknown end never excludes.

        Args:
            other: The date to compare with.
            slack_days: Days by which both are widened before comparing.
        """
        slack = timedelta(days=slack_days)
        ends_before = self.latest and other.earliest and self.latest + slack < other.earliest
        begins_after = self.earliest and other.latest and self.earliest - slack > other.latest
        return not (ends_before or begins_after)

    def __str__(self) -> str:
        return self.text


def _days(point: str, whole: str) -> tuple[date | None, date | None]:
    match = _POINT.fullmatch(point)
    if match is None:
        raise InvalidDate(
            what=f"{whole!r} is not a date", remedy="write 2024, 2024-02, 2024-02-29 or 2024-02/.."
        )
    year_text, month_text, day_text = match.group(1), match.group(2), match.group(3)
    if year_text == "XXXX" or year_text == "0000":
        return None, None
    year = int(year_text)
    if month_text in (None, "XX"):
        return date(year, 1, 1), date(year, 12, 31)
    try:
        last = calendar.monthrange(year, int(month_text))[1]
        if day_text in (None, "XX"):
            return date(year, int(month_text), 1), date(year, int(month_text), last)
        day = date(year, int(month_text), int(day_text))
    except ValueError as error:
        raise InvalidDate(
            what=f"{whole!r} names a day the calendar does not have",
            remedy="write 2024, 2024-02 or 2024-02-29",
        ) from error
    return day, day
