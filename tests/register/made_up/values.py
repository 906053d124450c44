"""Made-up words, numbers, days and the like, of which all else is made up."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime, timedelta, timezone
from operator import attrgetter
from typing import Any

from hypothesis import strategies as st

from habeas.model.dates import EdtfDate

# PostgreSQL keeps no NUL and UTF-8 has no lone surrogates; both are refused, see the stories.
texts = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=12)
ids = st.text("0123456789abcdef", min_size=4, max_size=8)
numbers = st.none() | st.integers(0, 2**63 - 1)
codes = st.sampled_from(["BY", "LT", "US", "CU"])
dates = st.sampled_from(
    ["2025-12-13", "2021", "2024-02", "2024-07/..", "XXXX-12-13", "2024-07/", "/2025", "1999?"]
).map(EdtfDate.parse)
moments = st.datetimes(
    datetime(1900, 1, 1),  # noqa: DTZ001 - Hypothesis adds the zone
    datetime(2999, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=3)), timezone(timedelta(hours=-5))]),
)


def listed[T](one: st.SearchStrategy[T], most: int = 3) -> st.SearchStrategy[tuple[T, ...]]:
    """Tuples of up to `most`."""
    return st.lists(one, max_size=most).map(tuple)


def made[T](kind: type[T], /, **parts: st.SearchStrategy[Any]) -> st.SearchStrategy[T]:
    """Values of a model type; fails where a field of the type is not made up here."""
    names = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    assert names == parts.keys(), names ^ parts.keys()
    return st.builds(kind, **parts)


def in_order[T](one: st.SearchStrategy[T], key: str) -> st.SearchStrategy[tuple[T, ...]]:
    """Up to two, no two alike in `key` and in its order."""
    of = attrgetter(key)
    return st.lists(one, max_size=2, unique_by=of).map(lambda some: tuple(sorted(some, key=of)))


def some_of(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    """Up to three of some values; none where there are none."""
    return listed(st.sampled_from(values)) if values else st.just(())
