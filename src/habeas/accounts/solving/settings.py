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
from habeas.accounts.solving.pairs import crossing_pairs
from habeas.accounts.solving.statements import Found

MOST_CALLS = 8_000
"""Times that the solver is asked before the enumeration is given up."""

MOST_CALLS_FOR_ANOTHER = 100
"""Times that it is asked whether there are more sets than were wanted."""

MOST_PAIRS = 2_000

type Numbers = tuple[int, ...]


def lightest(checker: Checker, chosen: Collection[int], most: int) -> Found[Numbers]:
    """Sets to set aside, lightest first, at most `most` of them."""
    from pysat.examples.hitman import Hitman

    weights = {number: line.weight for number, line in enumerate(checker.lines)}
    everything = sorted(chosen)
    last = checker.calls + MOST_CALLS
    cores = list(islice(crossing_pairs(checker.lines, everything), MOST_PAIRS))
    cores += disjoint_cores(checker, everything, cores)
    if not cores:
        return Found(items=((),), is_complete=True)
    found: list[Numbers] = []
    with Hitman(bootstrap_with=cores, weights=weights, htype="sorted", solver="m22") as hitting:
        while checker.calls < last:
            aside = hitting.get()
            if aside is None:
                return Found(items=tuple(found), is_complete=True)
            rest = [number for number in everything if number not in aside]
            more = disjoint_cores(checker, rest, ())
            for core in more:
                hitting.hit(core, weights=weights)
            if more:
                continue
            if len(found) == most:
                break
            found.append(tuple(sorted(aside)))
            hitting.block(aside)
            if len(found) == most:
                last = min(last, checker.calls + MOST_CALLS_FOR_ANOTHER)
    return Found(items=tuple(found), is_complete=False)


def disjoint_cores(
    checker: Checker, chosen: Sequence[int], known: Collection[Numbers]
) -> list[Numbers]:
    """Minimal conflicts that share no line with each other, nor with those known first."""
    found: list[Numbers] = []
    taken: set[int] = set()
    for core in known:
        if taken.isdisjoint(core):
            taken |= set(core)
    while True:
        rest = [number for number in chosen if number not in taken]
        conflicting = checker.clash(rest)
        if conflicting is None:
            return found
        found.append(checker.shrink(conflicting))
        taken |= set(found[-1])
