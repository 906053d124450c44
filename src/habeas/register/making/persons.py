"""Persons on the disk, found again by the reports that name them as freed."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

from habeas.accounts.reconcile import Known
from habeas.model.accounts import Decisions
from habeas.model.editions import CustodyCount
from habeas.model.events import Event
from habeas.model.people import Person
from habeas.model.pledges import Tie
from habeas.register.making.shelf import Shelf, Shelved
from habeas.register.making.works import Counted, Some

_KEPT = 256
"""Reports of which the persons are kept in memory, those last asked for."""


class Persons:
    """Everybody who is named, in order, once all are there.

    Attributes:
        custody: How many of them were held, by day.
        ties: What reports tie together, of each report that does.
    """

    def __init__(self, shelf: Shelf) -> None:
        """Begin with none, on a shelf."""
        self._shelf = shelf
        self._places = array("Q")
        self._by_report: defaultdict[int, array[int]] = defaultdict(lambda: array("I"))
        self._reports: dict[str, int] = {}
        self._named = lru_cache(maxsize=_KEPT)(self._read)
        self.custody: tuple[CustodyCount, ...] = ()
        self.ties: dict[str, tuple[Tie, ...]] = {}

    def taken(self, told: Iterator[Any]) -> Iterator[Any]:
        """Take everybody from what `tell` gives; gives what `compare` is fed with."""
        yield next(told)
        for some in told:
            if isinstance(some, Counted):
                self._reports = {key: number for number, key in enumerate(some.reports)}
                self.custody, self.ties = some.custody, dict(some.ties)
            else:
                self._take(some)
                yield some.told

    def _take(self, some: Some) -> None:
        for person, reports in zip(some.people, some.freed, strict=True):
            for report in reports:
                self._by_report[report].append(len(self._places))
            self._places.append(self._shelf.put_packed(person))

    @property
    def all(self) -> Sequence[Person]:
        """All of them."""
        return Shelved(len(self._places), lambda at: self._shelf.get(self._places[at]))

    def freed_in(self, reports: Iterable[str]) -> Iterable[Person]:
        """Those whom some reports name as freed, in order, each once."""
        found = dict(chain.from_iterable(map(self._named, dict.fromkeys(reports))))
        return (found[number] for number in sorted(found))

    def _read(self, report: str) -> tuple[tuple[int, Person], ...]:
        numbers = self._by_report.get(self._reports[report], ())
        return tuple((number, self._shelf.get(self._places[number])) for number in numbers)


class KnownThere(Known):
    """As `Known`, of persons on the disk; it finds those alone who are said to be freed."""

    def __init__(self, persons: Persons, decisions: Decisions) -> None:
        """Take persons, and decisions; copies must be found."""
        super().__init__((), decisions)
        self._persons = persons

    def people(self, event: Event) -> tuple[Person, ...]:
        """Who is named as freed in the reports of an event, and in its claims, each once."""
        own = set(event.claims)
        by_claim: defaultdict[str, list[Person]] = defaultdict(list)
        for person in self._persons.freed_in(event.reports):
            for key in own.intersection([mention.claim for mention in person.mentions]):
                by_claim[key].append(person)
        return tuple({p.id: p for key in event.claims for p in by_claim.get(key, ())}.values())
