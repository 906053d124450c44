"""The nearest vectors are those that a whole table of products, put in order, says."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.people.comparison.encoder import Vectors, unit_vectors
from habeas.people.search.vectors import nearest

SIZE = 6


@st.composite
def searches(draw: st.DrawFn) -> tuple[Vectors, Vectors, list[int]]:
    """Vectors, queries, and where the vectors are cut into parts.

    Few small numbers, so that many vectors are equal and many products tie.
    """
    chance = np.random.default_rng(draw(st.integers(0, 2**32)))
    most = draw(st.sampled_from([1, 2, 60]))
    rows, queries = draw(st.integers(0, 700)), draw(st.integers(0, 200))
    cuts = draw(st.lists(st.integers(0, rows), max_size=4).map(sorted))

    def some(count: int) -> Vectors:
        return unit_vectors(chance.integers(-most, most + 1, (count, SIZE)).astype(np.int32))

    return some(rows), some(queries), cuts


@given(search=searches(), count=st.integers(1, 90))
def test_the_nearest_are_those_of_the_whole_table(
    search: tuple[Vectors, Vectors, list[int]], count: int
) -> None:
    vectors, queries, cuts = search
    check(vectors, queries, cuts, count)


@pytest.mark.parametrize("count", [60, 3000])
@pytest.mark.parametrize("most", [1, 40])
def test_the_nearest_of_more_vectors_than_a_block(most: int, count: int) -> None:
    chance = np.random.default_rng(4)
    vectors = unit_vectors(chance.integers(-most, most + 1, (20_003, SIZE)).astype(np.int32))
    check(vectors, vectors[:30], [3, 17_000], count)


def check(vectors: Vectors, queries: Vectors, cuts: list[int], count: int) -> None:
    parts = np.split(vectors, cuts)
    found = list(nearest(parts, queries, count))
    products = queries.astype(np.int64) @ vectors.astype(np.int64).T
    assert len(found) == len(queries)
    for (rows, cosines), own in zip(found, products, strict=True):
        expected = np.lexsort((np.arange(len(own)), -own))[:count]
        assert rows.tolist() == expected.tolist()
        assert cosines.tolist() == (own[expected].astype(np.float32) / np.float32(127**2)).tolist()


def test_vectors_of_any_length_neither_crash_nor_lead_elsewhere() -> None:
    extreme = np.array([[-128] * 512, [127] * 512, [0] * 512] * 9, dtype=np.int8)
    for rows, _ in nearest([extreme], extreme, 5):
        assert ((rows >= 0) & (rows < len(extreme))).all()
