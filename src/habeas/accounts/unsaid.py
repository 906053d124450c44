"""Of which people a bound tells something that nobody said outright."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from habeas.accounts.frames import CLOSED, NATIVE, ONE_OF_MANY
from habeas.accounts.populations import EVERYBODY, FOREIGN, Population
from habeas.accounts.solving import OTHER, Interval

_RELATIVE = frozenset({"part", "batch", "fate", "act", "name"})
"""Attributes of figures rather than of people."""

MOST = 40
"""Kinds of people that are bounded; those of one attribute before those of two."""


def populations_to_bound(told: Iterable[Population], state: str | None) -> tuple[Population, ...]:
    """Everybody, whom a figure counts, the rest of each attribute, and of each two together.

    Args:
        told: Whom the figures count.
        state: Whose citizens are not foreign.

    Returns:
        Everybody first, then in a fixed order; each once, at most `MOST`.
    """
    listed = sorted(set(told))
    values: dict[str, set[str]] = {}
    for population in listed:
        for attribute, value in population:
            values.setdefault(attribute, set()).add(value)
    values = {name: each for name, each in values.items() if name not in _RELATIVE}
    singles = [((n, value),) for n in sorted(values) for value in _with_rest(n, values[n], state)]
    pairs = [
        tuple(sorted((*one, *other)))
        for one, other in combinations(singles, 2)
        if one[0][0] != other[0][0]
        and FOREIGN not in (one[0][1], other[0][1])
        and ("place", OTHER) not in (one[0], other[0])
    ]
    known = [p for p in listed if not {a for a, _ in p} & _RELATIVE]
    found = dict.fromkeys((EVERYBODY, *singles, *known, *sorted(pairs)))
    return tuple(found)[:MOST]


def _with_rest(attribute: str, values: set[str], state: str | None) -> list[str]:
    told = sorted(values - {OTHER})
    if attribute in CLOSED:
        return list(CLOSED[attribute])
    if attribute == "citizenship" and FOREIGN in values:
        return [*told, *({state or NATIVE} - values)]
    return [*told, OTHER] if attribute in ONE_OF_MANY else told


def informative(interval: Interval, everybody: Interval) -> bool:
    """True where an interval says more than that some of everybody may be meant."""
    return interval.low > 0 or (
        interval.high is not None and (everybody.high is None or interval.high < everybody.high)
    )
