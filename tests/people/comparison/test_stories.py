"""What a monitor would say of two spellings, a line each, and what the matcher says.

The table is `stories.tsv`; what the matcher does not tell right stands in `known.toml`.
"""

from __future__ import annotations

from collections import Counter

import pytest

from habeas.people.comparison import THRESHOLD, compare_many, compare_names
from people.comparison.stories import (
    DIFFERENT,
    LOOK,
    SAME,
    Story,
    all_stories,
    cultures,
    is_told_right,
    known_failures,
    what_is_said,
)

MOST_KNOWN = 0.1
"""Largest share of the stories that may wait in `known.toml`."""

STORIES = all_stories()
KNOWN = known_failures()


def marks_of(story: Story) -> list[pytest.MarkDecorator]:
    """A strict mark of failure for what is known to go wrong."""
    if story.names not in KNOWN:
        return []
    return [pytest.mark.xfail(strict=True, reason=KNOWN[story.names])]


@pytest.mark.parametrize(
    "story", [pytest.param(s, id=f"{s.names} | {s.verdict}", marks=marks_of(s)) for s in STORIES]
)
def test_the_matcher_says_what_a_monitor_would(story: Story) -> None:
    assert is_told_right(story), what_is_said(story)


def test_the_table_is_wide_enough() -> None:
    assert len(STORIES) >= 140
    assert len(cultures()) >= 12
    counts = Counter(story.verdict for story in STORIES)
    assert set(counts) == {SAME, DIFFERENT, LOOK}
    assert min(counts.values()) >= 20


def test_no_pair_is_told_twice() -> None:
    pairs = Counter(frozenset((story.left, story.right)) for story in STORIES)
    assert [sorted(pair) for pair, count in pairs.items() if count > 1] == []


def test_what_is_known_to_fail_is_in_the_table() -> None:
    assert set(KNOWN) <= {story.names for story in STORIES}
    assert len(KNOWN) <= MOST_KNOWN * len(STORIES)


def test_a_vetoed_pair_is_never_called_one_name() -> None:
    matches = [compare_names(story.left, story.right) for story in STORIES]
    assert [m for m in matches if m.veto is not None and m.probability >= THRESHOLD] == []


def test_changing_sides_changes_no_verdict() -> None:
    lefts, rights = [s.left for s in STORIES], [s.right for s in STORIES]
    assert compare_many(lefts, rights).tolist() == compare_many(rights, lefts).tolist()
