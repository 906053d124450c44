"""What holds for every grouping, whatever is said. Everything here is invented."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from events.test_grouping import STORIES
from habeas.events import group_events
from stories import tell

LINES = [line.strip() for text, _ in STORIES.values() for line in text.splitlines()]
DAYS = ["", ", 2025-12-10", ", 2025-12-13", ", 2025-12-14", ", 2025-09-11", ", 2026-01-02"]
SAYINGS = sorted(
    {line for line in LINES if not line.startswith("report ") and "part of" not in line}
)
REPORTS = st.lists(
    st.tuples(st.sampled_from(DAYS), st.lists(st.sampled_from(SAYINGS), min_size=1, max_size=5)),
    min_size=1,
    max_size=6,
)


@given(REPORTS, st.integers())
def test_every_claim_is_in_one_event_whatever_the_order(
    reports: list[tuple[str, list[str]]], seed: int
) -> None:
    text = "\n".join(
        f"report R{n}{day}\n" + "\n".join(lines) for n, (day, lines) in enumerate(reports)
    )
    story = tell(text)
    events = group_events(story.reports, story.claims)
    grouped = [key for event in events for key in event.claims]
    assert sorted(grouped) == sorted({c.id for c in story.claims})
    assert len({e.id for e in events}) == len(events)
    turned, shuffled = list(story.reports), list(story.claims)
    random.Random(seed).shuffle(turned)
    random.Random(seed + 1).shuffle(shuffled)
    assert group_events(turned, shuffled) == events
