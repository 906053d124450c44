"""The kinds of people that selections tell apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from habeas.accounts.solving.atoms import Condition, Coordinates
from habeas.accounts.solving.cliques import cells
from habeas.accounts.solving.statements import Attribute, Selection
from habeas.accounts.solving.tables import mask_over
from habeas.accounts.solving.unknowns import readings_of, where_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    type Marks = NDArray[np.bool_]

MOST_COMBINATIONS = 2**18
"""Combinations of the atoms of values that are not exclusive, beyond which none is listed."""

MOST_KINDS = 20_000
"""Kinds beyond which none is listed."""


def kinds(
    attributes: Iterable[Attribute], selections: Sequence[Selection]
) -> frozenset[int] | None:
    """Every set of selections that one person can be in; None where there are too many.

    Returns:
        Each set as a number, of which bit 0 says whether the first selection is in it.
    """
    coordinates = Coordinates()
    readings = readings_of(attributes, selections, coordinates)
    where = [where_of(selection, readings) for selection in selections]
    together = [condition.scope for conditions in where for condition in conditions]
    together += [condition.scope for condition in coordinates.impossible]
    found = frozenset({(1 << len(selections)) - 1})
    for group in _groups(together):
        if len(group) > 1 and cells(coordinates.sizes, group) > MOST_COMBINATIONS:
            return None
        marks = _marks(group, where, coordinates)
        patterns = {sum(1 << bit for bit, is_in in enumerate(each) if is_in) for each in marks}
        found = frozenset(one & other for one in found for other in patterns)
        if len(found) > MOST_KINDS:
            return None
    return found


def _marks(
    group: Sequence[int], where: Sequence[Sequence[Condition]], coordinates: Coordinates
) -> list[list[bool]]:
    """For each combination of a group's atoms, which selections it does not rule out."""
    import numpy as np

    sizes, inside = coordinates.sizes, set(group)
    marks = np.stack(
        [mask_over(group, [each for each in own if inside.issuperset(each.scope)], sizes).ravel()
         for own in where],
        axis=1,
    )  # fmt: skip
    possible = np.ones(len(marks), dtype=np.bool_)
    for condition in coordinates.impossible:
        if inside.issuperset(condition.scope):
            possible &= ~mask_over(group, [condition], sizes).ravel()
    marks = marks[possible]
    if len(marks) > 64:
        marks = np.unique(marks, axis=0)
    found: list[list[bool]] = marks.tolist()
    return found


def _groups(scopes: Iterable[Sequence[int]]) -> list[tuple[int, ...]]:
    """Coordinates that conditions join, directly or through others; each group ascending."""
    groups: list[set[int]] = []
    for scope in scopes:
        joined = set(scope)
        apart = []
        for group in groups:
            if group & joined:
                joined |= group
            else:
                apart.append(group)
        groups = [*apart, joined]
    return sorted(tuple(sorted(group)) for group in groups)
