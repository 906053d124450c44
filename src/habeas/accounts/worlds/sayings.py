"""What speakers say of the people of one event, right or wrong."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from habeas.accounts.solving import Selection
from habeas.accounts.worlds.errors import Error, say_wrongly
from habeas.accounts.worlds.people import People
from habeas.accounts.worlds.words import allows, say
from habeas.model.claims import Quantity

_SHARES = (25, 50, 25)
"""Of 100 figures, those of everybody, and of people singled out by one and by two traits."""

_CLAIMS_PER_SPEAKER = 4
_MORE_SPEAKERS = 2
_REPEATED = 10
"""One claim in so many is printed again by an outlet."""

_COPIED = 0.1
"""How often another speaker takes a wrong figure over, where they speak of the same people."""

_TRIES = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One figure of one speaker.

    Attributes:
        selection: Whom it counts.
        quantity: The number, in words.
        truth: How many there are.
        speaker: Number of the speaker, from 0; one number is one voice.
        outlet: Number of the outlet that prints what the speaker said; None where they
            are quoted by whoever publishes the report.
        error: What went wrong, None where nothing did.
    """

    selection: Selection
    quantity: Quantity
    truth: int
    speaker: int
    outlet: int | None = None
    error: Error | None = None

    @property
    def is_wrong(self) -> bool:
        """True where the strict meaning of the words excludes the truth."""
        return not allows(self.quantity, self.truth)


def original_sayings(claims: int) -> int:
    """How many of an event's claims no outlet repeats from another report."""
    return claims - claims // _REPEATED


def make_sayings(
    people: People, claims: int, wrong: int, chance: random.Random
) -> tuple[Saying, ...]:
    """Make up what is said of one event.

    Args:
        people: Of the event.
        claims: How many sayings.
        wrong: How many of those that repeat no other are wrong; fewer where less can be.
        chance: Decides everything.

    Returns:
        In no order that tells anything.
    """
    told = _told(people, original_sayings(claims), chance)
    said = [
        Saying(
            selection=selection,
            quantity=say(people.count(selection), chance),
            truth=people.count(selection),
            speaker=speaker,
        )
        for speaker, selection in told
    ]
    _spoil(said, people, wrong, chance)
    repeated = chance.choices(said, k=claims - len(said))
    said += [replace(one, outlet=chance.randrange(5)) for one in repeated]
    chance.shuffle(said)
    return tuple(said)


def _spoil(said: list[Saying], people: People, wrong: int, chance: random.Random) -> None:
    order = chance.sample(range(len(said)), len(said))
    for at in order:
        if wrong == 0:
            return
        if said[at].error is not None:
            continue
        made = say_wrongly(people, said[at].selection, chance)
        if made is None:
            continue
        said[at] = replace(said[at], quantity=made[0], error=made[1])
        wrong -= 1
        if wrong and chance.random() < _COPIED:
            wrong -= _copy(said, order, said[at])


def _copy(said: list[Saying], order: Sequence[int], wrong: Saying) -> int:
    """Let another speaker take a wrong figure over without saying from whom."""
    for at in order:
        if said[at].selection == wrong.selection and said[at].error is None:
            said[at] = replace(said[at], quantity=wrong.quantity, error=Error.COPIED)
            return 1
    return 0


def _told(people: People, number: int, chance: random.Random) -> list[tuple[int, Selection]]:
    """Who tells of whom; nobody tells of the same people twice."""
    groups = _groups(people)
    kinds = [n for n in range(len(_SHARES)) if groups[n]]
    shares = [_SHARES[n] for n in kinds]
    speakers = list(range(number // _CLAIMS_PER_SPEAKER + _MORE_SPEAKERS))
    talking = [1 / (n + 1) ** 0.5 for n in speakers]
    found: dict[tuple[int, Selection], None] = {}
    for _ in range(_TRIES * number):
        if len(found) == number:
            break
        kind = groups[chance.choices(kinds, shares)[0]]
        selection = chance.choices(list(kind), list(kind.values()))[0]
        found[chance.choices(speakers, talking)[0], selection] = None
    return list(found)


def _groups(people: People) -> list[Mapping[Selection, float]]:
    """Groups with anybody in them, by how many traits single them out, with weights."""
    alone = [(n,) for n in range(len(people.traits))]
    sets: list[Sequence[tuple[int, ...]]] = [[()], alone, people.pairs]
    return [
        {s: weight for places in one for s, weight in _weighted(people, places)} for one in sets
    ]


def _weighted(people: People, places: tuple[int, ...]) -> list[tuple[Selection, float]]:
    traits = [people.traits[n] for n in places]
    foremost = 1.0
    for n in places:
        foremost /= n + 1
    found = []
    for values in product(*(one.told for one in traits)):
        chosen = zip(traits, values, strict=True)
        pairs = ((one.attribute.name, frozenset({value})) for one, value in chosen)
        selection = tuple(sorted(pairs, key=lambda pair: pair[0]))
        count = people.count(selection)
        if count:
            found.append((selection, foremost * count**0.5))
    return found
