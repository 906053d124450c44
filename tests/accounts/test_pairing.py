"""How many pairs can be made, against every way of making them."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from habeas.accounts.pairing import most_pairs

EDGES = st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=9)


def _brute(edges: set[tuple[int, int]]) -> int:
    for size in range(len(edges), 0, -1):
        for some in combinations(sorted(edges), size):
            lefts, rights = {one for one, _ in some}, {other for _, other in some}
            if len(lefts) == len(rights) == size:
                return size
    return 0


@given(EDGES)
def test_no_way_of_pairing_makes_more(edges: set[tuple[int, int]]) -> None:
    partners = {left: [r for one, r in sorted(edges) if one == left] for left in range(6)}
    assert most_pairs(partners) == _brute(edges)


def test_a_long_row_in_which_all_must_move() -> None:
    chain = {n: [n, n + 1] for n in range(3_000)} | {3_000: [0]}
    assert most_pairs(chain) == 3_001
