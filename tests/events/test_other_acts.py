"""Which reports of no release speak of one happening. Everything here is invented."""

from __future__ import annotations

import pytest

from habeas.events import group_events
from stories import tell

# Story → events, in no order, each as the words of its counts in order.
STORIES = {
    "a mass arrest in two papers": (
        """report A, 2025-05-10
        Police: arrest 1,200 people, by Georgia, on 2025-05-09
        report B, 2025-05-11
        Watch: arrest over 2,000 people, by Georgia""",
        "1,200 over 2,000",
    ),
    "arrests of two states": (
        """report A, 2025-05-10
        arrest 40 people, by Georgia
        report B, 2025-05-10
        arrest 60 people, by Belarus""",
        "60 | 40",
    ),
    "arrests a month apart": (
        """report A, 2025-05-10
        arrest 40 people, by Georgia
        report B, 2025-06-10
        arrest 60 people, by Georgia""",
        "60 | 40",
    ),
    "an arrest and a sentence": (
        """report A, 2025-05-10
        arrest 40 people, by Georgia
        report B, 2025-05-10
        sentence 12 people, by Georgia""",
        "40 | 12",
    ),
    "a series of daily reports is no one event": (
        "\n".join(
            f"report D{day}, 2025-05-{day:02}\narrest {day} people, by Georgia"
            for day in range(1, 29, 4)
        ),
        "25 | 17 21 | 9 13 | 1 5",
    ),
    "nobody says which state": (
        """report A, 2025-05-10
        arrest 40 people
        report B, 2025-05-10
        arrest 60 people""",
        "60 | 40",
    ),
    "a stock told twice in a week": (
        """report A, 2025-05-10
        Watch: hold 1,197 people, by Belarus
        report B, 2025-05-14
        Families: hold about 1,200 people, by Belarus""",
        "1,197 about 1,200",
    ),
}


@pytest.mark.parametrize(("text", "expected"), STORIES.values(), ids=STORIES)
def test_events(text: str, expected: str) -> None:
    story = tell(text)
    words = {c.id: c.count.words for c in story.claims if c.count is not None}
    events = group_events(story.reports, story.claims)
    told = {" ".join(words[key] for key in event.claims) for event in events}
    assert told == set(expected.split(" | "))


def test_the_day_is_that_of_the_figures_where_they_tell_one() -> None:
    story = tell(STORIES["a mass arrest in two papers"][0])
    (event,) = group_events(story.reports, story.claims)
    assert event.when is not None
    assert (event.when.text, event.by) == ("2025-05-09", "GE")
