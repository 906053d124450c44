"""The forms of English time expressions: one pattern and one reader each.

Every repetition in a pattern is bounded and no two alternatives of one
repetition can match the same character, so a search is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from habeas.claims.english.times import moments
from habeas.claims.english.times.moments import CalendarPoint, Reading

type Match = re.Match[str]

# fmt: off
_MONTH_NAMES = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]
_WEEKDAY_NAMES = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
]
_NUMBER_WORDS = [
    "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
]
# fmt: on
_MONTHS = {name[:3].lower(): number for number, name in enumerate(_MONTH_NAMES, start=1)}
_WEEKDAYS = {name[:3].lower(): number for number, name in enumerate(_WEEKDAY_NAMES)}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_NUMBERS = dict(zip(_NUMBER_WORDS, range(1, 13), strict=True)) | {
    "a": 1,
    "an": 1,
    "a couple of": 2,
}
LONG_PARTS = {"beginning": "early", "start": "early", "middle": "mid", "end": "late"}
_CELLS = {"last": -1, "past": -1, "previous": -1, "this": 0, "the": 0, "current": 0, "next": 1}


def _either(names: list[str], short: str) -> str:
    """Names in full, in capitals, and shortened to three letters as `short` says."""
    full = "|".join([*names, *(name.upper() for name in names)])
    return f"(?:{full}|{short})"


_SHORT_MONTHS = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
_MACROS = {
    "MONTH": rf"(?P<month>{_either(_MONTH_NAMES, _SHORT_MONTHS)})",
    "WEEKDAY": rf"(?P<weekday>{_either(_WEEKDAY_NAMES, '(?!)')})",
    "DAY": r"(?P<day>3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?",
    "TODAY": r"(?P<to_day>3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?",
    "YEAR": r"(?P<year>1[6-9][0-9]{2}|20[0-9]{2})",
    "ANYYEAR": (
        r"(?:,? (?P<year>1[6-9][0-9]{2}|20[0-9]{2})|,? (?P<on>(?:of )?(?:last|this|next) year))?"
    ),
    "DASH": r" ?(?:[-–—/]|to|and|until|through) ?",
    "SEASON": r"(?P<season>spring|summer|autumn|fall|winter)",
    "COUNT": (
        r"(?P<count>a couple of|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
        r"|[0-9]{1,3}|several|a few|few|some|many)"
    ),
    "UNIT": r"(?P<unit>day|week|month|year)s?",
    "ALONE": r"(?:before|after)(?=[.,;:)]|\s*$)",
    "HOURS": r"(?: (?:morning|afternoon|evening|night))?",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way to write a time.

    Attributes:
        pattern: Finds it.
        words: Small letters or digits of which every such time has one.
        read: What it means; None where it turns out to be no time.
        needs_support: It is a time only where its surroundings say so (`May`, `2021`).
        is_span: It names both ends itself (`11-13 September`).
    """

    pattern: re.Pattern[str]
    words: tuple[str, ...]
    read: Callable[[Match], Reading | None]
    needs_support: bool = False
    is_span: bool = False


def forms() -> tuple[Form, ...]:
    """All forms, in no particular order; where they overlap the longest counts."""
    return _FORMS


def month_number(words: str) -> int:
    """1 to 12 for an English month, in full or shortened."""
    return _MONTHS[words[:3].lower()]


_AFTER_MID = "(?:(?<![{}])|(?<=[Mm]id-))"


def _pattern(template: str, *, flags: int = 0) -> re.Pattern[str]:
    for name, macro in _MACROS.items():
        template = template.replace(f"<{name}>", macro)
    return re.compile(template.replace(" ", r"(?:[ \t\xa0\u202f]{1,3})"), flags)


def _words(template: str) -> re.Pattern[str]:
    return _pattern(rf"(?<![\w-]){template}(?![\w-])", flags=re.IGNORECASE)


def _digits(template: str) -> re.Pattern[str]:
    return _pattern(
        rf"{_AFTER_MID.format(r'\w$€£.,/:–-')}{template}(?![\w%$€£]|[,.:/][0-9]|[-–][0-9])"
    )


def _names(template: str) -> re.Pattern[str]:
    return _pattern(rf"{_AFTER_MID.format(r'\w$€£/')}{template}(?!\w|[-–][0-9])")


def _count(match: Match) -> int | None:
    words = " ".join(match["count"].lower().split())
    return int(words) if words.isdecimal() else _NUMBERS.get(words)


def _date(match: Match) -> Reading:
    found = match.groupdict()
    on = (found.get("on") or "").lower().split()
    return CalendarPoint(
        year=int(found["year"]) if found.get("year") else None,
        month=month_number(match["month"]),
        day=int(found["day"]) if found.get("day") else None,
        years_on=_CELLS[on[-2]] if on else None,
        which=found["which"].lower() if found.get("which") else None,
    )


def _dates(match: Match) -> Reading | None:
    point = _date(match)
    if not isinstance(point, CalendarPoint) or int(match["day"]) >= int(match["to_day"]):
        return None
    last = CalendarPoint(
        year=point.year, month=point.month, day=int(match["to_day"]), years_on=point.years_on
    )
    return moments.between(point, last)


def _numeric(match: Match) -> Reading | None:
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    if first > 12 or first == second or match["sep"] == ".":
        return CalendarPoint(year=year, month=second, day=first) if second <= 12 else None
    if second > 12:
        return CalendarPoint(year=year, month=first, day=second)
    return lambda _: f"{year}-XX-XX"


def _years(match: Match) -> Reading | None:
    first, words = int(match["year"]), match["to"]
    last = int(words) if len(words) == 4 else first // 100 * 100 + int(words)
    if not first < last < first + 60 or (
        match["dash"] == "-" and len(words) == 2 and last % 100 <= 12
    ):
        return None
    return lambda _: f"{first}/{last}"


def _season(match: Match) -> Reading:
    found = match.groupdict()
    on = (found["on"] or "").lower().split()
    which = (found["which"] or "").lower()
    return CalendarPoint(
        year=int(found["year"]) if found["year"] else None,
        season=_SEASONS[match["season"].lower()],
        years_on=_CELLS[on[-2]] if on else None,
        which=which if which in ("last", "this", "next") else None,
    )


def _weekday(match: Match) -> Reading:
    which = (match["which"] or "").lower()
    number = _WEEKDAYS[match["weekday"][:3].lower()]
    if which == "that":
        return moments.from_said(lambda day: day.isoformat() if day.weekday() == number else "XXXX")
    return moments.weekday(number, {"past": "last", "coming": "next"}.get(which, which) or None)


def _cell(match: Match) -> Reading:
    return moments.relative(moments.cell(match["unit"].lower(), _CELLS[match["which"].lower()]))


def _rest(match: Match) -> Reading:
    unit = match["unit"].lower()
    return moments.begun(unit) if match["half"].lower() == "earlier" else moments.remaining(unit)


def _apart(match: Match) -> Reading:
    word = match["side"].lower()
    direction = -1 if word in ("ago", "earlier", "before", "previously") else 1
    rule = moments.apart(_count(match), match["unit"].lower(), direction)
    return moments.relative(rule) if word == "ago" else moments.from_said(rule)


def _window(match: Match) -> Reading:
    side = match["side"] or match["bare"]
    direction = -1 if side.lower() in ("past", "last", "previous") else 1
    unit = match["unit"].lower()
    count = _count(match) if match["count"] else None if match["plural"] else 1
    return moments.window(count, unit, direction)


def _same(match: Match) -> Reading:
    return moments.from_said(moments.cell((match["unit"] or "day").lower(), 0))


def _neighbour(match: Match) -> Reading:
    word = (match["side"] or match["behind"]).lower()
    unit = (match["unit"] or "day").lower()
    return moments.from_said(moments.cell(unit, -1 if word in ("previous", "before") else 1))


def _offset(words: str) -> int:
    start = words.lower().split()
    if start[-1].startswith("yesterday"):
        return -2 if len(start) > 3 else -1
    return {"yesterday": -1, "tomorrow": 1}.get(start[0], 0)


def _day(match: Match) -> Reading:
    return moments.relative(moments.days_on(_offset(match["word"])))


_WINDOW = (
    r"(?:the )?(?:(?P<side>past|last|previous|next|coming) <COUNT>|(?P<bare>past|coming)) "
    r"(?P<unit>day|week|month|year)(?P<plural>s?)"
)

_ISO = ("-0", "-1")
_IN_YEARS = ("16", "17", "18", "19", "20")
_IN_MONTHS = tuple(_MONTHS)
_IN_SEASONS = tuple(_SEASONS)
_IN_WEEKDAYS = tuple(name.lower() for name in _WEEKDAY_NAMES)
_IN_DAYS = ("yesterday", "today", "tonight", "tomorrow", "morning", "afternoon", "evening", "night")
_IN_UNITS = ("day", "week", "month", "year")

_FORMS = (
    Form(
        pattern=_digits(r"(?P<year>[12][0-9]{3})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])"),
        words=_ISO,
        read=lambda m: CalendarPoint(year=int(m["year"]), month=int(m["month"]), day=int(m["day"])),
    ),
    Form(
        pattern=_digits(r"(?P<a>[0-3]?[0-9])(?P<sep>[./])(?P<b>[0-3]?[0-9])(?P=sep)<YEAR>"),
        words=_IN_YEARS,
        read=_numeric,
    ),
    Form(pattern=_names(r"[Tt]he <DAY> of <MONTH><ANYYEAR>"), words=_IN_MONTHS, read=_date),
    Form(pattern=_names(r"<DAY>(?: of)? <MONTH><ANYYEAR>"), words=_IN_MONTHS, read=_date),
    Form(pattern=_names(r"<MONTH> <DAY><ANYYEAR>"), words=_IN_MONTHS, read=_date),
    Form(
        pattern=_names(r"<DAY><DASH><TODAY>(?: of)? <MONTH><ANYYEAR>"),
        words=_IN_MONTHS,
        read=_dates,
        is_span=True,
    ),
    Form(
        pattern=_names(r"<MONTH> <DAY><DASH><TODAY><ANYYEAR>"),
        words=_IN_MONTHS,
        read=_dates,
        is_span=True,
    ),
    Form(pattern=_names(r"<MONTH>,?(?: of)? <YEAR>"), words=_IN_MONTHS, read=_date),
    Form(
        pattern=_names(r"<MONTH>,? (?P<on>(?:of )?(?:last|this|next) year)"),
        words=_IN_MONTHS,
        read=_date,
    ),
    Form(
        pattern=_names(r"(?P<which>[Ll]ast|[Tt]his|[Nn]ext) <MONTH>"), words=_IN_MONTHS, read=_date
    ),
    Form(pattern=_names(r"<MONTH>"), words=_IN_MONTHS, read=_date, needs_support=True),
    Form(
        pattern=_words(
            r"(?:(?:the|(?P<which>last|this|next)) )?<SEASON>"
            r"(?:(?: of)? <YEAR>|(?: of)? (?P<on>(?:last|this|next) year))?"
        ),
        words=_IN_SEASONS,
        read=_season,
        needs_support=True,
    ),
    Form(
        pattern=_digits(r"<YEAR>(?P<dash>[-–—/]| and | to )(?P<to>20[0-9]{2}|19[0-9]{2}|[0-9]{2})"),
        words=_IN_YEARS,
        read=_years,
        needs_support=True,
        is_span=True,
    ),
    Form(
        pattern=_digits(r"<YEAR>"),
        words=_IN_YEARS,
        read=lambda m: CalendarPoint(year=int(m["year"])),
        needs_support=True,
    ),
    Form(
        pattern=_words(r"(?:the )?(?P<decade>(?:1[6-9]|20)[0-9]0)['’]?s"),
        words=_IN_YEARS,
        read=lambda m: CalendarPoint(decade=int(m["decade"])),
    ),
    Form(
        pattern=_names(
            r"(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]hat|[Pp]ast|[Cc]oming) )?<WEEKDAY><HOURS>"
        ),
        words=_IN_WEEKDAYS,
        read=_weekday,
    ),
    Form(
        pattern=_words(
            r"(?P<word>(?:the day before )?yesterday<HOURS>|today|tonight|tomorrow<HOURS>"
            r"|this (?:morning|afternoon|evening)|last night)"
        ),
        words=_IN_DAYS,
        read=_day,
    ),
    Form(pattern=_words(r"(?P<which>last|this|next) <UNIT>"), words=_IN_UNITS, read=_cell),
    Form(
        pattern=_words(r"(?:(?P<which>last|this|next) |the )weekend"),
        words=("weekend",),
        read=lambda m: moments.weekend((m["which"] or "").lower() or None),
    ),
    Form(
        pattern=_words(r"(?P<half>earlier|later) (?:this|in the) (?P<unit>week|month|year)"),
        words=_IN_UNITS,
        read=_rest,
    ),
    Form(
        pattern=_words(
            r"(?:the )?(?P<part>beginning|start|middle|end) of (?P<which>the|this|last|next) "
            r"(?P<unit>month|year)"
        ),
        words=_IN_UNITS,
        read=lambda m: moments.part_of(_cell(m), LONG_PARTS[m["part"].lower()]),
    ),
    Form(
        pattern=_words(r"<COUNT> <UNIT> (?P<side>ago|earlier|later|<ALONE>)"),
        words=_IN_UNITS,
        read=_apart,
    ),
    Form(pattern=_words(r"(?P<count>)<UNIT> (?P<side>ago)"), words=_IN_UNITS, read=_apart),
    Form(pattern=_words(_WINDOW), words=_IN_UNITS, read=_window),
    Form(
        pattern=_words(r"recent (?:days|weeks|months|years)"),
        words=_IN_UNITS,
        read=lambda _: moments.window(None, "day", -1),
    ),
    Form(
        pattern=_words(r"the (?:near|nearest|immediate|foreseeable) future"),
        words=("future",),
        read=lambda _: moments.window(None, "day", 1),
    ),
    Form(
        pattern=_words(r"(?:the|that) same (?P<unit>day|month|year)|that day"),
        words=("same", "day"),
        read=_same,
    ),
    Form(
        pattern=_words(
            r"the (?P<side>next|following|previous) (?P<unit>day|week|month|year)"
            r"|(?:the|a|one) day (?P<behind>later|<ALONE>)"
        ),
        words=_IN_UNITS,
        read=_neighbour,
    ),
)
