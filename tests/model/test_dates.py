"""EDTF dates: stories, then laws."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.dates import EdtfDate, InvalidDate

BOUNDS = {
    "2025-12-13": "2025-12-13 2025-12-13",
    "2024-02": "2024-02-01 2024-02-29",
    "2023-02": "2023-02-01 2023-02-28",
    "2021": "2021-01-01 2021-12-31",
    "199X": "1990-01-01 1999-12-31",
    "19XX": "1900-01-01 1999-12-31",
    "2021-XX": "2021-01-01 2021-12-31",
    "2021-XX-XX": "2021-01-01 2021-12-31",
    "2021-12-XX": "2021-12-01 2021-12-31",
    "2021-21": "2021-03-01 2021-06-21",
    "2021-23": "2021-09-01 2021-12-22",
    "2021-24": "2021-01-01 2022-03-21",
    "2021?": "2021-01-01 2021-12-31",
    "2021-06~": "2021-05-02 2021-07-30",
    "2021-06-15%": "2021-06-14 2021-06-16",
    "2020/2023": "2020-01-01 2023-12-31",
    "2021-06/2021-08": "2021-06-01 2021-08-31",
    "2024-07/..": "2024-07-01 -",
    "2024-07/": "2024-07-01 -",
    "../2026-03": "- 2026-03-31",
    "/2026-03": "- 2026-03-31",
    "XXXX": "- -",
    "XXXX-09": "- -",
    "XXXX-09-11": "- -",
    "XXXX-02-29": "- -",
    "XXXX-07/..": "- -",
    "0001~": "0001-01-01 0002-12-31",
    "9999~": "9998-01-01 9999-12-31",
}


@pytest.mark.parametrize("text", BOUNDS)
def test_a_date_spans_every_day_it_can_mean(text: str) -> None:
    read = EdtfDate.parse(text)
    assert f"{read.earliest or '-'} {read.latest or '-'}" == BOUNDS[text]
    assert str(read) == text


REFUSED = [
    "",
    "/",
    "../..",
    "31/2/2024",
    "2024-02-30",
    "2023-02-29",
    "XXXX-02-30",
    "XXXX-13",
    "2024-13",
    "2024-00",
    "2024-06-31",
    "2024-XX-15",
    "202X-05",
    "2021-21-03",
    "2021-25",
    "0000",
    "24",
    "2024-7",
    "2024/2023",
    "2024-01/2023",
    "2020/2021/2022",
    " 2024",
    "2024\n",
    "٢٠٢٤",
    "2024-02-29T10:00",
    "next week",
    "2024..2025",
]


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_date_is_refused_with_a_remedy(text: str) -> None:
    with pytest.raises(InvalidDate) as caught:
        EdtfDate.parse(text)
    assert repr(text) in caught.value.what
    assert caught.value.remedy


def test_still_open_is_not_an_unknown_end() -> None:
    still_open, unknown = EdtfDate.parse("2024-07/.."), EdtfDate.parse("2024-07/")
    assert (still_open.is_open, still_open.is_end_unknown) == (True, False)
    assert (unknown.is_open, unknown.is_end_unknown) == (False, True)
    assert still_open != unknown


OVERLAPS = {
    "2025-12-13 2025-12": True,
    "2025-12-13 2025-11": False,
    "2024-07/.. 2030": True,
    "2024-07/.. 2024-06": False,
    "2024-07/ 2030": True,
    "/2026-03 2026-04": False,
    "XXXX-09 2021": True,
    "2025-12-13 2025-12-14": False,
}


@pytest.mark.parametrize("pair", OVERLAPS)
def test_an_unknown_end_never_excludes(pair: str) -> None:
    left, right = map(EdtfDate.parse, pair.split())
    assert left.overlaps(right) is OVERLAPS[pair]


def test_slack_brings_neighbours_together() -> None:
    left, right = EdtfDate.parse("2025-12-13"), EdtfDate.parse("2025-12-15")
    assert [left.overlaps(right, slack_days=days) for days in (0, 1, 2)] == [False, False, True]
    assert EdtfDate.parse("9999").overlaps(EdtfDate.parse("9999-12"), slack_days=40)


days = st.dates(min_value=date(1, 1, 1), max_value=date(9998, 12, 31))
doubts = st.sampled_from(["", "?", "~", "%"])


def bounds(read: EdtfDate) -> tuple[date, date]:
    """First and last day of a date that has both."""
    assert read.earliest is not None
    assert read.latest is not None
    return read.earliest, read.latest


@st.composite
def points(draw: st.DrawFn) -> str:
    text = draw(days).isoformat()
    forms = [text, text[:7], text[:4], text[:7] + "-XX", text[:4] + "-XX"]
    if int(text[:3]) > 0:
        forms.append(text[:3] + "X")
    forms.extend(f"{text[:4]}-{season}" for season in (21, 22, 23, 24))
    return draw(st.sampled_from(forms)) + draw(doubts)


@st.composite
def dates(draw: st.DrawFn) -> EdtfDate:
    start = draw(points())
    form = draw(st.sampled_from(["point", "open", "end unknown", "until", "no year", "span"]))
    if form == "span":
        end = draw(points())
        pair = sorted((start, end), key=lambda point: str(EdtfDate.parse(point).earliest))
        return EdtfDate.parse("/".join(pair))
    texts = {
        "point": start,
        "open": start + "/..",
        "end unknown": start + "/",
        "until": draw(st.sampled_from(["", ".."])) + "/" + start,
        "no year": "XXXX-" + draw(days).isoformat()[5:],
    }
    return EdtfDate.parse(texts[form])


@given(dates())
def test_reading_keeps_the_text(read: EdtfDate) -> None:
    assert EdtfDate.parse(read.text) == read


@given(dates())
def test_it_begins_before_it_ends(read: EdtfDate) -> None:
    assert read.earliest is None or read.latest is None or read.earliest <= read.latest


@given(dates(), dates(), st.integers(0, 10_000))
def test_overlap_is_symmetric_and_grows_with_slack(
    left: EdtfDate, right: EdtfDate, slack: int
) -> None:
    assert left.overlaps(right, slack_days=slack) == right.overlaps(left, slack_days=slack)
    assert left.overlaps(right, slack_days=slack) or not left.overlaps(right)
    assert left.overlaps(left)


@given(days)
def test_a_day_comes_back(day: date) -> None:
    read = EdtfDate.of_day(day)
    assert read == EdtfDate.parse(day.isoformat())
    assert (read.earliest, read.latest) == (day, day)


@given(days.filter(lambda day: day.year >= 10), doubts)
def test_a_sharper_date_lies_within_the_vaguer_one(day: date, doubt: str) -> None:
    text = day.isoformat()
    forms = [text, text[:7], text[:4], text[:3] + "X"]
    chain = [EdtfDate.parse(form + doubt) for form in forms]
    for sharp, vague in pairwise(map(bounds, chain)):
        assert vague[0] <= sharp[0] <= sharp[1] <= vague[1]


@given(points())
def test_doubt_never_narrows(point: str) -> None:
    plain, doubted = (bounds(EdtfDate.parse(text)) for text in (point.rstrip("?~%"), point))
    assert doubted[0] <= plain[0] <= plain[1] <= doubted[1]


@given(points(), points())
def test_a_span_is_read_in_one_order_only(left: str, right: str) -> None:
    start, end = bounds(EdtfDate.parse(left))[0], bounds(EdtfDate.parse(right))[1]
    if start > end:
        with pytest.raises(InvalidDate):
            EdtfDate.parse(f"{left}/{right}")
    else:
        assert bounds(EdtfDate.parse(f"{left}/{right}")) == (start, end)


@given(st.text(alphabet="0123456789X-/.?~%", max_size=24) | st.text(max_size=24))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read = EdtfDate.parse(text)
    except InvalidDate:
        return
    assert read.text == text


@given(days, st.integers(0, 400))
def test_days_apart_overlap_only_within_the_slack(day: date, apart: int) -> None:
    other = EdtfDate.of_day(day + timedelta(days=apart)) if day.year < 9998 else None
    if other is not None:
        assert EdtfDate.of_day(day).overlaps(other, slack_days=apart)
        assert apart == 0 or not EdtfDate.of_day(day).overlaps(other, slack_days=apart - 1)
