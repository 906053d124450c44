"""Particulars in the form in which they are compared: folded words, days, years of birth."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from anyascii import anyascii

from habeas.model.claims import FREEING, Act
from habeas.model.dates import EdtfDate
from habeas.people.evidence.particulars import Age, Particulars

_WORDS = re.compile(r"[a-z0-9]+")
_ARTICLE = re.compile(r"\d+(?:[.\-–]\d+)*")
# Letters that one place name has in two languages' spelling: Grodno and Hrodna.
_SOUNDS = str.maketrans("goyw", "haiv")
_SEIZED = frozenset({Act.ARREST, Act.REARREST})
_STAYS = frozenset({Act.HOLD, Act.TRANSFER})
_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Birth:
    """Days on which a person can be born, inclusive, with the words that say so."""

    earliest: date
    latest: date
    words: str

    @property
    def is_day(self) -> bool:
        """True where one day is told; 1 January stands for a year that alone was known."""
        return self.earliest == self.latest


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """Held on one day in one place."""

    day: date
    place: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """What is compared of one person; values by the key under which they are equal.

    Attributes:
        values: Field → key → the words as told; fields whose values are compared as wholes.
        articles: Numbers of articles of law among the charges.
        days: `arrest`, `sentence` and `release` → dates of such acts.
        births: Days of birth, from dates and ages.
        stays: Where the person was held on single days.
        died: Dates of death.
        alive: Dates of everything else that is told.
        lists: List → rows of it on which the person stands.
    """

    values: Mapping[str, Mapping[str, str]]
    articles: frozenset[str]
    days: Mapping[str, tuple[EdtfDate, ...]]
    births: tuple[Birth, ...]
    stays: tuple[Stay, ...]
    died: tuple[EdtfDate, ...]
    alive: tuple[EdtfDate, ...]
    lists: Mapping[str, frozenset[str]]

    def rare_values(self) -> set[tuple[str, str]]:
        """Field and key of every value that few people may share."""
        found = {
            (field, key)
            for field, values in self.values.items()
            for key in values
            if field != "sex" and key
        }
        found |= {(field, day.text) for field, days in self.days.items() for day in days}
        return found | {("birth", birth.words) for birth in self.births if birth.is_day}


def fold(person: Particulars) -> Folded:
    """Bring what is told of a person into the form in which it is compared."""
    rows: dict[str, set[str]] = {}
    for place in person.lists:
        rows.setdefault(place.list, set()).add(place.row)
    told = [
        (u.act, u.when)
        for u in person.undergone
        if u.when is not None and (u.when.earliest is not None or u.when.latest is not None)
    ]
    return Folded(
        values={
            "sex": {sex.value: sex.value for sex in person.sexes} or _NOTHING,
            "nationality": _of_codes(person.nationalities),
            "place": _by_key(sounds_like, person.places),
            "occupation": _by_key(fold_words, person.occupations),
            "charge": _by_key(_charge_key, person.charges),
            "case": {fold_words(number, ""): number for number in person.case_numbers} or _NOTHING,
            "page": {_page_key(page): page for page in person.pages} or _NOTHING,
            "custody": {
                sounds_like(u.place): u.place
                for u in person.undergone
                if u.act in _STAYS and u.place
            }
            or _NOTHING,
        },
        articles=frozenset(n for words in person.charges for n in _ARTICLE.findall(words)),
        days={
            "arrest": _each(when for act, when in told if act in _SEIZED),
            "sentence": _each(when for act, when in told if act is Act.SENTENCE),
            "release": _each(when for act, when in told if act in FREEING),
        },
        births=_births(person),
        stays=tuple(
            Stay(day=u.when.earliest, place=sounds_like(u.place), words=u.place)
            for u in person.undergone
            if u.act in _STAYS and u.place and u.when is not None
            if u.when.earliest is not None and u.when.earliest == u.when.latest
        ),
        died=_each(when for act, when in told if act is Act.DIE),
        alive=_each(when for act, when in told if act is not Act.DIE),
        lists={key: frozenset(found) for key, found in rows.items()},
    )


@lru_cache(maxsize=16_384)
def _by_key(key: Callable[[str], str], words: tuple[str, ...]) -> Mapping[str, str]:
    """Words by their keys; persons of whom the same is told share it."""
    return {key(each): each for each in words}


@lru_cache(maxsize=1024)
def _of_codes(codes: tuple[str, ...]) -> Mapping[str, str]:
    return {code.upper(): code.upper() for code in codes}


@lru_cache(maxsize=65_536)
def fold_words(words: str, between: str = " ") -> str:
    """Latin letters and digits in small letters, without signs; empty where there are none.

    >>> fold_words("Журналистка,  фотограф")
    'zhurnalistka fotograf'
    """
    return between.join(_WORDS.findall(anyascii(words[:500]).casefold()))


def sounds_like(place: str) -> str:
    """A place name under which spellings of two languages are near each other.

    >>> sounds_like("Grodno"), sounds_like("Гродно"), sounds_like("Hrodna")
    ('hradna', 'hradna', 'hradna')
    """
    return fold_words(place).translate(_SOUNDS)


def _charge_key(words: str) -> str:
    articles = _ARTICLE.findall(words)
    return " ".join(sorted(articles)) if articles else fold_words(words)


def _page_key(address: str) -> str:
    """An address without what makes no difference to where it leads."""
    bare = address.strip()[:500].partition("#")[0].rstrip("/")
    return re.sub(r"^https?://(?:www\.)?", "", bare, flags=re.IGNORECASE)


def _each(dates: Iterable[EdtfDate]) -> tuple[EdtfDate, ...]:
    return tuple(sorted(set(dates), key=lambda when: when.text))


def _births(person: Particulars) -> tuple[Birth, ...]:
    found = [_of_date(born) for born in person.births]
    found += [_of_age(age) for age in person.ages]
    known = {birth for birth in found if birth is not None}
    return tuple(sorted(known, key=lambda b: (b.earliest, b.latest, b.words)))


def _of_date(born: EdtfDate) -> Birth | None:
    if born.earliest is None or born.latest is None:
        return None
    latest = born.latest
    if born.earliest == latest and (latest.month, latest.day) == (1, 1):
        # Lists that must have a day write the first of January for a bare year.
        latest = latest.replace(month=12, day=31)
    return Birth(earliest=born.earliest, latest=latest, words=born.text)


def _of_age(age: Age) -> Birth | None:
    """Who is n on a day was born in the year that ends n years before it."""
    if age.on is None or age.on.earliest is None or age.on.latest is None:
        return None
    first, last = age.on.earliest, age.on.latest
    if first.year - age.years - 1 < date.min.year:
        return None
    return Birth(
        earliest=_years_before(first, age.years + 1),
        latest=_years_before(last, age.years),
        words=f"{age.years} years old on {age.on.text}",
    )


def _years_before(day: date, years: int) -> date:
    if (day.month, day.day) == (2, 29):
        day = day.replace(day=28)
    return day.replace(year=day.year - years)
