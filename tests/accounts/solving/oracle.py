"""A second opinion on statements, which shares no code with the solver.

It lists every kind of person there can be, one for each combination of values, and asks z3 for
how many people of each there are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, product
from typing import Any

import z3

from habeas.accounts.solving import OTHER, Attribute, Selection, Statement

type Kind = Mapping[str, frozenset[str]]


def kinds_of(attributes: Iterable[Attribute]) -> list[Kind]:
    """Everybody there can be: for each attribute the values that they have."""
    choices = [[(each.name, have) for have in _haves(each)] for each in attributes]
    return [dict(choice) for choice in product(*choices)]


def _haves(attribute: Attribute) -> Iterator[frozenset[str]]:
    most = 1 if attribute.is_exclusive else len(attribute.values)
    for count in range(0 if attribute.is_open else 1, most + 1):
        yield from map(frozenset, combinations(attribute.values, count))


def is_in(kind: Kind, selection: Selection) -> bool:
    """Whether people of a kind are selected."""
    return all(
        kind[name] & values or (OTHER in values and not kind[name]) for name, values in selection
    )


class Oracle:
    """Answers for statements on people of given attributes."""

    def __init__(self, attributes: Iterable[Attribute]) -> None:
        self.kinds = kinds_of(attributes)
        self._counts = [z3.Int(f"n{number}") for number in range(len(self.kinds))]

    def _sum(self, selection: Selection) -> Any:
        pairs = zip(self.kinds, self._counts, strict=True)
        return z3.Sum([z3.IntVal(0), *(count for kind, count in pairs if is_in(kind, selection))])

    def _solver(self, statements: Iterable[Statement]) -> z3.Solver:
        solver = z3.Solver()
        solver.add(*(count >= 0 for count in self._counts))
        for statement in statements:
            total = self._sum(statement.selection)
            if statement.low is not None:
                solver.add(total >= statement.low)
            if statement.high is not None:
                solver.add(total <= statement.high)
        return solver

    def holds(self, statements: Iterable[Statement]) -> bool:
        """Whether some people satisfy all statements."""
        return bool(self._solver(statements).check() == z3.sat)

    def reaches(
        self, statements: Iterable[Statement], selection: Selection, low: int, high: int | None
    ) -> bool:
        """Whether those of a selection can be as few as `low` and as many as `high`, no more.

        Where `high` is None they can be any number, of which a very large one is tried.
        """
        solver = self._solver(statements)
        total = self._sum(selection)

        def can_be(*conditions: Any) -> bool:
            return bool(solver.check(*conditions) == z3.sat)

        most = can_be(total > 10**6) if high is None else (
            can_be(total == high) and not can_be(total > high)
        )  # fmt: skip
        return can_be(total == low) and not can_be(total < low) and most

    def minimal_conflicts(self, statements: Sequence[Statement]) -> set[frozenset[str]]:
        """Every set of statements that cannot hold of which every part can."""
        found: set[frozenset[str]] = set()
        for part in _parts(statements):
            ids = frozenset(each.id for each in part)
            if not any(other <= ids for other in found) and not self.holds(part):
                found.add(ids)
        return found

    def minimal_settings(self, statements: Sequence[Statement]) -> dict[frozenset[str], int]:
        """Every set without which the rest can hold, none without one of its own; its weight."""
        found: dict[frozenset[str], int] = {}
        for part in _parts(statements):
            ids = frozenset(each.id for each in part)
            rest = [each for each in statements if each.id not in ids]
            if not any(other <= ids for other in found) and self.holds(rest):
                found[ids] = sum(each.weight for each in part)
        return found


def _parts(statements: Sequence[Statement]) -> Iterator[Collection[Statement]]:
    """All parts, smaller ones first."""
    return chain.from_iterable(
        combinations(statements, count) for count in range(len(statements) + 1)
    )
