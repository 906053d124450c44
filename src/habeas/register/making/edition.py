"""Make the Edition of a register of any size: withheld names first, all else afterwards."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from habeas.accounts.reconcile import Known, account_of, dated
from habeas.model.accounts import Account, Decisions
from habeas.model.editions import Edition
from habeas.model.people import Person, ProposedMatch
from habeas.register.assemble import Records, began
from habeas.register.deciding import decided_accounts
from habeas.register.edition_copies import copies_in
from habeas.register.edition_ties import ties_told
from habeas.register.listed import listed_in
from habeas.register.making.beside import beside, in_turn
from habeas.register.making.opening import Alike, Opened, open_source
from habeas.register.making.readings import Readings
from habeas.register.making.shelf import Shelf, Shelved
from habeas.register.making.source import Source
from habeas.register.making.works import (
    Everybody,
    Happened,
    ToldOfPeople,
    compare,
    compare_names,
    group,
    tell,
)
from habeas.register.ruled import ruled_entries, ruled_links

MANY = 20_000
"""Claims from which on a second process is started."""

type Watch = Callable[[str, int], None]
"""Told what is being done, and how many more of it are done."""

type Start = Callable[[Any, Any], AbstractContextManager[Callable[[], Any]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What an Edition is called, and what it answers for; see `Edition`."""

    title: str
    as_of: date
    known_at: datetime


def unwatched(_what: str, _more: int) -> None:
    """For whoever needs not know how far it is."""


def make_edition(
    source: Source, terms: Terms, shelf: Shelf, watch: Watch = unwatched, *, many: int = MANY
) -> Edition:
    """Make the public copy of a register, as `assemble_edition` does, of a register of any size.

    Args:
        source: The records.
        terms: Title and days.
        shelf: Holds most of it; the Edition can be read as long as this is open.
        watch: Told how far it is.
        many: Claims from which on a second process is started.

    Raises:
        WorkEnded: That process was ended.
    """
    readings = Readings(shelf)
    opened = open_source(_watched(source, watch), readings, _alike(many))
    start: Start = beside if len(readings.claims) >= many else in_turn
    watch("events", 0)
    told = _told(opened, terms.as_of, start)
    # Comparing takes longest and begins first; it holds most when grouping has long ended.
    with start(compare, lambda: iter((told.judgements, *told.people))) as compared:
        happened = _happened(opened, start)
        accounts = _Accounts(opened, happened, shelf, watch)
        made = decided_accounts(
            accounts.made, opened.judgements, source.whole.assumption_decisions, opened.claim_ids
        )
        ties = tuple(tie for report, claims in readings for tie in ties_told([report], claims))
        watch("people", 0)
        matches: tuple[ProposedMatch, ...] = compared()
    whole, claims = source.whole, readings.claims
    entries = ruled_entries(whole.entry_decisions, opened.moves, claims)
    listed = listed_in(claims, opened.veil, whole.lists, entries, terms.as_of)
    began = accounts.began_by(terms.as_of)
    return Edition(
        title=terms.title,
        as_of=terms.as_of,
        known_at=terms.known_at,
        reports=readings.reports,
        claims=readings.claims,
        people=opened.people,
        matches=matches,
        accounts=Shelved(len(began), lambda at: made[began[at]]),
        withheld=opened.withheld,
        rejected=opened.rejected,
        corrections=opened.corrections,
        ties=ties,
        ruled_links=ruled_links(whole.link_decisions, opened.moves, claims, ties),
        lists=listed.editions,
        listings=listed.listings,
        copies=copies_in(readings.reports, happened.copies, opened.apart),
        custody=told.custody,
    )


class _Accounts:
    """Makes the account of each event and puts it on the shelf."""

    def __init__(self, opened: Opened, happened: Happened, shelf: Shelf, watch: Watch) -> None:
        self._opened = opened
        self._happened = happened
        self._shelf = shelf
        self._watch = watch
        self._days: list[date | None] = []

    def made(self, decisions: Decisions) -> Sequence[Account]:
        """All accounts with some decisions, in the order of the events."""
        happened, shelf, readings = self._happened, self._shelf, self._opened.readings
        decisions = replace(decisions, apart=self._opened.apart, copies=happened.copies)
        known = Known(self._opened.people, decisions)
        places: list[int] = []
        self._days = []
        for event in happened.events:
            near = [readings.of(key) for key in event.reports]
            documents = {report.id: report for report, _ in near}
            claims = (claim for _, some in near for claim in some)
            account = dated(account_of(event, claims, documents, known), happened.chronicle)
            self._days.append(began(account))
            places.append(shelf.put(account))
            self._watch("accounts", 1)
        return Shelved(len(places), lambda at: shelf.get(places[at]))

    def began_by(self, as_of: date) -> list[int]:
        """Places of those that began by a day, or of which that is not known."""
        return [at for at, day in enumerate(self._days) if day is None or day <= as_of]


def _watched(source: Source, watch: Watch) -> Source:
    def parts() -> Iterator[Records]:
        for part in source.parts():
            yield part
            watch("reports", len(part.reports))

    return replace(source, parts=parts)


def _alike(many: int) -> Alike:
    def alike(people: tuple[Person, ...], those: Collection[str]) -> tuple[ProposedMatch, ...]:
        start: Start = beside if len(people) >= many else in_turn
        with start(compare_names, lambda: iter((people, those))) as found:
            matches: tuple[ProposedMatch, ...] = found()
            return matches

    return alike


def _happened(opened: Opened, start: Start) -> Happened:
    def feed() -> Iterator[object]:
        yield opened.apart
        yield from opened.readings.packed()

    with start(group, feed) as found:
        happened: Happened = found()
        return happened


def _told(opened: Opened, as_of: date, start: Start) -> ToldOfPeople:
    def feed() -> Iterator[object]:
        yield Everybody(people=opened.people, judgements=opened.judgements, as_of=as_of)
        yield from opened.readings.packed()

    with start(tell, feed) as found:
        told: ToldOfPeople = found()
        return told
