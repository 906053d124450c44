"""What no database can keep is refused before anything is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, is_dataclass
from datetime import datetime
from typing import Any

from habeas.register.edition_check import fault_of
from habeas.store.problems import RecordRefused


def refuse_naive(at: datetime) -> None:
    """Refuse a moment without a time zone.

    Raises:
        RecordRefused: It has none.
    """
    if at.tzinfo is None:
        raise RecordRefused(what="the moment has no time zone", remedy="give it one, e.g. UTC")


def refuse_faults(value: Any) -> None:
    """Refuse a record with a value that a database cannot keep.

    Raises:
        RecordRefused: It has one; the value is not repeated.
    """
    for each in _leaves(value):
        fault = fault_of(each)
        if fault:
            raise RecordRefused(what=f"a value is {fault}", remedy="read the report again")


def _leaves(value: Any) -> Iterable[Any]:
    if is_dataclass(value) and not isinstance(value, type):
        value = astuple(value)
    if isinstance(value, tuple | list):
        for each in value:
            yield from _leaves(each)
    else:
        yield value
