"""What the words of a count exclude and mean: stories, then laws. All figures are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.hedge_phrases import ENGLISH, RUSSIAN, Tier
from habeas.accounts.hedges import hard_bounds, listed_bounds, read_phrase, soft_bounds
from habeas.accounts.hedges.formulas import formula
from habeas.accounts.hedges.phrases import families
from habeas.model.accounts import Bounds
from habeas.model.claims import Quantity

PHRASES = ENGLISH | RUSSIAN


def tiers(quantity: Quantity) -> tuple[Tier, Tier]:
    hard, soft = hard_bounds(quantity), soft_bounds(quantity)
    return (hard.low, hard.high), (soft.low, soft.high)


@pytest.mark.parametrize(("words", "expected"), PHRASES.items(), ids=PHRASES)
def test_words_alone(words: str, expected: tuple[Tier, Tier]) -> None:
    assert tiers(Quantity(low=None, high=None, about=None, words=words)) == expected


GIVEN = {
    "given numbers win": (
        Quantity(low=100, high=120, about=None, words="more than 150"),
        ((100, 120), (100, 120)),
    ),
    "words add the usual meaning": (
        Quantity(low=24, high=None, about=None, words="Dozens of people"),
        ((24, None), (24, 99)),
    ),
    "words add an end that is not given": (
        Quantity(low=None, high=300, about=None, words="between 120 and 300"),
        ((120, 300), (120, 300)),
    ),
    "an end that does not fit is not added": (
        Quantity(low=500, high=None, about=None, words="nearly 100"),
        ((500, None), (500, None)),
    ),
    "a bare number does not close an end": (
        Quantity(low=14, high=None, about=None, words="14"),
        ((14, None), (14, None)),
    ),
    "about alone": (
        Quantity(low=None, high=None, about=1200.0, words="1200-ish"),
        ((None, None), (1080, 1320)),
    ),
    "about between two numbers": (
        Quantity(low=None, high=None, about=35.5, words="around 35, 36"),
        ((None, None), (32, 39)),
    ),
    "about with nearly": (
        Quantity(low=None, high=None, about=100.0, words="nearly 100"),
        ((None, 99), (85, 99)),
    ),
    "about with words of another number": (
        Quantity(low=None, high=None, about=100.0, words="nearly 20"),
        ((None, None), (50, 150)),
    ),
    "about no number": (
        Quantity(low=None, high=None, about=float("nan"), words="about"),
        ((None, None), (None, None)),
    ),
    "two hedges, one number": (
        Quantity(low=None, high=None, about=None, words="more than 100 but fewer than 200"),
        ((101, 199), (101, 199)),
    ),
    "either of two words for many": (
        Quantity(low=None, high=None, about=None, words="dozens, if not hundreds"),
        ((24, None), (24, 999)),
    ),
    "no words": (Quantity(low=3, high=3, about=None, words=""), ((3, 3), (3, 3))),
    "no number at all": (
        Quantity(low=None, high=None, about=None, words="an unknown number"),
        ((None, None), (None, None)),
    ),
    "shares count nobody": (
        Quantity(low=None, high=None, about=None, words="half of them"),
        ((None, None), (None, None)),
    ),
    "a percentage is no number of people": (
        Quantity(low=None, high=None, about=None, words="about 40%"),
        ((None, None), (None, None)),
    ),
}


@pytest.mark.parametrize(("quantity", "expected"), GIVEN.values(), ids=GIVEN)
def test_numbers_and_words(quantity: Quantity, expected: tuple[Tier, Tier]) -> None:
    assert tiers(quantity) == expected


def test_a_list_is_a_least_number() -> None:
    assert listed_bounds(17) == Bounds(low=17, high=None)


def test_every_family_has_a_source_and_phrases_of_its_own() -> None:
    phrases = [p for f in families() for listed in f.phrases.values() for p in set(listed)]
    shared = {"#", "#+", "#-#", "# - #", "#–#", "# – #", "#—#", "# — #", "~#", "~ #", "≈#", "≈ #"}
    shared |= {"≥ #", "≤ #"}
    assert all(f.source and f.phrases["en"] for f in families() if f.name != "tens")
    assert {p for p in phrases if phrases.count(p) > 1} <= shared


def test_a_formula_is_arithmetic_and_nothing_else() -> None:
    with pytest.raises(ValueError, match="no formula"):
        formula("__import__('os')")


NUMBERS = st.none() | st.integers(0, 3_000)


WORDS = st.lists(st.sampled_from(sorted(PHRASES)), min_size=1, max_size=2).map(", ".join)


@given(NUMBERS, NUMBERS, st.none() | st.floats(0, 5_000), WORDS)
def test_the_soft_tier_is_never_wider(
    low: int | None, high: int | None, about: float | None, words: str
) -> None:
    if low is not None and high is not None and low > high:
        low, high = high, low
    (hard_low, hard_high), (soft_low, soft_high) = tiers(
        Quantity(low=low, high=high, about=about, words=words)
    )
    assert hard_low is None or (soft_low is not None and soft_low >= hard_low)
    assert hard_high is None or (soft_high is not None and soft_high <= hard_high)
    assert low is None or hard_low == low
    assert high is None or hard_high == high
    assert soft_low is None or soft_high is None or soft_low <= soft_high


@given(st.integers(1, 10**7), st.sampled_from(["about", "nearly", "more than", "около", "почти"]))
def test_digits_are_read_however_they_are_grouped(number: int, hedge: str) -> None:
    plain, grouped = read_phrase(f"{hedge} {number}"), read_phrase(f"{hedge} {number:,}")
    assert plain == grouped
    assert read_phrase(f"{hedge} {number:,}".replace(",", "\u00a0")) == plain


@given(st.text(max_size=60))
def test_any_words_are_read_or_not(words: str) -> None:
    read_phrase(words)
