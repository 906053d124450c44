"""The account of one event: what its speakers' figures say together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from habeas.model.events import Event
from habeas.model.people import ProposedMatch


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
        differing: Findings on which speakers differ.
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
    """

    event: Event
    figures: tuple[Figure, ...]
    agreed: tuple[Finding, ...]
    sums: tuple[Finding, ...]
    differing: tuple[Finding, ...]
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
