"""The words by which people, reports and accounts of an Edition are found, in any script."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import batched, groupby, pairwise

from habeas.model.accounts import Account
from habeas.model.people import Person
from habeas.model.reports import Report
from habeas.people.search.words import joined_sounds_of, sounds_of, word_sounds, words_in
from habeas.register.edition_cells import Row
from habeas.register.making.forgetting import forget
from habeas.register.making.shelf import Shelf

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


_MOST_HELD = 50_000
"""Words above which those in memory go to the disk."""

_AT_ONCE = 500

type _Entry = tuple[tuple[str, str], array[int]]


class WordIndex:
    """Gathers the words of records as they come, one after the other in order of position."""

    def __init__(self, most_held: int = _MOST_HELD) -> None:
        """Begin with none, and hold so many of them in memory."""
        self._most_held = most_held
        self._places: dict[tuple[str, str], array[int]] = {}
        self._shelf: Shelf | None = None
        self._runs: list[list[int]] = []

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
        """Rows of `search_word`, by kind and word; nothing can be added afterwards."""
        last = sorted(self._places.items())
        self._places = {}
        runs = (*map(self._run, self._runs), iter(last))
        # Of one word what was put away first stands first, and so are the positions in order.
        entries = merge(*runs, key=_key_of) if self._runs else iter(last)
        for (kind, word), some in groupby(entries, key=_key_of):
            places = array("I")
            for _, more in some:
                places.extend(more)
            yield "search_word", (kind, word, _distances(places))

    def close(self) -> None:
        """Let go of what is on the disk."""
        if self._shelf is not None:
            self._shelf.close()

    def _run(self, places: Iterable[int]) -> Iterator[_Entry]:
        """Words that were put away together, in order."""
        assert self._shelf is not None, "nothing was put away"
        for place in places:
            for key, data in self._shelf.get(place):
                yield key, _array_of(data)

    def _put_away(self) -> None:
        if self._shelf is None:
            self._shelf = Shelf()
        entries = ((key, places.tobytes()) for key, places in sorted(self._places.items()))
        self._runs.append([self._shelf.put(some) for some in batched(entries, _AT_ONCE)])
        self._places = {}
        forget()

    def _add(self, kind: str, position: int, words: Iterable[str]) -> None:
        for word in words:
            places = self._places.get((kind, word))
            if places is None:
                places = self._places[kind, word] = array("I")
            places.append(position)
        if len(self._places) > self._most_held:
            self._put_away()


def _array_of(data: bytes) -> array[int]:
    found = array("I")
    found.frombytes(data)
    return found


def _key_of(entry: _Entry) -> tuple[str, str]:
    return entry[0]


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
