"""What speakers revised is a history. All of it is invented."""

from __future__ import annotations

import pytest

from accounts.over_time_told import over_time
from habeas.accounts.wording import figure_words
from stories import tell

HISTORIES = {
    "a later figure": (
        """
        report Daily, 2025-12-13
        Watch: release 120 people, by Belarus, on 2025-12-13
        report Daily, 2025-12-15
        Watch: release 123 people, by Belarus, on 2025-12-13""",
        ["120 people | 123 people"],
    ),
    "three figures": (
        """
        report Daily, 2025-12-13
        Watch: release 120 people, by Belarus
        report Weekly, 2025-12-15
        Watch: release 123 people, by Belarus
        report Weekly, 2025-12-16
        Watch: release 121 people, by Belarus""",
        ["120 people | 123 people | 121 people"],
    ),
    "another speaker's later figure is no history": (
        """
        report Daily, 2025-12-13
        Watch: release 120 people, by Belarus
        report Daily, 2025-12-15
        Ministry: release 123 people, by Belarus""",
        [],
    ),
    "two figures of one day are a conflict": (
        """
        report Daily, 2025-12-13
        Watch: release 120 people, by Belarus
        report Weekly, 2025-12-13
        Watch: release 123 people, by Belarus""",
        [],
    ),
    "one day, and words that say so": (
        """
        report Daily, 2025-12-13
        Watch: release 120 people, by Belarus
        Watch: release 123 people, by Belarus
        + withhold, about the names in its recount""",
        ["120 people | 123 people"],
    ),
    "up from": (
        """
        report Daily, 2025-12-13
        Watch: hold 1,203 people up from
        + Watch: hold 1,197 people""",
        ["1,197 people | 1,203 people up from"],
    ),
    "freed from prison is not from a figure": (
        """
        report Daily, 2025-12-13
        Watch: release 120 people, by Belarus
        withhold, about the corrected list of those let out from prison
        + Watch: release 123 people, by Belarus""",
        ["120 people | 123 people"],
    ),
    "an old figure repeated later is still the old one": (
        """
        report Daily, 2025-12-13
        Watch: release 120 people, by Belarus
        report Weekly, 2025-12-15
        Watch: release 123 people, by Belarus
        report Monthly, 2025-12-17
        Watch: release 120 people, by Belarus""",
        ["120 people | 123 people"],
    ),
    "a sharper figure is no correction": (
        """
        report Daily, 2025-12-13
        Watch: release more than 100 people, by Belarus
        report Daily, 2025-12-15
        Watch: release 123 people, by Belarus""",
        [],
    ),
    "a further number adds": (
        """
        report Daily, 2025-12-13
        Watch: release 120 people, by Belarus
        report Daily, 2025-12-15
        Watch: release 12 further people, by Belarus""",
        [],
    ),
    "other people": (
        """
        report Daily, 2025-12-13
        Watch: release 114 people, by Belarus, to Ukraine
        report Daily, 2025-12-15
        Watch: release 9 people, by Belarus, to Lithuania""",
        [],
    ),
    "announced, then done, are two things": (
        """
        report Daily, 2025-12-13
        Ministry: release 60 people, announced, by Belarus
        report Daily, 2025-12-15
        Ministry: release 45 people, confirmed, by Belarus""",
        [],
    ),
    "stocks of two days": (
        """
        report Daily, 2025-12-31
        Watch: hold 1,250 people, on 2025-09-11
        Watch: hold 1,197 people, on 2025-12-13""",
        [],
    ),
    "stocks that are told on two days": (
        """
        report Daily, 2025-12-13
        Watch: hold 1,250 people
        report Daily, 2025-12-20
        Watch: hold 1,197 people""",
        [],
    ),
    "one day's stock, told anew": (
        """
        report Daily, 2025-12-13
        Watch: hold 1,197 people, on 2025-12-01
        report Daily, 2025-12-20
        Watch: hold 1,203 people, on 2025-12-01""",
        ["1,197 people | 1,203 people"],
    ),
    "a stock without a day, corrected later": (
        """
        report Daily, 2025-12-13
        Watch: hold 1,250 people
        report Daily, 2025-12-20
        Watch: hold 1,197 people in its revised count""",
        ["1,250 people | 1,197 people in its revised count"],
    ),
    "two batches of two months": (
        """
        report Daily, 2025-12-20
        Watch: release 120 people, by Belarus, on 2025-11-02
        Watch: release 123 people, by Belarus, on 2025-12-13""",
        [],
    ),
    "two acts without a day, months apart": (
        """
        report Daily, 2025-06-21
        Ministry: release 30 people, by Belarus
        report Daily, 2025-12-13
        Ministry: release 25 people, by Belarus""",
        [],
    ),
    "reports without a day": (
        """
        report Daily
        Watch: release 120 people, by Belarus
        report Weekly
        Watch: release 123 people, by Belarus""",
        [],
    ),
    "in Russian": (
        """
        report Daily, 2025-12-13
        Watch: arrest 160 people
        Watch: arrest 183 people
        + withhold, about имена по уточнённым данным""",
        ["160 people | 183 people"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), HISTORIES.values(), ids=HISTORIES)
def test_histories(text: str, expected: list[str]) -> None:
    story = tell(text)
    words = {c.id: figure_words(c) for c in story.claims}
    found = over_time(story)
    assert [" | ".join(words[key] for key in r.claims) for r in found.revisions] == expected
    last = {r.claims[-1] for r in found.revisions}
    assert found.replaced.isdisjoint(last)
    assert found.replaced >= {key for r in found.revisions for key in r.claims[:-1]}


def test_a_history_in_words() -> None:
    (revision,) = over_time(tell(HISTORIES["three figures"][0])).revisions
    assert revision.explanation == (
        "Watch first gave 120 people on 13 December 2025, then 123 people on 15 December 2025 and "
        "121 people on 16 December 2025; only the last is counted."
    )


def test_an_old_figure_that_a_later_report_repeats_is_replaced_too() -> None:
    story = tell(HISTORIES["an old figure repeated later is still the old one"][0])
    assert len(over_time(story).replaced) == 2
