"""Cells of an Edition's rows that more than one table has."""

from __future__ import annotations

from datetime import date

from habeas.model.accounts import Bounds
from habeas.model.dates import EdtfDate
from habeas.model.people import ProposedMatch

Value = str | int | float | None
Row = tuple[str, tuple[Value, ...]]
"""A table and the values of one row, in the order of the table's columns."""


def date_cells(value: EdtfDate | None) -> tuple[Value, Value, Value]:
    """EDTF text, first and last possible day."""
    if value is None:
        return None, None, None
    return value.text, _day(value.earliest), _day(value.latest)


def match_cells(match: ProposedMatch) -> tuple[Value, ...]:
    """Both persons, score, reason."""
    return match.left, match.right, match.score, match.reason


def bounds_cells(bounds: Bounds) -> tuple[Value, Value]:
    """Least and greatest number."""
    return bounds.low, bounds.high


def date_of(text: str | None, earliest: str | None, latest: str | None) -> EdtfDate | None:
    """The date of three cells; None where the first is empty."""
    if text is None:
        return None
    first = date.fromisoformat(earliest) if earliest else None
    last = date.fromisoformat(latest) if latest else None
    return EdtfDate(text=text, earliest=first, latest=last)


def match_of(left: str, right: str, score: float, reason: str) -> ProposedMatch:
    """The proposed match of four cells."""
    return ProposedMatch(left=left, right=right, score=score, reason=reason)


def bounds_of(low: int | None, high: int | None) -> Bounds:
    """The bounds of two cells."""
    return Bounds(low=low, high=high)


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None
