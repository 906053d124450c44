"""Make the Edition of a register of any size: withheld names first, all else afterwards."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from itertools import batched
from typing import Any

from habeas.accounts.reconcile import AT_ONCE, Dating, Near, some_accounts
from habeas.model.accounts import Account, Decisions
from habeas.model.editions import Edition
from habeas.model.events import Event
from habeas.model.people import Person, ProposedMatch
from habeas.register.assemble import Records, began
from habeas.register.deciding import decided_accounts
from habeas.register.edition_copies import copies_in
from habeas.register.listed import listed_in
from habeas.register.making.beside import beside, in_turn
from habeas.register.making.forgetting import forget, keep_few_names
from habeas.register.making.opening import Alike, Opened, Opening
from habeas.register.making.persons import KnownThere, Persons
from habeas.register.making.readings import Readings
from habeas.register.making.shelf import Awaited, Groups, Shelf, Shelved
from habeas.register.making.source import Source
from habeas.register.making.works import Happened, Judged, compare, compare_names, group, tell
from habeas.register.ruled import ruled_entries, ruled_links

MANY = 20_000
"""Claims from which on a second process is started."""

_REMEMBERED = 16 * AT_ONCE
"""Accounts after which names of others are forgotten."""

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
    readings, persons = Readings(shelf), Persons(shelf)
    opening = Opening(_watched(source, watch), readings, _alike(many))
    with _telling(opening, readings, terms.as_of, many) as (told, start):
        opened, whole, claims = opening.opened(), source.whole, readings.claims
        watch("events", 0)
        # Claims are grouped while it is worked out who is who. Comparing persons takes longest:
        # it begins with the first who are told of, and goes on while accounts are made and
        # all else is written.
        with start(group, partial(_grouped, opened)) as grouped:
            compared = shelf.keep_open(start(compare, partial(persons.taken, told())))
            happened: Happened = grouped()
    accounts = _Accounts(opened, persons, happened, watch)
    made = decided_accounts(
        partial(accounts.made, shelf),
        opened.judgements,
        whole.assumption_decisions,
        opened.claim_ids,
    )
    ties = tuple(tie for key in readings.ids for tie in persons.ties.get(key, ()))
    entries = ruled_entries(whole.entry_decisions, opened.moves, claims)
    listed = listed_in(claims, opened.veil, whole.lists, entries, terms.as_of)
    began = accounts.began_by(terms.as_of)
    watch("people", 0)
    return Edition(
        title=terms.title,
        as_of=terms.as_of,
        known_at=terms.known_at,
        reports=readings.reports,
        claims=claims,
        people=persons.all,
        matches=Awaited(partial(_shelved, shelf, compared)),
        accounts=Shelved(len(began), lambda at: made[began[at]]),
        withheld=opened.withheld,
        rejected=opened.rejected,
        corrections=opened.corrections,
        ties=ties,
        ruled_links=ruled_links(whole.link_decisions, opened.moves, claims, ties),
        lists=listed.editions,
        listings=listed.listings,
        copies=copies_in(readings.ids, happened.copies, opened.apart),
        custody=persons.custody,
    )


@contextmanager
def _telling(
    opening: Opening, readings: Readings, as_of: date, many: int
) -> Iterator[tuple[Callable[[], Iterator[Any]], Start]]:
    """Go through all reports, and gather what is told of persons; beside that where they are many.

    Returns:
        What gives that, and what starts further work.
    """
    feed = opening.packed()
    first: list[tuple[bytes, bytes]] = []
    for pair in feed:
        first.append(pair)
        if readings.number_of_claims >= many:
            break
    start: Start = beside if readings.number_of_claims >= many else in_turn

    def told() -> Iterator[object]:
        yield as_of
        while first:
            yield first.pop(0)
        yield from feed
        yield Judged(judgements=opening.judgements)

    with start(tell, told) as result:
        yield result, start


class _Accounts:
    """Makes the account of each event and puts it on a shelf."""

    def __init__(self, opened: Opened, persons: Persons, happened: Happened, watch: Watch) -> None:
        self._opened = opened
        self._persons = persons
        self._happened = happened
        self._watch = watch
        self._days: list[date | None] = []

    def made(self, shelf: Shelf, decisions: Decisions) -> Sequence[Account]:
        """All accounts with some decisions, in the order of the events."""
        happened, readings = self._happened, self._opened.readings
        events = happened.events
        decisions = replace(decisions, apart=self._opened.apart, copies=happened.copies)
        known = KnownThere(self._persons, decisions)
        places = array("Q", [0]) * len(events)
        self._days = [None] * len(events)
        dating = Dating(happened.chronicle)
        if len(events) > _REMEMBERED:
            keep_few_names()
        order = sorted(range(len(events)), key=lambda at: readings.order_of(events[at].reports))
        for number, some in enumerate(batched(order, AT_ONCE), 1):
            near = (self._near(events[at]) for at in some)
            for at, account in zip(some, some_accounts(near, known), strict=True):
                self._days[at] = began(account)
                places[at] = shelf.put(dating.dated(account))
                self._watch("accounts", 1)
            if number * AT_ONCE % _REMEMBERED == 0:
                forget()
        return Shelved(len(places), lambda at: shelf.get(places[at]))

    def _near(self, event: Event) -> Near:
        near = [self._opened.readings.of(key) for key in event.reports]
        claims = [claim for _, some in near for claim in some]
        return event, claims, {report.id: report for report, _ in near}

    def began_by(self, as_of: date) -> list[int]:
        """Places of those that began by a day, or of which that is not known."""
        return [at for at, day in enumerate(self._days) if day is None or day <= as_of]


def _grouped(opened: Opened) -> Iterator[object]:
    yield opened.apart
    yield from opened.readings.packed()


def _shelved(
    shelf: Shelf, compared: Callable[[], Iterator[tuple[int, bytes]]]
) -> Sequence[ProposedMatch]:
    return Groups(shelf, [(shelf.put_packed(data), count) for count, data in compared()])


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
