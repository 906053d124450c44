"""What the solver is given and what it answers; plain values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

OTHER = "*"
"""The value of everybody who has none of an open attribute's values."""

type Selection = tuple[tuple[str, frozenset[str]], ...]
"""People by attribute: sorted pairs of an attribute and the values allowed, at least one
of them; attributes that are not among the pairs do not matter, so `()` is everybody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """One way in which people of an event are told apart.

    Attributes:
        name: For example `destination`.
        values: Those that can be selected; more than one only where they are of one kind.
        is_open: People may have none of the values, that is `OTHER`.
        is_exclusive: Nobody has two of the values. Where False, a selection of several
            values selects those who have at least one of them.
    """

    name: str
    values: tuple[str, ...]
    is_open: bool = True
    is_exclusive: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """How many people of a selection there are said to be.

    Attributes:
        id: Unlike that of every other statement of a system.
        selection: Whom it counts.
        low: Least number, inclusive; None where open.
        high: Greatest number, inclusive; None where open.
        weight: What setting it aside costs; independent voices that say it, 1 or more.
    """

    id: str
    selection: Selection
    low: int | None
    high: int | None
    weight: int = 1


class Side(StrEnum):
    """Which end of a statement a conflict uses."""

    LOW = "low"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One end of one statement in a sum, `times` over (a positive number)."""

    statement: str
    side: Side
    number: int
    times: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """A minimal conflict: these statements cannot all hold, and any less of them can.

    Attributes:
        statements: Their ids, sorted.
        terms: The arithmetic that shows it, checked in exact fractions: whoever the low
            ends count is counted by the high ends at least as often, yet the low ends sum
            to more. Low ends first. Empty where only whole numbers cannot satisfy all.
    """

    statements: tuple[str, ...]
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A smallest set of statements without which the rest can hold, and its weight."""

    aside: tuple[str, ...]
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found[T]:
    """Answers of an enumeration, and whether there are no others."""

    items: tuple[T, ...]
    is_complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Least and greatest number of people, inclusive; `high` None where nothing bounds it."""

    low: int
    high: int | None
