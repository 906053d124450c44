"""Every minimal conflict, by a map of what is known.

MARCO: a propositional map holds which sets of lines were looked at. Each time a largest set that
was not is put to the solver. If it holds, all its parts do; if not, it is shrunk to a minimal
conflict, and nothing with that in it is looked at again (M. Liffiton, A. Previti, A. Malik and
J. Marques-Silva, "Fast, flexible MUS enumeration", Constraints 21, 2016).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice

from habeas.accounts.solving.checking import Checker
from habeas.accounts.solving.pairs import crossing_pairs
from habeas.accounts.solving.statements import Found

MOST_EFFORT = 10_000
"""What the enumeration may cost, in the units of a checker, before it is given up."""

type Numbers = tuple[int, ...]


def enumerate_cores(checker: Checker, chosen: Collection[int], most: int) -> Found[Numbers]:
    """Minimal conflicts among the chosen lines, smaller ones first, at most `most`.

    Where there are more, or the solver was asked too often, the smallest of those found.
    """
    from pysat.solvers import Minisat22

    pairs = list(islice(crossing_pairs(checker.lines, chosen), most + 1))
    if len(pairs) > most:
        return Found(items=_smallest(pairs, most), is_complete=False)
    last = checker.effort + MOST_EFFORT
    cores = list(pairs)
    everything = sorted(chosen)
    with Minisat22() as known:
        known.set_phases([number + 1 for number in everything])
        for core in pairs:
            known.add_clause([-(number + 1) for number in core])
        while len(cores) <= 2 * most and checker.effort < last:
            if not known.solve():
                is_complete = len(cores) <= most and not checker.gave_up
                return Found(items=_smallest(cores, most), is_complete=is_complete)
            model = {literal - 1 for literal in known.get_model() if literal > 0}
            seed = _enlarged(model.intersection(everything), everything, cores)
            checker.effort += 1 + len(everything) // 50
            found = checker.clash(seed)
            if found is None:
                left = [number + 1 for number in everything if number not in seed]
                if not left:
                    return Found(items=(), is_complete=True)
                known.add_clause(left)
            else:
                core = checker.shrink(found)
                cores.append(core)
                known.add_clause([-(number + 1) for number in core])
    return Found(items=_smallest(cores, most), is_complete=False)


def _enlarged(seed: set[int], everything: Sequence[int], cores: Sequence[Numbers]) -> set[int]:
    """A largest set with the seed in it that holds no conflict known."""
    missing = [set(core) - seed for core in cores]
    lacking: dict[int, list[set[int]]] = {}
    for each in missing:
        for number in each:
            lacking.setdefault(number, []).append(each)
    for number in everything:
        if number in seed or any(len(each) == 1 for each in lacking.get(number, ())):
            continue
        seed.add(number)
        for each in lacking.get(number, ()):
            each.discard(number)
    return seed


def _smallest(cores: Collection[Numbers], most: int) -> tuple[Numbers, ...]:
    return tuple(sorted(cores, key=lambda core: (len(core), core))[:most])
