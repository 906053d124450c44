"""The people of one event, by attributes that speakers tell them apart by."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from habeas.accounts.solving import OTHER, Attribute, Selection
from habeas.accounts.worlds.words import states

_LEAST_PEOPLE = 12
_MEDIAN_PEOPLE = 200
_SPREAD = 1.0
_LEANING = 0.5
_MORE_PAIRS = 1 / 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Trait:
    """An attribute, which of its values are told of, and how common all of them are."""

    attribute: Attribute
    told: tuple[str, ...]
    shares: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Who was freed, and how they can be told apart.

    Attributes:
        traits: The one that is told of most first.
        pairs: Places of traits that are told of together; every trait is in one of them.
        cells: How many people have each combination of values, in the order of `traits`.
    """

    traits: tuple[Trait, ...]
    pairs: tuple[tuple[int, int], ...]
    cells: Mapping[tuple[str, ...], int]
    _counted: dict[Selection, int] = field(default_factory=dict, repr=False, compare=False)

    @property
    def attributes(self) -> tuple[Attribute, ...]:
        """Of the traits, in their order."""
        return tuple(one.attribute for one in self.traits)

    def count(self, selection: Selection) -> int:
        """How many people a selection has."""
        if selection not in self._counted:
            wanted = dict(selection)
            at = [(n, wanted[a.name]) for n, a in enumerate(self.attributes) if a.name in wanted]
            self._counted[selection] = sum(
                count
                for values, count in self.cells.items()
                if all(values[n] in allowed for n, allowed in at)
            )
        return self._counted[selection]


def make_people(chance: random.Random) -> People:
    """Make up the people of an event."""
    total = max(_LEAST_PEOPLE, round(_MEDIAN_PEOPLE * chance.lognormvariate(0, _SPREAD)))
    traits = _traits(chance)
    values = [list(one.shares) for one in traits]
    weights = [list(one.shares.values()) for one in traits]
    following = [{}, *(_following(chance, a, b) for a, b in pairwise(traits))]
    cells: Counter[tuple[str, ...]] = Counter()
    for _ in range(total):
        person = list[str]()
        for n in range(len(traits)):
            if n and chance.random() < _LEANING:
                person.append(following[n][person[-1]])
            else:
                person.append(chance.choices(values[n], weights[n])[0])
        cells[tuple(person)] += 1
    return People(traits=traits, pairs=_pairs(chance, len(traits)), cells=cells)


def _traits(chance: random.Random) -> tuple[Trait, ...]:
    """Where to and which sex, and one to three others."""
    codes = [code for code, _, _ in states()]
    others = [
        _states_trait("citizenship", chance.sample(codes, chance.randint(2, 5)), chance),
        _two("designation", ("political", "common"), ("political", "common"), 0.6, chance),
        _two("age", ("minors", "adults"), ("minors",), 0.1, chance),
        _group("journalists", 0.15, chance),
    ]
    return (
        _states_trait("destination", chance.sample(codes, chance.randint(1, 4)), chance),
        _two("sex", ("women", "men"), ("women", "men"), 0.2, chance),
        *chance.sample(others, chance.randint(1, 3)),
    )


def _states_trait(name: str, codes: list[str], chance: random.Random) -> Trait:
    """Each state has half as many as the one before; of some nobody tells."""
    shares = {code: 1 / 2**n for n, code in enumerate(codes)} | {OTHER: chance.uniform(0.05, 0.5)}
    told = tuple(sorted(codes))
    return Trait(attribute=Attribute(name=name, values=told), told=told, shares=shares)


def _two(
    name: str, values: tuple[str, str], told: tuple[str, ...], share: float, chance: random.Random
) -> Trait:
    """Everybody has one of two values; the first has about a share of them."""
    first = share * chance.uniform(0.5, 1.5)
    return Trait(
        attribute=Attribute(name=name, values=tuple(sorted(values)), is_open=False),
        told=told,
        shares={values[0]: first, values[1]: 1 - first},
    )


def _group(value: str, share: float, chance: random.Random) -> Trait:
    """Some are of a group, of the others nothing is told."""
    first = share * chance.uniform(0.5, 1.5)
    return Trait(
        attribute=Attribute(name="group", values=(value,)),
        told=(value,),
        shares={value: first, OTHER: 1 - first},
    )


def _following(chance: random.Random, before: Trait, here: Trait) -> dict[str, str]:
    """The value that goes with each value of the trait before."""
    values, weights = list(here.shares), list(here.shares.values())
    return {value: chance.choices(values, weights)[0] for value in before.shares}


def _pairs(chance: random.Random, count: int) -> tuple[tuple[int, int], ...]:
    """A tree, and one more pair in a third of the events."""
    pairs = {(chance.randrange(n), n) for n in range(1, count)}
    if chance.random() < _MORE_PAIRS:
        one, other = sorted(chance.sample(range(count), 2))
        pairs.add((one, other))
    return tuple(sorted(pairs))
