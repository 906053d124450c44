"""Which flows lie between two days, how many they count, and who says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from habeas.accounts.over_time.days import hard
from habeas.accounts.over_time.flows import Flow, Way
from habeas.accounts.populations import Population, without
from habeas.model.accounts import Bounds
from habeas.model.claims import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """Days, all inclusive: what lies in those from `sure_from` to `sure_to` surely counts, what
    lies in those from `first` to `last` perhaps."""

    first: date
    last: date
    sure_from: date
    sure_to: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One happening as it counts in a sum.

    Attributes:
        way: Arrested, freed or died.
        bounds: How many; from 0 where it may have been on another day.
        claims: The claims that count them.
        first: First day it can have been on.
        is_done: False where it is only announced.
    """

    way: Way
    bounds: Bounds
    claims: tuple[Claim, ...]
    first: date
    is_done: bool


def told_between(
    flows: Iterable[Flow], state: str | None, population: Population, days: Between
) -> tuple[Told, ...]:
    """The happenings of one state's custody between two days.

    One that does not surely lie between counts from nobody up; one without days is left
    out. Where no figure of the whole population is given, the figures
    of some of them are a least number.

    Returns:
        By first day and claim ids.
    """
    by_happening: dict[tuple[Way, str], list[Flow]] = defaultdict(list)
    for flow in flows:
        if flow.state != state or flow.first is None or flow.last is None:
            continue
        if flow.first <= days.last and flow.last >= days.first:
            by_happening[flow.way, flow.happening].append(flow)
    found = [
        told
        for listed in by_happening.values()
        if (told := _told(listed, population, days)) is not None
    ]
    return tuple(sorted(found, key=lambda t: (t.first, t.way, [c.id for c in t.claims])))


def sum_of(bounds: Iterable[Bounds]) -> Bounds:
    """The least and the greatest sum; 0 of nothing. An open end leaves the sum open."""
    low = 0
    high: int | None = 0
    for one in bounds:
        low += one.low or 0
        high = None if high is None or one.high is None else high + one.high
    return Bounds(low=low, high=high)


def _told(flows: Sequence[Flow], population: Population, days: Between) -> Told | None:
    bounds, used = _counted(flows, population)
    firsts = [f.first for f in used if f.first is not None]
    lasts = [f.last for f in used if f.last is not None]
    if not used:
        return None
    if min(firsts) < days.sure_from or max(lasts) > days.sure_to:
        bounds = Bounds(low=0, high=bounds.high)
    return Told(
        way=used[0].way,
        bounds=bounds,
        claims=tuple(c for f in used for c in f.claims),
        first=min(firsts),
        is_done=any(f.is_done for f in used),
    )


def _counted(flows: Sequence[Flow], population: Population) -> tuple[Bounds, list[Flow]]:
    """How many of a population one happening was to, and the flows that say so."""
    done = [f for f in flows if f.is_done] or list(flows)
    for attributes in ((), ("designation", "manner")):
        same = [f for f in done if without(f.population, *attributes) == population]
        whole = [f for f in same if not f.is_further]
        if whole:
            further = [f for f in same if f.is_further]
            return _with_further(whole[0], further), [whole[0], *further]
    some = [f for f in done if set(population) <= set(f.population)]
    least = max((f.bounds.low or 0 for f in some), default=0)
    return Bounds(low=least, high=None), some


def _with_further(whole: Flow, further: Sequence[Flow]) -> Bounds:
    """A figure with those "a further n" adds to it, which some totals hold and some do not.

    One figure alone is added to; where the greatest is the least and the further ones, it
    is the total; else all between the least and the sum is allowed.
    """
    if not further:
        return whole.bounds
    added = sum_of(f.bounds for f in further)
    figures = {(b.low, b.high) for b in map(hard, whole.claims)}
    if len(figures) == 1:
        return sum_of([whole.bounds, added])
    exact = sorted(low for low, high in figures if low is not None and low == high)
    if len(exact) == len(figures) and added.low == added.high == exact[-1] - exact[0]:
        return Bounds(low=exact[-1], high=exact[-1])
    return Bounds(low=whole.bounds.low, high=sum_of([whole.bounds, added]).high)
