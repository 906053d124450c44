"""Happenings, and who is in custody on a day."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from habeas.model.claims import Act
from habeas.model.dates import EdtfDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One happening and the claims that speak of it (HURIDOCS Act, PLOVER event).

    Attributes:
        id: Stable for the same claims.
        title: A line a reader knows it by, made of the claims' own words.
        acts: What is said to be done, sorted.
        by: State that acts, ISO 3166-1 alpha-2, or None where not said.
        place: Where, as written, or None.
        when: Day or span all its claims allow, or None where no claim says.
        claims: Ids, in order of report and passage.
        reports: Ids of the reports that speak of it, in order.
    """

    id: str
    title: str
    acts: tuple[Act, ...]
    by: str | None
    place: str | None
    when: EdtfDate | None
    claims: tuple[str, ...]
    reports: tuple[str, ...]


class Custody(StrEnum):
    """Whether one person is in custody at the end of a day, by all accounts."""

    HELD = "held"
    FREE = "free"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"
