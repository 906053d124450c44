"""What a person decided: about a claim, a report, and what is taken for granted or proposed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from habeas.model.accounts import AssumptionKind
from habeas.model.claims import Claim
from habeas.model.pledges import LinkKind


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


class Ruling(StrEnum):
    """What was decided about a link or a proposed entry. UNDO takes the last one back.

    ACCEPT: it is meant; of an entry: it is the same one. REJECT: it is not, and nothing
    follows from it any more. UNSURE: somebody looked, and it cannot be told.
    """

    ACCEPT = "accept"
    REJECT = "reject"
    UNSURE = "unsure"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkKey:
    """A link of a promise (`habeas.model.pledges.PledgeLink`), as it is told again later.

    Attributes:
        id: Of the link. The same words and the same meaning have the same id in every
            reading; it is another after a redaction, or where an event or a promise got
            another name by a further report.
        kind: What is assumed.
        anchor: Id of the tie, or of the claim with the condition, whose words are taken to
            mean something.
        report: Id of the report of those words.
        claims: Ids of the claims of what they are taken to mean, in order. With the kind and
            the anchor, one of them is enough to tell the link again.
    """

    id: str
    kind: LinkKind
    anchor: str
    report: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryKey:
    """An entry of a list of sanctions that a promise may mean, as it is told again later.

    Attributes:
        id: Of the proposal, from `habeas.pledges.decided.proposal_id`: the same for the same
            promise, list and entry.
        title: What the list is called (`Snapshot.title`).
        entry: Id of the entry at the source, the same in every edition of the list.
        words: Of the object of the promise, as the text has them, that may name the entry.
            Never shown to whom a name in them, or the claims, are hidden.
        pledge: Id of the promise when it was decided; another where it got a longer wording.
        claims: Ids of the claims of the promise, in order. With the list, the entry and the
            words, one of them is enough to tell the proposal again.
    """

    id: str
    title: str
    entry: str
    words: str
    pledge: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkDecision:
    """One decision about a link; the last one on it that was not undone stands.

    Attributes:
        about: The link.
        ruling: What was decided. A link that is rejected is not assumed.
        reason: Why, in their words.
        by: Who decided; never a machine. Not public.
        at: When, with a time zone. Not public.
    """

    about: LinkKey
    ruling: Ruling
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryDecision:
    """One decision about an entry that a promise may mean; the last one not undone stands.

    Attributes:
        about: The entry and the promise.
        ruling: ACCEPT: the promise means it. REJECT: it does not, and it is not shown.
        reason: Why, in their words.
        by: Who decided; never a machine. Not public.
        at: When, with a time zone. Not public.
    """

    about: EntryKey
    ruling: Ruling
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledLink:
    """What goes out of a decision about a link: not by whom, when or why.

    Attributes:
        about: The link, by the ids of the Edition.
        ruling: Never UNDO.
    """

    about: LinkKey
    ruling: Ruling


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledEntry:
    """What goes out of a decision about an entry: not by whom, when or why.

    Attributes:
        about: The entry and the promise, by the ids of the Edition.
        ruling: Never UNDO.
    """

    about: EntryKey
    ruling: Ruling
