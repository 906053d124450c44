"""Which figures differ, in one sentence. Everyone and every release is invented.

States are real names only so that they can be recognised. The figures of one story are
those of a public dispute and say where they come from.
"""

from __future__ import annotations

import pytest

from accounts.telling import account_told

DIFFERING = {
    "two exact figures": (
        "A: release 52 people\nB: release 54 people",
        ["Figures of those freed differ: 52 people (A) against 54 people (B)."],
    ),
    "an exact figure within a floor": (
        "A: release more than 100 people\nB: release 123 people",
        [],
    ),
    "a floor above an exact figure": (
        "A: release 90 people\nB: release more than 100 people",
        ["Figures of those freed differ: 90 people (A) against more than 100 people (B)."],
    ),
    "most voices come first": (
        "A: release 54 people\nB: release 52 people\nC: release 52 people",
        ["Figures of those freed differ: 52 people (B and C) against 54 people (A)."],
    ),
    "one speaker revises": (
        "report X\nA: release 52 people\nreport Y\nA: release 54 people",
        [],
    ),
    "about, read as usual": (
        "A: release about 90 people\nB: release 123 people",
        [
            "Figures of those freed differ: 123 people (B) against about 90 people (A), "
            "if the words are read as usual."
        ],
    ),
    "about, near enough": ("A: release about 120 people\nB: release 123 people", []),
    "a part of all differs from nothing": (
        "A: release 123 people\nB: release 14 foreigners",
        [],
    ),
    "of one destination": (
        """A: release 123 people, by Belarus
        B: release 9 people, by Belarus, to Lithuania
        C: release 11 people, by Belarus, to Lithuania""",
        ["Figures of those taken to Lithuania differ: 9 people (B) against 11 people (C)."],
    ),
    # Public figures of December 2025 in Belarus, as the pages cited in the examples state them.
    "a stock by three speakers": (
        """release 123 people
        Viasna: hold 1,197 people
        report Daily
        hold about 900 individuals
        rights groups: hold about 1,200 people
        release 123 people""",
        [
            "Figures of those still held differ: 1,197 people (Viasna) against about 900 "
            "individuals (Daily), if the words are read as usual.",
            "Figures of those still held differ: about 900 individuals (Daily) against about "
            "1,200 people (rights groups), if the words are read as usual.",
        ],
    ),
    "parts that are too many": (
        """A: release 123 people, by Belarus
        B: release 114 people, by Belarus, to Ukraine
        C: release 9 people, by Belarus, to Lithuania
        D: release 1 person, by Belarus, to Poland""",
        [
            "114 people to Ukraine (B) + 9 people to Lithuania (C) + 1 person to Poland (D) = "
            "124, but 123 people (A)."
        ],
    ),
    "more names than places": (
        "release 1 person\nrelease Ana Example & Ida Sample",
        ["2 people are named (Daily Example), more than the 1 counted (Daily Example)."],
    ),
}


@pytest.mark.parametrize(("text", "expected"), DIFFERING.values(), ids=DIFFERING)
def test_differences(text: str, expected: list[str]) -> None:
    assert [f.explanation for f in account_told(text).conflicts] == expected
