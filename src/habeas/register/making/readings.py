"""Reports and their claims on the disk, read again one report at a time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from habeas.model.claims import Claim
from habeas.model.reports import Report
from habeas.register.making.shelf import Shelf, Shelved, unpacked

_KEPT = 256
"""Reports that are kept in memory with their claims, those last asked for."""

type Reading = tuple[Report, tuple[Claim, ...]]


class Readings:
    """Reports with their claims, in order of the ids of the reports once all are there."""

    def __init__(self, shelf: Shelf) -> None:
        """Begin with none, on a shelf."""
        self._shelf = shelf
        self._places: dict[str, tuple[int, int, int]] = {}
        self._kept = lru_cache(maxsize=_KEPT)(self._read)

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[Reading]:
        """Each report with its claims, by id."""
        return map(self._read, self._places)

    def add(self, report: Report, claims: Sequence[Claim]) -> None:
        """Put a report and its claims, in the order of its text, on the shelf."""
        text, said = self._shelf.put(report), self._shelf.put(tuple(claims))
        self._places[report.id] = (text, said, len(claims))

    def sort(self) -> None:
        """Bring the reports into the order of their ids."""
        self._places = dict(sorted(self._places.items()))

    @property
    def reports(self) -> Sequence[Report]:
        """All reports, by id."""
        places = [place for place, _, _ in self._places.values()]
        return Shelved(len(places), lambda at: self._shelf.get(places[at]))

    @property
    def claims(self) -> Sequence[Claim]:
        """All claims, in order of report and passage."""
        return _Claims(self._shelf, [(said, count) for _, said, count in self._places.values()])

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


class _Claims(Shelved[Claim]):
    """Claims of many reports in a row."""

    def __init__(self, shelf: Shelf, groups: list[tuple[int, int]]) -> None:
        self._shelf = shelf
        self._groups = groups
        self._ends = list(accumulate(count for _, count in groups))
        super().__init__(self._ends[-1] if self._ends else 0, self._at)

    def __iter__(self) -> Iterator[Claim]:
        for place, _ in self._groups:
            yield from self._shelf.get(place)

    def _at(self, number: int) -> Claim:
        group = bisect_right(self._ends, number)
        place, count = self._groups[group]
        claims: tuple[Claim, ...] = self._shelf.get(place)
        return claims[number - self._ends[group] + count]


def unpacked_reading(pair: tuple[bytes, bytes]) -> Reading:
    """A report and its claims again, as `Readings.packed` gave them."""
    return unpacked(pair[0]), unpacked(pair[1])
