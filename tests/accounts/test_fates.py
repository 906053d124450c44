"""Released is not free. Everyone here is invented."""

from __future__ import annotations

import pytest

from habeas.accounts.fates import fates_of
from stories import tell

FATES = {
    "a plain release": ("release Ana Example, by Belarus", []),
    "deported": ("Monitor: exile Ana Example", ["deported (Monitor)"]),
    "deported to a state": (
        "Monitor: exile Ana Example, to Lithuania",
        ["deported to Lithuania (Monitor)"],
    ),
    "a release abroad": (
        "Monitor: release Ana Example, by Belarus, to Lithuania",
        ["taken to Lithuania (Monitor)"],
    ),
    "a release at home": ("Monitor: release Ana Example, by Belarus, in Belarus", []),
    "a release in a town": ("Monitor: release Ana Example, by Belarus, in Hrodna", []),
    "a deportation tells the destination": (
        """Monitor: release Ana Example, to Lithuania
        Watch: exile Ana Example, to Lithuania
        Watch: exile Ana Example""",
        ["deported to Lithuania (Watch)"],
    ),
    "two destinations stand side by side": (
        """Monitor: exile Ana Example, to Lithuania
        Watch: exile Ana Example, to Poland""",
        ["deported to Lithuania (Monitor)", "deported to Poland (Watch)"],
    ),
    "on conditions": (
        "report Daily\nconditional-release Ana Example",
        ["released on conditions (Daily)"],
    ),
    "exchanged": ("Monitor: exchange Ana Example", ["exchanged (Monitor)"]),
}


@pytest.mark.parametrize(("text", "expected"), FATES.values(), ids=FATES)
def test_what_became_of_her(text: str, expected: list[str]) -> None:
    story = tell(text)
    found = fates_of(story.claims, "BY", {r.id: r for r in story.reports})
    assert [f.explanation for f in found] == expected
    assert all(f.claims for f in found)


def test_where_nobody_says_who_frees_a_place_is_no_destination() -> None:
    story = tell("release Ana Example, in Lithuania\nexile Ana Example, to Poland")
    found = fates_of(story.claims, None, {})
    assert [f.explanation for f in found] == ["deported to Poland (the report)"]
