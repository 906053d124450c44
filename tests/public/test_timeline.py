"""Days on one scale: exact, imprecise, open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.dates import EdtfDate
from habeas.public.presenters.charts import WIDTH, Manner
from habeas.public.presenters.timeline import MARK, Scale, drawn_day, scale_of

TWO_YEARS = Scale(first=2030, last=2031)
STORIES = {
    "a year": ("2031", (500, 500, "open")),
    "a month": ("2030-01", (0, 42, "open")),
    "a day is a mark": ("2031-01-01", (500, MARK, "sure")),
    "the last day stays within": ("2031-12-31", (WIDTH - MARK, MARK, "sure")),
    "since a day": ("2031-01-01/..", (500, 500, "open")),
    "until a day": ("../2030-12-31", (0, 500, "open")),
    "an uncertain day": ("2031-01-01?", (500, MARK, "open")),
    "no day": ("XXXX", None),
}


@pytest.mark.parametrize("story", STORIES)
def test_a_day_on_a_scale_of_two_years(story: str) -> None:
    text, expected = STORIES[story]
    drawn = drawn_day(EdtfDate.parse(text), TWO_YEARS)
    assert (drawn and (drawn.x, drawn.width, str(drawn.manner))) == expected


def test_the_day_of_a_report_is_drawn_as_such() -> None:
    drawn = drawn_day(EdtfDate.parse("2031"), TWO_YEARS, otherwise=Manner.MISSING)
    assert drawn is not None
    assert drawn.manner is Manner.MISSING


def test_without_days_there_is_no_scale() -> None:
    assert scale_of([]) is None
    assert scale_of([EdtfDate.parse("XXXX")]) is None


days = st.dates().map(lambda day: EdtfDate.parse(day.isoformat()))


@given(st.lists(days, min_size=1, max_size=5))
def test_no_day_leaves_the_scale_and_a_later_one_never_lies_before(found: list[EdtfDate]) -> None:
    scale = scale_of(found)
    assert scale is not None
    ordered = sorted(found, key=lambda day: day.text)
    drawn = [mark for day in ordered if (mark := drawn_day(day, scale))]
    assert len(drawn) == len(found)
    assert all(mark.x >= 0 and mark.x + mark.width <= WIDTH for mark in drawn)
    assert [mark.x for mark in drawn] == sorted(mark.x for mark in drawn)
