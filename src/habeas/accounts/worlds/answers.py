"""What is found in a world, from its claims or from the statements that they mean."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from habeas.accounts.hedges import hard_bounds
from habeas.accounts.reconcile import accounts_of
from habeas.accounts.solving import OTHER, Interval, Selection, Statement, System
from habeas.accounts.weighing import MOST_CONFLICTS, MOST_REPAIRS
from habeas.accounts.weighing_repairs import always_set_aside
from habeas.accounts.worlds.making import Happening, World
from habeas.accounts.worlds.telling import tell_world
from habeas.model.accounts import Account, AssumptionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is found of one event.

    Attributes:
        flagged: Places, in `Happening.sayings`, of what every lightest repair sets aside, and
            of `narrowed`.
        narrowed: Places of what speaks of everybody and is taken to count some.
        bounds: On numbers of people, over all repairs that were listed.
    """

    flagged: frozenset[int]
    narrowed: frozenset[int] = frozenset()
    bounds: tuple[tuple[Selection, Interval], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What is found of all events, and the seconds that went before reconciling began."""

    by_happening: tuple[Answer, ...]
    preparing: float
    preparing_cpu: float


def answer_claims(world: World) -> Answers:
    """Reconcile the reports and claims in which a world is told."""
    clock, cpu = time.perf_counter(), time.process_time()
    tellings = tell_world(world)
    clock, cpu = time.perf_counter() - clock, time.process_time() - cpu
    reports = [report for told in tellings for report in told.reports]
    claims = [claim for told in tellings for claim in told.claims]
    accounts = accounts_of(reports, claims)
    of = {key: account for account in accounts for key in account.event.claims}
    found = []
    for happening, told in zip(world.happenings, tellings, strict=True):
        here = {of[c.id].event.id: of[c.id] for c in told.claims}
        doubtful = {key for account in here.values() for key in account.doubtful}
        taken = {key for account in here.values() for key in _taken_to_count_some(account)}
        narrowed = frozenset(n for n, c in enumerate(told.claims) if c.id in taken)
        flagged = narrowed | {n for n, c in enumerate(told.claims) if c.id in doubtful}
        bounds = tuple(pair for one in here.values() for pair in _bounds_of(one, happening))
        found.append(Answer(flagged=flagged, narrowed=narrowed, bounds=bounds))
    return Answers(by_happening=tuple(found), preparing=clock, preparing_cpu=cpu)


def _taken_to_count_some(account: Account) -> set[str]:
    """Claims that the account takes to be some of another; no saying of a world says so."""
    parts = (one for one in account.assumptions if one.kind is AssumptionKind.PART_OF)
    return {one.claims[-1] for one in parts}


def _bounds_of(account: Account, happening: Happening) -> list[tuple[Selection, Interval]]:
    """Bounds with whom they are of; "another state" is any that no claim names."""
    named = {pair for one in happening.sayings for pair in one.selection}
    others = {
        one.name: frozenset(
            value for value in (*one.values, OTHER) if (one.name, frozenset({value})) not in named
        )
        for one in happening.people.attributes
    }
    return [
        (
            tuple(
                (name, others[name] if value == OTHER else frozenset({value}))
                for name, value in bound.population
            ),
            Interval(low=bound.low, high=bound.high),
        )
        for bound in account.bounds
    ]


def answer_statements(world: World) -> Answers:
    """Give the solver what the words of every event strictly mean."""
    found = tuple(answer_happening(one) for one in world.happenings)
    return Answers(by_happening=found, preparing=0, preparing_cpu=0)


def statements_of(happening: Happening) -> dict[Statement, tuple[int, ...]]:
    """What is said of an event, for the solver, each with the places of those who say it.

    Equal figures of the same people are one statement, which weighs as much as the speakers
    who say it; what bounds nothing is left out.
    """
    groups: dict[tuple[Selection, int | None, int | None], list[int]] = {}
    for n, one in enumerate(happening.sayings):
        bounds = hard_bounds(one.quantity)
        if bounds.low is not None or bounds.high is not None:
            groups.setdefault((one.selection, bounds.low, bounds.high), []).append(n)
    return {
        Statement(
            id=f"f{number:05}",
            selection=selection,
            low=low,
            high=high,
            weight=len({happening.sayings[n].speaker for n in places}),
        ): tuple(places)
        for number, ((selection, low, high), places) in enumerate(groups.items())
    }


def answer_happening(happening: Happening) -> Answer:
    """Ask the solver everything of one event."""
    stated = statements_of(happening)
    system = System(happening.people.attributes, stated)
    system.conflicts(MOST_CONFLICTS)
    settings = system.settings(MOST_REPAIRS)
    aside = always_set_aside(system, {one.id: one.weight for one in stated}, settings)
    flagged = frozenset(n for one, places in stated.items() if one.id in aside for n in places)
    selections = list(dict.fromkeys(one.selection for one in stated))
    found = [system.bounds(selections, aside=one.aside) for one in settings.items]
    hulls = [_hull(each) for each in zip(*found, strict=True)]
    return Answer(flagged=flagged, bounds=tuple(zip(selections, hulls, strict=True)))


def _hull(intervals: Sequence[Interval]) -> Interval:
    highs = [one.high for one in intervals]
    high = None if None in highs else max(one for one in highs if one is not None)
    return Interval(low=min(one.low for one in intervals), high=high)
