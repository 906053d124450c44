"""Statements on everybody and on parts apart that can all hold: they need no programme."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from habeas.accounts.solving.statements import (
    OTHER,
    Attribute,
    Core,
    Interval,
    Selection,
    Statement,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OneSum:
    """Answers as a `System` of such statements does.

    Attributes:
        least: How many people there are at least.
        most: How many at most, not less; None where nothing bounds that.
    """

    least: int
    most: int | None

    def is_consistent(self, aside: Collection[str] = ()) -> bool:
        """True: all can hold, so some of them can."""
        return True

    def conflict(self, aside: Collection[str] = ()) -> Core | None:
        """None: there is none."""
        return None

    def bounds(
        self, selections: Iterable[Selection], aside: Collection[str] = ()
    ) -> tuple[Interval, ...]:
        """How many people there are, once for each selection of everybody.

        Raises:
            ValueError: A selection is not of everybody, or something is set aside.
        """
        if aside:
            raise ValueError("nothing conflicts: set nothing aside")
        found = []
        for selection in selections:
            if selection:
                raise ValueError("of parts no bounds are known: ask for everybody")
            found.append(Interval(low=self.least, high=self.most))
        return tuple(found)


def one_sum(statements: Iterable[Statement], parts: Attribute | None = None) -> OneSum | None:
    """Statements on everybody as one sum.

    Args:
        statements: All there are.
        parts: What tells some of everybody apart, so that nobody is in two of the parts and
            many may be in none; None where nothing does. Only everybody can be asked for.

    Returns:
        None where the statements cannot all hold, or tell people apart in another way.
    """
    ends: dict[Selection, tuple[int, int | None]] = {(): (0, None)}
    for each in statements:
        if each.selection and not _is_part(each.selection, parts):
            return None
        low, high = ends.get(each.selection, (0, None))
        highs = [end for end in (high, each.high) if end is not None]
        ends[each.selection] = max(low, each.low or 0), min(highs, default=None)
    if any(high is not None and high < low for low, high in ends.values()):
        return None
    low, high = ends.pop(())
    least = max(low, sum(low for low, _ in ends.values()))
    return None if high is not None and high < least else OneSum(least=least, most=high)


def _is_part(selection: Selection, parts: Attribute | None) -> bool:
    if parts is None or not (parts.is_open and parts.is_exclusive) or len(selection) != 1:
        return False
    ((name, values),) = selection
    return name == parts.name and len(values) == 1 and OTHER not in values
