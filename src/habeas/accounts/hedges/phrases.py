"""The table of phrases, and the phrase that some words are."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from importlib.resources import files

from habeas.accounts.hedges.formulas import Values, formula, granularity
from habeas.accounts.hedges.numbers import FoundNumber, find_numbers, is_russian
from habeas.model.accounts import Bounds

BARE = "exact"
ABOUT = "about"
_LANGUAGES = ("en", "ru")
_REMEMBERED = 20_000
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
        words: As written, e.g. `more than one hundred`, `около тысячи`.

    Returns:
        None where no phrase and no number stands in them.

    >>> read_phrase("about 1,200").soft
    Bounds(low=1080, high=1320)
    """
    text = _plain(words)
    language = "ru" if is_russian(text) else "en"
    numbers = find_numbers(text, _governing())
    masked = text
    for number in numbers:
        masked = masked[: number.start] + "#" * (number.end - number.start) + masked[number.end :]
    masked = _FILLERS.sub(lambda match: " " * len(match[0]), masked)
    found = list(_matches(text, masked, language))
    if not found:
        return None
    # Of two as long the first of the table, as `max` keeps the first.
    family, match = max(found, key=lambda pair: pair[1].end() - pair[1].start())
    return _reading(family, _said(match, numbers))


def apply(name: str, number: float) -> Reading:
    """What a family says of a number.

    Raises:
        KeyError: The table has no such family.
    """
    by_name = {family.name: family for family in families()}
    return _reading(by_name[name], [Fraction(number).limit_denominator(1000)])


def _plain(words: str) -> str:
    text = words.casefold().replace("ё", "е").replace("’", "'")
    # A written # must not pass for the mark that stands for a number.
    return re.sub(r"[\u00a0\u202f\u2009#]", " ", text).strip()


def _matches(text: str, masked: str, language: str) -> Iterator[tuple[Family, re.Match[str]]]:
    for family, counted, plain in _compiled(language):
        for pattern, within in ((counted, masked), (plain, text)):
            if pattern is not None:
                yield from ((family, match) for match in pattern.finditer(within))


@cache
def _compiled(
    language: str,
) -> tuple[tuple[Family, re.Pattern[str] | None, re.Pattern[str] | None], ...]:
    """For each family one pattern of its phrases with numbers and one of the others."""
    compiled = []
    for family in families():
        phrases = family.phrases[language]
        counted = _pattern(phrase for phrase in phrases if "#" in phrase)
        plain = _pattern(phrase for phrase in phrases if "#" not in phrase)
        compiled.append((family, counted, plain))
    return tuple(compiled)


def _pattern(phrases: Iterable[str]) -> re.Pattern[str] | None:
    ordered = sorted(phrases, key=len, reverse=True)
    if not ordered:
        return None
    parts = (re.escape(p).replace(r"\#", "#+").replace(r"\ ", r"\s+") for p in ordered)
    return re.compile(rf"(?<![\w#])(?:{'|'.join(parts)})(?![\w#]|\s?%)")


def _said(match: re.Match[str], numbers: Sequence[FoundNumber]) -> list[Fraction]:
    inside = [n.value for n in numbers if match.start() <= n.start and n.end <= match.end()]
    return inside if "#" in match[0] else []


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
