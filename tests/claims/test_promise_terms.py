"""By when, in part, taken back: what the words of a promise say of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.promise_terms import (
    denies_doing_alone,
    find_due,
    how_taken_back,
    is_in_part,
)
from habeas.model.dates import EdtfDate

SAID = EdtfDate.parse("2031-05-14")

# Words said on Wednesday, 14 May 2031 → the words of the date, and the day.
DUE = {
    "days": ("will lift them within 180 days", "within 180 days: 2031-11-10"),
    "a number in words": ("will lift them in six weeks", "in six weeks: 2031-06-25"),
    "months, to the end of a shorter one": ("over the next four months", "2031-09-14"),
    "years": ("within two years", "2033-05-14"),
    "the end of the year": ("by the end of the year", "2031-12-31"),
    "the end of next year": ("by the end of next year", "2032-12-31"),
    "the end of a year": ("by the end of 2033", "2033-12-31"),
    "the end of the month": ("before the end of this month", "2031-05-31"),
    "the end of the week": ("by the end of the week", "2031-05-18"),
    "year's end": ("by year’s end", "2031-12-31"),
    "the end of a month that is past": ("by the end of March", "2032-03-31"),
    "a month": ("by June", "by June: 2031-06-30"),
    "a day": ("no later than 1 July", "2031-07-01"),
    "a day with its year": ("by March 5, 2033", "2033-03-05"),
    "a weekday": ("by Friday", "2031-05-16"),
    "a day that no calendar has": ("by 31 June", "none"),
    "in Russian": ("снимет их в течение 30 дней", "в течение 30 дней: 2031-06-13"),
    "the end of the year in Russian": ("до конца года", "2031-12-31"),
    "a day in Russian": ("до 1 июля", "2031-07-01"),
    "no date": ("will lift them soon", "none"),
    "a length that is no deadline": ("freed after 30 days in prison", "none"),
}


@pytest.mark.parametrize(("words", "expected"), DUE.values(), ids=DUE)
def test_due(words: str, expected: str) -> None:
    found = find_due(words, SAID)
    if found is None:
        assert expected == "none"
        return
    told, _, day = expected.rpartition(": ")
    assert found.edtf.text == day
    assert told in words[found.start : found.end]


def test_without_a_day_of_saying_a_year_is_needed() -> None:
    assert find_due("within 30 days", None) is None
    found = find_due("by 5 March 2033", None)
    assert found is not None
    assert found.edtf.text == "2033-03-05"


BACK = {
    "withdrew its offer to lift them": "withdrawn",
    "backed out of the deal": "withdrawn",
    "dropped its pledge to lift them": "withdrawn",
    "reversed the decision to take it off the list": "reversed",
    "rescinded the removal": "reversed",
    "the decision on the airline was revoked": "reversed",
    "put the airline back on the list": "reversed",
    "reimposed sanctions": "reversed",
    "отменил решение о снятии санкций": "reversed",
    "will not cancel the sanctions": None,
    "не будет отменять санкции": None,
    "has not lifted them": None,
}


@pytest.mark.parametrize(("words", "expected"), BACK.items(), ids=BACK)
def test_taken_back(words: str, expected: str | None) -> None:
    assert how_taken_back(words) == expected


@pytest.mark.parametrize(
    ("words", "partly", "not_done"),
    [
        ("lifted some of its sanctions", True, False),
        ("partially eased sanctions", True, False),
        ("частично смягчил санкции", True, False),
        ("has not lifted sanctions yet", False, True),
        ("will not lift sanctions", False, False),
        ("lifted sanctions", False, False),
    ],
)
def test_in_part_and_not_yet(words: str, partly: bool, not_done: bool) -> None:
    assert is_in_part(words) is partly
    assert denies_doing_alone(words) is not_done


@given(st.text(), st.dates().map(EdtfDate.of_day))
def test_any_words_have_a_date_or_none(words: str, said: EdtfDate) -> None:
    found = find_due(words, said)
    assert found is None or 0 <= found.start < found.end <= len(words)
