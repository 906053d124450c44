"""From attributes and selections to the columns of a programme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from habeas.accounts.solving.atoms import (
    Condition,
    Coordinates,
    Where,
    conditions_of,
    values_by_attribute,
)
from habeas.accounts.solving.cliques import MOST_CELLS_OF_ONE, apart, arrange, cells
from habeas.accounts.solving.statements import Attribute, Selection
from habeas.accounts.solving.tables import Grid, scope_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    type Columns = NDArray[np.int32]

type Readings = Mapping[str, Mapping[frozenset[str], Condition | None]]


class Unknowns:
    """Counts of people, 0 or more, of which every selection is a sum.

    Attributes:
        count: Number of columns.
        structure: What holds for any people there are.
        nobody: Columns of cells in which nobody can be.
        is_exact: Whatever satisfies the structure is a table of people. Where False there were
            too many combinations, and more is taken for possible than is: what conflicts does
            conflict, and the truth is within bounds, but there may be more to say.
    """

    def __init__(self, attributes: Iterable[Attribute], selections: Iterable[Selection]) -> None:
        asked = sorted(set(selections), key=order_of)
        coordinates = Coordinates()
        readings = readings_of(attributes, asked, coordinates)
        said = {each: where_of(each, readings) for each in asked}
        where = {each: narrowed(conditions, coordinates) for each, conditions in said.items()}
        scopes = {scope_of(conditions) for conditions in where.values()}
        scopes |= {scope_of((condition,)) for condition in coordinates.impossible}
        tables = arrange(coordinates.sizes, scopes)
        grid = Grid(coordinates.sizes, tables or apart(coordinates.sizes))
        self.is_exact = tables is not None and tables.is_exact
        self._keys: dict[Selection, int] = {}
        self._columns: list[Columns] = []
        numbers: dict[tuple[tuple[tuple[int, ...], bytes], ...], int] = {}
        for selection, conditions in said.items():
            meaning = tuple(each.key for each in conditions)
            key = self._keys[selection] = numbers.setdefault(meaning, len(numbers))
            if key == len(self._columns):
                columns = grid.columns(where[selection])
                self._columns.append(grid.estimate(conditions) if columns is None else columns)
        self.nobody = [
            columns
            for condition in coordinates.impossible
            if (columns := grid.columns((condition,))) is not None
        ]
        self.count = grid.count
        self.structure = grid.structure()

    def __contains__(self, selection: Selection) -> bool:
        """Whether the selection is among those that the columns were made for."""
        return selection in self._keys

    def __iter__(self) -> Iterator[Selection]:
        """The selections that the columns were made for."""
        return iter(self._keys)

    def key(self, selection: Selection) -> int:
        """The same number for selections of the same people."""
        return self._keys[selection]

    def columns(self, key: int) -> Columns:
        """The columns that add up to the people of selections, ascending."""
        return self._columns[key]


def order_of(selection: Selection) -> list[tuple[str, list[str]]]:
    """A key that sorts selections."""
    return [(name, sorted(values)) for name, values in selection]


def readings_of(
    attributes: Iterable[Attribute], selections: Iterable[Selection], coordinates: Coordinates
) -> Readings:
    """What each set of values means that a selection mentions, by attribute.

    Raises:
        ValueError: An attribute is not among those given, or lacks a value.
    """
    known = {attribute.name: attribute for attribute in attributes}
    found = {}
    for name, mentioned in values_by_attribute(selections).items():
        if name not in known:
            raise ValueError(f"no attribute is named {name!r}: give the system every attribute")
        found[name] = conditions_of(known[name], mentioned, coordinates)
    return found


def where_of(selection: Selection, readings: Readings) -> Where:
    """The conditions that a selection sets, one for each scope, by scope."""
    masks: dict[tuple[int, ...], Condition] = {}
    for name, values in selection:
        condition = readings[name][values]
        if condition is None:
            continue
        before = masks.get(condition.scope)
        if before is not None:
            condition = Condition(scope=condition.scope, mask=before.mask & condition.mask)
        masks[condition.scope] = condition
    return tuple(masks[scope] for scope in sorted(masks))


def narrowed(conditions: Where, coordinates: Coordinates) -> Where:
    """The same with fewer coordinates, where a table of all would be too wide.

    Each condition gets a yes/no coordinate that says whether it is met, and then each pair of
    these one that says whether both are, until a table of those that are left is not too wide.
    """
    if len(conditions) < 2:
        return conditions
    if cells(coordinates.sizes, scope_of(conditions)) <= MOST_CELLS_OF_ONE:
        return conditions
    choices = [coordinates.define(condition) for condition in conditions]
    while 2 ** len(choices) > MOST_CELLS_OF_ONE:
        pairs = [choices[first : first + 2] for first in range(0, len(choices), 2)]
        choices = [coordinates.define(_yes(pair)) for pair in pairs]
    return (_yes(choices),)


def _yes(choices: Sequence[int]) -> Condition:
    """All of these yes/no coordinates are "yes"."""
    import numpy as np

    mask = np.zeros((2,) * len(choices), dtype=np.bool_)
    mask[(1,) * len(choices)] = True
    return Condition(scope=tuple(sorted(choices)), mask=mask)
