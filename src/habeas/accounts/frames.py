"""The attributes by which the people of one event are told apart, and who is selected."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from habeas.accounts.populations import FOREIGN, Population
from habeas.accounts.solving import OTHER, Attribute, Selection

NATIVE = "own"
"""The citizens of a state that is not known, where others are called foreign."""

CLOSED = {
    "sex": ("men", "women"),
    "age": ("adults", "minors"),
    "designation": ("common", "political"),
}
"""Attributes of which everybody has one of these values."""

ONE_OF_MANY = ("citizenship", "destination", "fate", "name", "place")
"""Attributes of which nobody has two values, and many have none that is told."""

BATCH = "batch"
"""Numbers that were said one after the other, each beside the last: closed, as told."""

NAME = "name"
"""By whom persons are named; each person is counted once."""

FATE = "fate"
"""What became of people, where figures of it are parts of another: one of several."""

_YES = "yes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What can be said of the people of one event.

    Attributes:
        attributes: By name; those of many values (a destination, a citizenship) are
            exclusive and open, sex, age and designation are exclusive and closed, and
            whatever else singles people out is a yes or no of its own.
        foreign: What `foreign` selects of the citizenships.
    """

    attributes: tuple[Attribute, ...]
    foreign: frozenset[str]

    def selection(self, population: Population) -> Selection:
        """Whom a population selects; every value of it must have been told to `frame_of`."""
        pairs = (self._pair(attribute, value) for attribute, value in population)
        return tuple(sorted(pairs, key=lambda pair: pair[0]))

    def _pair(self, attribute: str, value: str) -> tuple[str, frozenset[str]]:
        if value == FOREIGN and attribute == "citizenship":
            return attribute, self.foreign
        if is_single(attribute):
            return attribute, frozenset({value})
        if value == OTHER:
            return attribute, frozenset({OTHER})
        return f"{attribute}:{value}", frozenset({_YES})


def is_single(attribute: str) -> bool:
    """True where nobody has two values of an attribute; each value else stands for itself."""
    return attribute in CLOSED or attribute in ONE_OF_MANY or attribute == BATCH


def frame_of(
    populations: Iterable[Population],
    state: str | None,
    *,
    shared: Collection[str] = (),
    opened: Collection[str] = (),
) -> Frame:
    """Gather the attributes that populations mention.

    Args:
        populations: In any order.
        state: Whose citizens are not foreign; ISO 3166-1 alpha-2.
        shared: Attributes of which one person may have several values.
        opened: Closed attributes of which somebody may have none of the values.
    """
    values: dict[str, set[str]] = {}
    for population in populations:
        for attribute, value in population:
            single = is_single(attribute) or value == OTHER
            name, told = (attribute, value) if single else (f"{attribute}:{value}", _YES)
            values.setdefault(name, set()).add(told)
    foreign = frozenset[str]()
    if "citizenship" in values:
        native = state or NATIVE
        told_of = values["citizenship"] - {OTHER}
        if FOREIGN in told_of:
            values["citizenship"] = (told_of - {FOREIGN}) | {native}
            foreign = frozenset(values["citizenship"] - {native}) | {OTHER}
    attributes = [
        Attribute(
            name=name,
            values=CLOSED.get(name) or tuple(sorted(told - {OTHER})),
            is_open=(name not in CLOSED and name != BATCH) or name in opened,
            is_exclusive=name not in shared,
        )
        for name, told in sorted(values.items())
    ]
    return Frame(attributes=tuple(attributes), foreign=foreign)
