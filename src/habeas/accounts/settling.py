"""What would close the questions of an account: the list, the day, the names to ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from habeas.accounts import wording
from habeas.accounts.families import Family
from habeas.accounts.figures import Count
from habeas.accounts.populations import value_of
from habeas.model.accounts import Assumption, AssumptionKind, Bounds, Conflict

_LONGEST_LIST = 300
"""Lists of more people than this are not asked for because of one conflict."""


def settling_of(
    conflicts: Iterable[Conflict],
    families: Sequence[Family],
    assumptions: Iterable[Assumption],
    unnamed: Bounds,
) -> tuple[str, ...]:
    """Say what would settle each conflict, and who is not named.

    Args:
        conflicts: Of the account.
        families: Its figures.
        assumptions: Its assumptions; those that a conflict rests on can be asked about.
        unnamed: How many of those freed nobody names.

    Returns:
        Complete sentences, each once.
    """
    counts = {c.claim.id: (c, family) for family in families for c in family.counts}
    by_id = {a.id: a for a in assumptions}
    told: list[str] = []
    for conflict in conflicts:
        told += _of_conflict(conflict, counts)
        told += _of_assumptions(by_id[key] for key in conflict.assumptions if key in by_id)
    if unnamed.low and unnamed.low == unnamed.high and unnamed.low <= _LONGEST_LIST:
        told.append(wording.LIST_OF_UNNAMED.format(number=wording.number_words(unnamed.low)))
    return tuple(dict.fromkeys(told))


def _of_conflict(conflict: Conflict, counts: Mapping[str, tuple[Count, Family]]) -> Iterator[str]:
    told = [counts[key] for key in conflict.claims if key in counts]
    if len(told) < 2:
        return
    populations = {count.population for count, _ in told}
    if len(populations) == 1:
        count, family = told[0]
        figures = sorted((c.quantity.words for c, _ in told), key=lambda words: (len(words), words))
        yield wording.NAMES_OF.format(
            whom=wording.population_words(count.population, family.people),
            figures=wording.join_words(figures),
        )
        return
    exact = [c for c, _ in told if c.exact is not None and c.population]
    if exact:
        least = min(exact, key=lambda c: (c.exact or 0, c.claim.id))
        code = value_of(least.population, "destination")
        if (least.exact or 0) <= _LONGEST_LIST:
            template = wording.NAME_OF if least.exact == 1 else wording.LIST_OF
            yield template.format(figure=wording.group_words(least.claim, code))


def _of_assumptions(assumptions: Iterable[Assumption]) -> Iterator[str]:
    for assumption in assumptions:
        if assumption.kind is AssumptionKind.ANNOUNCED_IS_DONE:
            yield wording.WHO_WAS_ANNOUNCED
        if assumption.kind is AssumptionKind.SAME_DAY:
            yield wording.WHICH_DAY
