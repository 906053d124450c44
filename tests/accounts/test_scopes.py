"""Which figures are taken to count some, though they do not say so. Everything is invented."""

from __future__ import annotations

import pytest

from accounts.telling import account_told
from habeas.accounts import accounts_of
from habeas.model.accounts import AssumptionKind, Decisions
from stories import tell

# Story → the figures taken to be some of another, by their words.
STORIES = {
    "one speaker counts more further down": (
        "Watch: arrest 41 people, by Georgia\nWatch: arrest 119 people, by Georgia",
        ["41"],
    ),
    "one speaker contradicts themselves in one breath": (
        "Watch: release 52 people\nWatch: release 54 people",
        [],
    ),
    "two speakers differ": ("A: release 60 people\nB: release 140 people", []),
    "another counts many times more": (
        "A: arrest 3 people, by Georgia\nB: arrest 119 people, by Georgia",
        ["3"],
    ),
    "in another report, only where it is very many times": (
        """report A, 2025-05-10
        Police: release 123 people, by Belarus
        report B, 2025-05-10
        Watch: release 1,230 people, by Belarus""",
        [],
    ),
    "a kind of people that is more than a bare number beside it": (
        "A: release 12, by Belarus\nB: release 23 women, by Belarus",
        ["12"],
    ),
    "a kind of people that is more than all people": (
        "A: release 12 people, by Belarus\nB: release 23 women, by Belarus",
        [],
    ),
    "one speaker counts more of a kind than of all people": (
        """report A, 2025-05-10
        Watch: release 284 women, by Cuba
        Watch: release 244 people, by Cuba""",
        ["244"],
    ),
    "the same, where another speaker counts all people alike": (
        """report A, 2025-05-10
        Watch: release 284 women, by Cuba
        Watch: release 244 people, by Cuba
        report B, 2025-05-10
        Lawyers: release 244 people, by Cuba""",
        [],
    ),
    "a part that says so is no such thing": (
        "A: release 52 people\nA: release 14 people, part of 52",
        [],
    ),
    "what adds to a number given before is beside it": (
        "Court: release 60 people, by Cuba\n+ release a further 25 people",
        [],
    ),
}


@pytest.mark.parametrize(("text", "expected"), STORIES.values(), ids=STORIES)
def test_figures_taken_to_be_some(text: str, expected: list[str]) -> None:
    story = tell(text)
    (account,) = accounts_of(story.reports, story.claims)
    counts = {c.id: c.count.words for c in story.claims if c.count is not None}
    parts = {c.id for c in story.claims if c.part_of is not None}
    taken = [
        counts[a.claims[-1]]
        for a in account.assumptions
        if a.kind is AssumptionKind.PART_OF and a.claims[-1] not in parts
    ]
    assert taken == expected


def test_who_rejects_it_sees_the_conflict() -> None:
    text = "A: arrest 3 people, by Georgia\nB: arrest 119 people, by Georgia"
    account = account_told(text)
    assert account.conflicts == ()
    (assumed,) = account.assumptions
    story = tell(text)
    decisions = Decisions(rejected=frozenset({assumed.id}))
    (other,) = accounts_of(story.reports, story.claims, decisions)
    assert [c.explanation for c in other.conflicts] == [
        "Figures of those arrested differ: 3 people (A) against 119 people (B)."
    ]
