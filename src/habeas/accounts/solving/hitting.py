"""The lightest sets that have a line of every conflict known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

MOST_SEARCHES = 3_000
"""Searches that one set may take, each with at most as many contradictions met."""

MOST_CONTRADICTIONS = 3_000

type Numbers = tuple[int, ...]


class GivenUp(Exception):
    """Finding the lightest set takes too long."""


class Hitting:
    """Lightest sets by a MaxSAT solver, one after the other.

    Args:
        cores: Conflicts to begin with.
        weights: Of every line, 1 or more.
    """

    def __init__(self, cores: Iterable[Numbers], weights: Mapping[int, int]) -> None:
        from pysat.examples.hitman import Hitman

        self._weights = weights
        self._solver = Hitman(bootstrap_with=cores, weights=weights, htype="sorted", solver="m22")
        self._searches = 0
        # The one place through which every search passes.
        self._solver.oracle._call_oracle = self._search

    def close(self) -> None:
        """Give back memory outside Python."""
        self._solver.delete()

    def next(self) -> Numbers | None:
        """The lightest set that has none of those forbidden in it; None where there is none.

        Raises:
            GivenUp: And nothing can be asked any more.
        """
        self._searches = 0
        found = self._solver.get()
        return None if found is None else tuple(sorted(found))

    def hit(self, core: Numbers) -> None:
        """Another conflict to hit."""
        self._solver.hit(core, weights=self._weights)

    def forbid(self, found: Numbers) -> None:
        """Give no set with all of these any more."""
        self._solver.block(found)

    def _search(self, assumptions: Iterable[int] = (), expect_interrupt: object = None) -> Any:
        solver = self._solver.oracle.oracle
        self._searches += 1
        solver.conf_budget(MOST_CONTRADICTIONS)
        answer = solver.solve_limited(assumptions=assumptions)
        if answer is None or self._searches > MOST_SEARCHES:
            raise GivenUp
        return answer
