"""The words by which people, reports and accounts of an Edition are found, in any script."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from itertools import pairwise

from habeas.model.accounts import Account
from habeas.model.people import Person
from habeas.model.reports import Report
from habeas.people.search.words import joined_sounds_of, sounds_of, word_sounds, words_in
from habeas.register.edition_cells import Row

PERSON = "person"
"""One word of a name."""

JOINED = "name"
"""A whole name run together."""

REPORT = "report"
"""A word of the title, publisher or text of a report."""

HEADLINE = "headline"
"""A word of the title or publisher of a report."""

ACCOUNT = "account"
"""A word of the title or place of an account."""


class WordIndex:
    """Gathers the words of records as they come, one after the other in order of position."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, str], array[int]] = {}

    def add_person(self, position: int, person: Person) -> None:
        """The words of every spelling, and every spelling run together."""
        spellings = (person.name, *person.names)
        readings = {reading for name in spellings for reading in sounds_of(name)}
        self._add(PERSON, position, {word for reading in readings for word in reading})
        joined = {whole for name in spellings for whole in joined_sounds_of(name)}
        self._add(JOINED, position, joined)

    def add_report(self, position: int, report: Report) -> None:
        """The words of the title, the publisher and the text."""
        headline = _sounds(f"{report.title} {report.publisher or ''}")
        self._add(HEADLINE, position, headline)
        self._add(REPORT, position, headline | _sounds(report.text))

    def add_account(self, position: int, account: Account) -> None:
        """The words of the title and the place."""
        event = account.event
        self._add(ACCOUNT, position, _sounds(f"{event.title} {event.place or ''}"))

    def rows(self) -> Iterator[Row]:
        """Rows of `search_word`, by kind and word."""
        for (kind, word), places in sorted(self._places.items()):
            yield "search_word", (kind, word, _distances(places))

    def _add(self, kind: str, position: int, words: Iterable[str]) -> None:
        for word in words:
            places = self._places.get((kind, word))
            if places is None:
                places = self._places[kind, word] = array("I")
            places.append(position)


def places_of(distances: str) -> list[int]:
    """The positions that a cell of `search_word` tells, ascending."""
    places, at = [], 0
    for distance in distances.split(" "):
        at += int(distance)
        places.append(at)
    return places


def _distances(places: array[int]) -> str:
    first = str(places[0])
    return " ".join([first, *(str(after - before) for before, after in pairwise(places))])


def _sounds(text: str) -> set[str]:
    return {sound for word in set(words_in(text)) for sound in word_sounds(word) if sound}
