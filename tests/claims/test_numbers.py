"""Quantities of any kind: what a number means beside its hedge, its unit and its verb.

Written `low bound change unit`, or `low-high …` for a range; nothing is invented but the sentences.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.english.figures.numbers import Amount, Bound, Change, find_quantities
from habeas.claims.english.figures.numerals import find_numerals, read_numeral
from habeas.claims.english.parse.language_model import load_english

pytestmark = pytest.mark.slow

STORIES: dict[str, tuple[str, list[str]]] = {
    "a percentage that fell": ("Exports fell 12% last year.", ["12 exact down %"]),
    "what it fell to is no fall": (
        "Exports fell by 12 percent to $4.5 billion.",
        ["12 exact down %", "4500000000 exact none $"],
    ),
    "an increase as a noun is a size": ("A 15% increase was agreed.", ["15 exact none %"]),
    "up before the number": ("The index was up about 2.1% at noon.", ["2.1 about up %"]),
    "given up is not up": ("The team gave up 300 yards.", ["300 exact none yard"]),
    "a sign is a change": ("Trade: +9.5% in May.", ["9.5 exact up %"]),
    "more than": ("More than 5 million voters came.", ["5000000 above none voter"]),
    "at least": ("At least 80 villages were flooded.", ["80 floor none village"]),
    "up to": ("It seats up to 400 guests.", ["400 ceiling none guest"]),
    "under": ("It weighs under 3 kg.", ["3 below none kg"]),
    "nearly": ("Nearly 40 ships left.", ["40 nearly none ship"]),
    "a hedge after": ("They lost 14 or more houses.", ["14 floor none house"]),
    "a range with to": ("It takes 5 to 10 days.", ["5-10 exact none day"]),
    "a range that shares its million": (
        "It cost $5 to $10 million.",
        ["5000000-10000000 exact none $"],
    ),
    "between": ("Between 15% and 20% agreed.", ["15-20 exact none %"]),
    "from one value to another is one move": (
        "Prices went from $5 to $3.",
        ["3-5 exact none $"],
    ),
    "words of magnitude": (
        "Tens of thousands of homes lost power.",
        ["10000-100000 exact none home"],
    ),
    "one in five": ("One in five adults smokes.", ["0.2 exact none adult"]),
    "a fraction": ("Two-thirds of the members left.", ["0.666667 exact none member"]),
    "the same in other units keeps its hedge": (
        "It flew more than 500 miles (800 km).",
        ["500 above none mile", "800 above none km"],
    ),
    "a negative number": ("It was minus 5 degrees.", ["-5 exact none degree"]),
    "millions by a letter": ("She paid $2.5m for it.", ["2500000 exact none $"]),
    "a date is no quantity": ("The trial began on 5 May 2020 at 10:30.", []),
    "nor an ordinal": ("It was the 20th time, in the third quarter.", []),
    "nor part of a name": ("The S&P 500 closed early on Route 66.", []),
    "nor between two names": ("The Delta 20 Max is sold out.", []),
    "nor what a rate is told per": ("It was 35 cases per million.", ["35 exact none case"]),
    "but people beside a name": (
        "In Minsk 12 Latvians were freed.",
        ["12 exact none Latvians"],
    ),
    "pounds whose sign was spelt out": ("He paid a PS60 fine.", ["60 exact none PS"]),
    "the nearest word opens a range": (
        "The aid rose from between $5 million and $7 million.",
        ["5000000-7000000 exact none $"],
    ),
    "nor a code": ("An F-16 and Covid-19 were in the news.", []),
    "nor a score": ("They won 3-2 at home.", []),
    "nor somebody": ("No one knew; one should ask.", []),
}


def written(amount: Amount) -> str:
    """An amount as the stories write it."""
    ends = [f"{end:g}" if end < 1e6 else f"{end:.0f}" for end in (amount.low, amount.high)]
    value = ends[0] if amount.low == amount.high else "-".join(ends)
    return f"{value} {amount.bound} {amount.change} {amount.unit}".strip()


@pytest.mark.parametrize(("text", "amounts"), STORIES.values(), ids=STORIES.keys())
def test_story(text: str, amounts: list[str]) -> None:
    assert [written(one) for one in find_quantities(load_english()(text))] == amounts


NUMERALS: dict[str, float] = {
    "1,197": 1197,
    "1 197": 1197,
    "25,00,000": 2_500_000,
    "10 1/2": 10.5,
    "8½": 8.5,
    "two and a half million": 2_500_000,
    "half a dozen": 6,
    "one hundred and twenty-three": 123,
    "two hundred thousand": 200_000,
    "3.5-million": 3_500_000,
    "1.5bn": 1.5e9,
    "25 lakh": 2_500_000,
    "two dozen": 24,
    "a quarter": 0.25,
    "6.022e20": 6.022e20,
    "zero": 0,
}


@pytest.mark.parametrize(("words", "value"), NUMERALS.items(), ids=NUMERALS.keys())
def test_numeral(words: str, value: float) -> None:
    read = find_numerals(f"{words} of") if words == "a quarter" else find_numerals(words)
    assert [n.value for n in read] == [pytest.approx(value)]


@pytest.mark.parametrize("words", ["", "the", "third quarter", "between ten and twenty"])
def test_no_single_numeral(words: str) -> None:
    assert read_numeral(words) is None


@given(st.text(max_size=200))
def test_numerals_stand_in_order_and_apart(text: str) -> None:
    found = find_numerals(text)
    assert all(0 <= n.start < n.end <= len(text) for n in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.integers(min_value=0, max_value=10**15))
def test_every_whole_number_is_read_with_its_commas(number: int) -> None:
    assert read_numeral(f"{number:,}") == number


@given(st.sampled_from(list(STORIES.values())), st.text(max_size=20))
def test_amounts_stand_in_the_text(story: tuple[str, list[str]], noise: str) -> None:
    doc = load_english()(f"{noise} {story[0]}")
    for one in find_quantities(doc):
        assert 0 <= one.start < one.end <= len(doc.text)
        assert one.low <= one.high
        assert one.bound in Bound
        assert one.change in Change
