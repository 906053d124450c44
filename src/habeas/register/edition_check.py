"""What must hold of an Edition before it may become a file."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import overload

from habeas.model.claims import Claim
from habeas.model.editions import Edition
from habeas.model.people import Person
from habeas.model.pledges import Tie
from habeas.model.problems import HabeasError
from habeas.model.reports import Report

_LARGEST = 2**63 - 1


class InvalidEdition(HabeasError):
    """The Edition contradicts itself or would publish what must stay private."""


def as_checked(edition: Edition) -> Edition:
    """The same Edition, which refuses to be gone through where it must not go out.

    Every passage must be the words at its place in its report, no protected
    person may be in it, and `known_at` needs a time zone. Persons and claims are many and
    looked at when it is their turn. Texts are looked at when they are written, by `check_row`.

    Raises:
        InvalidEdition: The first thing found wrong, now or when the Edition is gone through;
            names ids, never people.
    """
    if edition.known_at.tzinfo is None:
        raise InvalidEdition(what="known_at has no time zone", remedy="give it one, e.g. UTC")
    report_of = _last_asked_for(edition.reports)
    for tie in edition.ties:
        _check_passage("tie", tie, report_of)
    return replace(
        edition,
        people=_Checked(edition.people, _check_person),
        claims=_Checked(edition.claims, lambda claim: _check_passage("claim", claim, report_of)),
    )


class _Checked[T](Sequence[T]):
    """A list of which every element is checked when the list is gone through."""

    def __init__(self, those: Sequence[T], check: Callable[[T], None]) -> None:
        self._those = those
        self._check = check

    def __len__(self) -> int:
        return len(self._those)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        return self._those[place]

    def __iter__(self) -> Iterator[T]:
        for each in self._those:
            self._check(each)
            yield each


def _check_person(person: Person) -> None:
    if person.protected:
        raise InvalidEdition(
            what="a protected person would be published",
            remedy="assemble the Edition with assemble_edition, which withholds them",
        )


def _check_passage(kind: str, told: Claim | Tie, report_of: Callable[[str], Report | None]) -> None:
    if not _stands_in(told, report_of(told.report)):
        raise InvalidEdition(
            what=f"the passage of {kind} {told.id} is not what its report says there",
            where=f"report {told.report}",
            remedy="lock the passage with Report.passage",
        )


def check_row(table: str, row: tuple[object, ...]) -> None:
    """Refuse a row that not every reader of the file could show.

    Raises:
        InvalidEdition: Names the table alone.
    """
    # Rows are many, and nearly all of them plain texts without a fault.
    texts = [value for value in row if type(value) is str]
    others = [value for value in row if value is not None and type(value) is not str]
    if _is_storable("".join(texts)) and not any(map(fault_of, others)):
        return
    fault = next(filter(None, map(fault_of, row)))
    raise InvalidEdition(
        what=f"a value is {fault}",
        where=f"table {table} of the Edition",
        remedy="read the report again",
    )


def _last_asked_for(reports: Sequence[Report]) -> Callable[[str], Report | None]:
    """Find reports by id; claims come in their order, so that one is kept in memory."""
    places = {report.id: place for place, report in enumerate(reports)}
    found = lru_cache(maxsize=1)(lambda key: reports[places[key]])
    return lambda key: found(key) if key in places else None


def _stands_in(claim: Claim | Tie, report: Report | None) -> bool:
    passage = claim.passage
    if report is None or passage.report != report.id or not 0 <= passage.start < passage.end:
        return False
    before, after = report.text[: passage.start], report.text[passage.end :]
    return (
        report.text[passage.start : passage.end] == passage.exact
        and before.endswith(passage.prefix)
        and after.startswith(passage.suffix)
    )


def fault_of(value: object) -> str | None:
    """Why no database can keep a value, in words that follow "a value is"; None if it can."""
    if isinstance(value, str) and not _is_storable(value):
        return "a text with a NUL or half a character in it"
    if isinstance(value, int) and abs(value) > _LARGEST:
        return "a number too large to keep"
    if isinstance(value, float) and not math.isfinite(value):
        return "not a number"
    return None


def _is_storable(text: str) -> bool:
    if text.isascii():
        return "\x00" not in text
    # A NUL ends the text for most tools; a lone surrogate has no UTF-8.
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\x00" not in text
