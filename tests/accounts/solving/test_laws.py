"""What holds for any statements, against another solver and brute force."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from accounts.solving.oracle import Oracle, is_in, kinds_of
from accounts.solving.worlds import attributes, claimed, selections, true_worlds
from habeas.accounts.solving import (
    Attribute,
    Core,
    Selection,
    Side,
    Statement,
    System,
    one_sum,
)

type Case = tuple[tuple[Attribute, ...], tuple[Statement, ...]]

SEX = Attribute(name="sex", values=("f", "m"), is_open=False)
NAMED = Attribute(name="named", values=("named",))

PARTS = ("", "one", "other")
"""Everybody, and some of them."""

ENDS = st.none() | st.integers(min_value=0, max_value=9)

cases = attributes().flatmap(lambda of: st.tuples(st.just(of), claimed(of)))
wide_cases = attributes().flatmap(lambda of: st.tuples(st.just(of), claimed(of, most=12)))


def only(statements: tuple[Statement, ...], ids: tuple[str, ...]) -> list[Statement]:
    return [each for each in statements if each.id in ids]


def first_of_equals(oracle: Oracle, statements: tuple[Statement, ...]) -> list[Statement]:
    """One statement for each that say the same of the same people."""
    found: dict[object, Statement] = {}
    for each in statements:
        whom = frozenset(
            number for number, kind in enumerate(oracle.kinds) if is_in(kind, each.selection)
        )
        found.setdefault((whom, max(each.low or 0, 0), each.high), each)
    return list(found.values())


def assert_minimal_conflict(oracle: Oracle, statements: tuple[Statement, ...], core: Core) -> None:
    members = only(statements, core.statements)
    assert not oracle.holds(members)
    for one in members:
        assert oracle.holds([each for each in members if each is not one])


def assert_arithmetic(oracle: Oracle, statements: tuple[Statement, ...], core: Core) -> None:
    said = {each.id: each for each in statements}
    assert {term.statement for term in core.terms} == set(core.statements)
    signs = [1 if term.side is Side.LOW else -1 for term in core.terms]
    assert signs == sorted(signs, reverse=True)
    for term, sign in zip(core.terms, signs, strict=True):
        assert term.times > 0
        assert term.times.denominator == 1
        end = said[term.statement].low if sign > 0 else said[term.statement].high
        assert term.number == end
    pairs = list(zip(core.terms, signs, strict=True))
    assert sum(sign * term.times * term.number for term, sign in pairs) > 0
    for kind in oracle.kinds:
        counted = [
            sign * term.times for term, sign in pairs if is_in(kind, said[term.statement].selection)
        ]
        assert sum(counted) <= 0


@given(wide_cases)
def test_consistent_is_what_another_solver_says(case: Case) -> None:
    of, statements = case
    assert System(of, statements).is_consistent() == Oracle(of).holds(statements)


@given(wide_cases)
def test_a_conflict_is_one_and_minimal_and_its_arithmetic_right(case: Case) -> None:
    of, statements = case
    oracle = Oracle(of)
    core = System(of, statements).conflict()
    assert (core is None) == oracle.holds(statements)
    if core is not None:
        assert_minimal_conflict(oracle, statements, core)
        if core.terms:
            assert_arithmetic(oracle, statements, core)


@given(st.lists(st.tuples(st.sampled_from(PARTS), ENDS, ENDS), max_size=5), st.booleans())
def test_sums_of_parts_apart_answer_without_a_programme(
    told: list[tuple[str, int | None, int | None]], is_told_apart: bool
) -> None:
    groups = Attribute(name="group", values=tuple(part for part in PARTS if part))
    statements = [
        Statement(
            id=f"s{at}",
            selection=((groups.name, frozenset({part})),) if part and is_told_apart else (),
            low=low,
            high=high,
        )
        for at, (part, low, high) in enumerate(told)
    ]
    system = System((groups,) if is_told_apart else (), statements)
    found = one_sum(statements, groups if is_told_apart else None)
    assert (found is not None) == system.is_consistent()
    if found is not None:
        assert found.bounds([()]) == system.bounds([()])


@given(true_worlds())
def test_the_truth_lies_within_every_bound_and_bounds_are_reached(
    world: tuple[tuple[Attribute, ...], tuple[Statement, ...], dict[Selection, int]],
) -> None:
    of, statements, truth = world
    oracle = Oracle(of)
    found = System(of, statements).bounds(truth)
    for (selection, count), bound in zip(truth.items(), found, strict=True):
        assert bound.low <= count
        assert bound.high is None or count <= bound.high
        assert oracle.reaches(statements, selection, bound.low, bound.high)


@given(true_worlds(), st.data())
def test_a_true_statement_never_widens_a_bound(
    world: tuple[tuple[Attribute, ...], tuple[Statement, ...], dict[Selection, int]],
    data: st.DataObject,
) -> None:
    of, statements, truth = world
    *asked, told = truth
    more = Statement(id="more", selection=told, low=truth[told], high=truth[told])
    before = System(of, statements).bounds(asked)
    after = System(of, [more, *statements]).bounds(asked)
    for old, new in zip(before, after, strict=True):
        assert new.low >= old.low
        assert old.high is None or (new.high is not None and new.high <= old.high)


@given(cases, st.data())
def test_order_changes_nothing(case: Case, data: st.DataObject) -> None:
    of, statements = case
    shuffled = data.draw(st.permutations(statements))
    backwards = of[::-1]
    one, other = System(of, statements), System(backwards, shuffled)
    assert one.conflict() == other.conflict()
    assert one.conflicts(2) == other.conflicts(2)
    assert one.settings(2) == other.settings(2)
    asked = data.draw(st.lists(selections(of), max_size=3))
    if one.is_consistent():
        assert one.bounds(asked) == other.bounds(asked)


@given(cases, st.data())
def test_what_was_asked_before_changes_no_answer(case: Case, data: st.DataObject) -> None:
    of, statements = case
    fresh = System(of, statements).conflict()
    used = System(of, statements)
    ids = [each.id for each in statements]
    for aside in data.draw(st.lists(st.sets(st.sampled_from(ids)), max_size=3)) if ids else []:
        if used.is_consistent(aside):
            used.bounds([()], aside)
        used.conflict(aside)
    assert used.conflict() == fresh


@given(cases, st.data())
def test_setting_aside_is_leaving_out(case: Case, data: st.DataObject) -> None:
    of, statements = case
    aside = {each.id for each in statements if data.draw(st.booleans())}
    rest = [each for each in statements if each.id not in aside]
    whole, left = System(of, statements), System(of, rest)
    assert whole.is_consistent(aside) == left.is_consistent()
    # Which one of several minimal conflicts is found may differ; that it is one may not.
    found = whole.conflict(aside)
    assert (found is None) == (left.conflict() is None)
    assert found is None or found.statements in [core.statements for core in left.conflicts().items]


@given(cases)
def test_conflicts_are_all_there_are_smallest_first(case: Case) -> None:
    of, statements = case
    found = System(of, statements).conflicts()
    ids = [frozenset(core.statements) for core in found.items]
    assert found.is_complete
    assert len(ids) == len(set(ids))
    assert list(map(len, ids)) == sorted(map(len, ids))
    oracle = Oracle(of)
    assert set(ids) == oracle.minimal_conflicts(first_of_equals(oracle, statements))


@given(cases)
def test_settings_are_all_there_are_lightest_first(case: Case) -> None:
    of, statements = case
    found = System(of, statements).settings(most=100)
    assert found.is_complete
    weights = [setting.weight for setting in found.items]
    assert weights == sorted(weights)
    sets = {frozenset(setting.aside): setting.weight for setting in found.items}
    assert len(sets) == len(weights)
    assert sets == Oracle(of).minimal_settings(statements)
    fewer = System(of, statements).settings(most=2)
    assert [setting.weight for setting in fewer.items] == weights[:2]
    assert fewer.is_complete == (len(weights) <= 2)


@given(cases, st.data())
def test_a_system_that_grew_answers_like_a_new_one(case: Case, data: st.DataObject) -> None:
    of, statements = case
    later = [each for each in statements if data.draw(st.booleans())]
    first = [each for each in statements if each not in later]
    grown = System(of, first).with_statements(later)
    new = System(of, statements)
    assert {core.statements for core in grown.conflicts().items} == {
        core.statements for core in new.conflicts().items
    }
    asked = data.draw(st.lists(selections(of), max_size=3))
    if new.is_consistent():
        assert grown.bounds(asked) == new.bounds(asked)
    shrunk = grown.without([each.id for each in later])
    before = System(of, first)
    assert shrunk.is_consistent() == before.is_consistent()
    if before.is_consistent():
        assert shrunk.bounds(asked) == before.bounds(asked)


tiny = st.lists(
    st.builds(
        Statement,
        id=st.uuids().map(str),
        selection=selections((SEX, NAMED)),
        low=st.none() | st.integers(0, 3),
        high=st.none() | st.integers(0, 3),
    ),
    max_size=6,
)


@given(tiny)
def test_consistent_is_what_going_through_all_tables_says(statements: list[Statement]) -> None:
    kinds = kinds_of((SEX, NAMED))
    # More than the greatest low end is needed of no kind of people.
    found = any(
        all(
            (each.low or 0) <= total and (each.high is None or total <= each.high)
            for each in statements
            for total in [
                sum(n for n, kind in zip(counts, kinds, strict=True) if is_in(kind, each.selection))
            ]
        )
        for counts in product(range(4), repeat=len(kinds))
    )
    assert System((SEX, NAMED), statements).is_consistent() == found
