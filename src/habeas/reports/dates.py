"""Dates as people and programs write them, read to EDTF and no more exactly than written."""

from __future__ import annotations

import re
from functools import cache

from habeas.model.dates import EdtfDate, InvalidDate

_LONGEST = 64
_LANGUAGES = ("en", "ru", "be")

_EDTF = re.compile(r"\d{4}(?:-(?:\d{2}|XX)){0,2}[?~%]?", re.ASCII)
_STAMP = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{1,2}[:.]?\d{2}.*", re.ASCII | re.DOTALL)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(
    r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})(?:\s*г\.?|,?\s+\d{1,2}:\d{2}.*)?"
)
_MONTH_YEAR = re.compile(r"(\d{1,2})[./](\d{4})", re.ASCII)
_WORDS = re.compile(r"[^\W\d_]+\.?|\d+")
_ORDINAL = frozenset({"st", "nd", "rd", "th"})


def read_date(text: str) -> EdtfDate | None:
    """Read one date; None where the text is not one date in a form known here.

    Read are EDTF (spans too), ISO 8601 with a time, RFC 5322 (`Sat, 13 Dec
    2025 …`), `13.12.2025`, `12/2025`, and a day, month and year with the month
    named in English, Russian or Belarusian. A year alone stays a year.
    `03/04/2025` is two days in two countries and therefore None; dots and
    hyphens are read day first. The time of day and its zone are left out: the
    day is the one written.

    >>> read_date("13 декабря 2025 г.").text
    '2025-12-13'
    >>> read_date("December 2025").text
    '2025-12'
    >>> read_date("03/04/2025") is None
    True
    """
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    written = _in_figures(text) or _in_words(text)
    if written is None:
        return None
    try:
        when = EdtfDate.parse(written)
    except InvalidDate:
        return None
    return None if when.earliest is None and when.latest is None else when


def _in_figures(text: str) -> str | None:
    if _EDTF.fullmatch(text) or _is_span(text):
        return text
    if match := _STAMP.fullmatch(text):
        return match.group(1)
    if match := _COMPACT.fullmatch(text) or _YEAR_FIRST.fullmatch(text):
        return _iso(match.group(1), match.group(2), match.group(3))
    if match := _DAY_FIRST.fullmatch(text):
        first, separator, second, year = match.groups()
        if separator == "/":
            return _either_way(int(first), int(second), year)
        return _iso(year, second, first)
    if match := _MONTH_YEAR.fullmatch(text):
        return _iso(match.group(2), match.group(1))
    return None


def _is_span(text: str) -> bool:
    start, slash, end = text.partition("/")
    return bool(slash) and all(side in ("", "..") or _EDTF.fullmatch(side) for side in (start, end))


def _either_way(first: int, second: int, year: str) -> str | None:
    if first > 12 or first == second:
        return _iso(year, str(second), str(first))
    return _iso(year, str(first), str(second)) if second > 12 else None


def _in_words(text: str) -> str | None:
    numbers: list[str] = []
    months: set[int] = set()
    tail = re.split(r"\d{1,2}:\d{2}", text, maxsplit=1)[0]
    for word in _WORDS.findall(tail):
        if word.isdigit():
            numbers.append(word)
            continue
        key = word.rstrip(".").casefold()
        month = _months().get(key)
        if month is not None:
            months.add(month)
        elif key not in _ORDINAL and key not in _beside_a_date():
            return None
    if len(months) != 1 or not all(number.isascii() for number in numbers):
        return None
    month_text = str(months.pop())
    years = [number for number in numbers if len(number) == 4]
    days = [number for number in numbers if len(number) < 3]
    if len(years) != 1 or len(days) > 1 or len(years) + len(days) != len(numbers):
        return None
    return _iso(years[0], month_text, *days)


def _iso(year: str, month: str, day: str | None = None) -> str:
    return "-".join([year, month.zfill(2), *([day.zfill(2)] if day else [])])


@cache
def _months() -> dict[str, int]:
    from babel.dates import get_month_names

    names: dict[str, int] = {}
    for language in _LANGUAGES:
        for width in ("abbreviated", "wide"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, language).items():
                    names.setdefault(name.rstrip(".").casefold(), number)
    # CLDR's abbreviation is "Sept" in some releases and "Sep" in others.
    return names | {"sep": 9, "sept": 9}


@cache
def _beside_a_date() -> frozenset[str]:
    """Words that may stand beside a date: weekdays, "of", "year"."""
    from babel.dates import get_day_names

    names = {"of", "the", "г", "года", "год", "на", "в", "у", "ў"}
    for language in _LANGUAGES:
        for width in ("abbreviated", "wide"):
            names |= {
                name.rstrip(".").casefold()
                for name in get_day_names(width, "format", language).values()
            }
    return frozenset(names)
