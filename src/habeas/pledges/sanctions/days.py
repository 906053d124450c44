"""Dates as lists of sanctions write them → EDTF."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from habeas.model.dates import EdtfDate, InvalidDate

_MONTHS = {
    name: number
    for number, name in enumerate(
        "jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1
    )
}
_WRITTEN = re.compile(
    r"(circa\s+)?(?:(?:(\d{1,2})\s+)?([a-z]{3})[a-z]*\.?,?\s+)?(\d{4})", re.IGNORECASE
)
_SLASHED = re.compile(r"([\dd]{1,2})/([\dm]{1,2})/(\d{4})", re.IGNORECASE)
_REPORTED = re.compile(r"(\d{1,2})-([a-z]{3})[a-z]*-(\d{4})", re.IGNORECASE)
_NO_DIGITS = frozenset({"", "0", "00", "dd", "mm"})


@lru_cache(maxsize=65536)
def edtf(text: str) -> EdtfDate | None:
    """An EDTF text as a date, or None where it is none."""
    try:
        return EdtfDate.parse(text)
    except InvalidDate:
        return None


@lru_cache(maxsize=65536)
def written_date(text: str) -> EdtfDate | None:
    """A date as OFAC writes it, or two with "to" between; None where it is none.

    >>> [str(written_date(text)) for text in ("10 Dec 1948", "circa 1962", "Mar 1950 to 1952")]
    ['1948-12-10', '1962~', '1950-03/1952']
    >>> written_date("unknown") is None
    True
    """
    points = [_written(part) for part in re.split(r"\s+to\s+", text.strip(), maxsplit=1)]
    if any(point is None for point in points):
        return None
    return edtf("/".join(point for point in points if point))


@lru_cache(maxsize=65536)
def slashed_date(text: str) -> EdtfDate | None:
    """A date as British lists write it, day first, `00` or `dd` for what is not known.

    >>> [str(slashed_date(text)) for text in ("04/03/1959", "00/00/1975", "dd/09/1958")]
    ['1959-03-04', '1975', '1958-09']
    """
    match = _SLASHED.fullmatch(text.strip())
    return parts_date(match[3], match[2], match[1]) if match else None


@lru_cache(maxsize=1024)
def issue_date(text: str) -> EdtfDate | None:
    """The day an edition is of: `10/02/2026` with the month first, `24-Jun-2026`, or ISO 8601.

    >>> str(issue_date("10/02/2026")), str(issue_date("24-Jun-2026"))
    ('2026-10-02', '2026-06-24')
    >>> str(issue_date("2024-12-11T21:24:35.826+01:00"))
    '2024-12-11'
    """
    text = text.strip()
    if match := _REPORTED.fullmatch(text):
        return parts_date(match[3], str(_MONTHS.get(match[2].lower(), 0)), match[1])
    if match := _SLASHED.fullmatch(text):
        return parts_date(match[3], match[1], match[2])
    return edtf(text[:10])


def parts_date(
    year: str | None, month: str | None, day: str | None, doubt: str = ""
) -> EdtfDate | None:
    """A date from its parts, as exact as they are.

    Args:
        year, month, day: Digits; None, empty, `0`, `00`, `dd` and `mm` are not known.
        doubt: `~` where it is approximate.
    """
    if not year or not year.strip("0"):
        return None
    text = year.zfill(4)
    if (month or "").lower() not in _NO_DIGITS:
        text += f"-{(month or '').zfill(2)}"
        if (day or "").lower() not in _NO_DIGITS:
            text += f"-{(day or '').zfill(2)}"
    return edtf(text + doubt)


def span_date(first: date, last: date, doubt: str = "") -> EdtfDate | None:
    """From one day to another, inclusive, in the shortest words: a day, month, year, or span.

    >>> str(span_date(date(1962, 1, 1), date(1962, 12, 31))), str(
    ...     span_date(date(1962, 2, 1), date(1962, 2, 28), "~")
    ... )
    ('1962', '1962-02~')
    >>> str(span_date(date(1960, 1, 1), date(1962, 12, 31)))
    '1960/1962'
    """
    if first > last:
        return None
    begins_year = (first.month, first.day) == (1, 1)
    ends_year = (last.month, last.day) == (12, 31)
    if first == last:
        return edtf(first.isoformat() + doubt)
    if begins_year and ends_year:
        one, other = f"{first.year:04}", f"{last.year:04}"
    elif first.day == 1 and (last + timedelta(days=1)).day == 1:
        one, other = first.isoformat()[:7], last.isoformat()[:7]
    else:
        one, other = first.isoformat(), last.isoformat()
    return edtf(one + doubt if one == other else f"{one}{doubt}/{other}{doubt}")


def _written(text: str) -> str | None:
    match = _WRITTEN.fullmatch(text.strip())
    if match is None:
        return None
    circa, day, month, year = match.groups()
    number = _MONTHS.get((month or "").lower())
    if month and number is None:
        return None
    found = parts_date(year, str(number or ""), day, "~" if circa else "")
    return str(found) if found else None
