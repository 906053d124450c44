"""What every lightest repair sets aside, against all repairs counted out one by one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import chain, combinations

from hypothesis import given
from hypothesis import strategies as st

from habeas.accounts.solving import Core, Statement, System
from habeas.accounts.weighing_repairs import always_set_aside

NAMES = "abcdef"


class Conflicting:
    """Statements of which some sets conflict, and nothing else is known."""

    def __init__(self, sets: Sequence[Collection[str]]) -> None:
        self._sets = sets

    def conflict(self, aside: Collection[str] = ()) -> Core | None:
        left = [one for one in self._sets if not set(one) & set(aside)]
        if not left:
            return None
        smallest = min(left, key=len)
        return Core(statements=tuple(sorted(smallest)), terms=())


def by_counting(sets: Sequence[Collection[str]], weights: dict[str, int]) -> set[str]:
    """The common part of all lightest sets that meet every set given."""
    chosen = chain.from_iterable(combinations(NAMES, n) for n in range(len(NAMES) + 1))
    meeting = [set(c) for c in chosen if all(set(c) & set(one) for one in sets)]
    least = min(sum(weights[name] for name in c) for c in meeting)
    return set.intersection(*(c for c in meeting if sum(weights[n] for n in c) == least))


def said(*figures: tuple[int, int]) -> tuple[System, dict[str, int]]:
    """Figures of everybody, each with the number of voices."""
    statements = [
        Statement(id=f"{number} people", selection=(), low=number, high=number, weight=voices)
        for number, voices in figures
    ]
    return System((), statements), {one.id: one.weight for one in statements}


def test_two_voices_against_one_set_the_one_aside() -> None:
    assert always_set_aside(*said((123, 2), (132, 1))) == {"132 people"}


def test_one_voice_against_one_sets_nobody_aside() -> None:
    assert always_set_aside(*said((123, 1), (132, 1))) == set()


def test_whoever_differs_from_all_is_set_aside_though_the_others_differ() -> None:
    assert always_set_aside(*said((123, 3), (132, 3), (97, 1))) == {"97 people"}


def test_where_all_agree_nobody_is_set_aside() -> None:
    assert always_set_aside(*said((123, 3))) == set()


SETS = st.lists(st.sets(st.sampled_from(NAMES), min_size=1, max_size=3), max_size=7)
WEIGHTS = st.fixed_dictionaries({name: st.integers(min_value=1, max_value=3) for name in NAMES})


@given(SETS, WEIGHTS)
def test_it_is_the_common_part_of_all_lightest_repairs(
    sets: list[set[str]], weights: dict[str, int]
) -> None:
    assert always_set_aside(Conflicting(sets), weights) == by_counting(sets, weights)


FIGURES = st.lists(
    st.tuples(st.integers(min_value=1, max_value=6), st.integers(min_value=1, max_value=3)),
    max_size=6,
    unique_by=lambda figure: figure[0],
)


@given(FIGURES, st.integers(min_value=1, max_value=8))
def test_repairs_already_known_change_nothing(figures: list[tuple[int, int]], most: int) -> None:
    system, weights = said(*figures)
    known = system.settings(most)
    assert always_set_aside(system, weights, known) == always_set_aside(system, weights)
