"""The words of the interface for acts, stances, counts, dates and states."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal
from django.utils.functional import Promise
from django.utils.translation import get_language, ngettext, pgettext_lazy
from django.utils.translation import gettext as _

from habeas.model.accounts import Bounds, Naming
from habeas.model.claims import Act, SpeakerKind, Stance, TermKind, Unit
from habeas.model.dates import EdtfDate
from habeas.model.editions import ChangeKind, RecordKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime

    from habeas.model.claims import Quantity

LONGEST = 160

_KEPT_WORDS = 4096
"""Numbers and days that stay worded: pages say the same ones over and over."""

TURNING: Mapping[int, str] = {
    0x202A: "⟦LRE⟧",
    0x202B: "⟦RLE⟧",
    0x202C: "⟦PDF⟧",
    0x202D: "⟦LRO⟧",
    0x202E: "⟦RLO⟧",
    0x2066: "⟦LRI⟧",
    0x2067: "⟦RLI⟧",
    0x2068: "⟦FSI⟧",
    0x2069: "⟦PDI⟧",
}
"""Signs nobody sees that turn words round: shown by their names in Unicode (UAX 9).

The marks LRM, RLM and ALM turn no words and are common in honest Arabic and Hebrew.
"""

SMALL_NUMBERS: tuple[Promise, ...] = (
    pgettext_lazy("number of reports", "two"),
    pgettext_lazy("number of reports", "three"),
    pgettext_lazy("number of reports", "four"),
    pgettext_lazy("number of reports", "five"),
    pgettext_lazy("number of reports", "six"),
    pgettext_lazy("number of reports", "seven"),
    pgettext_lazy("number of reports", "eight"),
    pgettext_lazy("number of reports", "nine"),
)

ACTS: Mapping[Act, Promise] = {
    Act.ARREST: pgettext_lazy("act", "arrested"),
    Act.CHARGE: pgettext_lazy("act", "charged"),
    Act.SENTENCE: pgettext_lazy("act", "sentenced"),
    Act.HOLD: pgettext_lazy("act", "held"),
    Act.TRANSFER: pgettext_lazy("act", "transferred"),
    Act.RELEASE: pgettext_lazy("act", "released"),
    Act.PARDON: pgettext_lazy("act", "pardoned"),
    Act.CONDITIONAL_RELEASE: pgettext_lazy("act", "released on conditions"),
    Act.EXILE: pgettext_lazy("act", "sent into exile"),
    Act.EXCHANGE: pgettext_lazy("act", "exchanged"),
    Act.REARREST: pgettext_lazy("act", "arrested again"),
    Act.DIE: pgettext_lazy("act", "died"),
    Act.DISAPPEAR: pgettext_lazy("act", "disappeared"),
    Act.MEET: pgettext_lazy("act", "met"),
    Act.IMPOSE_SANCTIONS: pgettext_lazy("act", "sanctions imposed"),
    Act.EASE_SANCTIONS: pgettext_lazy("act", "sanctions eased"),
    Act.OPEN_EMBASSY: pgettext_lazy("act", "embassy opened"),
    Act.GIVE_AID: pgettext_lazy("act", "aid given"),
    Act.GRANT_ACCESS: pgettext_lazy("act", "let in"),
    Act.DEMAND_RELEASE: pgettext_lazy("act", "release demanded"),
    Act.WITHHOLD: pgettext_lazy("act", "not disclosed"),
    Act.CRITICISE: pgettext_lazy("act", "criticised"),
    Act.WELCOME: pgettext_lazy("act", "welcomed"),
}

STANCES: Mapping[Stance, Promise] = {
    Stance.REPORTED: pgettext_lazy("stance", "reported"),
    Stance.CONFIRMED: pgettext_lazy("stance", "confirmed"),
    Stance.DENIED: pgettext_lazy("stance", "denied"),
    Stance.ANNOUNCED: pgettext_lazy("stance", "announced"),
    Stance.PROMISED: pgettext_lazy("stance", "promised"),
    Stance.EXPECTED: pgettext_lazy("stance", "expected"),
    Stance.ESTIMATED: pgettext_lazy("stance", "estimated"),
    Stance.DEMANDED: pgettext_lazy("stance", "demanded"),
}

RECORDS: Mapping[RecordKind, Promise] = {
    RecordKind.PERSON: pgettext_lazy("records", "persons"),
    RecordKind.ACCOUNT: pgettext_lazy("records", "accounts"),
    RecordKind.REPORT: pgettext_lazy("records", "reports"),
    RecordKind.PROMISE: pgettext_lazy("records", "promises"),
}

CHANGES: Mapping[ChangeKind, Promise] = {
    ChangeKind.ADDED: pgettext_lazy("records", "new"),
    ChangeKind.CHANGED: pgettext_lazy("records", "changed"),
}

TERM_KINDS: Mapping[TermKind, Promise] = {
    TermKind.SENTENCE: pgettext_lazy("term", "Sentence"),
    TermKind.SERVED: pgettext_lazy("term", "Served"),
}

SPEAKER_KINDS: Mapping[SpeakerKind, Promise] = {
    SpeakerKind.GOVERNMENT: pgettext_lazy("speaker", "government"),
    SpeakerKind.STATE_MEDIA: pgettext_lazy("speaker", "state media"),
    SpeakerKind.MEDIA: pgettext_lazy("speaker", "media"),
    SpeakerKind.RIGHTS_GROUP: pgettext_lazy("speaker", "rights group"),
    SpeakerKind.OPPOSITION: pgettext_lazy("speaker", "opposition"),
    SpeakerKind.COURT: pgettext_lazy("speaker", "court"),
    SpeakerKind.FAMILY: pgettext_lazy("speaker", "family"),
    SpeakerKind.LAWYER: pgettext_lazy("speaker", "lawyer"),
    SpeakerKind.INTERNATIONAL: pgettext_lazy("speaker", "international body"),
    SpeakerKind.CHURCH: pgettext_lazy("speaker", "church"),
}

NAMINGS: Mapping[Naming, Promise] = {
    Naming.NAMED: pgettext_lazy("naming", "named by one voice"),
    Naming.CONFIRMED: pgettext_lazy("naming", "confirmed"),
    Naming.LISTED: pgettext_lazy("naming", "on a list"),
}


def reader_locale() -> Locale:
    """The CLDR locale of the page's language; British English where CLDR lacks it."""
    return _locale(get_language() or "en")


@lru_cache(maxsize=16)
def _locale(language: str) -> Locale:
    if language == "en":
        return Locale.parse("en_GB")
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")


def visible(text: str) -> str:
    """A text that reads as it was typed: signs that would turn it round are shown instead.

    >>> visible("Zenda \\u202ennA")
    'Zenda ⟦RLO⟧nnA'
    """
    return text if text.isascii() else text.translate(TURNING)


def short(text: str) -> str:
    """A name or title on one line, cut after 160 characters; its report holds the whole."""
    line = visible(" ".join(text.split()))
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def number(value: float) -> str:
    """A number with the digit grouping of the page's language."""
    return _number(value, get_language() or "en")


@lru_cache(maxsize=_KEPT_WORDS)
def _number(value: float, language: str) -> str:
    return str(format_decimal(value, locale=_locale(language)))


def reports(number_of: int) -> str:
    """`in five reports`; empty for one report or none."""
    if number_of < 2:
        return ""
    small = number_of - 2 < len(SMALL_NUMBERS)
    said = str(SMALL_NUMBERS[number_of - 2]) if small else number(number_of)
    return ngettext("in %(n)s report", "in %(n)s reports", number_of) % {"n": said}


def count(quantity: Quantity) -> str:
    """A count as bounds: `123`, `at least 101`, `about 1,000`, `120 to 300`.

    The words themselves where they give no number at all.
    """
    if quantity.about is not None:
        return _("about %(n)s") % {"n": number(quantity.about)}
    said = bounds(Bounds(low=quantity.low, high=quantity.high))
    if not said:
        return quantity.words
    if quantity.low is None or quantity.high is None:
        return said
    exact = quantity.high
    match quantity.unit:
        case Unit.CASES:
            return ngettext("%(n)s case", "%(n)s cases", exact) % {"n": said}
        case Unit.GROUPS:
            return ngettext("%(n)s group", "%(n)s groups", exact) % {"n": said}
        case Unit.PEOPLE:
            return said


def bounds(of: Bounds) -> str:
    """Bounds, inclusive, in words; empty where nothing bounds the count."""
    low, high = of.low, of.high
    if low is not None and high is not None:
        if low == high:
            return number(low)
        return _("%(low)s to %(high)s") % {"low": number(low), "high": number(high)}
    if low is not None:
        return _("at least %(n)s") % {"n": number(low)}
    if high is not None:
        return _("at most %(n)s") % {"n": number(high)}
    return ""


def day(value: date) -> str:
    """A calendar day in the page's language, e.g. `13 December 2025`."""
    return _day(value, get_language() or "en")


@lru_cache(maxsize=_KEPT_WORDS)
def _day(value: date, language: str) -> str:
    return str(format_date(value, format="long", locale=_locale(language)))


def moment(value: datetime) -> str:
    """A moment to the minute, in its own time zone, e.g. `13 December 2025, 09:30 UTC`."""
    return f"{day(value)}, {value:%H:%M} {value.tzname() or ''}".strip()


def month(value: date) -> str:
    """A month with its year in the page's language."""
    return format_skeleton("yMMMM", value, locale=reader_locale())


def quarter(value: date) -> str:
    """A quarter with its year in the page's language."""
    return format_skeleton("yQQQ", value, locale=reader_locale())


def when(moment: EdtfDate) -> str:
    """A date no more exact than its source; its EDTF text where nothing simpler says it.

    Empty where the date says nothing at all (`XXXX`).
    """
    if not any(sign.isdigit() for sign in moment.text):
        return ""
    first, slash, last = moment.text.partition("/")
    if not slash:
        return _point(moment)
    begin = "" if first in ("", "..") else _point(EdtfDate.parse(first))
    end = "" if last in ("", "..") else _point(EdtfDate.parse(last))
    if begin and end:
        return _("%(first)s to %(last)s") % {"first": begin, "last": end}
    if begin and moment.is_open:
        return _("since %(day)s") % {"day": _point(EdtfDate.parse(first), month_in_phrase)}
    if begin:
        day = _point(EdtfDate.parse(first), month_in_phrase)
        return _("from %(day)s, end not known") % {"day": day}
    if end:
        return _("until %(day)s") % {"day": _point(EdtfDate.parse(last), month_in_phrase)}
    return moment.text


def month_alone(value: date) -> str:
    """A month and its year, e.g. `December 2025`, as it stands by itself: `декабрь 2025 г.`."""
    return format_skeleton("yMMMM", value, locale=reader_locale())


def month_in_phrase(value: date) -> str:
    """A month and its year after a preposition, where some languages decline it: `декабря`."""
    pattern = str(reader_locale().datetime_skeletons["yMMMM"].pattern).replace("LLLL", "MMMM")
    return format_date(value, format=pattern, locale=reader_locale())


def _point(moment: EdtfDate, month: Callable[[date], str] = month_alone) -> str:
    earliest, latest = moment.earliest, moment.latest
    if earliest is None or latest is None:
        return moment.text
    said = _span(earliest, latest, month)
    if moment.text[-1] in "?~%":
        return _("%(day)s (uncertain)") % {"day": said}
    return said


def _span(earliest: date, latest: date, month: Callable[[date], str]) -> str:
    if earliest == latest:
        return day(earliest)
    if (earliest.month, latest.month) == (1, 12) and earliest.year == latest.year:
        return str(earliest.year)
    if earliest.day == 1 and (earliest.year, earliest.month) == (latest.year, latest.month):
        return month(earliest)
    return _("%(first)s to %(last)s") % {"first": day(earliest), "last": day(latest)}


def state(code: str) -> str:
    """Name of a state by CLDR, in the page's language; the code where CLDR has none."""
    return str(reader_locale().territories.get(code.upper(), code))


def language(code: str) -> str:
    """Name of a language by CLDR, in the page's language; the code where CLDR has none."""
    return str(reader_locale().languages.get(code, code))


def between(first: EdtfDate | None, last: EdtfDate | None) -> str:
    """The days something was first and last seen, in words; empty where none is known."""
    if first is None or last is None or first == last:
        return when(known) if (known := first or last) else ""
    return _("%(first)s to %(last)s") % {"first": when(first), "last": when(last)}
