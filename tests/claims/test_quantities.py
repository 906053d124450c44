"""How many: what the words allow, as the claims format reads them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.english.figures.quantities import parse_quantity

Bounds = tuple[int | None, int | None, float | None]

SAID: dict[str, Bounds] = {
    "123": (123, 123, None),
    "1,197": (1197, 1197, None),
    "1 197": (1197, 1197, None),
    "a total of 123": (123, 123, None),
    "exactly nine": (9, 9, None),
    "one hundred and twenty-three": (123, 123, None),
    "two thousand and five": (2005, 2005, None),
    "more than one hundred": (101, None, None),
    "over 60": (61, None, None),
    "more than a dozen": (13, None, None),
    "at least 80": (80, None, None),
    "at least two dozen": (24, None, None),
    "no fewer than 14": (14, None, None),
    "14 or more": (14, None, None),
    "up to 50": (None, 50, None),
    "as many as 400": (None, 400, None),
    "no more than 20": (None, 20, None),
    "fewer than 20": (None, 19, None),
    "nearly 200": (None, 199, None),
    "almost two hundred": (None, 199, None),
    "between 120 and 300": (120, 300, None),
    "50 to 80": (50, 80, None),
    "from thirty to fifty": (30, 50, None),
    "about 1,000": (None, None, 1000),
    "some 40": (None, None, 40),
    "approximately 1,000": (None, None, 1000),
    "dozens": (24, None, None),
    "scores": (40, None, None),
    "hundreds": (200, None, None),
    "several": (2, None, None),
    "several hundred": (200, None, None),
    "a few dozen": (24, None, None),
    "half a dozen": (6, 6, None),
    "both": (2, 2, None),
}


@pytest.mark.parametrize(("words", "bounds"), SAID.items(), ids=SAID.keys())
def test_said(words: str, bounds: Bounds) -> None:
    found = parse_quantity(words)
    assert found is not None
    quantity, start, end = found
    assert (quantity.low, quantity.high, quantity.about) == bounds
    assert words[start:end].strip() == quantity.words


@pytest.mark.parametrize("words", ["", "the", "the first", "no", "90%", "x" * 10_000])
def test_no_number_or_no_count(words: str) -> None:
    assert parse_quantity(words) is None


@given(st.integers(min_value=0, max_value=999_999))
def test_a_plain_number_is_itself_with_and_without_separators(number: int) -> None:
    for words in (str(number), f"{number:,}"):
        found = parse_quantity(words)
        assert found is not None
        assert (found[0].low, found[0].high, found[0].words) == (number, number, words)


@given(st.integers(min_value=1, max_value=99_999))
def test_hedges_open_one_side_and_never_cross(number: int) -> None:
    for hedge in ("more than", "at least", "up to", "fewer than", "nearly", "about"):
        found = parse_quantity(f"{hedge} {number}")
        assert found is not None
        low, high = found[0].low, found[0].high
        assert low is None or high is None or low <= high
        assert (low is None) or (high is None)


@given(st.text(max_size=300))
def test_any_words_are_read_without_a_crash(words: str) -> None:
    found = parse_quantity(words)
    if found is not None:
        quantity, start, end = found
        assert 0 <= start < end <= len(words)
        assert quantity.words
