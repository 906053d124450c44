"""Many values in little memory: what is equal is kept once, and known by a number."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Hashable, Iterable, Sequence


class Numbered[T: Hashable]:
    """Values by the numbers that they were given, from 0 on; equal ones have one number."""

    def __init__(self) -> None:
        self._numbers: dict[T, int] = {}
        self._values: list[T] = []

    def __len__(self) -> int:
        return len(self._values)

    def __getitem__(self, number: int) -> T:
        return self._values[number]

    @property
    def values(self) -> Collection[T]:
        """All of them."""
        return self._numbers.keys()

    def number(self, value: T) -> int:
        """The number of a value, a new one where it is new."""
        number = self._numbers.setdefault(value, len(self._values))
        if number == len(self._values):
            self._values.append(value)
        return number


class Runs:
    """Lists of numbers one after the other, each known by its place."""

    def __init__(self) -> None:
        self._numbers = array("I")
        self._ends = array("I", [0])

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, place: int) -> Sequence[int]:
        return self._numbers[self._ends[place] : self._ends[place + 1]]

    def add(self, numbers: Iterable[int]) -> None:
        """Put a list at the end."""
        self._numbers.extend(numbers)
        self._ends.append(len(self._numbers))
