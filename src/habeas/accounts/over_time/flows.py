"""Flows: people who came into custody and people who left it, each happening once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from habeas.accounts.over_time.cues import adds
from habeas.accounts.over_time.days import DONE, common, hard, people_counted, publication_day
from habeas.accounts.over_time.states import states_of
from habeas.accounts.populations import Population, without
from habeas.events.windows import PUBLICATION_SLACK, Timing, timing_of
from habeas.model.accounts import Bounds
from habeas.model.claims import FREEING, Act, Claim, Stance
from habeas.model.events import Event
from habeas.model.reports import Report

_TOTALS = frozenset({Timing.RUNNING, Timing.PERHAPS_RUNNING, Timing.EARLIER})


class Way(StrEnum):
    """How the number of those held changes."""

    ARRESTED = "arrested"
    FREED = "freed"
    DIED = "died"


_WAYS = {Act.ARREST: Way.ARRESTED, Act.REARREST: Way.ARRESTED, Act.DIE: Way.DIED} | dict.fromkeys(
    FREEING, Way.FREED
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """One happening that changed how many are held.

    Attributes:
        way: Arrested, freed or died.
        happening: Which one; flows of it that count other people have the same.
        claims: The claims that count those it happened to, in the order given.
        first, last: Days it can have been on, inclusive; None where nothing says.
        bounds: How many, by all its figures; where they conflict, what any allows.
        state: Whose custody, ISO 3166-1 alpha-2; None where nothing says.
        population: Whom the figures count.
        is_done: False where it is only announced.
        is_further: The figures add to others of the same happening ("a further 25").
    """

    way: Way
    happening: str
    claims: tuple[Claim, ...]
    first: date | None
    last: date | None
    bounds: Bounds
    state: str | None
    population: Population
    is_done: bool
    is_further: bool = False


def flows_of(
    claims: Iterable[Claim],
    reports: Mapping[str, Report],
    events: Iterable[Event],
    populations: Mapping[str, Population],
) -> tuple[Flow, ...]:
    """Who was arrested, freed or died, each happening once however many tell of it.

    The releases of one event are one; arrests, and deaths, are one where the days they can
    have been on overlap. Figures that are part of another and running totals ("430 since
    July") are left out: they are counted elsewhere. What is announced and not told as done
    is a flow that is not done.

    Args:
        claims: Of any events, in any order; leave out those that their speakers replaced.
        reports: By id.
        events: From `group_events`.
        populations: Claim id → whom it counts; a claim that is missing counts everybody.

    Returns:
        By first day, those without a day first, then by way and claim ids.
    """
    listed = sorted(claims, key=lambda c: c.id)
    states = states_of(listed)
    event_of = {key: event for event in events for key in event.claims}
    told: dict[tuple[Way, str | None], list[Claim]] = defaultdict(list)
    for claim in listed:
        way = _way(claim, reports.get(claim.report))
        if way is not None:
            told[way, _state(claim, event_of, states)].append(claim)
    flows = []
    for (way, state), group in told.items():
        for happening in _happenings(way, group, event_of, reports):
            by_people: dict[tuple[Population, bool], list[Claim]] = defaultdict(list)
            for claim in happening:
                people = without(populations.get(claim.id, ()), "batch")
                by_people[people, adds(claim)].append(claim)
            event = event_of.get(happening[0].id)
            when = event.when if event is not None and way is Way.FREED else None
            days = (when.earliest, when.latest) if when is not None else (None, None)
            of = _Happening(way=way, state=state, id=happening[0].id, days=days)
            flows += [_flow(c, reports, of, whom) for whom, c in by_people.items()]
    return tuple(
        sorted(flows, key=lambda f: (f.first or date.min, f.way, [c.id for c in f.claims]))
    )


type _Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Happening:
    """What the figures of one happening have in common; its days where its event has them."""

    way: Way
    state: str | None
    id: str
    days: _Days


def _way(claim: Claim, report: Report | None) -> Way | None:
    """How a claim says that the stock changed; None where it is no such figure."""
    counts = people_counted(claim) is not None and claim.part_of is None
    told = claim.stance in DONE or claim.stance is Stance.ANNOUNCED
    way = _WAYS.get(claim.act)
    is_total = way is Way.FREED and timing_of(claim, report) in _TOTALS
    return way if counts and told and not is_total else None


def _state(
    claim: Claim, events: Mapping[str, Event], states: Mapping[str, str | None]
) -> str | None:
    event = events.get(claim.id)
    return (event.by if event is not None else None) or states[claim.id]


def _happenings(
    way: Way,
    claims: Sequence[Claim],
    events: Mapping[str, Event],
    reports: Mapping[str, Report],
) -> list[list[Claim]]:
    if way is Way.FREED:
        by_event: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            event = events.get(claim.id)
            by_event[event.id if event is not None else claim.id].append(claim)
        return list(by_event.values())
    return _overlapping(claims, reports)


def _overlapping(claims: Sequence[Claim], reports: Mapping[str, Report]) -> list[list[Claim]]:
    """Claims whose days overlap, directly or by others; each without days by itself."""
    dated, groups = list[tuple[date, date, Claim]](), list[list[Claim]]()
    for claim in claims:
        first, last = days_of(claim, reports)
        if first is None or last is None:
            groups.append([claim])
        else:
            dated.append((first, last, claim))
    end: date | None = None
    for first, last, claim in sorted(dated, key=lambda d: (d[0], d[1], d[2].id)):
        if end is not None and first <= end:
            groups[-1].append(claim)
            end = max(end, last)
        else:
            groups.append([claim])
            end = last
    return groups


def days_of(claim: Claim, reports: Mapping[str, Report]) -> _Days:
    """The first and last day a claim's act can have been on, by its date.

    Else the day its report was published, and the days before it in which what a report
    does not date is sought.
    """
    if claim.when is not None:
        edtf = claim.when.edtf
        return edtf.earliest, edtf.latest
    day = publication_day(reports.get(claim.report))
    return (None, None) if day is None else (day - timedelta(PUBLICATION_SLACK), day)


def _flow(
    claims: Sequence[Claim],
    reports: Mapping[str, Report],
    happening: _Happening,
    whom: tuple[Population, bool],
) -> Flow:
    """One happening; what is told as done counts, and the announced where nothing is."""
    done = [c for c in claims if c.stance in DONE]
    counted = done or list(claims)
    days = [days_of(c, reports) for c in counted]
    if None not in happening.days:
        days = [happening.days] * len(counted)
    firsts = [first for first, _ in days if first is not None]
    lasts = [last for _, last in days if last is not None]
    whole = counted if happening.way is Way.FREED else _widest(counted, days)
    bounds = common([hard(c) for c in whole])
    parts = [n for c in counted if c not in whole and (n := hard(c).low) is not None]
    if parts and (bounds.high is None or max(parts) <= bounds.high):
        bounds = Bounds(low=max(*parts, bounds.low or 0), high=bounds.high)
    return Flow(
        way=happening.way,
        happening=happening.id,
        claims=tuple(counted),
        first=min(firsts, default=None),
        last=max(lasts, default=None),
        bounds=bounds,
        state=happening.state,
        population=whom[0],
        is_done=bool(done),
        is_further=whom[1],
    )


def _widest(claims: Sequence[Claim], days: Sequence[_Days]) -> list[Claim]:
    """The figures of the longest time: "80 in autumn" holds "5 on 10 October"."""
    length = [
        (last - first).days if first is not None and last is not None else 0 for first, last in days
    ]
    return [c for c, days_told in zip(claims, length, strict=True) if days_told == max(length)]
