"""Counts as bounds: what their words exclude, and what they usually mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from habeas.accounts.hedges import hard_bounds, soft_bounds
from habeas.accounts.populations import Population, population_of, value_of, without
from habeas.events.actors import receiving_state
from habeas.model.accounts import Bounds
from habeas.model.claims import Act, Claim, Quantity, Stance, Unit

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
        larger: Claim whose people these are taken to be some of, though neither says so.
        is_row: It is a row of a list, and counts one person whom it does not name.
    """

    claim: Claim
    quantity: Quantity
    population: Population
    voice: str
    is_row: bool = False
    larger: str | None = None

    @property
    def exact(self) -> int | None:
        """The number, where it is plain and counts people."""
        plain = self.quantity.is_exact and self.quantity.unit is Unit.PEOPLE
        return self.quantity.low if plain else None

    @property
    def is_part(self) -> bool:
        """True where it counts some of those of another figure, as said or as taken."""
        return self.claim.part_of is not None or self.larger is not None


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


def hard_reading(count: Count) -> Bounds:
    """What a figure strictly allows, inclusive; an estimate excludes no number."""
    return hard_bounds(_as_said(count))


def soft_reading(count: Count) -> Bounds:
    """What a figure usually means, inclusive; an estimate of 200 is about 200."""
    return soft_bounds(_as_said(count))


def _as_said(count: Count) -> Quantity:
    quantity = count.quantity
    if count.claim.stance is not Stance.ESTIMATED or not quantity.is_exact:
        return quantity
    return replace(quantity, low=None, high=None, about=float(quantity.low or 0))


def wholes(counts: Sequence[Count]) -> list[Count]:
    """The figures of everybody freed.

    Those that single nobody out; where there are none, those that only call the freed
    political prisoners; where there are none either, those that say of people that they
    were freed *and* taken to one place ("14 people were released and taken to
    Lithuania"), if no other place is told of. "9 were deported to Lithuania" and "Lithuania
    received 9" count who arrived, and nobody says that all were freed to go there.
    """
    people = [c for c in counts if not c.is_part and c.quantity.unit is Unit.PEOPLE]
    everybody = [c for c in people if not c.population]
    # Where somebody counts those who are not political, the political are not all.
    has_others = any(value_of(c.population, "designation") == "common" for c in counts)
    ignored = () if has_others else ("designation",)
    called = [c for c in people if not without(c.population, "manner", *ignored)]
    return everybody or called or _freed_to_one_place(people, ignored)


def _is_said_freed(claim: Claim) -> bool:
    """True where people are said to be freed, and not only to have arrived or been sent away."""
    if _FREED.search(claim.passage.exact):
        return True
    return claim.act in (Act.RELEASE, Act.PARDON) and receiving_state(claim) is None


def _freed_to_one_place(people: Sequence[Count], ignored: Sequence[str]) -> list[Count]:
    places = {value_of(c.population, "destination") for c in people} - {None}
    if len(places) != 1:
        return []
    whole = [
        c
        for c in people
        if not without(c.population, "destination", *ignored) and _is_said_freed(c.claim)
    ]
    most = max((c.quantity.low or 0 for c in whole), default=0)
    return [] if any((c.quantity.low or 0) > most for c in people) else whole
