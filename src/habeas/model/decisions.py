"""What a person decided about a claim, or about what an account takes for granted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from habeas.model.accounts import AssumptionKind
from habeas.model.claims import Claim


class Resolution(StrEnum):
    """What was decided. UNDO takes the last decision on the same thing back.

    ADD puts a claim there that no reader found.
    """

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    ADD = "add"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDecision:
    """One decision about a claim; the last one on it that was not undone stands.

    Attributes:
        claim: Id of the claim: as read, as corrected, or as added.
        resolution: What was decided. A claim that is corrected or rejected stays on record
            and goes into no Edition.
        reason: Why, in their words.
        by: Who decided; never a machine.
        at: When, with a time zone.
        correction: What the report says, by whoever decided; of CORRECT and ADD alone.
            A claim of the same report with an id of its own: of ADD, `claim`.
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
        resolution: Any but CORRECT and ADD. An assumption that is rejected holds in no account.
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


class ReportVerdict(StrEnum):
    """What was decided about a report; each second word takes the first one back.

    SET_ASIDE: it is no part of the register; it stays on record. APART: it is no copy of
    another, though they read alike. DONE: nothing in it is left to decide.
    """

    SET_ASIDE = "set-aside"
    BRING_BACK = "bring-back"
    APART = "apart"
    TOGETHER = "together"
    DONE = "done"
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDecision:
    """One decision about a report; the last of its kind stands.

    Attributes:
        report: Its id.
        verdict: What was decided.
        other: Id of the other report, of APART and TOGETHER alone.
        reason: Why, in their words.
        by: Who decided; never a machine.
        at: When, with a time zone.
    """

    report: str
    verdict: ReportVerdict
    reason: str
    by: str
    at: datetime
    other: str | None = None
