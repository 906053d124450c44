"""Balances, running totals and the two clocks, as stories. All of it is invented."""

from __future__ import annotations

from datetime import date

import pytest

from accounts.over_time_told import over_time
from habeas.accounts.over_time import began_by, known_by
from habeas.model.accounts import Bounds
from stories import tell

STOCKS = """
    report Daily, 2025-12-31
    Watch: hold 1,200 people, by Belarus, on 2025-09-11
    {between}
    Watch: hold {closing} people, by Belarus, on 2025-12-31"""

BALANCES = {
    "nobody told of": (
        "",
        "1,180",
        ["no arrest, release or death in between is told of"],
        (-20, -20),
    ),
    "all is told": (
        "Watch: arrest 80 people, by Belarus, on 2025-10/2025-11\n"
        "Ministry: release 123 people, by Belarus, on 2025-12-13\n"
        "Watch: die 2 people, by Belarus, on 2025-11-20",
        "1,155",
        ["1,200 + 80 - 2 - 123 = 1,155, and 1,155 people are held", "which fits"],
        (0, 0),
    ),
    "more are held than is told": (
        "Ministry: release 123 people, by Belarus, on 2025-12-13",
        "1,197",
        [
            "1,200 - 123 = 1,077, but 1,197 people are held on 31 December 2025",
            "120 more than that",
        ],
        (120, 120),
    ),
    "a hedge widens the gap": (
        "Ministry: release more than 100 people, by Belarus, on 2025-12-13",
        "1,197",
        ["1,200 - (at least 101) = at most 1,099", "at least 98 more than that"],
        (98, None),
    ),
    "one release, two speakers": (
        "Ministry: release 123 people, by Belarus, on 2025-12-13\n"
        "Office: release 123 persons, by Belarus, on 2025-12-13",
        "1,077",
        ["1,200 - 123 = 1,077", "which fits"],
        (0, 0),
    ),
    "one release, two figures": (
        "Ministry: release 123 people, by Belarus, on 2025-12-13\n"
        "Office: release 120 people, by Belarus, on 2025-12-13",
        "1,077",
        ["1,200 - (120 to 123) = 1,077 to 1,080", "which fits"],
        (-3, 0),
    ),
    "a part of a period is not added": (
        "Watch: arrest 80 people, by Belarus, on 2025-10/2025-11\n"
        "Watch: arrest 5 people, by Belarus, on 2025-10-10",
        "1,280",
        ["1,200 + 80 = 1,280", "which fits"],
        (0, 0),
    ),
    "announced is not done": (
        "Ministry: release 60 people, announced, by Belarus, on 2025-12-13",
        "1,200",
        ["which fits", "what is only announced is not counted (60 people)"],
        (0, 0),
    ),
    "another state's release": (
        "Ministry: release 123 people, by Cuba, on 2025-12-13",
        "1,200",
        ["no arrest, release or death in between is told of"],
        (0, 0),
    ),
    "a release before": (
        "Ministry: release 52 people, by Belarus, on 2025-08-11",
        "1,200",
        ["no arrest, release or death in between is told of"],
        (0, 0),
    ),
    "on the last day: counted already, or not yet": (
        "Ministry: release 52 people, by Belarus, on 2025-12-31",
        "1,200",
        ["1,200 - (0 to 52) = 1,148 to 1,200", "which fits"],
        (0, 52),
    ),
    "only a part is told": (
        "Office: release 14 people, by Belarus, to Lithuania, on 2025-12-13",
        "1,180",
        ["1,200 - (at least 14) = at most 1,186", "which fits"],
        (-6, None),
    ),
    "a further number": (
        "Court: release 60 people, by Belarus, on 2025-12-13\n"
        "Court: release a further 25 people, by Belarus, on 2025-12-13",
        "1,115",
        ["1,200 - 85 = 1,115", "which fits"],
        (0, 0),
    ),
    "a further number and the total": (
        "Court: release 60 people, by Belarus, on 2025-12-13\n"
        "Court: release a further 25 people, by Belarus, on 2025-12-13\n"
        "Court: release 85 people, by Belarus, on 2025-12-13",
        "1,115",
        ["1,200 - 85 = 1,115", "which fits"],
        (0, 0),
    ),
    "about, read as usual": (
        "Ministry: release 123 people, by Belarus, on 2025-12-13",
        "about 1,000",
        ["1,200 - 123 = 1,077, and about 1,000 people are held", "read as usual"],
        (-577, 423),
    ),
}


@pytest.mark.parametrize(("between", "closing", "words", "gap"), BALANCES.values(), ids=BALANCES)
def test_balances(
    between: str, closing: str, words: list[str], gap: tuple[int | None, int | None]
) -> None:
    story = tell(STOCKS.format(between=between, closing=closing))
    (balance,) = over_time(story).balances
    assert all(part in balance.explanation for part in words), balance.explanation
    assert balance.gap == Bounds(low=gap[0], high=gap[1])
    assert balance.claims[0] == story.claims[0].id
    assert balance.claims[-1] == story.claims[-1].id


def test_what_is_not_told_has_no_end() -> None:
    (balance,) = over_time(tell(STOCKS.format(between="", closing="1,180"))).balances
    assert balance.added == balance.left == Bounds(low=0, high=None)


PAIRS = {
    "one speaker, three days": (
        """
        report Daily, 2025-12-31
        Watch: hold 1,250 people, by Belarus, on 2025-06-01
        Watch: hold 1,200 people, by Belarus, on 2025-09-01
        Watch: hold 1,197 people, by Belarus, on 2025-12-01""",
        ["1,250 → 1,200", "1,200 → 1,197"],
    ),
    "two speakers, each of one day": (
        """
        report Daily, 2025-12-31
        Watch: hold 1,250 people, by Belarus, on 2025-06-01
        Ministry: hold 1,000 people, by Belarus, on 2025-12-01""",
        ["1,250 → 1,000"],
    ),
    "a day between that another speaker tells of": (
        """
        report Daily, 2025-12-31
        Watch: hold 1,250 people, by Belarus, on 2025-06-01
        Ministry: hold 1,000 people, by Belarus, on 2025-09-01
        Watch: hold 1,197 people, by Belarus, on 2025-12-01""",
        ["1,250 → 1,197"],
    ),
    "one day": (
        """
        report Daily, 2025-12-31
        Watch: hold 1,250 people, by Belarus, on 2025-06-01
        Ministry: hold 1,000 people, by Belarus, on 2025-06-01""",
        [],
    ),
    "two states": (
        """
        report Daily, 2025-12-31
        Watch: hold 1,250 people, by Belarus, on 2025-06-01
        Watch: hold 1,000 people, by Cuba, on 2025-12-01""",
        [],
    ),
    "one voice with two figures of a day": (
        """
        report Daily, 2025-12-31
        Watch: hold 1,250 people, by Belarus, on 2025-06-01
        Watch: hold 1,240 people, by Belarus, on 2025-06-01
        Watch: hold 1,000 people, by Belarus, on 2025-12-01""",
        [],
    ),
}


@pytest.mark.parametrize(("text", "expected"), PAIRS.values(), ids=PAIRS)
def test_which_stocks_are_balanced(text: str, expected: list[str]) -> None:
    story = tell(text)
    words = {c.id: c.count.words for c in story.claims if c.count is not None}
    balances = over_time(story).balances
    assert [f"{words[b.claims[0]]} → {words[b.claims[-1]]}" for b in balances] == expected
    apart = [b for b in balances if "different speakers" in b.explanation]
    assert len(apart) == (1 if text == PAIRS["two speakers, each of one day"][0] else 0)


BATCHES = """
    report Monitor, 2025-12-20
    release 14 people, by Belarus, on 2025-06-21
    release 52 people, by Belarus, on 2025-09-11
    pardon 123 people, by Belarus, on 2025-12-13
    """
TOTALS = {
    "more than the batches": (
        "Office: release more than 430 people, by Belarus, on 2024-07/..",
        "More than 430 people freed from 1 July 2024 to 20 December 2025 (Office) can hold the "
        "14 + 52 + 123 = 189 that are told of one by one: at least 242 more were freed in releases "
        "that no report here counts.",
    ),
    "political prisoners": (
        "Office: release more than 430 political prisoners, by Belarus, on 2024-07/2025-12-15",
        "More than 430 political prisoners freed from 1 July 2024 to 15 December 2025 (Office) can "
        "hold the 14 + 52 + 123 = 189 that are told of one by one: at least 242 more were freed in "
        "releases that no report here counts.",
    ),
    "exactly the batches": (
        "Office: release 189 people, by Belarus, on 2024-07/..",
        "189 people freed from 1 July 2024 to 20 December 2025 (Office) can hold the "
        "14 + 52 + 123 = 189 that are told of one by one.",
    ),
    "fewer than the batches": (
        "Office: release 150 people, by Belarus, on 2024-07/..",
        "150 people freed from 1 July 2024 to 20 December 2025 (Office) cannot hold the "
        "14 + 52 + 123 = 189 that are told of one by one.",
    ),
    "fewer political prisoners than people": (
        "Office: release 150 political prisoners, by Belarus, on 2024-07/..",
        None,
    ),
    "only what lies in its time": (
        "Office: release 60 people, by Belarus, on 2025-08/2025-11",
        "60 people freed from 1 August 2025 to 30 November 2025 (Office) can hold the 52 that are "
        "told of one by one: 8 more were freed in releases that no report here counts.",
    ),
    "another state": ("Office: release 553 people, by Cuba, on 2024-07/..", None),
    "so far": ("Office: release over 200 people so far, by Belarus", None),
}


@pytest.mark.parametrize(("line", "expected"), TOTALS.values(), ids=TOTALS)
def test_running_totals(line: str, expected: str | None) -> None:
    found = over_time(tell(BATCHES + line)).totals
    assert [f.explanation for f in found] == ([expected] if expected is not None else [])


CLOCKS = """
    report Early, 2025-12-13
    release 120 people, by Belarus, on 2025-12-13
    report Late, 2025-12-20
    release 123 people, by Belarus, on 2025-12-13
    hold 1,197 people
    report Month, 2025-12
    release 9 people, by Belarus
    report Undated
    release 14 people, by Belarus, on 2025-06-21
    hold 1,250 people"""
KNOWN = {
    "2025-12-12": ["14", "1,250"],
    "2025-12-13": ["120", "14", "1,250"],
    "2025-12-20": ["120", "123", "1,197", "14", "1,250"],
    "2025-12-31": ["120", "123", "1,197", "9", "14", "1,250"],
}
BEGAN = {
    "2025-06-20": ["9", "1,250"],
    "2025-06-21": ["9", "14", "1,250"],
    "2025-12-13": ["120", "123", "9", "14", "1,250"],
    "2025-12-17": ["120", "123", "1,197", "9", "14", "1,250"],
}


@pytest.mark.parametrize(("day", "expected"), KNOWN.items(), ids=KNOWN)
def test_known_by(day: str, expected: list[str]) -> None:
    story = tell(CLOCKS)
    known = known_by(story.reports, story.claims, date.fromisoformat(day))
    assert [c.count.words for c in known.claims if c.count is not None] == expected
    assert {c.report for c in known.claims} == {r.id for r in known.reports}
    assert known.undated == (story.reports[3].id,)
    assert known.note is not None
    assert known.note.startswith("A report without a day is kept")


@pytest.mark.parametrize(("day", "expected"), BEGAN.items(), ids=BEGAN)
def test_began_by(day: str, expected: list[str]) -> None:
    story = tell(CLOCKS)
    began = began_by(story.reports, story.claims, date.fromisoformat(day))
    assert [c.count.words for c in began.claims if c.count is not None] == expected
    assert began.reports == story.reports


def test_what_is_promised_for_a_later_day_was_promised_before() -> None:
    story = tell("""
        report Early, 2025-12-01
        release 9 people, by Belarus, on 2025-12-20, promised
        release 14 people, by Belarus, on 2025-12-20""")
    began = began_by(story.reports, story.claims, date(2025, 12, 5))
    assert began.claims == story.claims[:1]
