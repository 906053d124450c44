"""More than anybody would say of one event: answers come, and are never wrong."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from habeas.accounts.solving import Attribute, Selection, Statement, System

type Person = dict[str, str]

FIFTEEN = tuple(Attribute(name=f"a{number:02}", values=tuple("abcdefghij")) for number in range(15))


def people(chance: random.Random, count: int = 300) -> list[Person]:
    return [
        {each.name: chance.choice((*each.values, "*")) for each in FIFTEEN} for _ in range(count)
    ]


def selection(chance: random.Random, width: int) -> Selection:
    chosen = sorted(chance.sample(FIFTEEN, width), key=lambda each: each.name)
    return tuple(
        (each.name, frozenset(chance.sample(each.values, chance.randint(1, 6)))) for each in chosen
    )


def count(persons: list[Person], whom: Selection) -> int:
    return sum(all(person[name] in values for name, values in whom) for person in persons)


def true_statements(
    chance: random.Random, persons: list[Person], selections: list[Selection]
) -> list[Statement]:
    found = []
    for number, whom in enumerate(selections):
        true = count(persons, whom)
        low = chance.choice([true, true - 1, None])
        high = chance.choice([true, true + 2, None])
        found.append(Statement(id=f"s{number:04}", selection=whom, low=low, high=high))
    return found


SHAPES = {
    "every pair of fifteen attributes": (2, 2),
    "triples": (3, 3),
    "up to all fifteen at once": (1, 15),
}


@pytest.mark.parametrize(("least", "most"), SHAPES.values(), ids=SHAPES.keys())
def test_fifteen_attributes_never_make_the_truth_wrong(least: int, most: int) -> None:
    chance = random.Random(least * 100 + most)
    persons = people(chance)
    selections: list[Selection] = [()]
    selections += [selection(chance, chance.randint(least, most)) for _ in range(80)]
    statements = true_statements(chance, persons, selections)
    system = System(FIFTEEN, statements)
    assert not system.is_exact
    assert system.is_consistent()
    asked = [*selections[:10], *(selection(chance, 4) for _ in range(5))]
    for whom, bound in zip(asked, system.bounds(asked), strict=True):
        assert bound.low <= count(persons, whom)
        assert bound.high is None or count(persons, whom) <= bound.high


def test_a_plain_contradiction_is_found_among_fifteen_attributes() -> None:
    chance = random.Random(3)
    persons = people(chance)
    pairs = [
        ((one.name, frozenset("abc")), (other.name, frozenset("cde")))
        for one, other in combinations(FIFTEEN, 2)
    ]
    statements = true_statements(chance, persons, [(), *pairs])
    wrong = Statement(id="wrong", selection=pairs[0], low=400, high=None)
    total = Statement(id="total", selection=(), low=300, high=300)
    system = System(FIFTEEN, [*statements, wrong, total])
    core = system.conflict()
    assert core is not None
    assert "wrong" in core.statements
    assert core.terms
    assert system.settings(1).items[0].aside == ("wrong",)


def test_one_selection_of_all_attributes_is_exact() -> None:
    everything = tuple((each.name, frozenset("ab")) for each in FIFTEEN)
    system = System(
        FIFTEEN,
        [
            Statement(id="all", selection=(), low=100, high=100),
            Statement(id="some", selection=everything[:1], low=None, high=40),
            Statement(id="those", selection=everything, low=30, high=50),
        ],
    )
    assert system.is_exact
    assert [(each.low, each.high) for each in system.bounds([everything, everything[:1]])] == [
        (30, 40),
        (30, 40),
    ]


def test_people_with_many_values_at_once() -> None:
    values = tuple(f"v{number}" for number in range(40))
    kinds = Attribute(name="kind", values=values, is_exclusive=False)
    statements = [
        Statement(id=value, selection=(("kind", frozenset({value})),), low=3, high=3)
        for value in values
    ]
    statements.append(Statement(id="none", selection=(("kind", frozenset("*")),), low=2, high=2))
    system = System([kinds], statements)
    assert system.is_exact
    (bound,) = system.bounds([()])
    assert (bound.low, bound.high) == (5, 122)


def test_a_thousand_numbers_of_the_same_people() -> None:
    statements = [
        Statement(id=f"s{number:04}", selection=(), low=number, high=number)
        for number in range(1000)
    ]
    system = System([], statements)
    found = system.conflicts(10)
    assert [len(core.statements) for core in found.items] == [2] * 10
    assert not found.is_complete
    setting = system.settings(1).items[0]
    assert len(setting.aside) == 999
    assert system.is_consistent(setting.aside)


def test_hundreds_of_parts_of_a_whole() -> None:
    values = tuple(f"v{number}" for number in range(400))
    place = Attribute(name="place", values=values)
    statements = [
        Statement(id=value, selection=(("place", frozenset({value})),), low=2, high=2)
        for value in values
    ]
    system = System([place], [*statements, Statement(id="all", selection=(), low=0, high=799)])
    core = system.conflict()
    assert core is not None
    assert len(core.statements) == 401
    assert system.bounds([(("place", frozenset("*")),)], ["all"])[0].low == 0


def test_random_figures_of_random_sets() -> None:
    chance = random.Random(11)
    place = Attribute(name="place", values=tuple(f"v{number}" for number in range(30)))
    statements = []
    for number in range(80):
        chosen = frozenset(chance.sample(place.values, chance.randint(1, 15)))
        figure = chance.randint(0, 200)
        statements.append(
            Statement(id=f"s{number:03}", selection=(("place", chosen),), low=figure, high=figure)
        )
    system = System([place], statements)
    assert len(system.conflicts(5).items) == 5
    setting = system.settings(1).items[0]
    assert system.is_consistent(setting.aside)
    for one in setting.aside:
        assert not system.is_consistent(set(setting.aside) - {one})
