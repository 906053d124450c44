"""Folds and rows of lists: nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.public.presenters.folding import folded
from habeas.register.list_rows import list_cells


@given(st.lists(st.integers()), st.integers(1, 9))
def test_a_fold_loses_nothing_and_is_worth_its_place(items: list[int], first: int) -> None:
    both = folded(items, first=first)
    assert list(both) == items
    assert len(both.more) != 1
    assert len(both.shown) <= first + 1


LISTS = {
    "filled cells": ('"Zenda, Anna",,LV,', "Zenda, Anna · LV"),
    "semicolons": ("A;;B", "A · B"),
    "one cell": ("A", "A"),
    "nothing": (",,", ",,"),
    "no row": ("", ""),
}


@pytest.mark.parametrize("story", LISTS)
def test_a_row_quoted(story: str) -> None:
    row, expected = LISTS[story]
    assert list_cells(row) == expected
