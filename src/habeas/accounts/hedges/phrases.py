"""The table of phrases, and the phrase that some words are."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from importlib.resources import files

from habeas.accounts.hedges.formulas import Values, formula, granularity
from habeas.accounts.hedges.numbers import FoundNumber, find_numbers, is_russian
from habeas.model.accounts import Bounds

BARE = "exact"
ABOUT = "about"
_MANY = frozenset(
    {
        "dozens",
        "tens",
        "scores",
        "hundreds",
        "thousands",
        "tens-of-thousands",
        "hundreds-of-thousands",
        "millions",
    }
)
_LANGUAGES = ("en", "ru")
_REMEMBERED = 20_000
_LONGEST = 200
_NUMBERS = re.compile("#+")
_SPACES = re.compile(r"\s+")
_FILLERS = re.compile(
    r"\b(?:a|an|the)\s+(?:total|group|number|crowd)\s+of\s+(?=\w*#)"
    r"|\b(?:(?:a|an|the|some)\s+)?(?:further|additional|another|other|first)\s+(?=#)"
    r"|\b(?:еще|других|другие|общим числом|в общей сложности)\s+(?=#)"
)
"""What stands between a hedge and its number and hedges nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Phrases of one meaning.

    Attributes:
        name: As in the table.
        hard: Formulas of the least and the greatest number allowed; empty where open.
        soft: Likewise of what is usually meant.
        phrases: By language; # stands for a number.
        source: Where the meaning comes from.
        note: What else there is to say.
    """

    name: str
    hard: tuple[str, str]
    soft: tuple[str, str]
    phrases: dict[str, tuple[str, ...]]
    source: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a phrase says: its family, and the two tiers, both inclusive."""

    family: str
    hard: Bounds
    soft: Bounds


@cache
def families() -> tuple[Family, ...]:
    """The table, in its order."""
    data = files("habeas.accounts.hedges") / "data" / "families.toml"
    rows = tomllib.loads(data.read_text("utf-8"))
    return tuple(
        Family(
            name=name,
            hard=(row["hard"][0], row["hard"][1]),
            soft=(row["soft"][0], row["soft"][1]),
            phrases={lang: tuple(row.get(lang, ())) for lang in _LANGUAGES},
            source=row["source"],
            note=row["note"],
        )
        for name, row in rows.items()
    )


@lru_cache(maxsize=_REMEMBERED)
def read_phrase(words: str) -> Reading | None:
    """Read the words of a count: the longest phrase of the table that stands in them.

    Args:
        words: As written, e.g. `more than one hundred`, `около тысячи`; the first 200
            characters are read.

    Returns:
        None where no phrase and no number stands in them.

    >>> read_phrase("about 1,200").soft
    Bounds(low=1080, high=1320)
    """
    text = _plain(words[:_LONGEST])
    language = "ru" if is_russian(text) else "en"
    numbers = find_numbers(text, _governing())
    masked = text
    for number in numbers:
        masked = masked[: number.start] + "#" * (number.end - number.start) + masked[number.end :]
    masked = _FILLERS.sub(lambda match: " " * len(match[0]), masked)
    readings: list[tuple[range, Reading]] = []
    # Of two as long the first of the table, as sorting keeps their order.
    found = sorted(_matches(text, masked, language), key=lambda pair: -len(pair[1][1]))
    for family, match in found:
        here = range(*match.span(1))
        if all(here.stop <= other.start or other.stop <= here.start for other, _ in readings):
            readings.append((here, _reading(family, _said(match, numbers))))
    return _together([reading for _, reading in readings])


def _together(readings: Sequence[Reading]) -> Reading | None:
    """What phrases beside each other say; the longest counts.

    Two hedges may bound one number from both sides ("more than 100 but fewer than 200"),
    and of words for many each may be meant ("dozens, if not hundreds").
    """
    if not readings:
        return None
    main = readings[0]
    many = [r for r in readings if r.family in _MANY]
    if main in many and len(many) > 1:
        lows = [r.hard.low or 0 for r in many]
        highs = [r.soft.high for r in many if r.soft.high is not None]
        soft = Bounds(low=min(lows), high=max(highs) if len(highs) == len(many) else None)
        hard = Bounds(low=min(lows), high=None)
        return Reading(family=main.family, hard=hard, soft=soft)
    for other in readings[1:]:
        if other.family not in (BARE, *_MANY):
            main = _from_both_sides(main, other)
    return main


def _from_both_sides(one: Reading, other: Reading) -> Reading:
    """What both phrases allow; the first alone where they clash."""
    hard, soft = _meet(one.hard, other.hard), _meet(one.soft, other.soft)
    if hard is None or soft is None:
        return one
    return Reading(family=one.family, hard=hard, soft=soft)


def _meet(one: Bounds, other: Bounds) -> Bounds | None:
    lows = [n for n in (one.low, other.low) if n is not None]
    highs = [n for n in (one.high, other.high) if n is not None]
    if lows and highs and max(lows) > min(highs):
        return None
    return Bounds(low=max(lows, default=None), high=min(highs, default=None))


@lru_cache(maxsize=_REMEMBERED)
def apply(name: str, number: float) -> Reading:
    """What a family says of a number.

    Raises:
        KeyError: The table has no such family.
    """
    return _reading(_by_name()[name], [Fraction(number).limit_denominator(1000)])


@cache
def _by_name() -> dict[str, Family]:
    return {family.name: family for family in families()}


def _plain(words: str) -> str:
    text = words.casefold().replace("ё", "е").replace("’", "'")
    # A written # must not pass for the mark that stands for a number.
    return re.sub(r"[\u00a0\u202f\u2009#]", " ", text).strip()


def _matches(text: str, masked: str, language: str) -> Iterator[tuple[Family, re.Match[str]]]:
    """At each place the longest phrase that begins there, in the order of the table."""
    counted, plain = _compiled(language)
    found = []
    for phrases, within in ((counted, masked), (plain, text)):
        for match in phrases.pattern.finditer(within):
            key = _SPACES.sub(" ", _NUMBERS.sub("#", match[1]))
            found.append((phrases.families[key], match))
    order = families()
    yield from sorted(found, key=lambda pair: order.index(pair[0]))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrases:
    """One pattern of many phrases, and the first family that has each."""

    pattern: re.Pattern[str]
    families: dict[str, Family]


@cache
def _compiled(language: str) -> tuple[_Phrases, _Phrases]:
    """The phrases with numbers, and the others."""
    first: dict[str, Family] = {}
    for family in families():
        for phrase in family.phrases[language]:
            first.setdefault(phrase, family)
    counted = {phrase: family for phrase, family in first.items() if "#" in phrase}
    plain = {phrase: family for phrase, family in first.items() if "#" not in phrase}
    return _phrases(counted), _phrases(plain)


def _phrases(found: dict[str, Family]) -> _Phrases:
    ordered = sorted(found, key=len, reverse=True)
    parts = (re.escape(p).replace(r"\#", "#+").replace(r"\ ", r"\s+") for p in ordered)
    # Looked ahead for, so that a phrase that begins within another is found as well.
    pattern = re.compile(rf"(?<![\w#])(?=({'|'.join(parts)})(?![\w#]|\s?%))")
    return _Phrases(pattern=pattern, families=found)


def _said(match: re.Match[str], numbers: Sequence[FoundNumber]) -> list[Fraction]:
    start, end = match.span(1)
    if "#" not in match[1]:
        return []
    inside = [n for n in numbers if start <= n.start and n.end <= end]
    first, last = inside[0], inside[-1]
    scaled = first.value * last.scale
    if first.scale == 1 and scaled < last.value:
        return [scaled, last.value]  # "two to three thousand"
    return [n.value for n in inside]


def _reading(family: Family, said: Sequence[Fraction]) -> Reading:
    values: dict[str, Fraction] = {}
    if said:
        values = {"n": said[0], "m": said[-1], "g": granularity(said[0])}
    hard = _bounds(family.hard, values)
    return Reading(family=family.name, hard=hard, soft=_bounds(family.soft, values))


def _bounds(formulas: tuple[str, str], values: Values) -> Bounds:
    low, high = formulas
    return Bounds(
        low=math.ceil(formula(low)(values)) if low else None,
        high=math.floor(formula(high)(values)) if high else None,
    )


@cache
def _governing() -> frozenset[str]:
    """Russian words that stand directly before a number in the table."""
    return frozenset(
        phrase.split("#")[0].split()[-1]
        for family in families()
        for phrase in family.phrases["ru"]
        if phrase.split("#")[0].split() and "#" in phrase
    )
