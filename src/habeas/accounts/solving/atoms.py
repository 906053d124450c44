"""Attributes compressed to what selections tell apart.

Values of an attribute that no selection tells apart are one atom, so an attribute with two
hundred states of which one is mentioned has two atoms. An attribute whose values exclude each
other is one coordinate with an atom for each class of values. Where people may have several
values, each class is a yes/no coordinate of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.accounts.solving.statements import OTHER, Attribute, Selection

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    type Mask = NDArray[np.bool_]

type Where = tuple[Condition, ...]
"""Conditions that all have to be met, in order; none is everybody."""

MOST_CHOICES = 8
"""Yes/no coordinates that one condition spans; more are summed up by coordinates of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Which atoms people have: a truth value for each combination of some coordinates' atoms.

    Attributes:
        scope: The coordinates, ascending.
        mask: Of shape (atoms of the first coordinate, of the second, ...).
    """

    scope: tuple[int, ...]
    mask: Mask

    @property
    def key(self) -> tuple[tuple[int, ...], bytes]:
        """Equal for conditions that say the same, and in a fixed order."""
        return (self.scope, self.mask.tobytes())


class Coordinates:
    """Coordinates as they are found.

    Attributes:
        sizes: Number of atoms of each, 2 or more.
        impossible: Conditions that nobody meets.
    """

    __slots__ = ("impossible", "sizes")

    def __init__(self) -> None:
        self.sizes: list[int] = []
        self.impossible: list[Condition] = []

    def add(self, size: int) -> int:
        """A new coordinate of so many atoms."""
        self.sizes.append(size)
        return len(self.sizes) - 1

    def define(self, meaning: Condition) -> int:
        """A new yes/no coordinate that is "yes" exactly where the condition is met."""
        import numpy as np

        new = self.add(2)
        wrong = np.stack([meaning.mask, ~meaning.mask], axis=-1)
        self.impossible.append(Condition(scope=(*meaning.scope, new), mask=wrong))
        return new

    def sum_up(self, choices: Sequence[int], most: int = MOST_CHOICES) -> tuple[int, ...]:
        """At most so many choices of which one is "yes" exactly where one of these is."""
        left = tuple(choices)
        while len(left) > most:
            left = tuple(
                self.define(_at_least_one(left[start : start + MOST_CHOICES]))
                for start in range(0, len(left), MOST_CHOICES)
            )
        return left


def conditions_of(
    attribute: Attribute, mentioned: Collection[frozenset[str]], coordinates: Coordinates
) -> Mapping[frozenset[str], Condition | None]:
    """The condition that each mentioned set of values is; None where everybody meets it.

    Raises:
        ValueError: A set is empty, or holds a value that the attribute does not have.
    """
    known = {*attribute.values, OTHER} if attribute.is_open else set(attribute.values)
    for values in mentioned:
        if not values or not values <= known:
            raise ValueError(
                f"attribute {attribute.name!r} has no values {sorted(values - known)}: "
                "select at least one value, each among those of the attribute"
            )
    if attribute.is_exclusive:
        everything = (*attribute.values, OTHER) if attribute.is_open else attribute.values
        return _exclusive(tuple(dict.fromkeys(everything)), mentioned, coordinates)
    return _several(attribute, mentioned, coordinates)


def _classes(values: Iterable[str], mentioned: Iterable[frozenset[str]]) -> dict[str, int]:
    """For each value the number of the class of values that it is not told apart from.

    The class of those in no set, if there are any, is number -1.
    """
    belongs: dict[str, list[int]] = {value: [] for value in values}
    for number, members in enumerate(mentioned):
        for value in members:
            if value in belongs:
                belongs[value].append(number)
    numbers: dict[tuple[int, ...], int] = {(): -1}
    found = {}
    for value, sets in belongs.items():
        found[value] = numbers.setdefault(tuple(sets), len(numbers) - 1)
    return found


def _exclusive(
    values: Sequence[str], mentioned: Collection[frozenset[str]], coordinates: Coordinates
) -> Mapping[frozenset[str], Condition | None]:
    import numpy as np

    classes = _classes(values, mentioned)
    # Those in no set come last, so that -1 finds them.
    size = max(classes.values(), default=-1) + 1 + (-1 in classes.values())
    if size < 2:
        return dict.fromkeys(mentioned)
    coordinate = coordinates.add(size)
    found: dict[frozenset[str], Condition | None] = {}
    for members in mentioned:
        mask = np.zeros(size, dtype=np.bool_)
        mask[[classes[value] for value in members]] = True
        found[members] = None if mask.all() else Condition(scope=(coordinate,), mask=mask)
    return found


def _several(
    attribute: Attribute, mentioned: Collection[frozenset[str]], coordinates: Coordinates
) -> Mapping[frozenset[str], Condition | None]:
    classes = _classes(attribute.values, mentioned)
    asks_for_none = any(OTHER in members for members in mentioned)
    numbers = sorted(set(classes.values()) - (set() if asks_for_none else {-1}))
    choices = {number: coordinates.add(2) for number in numbers}
    if not attribute.is_open and -1 not in classes.values() and choices:
        must = coordinates.sum_up(list(choices.values()))
        nobody = _at_least_one(must)
        coordinates.impossible.append(Condition(scope=nobody.scope, mask=~nobody.mask))
    everything = {*attribute.values, OTHER} if attribute.is_open else {*attribute.values}
    has_any = coordinates.sum_up(list(choices.values()), most=1) if asks_for_none else ()
    found: dict[frozenset[str], Condition | None] = {}
    for members in mentioned:
        wanted = sorted({choices[classes[value]] for value in members if value != OTHER})
        parts = coordinates.sum_up(wanted)
        if members.issuperset(everything):
            found[members] = None
        elif OTHER not in members:
            found[members] = _at_least_one(parts)
        else:
            found[members] = _one_or_none(parts, has_any[0])
    return found


def _at_least_one(choices: Sequence[int]) -> Condition:
    import numpy as np

    mask = np.ones((2,) * len(choices), dtype=np.bool_)
    mask[(0,) * len(choices)] = False
    return Condition(scope=tuple(sorted(choices)), mask=mask)


def _one_or_none(choices: Sequence[int], anything: int) -> Condition:
    """Those with one of the choices, and those who do not have anything."""
    import numpy as np

    scope = tuple(sorted((*choices, anything)))
    mask = np.ones((2,) * len(scope), dtype=np.bool_)
    # Not met by those who have something, but none of the choices.
    mask[tuple(int(coordinate == anything) for coordinate in scope)] = False
    return Condition(scope=scope, mask=mask)


def values_by_attribute(selections: Iterable[Selection]) -> dict[str, list[frozenset[str]]]:
    """Every set of values that is selected of each attribute, once, in a fixed order."""
    found: dict[str, set[frozenset[str]]] = {}
    for selection in selections:
        for name, values in selection:
            found.setdefault(name, set()).add(values)
    return {
        name: sorted(sets, key=lambda values: (len(values), sorted(values)))
        for name, sets in sorted(found.items())
    }
