"""Clusters as they are found, each found again by its days and by what is said in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from habeas.events.windows import Window

if TYPE_CHECKING:
    from habeas.events.clusters import Cluster

_LONG = 60
"""Days of a window above which a cluster is looked at for every day: they are few."""


class Clusters:
    """Clusters in the order in which they were begun.

    What is looked up comes in that order, so that it does not matter how it was found.
    """

    def __init__(self) -> None:
        self._all: dict[int, Cluster] = {}
        self._numbers: dict[int, int] = {}
        self._next = 0
        self._by_day: dict[int, set[int]] = defaultdict(set)
        self._long: set[int] = set()
        self._by_sign: dict[str, set[int]] = defaultdict(set)

    def __iter__(self) -> Iterator[Cluster]:
        """All of them."""
        return iter(list(self._all.values()))

    def add(self, cluster: Cluster) -> None:
        """Put one at the end."""
        # Counted, and not told from how many there are: one that was let go leaves its place
        # in memory, and so its id, to another.
        number = self._next
        self._next += 1
        self._numbers[id(cluster)] = number
        self._all[number] = cluster
        window = cluster.window
        if window is not None:
            if window.days > _LONG:
                self._long.add(number)
            else:
                for day in range(window.first.toordinal(), window.last.toordinal() + 1):
                    self._by_day[day].add(number)
        self.note(cluster)

    def note(self, cluster: Cluster) -> None:
        """Take in what is said in a cluster that grew; its days can only have narrowed."""
        number = self._numbers[id(cluster)]
        for sign in cluster.signs:
            self._by_sign[sign].add(number)

    def on_days(self, window: Window) -> list[Cluster]:
        """Those whose windows meet one."""
        days = range(window.first.toordinal(), window.last.toordinal() + 1)
        if window.days > _LONG:
            numbers: Iterable[int] = self._all
        else:
            numbers = sorted(self._long.union(*(self._by_day.get(day, ()) for day in days)))
        return [
            cluster
            for number in numbers
            if (cluster := self._all[number]).window is not None
            and cluster.window.first <= window.last
            and window.first <= cluster.window.last
        ]

    def saying(self, signs: Iterable[str]) -> list[Cluster]:
        """Those that say any of some signs."""
        numbers = {n for sign in signs for n in self._by_sign.get(sign, ())}
        found = (self._all[number] for number in sorted(numbers & self._all.keys()))
        wanted = set(signs)
        return [cluster for cluster in found if wanted & cluster.signs]

    def drop_empty(self) -> None:
        """Let go of those that have lost all that spoke of them."""
        for number in [number for number, cluster in self._all.items() if not cluster.atoms]:
            del self._numbers[id(self._all.pop(number))]
            self._long.discard(number)
            for numbers in self._by_day.values():
                numbers.discard(number)
