"""What goes out: a dated, redacted, read-only copy of the register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from habeas.model.accounts import Account
from habeas.model.claims import Claim
from habeas.model.decisions import RuledLink
from habeas.model.listings import ListEdition, Listing
from habeas.model.people import Person, ProposedMatch
from habeas.model.pledges import Tie
from habeas.model.reports import Copy, Report


class RecordKind(StrEnum):
    """What has an address of its own in every Edition."""

    PERSON = "person"
    ACCOUNT = "account"
    REPORT = "report"
    PROMISE = "promise"


class ChangeKind(StrEnum):
    """What an Edition does to a record of the Edition before it.

    What it takes away is not told: the id of a person is made of their name.
    """

    ADDED = "added"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionChange:
    """One record that the Edition before did not have, or had otherwise."""

    kind: RecordKind
    id: str
    change: ChangeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerId:
    """An id that an earlier Edition gave to what now has another.

    Attributes:
        kind: Of the record.
        former: Made of nothing but what this Edition publishes.
        now: Id of a record of this Edition.
    """

    kind: RecordKind
    former: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionBefore:
    """The Edition that changes are told against.

    Attributes:
        digest: SHA-256 of its file, 64 hex digits.
        as_of: Day it answered for, inclusive.
        known_at: Moment up to which it knew, with a time zone.
    """

    digest: str
    as_of: date
    known_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyCount:
    """How many of the persons named were in custody at the end of a day.

    Attributes:
        day: Local calendar day.
        held: In custody by every account.
        disputed: In custody by some accounts and not by others.
        free: Out of custody by every account.
        unknown: Of whom nothing certain is said.
    """

    day: date
    held: int
    disputed: int
    free: int
    unknown: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One publication of the register (DCAT dataset).

    The long lists of a large one are read from the disk as they are gone through, and its
    matches are waited for by whoever asks for them first.

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
        corrections: Ids of the claims that stand for one that a person corrected, in order.
        custody: Persons in custody over time, by day.
        before: What `changes` are told against; None for the first Edition.
        changes: Records that are new or otherwise since then, by kind and id.
        former_ids: Ids of earlier Editions that now lead elsewhere, by kind and id.
        ties: What is said, or denied, to be done in exchange for what; by report and passage.
        ruled_links: What people decided about links of promises, in order; never UNSURE.
        lists: Editions of lists of sanctions that promises were looked up on, by list and day.
        copies: Reports that print the text of another of its reports, in order of `reports`.
        listings: Entries of lists that promises mean or may mean, by promise and list.
    """

    title: str
    as_of: date
    known_at: datetime
    reports: Sequence[Report]
    claims: Sequence[Claim]
    people: Sequence[Person]
    matches: Sequence[ProposedMatch]
    accounts: Sequence[Account]
    withheld: int
    rejected: int = 0
    corrections: tuple[str, ...] = ()
    custody: tuple[CustodyCount, ...] = ()
    before: EditionBefore | None = None
    changes: tuple[EditionChange, ...] = ()
    former_ids: tuple[FormerId, ...] = ()
    ties: tuple[Tie, ...] = ()
    ruled_links: tuple[RuledLink, ...] = ()
    lists: tuple[ListEdition, ...] = ()
    listings: tuple[Listing, ...] = ()
    copies: tuple[Copy, ...] = ()


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
        corrected: Claims that stand for one that a person corrected.
        before: The Edition that its changes are told against; None for the first.
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
    corrected: int = 0
    before: EditionBefore | None = None
