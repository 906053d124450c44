"""What is worked out of all claims at once, each in a process of its own where they are many."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.accounts.chronicle import Chronicle, chronicle_of
from habeas.events import group_events
from habeas.model.accounts import Decisions
from habeas.model.editions import CustodyCount
from habeas.model.events import Event
from habeas.model.people import Judgement, Person, ProposedMatch
from habeas.model.reports import Copy
from habeas.people import propose_matches
from habeas.people.gathering import Sources
from habeas.register.assemble import MAY_BE
from habeas.register.custody_counts import custody_counts
from habeas.register.making.lean import Lean
from habeas.register.making.readings import unpacked_reading
from habeas.reports.copies import find_copies


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """What happened by all claims.

    Attributes:
        events: Newest first.
        copies: Which reports print the text of another.
        chronicle: What figures of different days say together.
    """

    events: tuple[Event, ...]
    copies: tuple[Copy, ...]
    chronicle: Chronicle


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Who may be who, and how many were held."""

    matches: tuple[ProposedMatch, ...]
    custody: tuple[CustodyCount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Everybody:
    """Whom to compare.

    Attributes:
        people: All persons.
        judgements: What was decided about them.
        as_of: Last day on which they are counted.
    """

    people: tuple[Person, ...]
    judgements: tuple[Judgement, ...]
    as_of: date


def group(feed: Iterator[Any]) -> Happened:
    """Group claims into events.

    Args:
        feed: Pairs of reports that stand apart, then readings, packed.
    """
    apart = next(feed)
    read = list(Lean().readings(map(unpacked_reading, feed)))
    reports = [report for report, _ in read]
    claims = [claim for _, some in read for claim in some]
    del read
    events = group_events(reports, claims)
    copies = find_copies(reports)
    decisions = Decisions(copies=copies, apart=apart)
    documents = {report.id: report for report in reports}
    return Happened(
        events=events,
        copies=copies,
        chronicle=chronicle_of(claims, documents, events, decisions),
    )


def compare(feed: Iterator[Any]) -> Compared:
    """Propose who may be who by all that is told of them, and count who is held.

    Args:
        feed: Everybody, then readings, packed.
    """
    everybody: Everybody = next(feed)
    people = everybody.people
    read = list(Lean().readings(map(unpacked_reading, feed)))
    reports = [report for report, _ in read]
    claims = [claim for _, some in read for claim in some]
    del read
    custody = custody_counts(claims, people, reports, as_of=everybody.as_of)
    sources, lean = Sources(claims, reports), Lean()
    del claims, reports
    told = {person.id: lean.particulars(sources.particulars_of(person)) for person in people}
    del sources, lean
    return Compared(matches=propose_matches(people, everybody.judgements, told), custody=custody)


def compare_names(feed: Iterator[Any]) -> tuple[ProposedMatch, ...]:
    """Say who may be one of some persons, by names alone.

    Args:
        feed: All persons, then the ids of those.
    """
    people: Sequence[Person] = next(feed)
    those: Collection[str] = next(feed)
    found = propose_matches(people, least=MAY_BE)
    return tuple(each for each in found if each.left in those or each.right in those)
