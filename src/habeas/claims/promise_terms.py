"""Terms of a promise that stand in its words: by when, in part, taken back, not yet.

Read from the words of a claim, as its ages and sentences are (`habeas.claims.facts`), in
English and Russian alike.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from habeas.model.dates import EdtfDate

_COUNTS = {
    word: number
    for words, number in (
        ("a one один одного одной", 1),
        ("two два двух", 2),
        ("three три трёх трех", 3),
        ("four четыре четырёх четырех", 4),
        ("five пять пяти", 5),
        ("six шесть шести", 6),
        ("seven семь семи", 7),
        ("eight восемь восьми", 8),
        ("nine девять девяти", 9),
        ("ten десять десяти", 10),
        ("twelve двенадцать двенадцати", 12),
        ("thirty тридцать тридцати", 30),
        ("sixty шестьдесят шестидесяти", 60),
        ("ninety девяносто", 90),
    )
    for word in words.split()
}
_MONTHS = {
    form: number
    for number, forms in enumerate(
        (
            "january jan января",
            "february feb февраля",
            "march mar марта",
            "april apr апреля",
            "may мая",
            "june jun июня",
            "july jul июля",
            "august aug августа",
            "september sep sept сентября",
            "october oct октября",
            "november nov ноября",
            "december dec декабря",
        ),
        start=1,
    )
    for form in forms.split()
}
_WEEKDAYS = {name.casefold(): number for number, name in enumerate(calendar.day_name)}
_UNITS = {
    **dict.fromkeys(("day", "days", "день", "дня", "дней"), "D"),
    **dict.fromkeys(("week", "weeks", "неделю", "недели", "недель"), "W"),
    **dict.fromkeys(("month", "months", "месяц", "месяца", "месяцев"), "M"),
    **dict.fromkeys(("year", "years", "год", "года", "лет"), "Y"),
}
_COUNT = rf"(?P<count>\d{{1,4}}|{'|'.join(_COUNTS)})"
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_PERIOD = r"(?P<period>year|month|week|года?|месяца?|недели)"
_YEAR = r"(?P<year>(?:19|20|21)\d\d)"
_BY = r"(?:by|before|no later than|not later than|until|till|до|к|не позднее)"

_DUE = tuple(
    re.compile(rf"\b{pattern}", re.IGNORECASE)
    for pattern in (
        rf"(?:within|in|over|during)(?: the)?(?: next| coming| following)? {_COUNT}[ -]"
        rf"(?P<unit>days?|weeks?|months?|years?)\b",
        rf"(?:в течение|в ближайшие|через)(?: ближайших| следующих)? {_COUNT} "
        rf"(?P<unit>день|дня|дней|недел[юиь]|месяц(?:а|ев)?|год|года|лет)\b",
        rf"(?:by|before|until) (?:the )?end of {_YEAR}\b",
        rf"(?:by|before|until) (?:the )?end of (?:the |this |next )*{_MONTH}(?:,? {_YEAR})?",
        rf"(?:by|before|until) (?:the )?end of (?:the |this |(?P<next>next) )?{_PERIOD}\b",
        rf"(?:by|before) (?:the )?{_PERIOD}(?:'s|’s)? end\b",
        rf"(?:до|к) конца? {_PERIOD}\b",
        rf"{_BY} (?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH}(?:,? {_YEAR})?",
        rf"{_BY} {_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? {_YEAR})?",
        rf"{_BY} {_MONTH}(?: {_YEAR})?",
        rf"{_BY} (?P<weekday>{'|'.join(_WEEKDAYS)})\b",
    )
)

_UNDOING = r"(?:revers|rescind|revok|overturn|cancel|annul|undo|undid|nullif)"
_DONE = (
    r"decisions?|removal|lifting|easing|waivers?|licen[cs]es?|delisting|moves?|steps?|orders?|"
    r"announcement|policy|measures?|pledges?|promises?|offers?|determination|certification"
)
_SAID = re.compile(
    rf"\b(?:(?:on|late on|early on) (?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH}|"
    rf"{_MONTH.replace('month', 'month2')} (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b)(?:,? {_YEAR})?|"
    rf"(?:on|last) (?P<weekday>{'|'.join(_WEEKDAYS)})\b)"
    rf"|\b(?:in|в) {_MONTH.replace('month', 'month3')}(?: {_YEAR.replace('year', 'year3')})?",
    re.IGNORECASE,
)

_BACK = (
    ("withdrawn", re.compile(
        r"\b(?:withdr[ae]w\w*|retract\w*|renege\w*|back(?:s|ed|ing)? (?:out|away|down)|"
        r"(?:take|takes|took|taken|taking|pull\w*) (?:back|off the table)|"
        r"(?:drop|dropp|abandon|scrapp?|shelv|suspend)\w* (?:its|his|her|their|the) "
        r"(?:\w+ )?(?:offer|pledge|promise|plan)|отказа\w+ от|"
        r"отозва\w+ (?:сво\w+ )?(?:предложени|обещани)\w+)\b",
        re.IGNORECASE,
    )),
    ("reversed", re.compile(
        rf"\b(?:{_UNDOING}\w*(?:\W+\w+){{0,4}}?\W+(?:{_DONE})|(?:{_DONE})\b(?:\W+\w+){{0,12}}?\W+"
        rf"(?:was|were|been|be|being|is) {_UNDOING}\w*|reimpos\w*|re-impos\w*|reinstat\w*|"
        r"re-?list(?:s|ed|ing)|re-?designat\w*|snap\w* back|restor\w*|"
        r"(?:back|again) (?:on|onto|to|under)|reversal|rescission|"
        r"(?:отмен|аннулир|отозва)\w+(?:\W+\w+){0,3}?\W+решени\w+|верну\w+|восстанов\w+)\b",
        re.IGNORECASE,
    )),
)  # fmt: skip
_PARTLY = re.compile(
    r"\b(?:partly|partial(?:ly)?|in part|part of|some of|most of|half of|several of|"
    r"a first|first step|частично|часть)\b",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    r"\b(?:ha[sd]|have|did|was|were)(?: not|n['’]t)\b|\b(?:yet to|still not|never)\b"
    r"|\bне (?:был[аио]?|снял\w*|смягчил\w*)\b|\bпока не\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDue:
    """By when, in the words of a text.

    Attributes:
        edtf: The days that can be meant.
        start, end: Characters of the text, end exclusive.
    """

    edtf: EdtfDate
    start: int
    end: int


def find_due(words: str, said: EdtfDate | None) -> FoundDue | None:
    """By when something is to be done, as far as the words say.

    A length of time counts from the day it was said; a day without a year is the next one;
    a month or a year is over at its end.

    Args:
        words: Of a promise.
        said: The day on which it was said; where it is not known, only words with a year
            are a date.

    Returns:
        The first of them in the text; None where there is none.

    >>> find_due("will lift them within 180 days", EdtfDate.parse("2025-01-14")).edtf.text
    '2025-07-13'
    >>> find_due("will do so by the end of the year", EdtfDate.parse("2025-09-11")).edtf.text
    '2025-12-31'
    """
    matches = [match for pattern in _DUE if (match := pattern.search(words)) is not None]
    for match in sorted(matches, key=lambda one: (one.start(), -one.end())):
        try:
            edtf = _due(match, said)
        except (ValueError, OverflowError):
            continue  # "by 31 February": no calendar has it
        if edtf is not None:
            return FoundDue(edtf=edtf, start=match.start(), end=match.end())
    return None


def find_said(before: str, published: EdtfDate | None) -> EdtfDate | None:
    """On which day something was said, by the words before it in its sentence.

    "On 14 January Norland said that …", "In September, the envoy announced that …": without a
    year it is the last such day or month before the report was published.

    Args:
        before: The words of the sentence before what was said.
        published: When the report was.

    Returns:
        None where no day is named, or the year cannot be told.

    >>> find_said("In September, the envoy announced that", EdtfDate.parse("2025-12-14")).text
    '2025-09'
    """
    matches = list(_SAID.finditer(before))
    last = published.latest if published is not None else None
    for match in reversed(matches):
        told = match.groupdict()
        try:
            found = _said(told, last)
        except ValueError:
            continue  # "on 31 June": no calendar has it
        if found is not None:
            return found
    return None


def _said(told: dict[str, str | None], last: date | None) -> EdtfDate | None:
    if weekday := told.get("weekday"):
        if last is None:
            return None
        back = (last.weekday() - _WEEKDAYS[weekday.casefold()]) % 7
        return EdtfDate.of_day(last - timedelta(days=back))
    month = _MONTHS[
        (told.get("month") or told.get("month2") or told.get("month3") or "").casefold()
    ]
    day = told.get("day") or told.get("day2")
    year = told.get("year") or told.get("year3")
    if year is None:
        if last is None:
            return None
        is_past = (month, int(day or 1)) <= (last.month, last.day)
        year = str(last.year if is_past else last.year - 1)
    if day is None:
        return EdtfDate.parse(f"{year}-{month:02}")
    return EdtfDate.of_day(date(int(year), month, int(day)))


def how_taken_back(words: str) -> str | None:
    """`withdrawn` for a promise taken back, `reversed` for one undone; None for neither."""
    return next((name for name, pattern in _BACK if pattern.search(words)), None)


def is_in_part(words: str) -> bool:
    """True where the words say that only a part is done."""
    return _PARTLY.search(words) is not None


def denies_doing_alone(words: str) -> bool:
    """True for "has not lifted them": what is promised may still come."""
    return _NOT_DONE.search(words) is not None


def _due(match: re.Match[str], said: EdtfDate | None) -> EdtfDate | None:
    told = match.groupdict()
    start = said.latest if said is not None else None
    if told.get("unit"):
        return _after(start, _number(told["count"]), _UNITS[told["unit"].casefold()])
    if told.get("month"):
        return _in_month(_MONTHS[told["month"].casefold()], told, start)
    if told.get("year"):
        return EdtfDate.of_day(date(int(told["year"]), 12, 31))
    if start is None:
        return None
    if told.get("weekday"):
        ahead = (_WEEKDAYS[told["weekday"].casefold()] - start.weekday()) % 7 or 7
        return EdtfDate.of_day(start + timedelta(days=ahead))
    return EdtfDate.of_day(_end_of(told["period"].casefold(), start, 1 if told.get("next") else 0))


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _COUNTS[words.casefold()]


def _after(start: date | None, count: int, unit: str) -> EdtfDate | None:
    if start is None:
        return None
    if unit in "DW":
        return EdtfDate.of_day(start + timedelta(days=count * (7 if unit == "W" else 1)))
    return EdtfDate.of_day(_months_later(start, count * (12 if unit == "Y" else 1)))


def _months_later(start: date, months: int) -> date:
    """The same day of a later month, or its last."""
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    day = min(start.day, calendar.monthrange(year, month + 1)[1])
    return date(year, month + 1, day)


def _in_month(month: int, told: dict[str, str | None], start: date | None) -> EdtfDate | None:
    day, year = told.get("day"), told.get("year")
    if year is None:
        if start is None:
            return None
        last = int(day) if day else calendar.monthrange(start.year, month)[1]
        ahead = (month, last) >= (start.month, start.day)
        year = str(start.year if ahead else start.year + 1)
    if day is None:
        return EdtfDate.of_day(date(int(year), month, calendar.monthrange(int(year), month)[1]))
    return EdtfDate.of_day(date(int(year), month, int(day)))


def _end_of(period: str, start: date, ahead: int) -> date:
    """The last day of a year, month or week, so many of them ahead."""
    if period.startswith(("year", "год")):
        return date(start.year + ahead, 12, 31)
    if period.startswith(("month", "месяц")):
        later = _months_later(start.replace(day=1), ahead)
        return later.replace(day=calendar.monthrange(later.year, later.month)[1])
    return start + timedelta(days=6 - start.weekday() + 7 * ahead)
