"""Everybody at hand, folded, in columns of numbers; what many share is kept once."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import batched
from typing import Any

import numpy as np
from numpy.typing import NDArray

from habeas.people.comparison.alignment import words_of
from habeas.people.evidence.commonness import commonness_of
from habeas.people.evidence.folded import Folded, fold
from habeas.people.evidence.particulars import Particulars

type Numbers = NDArray[np.int32]
type Places = NDArray[np.int64]

type Told = tuple[Any, ...]
"""What one column holds of a person, in a form that can be looked up; empty for nothing."""

FIELDS = ("sex", "nationality", "place", "occupation", "case", "page")
"""Columns of values that are compared as wholes."""

DAYS = ("arrest", "sentence", "release")
"""Columns of dates."""

_NO_ROWS: frozenset[str] = frozenset()

OTHERS = ("charge", "custody", "birth", "died", "alive", "lists")


class Column:
    """One thing that is told of people: for each the number of what is told of them.

    Equal values have one number, and 0 is that of nothing.
    """

    def __init__(self) -> None:
        """Nobody yet."""
        self._numbers = array("i")
        self._known: dict[Told, int] = {(): 0}
        self._parts: dict[Any, Any] = {}
        self._told: list[Told] = [()]

    def append(self, told: Told) -> None:
        """Put what is told of one more person at the end."""
        number = self._known.get(told)
        if number is None:
            told = tuple(map(self._same, told))
            number = self._known[told] = len(self._told)
            self._told.append(told)
        self._numbers.append(number)

    def close(self) -> None:
        """Take nobody more, which needs less memory."""
        self._known = {}
        self._parts = {}

    def __len__(self) -> int:
        """How many different things are told, nothing included."""
        return len(self._told)

    @cached_property
    def numbers(self) -> Numbers:
        """By place of the person."""
        return np.asarray(self._numbers, dtype=np.int32)

    def of(self, place: int) -> Told:
        """What is told of one person."""
        return self._told[self._numbers[place]]

    def told(self, number: int) -> Told:
        """What a number stands for."""
        return self._told[number]

    def _same(self, part: Any) -> Any:
        """The first part that is equal to this one."""
        if type(part) is tuple:
            part = tuple(map(self._same, part))
        return self._parts.setdefault(part, part)


class Crowd:
    """Everybody at hand, each at a place of their own from 0 on.

    Attributes:
        ids: By place.
        names: Spellings by place.
        columns: What else is told, by what it is.
        commonness: How many share what.
    """

    def __init__(self, people: Iterable[tuple[str, Particulars]]) -> None:
        """Fold people and count what they share.

        Args:
            people: Ids, each once, and what is told of each; in any order.
        """
        self.ids: list[str] = []
        self.names: list[tuple[str, ...]] = []
        self.columns = {name: Column() for name in (*FIELDS, *DAYS, *OTHERS)}
        self.commonness = commonness_of(self._taken_in(people))
        for column in self.columns.values():
            column.close()

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def place_of(self) -> dict[str, int]:
        """Place of each id."""
        return {key: place for place, key in enumerate(self.ids)}

    @cached_property
    def ranks(self) -> Places:
        """By place: where the id stands among all ids in order."""
        ranks = np.empty(len(self), dtype=np.int64)
        ranks[sorted(range(len(self)), key=self.ids.__getitem__)] = np.arange(len(self))
        return ranks

    @cached_property
    def spelled(self) -> list[str]:
        """All spellings, those of a person together, persons by place."""
        return [name for names in self.names for name in names]

    @cached_property
    def first_spelled(self) -> Places:
        """By place: where a person's spellings begin; one more for the end of all."""
        counts = np.fromiter(map(len, self.names), dtype=np.int64, count=len(self))
        return np.concatenate(([0], np.cumsum(counts)))

    @cached_property
    def is_named(self) -> NDArray[np.bool_]:
        """By place: whether a person has a name."""
        return np.diff(self.first_spelled) > 0

    @cached_property
    def has_one_word(self) -> NDArray[np.bool_]:
        """Of each spelling: whether it is a single word."""
        return np.array([len(words_of(name)) == 1 for name in self.spelled], dtype=bool)

    def folded(self, place: int) -> Folded:
        """What is told of a person, in the form in which it is compared."""
        return folded_of({name: column.of(place) for name, column in self.columns.items()})

    def sharers(self, most: int) -> Iterator[list[int]]:
        """Who shares a value that few share, for finding whom to weigh.

        Sex is left out, which half of all people share; a birth counts where one day is told.

        Args:
            most: How many may share it.

        Returns:
            Places, ascending, of two people or more.
        """
        for name, column in self.columns.items():
            count = np.bincount(column.numbers, minlength=len(column)).tolist()
            by_number = np.argsort(column.numbers, kind="stable")
            ends = np.cumsum(count)
            telling: dict[tuple[str, str], list[int]] = {}
            for number in range(1, len(column)):
                for value in folded_of({name: column.told(number)}).rare_values():
                    telling.setdefault(value, []).append(number)
            for numbers in telling.values():
                if 1 < sum(count[number] for number in numbers) <= most:
                    some = [by_number[ends[n] - count[n] : ends[n]] for n in numbers]
                    yield np.sort(np.concatenate(some)).tolist()

    def _taken_in(
        self, people: Iterable[tuple[str, Particulars]]
    ) -> Iterator[tuple[Particulars, Folded]]:
        for key, person in people:
            folded = fold(person)
            self.ids.append(key)
            self.names.append(person.names)
            for name, column in self.columns.items():
                column.append(_told_in(name, folded))
            yield person, folded


def folded_of(told: dict[str, Told]) -> Folded:
    """What columns say of a person; those left out say nothing."""
    charge, articles = told.get("charge") or ((), ())
    custody, stays = told.get("custody") or ((), ())
    return Folded(
        values={
            **{name: dict(told.get(name, ())) for name in FIELDS},
            "charge": dict(charge),
            "custody": dict(custody),
        },
        articles=frozenset(articles),
        days={name: told.get(name, ()) for name in DAYS},
        births=told.get("birth", ()),
        stays=stays,
        died=told.get("died", ()),
        alive=told.get("alive", ()),
        lists=_rows_of(told.get("lists", ())),
    )


def _rows_of(told: Told) -> dict[str, frozenset[str]]:
    rows: dict[str, frozenset[str]] = {}
    for key, row in batched(told, 2):
        rows[key] = rows.get(key, _NO_ROWS) | {row}
    return rows


def _told_in(name: str, folded: Folded) -> Told:
    """What one column holds of a person."""
    if name in FIELDS:
        return tuple(folded.values[name].items())
    if name in DAYS:
        return folded.days[name]
    charges, held = folded.values["charge"], folded.values["custody"]
    match name:
        case "charge":
            return (tuple(charges.items()), tuple(sorted(folded.articles))) if charges else ()
        case "custody":
            # A stay has its place among those of custody.
            return (tuple(held.items()), folded.stays) if held else ()
        case "birth":
            return folded.births
        case "died":
            return folded.died
        case "alive":
            return folded.alive
        case _:
            # Each list before each row of it: hardly two people tell the same.
            return tuple(
                part
                for key, rows in folded.lists.items()
                for row in sorted(rows)
                for part in (key, row)
            )
