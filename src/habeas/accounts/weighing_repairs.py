"""Which statements every lightest repair sets aside, without listing the repairs.

Where two speakers differ and nothing else tells, there are two lightest repairs, where that
happens ten times 1,024: their common part is found without them. It is what the account may
call doubtful: whichever lightest repair is right, these are not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from habeas.accounts.solving import Core, Found, Setting

NOTHING_KNOWN = Found[Setting](items=(), is_complete=False)


class FindsConflicts(Protocol):
    """What is asked of a system: one minimal conflict among what is not set aside."""

    def conflict(self, aside: Collection[str] = ()) -> Core | None:
        """One minimal conflict; None without."""


def always_set_aside(
    system: FindsConflicts, weights: Mapping[str, int], known: Found[Setting] = NOTHING_KNOWN
) -> frozenset[str]:
    """Say which statements stand in every lightest set that leaves the rest without conflict.

    Args:
        system: Of the statements.
        weights: Of every statement, 1 or more: what setting it aside costs.
        known: What `System.settings` answered, lightest first; where all of the lightest are
            among them, nothing is searched.

    Returns:
        Ids; empty where nothing conflicts, or where each can be kept at no more cost.
    """
    lightest = [one for one in known.items if one.weight == known.items[0].weight]
    if lightest and (known.is_complete or len(lightest) < len(known.items)):
        return frozenset.intersection(*(frozenset(one.aside) for one in lightest))
    search = _Search(system, weights)
    best = search.lightest(frozenset(), None)
    if best is None:
        return frozenset()
    least = search.weigh(best)
    always, unsure = set[str](), set(best)
    while unsure:
        kept = min(unsure)
        unsure.remove(kept)
        other = search.lightest(frozenset({kept}), least)
        if other is None:
            always.add(kept)
        else:
            unsure &= other
    return frozenset(always)


class _Search:
    """Lightest sets that meet every conflict found so far, until one meets them all."""

    def __init__(self, system: FindsConflicts, weights: Mapping[str, int]) -> None:
        self._system = system
        self._weights = weights
        self._found: list[frozenset[str]] = []
        self._solved: dict[tuple[frozenset[frozenset[str]], frozenset[str]], _Hit] = {}

    def weigh(self, chosen: Iterable[str]) -> int:
        """What it costs to set these aside."""
        return sum(self._weights[one] for one in chosen)

    def lightest(self, kept: frozenset[str], most: int | None) -> frozenset[str] | None:
        """One lightest set without any of `kept`; None where it weighs more than `most`."""
        while True:
            chosen = self._meet(kept)
            if chosen is None or (most is not None and self.weigh(chosen) > most):
                return None
            if not self._find(chosen):
                return chosen

    def _find(self, chosen: frozenset[str]) -> bool:
        """Find conflicts that a set leaves, no two of which share a statement."""
        aside = set(chosen)
        while True:
            core = self._system.conflict(aside)
            if core is None:
                return len(aside) > len(chosen)
            self._found.append(frozenset(core.statements))
            aside.update(core.statements)

    def _meet(self, kept: frozenset[str]) -> frozenset[str] | None:
        chosen = set[str]()
        for part in _parts(self._found):
            key = part, kept & frozenset().union(*part)
            if key not in self._solved:
                self._solved[key] = _meet_all(*key, self._weights)
            hit = self._solved[key]
            if hit is None:
                return None
            chosen |= hit
        return frozenset(chosen)


type _Hit = frozenset[str] | None


def _parts(sets: Iterable[frozenset[str]]) -> list[frozenset[frozenset[str]]]:
    """Conflicts apart: no statement is in two of the parts."""
    parts: list[tuple[set[str], set[frozenset[str]]]] = []
    for one in sets:
        touched = [part for part in parts if part[0] & one]
        parts = [part for part in parts if not part[0] & one]
        names, members = set(one), {one}
        for other in touched:
            names |= other[0]
            members |= other[1]
        parts.append((names, members))
    return [frozenset(members) for _, members in parts]


def _meet_all(
    sets: Collection[frozenset[str]], kept: frozenset[str], weights: Mapping[str, int]
) -> _Hit:
    """A lightest set that has a statement of each of `sets` and none of `kept`."""
    from pysat.examples.rc2 import RC2
    from pysat.formula import WCNF

    names = sorted(frozenset().union(*sets) - kept)
    numbers = {name: n for n, name in enumerate(names, 1)}
    formula = WCNF()
    for one in sorted(sorted(s - kept) for s in sets):
        if not one:
            return None
        formula.append([numbers[name] for name in one])
    for name, number in numbers.items():
        formula.append([-number], weight=weights[name])
    with RC2(formula) as solver:
        model = solver.compute()
    assert model is not None
    return frozenset(names[n - 1] for n in model if 0 < n <= len(names))
