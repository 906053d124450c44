"""What the index answers with: frozen values, known without a database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from habeas.model.accounts import Account
from habeas.model.claims import Act, Claim
from habeas.model.dates import EdtfDate
from habeas.model.decisions import AssumptionDecision
from habeas.model.people import Judgement, Person
from habeas.model.reports import Report
from habeas.register.assemble import Records
from habeas.register.deciding import DecidedClaims


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFile:
    """One person with everything that is told of them.

    Attributes:
        person: Who.
        claims: Those that stand and tell of them, by report and passage.
        reports: Those of the claims, by id; without their texts.
        judgements: Those that nobody withdrew and that tie their spellings and mentions to one
            another and to others, in order of time.
    """

    person: Person
    claims: tuple[Claim, ...]
    reports: tuple[Report, ...]
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """One person in a list.

    Attributes:
        person: Their id.
        name: The spelling shown first.
        spellings: How many of theirs are told.
        claims, reports: How many tell of them.
    """

    person: str
    name: str
    spellings: int
    claims: int
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePage:
    """Some persons of all.

    Attributes:
        lines: By name.
        total: How many there are.
        number: Of the page, from 1.
        pages: How many pages there are, at least 1.
    """

    lines: tuple[PersonLine, ...]
    total: int
    number: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """One report in a list.

    Attributes:
        report: As last read; its text is empty.
        added_at: When that reading was added.
        added_by: Who added it; empty where nobody was signed in.
        claims: How many of its claims stand.
        undecided: How many of its claims wait for somebody.
    """

    report: Report
    added_at: datetime
    added_by: str
    claims: int
    undecided: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportsPage:
    """Some reports of all, with how many there are in all: see `PeoplePage`."""

    lines: tuple[ReportLine, ...]
    total: int
    number: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFile:
    """One report with its claims and what was decided about them.

    Attributes:
        report: As it was read last.
        records: Its claims as read, and the decisions that stand.
        decided: Claims with their corrections, and which of them are left out.
        standing: The claims that stand, in order of the text.
        undecided: How many claims wait for somebody.
    """

    report: Report
    records: Records
    decided: DecidedClaims
    standing: tuple[Claim, ...]
    undecided: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """How much there is, and how much of it waits for somebody."""

    reports: int
    undecided_reports: int
    claims: int
    undecided_claims: int
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """One event in a list: what stands in `Event`, with numbers in the place of ids."""

    event: str
    title: str
    acts: tuple[Act, ...]
    by: str | None
    place: str | None
    when: EdtfDate | None
    claims: int
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventsPage:
    """Some events of all, with how many there are in all: see `PeoplePage`.

    Attributes:
        left: How many reports were added or changed since claims were last grouped into events;
            0 where all are among these.
    """

    lines: tuple[EventLine, ...]
    total: int
    number: int
    pages: int
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountFile:
    """The account of one event with what it rests on.

    Attributes:
        account: What its claims say together, as they stand now.
        claims: Those of its reports that stand, by id.
        reports: That speak of it, by id, with their texts.
        people: Who is named in it.
        judgements: That tie those persons, by the ids of now.
        decisions: On its assumptions, those that stand.
        apart: Pairs of reports that a person said are no copies, though they read so.
        undecided: Claims of the event that nobody has decided about, in its order.
        left: As in `EventsPage`.
    """

    account: Account
    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]
    people: tuple[Person, ...]
    judgements: tuple[Judgement, ...]
    decisions: tuple[AssumptionDecision, ...]
    apart: frozenset[frozenset[str]]
    undecided: tuple[str, ...]
    left: int
