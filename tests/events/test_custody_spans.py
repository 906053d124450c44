"""Custody over time, and what it rests on. Everyone here is invented."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from events.test_custody import STORIES, _line
from habeas.events import custody_on
from habeas.events.custody_spans import custody_and_why, custody_spans
from habeas.model.claims import Claim
from habeas.model.events import Custody
from habeas.model.people import Person
from habeas.people import resolve_people
from stories import tell


def told(story: str) -> tuple[tuple[Claim, ...], Person]:
    """Return the claims of `act day; act day` about somebody, and them."""
    lines = [_line(step.strip()) for step in story.split(";") if step.strip()]
    claims = tell("\n".join(["meet Ana Example", *lines])).claims
    (person,) = resolve_people(claims)
    return claims, person


@pytest.mark.parametrize("story", STORIES)
def test_spans_say_of_each_day_what_is_said_of_that_day(story: str) -> None:
    claims, person = told(STORIES[story][0])
    spans = custody_spans(person, claims)
    for before, after in pairwise(spans):
        assert before.last == after.first - timedelta(days=1)
        assert before.custody is not after.custody
    for span in spans:
        for day in {span.first, span.last or span.first + timedelta(days=900)}:
            assert custody_on(day, claims, [person]) == {person.id: span.custody}
    assert not spans or spans[-1].last is None


REASONS = {
    "the last of two": ("arrest 2024-05-02; release 2025-03-01", "2025-04-01", "free", [1]),
    "the arrest before the release": ("arrest 2024-05-02; release 2025", "2024-06-01", "held", [0]),
    "two who say the same": (
        "One: arrest 2024-05-02; Two: arrest 2024-05-02",
        "2024-06-01",
        "held",
        [0, 1],
    ),
    "two who contradict each other": (
        "One: release 2024-05-02; Two: release denied 2024-05-02",
        "2024-06-01",
        "disputed",
        [0, 1],
    ),
    "nothing yet": ("arrest 2024-05-02", "2024-01-01", "unknown", []),
}


@pytest.mark.parametrize(("story", "day", "custody", "behind"), REASONS.values(), ids=REASONS)
def test_an_answer_names_the_claims_behind_it(
    story: str, day: str, custody: str, behind: list[int]
) -> None:
    claims, person = told(story)
    answer = custody_and_why(date.fromisoformat(day), person, claims)
    assert answer.custody == Custody(custody)
    assert [claims[at + 1].id for at in behind] == list(answer.claims)
