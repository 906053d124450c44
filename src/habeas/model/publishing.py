"""How an Edition goes out: proposed as a file, approved by its digest, published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

MOST_APPROVALS = 1
"""A second person's, at most."""


class ProposalState(StrEnum):
    """What may be done with a proposed Edition.

    WAITING: somebody else must approve it. READY: it may be published. PUBLISHED: it went
    out. VOID: the register has changed since, or another Edition went out.
    """

    WAITING = "waiting"
    READY = "ready"
    PUBLISHED = "published"
    VOID = "void"


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """One word on a proposed Edition; the last of each person counts.

    Attributes:
        approved: False where they took it back.
        by: Who; never whoever proposed it.
        at: When, with a time zone.
        reason: Why, in their words; may be empty.
    """

    approved: bool
    by: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An Edition as it would go out, kept as a file of this digest.

    Attributes:
        number: From 1.
        digest: SHA-256 of the file, 64 hex digits; what is approved.
        title: Name of the register.
        as_of: Day it answers for, inclusive.
        known_at: Moment up to which it knows, with a time zone.
        withheld: Persons left out.
        rejected: Claims left out.
        by: Who proposed it.
        at: When, with a time zone.
        reason: What is to be said of it; may be empty.
        approvals: In order.
        state: What may be done with it now.
    """

    number: int
    digest: str
    title: str
    as_of: date
    known_at: datetime
    withheld: int
    rejected: int
    by: str
    at: datetime
    reason: str
    approvals: tuple[Approval, ...]
    state: ProposalState

    @property
    def approved_by(self) -> tuple[str, ...]:
        """Whose approval stands, in order of the alphabet."""
        last = {each.by: each.approved for each in self.approvals}
        return tuple(sorted(name for name, approved in last.items() if approved))


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishingRule:
    """How many others must approve an Edition before it goes out; the last rule stands.

    Attributes:
        approvals: 0 or 1.
        reason: Why, in their words.
        by: Who decided.
        at: When, with a time zone; None where nobody decided yet.
    """

    approvals: int
    reason: str
    by: str
    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PastEdition:
    """An Edition that went out.

    Attributes:
        number: From 1, in order.
        file_kept: True where its file is still here.
    """

    number: int
    digest: str
    title: str
    as_of: date
    known_at: datetime
    withheld: int
    rejected: int
    by: str
    at: datetime
    file_kept: bool
