"""Bounds that say something, and bounds that follow from others at once."""

from __future__ import annotations

import pytest

from habeas.accounts.populations import Population
from habeas.accounts.telling import telling_bounds
from habeas.model.accounts import Bound

ALL: Population = ()
WOMEN = (("sex", "women"),)
ABROAD = (("destination", "LT"),)
BOTH = (*ABROAD, *WOMEN)

FAMILIES: dict[str, tuple[dict[Population, tuple[int, int | None]], list[Population]]] = {
    "fewer than all": ({ALL: (9, 9), WOMEN: (0, 4)}, [ALL, WOMEN]),
    "as many as all": ({ALL: (9, 9), WOMEN: (0, 9)}, [ALL]),
    "at least some": ({ALL: (9, None), WOMEN: (2, None)}, [ALL, WOMEN]),
    "any number": ({ALL: (0, None), WOMEN: (0, None)}, []),
    "some of the women": (
        {ALL: (9, 9), WOMEN: (4, 4), ABROAD: (5, 5), BOTH: (0, 4)},
        [ALL, WOMEN, ABROAD],
    ),
    "fewer of the women": (
        {ALL: (9, 9), WOMEN: (4, 4), ABROAD: (5, 5), BOTH: (0, 3)},
        [ALL, WOMEN, ABROAD, BOTH],
    ),
    "all are abroad, so the women too": (
        {ALL: (9, 9), WOMEN: (4, 4), ABROAD: (9, 9), BOTH: (4, 4)},
        [ALL, WOMEN, ABROAD],
    ),
    "one of the women": (
        {ALL: (9, 9), WOMEN: (4, 4), ABROAD: (5, 5), BOTH: (1, 4)},
        [ALL, WOMEN, ABROAD, BOTH],
    ),
}


def bounds_of(family: dict[Population, tuple[int, int | None]]) -> list[Bound]:
    return [
        Bound(of="some", population=population, low=low, high=high)
        for population, (low, high) in family.items()
    ]


@pytest.mark.parametrize(("family", "expected"), FAMILIES.values(), ids=FAMILIES)
def test_bounds_that_tell_more(
    family: dict[Population, tuple[int, int | None]], expected: list[Population]
) -> None:
    found = [bound.population for bound in telling_bounds(bounds_of(family))]
    assert found == expected


def test_those_held_are_bounded_by_themselves() -> None:
    freed, held = bounds_of({ALL: (9, 9)}), bounds_of({ALL: (99, 99), WOMEN: (0, 20)})
    assert telling_bounds([*freed, *held]) == [*freed, *held]
