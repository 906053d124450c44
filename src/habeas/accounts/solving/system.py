"""All statements on the people of one event, together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from habeas.accounts.solving.certificates import prove
from habeas.accounts.solving.checking import Checker
from habeas.accounts.solving.cores import enumerate_cores
from habeas.accounts.solving.lines import gather
from habeas.accounts.solving.programme import Programme
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
from habeas.accounts.solving.unknowns import Key, Unknowns


class System:
    """Statements on the people of one event; immutable, answers are exact.

    What was asked before changes no answer. A system is for one thread at a time.

    Args:
        attributes: Every attribute that a selection mentions, once.
        statements: In any order, which changes no answer.
        asked: Selections whose bounds will be asked for; naming them here saves time.

    Attributes:
        is_exact: False where attributes are mentioned together in too many combinations. Then
            more is taken for possible than is: a conflict is one, and the truth is within
            bounds, but conflicts can be missed and bounds be wide.

    Raises:
        ValueError: Two statements have one id, an attribute is missing or lacks a value.
    """

    def __init__(
        self,
        attributes: Iterable[Attribute],
        statements: Iterable[Statement],
        asked: Iterable[Selection] = (),
    ) -> None:
        self._attributes = tuple(attributes)
        self._statements = tuple(sorted(statements, key=lambda each: each.id))
        if len({each.id for each in self._statements}) < len(self._statements):
            raise ValueError("two statements have one id: give each its own")
        selections = {statement.selection for statement in self._statements}
        self._unknowns = Unknowns(self._attributes, selections.union(asked))
        self.is_exact = self._unknowns.is_exact
        self._lines, rows = gather(self._statements, self._unknowns)
        self._programme = Programme(self._unknowns, rows)
        self._checker = Checker(self._lines, rows, self._programme)

    def is_consistent(self, aside: Collection[str] = ()) -> bool:
        """True where all statements but those set aside can hold at once."""
        return self._checker.clash(self._left(aside)) is None

    def conflict(self, aside: Collection[str] = ()) -> Core | None:
        """One minimal conflict among the statements that are not set aside; None without."""
        self._checker.restart()
        found = self._checker.clash(self._left(aside))
        if found is None:
            return None
        return self._core(self._checker.shrink(found), aside)

    def conflicts(self, most: int = 100) -> Found[Core]:
        """Minimal conflicts, smallest first, at most `most` of them."""
        self._checker.restart()
        found = enumerate_cores(self._checker, self._left(()), most)
        cores = tuple(self._core(numbers) for numbers in found.items)
        return Found(items=cores, is_complete=found.is_complete)

    def settings(self, most: int = 20) -> Found[Setting]:
        """Smallest sets to set aside, lightest first, at most `most` of them.

        Where nothing conflicts there is one, which is empty.
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
        if self._checker.clash(self._left(aside)) is not None:
            raise ValueError("these statements conflict: set those of `settings` aside first")
        found: dict[Key, Interval] = {}
        for selection in wanted:
            key = self._unknowns.key(selection)
            if key not in found:
                low, high = self._programme.extremes(self._unknowns.columns(selection))
                found[key] = Interval(low=low, high=high)
        return tuple(found[self._unknowns.key(selection)] for selection in wanted)

    def _asked_too(
        self, strange: Collection[Selection], wanted: Sequence[Selection], aside: Collection[str]
    ) -> tuple[Interval, ...]:
        """Bounds by tables that tell these selections too, together if there is room."""
        wider = System(self._attributes, self._statements, strange)
        if wider.is_exact or len(strange) == 1:
            return wider.bounds(wanted, aside)
        return tuple(self.bounds((selection,), aside)[0] for selection in wanted)

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
