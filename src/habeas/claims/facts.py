"""Facts of a person that stand beside the act: how old they are, and how long a term is.

Both are read from the words of the passage, whatever language it is in; the analyser of a language
brings the patterns (`habeas.claims.english.facts`, `habeas.claims.russian.facts`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from habeas.model.claims import FREEING, Act, Claim, Mention, Term, TermKind

_OLDEST = 120
_TERMED = FREEING | {Act.SENTENCE, Act.HOLD}
_BESIDE = 80
"""Characters around a name in which an age can stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A length of time in a text.

    Attributes:
        start, end: Its characters, end exclusive.
        duration, words: As those of `Term`.
        is_served: True where the words say that it is time in detention ("after two years in").
        is_sentence: True where they say that it is a sentence ("a five-year term").
    """

    start: int
    end: int
    duration: str | None
    words: str
    is_served: bool = False
    is_sentence: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """How one language tells such facts.

    Attributes:
        lengths: The lengths of a text that can be a term, in text order.
        where: Where a name, in the form of the claim, stands in a text: start and end, or None.
        age: The age that the words before a name and after it give, or None.
    """

    lengths: Callable[[str], Sequence[Length]]
    where: Callable[[str, str], tuple[int, int] | None]
    age: Callable[[str, str], int | None]


def parts_of(value: Fraction, letter: str) -> dict[str, Fraction]:
    """The parts of an ISO 8601 duration: half a year is six months.

    >>> parts_of(Fraction(5, 2), "Y")
    {'Y': Fraction(2, 1), 'M': Fraction(6, 1)}
    """
    if letter == "Y" and value.denominator != 1:
        whole = value.numerator // value.denominator
        return {"Y": Fraction(whole), "M": (value - whole) * 12}
    return {letter: value}


def iso_duration(parts: Mapping[str, Fraction]) -> str | None:
    """The ISO 8601 duration of some parts; None where one is not whole, as half a day.

    >>> iso_duration({"M": Fraction(6), "Y": Fraction(2)})
    'P2Y6M'
    """
    if any(part.denominator != 1 for part in parts.values()):
        return None
    return "P" + "".join(f"{parts[unit]}{unit}" for unit in "YMWD" if parts.get(unit))


def first_number(match: re.Match[str] | None) -> int | None:
    """The number of the first group that took part in a match; None without a match."""
    return None if match is None else next(int(digits) for digits in match.groups() if digits)


def with_facts(claims: Iterable[Claim], facts: Facts) -> tuple[Claim, ...]:
    """The same claims with the ages of those named and the term that the act speaks of."""
    return tuple(_with_facts(claim, facts) for claim in claims)


def _with_facts(claim: Claim, facts: Facts) -> Claim:
    places = [facts.where(claim.passage.exact, name.name) for name in claim.names]
    names = tuple(
        _with_age(name, claim, place, facts)
        for name, place in zip(claim.names, places, strict=True)
    )
    term = _term(claim, places, facts) if claim.act in _TERMED else None
    if term is None and names == claim.names:
        return claim
    return replace(claim, names=names, term=term)


def _with_age(name: Mention, claim: Claim, place: tuple[int, int] | None, facts: Facts) -> Mention:
    if place is None or not name.named:
        return name
    passage = claim.passage
    before = (passage.prefix + passage.exact[: place[0]])[-_BESIDE:]
    after = (passage.exact[place[1] :] + passage.suffix)[:_BESIDE]
    age = facts.age(before, after)
    return replace(name, age=age) if age is not None and age <= _OLDEST else name


def _term(claim: Claim, places: Sequence[tuple[int, int] | None], facts: Facts) -> Term | None:
    """The first length told after the person; where none follows, the last one before."""
    lengths = facts.lengths(claim.passage.exact)
    if claim.act in FREEING:
        lengths = [one for one in lengths if one.is_served or one.is_sentence]
    if not lengths:
        return None
    at = max((place[1] for place in places if place is not None), default=0)
    after = [one for one in lengths if one.start >= at]
    told = after[0] if after else lengths[-1]
    sentence = claim.act is Act.SENTENCE or told.is_sentence
    kind = TermKind.SENTENCE if sentence else TermKind.SERVED
    return Term(kind=kind, duration=told.duration, words=told.words)
