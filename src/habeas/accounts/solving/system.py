"""All statements on the people of one event, together."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from habeas.accounts.solving.statements import (
    Attribute,
    Core,
    Found,
    Interval,
    Selection,
    Setting,
    Statement,
)


class System:
    """Statements on the people of one event; immutable, answers are exact.

    Args:
        attributes: Every attribute that a selection mentions, once.
        statements: In any order, which changes no answer.
    """

    def __init__(self, attributes: Iterable[Attribute], statements: Iterable[Statement]) -> None:
        self._attributes = tuple(attributes)
        self._statements = tuple(statements)

    def is_consistent(self, aside: Collection[str] = ()) -> bool:
        """True where all statements but those set aside can hold at once."""
        raise NotImplementedError

    def conflict(self, aside: Collection[str] = ()) -> Core | None:
        """One minimal conflict among the statements that are not set aside; None without."""
        raise NotImplementedError

    def conflicts(self, most: int = 100) -> Found[Core]:
        """Minimal conflicts, smallest first, at most `most` of them."""
        raise NotImplementedError

    def settings(self, most: int = 20) -> Found[Setting]:
        """Smallest sets to set aside, lightest first, at most `most` of them.

        Where nothing conflicts there is one, which is empty.
        """
        raise NotImplementedError

    def bounds(
        self, selections: Iterable[Selection], aside: Collection[str] = ()
    ) -> tuple[Interval, ...]:
        """How many people each selection can have, in the order given.

        Raises:
            ValueError: What is not set aside conflicts.
        """
        raise NotImplementedError
