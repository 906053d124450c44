"""What a time expression means once the day of the report is known.

A `Reading` turns an `Anchor` into EDTF text. It never reads a clock, and
answers `XXXX` where it would need a day that the anchor does not have.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

UNKNOWN = "XXXX"
_FIRST_SATURDAY = 5
_DAYS_IN_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What a relative expression is counted from.

    Attributes:
        day: Day of publication; None where it is not known.
        ahead: The clause speaks of the future.
        said: The day the text named last, for "the same day"; None where it named none.
    """

    day: date | None
    ahead: bool = False
    said: date | None = None


type Reading = Callable[[Anchor], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarPoint:
    """A day, month, season, year or decade, as far as it is written out.

    A month, season or day without a year is the nearest one that is not after
    the day of publication; the nearest not before it where the clause speaks
    of the future.

    Attributes:
        year: Four digits, or None.
        decade: First year of a decade; then nothing else is set.
        season: EDTF code, 21 (spring) to 24 (winter).
        years_on: Year counted from that of publication, -1 for "last year".
        which: `last`, `this` or `next`, as in "last July".
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    decade: int | None = None
    years_on: int | None = None
    which: str | None = None

    def __call__(self, anchor: Anchor) -> str:
        """EDTF text of the point."""
        if self.decade is not None:
            return f"{self.decade // 10}X"
        year = self._year(anchor)
        if year is None:
            tail = self._month_and_day()
            return UNKNOWN + ("" if self.season else tail)
        if self.season:
            return f"{year:04d}-{self.season}"
        return f"{year:04d}{self._month_and_day()}"

    def _month_and_day(self) -> str:
        month = f"-{self.month:02d}" if self.month else ""
        return f"{month}-{self.day:02d}" if self.day else month

    def _year(self, anchor: Anchor) -> int | None:
        if self.year is not None or anchor.day is None:
            return self.year
        today = anchor.day
        if self.years_on is not None:
            return today.year + self.years_on
        now = (today.month, today.day if self.day else 0)
        then = (self.month or _SEASON_START[self.season or 24], self.day or 0)
        step = 0
        if self.which == "next" or (self.which is None and anchor.ahead):
            is_past = then < now or (self.which == "next" and then == now)
            step = 1 if is_past else 0
        elif then > now or (self.which == "last" and self._is_not_over(today)):
            step = -1
        return _leap(today.year + step, step, self)

    def _is_not_over(self, today: date) -> bool:
        end = (self.month or _SEASON_END[self.season or 24], self.day or 31)
        return end >= (today.month, today.day)


_SEASON_START = {21: 3, 22: 6, 23: 9, 24: 1}
_SEASON_END = {21: 5, 22: 8, 23: 11, 24: 2}


def _leap(year: int, step: int, point: CalendarPoint) -> int:
    """The nearest leap year for 29 February."""
    if (point.month, point.day) != (2, 29):
        return year
    while not calendar.isleap(year) and MINYEAR < year < MAXYEAR:
        year += 1 if step > 0 else -1
    return year


def relative(rule: Callable[[date], str]) -> Reading:
    """A reading counted from the day of publication."""
    return lambda anchor: UNKNOWN if anchor.day is None else rule(anchor.day)


def from_said(rule: Callable[[date], str]) -> Reading:
    """A reading counted from the day the text named last."""
    return lambda anchor: UNKNOWN if anchor.said is None else rule(anchor.said)


def days_on(count: int) -> Callable[[date], str]:
    """The day `count` days later."""
    return lambda day: shift(day, count, "day").isoformat()


def weekday(number: int, which: str | None) -> Reading:
    """A weekday, 0 for Monday; `last` and `next` exclude the day of publication."""

    def read(anchor: Anchor) -> str:
        if anchor.day is None:
            return UNKNOWN
        back = (anchor.day.weekday() - number) % _DAYS_IN_WEEK
        on = -back % _DAYS_IN_WEEK
        if which == "last":
            offset = -(back or _DAYS_IN_WEEK)
        elif which == "next":
            offset = on or _DAYS_IN_WEEK
        else:
            offset = on if anchor.ahead else -back
        return days_on(offset)(anchor.day)

    return read


def weekend(which: str | None) -> Reading:
    """Saturday and Sunday, the nearest one begun unless the clause looks ahead."""

    def read(anchor: Anchor) -> str:
        if anchor.day is None:
            return UNKNOWN
        begun = (anchor.day.weekday() - _FIRST_SATURDAY) % _DAYS_IN_WEEK
        is_on = begun <= 1
        offset = -begun
        if which == "next" or (anchor.ahead and not is_on):
            offset += _DAYS_IN_WEEK
        elif which == "last" and is_on:
            offset -= _DAYS_IN_WEEK
        return span(shift(anchor.day, offset, "day"), shift(anchor.day, offset + 1, "day"))

    return read


def cell(unit: str, count: int) -> Callable[[date], str]:
    """The day, week (from Monday), month or year `count` after the current one."""

    def read(day: date) -> str:
        there = shift(day, count, unit)
        if unit == "week":
            monday = shift(there, -there.weekday(), "day")
            return span(monday, shift(monday, 6, "day"))
        return there.isoformat()[: {"day": 10, "month": 7, "year": 4}[unit]]

    return read


def begun(unit: str) -> Reading:
    """From the start of the current week, month or year to the day of publication."""
    return relative(lambda day: span(_edges(unit, day)[0], day))


def remaining(unit: str) -> Reading:
    """From the day of publication to the end of the current week, month or year."""
    return relative(lambda day: span(day, _edges(unit, day)[1]))


def apart(count: int | None, unit: str, direction: int) -> Callable[[date], str]:
    """ "Two weeks ago" or "two weeks later", give or take half a unit; days are exact.

    Args:
        count: None for "several": then only the side is known.
        unit: `day`, `week`, `month` or `year`.
        direction: -1 for earlier, 1 for later.
    """

    def read(day: date) -> str:
        if count is None:
            return f"/{day}" if direction < 0 else f"{day}/"
        there = shift(day, direction * count, unit)
        if unit == "day":
            return there.isoformat()
        size, small = {"week": (3, "day"), "month": (15, "day"), "year": (6, "month")}[unit]
        return span(shift(there, -size, small), shift(there, size, small))

    return read


def window(count: int | None, unit: str, direction: int) -> Reading:
    """ "The past two weeks" (-1) or "the next two weeks" (1), the day itself included."""

    def read(day: date) -> str:
        if count is None:
            return f"/{day}" if direction < 0 else f"{day}/"
        there = shift(day, direction * count, unit)
        return span(min(day, there), max(day, there))

    return relative(read)


def part_of(reading: Reading, part: str) -> Reading:
    """Part of a year, month or decade ("late 2024"), as wide as the words are used.

    Early and late are halves, the middle overlaps both. What has no parts we
    know (a week, a season, a date without a year) stays whole.
    """

    def read(anchor: Anchor) -> str:
        text = reading(anchor)
        if text.startswith(UNKNOWN):
            return text
        if len(text) == len("199X") and text.endswith("X"):
            first, last = _PARTS_OF_DECADE.get(part, (0, 9))
            return f"{text[:3]}{first}/{text[:3]}{last}"
        if text.isdigit():
            first, last = _PARTS_OF_YEAR.get(part, (1, 12))
            return f"{text}-{first:02d}/{text}-{last:02d}"
        year, dash, month = text.partition("-")
        if dash and month.isdigit() and int(month) <= 12:
            length = calendar.monthrange(int(year), int(month))[1]
            first, last = _PARTS_OF_MONTH.get(part, (1, length))
            return f"{text}-{first:02d}/{text}-{min(last, length):02d}"
        return text

    return read


_PARTS_OF_DECADE = {"early": (0, 4), "mid": (3, 7), "late": (5, 9)}
_PARTS_OF_YEAR = {
    "early": (1, 6),
    "mid": (4, 9),
    "late": (7, 12),
    "first half": (1, 6),
    "second half": (7, 12),
    "first quarter": (1, 3),
    "second quarter": (4, 6),
    "third quarter": (7, 9),
    "fourth quarter": (10, 12),
    "last quarter": (10, 12),
}
_PARTS_OF_MONTH = {
    "early": (1, 15),
    "mid": (8, 22),
    "late": (16, 31),
    "first half": (1, 15),
    "second half": (16, 31),
}


def near(reading: Reading) -> Reading:
    """ "Around 20 November": approximate where the reading is one point."""

    def read(anchor: Anchor) -> str:
        text = reading(anchor)
        return text if "/" in text or text == UNKNOWN else f"{text}~"

    return read


def since(reading: Reading) -> Reading:
    """From its first day, still open; what began lies in the past."""
    return lambda anchor: _first(reading(replace(anchor, ahead=False))) + "/.."


def until(reading: Reading) -> Reading:
    """From an unknown start to its last day."""
    return lambda anchor: "/" + _last(reading(anchor))


def after(reading: Reading) -> Reading:
    """From the unit that follows; a day may itself still be meant."""
    return lambda anchor: _beside(_last(reading(anchor)), 1) + "/"


def before(reading: Reading) -> Reading:
    """Up to the unit that precedes; a day may itself still be meant."""
    return lambda anchor: "/" + _beside(_first(reading(anchor)), -1)


def between(left: Reading, right: Reading) -> Reading:
    """From the first day of one to the last day of the other.

    A left end without a year takes it from the right end, and the other way round.
    """

    def read(anchor: Anchor) -> str:
        first, last = left, right
        if isinstance(left, CalendarPoint) and isinstance(right, CalendarPoint):
            first, last = _share_year(left, right, anchor)
        return f"{_first(first(anchor))}/{_last(last(anchor))}"

    return read


def _share_year(
    left: CalendarPoint, right: CalendarPoint, anchor: Anchor
) -> tuple[CalendarPoint, CalendarPoint]:
    if left.decade or right.decade or left.season or right.season:
        return left, right
    wraps = (left.month or 1, left.day or 1) > (right.month or 12, right.day or 31)
    if left.year is None and left.which is None:
        year = right.year
        if year is None:
            text = right(anchor)
            year = None if text.startswith(UNKNOWN) else int(text[:4])
        if year is not None:
            return replace(left, year=year - wraps), replace(right, year=year)
    elif left.year is not None and right.year is None:
        return left, replace(right, year=left.year + wraps)
    return left, right


def shift(day: date, count: int, unit: str) -> date:
    """The day `count` units on, kept inside the month and the calendar."""
    if unit in ("day", "week"):
        days = count * (_DAYS_IN_WEEK if unit == "week" else 1)
        reach = (date.min - day).days, (date.max - day).days
        return day + timedelta(days=min(max(days, reach[0]), reach[1]))
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return date.min if year < MINYEAR else date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def span(first: date, last: date) -> str:
    """EDTF text from one day to another, both included."""
    return first.isoformat() if first == last else f"{first}/{last}"


def _edges(unit: str, day: date) -> tuple[date, date]:
    if unit == "week":
        monday = shift(day, -day.weekday(), "day")
        return monday, shift(monday, 6, "day")
    if unit == "month":
        return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return date(day.year, 1, 1), date(day.year, 12, 31)


def _first(text: str) -> str:
    return text.partition("/")[0]


def _last(text: str) -> str:
    return text.rpartition("/")[2]


def _beside(text: str, direction: int) -> str:
    """The month, year or decade next to one; any other text as it is."""
    if text.isdigit():
        return f"{int(text) + direction:04d}"
    if len(text) == len("199X") and text[:3].isdigit():
        return f"{int(text[:3]) + direction:03d}X"
    year, dash, month = text.partition("-")
    if dash and year.isdigit() and month.isdigit() and int(month) <= 12:
        years, months = divmod(int(year) * 12 + int(month) - 1 + direction, 12)
        return f"{years:04d}-{months + 1:02d}"
    return text
