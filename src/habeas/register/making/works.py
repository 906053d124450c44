"""What is worked out of all claims at once, each in a process of its own where they are many."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import batched
from typing import Any

from habeas.accounts.chronicle import Chronicle, chronicle_of
from habeas.events import group_events
from habeas.model.accounts import Decisions
from habeas.model.editions import CustodyCount
from habeas.model.events import Event
from habeas.model.people import Judgement, Person, ProposedMatch
from habeas.model.reports import Copy
from habeas.people import ids_of, propose_matches
from habeas.people.comparison.engine import shipped_engine
from habeas.people.evidence import Particulars
from habeas.people.gathering import Sources
from habeas.register.assemble import MAY_BE
from habeas.register.custody_counts import custody_counts
from habeas.register.making.lean import Lean
from habeas.register.making.readings import unpacked_reading
from habeas.register.making.shelf import packed, unpacked
from habeas.reports.copies import find_copies

_AT_ONCE = 500
_NAMES_KEPT = 40_000


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
class ToldOfPeople:
    """What is told of everybody, and how many were held.

    Attributes:
        people: Packed, some at a time: the id, the spellings and the particulars of each.
        judgements: Those about them, by the ids of persons.
        custody: How many were held, by day.
    """

    people: tuple[bytes, ...]
    judgements: tuple[Judgement, ...]
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


def tell(feed: Iterator[Any]) -> ToldOfPeople:
    """Gather what is told of everybody, and count who is held.

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
    sources = Sources(claims, reports)
    return ToldOfPeople(
        people=tuple(
            packed([(p.id, p.names, sources.particulars_of(p)) for p in some])
            for some in batched(people, _AT_ONCE)
        ),
        judgements=_of_persons(everybody.judgements, people),
        custody=custody,
    )


def _of_persons(judgements: Sequence[Judgement], people: Iterable[Person]) -> tuple[Judgement, ...]:
    """Judgements about persons, told by their ids in place of those of spellings and mentions."""
    nodes = {node for judgement in judgements for node in (judgement.left, judgement.right)}
    owner = {node: person.id for person in people for node in ids_of(person) & nodes}
    return tuple(
        replace(each, left=owner.get(each.left, each.left), right=owner.get(each.right, each.right))
        for each in judgements
    )


def compare(feed: Iterator[Any]) -> tuple[ProposedMatch, ...]:
    """Propose who may be who by all that is told of them.

    Args:
        feed: Judgements by the ids of persons, then persons as `ToldOfPeople` has them.
    """
    judgements = next(feed)
    people, told, lean = list[Person](), dict[str, Particulars](), Lean()
    for some in feed:
        for key, names, particulars in unpacked(some):
            # Nothing but ids and spellings of persons is compared beside what is told of them.
            people.append(Person(id=key, name="", names=names, mentions=()))
            told[key] = lean.particulars(particulars)
    del lean
    if len(people) > _NAMES_KEPT:
        # Of very many those that sound alike are compared one after the other.
        shipped_engine().keep(_NAMES_KEPT)
    return propose_matches(people, judgements, told)


def compare_names(feed: Iterator[Any]) -> tuple[ProposedMatch, ...]:
    """Say who may be one of some persons, by names alone.

    Args:
        feed: All persons, then the ids of those.
    """
    people: Sequence[Person] = next(feed)
    those: Collection[str] = next(feed)
    found = propose_matches(people, least=MAY_BE)
    return tuple(each for each in found if each.left in those or each.right in those)
