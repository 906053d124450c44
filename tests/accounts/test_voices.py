"""Whose account a claim is. Everyone here is invented."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.accounts import accounts_of
from habeas.accounts.voices import is_unsourced, voices_of
from habeas.model.accounts import Decisions
from habeas.model.claims import Act, Claim, Speaker, SpeakerKind, Stance
from habeas.model.reports import Passage
from habeas.people.short_names import fullest_names
from habeas.reports.copies import find_copies
from stories import Story, tell

NAMES = {
    "a surname": (["Coale", "John Coale"], ["John Coale", "John Coale"]),
    "an article": (["the Ministry", "Ministry"], ["the Ministry", "the Ministry"]),
    "an unnamed one": (
        ["an unnamed US official", "a US official"],
        ["an unnamed US official", "an unnamed US official"],
    ),
    "two fuller forms": (
        ["Example", "Ida Example", "Leo Example"],
        ["Example", "Ida Example", "Leo Example"],
    ),
    "a form in between": (
        ["Example", "Ida Example", "Ida Maria Example"],
        ["Ida Maria Example"] * 3,
    ),
    "somebody's somebody": (["Viasna", "Viasna's lawyer"], ["Viasna", "Viasna's lawyer"]),
    "an office with its name": (
        ["President Gitanas Example", "Gitanas Example"],
        ["President Gitanas Example"] * 2,
    ),
    "an envoy is not all officials": (
        ["the U.S. envoy", "U.S. officials"],
        ["the U.S. envoy", "U.S. officials"],
    ),
    "an envoy in full": (
        ["the envoy", "the U.S. envoy", "the U.S. special envoy"],
        ["the U.S. special envoy"] * 3,
    ),
    "nobody": ([], []),
}


@pytest.mark.parametrize(("names", "full"), NAMES.values(), ids=NAMES)
def test_a_short_name_is_told_in_full(names: list[str], full: list[str]) -> None:
    found = fullest_names(names)
    assert [found[name] for name in names] == full


UNSOURCED = {None: True, "said": False, "announced": False, "welcomes": True, "condemned": True}


@pytest.mark.parametrize(("cue", "expected"), UNSOURCED.items(), ids=map(str, UNSOURCED))
def test_who_reacts_has_counted_nobody(cue: str | None, *, expected: bool) -> None:
    speaker = Speaker(name="Monitor", kind=SpeakerKind.RIGHTS_GROUP, cue=cue or "")
    claim = Claim(
        id="c",
        report="r",
        act=Act.PARDON,
        stance=Stance.REPORTED,
        passage=Passage(report="r", exact="x", prefix="", suffix="", start=0, end=1),
        speakers=() if cue is None else (speaker,),
    )
    assert is_unsourced(claim) is expected


BODY = """
meet the families in the towns from which the others had been taken all those years ago
meet nobody who would say what had been promised in return or who would be next to walk out
meet an envoy who has been staying in the capital since early in the week and does not speak
"""


def copied(*lines: str) -> Story:
    """Papers that print one long text below a line of their own."""
    papers = (f"report Paper {at}, 2025-12-1{at}\n{line}{BODY}" for at, line in enumerate(lines))
    return tell("\n".join(papers))


def voices_in(story: Story, apart: frozenset[frozenset[str]] = frozenset()) -> list[str]:
    """The voices of the first claims of all reports."""
    decisions = Decisions(copies=find_copies(story.reports), apart=apart)
    reports = {report.id: report for report in story.reports}
    found = voices_of(story.claims, reports, None, decisions)
    firsts = {claim.report: claim for claim in reversed(story.claims)}
    return [found[firsts[report.id].id] for report in story.reports]


COPIES = {
    "the same line": (["release 9 people"] * 3, 1),
    "a line set in other words of the same": (
        ["release 9 people to Arden", "release 9 people, to Arden"],
        1,
    ),
    "an update": (["release 9 people", "release 12 people"], 2),
    "an update and a copy of it": (
        ["release 9 people", "release 12 people", "release 12 people"],
        2,
    ),
}


@pytest.mark.parametrize(("lines", "voices"), COPIES.values(), ids=COPIES)
def test_only_what_stands_in_both_copies_is_one_voice(lines: list[str], voices: int) -> None:
    assert len(set(voices_in(copied(*lines)))) == voices


def test_a_person_may_say_that_two_reports_are_no_copies() -> None:
    story = copied("release 9 people", "release 9 people", "release 9 people")
    apart = frozenset(frozenset((story.reports[0].id, other.id)) for other in story.reports[1:]) | {
        frozenset(report.id for report in story.reports[1:])
    }
    assert len(set(voices_in(story))) == 1
    assert len(set(voices_in(story, frozenset(apart)))) == 3


@given(st.integers(1, 12), st.integers(1, 3), st.randoms(use_true_random=False))
def test_printing_a_story_again_adds_no_voice(times: int, others: int, draw: random.Random) -> None:
    wire = [
        f"report Paper {at}, 2025-12-13\nrelease 52 people held for what they wrote in a paper"
        for at in range(times)
    ]
    own = [
        f"report Watch {at}, 2025-12-13\nWatcher {at}: release 52 people" for at in range(others)
    ]
    blocks = wire + own
    draw.shuffle(blocks)
    story = tell("\n".join(blocks))
    (account,) = accounts_of(story.reports, story.claims)
    # Who names no source confirms nothing beside those who are named.
    assert {figure.voices for figure in account.figures} == {others}
