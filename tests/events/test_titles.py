"""How an event is called. Everyone in the stories is invented."""

from __future__ import annotations

import pytest

from habeas.events import group_events
from stories import tell

TITLES = {
    "a list, by who keeps it": (
        """report list Monitor, 2025-12-14
        release Ana Example & Ida Example & Leo Example, on 2025-12-13""",
        "3 people on a list of Monitor",
    ),
    "two lists": (
        """report list Monitor, 2025-12-14
        release Ana Example, on 2025-12-13
        report list Monitor, 2025-12-15
        release Ida Example, on 2025-12-13""",
        "2 people on lists of Monitor",
    ),
    "one row": (
        "report list Monitor, 2025-12-14\nrelease Ana Example, on 2025-12-13",
        "1 person on a list of Monitor",
    ),
    "a figure of people whom nobody describes": (
        "release 8, by Belarus",
        "Belarus: 8 people",
    ),
    "few names in a report": ("release Ana Example, by Belarus", "Belarus: Ana Example"),
    "many names in a report": (
        "release Ana Example & Ida Example & Leo Example, by Belarus",
        "Belarus: 3 people named",
    ),
}


@pytest.mark.parametrize(("text", "expected"), TITLES.values(), ids=TITLES)
def test_titles(text: str, expected: str) -> None:
    story = tell(text)
    assert [e.title for e in group_events(story.reports, story.claims)] == [expected]
