"""When: the times a Russian sentence names, as EDTF against the day of publication."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from habeas.claims.russian.lexicon import word_list
from habeas.model.claims import TimeMention
from habeas.model.dates import EdtfDate, InvalidDate

_MONTHS = (
    "январ",
    "феврал",
    "март",
    "апрел",
    "ма[йяею]",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
)
_MONTH = "|".join(f"(?:{m}[а-яё]{{0,2}})" for m in _MONTHS)
_DAYS = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресен")
_DAY = "|".join(f"(?:{d}(?:[аеуыя]|ой|ом|ь[еяю])?)" for d in _DAYS)
_YEAR = r"(?P<year>(?:19|20)\d\d)(?:[ \u00a0]?(?:год[а-я]{0,2}|г\.?))?(?!\d)"
_PREFIX = r"(?:(?:в ночь на|утром|вечером|днем|днём|ночью|ранним утром|поздно вечером)[ ]+)?"
_SEASONS = {"весн": 21, "лет": 22, "осен": 23, "зим": 24}
_TIME_WORDS = word_list("claims", "time.time_words")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTime:
    """A time a text names, in characters of the text given (end exclusive)."""

    start: int
    end: int
    time: TimeMention


def is_time_word(lemma: str) -> bool:
    """True for a noun of time, or of an occasion to speak: "в субботу", "в ответ"."""
    return lemma in _TIME_WORDS


def find_times(text: str, published: EdtfDate | None) -> tuple[FoundTime, ...]:
    """The times of a sentence, in order, longest first where two overlap.

    Args:
        text: The sentence as written.
        published: The day of publication; None leaves "вчера" unread.
    """
    today = (
        published.earliest
        if published is not None and published.earliest == published.latest
        else None
    )
    found: list[FoundTime] = []
    for pattern, read in _PATTERNS:
        for match in pattern.finditer(text):
            if any(match.start() < f.end and f.start < match.end() for f in found):
                continue
            edtf = _parsed(read(match, today))
            if edtf is not None:
                time = TimeMention(edtf=edtf, words=match[0])
                found.append(FoundTime(start=match.start(), end=match.end(), time=time))
    return tuple(sorted(found, key=lambda f: f.start))


def _parsed(text: str | None) -> EdtfDate | None:
    if text is None:
        return None
    try:
        return EdtfDate.parse(text)
    except InvalidDate:
        return None


def _month(word: str) -> int:
    return next(n for n, m in enumerate(_MONTHS, start=1) if re.match(m, word.lower()))


def _dated(match: re.Match[str], today: date | None) -> str | None:
    """ "11 сентября 2025 года"; without a year the latest such day not after publication."""
    day, month = int(match["day"]), _month(match["month"])
    year = match["year"]
    if year is None and today is None:
        return f"XXXX-{month:02}-{day:02}"
    if year is not None:
        return f"{year}-{month:02}-{day:02}"
    assert today is not None
    return f"{_latest_year(today, month, day)}-{month:02}-{day:02}"


def _latest_year(today: date, month: int, day: int = 1) -> int:
    """The year in which a month and day last came, a month ahead still counting as this year."""
    ahead = (month - today.month) * 31 + day - today.day
    return today.year - 1 if ahead > 62 else today.year


def _numbered(match: re.Match[str], today: date | None) -> str | None:
    del today
    return f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"


def _of_month(match: re.Match[str], today: date | None) -> str | None:
    month = _month(match["month"])
    if match["year"]:
        return f"{match['year']}-{month:02}"
    if today is None:
        return f"XXXX-{month:02}"
    past = match["past"] if "past" in match.re.groupindex else None
    if past:
        return f"{today.year + _shift(past)}-{month:02}"
    return f"{_latest_year(today, month)}-{month:02}"


def _shift(word: str) -> int:
    lower = word.lower()
    if lower.startswith("позапрош"):
        return -2
    if lower.startswith(("прошл", "минувш")):
        return -1
    return 1 if lower.startswith(("следующ", "будущ")) else 0


def _of_year(match: re.Match[str], today: date | None) -> str | None:
    del today
    return str(match["year"])


def _near_year(match: re.Match[str], today: date | None) -> str | None:
    return str(today.year + _shift(match["past"])) if today is not None else None


def _weekday(match: re.Match[str], today: date | None) -> str | None:
    """The latest such day up to publication; "в следующую" the next."""
    if today is None:
        return None
    number = next(n for n, d in enumerate(_DAYS) if match["weekday"].lower().startswith(d))
    ahead = (match["past"] or "").lower().startswith(("следующ", "будущ"))
    back = (today.weekday() - number) % 7
    day = today + timedelta(days=(7 - back) if ahead else -back)
    if (match["past"] or "").lower().startswith(("прошл", "минувш")) and back == 0:
        day = today - timedelta(days=7)
    return day.isoformat()


def _days_away(away: int) -> Callable[[re.Match[str], date | None], str | None]:
    def read(match: re.Match[str], today: date | None) -> str | None:
        del match
        return (today + timedelta(days=away)).isoformat() if today is not None else None

    return read


def _week(match: re.Match[str], today: date | None) -> str | None:
    if today is None:
        return None
    monday = today - timedelta(days=today.weekday()) + timedelta(days=7 * _shift(match["past"]))
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _near_month(match: re.Match[str], today: date | None) -> str | None:
    if today is None:
        return None
    months = today.year * 12 + today.month - 1 + _shift(match["past"])
    return f"{months // 12}-{months % 12 + 1:02}"


def _month_past(match: re.Match[str], today: date | None) -> str | None:
    """ "за месяц" in a report of the first days of a month is the month before."""
    del match
    if today is None:
        return None
    months = today.year * 12 + today.month - 1 - (today.day <= 10)
    return f"{months // 12}-{months % 12 + 1:02}"


def _season(match: re.Match[str], today: date | None) -> str | None:
    del today
    number = next(n for s, n in _SEASONS.items() if match["season"].lower().startswith(s))
    return f"{match['year']}-{number}"


def _since(match: re.Match[str], today: date | None) -> str | None:
    """ "с 2020 года", "с 11 сентября": up to publication."""
    start = _point(match, today)
    if start is None:
        return None
    return f"{start}/{today.isoformat()}" if today is not None else f"{start}/"


def _until(match: re.Match[str], today: date | None) -> str | None:
    point = _point(match, today)
    return f"../{point}" if point is not None else None


def _point(match: re.Match[str], today: date | None) -> str | None:
    groups = match.re.groupindex
    if "season" in groups and match["season"]:
        return _season(match, today)
    if "day" in groups and match["day"]:
        return _dated(match, today)
    if "month" in groups and match["month"]:
        return _of_month(match, today)
    return match["year"]


def _end_of_month(match: re.Match[str], today: date | None) -> str | None:
    found = _of_month(match, today)
    if found is None or found.startswith("XXXX"):
        return None
    year, month = map(int, found.split("-"))
    return f"../{year}-{month:02}-{monthrange(year, month)[1]:02}"


def _last_year(match: re.Match[str], today: date | None) -> str | None:
    del match
    if today is None:
        return None
    day = min(today.day, monthrange(today.year - 1, today.month)[1])
    return f"{today.replace(year=today.year - 1, day=day).isoformat()}/{today.isoformat()}"


def _at(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){pattern}(?![\w-])", re.IGNORECASE)


_A_DAY = rf"(?P<day>[0-3]?\d)[ \u00a0](?P<month>{_MONTH})(?:[ \u00a0]{_YEAR})?"
_A_MONTH = (
    rf"(?P<month>{_MONTH})(?:[ \u00a0]{_YEAR}"
    r"|[ ](?P<past>прошл\w+|минувш\w+|этого|текущ\w+|позапрошл\w+)[ ]года)?"
)
_PAST = r"(?P<past>прошл\w+|минувш\w+|эт\w{1,3}|текущ\w+|позапрошл\w+|следующ\w+|будущ\w+)"

_PATTERNS: tuple[
    tuple[re.Pattern[str], Callable[[re.Match[str], date | None], str | None]], ...
] = (
    (
        _at(rf"(?:с|со)[ ]+(?:(?:лета|весны|осени|зимы)[ ]+)?(?:(?:начала|конца)[ ]+)?{_YEAR}"),
        _since,
    ),
    (_at(rf"(?:с|начиная с)[ ]+{_A_DAY}"), _since),
    (_at(rf"до конца[ ]+{_A_MONTH}"), _end_of_month),
    (_at(rf"до[ ]+{_A_DAY}"), _until),
    (_at(rf"{_PREFIX}(?:(?:на|к|по состоянию на|в ночь на)[ ]+)?{_A_DAY}"), _dated),
    (_at(r"(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.(?P<year>(?:19|20)\d\d)"), _numbered),
    (_at(rf"(?:с|со)[ ]+{_A_MONTH}"), _since),
    (
        _at(
            r"(?:в|за|во|к)[ ]+(?:(?:начале|конце|середине|течение|первой половине)[ ]+)?"
            rf"{_A_MONTH}"
        ),
        _of_month,
    ),
    (_at(rf"(?P<season>весной|летом|осенью|зимой)[ ]+{_YEAR}"), _season),
    (_at(rf"(?:в|за|к)[ ]+(?:(?:начале|конце|середине)[ ]+)?{_YEAR}"), _of_year),
    (_at(rf"(?:в|за)[ ]+{_PAST}[ ]+год[уа]?"), _near_year),
    (_at(rf"{_PREFIX}во?[ ]+(?:{_PAST}[ ]+)?(?P<weekday>{_DAY})"), _weekday),
    (_at(rf"на[ ]+{_PAST}[ ]+неделе"), _week),
    (_at(rf"(?:в|за)[ ]+{_PAST}[ ]+месяц[еа]?"), _near_month),
    (_at(r"за последний год"), _last_year),
    (_at(r"за(?: последний)? месяц"), _month_past),
    (_at(r"сегодня(?: утром| вечером| днём)?|вечером того же дня"), _days_away(0)),
    (_at(r"вчера(?: утром| вечером| днём)?|накануне(?: утром| вечером| днём)?"), _days_away(-1)),
    (_at(r"позавчера"), _days_away(-2)),
    (_at(r"завтра"), _days_away(1)),
)


def times_within(times: tuple[FoundTime, ...], start: int, end: int) -> Iterator[FoundTime]:
    """Those that lie between two characters."""
    yield from (t for t in times if start <= t.start and t.end <= end)
