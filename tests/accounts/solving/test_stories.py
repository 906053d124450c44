"""What statements say together, told in lines."""

from __future__ import annotations

import pytest

from accounts.solving.telling import arithmetic, attributes, tell, whom
from habeas.accounts.solving import System

PEOPLE = "to:LT|UA|MD* sex:f|m citizenship:BY|LT|UA* health:ill|old+*"

CONFLICTS = {
    "parts come to more than the whole": (
        "all = 123; to:UA = 114; to:LT = 9; to:MD = 1",
        "a b c d",
        "114 + 9 + 1 > 123",
    ),
    "two numbers of the same people": ("all = 123; all = 120", "a b", "123 > 120"),
    "a part is larger than the whole": ("to:UA 115..; all ..114", "a b", "115 > 114"),
    "two parts leave out somebody": (
        "sex:f ..14; sex:m ..100; all 120..",
        "a b c",
        "120 > 14 + 100",
    ),
    "an open attribute leaves room": ("to:LT ..14; to:UA|MD ..100; all 120..", "", ""),
    "unless nobody is elsewhere": (
        "to:LT ..14; to:UA|MD ..100; to:* ..0; all 120..",
        "a b c d",
        "120 > 14 + 100 + 0",
    ),
    "people in two groups at once": (
        "sex:f 60..; to:UA 50..; all = 100; sex:f to:UA ..9",
        "a b c d",
        "60 + 50 > 100 + 9",
    ),
    "people may be both ill and old": ("health:ill 60..; health:old 60..; all = 100", "", ""),
    "but not if they are counted as one or the other": (
        "health:ill = 60; health:old = 60; health:ill|old = 130",
        "a b c",
        "130 > 60 + 60",
    ),
    "fewer than nobody": ("all ..-1", "a", "0 > -1"),
    "less than itself": ("all 5..3", "a", "5 > 3"),
    "nobody meets it": ("sex:f sex:m 1..", "a", "1 > 0"),
    "one sum twice": (
        "to:UA sex:f 10..; to:UA sex:m 10..; to:UA ..15; to:LT = 4",
        "a b c",
        "10 + 10 > 15",
    ),
    "halves of people": (
        "to:UA sex:f|m = 1; to:UA|LT = 1; to:LT|MD = 1; to:UA|MD = 1; to:UA|LT|MD ..2",
        "b c d",
        "whole numbers",
    ),
    "more people than there are": (
        "all 1000000000000000000000000..; all ..7999",
        "a b",
        "1000000000000000000000000 > 7999",
    ),
}


@pytest.mark.parametrize(("line", "ids", "sum_"), CONFLICTS.values(), ids=CONFLICTS.keys())
def test_conflict(line: str, ids: str, sum_: str) -> None:
    system = System(attributes(PEOPLE), tell(line))
    core = system.conflict()
    assert system.is_consistent() == (not ids)
    assert (core is None) == (not ids)
    if core is not None:
        assert (" ".join(core.statements), arithmetic(core)) == (ids, sum_)


BOUNDS = {
    "nobody said anything": ("", "all", (0, None)),
    "what is left of a whole": ("all = 123; to:UA = 114; to:LT 1..", "to:*", (0, 8)),
    "women among the others": ("all = 52; sex:f = 14; to:LT = 30", "sex:f to:LT", (0, 14)),
    "at least so many in both": ("all = 52; sex:f = 40; to:LT = 30", "sex:f to:LT", (18, 30)),
    "an attribute nobody mentioned": ("all = 52", "citizenship:BY", (0, 52)),
    "values that were said together": ("to:LT|UA = 20", "to:LT", (0, 20)),
    "nobody is that": ("all = 52; sex:f = 52", "sex:m", (0, 0)),
    "no limit": ("to:UA = 114", "all", (114, None)),
    "either": ("health:ill = 3; health:old = 5", "health:ill|old", (5, 8)),
    "neither": ("health:ill = 3; health:old = 5; all = 9", "health:*", (1, 4)),
    "whole people": (
        "to:UA|LT = 1; to:LT|MD ..1; to:UA|MD ..1; citizenship:LT = 7",
        "to:UA|LT|MD",
        (1, 1),
    ),
}


@pytest.mark.parametrize(("line", "asked", "bounds"), BOUNDS.values(), ids=BOUNDS.keys())
def test_bounds(line: str, asked: str, bounds: tuple[int, int | None]) -> None:
    system = System(attributes(PEOPLE), tell(line) if line else [])
    (found,) = system.bounds([whom(asked)])
    assert (found.low, found.high) == bounds


def test_bounds_of_what_conflicts_are_refused() -> None:
    system = System(attributes(PEOPLE), tell("all = 123; all = 120"))
    with pytest.raises(ValueError, match="set those of `settings` aside"):
        system.bounds([()])
    assert system.bounds([()], aside=["b"])[0].low == 123


def test_a_value_that_an_attribute_lacks_is_refused() -> None:
    with pytest.raises(ValueError, match=r"'to' has no values \['PL'\]"):
        System(attributes(PEOPLE), tell("to:PL = 3"))
    with pytest.raises(ValueError, match="no attribute is named 'age'"):
        System(attributes(PEOPLE), tell("age:old = 3"))


def test_two_statements_of_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="two statements have one id"):
        System(attributes(PEOPLE), tell("a) all = 3; a) all = 4"))


def test_equal_statements_are_named_by_the_first() -> None:
    system = System(attributes(PEOPLE), tell("z) all = 9; y) all = 9; w) all = 8"))
    core = system.conflict()
    assert core is not None
    assert core.statements == ("w", "y")
    without = system.conflict(aside=["y"])
    assert without is not None
    assert without.statements == ("w", "z")


def test_what_nobody_says_is_refused() -> None:
    with pytest.raises(ValueError, match="weighs less than 1"):
        System(attributes(PEOPLE), tell("all = 9 x0"))


SETTINGS = {
    "nothing conflicts": ("all = 9; to:LT = 3", {"": 0}),
    "the lighter of two": ("all = 123 x2; all = 120", {"b": 1, "a": 2}),
    "all who say it": ("a) all = 123; b) all = 120 x3; c) all = 123", {"a c": 2, "b": 3}),
    "any of a sum": (
        "all = 123 x4; to:UA = 114 x2; to:LT = 9; to:MD = 1",
        {"c": 1, "d": 1, "b": 2, "a": 4},
    ),
    "one from each of two": (
        "all = 50 x3; all = 40; to:LT = 60 x2",
        {"b c": 3, "a c": 5, "a b": 4},
    ),
}


@pytest.mark.parametrize(("line", "sets"), SETTINGS.values(), ids=SETTINGS.keys())
def test_settings(line: str, sets: dict[str, int]) -> None:
    found = System(attributes(PEOPLE), tell(line)).settings()
    assert {" ".join(each.aside): each.weight for each in found.items} == sets
    assert found.is_complete


def test_a_system_grows_and_shrinks() -> None:
    system = System(attributes(PEOPLE), tell("all = 123; to:UA = 114"))
    more = system.with_statements(tell("c) to:LT = 9; d) to:MD = 1"))
    assert not more.is_consistent()
    assert more.without(["d"]).bounds([whom("to:*")])[0].high == 0
    assert system.is_consistent()
    with pytest.raises(ValueError, match="two statements have one id"):
        system.with_statements(tell("a) to:LT = 9"))
