"""What goes out: a dated, redacted, read-only copy of the register."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from habeas.model.accounts import Account
from habeas.model.claims import Claim
from habeas.model.people import Person, ProposedMatch
from habeas.model.reports import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One publication of the register (DCAT dataset).

    Attributes:
        title: Name of the register.
        as_of: Day the register answers for, inclusive.
        known_at: Moment up to which records were taken in, with a time zone.
        reports: By id.
        claims: In order of report and passage.
        people: By name.
        matches: Proposed, never merged.
        accounts: Newest event first.
        withheld: Persons left out, counted and never named.
        rejected: Claims left out because a person rejected them.
    """

    title: str
    as_of: date
    known_at: datetime
    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    people: tuple[Person, ...]
    matches: tuple[ProposedMatch, ...]
    accounts: tuple[Account, ...]
    withheld: int
    rejected: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionSummary:
    """What an Edition holds, in numbers.

    Attributes:
        title: Name of the register.
        as_of: Day the register answers for, inclusive.
        known_at: Moment up to which records were taken in, in UTC.
        digest: SHA-256 of the file's bytes, 64 hex digits, as `sha256sum` prints it.
        reports, claims, people, accounts: How many of each.
        withheld: Persons left out, counted and never named.
        rejected: Claims left out because a person rejected them.
    """

    title: str
    as_of: date
    known_at: datetime
    digest: str
    reports: int
    claims: int
    people: int
    accounts: int
    withheld: int
    rejected: int = 0
