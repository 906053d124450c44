"""Counts as bounds: what their words exclude, and what they usually mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from habeas.accounts.hedges import hard_bounds
from habeas.accounts.populations import Population, population_of, value_of, without
from habeas.model.accounts import Bounds
from habeas.model.claims import Claim, Quantity, Unit

_FREED = re.compile(
    r"\b(?:freed|freeing|frees|free|releas\w*|pardon\w*|amnest\w*|let go|set free)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A count claim with the people it counts and whose account it is.

    Attributes:
        claim: The claim; its count is not None.
        quantity: Its count.
        population: Whom it counts.
        voice: Whose account it is; equal strings are one voice.
    """

    claim: Claim
    quantity: Quantity
    population: Population
    voice: str

    @property
    def exact(self) -> int | None:
        """The number, where it is plain and counts people."""
        plain = self.quantity.is_exact and self.quantity.unit is Unit.PEOPLE
        return self.quantity.low if plain else None

    @property
    def is_part(self) -> bool:
        """True where it is said to count some of those of another figure."""
        return self.claim.part_of is not None


def count_of(claim: Claim, voice: str, state: str | None) -> Count:
    """Read a count claim; the caller has made sure that it counts."""
    assert claim.count is not None
    population = population_of(claim, state)
    return Count(claim=claim, quantity=claim.count, population=population, voice=voice)


def are_apart(one: Bounds, other: Bounds) -> bool:
    """True where no number lies within both."""
    above = one.low is not None and other.high is not None and one.low > other.high
    below = one.high is not None and other.low is not None and one.high < other.low
    return above or below


def common(bounds: Iterable[Bounds]) -> Bounds:
    """The numbers that all allow; where there are none, all that any allows.

    An empty collection bounds nothing.
    """
    listed = list(bounds)
    lows = [b.low for b in listed if b.low is not None]
    highs = [b.high for b in listed if b.high is not None]
    if lows and highs and max(lows) > min(highs):
        return Bounds(low=min(lows), high=max(highs))
    return Bounds(low=max(lows, default=None), high=min(highs, default=None))


def wholes(counts: Sequence[Count]) -> list[Count]:
    """The figures of everybody freed.

    Those that single nobody out; where there are none, those that only call the freed
    political prisoners; where there are none either, those that say of people that they
    were freed *and* taken to one place ("14 people were released and taken to
    Lithuania"), if no other place is told of. "9 were taken to Lithuania" and "Lithuania
    received 9" count who arrived, and nobody says that all were freed to go there.
    """
    people = [c for c in counts if not c.is_part and c.quantity.unit is Unit.PEOPLE]
    everybody = [c for c in people if not c.population]
    return (
        everybody
        or [c for c in people if not without(c.population, "designation")]
        or _freed_to_one_place(people)
    )


def _freed_to_one_place(people: Sequence[Count]) -> list[Count]:
    places = {value_of(c.population, "destination") for c in people} - {None}
    if len(places) != 1:
        return []
    whole = [
        c
        for c in people
        if not without(c.population, "designation", "destination")
        and _FREED.search(c.claim.passage.exact)
    ]
    most = max((c.quantity.low or 0 for c in whole), default=0)
    return [] if any((c.quantity.low or 0) > most for c in people) else whole


def total_bounds(counts: Sequence[Count]) -> Bounds:
    """How many were freed, by all figures together.

    Where figures of everybody contradict one another the bounds hold them all, since
    nobody is decided right. A part raises the least number, unless it exceeds it all.
    """
    whole = wholes(counts)
    if not whole:
        return Bounds(low=_least(counts, None), high=None)
    total = common(hard_bounds(c.quantity) for c in whole)
    ids = {c.claim.id for c in whole}
    least = _least([c for c in counts if c.claim.id not in ids], total.high)
    low = max((n for n in (total.low, least) if n is not None), default=None)
    return Bounds(low=low, high=total.high)


def _least(counts: Sequence[Count], high: int | None) -> int | None:
    """The greatest number that a single figure needs; None where none needs any."""
    lows = [
        c.quantity.low
        for c in counts
        if c.quantity.low is not None and c.quantity.unit is Unit.PEOPLE
    ]
    fitting = [low for low in lows if high is None or low <= high]
    return max(fitting, default=None)
