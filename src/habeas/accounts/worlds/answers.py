"""What is found in a world, from the statements that its claims mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.accounts.hedges import hard_bounds
from habeas.accounts.solving import Interval, Selection, Statement, System
from habeas.accounts.weighing_repairs import always_set_aside
from habeas.accounts.worlds.making import Happening, World

_MOST_CONFLICTS = 40
_MOST_REPAIRS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is found of one event.

    Attributes:
        flagged: Places, in `Happening.sayings`, of what every lightest repair sets aside.
        bounds: On numbers of people, over all repairs that were listed.
    """

    flagged: frozenset[int]
    bounds: tuple[tuple[Selection, Interval], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What is found of all events, and the seconds that went before reconciling began."""

    by_happening: tuple[Answer, ...]
    preparing: float
    preparing_cpu: float


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
    system.conflicts(_MOST_CONFLICTS)
    settings = system.settings(_MOST_REPAIRS)
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
