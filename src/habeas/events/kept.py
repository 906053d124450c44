"""Clusters as they are found, each found again by its days, its reports and what is said in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from habeas.events.windows import Window

if TYPE_CHECKING:
    from habeas.events.atoms import Atom
    from habeas.events.clusters import Cluster

_LONG = 60
"""Days of a window above which a cluster is looked at for every day: they are few."""


class _Days:
    """Numbers of clusters by the days that their windows had when they were put here."""

    def __init__(self) -> None:
        self._by_day: dict[int, set[int]] = defaultdict(set)
        self._long: set[int] = set()
        self._all: set[int] = set()

    def add(self, number: int, window: Window) -> None:
        self._all.add(number)
        if window.days > _LONG:
            self._long.add(number)
        else:
            for day in range(window.first.toordinal(), window.last.toordinal() + 1):
                self._by_day[day].add(number)

    def drop(self, number: int) -> None:
        self._all.discard(number)
        self._long.discard(number)

    def near(self, window: Window) -> set[int]:
        """Those whose days can meet a window; those that were dropped may be among them."""
        if window.days > _LONG:
            return self._all
        days = range(window.first.toordinal(), window.last.toordinal() + 1)
        return self._long.union(*(self._by_day[day] for day in days if day in self._by_day))


class Clusters:
    """Clusters in the order in which they were begun.

    What is looked up comes in that order, so that it does not matter how it was found.
    """

    def __init__(self) -> None:
        self._all: dict[int, Cluster] = {}
        self._numbers: dict[int, int] = {}
        self._next = 0
        self._stateless, self._stated = _Days(), _Days()
        self._has_state: set[int] = set()
        self._by_report: dict[str, set[int]] = defaultdict(set)
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
        if cluster.window is not None:
            self._stateless.add(number, cluster.window)
        for atom in cluster.atoms:
            self.note(cluster, atom)

    def note(self, cluster: Cluster, atom: Atom) -> None:
        """Take in what a cluster took; its days can only have narrowed."""
        number = self._numbers[id(cluster)]
        self._by_report[atom.report].add(number)
        for sign in atom.signs:
            self._by_sign[sign].add(number)
        if cluster.state is not None and number not in self._has_state:
            self._has_state.add(number)
            self._stateless.drop(number)
            if cluster.window is not None:
                self._stated.add(number, cluster.window)

    def on_days(self, window: Window) -> list[Cluster]:
        """Those whose windows meet one."""
        return self._meeting(window, self._stateless.near(window) | self._stated.near(window))

    def stated_on_days(self, window: Window) -> list[Cluster]:
        """Those of them of which it is known who frees."""
        return self._meeting(window, self._stated.near(window))

    def stateless_on_days(self, window: Window) -> list[Cluster]:
        """Those of them of which that is not known."""
        found = self._meeting(window, self._stateless.near(window))
        return [cluster for cluster in found if cluster.state is None]

    def telling_of_days(self, report: str, window: Window) -> list[Cluster]:
        """Those whose windows meet one and of which a report tells."""
        found = self._meeting(window, self._by_report.get(report, ()))
        return [c for c in found if any(atom.report == report for atom in c.atoms)]

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
            self._stateless.drop(number)
            self._stated.drop(number)

    def _meeting(self, window: Window, numbers: Iterable[int]) -> list[Cluster]:
        first, last = window.first, window.last
        return [
            cluster
            for number in sorted(numbers)
            if (cluster := self._all.get(number)) is not None
            and (days := cluster.window) is not None
            and days.first <= last
            and first <= days.last
        ]
