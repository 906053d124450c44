"""Which rows go together: stories, then laws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.people.lists.pairing import Candidate, Pairing, pair_rows

LIKELY = 0.8


def candidate(left: int, right: int, score: float) -> Candidate:
    return Candidate(left=left, right=right, score=score, can_be_clear=score >= LIKELY)


def read(story: str) -> list[Candidate]:
    """Read `0-0 .95; 0-1 .6` as candidates."""
    parts = (part.split() for part in story.split(";"))
    return [candidate(int(rows[0]), int(rows[-1]), float(score)) for rows, score in parts]


def told(pairs: tuple[Candidate, ...]) -> str:
    return " ".join(f"{pair.left}-{pair.right}" for pair in pairs)


@pytest.mark.parametrize(
    ("story", "clear", "undecided"),
    {
        "one pair": ("0-0 .95", "0-0", ""),
        "a pair that is not likely": ("0-0 .6", "", "0-0"),
        "father and son": ("0-0 .99; 0-1 .9; 1-1 .97; 1-0 .9", "0-0 1-1", "0-1 1-0"),
        "a clear best lets the unlikely go": ("0-0 .99; 0-1 .6; 1-0 .6", "0-0", ""),
        "namesakes who cannot be told apart": (
            "0-0 .95; 0-1 .95; 1-0 .95; 1-1 .95",
            "",
            "0-0 0-1 1-0 1-1",
        ),
        "one row for two of the other list": ("0-0 .95; 0-1 .94", "", "0-0 0-1"),
        "what one takes is no rival any more": ("0-0 .99; 1-0 .95; 1-1 .93", "0-0 1-1", "1-0"),
        "a second row for the same person is seen": ("0-0 .99; 1-0 .9", "0-0", "1-0"),
    }.values(),
)
def test_rows_go_together(story: str, clear: str, undecided: str) -> None:
    found = pair_rows(read(story))
    assert (told(found.clear), told(found.undecided)) == (clear, undecided)


def test_of_many_rivals_the_likeliest_are_kept() -> None:
    found = pair_rows(candidate(0, right, 0.5 + right / 1000) for right in range(100))
    assert len(found.undecided) == 100  # each is the only candidate of its row on the right
    crowd = [candidate(left, right, 0.6) for left in range(40) for right in range(40)]
    assert len(pair_rows(crowd).undecided) <= 40 * 2 * 5


candidates = st.dictionaries(
    st.tuples(st.integers(0, 6), st.integers(0, 6)), st.floats(0.5, 1), max_size=25
).map(lambda scores: [candidate(*rows, score) for rows, score in scores.items()])


def turned(some: list[Candidate]) -> list[Candidate]:
    return [candidate(each.right, each.left, each.score) for each in some]


def rows_of(found: Pairing) -> list[tuple[int, int]]:
    return [(each.left, each.right) for each in found.clear]


@given(candidates)
def test_no_row_is_given_twice(some: list[Candidate]) -> None:
    clear = pair_rows(some).clear
    assert len({each.left for each in clear}) == len(clear) == len({each.right for each in clear})
    assert all(each.can_be_clear for each in clear)


@given(candidates)
def test_the_order_of_candidates_changes_nothing(some: list[Candidate]) -> None:
    shuffled = sorted(some, key=lambda each: (each.right * 31 + each.left * 17) % 11)
    assert pair_rows(some) == pair_rows(shuffled)


@given(candidates)
def test_the_lists_may_change_sides(some: list[Candidate]) -> None:
    there, back = pair_rows(some), pair_rows(turned(some))
    assert sorted(rows_of(there)) == sorted((right, left) for left, right in rows_of(back))


@given(candidates)
def test_every_row_worth_a_look_is_seen(some: list[Candidate]) -> None:
    found = pair_rows(some)
    seen = {each.left for each in (*found.clear, *found.undecided)}
    likely = {each.left for each in some if each.can_be_clear}
    assert likely <= seen
