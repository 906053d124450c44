"""The audit record: who changed what in the register, when and why, each tied to the one before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Change(StrEnum):
    """What kind of thing was added to the register; nothing in it is ever changed or removed."""

    READING = "reading"
    JUDGEMENT = "judgement"
    WITHDRAWAL = "withdrawal"
    PROTECTION = "protection"
    CLAIM_DECISION = "claim-decision"
    ASSUMPTION_DECISION = "assumption-decision"
    EDITION = "edition"
    SNAPSHOT = "snapshot"
    RESTRICTION = "restriction"
    ROLE = "role"
    LIST_IMPORT = "list-import"
    REPORT_DECISION = "report-decision"
    LINK_DECISION = "link-decision"
    ENTRY_DECISION = "entry-decision"
    SEALING = "sealing"
    REWRAPPING = "rewrapping"
    OPENING = "opening"
    PROPOSAL = "proposal"
    APPROVAL = "approval"
    PUBLISHING_RULE = "publishing-rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRecord:
    """One change of the register; no name of a person is in it but in the words of a reason.

    Attributes:
        number: From 1, without gaps.
        at: When it was recorded, with a time zone, by the clock of the database; later
            than that of the record before it.
        by: Who; empty where nobody was signed in.
        change: What kind of thing was added, a word of `Change`.
        row: Number of the row that was added, within its kind.
        about: Ids of what it is about, with spaces between; may be empty.
        reason: Why, in their words; may be empty.
        content: SHA-256 of what was added, 64 hex digits.
        previous: Hash of the record before it; 64 zeros of the first.
        hash: SHA-256 of all of the above, 64 hex digits.
    """

    number: int
    at: datetime
    by: str
    change: str
    row: int
    about: str
    reason: str
    content: str
    previous: str
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainEnd:
    """Where the chain of audit records ends.

    Attributes:
        number: Of the last record; 0 where there is none.
        hash: Of the last record; 64 zeros where there is none.
        at: Up to this moment nothing will be added any more; None before the first record.
    """

    number: int
    hash: str
    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenLink:
    """The first place where the register is not what its audit records say.

    Attributes:
        number: Of the record; None where it is no record's.
        what: What is wrong there, a sentence without a full stop.
    """

    number: int | None
    what: str
