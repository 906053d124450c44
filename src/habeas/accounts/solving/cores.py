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

MOST_CALLS = 4_000
"""Times that the solver is asked before the enumeration is given up."""

type Numbers = tuple[int, ...]


def enumerate_cores(checker: Checker, chosen: Collection[int], most: int) -> Found[Numbers]:
    """Minimal conflicts among the chosen lines, smaller ones first, at most `most`.

    Where there are more, or the solver was asked too often, the smallest of those found.
    """
    from pysat.solvers import Minisat22

    pairs = list(islice(crossing_pairs(checker.lines, chosen), most + 1))
    if len(pairs) > most:
        return Found(items=_smallest(pairs, most), is_complete=False)
    last = checker.calls + MOST_CALLS
    cores = list(pairs)
    everything = sorted(chosen)
    with Minisat22() as known:
        known.set_phases([number + 1 for number in everything])
        for core in pairs:
            known.add_clause([-(number + 1) for number in core])
        while len(cores) <= 2 * most and checker.calls < last:
            if not known.solve():
                return Found(items=_smallest(cores, most), is_complete=len(cores) <= most)
            model = {literal - 1 for literal in known.get_model() if literal > 0}
            seed = _enlarged(model.intersection(everything), everything, cores)
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
    by_line: dict[int, list[set[int]]] = {}
    for core in cores:
        for number in core:
            by_line.setdefault(number, []).append({*core} - {number})
    for number in everything:
        if number not in seed and not any(others <= seed for others in by_line.get(number, ())):
            seed.add(number)
    return seed


def _smallest(cores: Collection[Numbers], most: int) -> tuple[Numbers, ...]:
    return tuple(sorted(cores, key=lambda core: (len(core), core))[:most])
