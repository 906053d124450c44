"""All statements on the people of one event, together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from habeas.accounts.solving.bounding import bound_all
from habeas.accounts.solving.certificates import prove
from habeas.accounts.solving.checking import Checker
from habeas.accounts.solving.cores import enumerate_cores
from habeas.accounts.solving.lines import gather
from habeas.accounts.solving.programme import Held
from habeas.accounts.solving.settings import lightest
from habeas.accounts.solving.statements import (
    Attribute,
    Core,
    Found,
    Interval,
    Selection,
    Setting,
    Statement,
)
from habeas.accounts.solving.unknowns import Unknowns


class System:
    """Statements on the people of one event; immutable, answers are exact.

    What was asked before changes no answer. A system is for one thread at a time.

    Args:
        attributes: Every attribute that a selection mentions, once.
        statements: In any order, which changes no answer.
        asked: Selections whose bounds will be asked for; naming them here saves time.

    Raises:
        ValueError: Two statements have one id, a weight is less than 1, an attribute is missing
            or lacks a value.
    """

    def __init__(
        self,
        attributes: Iterable[Attribute],
        statements: Iterable[Statement],
        asked: Iterable[Selection] = (),
    ) -> None:
        self._set_up(tuple(attributes), statements)
        selections = {statement.selection for statement in self._statements}
        self._reuse(Unknowns(self._attributes, selections.union(asked)))

    def _set_up(self, attributes: tuple[Attribute, ...], statements: Iterable[Statement]) -> None:
        self._attributes = attributes
        self._statements = tuple(sorted(statements, key=lambda each: each.id))
        if len({each.id for each in self._statements}) < len(self._statements):
            raise ValueError("two statements have one id: give each its own")
        if any(each.weight < 1 for each in self._statements):
            raise ValueError("a statement weighs less than 1: count at least one voice")

    def _reuse(self, unknowns: Unknowns) -> None:
        self._unknowns = unknowns
        self._gathered = gather(self._statements, unknowns)
        self._lines = self._gathered.lines
        self._checker = Checker(self._gathered, unknowns)
        self._wider: System | None = None

    def with_statements(self, more: Iterable[Statement]) -> System:
        """The same with more statements, at less cost than from nothing.

        Raises:
            ValueError: As for a new system.
        """
        more = tuple(more)
        together = (*self._statements, *more)
        if any(each.selection not in self._unknowns for each in more):
            return System(self._attributes, together, self._unknowns)
        return self._like(together)

    def without(self, ids: Collection[str]) -> System:
        """The same without some statements."""
        gone = set(ids)
        return self._like(each for each in self._statements if each.id not in gone)

    def _like(self, statements: Iterable[Statement]) -> System:
        """A system of statements on selections that the unknowns tell."""
        system = System.__new__(System)
        system._set_up(self._attributes, statements)
        system._reuse(self._unknowns)
        return system

    @property
    def is_exact(self) -> bool:
        """False where attributes are mentioned together in too many combinations.

        Then more is taken for possible than is: a conflict is one, and the truth is within
        bounds, but conflicts can be missed, and bounds be wide.
        """
        return self._unknowns.is_exact

    def is_consistent(self, aside: Collection[str] = ()) -> bool:
        """True where all statements but those set aside can hold at once."""
        return self._checker.clash(self._left(aside)) is None

    def conflict(self, aside: Collection[str] = ()) -> Core | None:
        """One minimal conflict among the statements that are not set aside; None without.

        One of hundreds of statements may not be minimal: to see that would take too long.
        """
        self._checker.restart()
        found = self._checker.clash(self._left(aside))
        if found is None:
            return None
        return self._core(self._checker.shrink(found), aside)

    def conflicts(self, most: int = 100) -> Found[Core]:
        """Minimal conflicts, smallest first, at most `most` of them.

        Where there are more than that or it would take too long, some of them, not complete.
        """
        self._checker.restart()
        found = enumerate_cores(self._checker, self._left(()), most)
        cores = {core.statements: core for core in map(self._core, found.items)}
        items = sorted(cores.values(), key=lambda core: (len(core.statements), core.statements))
        return Found(items=tuple(items), is_complete=found.is_complete)

    def settings(self, most: int = 20) -> Found[Setting]:
        """Smallest sets to set aside, lightest first, at most `most` of them.

        None has another in it. Where nothing conflicts there is one, which is empty. Where it
        would take too long to find the lightest, one that may be heavier, not complete.
        """
        self._checker.restart()
        found = lightest(self._checker, self._left(()), most)
        settings = []
        for numbers in found.items:
            lines = [self._lines[number] for number in numbers]
            ids = (statement.id for line in lines for statement in line.statements)
            weight = sum(line.weight for line in lines)
            settings.append(Setting(aside=tuple(sorted(ids)), weight=weight))
        return Found(items=tuple(settings), is_complete=found.is_complete)

    def bounds(
        self, selections: Iterable[Selection], aside: Collection[str] = ()
    ) -> tuple[Interval, ...]:
        """How many people each selection can have, in the order given.

        Raises:
            ValueError: What is not set aside conflicts.
        """
        wanted = [tuple(selection) for selection in selections]
        strange = {each for each in wanted if each not in self._unknowns}
        if strange:
            return self._asked_too(strange, wanted, aside)
        import numpy as np

        left = self._left(aside)
        held = self._checker.hold(left)
        if not isinstance(held, Held):
            raise ValueError("these statements conflict: set those of `settings` aside first")
        low, high = self._checker.ends(np.array(left, dtype=np.int32))
        rows, keys = self._gathered.rows, [self._unknowns.key(each) for each in wanted]
        columns = {key: self._unknowns.columns(key) for key in keys}
        ends = (np.append(low, 0.0), np.append(high, np.inf))
        places = [rows.get(key, -1) for key in columns]
        outer = (ends[0][places], ends[1][places])
        found = bound_all(self._checker.programme, held, list(columns.values()), outer)
        by_key = dict(zip(columns, found, strict=True))
        return tuple(by_key[key] for key in keys)

    def _asked_too(
        self, strange: Collection[Selection], wanted: Sequence[Selection], aside: Collection[str]
    ) -> tuple[Interval, ...]:
        """Bounds by tables that tell these selections too, all at once if there is room."""
        if self._wider is None or any(each not in self._wider._unknowns for each in strange):
            self._wider = self._asking(strange)
        if self._wider.is_exact or not self.is_exact or len(strange) == 1:
            return self._wider.bounds(wanted, aside)
        found: list[Interval] = []
        for selection in wanted:
            system = self._asking({selection}) if selection in strange else self
            found += system.bounds((selection,), aside)
        return tuple(found)

    def _asking(self, strange: Collection[Selection]) -> System:
        return System(self._attributes, self._statements, {*strange, *self._unknowns})

    def _left(self, aside: Collection[str]) -> list[int]:
        """Numbers of the lines that somebody says who is not set aside."""
        gone = set(aside)
        return [
            number
            for number, line in enumerate(self._lines)
            if not gone or any(each.id not in gone for each in line.statements)
        ]

    def _core(self, numbers: Sequence[int], aside: Collection[str] = ()) -> Core:
        gone = set(aside)
        said = [
            next(each for each in self._lines[number].statements if each.id not in gone)
            for number in numbers
        ]
        if not self.is_exact:
            own = System(self._attributes, said)
            if own.is_exact and (core := own.conflict()) is not None:
                return core
        terms = prove(self._attributes, said, self._checker.multipliers(numbers))
        return Core(statements=tuple(sorted(each.id for each in said)), terms=terms)
