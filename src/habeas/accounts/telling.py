"""Which bounds tell more than those of larger groups of people tell already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from habeas.accounts.populations import Population
from habeas.model.accounts import Bound


def telling_bounds(bounds: Iterable[Bound]) -> list[Bound]:
    """The bounds that do not follow at once from those of fewer attributes.

    That some of six women may have been taken to Lithuania follows from the six; that
    none of them can have been does not.

    Args:
        bounds: As `Account.bounds`: those of one kind of event after the other, each
            beginning with everybody.

    Returns:
        In the same order; everybody is always among them where anything bounds it.
    """
    families: list[list[Bound]] = []
    for bound in bounds:
        if not bound.population or not families:
            families.append([])
        families[-1].append(bound)
    return [bound for family in families for bound in family if _tells(bound, family)]


def _tells(bound: Bound, family: Sequence[Bound]) -> bool:
    known = {one.population: one for one in family}
    larger = [known[part] for part in _parts(bound.population) if part in known]
    high = min((one.high for one in larger if one.high is not None), default=None)
    if bound.high is not None and (high is None or bound.high < high):
        return True
    return bound.low > _least(bound, known)


def _parts(population: Population) -> Iterable[Population]:
    return (part for size in range(len(population)) for part in combinations(population, size))


def _least(bound: Bound, known: dict[Population, Bound]) -> int:
    """How many there are at least by the bounds of its attributes alone (Fréchet)."""
    everybody = known.get(())
    singles = [known.get((pair,)) for pair in bound.population]
    if everybody is None or everybody.high is None or len(singles) < 2:
        return 0
    surely = sum(one.low for one in singles if one is not None)
    return max(0, surely - (len(singles) - 1) * everybody.high)
