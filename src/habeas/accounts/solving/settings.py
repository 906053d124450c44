"""The lightest sets of lines without which the rest can hold.

Such a set has a line of every conflict. So the lightest set that hits every conflict known is
set aside; where the rest still conflicts, that conflict is a new one to hit, and otherwise the
set is the lightest there is (implicit hitting sets; E. Moreno-Centeno and R. Karp, "The implicit
hitting set approach to solve combinatorial optimization problems", 2013). What is found is
forbidden, with all that contains it, and the search goes on for the next.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice

from habeas.accounts.solving.checking import Checker
from habeas.accounts.solving.hitting import GivenUp, Hitting
from habeas.accounts.solving.pairs import crossing_pairs
from habeas.accounts.solving.statements import Found

MOST_EFFORT = 10_000
"""What the enumeration may cost, in the units of a checker, before it is given up."""

MOST_EFFORT_FOR_ANOTHER = 100
"""What it may cost to see whether there are more sets than were wanted."""

MOST_PAIRS = 20_000

type Numbers = tuple[int, ...]


def lightest(checker: Checker, chosen: Collection[int], most: int) -> Found[Numbers]:
    """Sets to set aside, lightest first, at most `most` of them.

    Where the search for the lightest is given up, one set that is not the lightest for sure,
    though none of its lines can be left out.
    """
    everything = sorted(chosen)
    last = checker.effort + MOST_EFFORT
    cores = list(islice(crossing_pairs(checker.lines, everything), MOST_PAIRS))
    cores += disjoint_cores(checker, everything, cores, last)
    if not cores:
        return Found(items=((),), is_complete=True)
    weights = {number: line.weight for number, line in enumerate(checker.lines)}
    hitting = Hitting(cores, weights)
    found: list[Numbers] = []
    is_complete = False
    try:
        while len(found) <= most and checker.effort < last:
            aside = hitting.next()
            if aside is None:
                is_complete = True
                break
            checker.effort += 1 + len(everything) // 50
            gone = set(aside)
            rest = [number for number in everything if number not in gone]
            more = disjoint_cores(checker, rest, (), last)
            for core in more:
                hitting.hit(core)
            if not more:
                found.append(aside)
                hitting.forbid(aside)
            if len(found) == most:
                last = min(last, checker.effort + MOST_EFFORT_FOR_ANOTHER)
    except GivenUp:
        pass
    finally:
        hitting.close()
    items = tuple(found[:most]) or (heaviest_kept(checker, everything),)
    return Found(items=items, is_complete=is_complete)


def disjoint_cores(
    checker: Checker, chosen: Sequence[int], known: Collection[Numbers], last: int
) -> list[Numbers]:
    """Conflicts that share no line with each other, nor with those known that come first."""
    found: list[Numbers] = []
    taken: set[int] = set()
    for core in known:
        if taken.isdisjoint(core):
            taken.update(core)
    while not found or checker.effort < last:
        rest = [number for number in chosen if number not in taken]
        conflicting = checker.clash(rest)
        if conflicting is None:
            break
        found.append(checker.shrink(conflicting))
        taken.update(found[-1])
    return found


def heaviest_kept(checker: Checker, chosen: Sequence[int]) -> Numbers:
    """What is set aside where lines are kept one by one, the heaviest first, while they hold."""
    kept: list[int] = []
    for number in sorted(chosen, key=lambda each: (-checker.lines[each].weight, each)):
        if checker.clash([*kept, number]) is None:
            kept.append(number)
    return tuple(sorted(set(chosen).difference(kept)))
