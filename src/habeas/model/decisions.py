"""What a person decided about a claim, or about what an account takes for granted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from habeas.model.accounts import AssumptionKind
from habeas.model.claims import Claim


class Resolution(StrEnum):
    """What was decided. UNDO takes the last decision on the same thing back."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDecision:
    """One decision about a claim; the last one on it that was not undone stands.

    Attributes:
        claim: Id of the claim: as read, or as corrected.
        resolution: What was decided. A claim that is corrected or rejected stays on record
            and goes into no Edition.
        reason: Why, in their words.
        by: Who decided; never a machine.
        at: When, with a time zone.
        correction: What the report says instead, by whoever decided; of CORRECT alone.
            A claim of the same report with an id of its own.
    """

    claim: str
    resolution: Resolution
    reason: str
    by: str
    at: datetime
    correction: Claim | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AssumptionDecision:
    """One decision about an assumption; the last one on it that was not undone stands.

    Attributes:
        assumption: Its id.
        kind: What kind of thing is assumed.
        claims: Ids of the claims that it linked, in order. With the kind they tell the
            assumption again where its id is another: after a redaction, or a new report.
        resolution: Any but CORRECT. An assumption that is rejected holds in no account.
        reason: Why, in their words.
        by: Who decided; never a machine.
        at: When, with a time zone.
    """

    assumption: str
    kind: AssumptionKind
    claims: tuple[str, ...]
    resolution: Resolution
    reason: str
    by: str
    at: datetime
