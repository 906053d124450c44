"""Statements that all count everybody and can all hold: no programme is needed for them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from habeas.accounts.solving.statements import Core, Interval, Selection, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class OneSum:
    """Answers as a `System` of such statements does.

    Attributes:
        least: The greatest low end.
        most: The least high end, not less; None where there is none.
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
                raise ValueError("these statements tell nobody apart: ask for everybody")
            found.append(Interval(low=self.least, high=self.most))
        return tuple(found)


def one_sum(statements: Iterable[Statement]) -> OneSum | None:
    """Statements as one sum; None where they tell people apart, or cannot all hold."""
    told = tuple(statements)
    if any(each.selection for each in told):
        return None
    least = max((each.low for each in told if each.low is not None), default=0)
    most = min((each.high for each in told if each.high is not None), default=None)
    if most is not None and most < max(0, least):
        return None
    return OneSum(least=max(0, least), most=most)
