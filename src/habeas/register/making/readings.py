"""Reports and their claims on the disk, read again one report at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from habeas.model.claims import Claim
from habeas.model.reports import Report
from habeas.register.making.packing import packed, unpacked
from habeas.register.making.shelf import Groups, Shelf, Shelved

_KEPT = 256
"""Reports that are kept in memory with their claims, those last asked for."""

type Reading = tuple[Report, tuple[Claim, ...]]


class Readings:
    """Reports with their claims, in order of the ids of the reports once all are there.

    Attributes:
        number_of_claims: Of all claims so far.
    """

    def __init__(self, shelf: Shelf) -> None:
        """Begin with none, on a shelf."""
        self._shelf = shelf
        self._places: dict[str, tuple[int, int, int]] = {}
        self._lists: dict[str, str] = {}
        self.number_of_claims = 0
        self._kept = lru_cache(maxsize=_KEPT)(self._read)

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[Reading]:
        """Each report with its claims, by id."""
        return map(self._read, self._places)

    def add(self, report: Report, claims: Sequence[Claim]) -> tuple[bytes, bytes]:
        """Put a report and its claims, in the order of its text, on the shelf.

        Returns:
            Both as they stand there, for `unpacked_reading`.
        """
        pair = packed(report), packed(tuple(claims))
        text, said = map(self._shelf.put_packed, pair)
        self._places[report.id] = (text, said, len(claims))
        self.number_of_claims += len(claims)
        if report.is_table:
            day = report.published and report.published.earliest
            self._lists[report.id] = day.isoformat() if day else ""
        return pair

    def order_of(self, reports: Iterable[str]) -> tuple[str, str]:
        """In this order of what rests on some reports, long lists are seldom read twice.

        It is that of the first list among them, by the day of its publication.
        """
        own = ((self._lists[key], key) for key in reports if key in self._lists)
        return min(own, default=("", ""))

    def sort(self) -> None:
        """Bring the reports into the order of their ids."""
        self._places = dict(sorted(self._places.items()))

    @property
    def ids(self) -> Collection[str]:
        """Ids of all reports."""
        return self._places.keys()

    @property
    def reports(self) -> Sequence[Report]:
        """All reports, by id."""
        places = [place for place, _, _ in self._places.values()]
        return Shelved(len(places), lambda at: self._shelf.get(places[at]))

    @property
    def claims(self) -> Sequence[Claim]:
        """All claims, in order of report and passage."""
        return Groups(self._shelf, [(said, count) for _, said, count in self._places.values()])

    def of(self, report: str) -> Reading:
        """A report and its claims; the last asked for are kept in memory."""
        return self._kept(report)

    def packed(self) -> Iterator[tuple[bytes, bytes]]:
        """Each report and its claims as they stand on the shelf, for `unpacked_reading`."""
        for text, said, _ in self._places.values():
            yield self._shelf.raw(text), self._shelf.raw(said)

    def _read(self, report: str) -> Reading:
        text, said, _ = self._places[report]
        return self._shelf.get(text), self._shelf.get(said)


def unpacked_reading(pair: tuple[bytes, bytes]) -> Reading:
    """A report and its claims again, as `Readings.packed` gave them."""
    return unpacked(pair[0]), unpacked(pair[1])
