"""How large a made-up register is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much there is of everything.

    Attributes:
        people: Persons.
        lists: Reports that are lists of people.
        rows: Rows of all lists together.
        stories: Reports that are stories, copies of one another included.
        claims: Claims of all stories together, about.
        judgements: Decisions about who is who.
        decided: Claims that somebody decided about.
        restricted: Records that not everybody may see.
    """

    people: int
    lists: int
    rows: int
    stories: int
    claims: int
    judgements: int
    decided: int
    restricted: int


FULL = Size(
    people=100_000,
    lists=2_000,
    rows=210_000,
    stories=18_000,
    claims=90_000,
    judgements=12_000,
    decided=60_000,
    restricted=100,
)
"""What the desk must be fast with: 100,000 persons, 300,000 claims, 20,000 reports."""

SMALL = Size(
    people=300,
    lists=8,
    rows=400,
    stories=40,
    claims=200,
    judgements=30,
    decided=60,
    restricted=3,
)
"""Enough of everything for a test."""
