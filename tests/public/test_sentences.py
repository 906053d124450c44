"""Numbers in a sentence and the words they open. All counts are invented."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.claims import Quantity
from habeas.public.presenters.sentences import linked
from public.telling import exactly
from register.made_up.claims import quantities
from register.made_up.values import texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A claim as far as a sentence knows it."""

    quantity: Quantity | None
    words_href: str


def quantity(low: int | None, high: int | None, words: str, about: float | None = None) -> Quantity:
    return Quantity(low=low, high=high, about=about, words=words)


STORIES: dict[str, tuple[str, list[Quantity], list[str]]] = {
    "a number opens its claim": ("123 were freed", [exactly(123)], ["123>0"]),
    "a sum opens nothing": ("114 + 9 = 123", [exactly(114), exactly(9)], ["114>0", "9>1"]),
    "a large number has a comma": ("1,197 are held", [exactly(1197)], ["1,197>0"]),
    "a number as it is worded": ("Nine went", [exactly(9, "nine")], ["Nine>0"]),
    "words of several": (
        "more than one hundred are held",
        [quantity(101, None, "more than one hundred")],
        ["more than one hundred>0"],
    ),
    "an approximation": (
        "about 1,000 are held",
        [quantity(None, None, "about 1000", 1000)],
        ["1,000>0"],
    ),
    "equal numbers of two claims each open their own": (
        "9 (one) + 9 (other)",
        [exactly(9), exactly(9)],
        ["9>0", "9>1"],
    ),
    "a number said more often than claimed": ("9, and again 9", [exactly(9)], ["9>0", "9>0"]),
    "a day is no count": ("4 on 4 May 2031", [exactly(4)], ["4>0"]),
    "a date in figures is no count": ("since 2031-05-04", [exactly(4), exactly(2031)], []),
    "a part of a number is no number": ("1,123 and 123.5", [exactly(123)], []),
    "a word in a word": ("tenants", [exactly(10, "ten")], []),
    "signs of patterns are letters": ("(9*) went", [exactly(9, "(9*)")], ["(9*)>0"]),
    "no claims": ("123 were freed", [], []),
}


@pytest.mark.parametrize("story", STORIES)
def test_numbers_open_the_claims_that_give_them(story: str) -> None:
    sentence, counts, expected = STORIES[story]
    lines = [Line(quantity=each, words_href=str(at)) for at, each in enumerate(counts)]
    pieces = linked(sentence, lines)
    assert [f"{piece.text}>{piece.href}" for piece in pieces if piece.href] == expected


@given(sentence=texts, counts=st.lists(quantities | st.none(), max_size=4))
def test_no_letter_of_a_sentence_is_lost(sentence: str, counts: list[Quantity | None]) -> None:
    lines = [Line(quantity=each, words_href=f"#{at}") for at, each in enumerate(counts)]
    assert "".join(piece.text for piece in linked(sentence, lines)) == sentence
