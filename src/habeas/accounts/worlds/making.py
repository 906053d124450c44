"""Worlds of events, from a seed."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass

from habeas.accounts.worlds.people import People, make_people
from habeas.accounts.worlds.sayings import Saying, make_sayings, original_sayings


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One event, with the truth and what is said of it."""

    people: People
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Events whose truth is known.

    Attributes:
        seed: What it was made from.
        happenings: The events.
    """

    seed: int
    happenings: tuple[Happening, ...]


def make_world(*, events: int, claims: int, wrong: float, seed: int) -> World:
    """Make up a world; the same arguments make the same world.

    Args:
        events: How many, 1 or more.
        claims: How many for each event, 1 or more.
        wrong: Share of wrong figures among those that repeat no other, 0 to 1.
        seed: Any whole number.

    Raises:
        ValueError: An argument is out of its range.
    """
    if events < 1 or claims < 1:
        raise ValueError("a world has one event or more, and an event one claim or more")
    if not 0 <= wrong <= 1:
        raise ValueError(f"the share of wrong claims is from 0 to 1, not {wrong}")
    # Worlds are drawn to be drawn again; nothing in them is secret.
    chance = random.Random(seed)  # noqa: S311
    each = original_sayings(claims)
    spoilt = chance.sample(range(events * each), round(wrong * events * each))
    wrongly = Counter(slot // each for slot in spoilt)
    return World(
        seed=seed,
        happenings=tuple(_happening(f"{seed}/{n}", claims, wrongly[n]) for n in range(events)),
    )


def _happening(seed: str, claims: int, wrong: int) -> Happening:
    chance = random.Random(seed)  # noqa: S311
    people = make_people(chance)
    return Happening(people=people, sayings=make_sayings(people, claims, wrong, chance))
