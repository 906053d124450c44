"""The account of one event: what its speakers' figures say together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from habeas.model.events import Event
from habeas.model.people import Judgement, ProposedMatch
from habeas.model.reports import Copy


class Naming(StrEnum):
    """How far a person has come from being counted to being known."""

    NAMED = "named"
    CONFIRMED = "confirmed"
    LISTED = "listed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Least and greatest count, inclusive; None where nothing bounds it."""

    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One count claim, read as bounds on a population.

    Attributes:
        claim: Id of the claim.
        population: Attributes of the people counted, e.g. `(("citizenship", "LT"),)`.
        voices: Independent voices that say this figure.
    """

    claim: str
    population: tuple[tuple[str, str], ...]
    voices: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One sentence about several claims, with the claims it rests on.

    Used for agreements ("two speakers say 123"), sums ("123 = 114 + 9") and
    differences ("1,197 against about 1,000").
    """

    explanation: str
    claims: tuple[str, ...]


class AssumptionKind(StrEnum):
    """What two claims are taken to have in common, though neither says so."""

    SAME_EVENT = "same-event"
    SAME_PEOPLE = "same-people"
    ANNOUNCED_IS_DONE = "announced-is-done"
    PART_OF = "part-of"
    NOBODY_TWICE = "nobody-twice"
    NOBODY_ELSE = "nobody-else"
    SAME_DAY = "same-day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """One link between claims that the account makes and a person may reject.

    Attributes:
        id: Stable for the same kind and claims.
        kind: What is assumed.
        reason: A sentence: what is assumed, and why.
        claims: Ids of the claims that it links, in order of report and passage.
    """

    id: str
    kind: AssumptionKind
    reason: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Claims that cannot all be right, if the assumptions hold: drop one, and the rest can.

    Attributes:
        claims: One claim of each figure, in order of report and passage.
        likewise: Other claims that give one of the same figures of the same people.
        assumptions: Ids of the assumptions without which nothing would conflict.
        tight: True where the words allow it all, and only their usual meaning does not.
        explanation: One sentence with the arithmetic and the speakers.
    """

    claims: tuple[str, ...]
    likewise: tuple[str, ...]
    assumptions: tuple[str, ...]
    tight: bool
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """How many people of one kind there can be, by all claims together.

    Attributes:
        of: Whom it counts, in words.
        population: Attributes of those people; empty for everybody.
        low: Least number, inclusive.
        high: Greatest number, inclusive; None where nothing bounds it.
    """

    of: str
    population: tuple[tuple[str, str], ...]
    low: int
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """A smallest set of claims without which the others agree; none is chosen.

    Attributes:
        set_aside: Ids of the claims, in order of report and passage.
        weight: Independent voices behind them.
        bounds: What follows from the claims that stay, in the order of `Account.bounds`.
    """

    set_aside: tuple[str, ...]
    weight: int
    bounds: tuple[Bound, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """Figures that one speaker gave of the same people, one after the other: a history.

    Attributes:
        explanation: One sentence: who, and each figure with its day.
        claims: Ids, the earliest first; the last is the one that counts.
    """

    explanation: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """A stock between two days: opening + arrests - releases - deaths = closing.

    Attributes:
        opening: Bounds on the stock on the first day.
        closing: Bounds on the stock on the last day.
        added: Bounds on those arrested or re-arrested in between; (0, None) where untold.
        left: Bounds on those released or dead in between; (0, None) where untold.
        gap: closing - (opening + added - left), as told: bounds on what is unaccounted
            for. A negative number are people who left and nobody told of.
        explanation: One sentence with the arithmetic and the speakers.
        claims: Ids of all claims it rests on, the opening first and the closing last.
    """

    opening: Bounds
    closing: Bounds
    added: Bounds
    left: Bounds
    gap: Bounds
    explanation: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListComparison:
    """Two lists of the same people's release or detention, side by side.

    Attributes:
        left: Id of the earlier report that is a list.
        right: Id of the other.
        both: Persons on both, at least and at most, as proposed matches may be right.
        only_left: Persons on the left alone, likewise.
        only_right: Persons on the right alone, likewise.
        explanation: One sentence.
        claims: Ids of the claims of both lists.
    """

    left: str
    right: str
    both: Bounds
    only_left: Bounds
    only_right: Bounds
    explanation: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountPerson:
    """A person an account names.

    Attributes:
        person: Person id.
        name: Spelling shown first.
        naming: NAMED by one voice, CONFIRMED by a voice other than the one that
            acts or by two voices, LISTED on a list of people.
        claims: Ids of the claims that name them.
    """

    person: str
    name: str
    naming: Naming
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Everything said about one event, arranged; it decides nobody right.

    All lists hold claim ids in order of report and passage, unless said otherwise.

    Attributes:
        event: The happening.
        figures: Counts of people freed in it.
        agreed: Findings on which speakers agree.
        sums: Findings of figures that add up to another.
        subsets: Findings of figures said to be some of another ("14 of the 52").
        people: Persons named as freed, by name.
        matches: Pairs of those persons that may be one; proposed, never merged.
        unnamed: How many of the freed nobody names.
        held: Figures of people said to be still held.
        nationalities: ISO 3166-1 alpha-2 said to be among the freed, in text order.
        pledges: What was promised or expected in return.
        withheld: What was not disclosed.
        meetings: Talks and visits.
        expected: Releases still to come.
        demands: Releases demanded.
        charges: Claims that say what the people were held for.
        earlier: Releases of other days and running totals that the reports set beside
            this one; they are claims of other events.
        denied: Claims of this event that a speaker denies.
        others: Every claim of the event that stands in none of the lists above.
        questions: What the account leaves open, each a sentence.
        counted: Counts of other acts: people arrested, charged, sentenced, transferred,
            dead, disappeared.
        assumptions: What links the claims, each rejectable; by kind and claims.
        conflicts: Minimal sets of claims that cannot all be right, smallest first.
        repairs: Smallest sets of claims to set aside, lightest first; one that is empty
            where nothing conflicts.
        doubtful: Claims that every lightest repair sets aside, in the order of the figures:
            more voices are against them than for them, which makes them wrong for nobody.
        bounds: How many people of each kind there can be, over all repairs.
        revisions: What speakers said before and have corrected; it conflicts with nobody.
        balances: Stocks of those held between two days.
        totals: Running totals ("430 since July") against the releases known in their time.
        lists: Lists of people compared, each with each.
        settling: What would close an open question, each a sentence.
    """

    event: Event
    figures: tuple[Figure, ...]
    agreed: tuple[Finding, ...]
    sums: tuple[Finding, ...]
    people: tuple[AccountPerson, ...]
    unnamed: Bounds
    held: tuple[Figure, ...]
    nationalities: tuple[str, ...]
    pledges: tuple[str, ...]
    withheld: tuple[str, ...]
    meetings: tuple[str, ...]
    expected: tuple[str, ...]
    demands: tuple[str, ...]
    charges: tuple[str, ...]
    earlier: tuple[str, ...]
    questions: tuple[str, ...]
    subsets: tuple[Finding, ...] = ()
    matches: tuple[ProposedMatch, ...] = ()
    denied: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    repairs: tuple[Repair, ...] = ()
    doubtful: tuple[str, ...] = ()
    bounds: tuple[Bound, ...] = ()
    revisions: tuple[Revision, ...] = ()
    balances: tuple[Balance, ...] = ()
    lists: tuple[ListComparison, ...] = ()
    settling: tuple[str, ...] = ()
    counted: tuple[Figure, ...] = ()
    totals: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What people decided, or suppose for a while, about the claims of an account.

    Attributes:
        judgements: About spellings; a pair that was judged is not proposed again.
        aside: Ids of claims that are set aside, as if they had not been made.
        rejected: Ids of assumptions that do not hold.
        copies: Which reports print the text of another; None to find out.
        apart: Pairs of reports of which neither copies the other, though they read so.
    """

    judgements: tuple[Judgement, ...] = ()
    aside: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()
    copies: tuple[Copy, ...] | None = None
    apart: frozenset[frozenset[str]] = frozenset()


UNDECIDED = Decisions()
