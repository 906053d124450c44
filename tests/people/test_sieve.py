"""Sieving pairs of persons loses none that weighing each would find. Everyone is invented."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.model.claims import Act
from habeas.model.dates import EdtfDate
from habeas.people.evidence import Age, ListRow, Particulars, Scales, Sex, Undergone
from habeas.people.evidence.crowd import Crowd
from habeas.people.evidence.folded import fold
from habeas.people.search.blocks import hear, sounding_alike
from habeas.people.search.keys import word_keys

NAMES = (
    "Maria Exemplar",
    "Mariya Exemplar",
    "Exemplar",
    "Exemplarova",
    "Maria Exemplarova",
    "Марыя Экземпляр",
    "Экземпляров Пётр",
    "Пётр Экземплярова",
    "Piotr Exemplarov",
    "P. Exemplarov",
    "مريم مثال",
    "مثال",
    "Maryam Mithal",
    "李样例",
    "Li Yangli",
    "Li Yangli-Exemplar",
    "Abdul Rahman Mithal",
    "Abdulrahman Mithal",
    "Maria Exemplar II",
    "Maria Exemplar III",
    "???",
)
DAYS = (
    "1986-05-14",
    "1986-05",
    "1986",
    "1986-05-01",
    "2024-02",
    "2024-02-03",
    "2024",
    "2024-07/..",
)
PLACES = ("Grodno", "Hrodna", "Exampleville", "Exampleville Colony 2")

dates = st.sampled_from(DAYS).map(EdtfDate.parse)
acts = (Act.ARREST, Act.HOLD, Act.SENTENCE, Act.RELEASE, Act.DIE, Act.TRANSFER)


def several(values: st.SearchStrategy, most: int = 2) -> st.SearchStrategy:
    return st.lists(values, max_size=most, unique=True).map(tuple)


people = st.builds(
    Particulars,
    names=several(st.sampled_from(NAMES), 3),
    births=several(dates),
    ages=several(st.builds(Age, years=st.integers(20, 24), on=dates), 1),
    sexes=several(st.sampled_from(Sex), 1),
    nationalities=several(st.sampled_from(("BY", "RU", "by"))),
    places=several(st.sampled_from(PLACES)),
    occupations=several(st.sampled_from(("driver", "bus driver", "Водитель", "!"))),
    charges=several(st.sampled_from(("article 130", "art. 130 and 342", "theft", "130"))),
    case_numbers=several(st.sampled_from(("12/345", "12-345", "7")), 1),
    pages=several(st.sampled_from(("https://example.org/a", "http://www.example.org/a/")), 1),
    undergone=several(
        st.builds(
            Undergone,
            act=st.sampled_from(acts),
            when=st.none() | dates,
            place=st.none() | st.sampled_from(PLACES),
        ),
        3,
    ),
    lists=several(st.builds(ListRow, list=st.sampled_from("AB"), row=st.sampled_from("12"))),
)


@settings(max_examples=25)
@given(st.lists(people, min_size=16, max_size=18), st.sampled_from((0.00001, 0.02, 0.5, 0.8, 0.99)))
def test_what_is_sieved_is_what_is_weighed(told: list[Particulars], least: float) -> None:
    scales = Scales({f"p{n}": person for n, person in enumerate(told)})
    pairs = list(combinations([f"p{n}" for n in range(len(told))], 2))
    one_by_one = [match for match in scales.weigh(pairs) if match.score >= least]
    assert scales.weigh(pairs, least) == one_by_one


@given(people, people)
def test_a_crowd_gives_back_what_was_folded(one: Particulars, other: Particulars) -> None:
    crowd = Crowd([("a", one), ("b", other), ("c", Particulars())])
    assert [crowd.folded(place) for place in range(3)] == [
        fold(one),
        fold(other),
        fold(Particulars()),
    ]


@given(st.lists(people, max_size=9), st.integers(2, 5))
def test_sharers_are_those_of_whom_the_same_is_told(told: list[Particulars], most: int) -> None:
    crowd = Crowd((str(n), person) for n, person in enumerate(told))
    values = [crowd.folded(place).rare_values() for place in range(len(told))]
    expected = [
        [place for place, own in enumerate(values) if value in own]
        for value in set().union(*values)
    ]
    assert sorted(crowd.sharers(most)) == sorted(e for e in expected if 1 < len(e) <= most)


@settings(max_examples=20)
@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from("aeiou")), max_size=90))
def test_names_of_a_large_block_meet_those_next_to_them(spelled: list[tuple[str, str]]) -> None:
    names = [name + ending for name, ending in spelled]
    heard = hear(names)
    order = sorted(range(len(names)), key=lambda at: (heard.sounds[at], at))
    found = sounding_alike(heard, np.array(order, dtype=np.int64), 3)
    assert {frozenset(pair) for some in found for pair in some.tolist()} == _paired(names, order, 3)


def _paired(names: list[str], order: list[int], nearest: int) -> set[frozenset[int]]:
    """The same, block by block."""
    blocks: dict[object, list[int]] = {}
    for at in order:
        parts = word_keys(names[at])
        keys = {frozenset((a, b)) for one, two in combinations(parts, 2) for a in one for b in two}
        for key in parts[0] if len(parts) == 1 else keys:
            blocks.setdefault(key, []).append(at)
    return {
        frozenset((one, other))
        for own in blocks.values()
        for n, one in enumerate(own)
        for other in own[n + 1 : n + 1 + (nearest if len(own) > 40 else len(own))]
    }


@given(people)
def test_against_a_name_of_whom_nothing_is_told_nothing_speaks(told: Particulars) -> None:
    scales = Scales({"a": told, "b": Particulars(names=NAMES[:1])})
    match = scales.weigh_known(("a", "b"), None)
    assert {piece.field for piece in match.evidence} == {"name"}
