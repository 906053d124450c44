"""Bars on one scale: exact, open and approximate counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.claims import Quantity
from habeas.public.presenters.charts import WIDTH, scale_top, stretches


def count(low: int | None, high: int | None, about: float | None = None) -> Quantity:
    """A count of people."""
    return Quantity(low=low, high=high, about=about, words="")


STORIES = {
    "exact": (count(50, 50), [(0, 500, "sure")]),
    "at least": (count(50, None), [(0, 500, "sure"), (500, 500, "open")]),
    "at most": (count(None, 50), [(0, 500, "open")]),
    "between": (count(20, 50), [(0, 200, "sure"), (200, 300, "open")]),
    "about": (count(None, None, 50), [(0, 500, "about")]),
    "no number": (count(None, None), []),
    "nobody": (count(0, 0), []),
}


@pytest.mark.parametrize("story", STORIES)
def test_a_count_on_a_scale_of_100(story: str) -> None:
    quantity, expected = STORIES[story]
    drawn = stretches(quantity, top=100)
    assert [(part.x, part.width, part.manner) for part in drawn] == expected


def test_a_part_starts_where_the_part_before_it_ends() -> None:
    (part,) = stretches(count(9, 9), top=123, after=114)
    assert (part.x, part.x + part.width) == (927, WIDTH)


numbers = st.none() | st.integers(0, 2**63)


@given(st.lists(st.builds(count, numbers, numbers, st.none() | st.floats(0, 1e15)), max_size=5))
def test_no_bar_leaves_the_scale(counts: list[Quantity]) -> None:
    top = scale_top(counts)
    for quantity in counts:
        for part in stretches(quantity, top=top):
            assert 0 <= part.x < part.x + part.width <= WIDTH
