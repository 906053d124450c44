"""Two lists of one release side by side. Everybody here is invented."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.accounts.list_comparison import MOST_LISTS, compare_lists
from habeas.model.accounts import Bounds, ListComparison
from habeas.model.people import ProposedMatch
from habeas.people import propose_matches, resolve_people
from stories import tell

NAMES = (
    "Ana Example",
    "Ida Sample",
    "Leo Muster",
    "Eva Beispiel",
    "Jan Vzor",
    "Tomas Mallik",
    "Nora Exemple",
    "Piotr Wzorek",
)


def compared(text: str) -> tuple[ListComparison, ...]:
    """Compare the lists of a story."""
    story = tell(text)
    people = resolve_people(story.claims)
    reports = {report.id: report for report in story.reports}
    return compare_lists(story.claims, people, propose_matches(people), reports)


def listed(publisher: str, day: str, names: tuple[str, ...], act: str = "release") -> str:
    """A table of people as a story; an empty name is a row without one."""
    rows = (f"{act} {name or '1'}, by Belarus" for name in names)
    return "\n".join((f"report list {publisher}, {day}", *rows)) + "\n"


@dataclass(frozen=True, kw_only=True)
class Case:
    """A story of two lists, and what is said of them."""

    told: str
    both: tuple[int, int]
    left: tuple[int, int]
    right: tuple[int, int]
    says: str


CASES = {
    "a list that grows": Case(
        told=listed("Watch", "2025-12-13", NAMES[:3]) + listed("Watch", "2025-12-14", NAMES[:5]),
        both=(3, 3),
        left=(0, 0),
        right=(2, 2),
        says="3 on the list of Watch (13 December 2025) and 2 not on it were freed, by the list "
        "of Watch (14 December 2025): so 2 were added since.",
    ),
    "more freed than were spoken of": Case(
        told="report Daily, 2025-12-12\nMinistry: release 4 people, by Belarus\n"
        + listed("Watch", "2025-12-13", NAMES[:3])
        + listed("Forum", "2025-12-15", (*NAMES[:2], *NAMES[3:8])),
        both=(2, 2),
        left=(1, 1),
        right=(5, 5),
        says="2 on the list of Watch (13 December 2025) and 5 not on it were freed, by the list "
        "of Forum (15 December 2025): so 3 were added since Ministry spoke of 4 people. 1 is on "
        "the list of Watch (13 December 2025) alone.",
    ),
    "two keepers of one day": Case(
        told=listed("Watch", "2025-12-13", NAMES[:3]) + listed("Forum", "2025-12-13", NAMES[2:4]),
        both=(1, 1),
        left=(2, 2),
        right=(1, 1),
        says="1 on the list of Watch (13 December 2025) and 1 not on it were freed, by the list "
        "of Forum (13 December 2025). 2 are on the list of Watch (13 December 2025) alone.",
    ),
    "one name in two alphabets": Case(
        told=listed("Watch", "2025-12-13", ("Maryja Kalesnikava", "Ana Example"))
        + listed("Forum", "2025-12-14", ("Мария Колесникова", "Ana Example")),
        both=(1, 2),
        left=(0, 1),
        right=(0, 1),
        says="1 to 2 on the list of Watch (13 December 2025) and 0 to 1 not on it were freed, by "
        "the list of Forum (14 December 2025). 0 to 1 is on the list of Watch (13 December 2025) "
        "alone. Which of them are the same hangs on one pair of names, proposed and not decided.",
    ),
    "two spellings on one list are one place on the other": Case(
        told=listed("Watch", "2025-12-13", ("Maryja Kalesnikava", "Maria Kolesnikova"))
        + listed("Forum", "2025-12-14", ("Maria Kalesnikava", "Ana Example")),
        both=(0, 1),
        left=(1, 2),
        right=(1, 2),
        says="The list of Watch (13 December 2025) may name one person twice.",
    ),
    "rows without a name": Case(
        told=listed("Watch", "2025-12-13", ("Ana Example", "", ""))
        + listed("Forum", "2025-12-14", ("Ana Example", "Ida Sample")),
        both=(1, 2),
        left=(1, 2),
        right=(0, 1),
        says="2 rows without a name can be any of the others.",
    ),
    "a report that names five is a list": Case(
        told=f"report Daily, 2025-12-13\nrelease {' & '.join(NAMES[:5])}, by Belarus\n"
        + listed("Forum", "2025-12-14", NAMES[3:6]),
        both=(2, 2),
        left=(3, 3),
        right=(1, 1),
        says="2 among the names given by Daily (13 December 2025) and 1 not among them were freed",
    ),
    "those held, and those freed": Case(
        told=listed("Watch", "2025-12-01", NAMES[:4], act="hold")
        + listed("Forum", "2025-12-14", NAMES[3:6]),
        both=(1, 1),
        left=(3, 3),
        right=(2, 2),
        says="1 on the list of Watch (1 December 2025) of those held and 2 not on it were freed, "
        "by the list of Forum (14 December 2025).",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_two_lists(case: Case) -> None:
    (found,) = compared(case.told)
    assert (found.both, found.only_left, found.only_right) == tuple(
        Bounds(low=low, high=high) for low, high in (case.both, case.left, case.right)
    )
    assert case.says in found.explanation


NO_LISTS = {
    "one list": listed("Watch", "2025-12-13", NAMES[:3]),
    "a report that names four": listed("Watch", "2025-12-13", NAMES[:3])
    + f"report Daily, 2025-12-13\nrelease {' & '.join(NAMES[:4])}, by Belarus",
    "one list printed twice": listed("Watch", "2025-12-13", NAMES[:3])
    + listed("Daily", "2025-12-14", NAMES[:3]),
    "a list of nobody": listed("Watch", "2025-12-13", NAMES[:3])
    + listed("Daily", "2025-12-14", ("",)),
    "counts are no lists": "report A\nrelease 5 people\nreport B\nrelease 6 people",
}


@pytest.mark.parametrize("told", NO_LISTS.values(), ids=NO_LISTS)
def test_nothing_to_compare(told: str) -> None:
    assert compared(told) == ()


def test_of_many_lists_the_longest_are_compared() -> None:
    told = "".join(
        listed(f"Paper {n}", "2025-12-13", (*NAMES[:4], f"Person{n} Example{n}"))
        for n in range(MOST_LISTS + 3)
    )
    assert len(compared(told)) == MOST_LISTS * (MOST_LISTS - 1) // 2


SOME_NAMES = st.lists(st.sampled_from((*NAMES, "", "Nora Exempel")), min_size=1, max_size=8)


@given(SOME_NAMES, SOME_NAMES)
def test_everybody_on_a_list_is_on_both_or_on_it_alone(left: list[str], right: list[str]) -> None:
    told = listed("Watch", "2025-12-13", _once(left)) + listed("Forum", "2025-12-14", _once(right))
    for found in compared(told):
        assert found.both.low is not None
        assert found.both.high is not None
        for rest, names in ((found.only_left, _once(left)), (found.only_right, _once(right))):
            assert rest == Bounds(
                low=len(names) - found.both.high, high=len(names) - found.both.low
            )
            assert rest.low is not None
            assert rest.low >= 0
        assert found.both.low == len(set(left) & set(right) - {""})


@given(SOME_NAMES, SOME_NAMES)
def test_the_other_way_round_it_says_the_same(left: list[str], right: list[str]) -> None:
    one = compared(
        listed("Watch", "2025-12-13", _once(left)) + listed("Forum", "2025-12-14", _once(right))
    )
    other = compared(
        listed("Watch", "2025-12-14", _once(left)) + listed("Forum", "2025-12-13", _once(right))
    )
    assert [(c.both, c.only_left, c.only_right) for c in one] == [
        (c.both, c.only_right, c.only_left) for c in other
    ]


@given(
    st.sets(st.sampled_from(NAMES[:5]), min_size=1),
    st.sets(st.sampled_from(NAMES[2:]), min_size=1),
    st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=6),
)
def test_bounds_are_those_of_all_ways_in_which_matches_may_hold(
    left: set[str], right: set[str], alike: set[tuple[str, str]]
) -> None:
    told = listed("Watch", "2025-12-13", tuple(sorted(left)))
    story = tell(told + listed("Forum", "2025-12-14", tuple(sorted(right))))
    people = resolve_people(story.claims)
    ids = {person.name: person.id for person in people}
    matches = [
        ProposedMatch(left=ids[one], right=ids[other], score=0.5, reason="")
        for one, other in sorted(alike)
        if one != other and one in ids and other in ids
    ]
    found = compare_lists(story.claims, people, matches, {r.id: r for r in story.reports})
    ways = [
        len(left & right) + len(some)
        for size in range(len(alike) + 1)
        for some in combinations(sorted(alike), size)
        if _are_one_to_one(some, left - right, right - left)
    ]
    for comparison in found:
        assert comparison.both == Bounds(low=min(ways), high=max(ways))


def _are_one_to_one(pairs: Sequence[tuple[str, str]], left: set[str], right: set[str]) -> bool:
    """True where each pair joins somebody on one list alone with somebody on the other alone."""
    sides = [(a, b) if a in left else (b, a) for a, b in pairs]
    once = len({a for a, _ in sides}) == len({b for _, b in sides}) == len(sides)
    return once and all(a in left and b in right for a, b in sides)


def _once(names: list[str]) -> tuple[str, ...]:
    """Each name once; rows without one as often as they come."""
    return tuple(n for at, n in enumerate(names) if not n or n not in names[:at])
