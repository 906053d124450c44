"""How figures go wrong."""

from __future__ import annotations

import random
from collections.abc import Callable
from enum import StrEnum

from habeas.accounts.solving import Selection
from habeas.accounts.worlds.people import People
from habeas.accounts.worlds.words import allows, say
from habeas.model.claims import Quantity

_TRIES = 40


class Error(StrEnum):
    """What happened to the figure."""

    OFF_BY_SOME = "off-by-some"
    ANOTHER_GROUP = "another-group"
    OLDER = "older"
    DIGIT = "digit"
    SWAPPED = "swapped"
    COPIED = "copied"


_SHARES = {
    Error.OFF_BY_SOME: 35,
    Error.ANOTHER_GROUP: 20,
    Error.OLDER: 20,
    Error.DIGIT: 15,
    Error.SWAPPED: 10,
}


def say_wrongly(
    people: People, selection: Selection, chance: random.Random
) -> tuple[Quantity, Error] | None:
    """A figure whose words exclude the truth; None where none is found."""
    truth = people.count(selection)
    for error in chance.choices(list(_SHARES), list(_SHARES.values()), k=_TRIES):
        believed = _MAKING[error](people, selection, chance)
        if believed <= 0 or believed == truth:
            continue
        said = say(believed, chance)
        if not allows(said, truth):
            return said, error
    return None


def _off_by_some(people: People, selection: Selection, chance: random.Random) -> int:
    truth = people.count(selection)
    return truth + chance.choice([-1, 1]) * chance.randint(1, max(1, truth // 20))


def _another_group(people: People, selection: Selection, chance: random.Random) -> int:
    """The figure of a group within this one, or of the one it is within."""
    if selection and chance.random() < 1 / 3:
        left = chance.randrange(len(selection))
        return people.count(selection[:left] + selection[left + 1 :])
    taken = {name for name, _ in selection}
    free = [one for one in people.traits if one.attribute.name not in taken]
    if not free:
        return 0
    one = chance.choice(free)
    part = (*selection, (one.attribute.name, frozenset({chance.choice(one.told)})))
    return people.count(tuple(sorted(part, key=lambda pair: pair[0])))


def _older(people: People, selection: Selection, chance: random.Random) -> int:
    return round(people.count(selection) * chance.uniform(0.5, 0.95))


def _digit(people: People, selection: Selection, chance: random.Random) -> int:
    digits = list(str(people.count(selection)))
    at = chance.randrange(len(digits))
    digits[at] = chance.choice([one for one in "0123456789" if one != digits[at]])
    return int("".join(digits))


def _swapped(people: People, selection: Selection, chance: random.Random) -> int:
    digits = list(str(people.count(selection)))
    if len(digits) > 1:
        at = chance.randrange(len(digits) - 1)
        digits[at], digits[at + 1] = digits[at + 1], digits[at]
    return int("".join(digits))


_MAKING: dict[Error, Callable[[People, Selection, random.Random], int]] = {
    Error.OFF_BY_SOME: _off_by_some,
    Error.ANOTHER_GROUP: _another_group,
    Error.OLDER: _older,
    Error.DIGIT: _digit,
    Error.SWAPPED: _swapped,
}
