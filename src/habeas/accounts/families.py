"""Which figures are set against each other: of those freed, of those held on one day, ….

Acts of one family count the same people. Those held are a stock, of one day; all other
families are what happened in the event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from habeas.accounts import wording
from habeas.accounts.batches import with_batches
from habeas.accounts.figures import Count, wholes
from habeas.accounts.frames import FATE
from habeas.accounts.links import stock_day
from habeas.accounts.populations import value_of, without
from habeas.accounts.scopes import with_scopes
from habeas.model.claims import FREEING, Act
from habeas.model.reports import Report

ONE_STOCK_DAYS = 7
"""Days two figures of people held may lie apart and still be taken to be of one stock."""

_ALIKE = 2
"""How many times the figure of political prisoners that of all held may be, and mean them.

A country holds many times more people than it holds for politics, and reports that count
both say so; a figure near that of the political prisoners is one of theirs.
"""

_GENERIC_PLACES = frozenset(
    "prison prisons jail jails custody detention bars behind colony colonies penal cells cell "
    "country the in territory".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Figures that are set against each other.

    Attributes:
        counts: In order of report and passage.
        people: Whom they count, in words.
        wholes: Those that count some, and are taken to count everybody.
        guests: Ids of claims of another family that count some of these people: of those
            arrested, how many were freed.
        is_release: They count the people that the names of an account are of.
    """

    counts: tuple[Count, ...]
    people: str
    wholes: tuple[Count, ...] = ()
    guests: frozenset[str] = frozenset()
    is_release: bool = False


def families_of(
    freed: Sequence[Count],
    held: Sequence[Count],
    counted: Sequence[Count],
    reports: Mapping[str, Report],
) -> tuple[Family, ...]:
    """Say which figures are set against each other.

    Args:
        freed: Of those freed, in order of report and passage.
        held: Of those held, likewise.
        counted: Of other acts, likewise.
        reports: By id; a report's day is that of its figures of a stock.

    Returns:
        Those freed first, then stocks by day, then other acts; none is empty.
    """
    found = []
    if freed:
        own = with_scopes(with_batches(freed))
        singled = tuple(c for c in wholes(own) if c.population)
        found.append(
            Family(counts=tuple(own), people=wording.FREED, wholes=singled, is_release=True)
        )
    for stock in _stocks(held, reports):
        own = with_scopes(with_batches(stock))
        found.append(Family(counts=tuple(own), people=wording.HELD, wholes=_political(own)))
    for act, group in _by_act(counted):
        found.append(
            Family(counts=tuple(with_scopes(with_batches(group))), people=wording.COUNTED[act])
        )
    everything = [*freed, *held, *counted]
    return tuple(_with_guests(family, everything) for family in found)


def _with_guests(family: Family, everything: Sequence[Count]) -> Family:
    """Add the figures of other families that are said to be parts of one of these."""
    own = {c.claim.id for c in family.counts}
    above = {c.claim.id: c.claim.part_of for c in everything}
    guests = [c for c in everything if c.claim.id not in own and _leads_to(c, own, above)]
    if not guests:
        return family
    is_common = any(value_of(c.population, "designation") == "common" for c in guests)
    whole = () if is_common else family.wholes
    place = {c.claim.id: at for at, c in enumerate(everything)}
    counts = [*family.counts, *(_as_guest(c) for c in guests)]
    return replace(
        family,
        wholes=whole,
        counts=tuple(sorted(counts, key=lambda c: place[c.claim.id])),
        guests=frozenset(c.claim.id for c in guests),
    )


def _leads_to(count: Count, own: set[str], above: Mapping[str, str | None]) -> bool:
    key, seen = count.claim.part_of, set[str]()
    while key is not None and key not in seen:
        if key in own:
            return True
        seen.add(key)
        key = above.get(key)
    return False


def _as_guest(count: Count) -> Count:
    """A figure of another family, told apart by what became of the people."""
    act = count.claim.act
    fate = "freed" if act in FREEING else "held" if act is Act.HOLD else None
    pair = (FATE, fate) if fate is not None else ("act", act.value)
    return replace(count, population=tuple(sorted((*count.population, pair))))


def stock_of_everybody(families: Iterable[Family]) -> tuple[Count, ...]:
    """Figures of everybody held, on the latest day; empty where nobody gives one."""
    for family in families:
        if family.counts[0].claim.act is Act.HOLD:
            return tuple(c for c in family.counts if not c.population or c in family.wholes)
    return ()


def as_everybody(held: Iterable[Count], families: Iterable[Family]) -> list[Count]:
    """Figures of a stock; those of political prisoners taken to be everybody say just that."""
    whole = {count.claim.id for family in families for count in family.wholes}
    return [
        replace(c, population=without(c.population, "designation")) if c.claim.id in whole else c
        for c in held
    ]


def as_held(count: Count) -> Count:
    """A figure of a stock, without the prison in which everybody of a country is held."""
    place = value_of(count.population, "place")
    if place is None or not _GENERIC_PLACES.issuperset(place.split()):
        return count
    return replace(count, population=without(count.population, "place"))


def _stocks(held: Sequence[Count], reports: Mapping[str, Report]) -> Iterator[tuple[Count, ...]]:
    """Figures of people held, by the days for which they are given."""
    dated: list[tuple[date, Count]] = []
    undated: list[Count] = []
    for count in held:
        day = stock_day(count.claim, reports.get(count.claim.report))
        if day is None:
            undated.append(count)
        else:
            dated.append((day, count))
    groups: list[list[Count]] = []
    first: date | None = None
    for day, count in sorted(dated, key=lambda pair: pair[0]):
        if first is None or (day - first).days > ONE_STOCK_DAYS:
            groups.append([])
            first = day
        groups[-1].append(count)
    if undated and groups:
        groups[-1] += undated
    elif undated:
        groups.append(undated)
    place = {c.claim.id: at for at, c in enumerate(held)}
    for group in reversed(groups):
        yield tuple(sorted(group, key=lambda c: place[c.claim.id]))


def _political(stock: Sequence[Count]) -> tuple[Count, ...]:
    """Figures of political prisoners that those of everybody held are taken to mean."""
    political = [c for c in stock if c.population == (("designation", "political"),)]
    if not political or any(value_of(c.population, "designation") == "common" for c in stock):
        return ()
    everybody = [_size(c) for c in stock if not c.population]
    least = min(_size(c) for c in political)
    return tuple(political) if all(size <= _ALIKE * least for size in everybody) else ()


def _size(count: Count) -> float:
    quantity = count.quantity
    return quantity.about or quantity.low or quantity.high or 0


def _by_act(counted: Iterable[Count]) -> Iterator[tuple[Act, tuple[Count, ...]]]:
    groups: dict[Act, list[Count]] = {}
    for count in counted:
        groups.setdefault(count.claim.act, []).append(count)
    for act in sorted(groups):
        yield act, tuple(groups[act])
