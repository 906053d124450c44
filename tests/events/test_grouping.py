"""Which claims speak of one happening. Everyone and every release here is invented.

States are real names only so that they can be recognised.
"""

from __future__ import annotations

import pytest

from habeas.events import group_events
from habeas.model.claims import Act
from stories import tell

# Story → events, each as the words of its counts; claims without a count by act.
STORIES = {
    "announced and done are one release": (
        """report A, 2025-12-13
        Ministry: pardon 123 people, announced, by Belarus
        report B, 2025-12-14
        release 123 people, by Belarus""",
        "123 123",
    ),
    "announced in January, done by March, told again in April": (
        """report A, 2025-01-15
        Ministry: release 553 people, announced, by Cuba, on 2025-01-14
        report B, 2025-03-11
        Court: release 378 people, by Cuba
        Court: release a further 175 people, by Cuba
        Court: release a total of 553 people, by Cuba
        report C, 2025-04-02
        release 553 people, by Cuba""",
        "553 378 a further 175 a total of 553 553",
    ),
    "announced in January, done by March, and no word on who freed them": (
        """report A, 2025-01-15
        Ministry: release 553 people, announced, by Cuba, on 2025-01-14
        report B, 2025-03-11
        Cuba's Court: release 553 people""",
        "553 553",
    ),
    "announced in January, and another number in March": (
        """report A, 2025-01-15
        Ministry: release 553 people, announced, by Cuba, on 2025-01-14
        report B, 2025-03-11
        Cuba's Court: release 378 people""",
        "553 | 378",
    ),
    "a running total is its own": (
        """report A, 2025-12-13
        release 123 people, by Belarus
        release more than 430 prisoners, by Belarus, on 2024-07/..""",
        "123 | more than 430",
    ),
    "one running total in two reports": (
        """report A, 2025-12-13
        release more than 430 people, by Belarus, on 2024-07/..
        report B, 2025-12-20
        release about 430 people, by Belarus, on 2024-07/..""",
        "more than 430 about 430",
    ),
    "an earlier release with its own date": (
        """report A, 2025-12-13
        release 123 people, by Belarus
        release 52 people, by Belarus, on 2025-09-11""",
        "123 | 52",
    ),
    "the earlier release is told in its own report": (
        """report A, 2025-12-13
        release 123 people, by Belarus
        release 52 people, by Belarus, on 2025-09-11
        report B, 2025-09-12
        release 52 people, by Belarus""",
        "123 | 52 52",
    ),
    "two states on one day": (
        """report A, 2025-12-13
        release 123 people, by Belarus
        report B, 2025-12-13
        release 60 people, by Cuba""",
        "123 | 60",
    ),
    "an organ of the state is the state": (
        """report A, 2025-12-13
        release 123 people, by Belarus
        report B, 2025-12-13
        pardon 123 people, by Belarusian authorities""",
        "123 123",
    ),
    "destinations do not separate": (
        """report A, 2025-12-13
        release 123 people, by Belarus
        release 9 people, by Belarus, to Lithuania
        release 114 people, by Belarus, to Ukraine""",
        "123 9 114",
    ),
    "a late report repeats the figure": (
        """report A, 2025-12-13
        release 123 people, by Belarus, on 2025-12-13
        report B, 2025-12-28
        release 123 people, by Belarus""",
        "123 123",
    ),
    "a late report with another figure stays apart": (
        """report A, 2025-12-13
        release 123 people, by Belarus, on 2025-12-13
        report B, 2025-12-28
        release 22 people, by Belarus""",
        "22 | 123",
    ),
    "an undated report repeats the figure": (
        """report A, 2025-12-13
        release 123 people, by Belarus
        report B
        release 123 people, by Belarus""",
        "123 123",
    ),
    "an undated report with nothing to tie it": (
        """report A, 2025-12-13
        release 123 people, by Belarus
        report B
        release several people, by Belarus""",
        "123 | several",
    ),
    "a figure below ten ties nothing": (
        """report A, 2025-12-13
        release 5 people, by Belarus
        report B
        release 5 people, by Belarus""",
        "5 | 5",
    ),
    "one undated report is one event": (
        """report A
        release more than 100 people, announced, by Belarus
        pardon 123 detainees, announced, by Belarus
        release several foreigners, part of 123
        release several prisoners, when earlier in the year
        hold about 1,000 people""",
        "more than 100 123 several about 1,000 | several",
    ),
    "who frees is not said, and only one did": (
        """report A, 2025-12-13
        release 123 people, by Belarus
        report B, 2025-12-14
        Ministry in Kyiv: release 114 people, about Belarus""",
        "123 114",
    ),
    "who frees is not said, and two states are named": (
        """report A, 2025-12-13
        release 123 people, by Belarus
        report B, 2025-12-13
        release 60 people, by Cuba
        report C, 2025-12-14
        Ministry: release 114 people, about Belarus and Cuba""",
        "123 | 60 | 114",
    ),
    "a statement goes with the release of its days": (
        """report A, 2025-12-13
        release 123 people, by Belarus
        report B, 2025-12-14
        hold 1,197 people, by Belarus
        release more than 430 people, by Belarus, on 2024-07/..""",
        "123 1,197 | more than 430",
    ),
    "a statement without a release stands alone": (
        """report B, 2025-12-14
        hold 1,197 people, by Belarus
        withhold, by Belarus, about the names""",
        "1,197 withhold",
    ),
    "a hoped-for release is none": (
        """report A, 2025-12-13
        release 123 people, by Belarus
        Envoy: release 50 people, expected, by Belarus""",
        "123 50",
    ),
    "a vague date joins what it repeats": (
        """report A, 2025-09-12
        release Ana Example & Ida Example, by Belarus
        report B, 2025-12-13
        release 123 people, by Belarus
        release Ana Example, by Belarus, on 2025-09""",
        "123 | release release",
    ),
    "a vague date that repeats nothing is its own": (
        """report A, 2025-09-12
        release 52 people, by Belarus
        report B, 2025-09-13
        release 20 people, by Belarus, on 2025""",
        "20 | 52",
    ),
    "dates a day apart are one release": (
        """report A, 2025-12-13
        release 123 people, by Belarus, on 2025-12-13
        report B, 2025-12-14
        release 123 people, by Belarus, on 2025-12-12""",
        "123 123",
    ),
    "an earlier release told again without its date": (
        """report A, 2025-12-13
        release 123 people, by Belarus
        release 52 people, by Belarus
        report B, 2025-12-13
        release 123 people, by Belarus
        release 52 people, by Belarus, on 2025-09-11""",
        "123 123 | 52 52",
    ),
    "those who receive do not free": (
        """report A, 2025-12-13
        release 123 people, by Belarus
        release 114 people, by Ukraine, to Ukraine""",
        "123 114",
    ),
    "over 200 so far are more than this release": (
        """report A, 2025-12-13
        release 123 people, by Belarus
        Official: release more than 200 people so far, by Belarus""",
        "123 | more than 200",
    ),
    "daily releases do not run into one another": (
        """report A, 2025-12-01
        release 11 people, by Belarus, on 2025-12-01
        report B, 2025-12-03
        release 12 people, by Belarus, on 2025-12-04
        report C, 2025-12-06
        release 13 people, by Belarus, on 2025-12-07""",
        "13 | 12 | 11",
    ),
    "a capital that acts is its state": (
        """report A, 2025-12-13
        release 123 people, by Minsk
        report B, 2025-12-14
        pardon 120 people, by Belarus""",
        "123 120",
    ),
    "a capital that receives frees nobody": (
        """report A, 2025-12-13
        release 123 people, by Belarus
        release 114 people received, by Kyiv""",
        "123 114",
    ),
    "a place is no actor": (
        """report A, 2025-12-13
        release 123 people, by Belarus, in Minsk""",
        "123",
    ),
    "what is said beside an earlier release goes with it": (
        """report A, 2025-12-13
        release 123 people, by Belarus
        release 52 people, by Belarus, on 2025-09-11
        ++ arrest Ana Example
        ++ ease-sanctions, promised, by United States, about the airline""",
        "123 | 52 arrest ease-sanctions",
    ),
    "how many are held now is of the report's days, however the paragraph began": (
        """report A, 2025-12-13
        release 123 people, by Belarus
        release 52 people, by Belarus, on 2025-09-11
        ++ hold 1,200 people""",
        "123 1,200 | 52",
    ),
    "how many were held at an earlier release is of its day": (
        """report A, 2025-12-13
        release 123 people, by Belarus
        release 52 people, by Belarus, on 2025-09-11
        + President: hold more than 1,000 people""",
        "123 | 52 more than 1,000",
    ),
    "a report that tells only of an earlier release speaks of its own days": (
        """report A, 2025-12-13
        release 123 people, by Belarus
        report B, 2025-12-14
        ease-sanctions, by United States, about potash of Belarus
        release 52 people, by Belarus, on 2025-09-11""",
        "123 ease-sanctions | 52",
    ),
    "lists of one day by one publisher are one release": (
        """report list Monitor, 2025-12-14
        release Ana Example, on 2025-12-13
        report list Monitor, 2025-12-15
        release Ida Example, on 2025-12-13""",
        "release release",
    ),
    "lists of one day by two publishers are two": (
        """report list Monitor, 2025-12-14
        release Ana Example, on 2025-12-13
        report list Watch, 2025-12-14
        release Ida Example, on 2025-12-13""",
        "release | release",
    ),
    "a list joins the release whose names it repeats": (
        """report A, 2025-12-13
        pardon 123 people, by Belarus, on 2025-12-13
        pardon Ana Example, by Belarus, on 2025-12-13
        report list Monitor, 2025-12-14
        release Ana Example, on 2025-12-13
        release Ida Example, on 2025-12-13""",
        "123 pardon release release",
    ),
}


@pytest.mark.parametrize(("text", "expected"), STORIES.values(), ids=STORIES)
def test_events(text: str, expected: str) -> None:
    story = tell(text)
    by_id = {c.id: c for c in story.claims}
    shape = " | ".join(
        " ".join(
            claim.count.words if claim.count else claim.act.value
            for claim in (by_id[key] for key in event.claims)
        )
        for event in group_events(story.reports, story.claims)
    )
    # Events of one day have no order that a reader could foresee.
    assert sorted(shape.split(" | ")) == sorted(expected.split(" | "))


def test_the_newest_event_comes_first_and_the_undated_last() -> None:
    story = tell(
        """report A
        release 77 people, by Belarus
        report B, 2025-09-11
        release 52 people, by Belarus
        report C, 2025-12-13
        release 123 people, by Belarus"""
    )
    titles = [e.title for e in group_events(story.reports, story.claims)]
    assert titles == ["Belarus: 123 people", "Belarus: 52 people", "Belarus: 77 people"]


def test_an_event_is_known_by_its_state_and_its_largest_exact_figure() -> None:
    story = tell(STORIES["one undated report is one event"][0])
    first = next(e for e in group_events(story.reports, story.claims) if len(e.claims) > 1)
    assert first.title == "Belarus: 123 detainees"
    assert first.by == "BY"
    assert first.acts == (Act.PARDON, Act.RELEASE)
    assert first.when is None


def test_a_day_of_publication_is_not_the_day_of_the_release() -> None:
    story = tell("report A, 2025-12-13\nrelease 123 people, by Belarus")
    (event,) = group_events(story.reports, story.claims)
    assert event.when is None


def test_an_event_keeps_the_days_that_all_its_dates_allow() -> None:
    story = tell(
        """report A, 2025-12-13
        release 123 people, by Belarus, on 2025-12-12/2025-12-14
        release 9 people, by Belarus, on 2025-12-13"""
    )
    (event,) = group_events(story.reports, story.claims)
    assert event.when is not None
    assert event.when.text == "2025-12-13"


def test_a_place_is_the_events_only_where_all_claims_agree() -> None:
    story = tell(STORIES["destinations do not separate"][0])
    assert group_events(story.reports, story.claims)[0].place is None
    story = tell("release 52 people, by Belarus, in Hrodna\nrelease Ana Example, in hrodna")
    assert group_events(story.reports, story.claims)[0].place == "Hrodna"
    story = tell("release 52 people, by Belarus, in Hrodna\nexile Ana Example, to Lithuania")
    assert group_events(story.reports, story.claims)[0].place == "Hrodna"


def test_no_claims_no_events() -> None:
    assert group_events((), ()) == ()


def test_claims_whose_report_is_missing_are_undated() -> None:
    story = tell("report A, 2025-12-13\nrelease 123 people, by Belarus")
    (event,) = group_events((), story.claims)
    assert event.claims == (story.claims[0].id,)
