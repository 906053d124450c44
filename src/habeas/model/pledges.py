"""What was promised or expected in return, on which condition, by whose account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from habeas.model.claims import Act, Condition, Speaker, Stance
from habeas.model.dates import EdtfDate
from habeas.model.reports import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """One promise or its delivery, as a chain of claims.

    Attributes:
        id: Stable for the same promisor, act and object.
        promisor: Who would act, as first written; None where no claim says.
        state: The promisor as ISO 3166-1 alpha-2, or None where it is no known state.
        act: What is promised.
        object: What it is about, in the longest wording; None where no claim says.
        condition: What it hangs on, as first said; None where no claim sets one.
        stance: PROMISED where some claim promises, else the stance of the first claim.
        stances: Every stance the claims take, sorted; they stay side by side.
        claims: Ids, in order of report and passage.
        speakers: Outermost speakers' names as written, in order; a report that
            speaks for itself adds none.
    """

    id: str
    promisor: str | None
    state: str | None
    act: Act
    object: str | None
    condition: Condition | None
    stance: Stance
    stances: tuple[Stance, ...]
    claims: tuple[str, ...]
    speakers: tuple[str, ...]


class StepKind(StrEnum):
    """What one claim adds to a pledge.

    PROMISED: undertaken or announced. EXPECTED: thought by somebody to be coming.
    REPEATED, CHANGED: promised again, with the same or other terms, certainly later.
    DELIVERED, PARTLY_DELIVERED: said to be done. WITHDRAWN: taken back. REVERSED: undone, or
    set again. IMPOSED: the sanctions that a promise is about were set, before it.
    DENIED: said not to be so.
    """

    PROMISED = "promised"
    EXPECTED = "expected"
    REPEATED = "repeated"
    CHANGED = "changed"
    DELIVERED = "delivered"
    PARTLY_DELIVERED = "partly-delivered"
    WITHDRAWN = "withdrawn"
    REVERSED = "reversed"
    IMPOSED = "imposed"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDate:
    """By when something is to be done, as the words say it.

    Attributes:
        edtf: The days that can be meant; it is overdue after the last of them.
        words: As written: "within 180 days".
    """

    edtf: EdtfDate
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeStep:
    """What one claim says of a pledge.

    Attributes:
        claim: Id of the claim.
        report: Id of its report.
        kind: What it adds.
        earliest, latest: Days on which it can have begun to be so, inclusive; None where
            unknown. What a report does not date is so on the day it was published.
        account: By whose account, as written in full: the innermost speaker, else the publisher.
        voice: The same for every form of one speaker's name.
        speakers: The chain of voices, outermost first.
        by: Who acts, as written.
        object: Its own words for what it is about.
        condition: Its own condition, or None.
        due: By when, where the words say.
        known: Day from which its report can be known; None where the report has no day.
        denies_all: Of DENIED: True where it denies that anything is or was promised, False
            where it says only that nothing was done (yet).
        undoes: Of REVERSED: True where the words say that something is undone, False where
            sanctions are only said to be set, which undoes what was promised before.
    """

    claim: str
    report: str
    kind: StepKind
    earliest: date | None
    latest: date | None
    account: str
    voice: str
    speakers: tuple[Speaker, ...] = ()
    by: str | None = None
    object: str | None = None
    condition: Condition | None = None
    due: DueDate | None = None
    known: date | None = None
    denies_all: bool = True
    undoes: bool = True


class LinkKind(StrEnum):
    """What two things are taken to have to do with each other, though neither says so."""

    MEETS_CONDITION = "meets-condition"
    IS_MEANT = "is-meant"


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeLink:
    """A link that nobody says in so many words, and that a person may reject.

    Attributes:
        id: Stable for the same kind and ends.
        kind: What is assumed.
        reason: A sentence: what is assumed, and why.
        claim: Id of the claim with the condition; or of the tie.
        report: Id of the report whose words are taken to mean something.
        event: Id of the event that would meet it, or that is meant; None for a pledge.
        pledge: Id of the pledge that is meant; None for an event.
        claims: Ids of all claims that it rests on.
        earliest, latest: Days on which the event can have been, inclusive; None where unknown.
    """

    id: str
    kind: LinkKind
    reason: str
    claim: str
    report: str
    event: str | None
    pledge: str | None
    claims: tuple[str, ...]
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """A pledge with everything that is said of it.

    Attributes:
        pledge: The pledge.
        steps: By day, then in order of report and passage.
        met: What would meet its conditions; rejected links are not in it.
    """

    pledge: Pledge
    steps: tuple[PledgeStep, ...]
    met: tuple[PledgeLink, ...] = ()


class PledgeState(StrEnum):
    """How it stands with a pledge at the end of a day.

    DISPUTED: accounts contradict each other. UNKNOWN: nothing is said yet, or the dates
    do not tell in which order it was.
    """

    EXPECTED = "expected"
    PROMISED = "promised"
    CONDITIONAL = "conditional"
    PARTLY_DELIVERED = "partly-delivered"
    DELIVERED = "delivered"
    WITHDRAWN = "withdrawn"
    REVERSED = "reversed"
    DENIED = "denied"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


CERTAIN = frozenset(PledgeState) - {
    PledgeState.DENIED,
    PledgeState.DISPUTED,
    PledgeState.UNKNOWN,
}
"""States in which all accounts agree, whatever their dates may mean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountedState:
    """How a pledge stands by one account.

    Attributes:
        account: Whose, as written.
        state: Their state on the day.
        claims: Ids of the claims it rests on, by day.
    """

    account: str
    state: PledgeState
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeStanding:
    """How it stands with a pledge at the end of a day; derived, never stored.

    Attributes:
        day: The day.
        state: By all accounts.
        accounts: By each account that has spoken by then, in order of their first steps.
        due: By when it is to be done, the latest of the days said so far; None where not said.
        is_overdue: True where that day is certainly past and nobody says that it is done,
            withdrawn or reversed.
        claims: Ids of the claims it rests on, by day; empty only where nothing is said.
    """

    day: date
    state: PledgeState
    accounts: tuple[AccountedState, ...]
    due: DueDate | None
    is_overdue: bool
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TieSide:
    """One of the two things that a speaker ties together.

    Attributes:
        words: As written; what a pronoun or "in return" leaves out is None.
        acts: What the words speak of, sorted; empty where they name no act.
        claims: Ids of the claims made by these words.
    """

    words: str | None
    acts: tuple[Act, ...] = ()
    claims: tuple[str, ...] = ()


class TieKind(StrEnum):
    """Whether a speaker says that one thing was traded for another, or denies it."""

    ASSERTED = "asserted"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """That one thing is done in exchange for another, or is not, by what a speaker says.

    Attributes:
        id: Stable for the same words.
        report: Id of the report.
        kind: Said, or denied.
        cue: The words that tie: "in exchange for", "unrelated to".
        given: What is given.
        got: What is got for it.
        speakers: Chain of voices, outermost first; empty where the report itself speaks.
        passage: The words.
    """

    id: str
    report: str
    kind: TieKind
    cue: str
    given: TieSide
    got: TieSide
    speakers: tuple[Speaker, ...]
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """Releases and pledges that speakers tie together, or deny to be tied; never our word.

    Attributes:
        id: Stable for the same events and pledges.
        events: Ids of the releases, by day.
        pledges: Ids of the pledges, in order of their first claims.
        ties: What ties them, asserted and denied side by side, by day of report.
        links: What the words of a tie are taken to mean where they are no claim themselves.
    """

    id: str
    events: tuple[str, ...]
    pledges: tuple[str, ...]
    ties: tuple[Tie, ...]
    links: tuple[PledgeLink, ...] = ()

    @property
    def is_denied(self) -> bool:
        """True where somebody denies that it is a deal."""
        return any(tie.kind is TieKind.DENIED for tie in self.ties)

    @property
    def is_asserted(self) -> bool:
        """True where somebody says that it is one."""
        return any(tie.kind is TieKind.ASSERTED for tie in self.ties)


class LineSide(StrEnum):
    """Which part of a deal a line of its time line tells of."""

    RELEASED = "released"
    PROMISED = "promised"
    TIED = "tied"
    DUE = "due"
    LISTED = "listed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DealLine:
    """One line of the time line of a deal, with its words and who says them.

    Attributes:
        earliest, latest: Days it can be of, inclusive; None where unknown.
        side: Which part of the deal it tells of.
        kind: What it tells: a stance of a release, a `StepKind`, a `TieKind`, `due` or `overdue`,
            or what became of an entry of a list.
        of: Id of the event, the pledge or the tie; of an entry its id at the source.
        words: As the report or the list has them.
        account: By whose account: the innermost speaker, the publisher, the list.
        speakers: The chain of voices, outermost first.
        claim: Id of the claim; None for a tie, a due date and an entry of a list.
        passage: The words' place; None for an entry of a list.
    """

    earliest: date | None
    latest: date | None
    side: LineSide
    kind: str
    of: str
    words: str
    account: str
    speakers: tuple[Speaker, ...] = ()
    claim: str | None = None
    passage: Passage | None = None
