"""Who is in custody on a day. Everyone here is invented."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from habeas.events import custody_on, custody_over, settle_custody, turning_days
from habeas.events.custody import CustodyStep
from habeas.model.claims import Act
from habeas.model.dates import EdtfDate
from habeas.model.events import Custody
from habeas.people import resolve_people
from stories import tell

STORIES = {
    "nothing is reported": ("", "2025-01-01", "unknown"),
    "an arrest holds": ("arrest 2024-05-02", "2024-05-02", "held"),
    "the day before the arrest": ("arrest 2024-05-02", "2024-05-01", "unknown"),
    "a release frees": ("arrest 2024-05-02; release 2025-03-01", "2025-03-01", "free"),
    "the day before the release": ("arrest 2024-05-02; release 2025-03-01", "2025-02-28", "held"),
    "a rearrest holds again": (
        "arrest 2024-05-02; release 2025-03-01; rearrest 2025-03-04",
        "2025-04-01",
        "held",
    ),
    "a late year cannot be ordered": ("arrest 2024; release 2024-06", "2025-01-01", "unknown"),
    "a sharper date settles the year": (
        "arrest 2024; arrest 2024-05-02; release 2024-06",
        "2025-01-01",
        "free",
    ),
    "an arrest and a release on one day": (
        "arrest 2024-05-02; release 2024-05-02",
        "2025-01-01",
        "unknown",
    ),
    "within an imprecise month": ("arrest 2024-05", "2024-05-15", "unknown"),
    "after an imprecise month": ("arrest 2024-05", "2024-05-31", "held"),
    "announced is not done": (
        "arrest 2024; Ministry: release announced 2025",
        "2026-01-01",
        "held",
    ),
    "promised is not done": ("arrest 2024; release promised 2025-02", "2026-01-01", "held"),
    "a sentence alone holds nobody": ("sentence 2024-05-02", "2025-01-01", "unknown"),
    "a sentence changes nothing": ("arrest 2024; sentence 2024-05", "2025-01-01", "held"),
    "out of the country is out of custody": ("arrest 2024; exile 2025-02", "2025-03-01", "free"),
    "conditions do not hold": ("arrest 2024; conditional-release 2025-02", "2025-03-01", "free"),
    "nobody knows after a disappearance": (
        "arrest 2024; disappear 2025-02",
        "2025-03-01",
        "unknown",
    ),
    "a death is neither": ("arrest 2024; die 2025-02", "2025-03-01", "unknown"),
    "two voices contradict": (
        "Ministry: release 2025-03-01; Family: hold 2025-04-01",
        "2025-05-01",
        "disputed",
    ),
    "one voice tells a sequence": (
        "Family: release 2025-03-01; Family: hold 2025-04-01",
        "2025-05-01",
        "held",
    ),
    "between the two": (
        "Ministry: release 2025-03-01; Family: hold 2025-04-01",
        "2025-03-15",
        "free",
    ),
    "a rearrest explains it": (
        "Ministry: release 2025-03-01; Family: rearrest 2025-03-09; Family: hold 2025-04-01",
        "2025-05-01",
        "held",
    ),
    "a later release ends the dispute": (
        "Ministry: release 2025-03-01; Family: hold 2025-04-01; Family: release 2025-06-01",
        "2025-07-01",
        "free",
    ),
    "a release denied": (
        "arrest 2024; Ministry: release 2025-03-01; Family: release denied 2025-03",
        "2025-05-01",
        "disputed",
    ),
    "a denial alone says nothing": ("release denied 2025-03", "2025-05-01", "unknown"),
    "held since": ("hold 2020-06/..", "2023-01-01", "held"),
    "held until": ("hold 2016/2018", "2020-01-01", "unknown"),
    "held during": ("hold 2016/2018", "2017-06-01", "held"),
}


@pytest.mark.parametrize(("steps", "day", "expected"), STORIES.values(), ids=STORIES)
def test_custody(steps: str, day: str, expected: str) -> None:
    lines = [_line(step.strip()) for step in steps.split(";") if step.strip()]
    claims = tell("\n".join(["meet Ana Example", *lines])).claims
    people = resolve_people(claims)
    assert custody_on(date.fromisoformat(day), claims, people) == {people[0].id: expected}


def _line(step: str) -> str:
    """`Ministry: release announced 2025` → a claim about Ana Example."""
    speaker, colon, rest = step.rpartition(": ")
    act, *stance, when = rest.split()
    return f"{speaker}{colon}{act} Ana Example, {''.join(f'{s}, ' for s in stance)}on {when}"


def test_an_undated_release_has_happened_when_its_report_appears() -> None:
    story = tell(
        """report A, 2025-12-13
        release Ana Example
        hold Ana Example, for treason
        report B, 2021-08-01
        arrest Ana Example, on 2021-07"""
    )
    people = resolve_people(story.claims)
    asked = {"2021-09-01": "held", "2025-12-09": "held", "2025-12-13": "free"}
    for day, expected in asked.items():
        found = custody_on(date.fromisoformat(day), story.claims, people, reports=story.reports)
        assert found == {people[0].id: expected}
    known = custody_on(
        date(2026, 1, 1), story.claims, people, date(2025, 1, 1), reports=story.reports
    )
    assert known == {people[0].id: Custody.HELD}
    blind = custody_on(date(2026, 1, 1), story.claims, people)
    assert blind == {people[0].id: Custody.UNKNOWN}


DATES = st.sampled_from(
    ["2024", "2024-05", "2024-06", "2024-05-02", "2024-05-20", "2025", "2025-01", "2025-01-09"]
).map(EdtfDate.parse)
ACTS = st.sampled_from([Act.ARREST, Act.RELEASE, Act.REARREST, Act.EXILE, Act.HOLD])
DAYS = st.dates(date(2023, 12, 1), date(2026, 2, 1))


@st.composite
def steps(draw: st.DrawFn, *, least: int = 0) -> list[CustodyStep]:
    told = draw(st.lists(st.tuples(ACTS, DATES), min_size=least, max_size=5))
    return [
        CustodyStep(claim=f"c{n}", act=act, earliest=d.earliest, latest=d.latest, voice="one")
        for n, (act, d) in enumerate(told)
    ]


@given(steps(), DAYS, st.randoms(use_true_random=False))
def test_the_order_of_what_is_said_changes_nothing(
    said: list[CustodyStep], day: date, random: object
) -> None:
    shuffled = list(said)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert settle_custody(day, said) is settle_custody(day, shuffled)


def _holds_days_of(step: CustodyStep, other: CustodyStep) -> bool:
    """True where another step of the same effect has its days inside this one's."""
    days, within = (step.earliest, step.latest), (other.earliest, other.latest)
    if step.leaves is not other.leaves or days == within or None in days or None in within:
        return False
    return step.earliest <= other.earliest and other.latest <= step.latest  # type: ignore[operator]


@given(steps(least=1), DAYS, st.data())
def test_a_sharper_date_never_overturns_a_certain_answer(
    said: list[CustodyStep], day: date, data: st.DataObject
) -> None:
    before = settle_custody(day, said)
    # "2024" beside "May 2024" is read as the same arrest; "1 July" would tell of another
    # one, which is news and not a sharper date of what was known.
    alone = [n for n, s in enumerate(said) if not any(_holds_days_of(s, other) for other in said)]
    assume(alone)
    at = data.draw(st.sampled_from(alone))
    step = said[at]
    assert step.earliest is not None
    assert step.latest is not None
    sharp = data.draw(st.dates(step.earliest, step.latest))
    sharper = [*said]
    sharper[at] = CustodyStep(
        claim=step.claim, act=step.act, earliest=sharp, latest=sharp, voice=step.voice
    )
    if before in (Custody.HELD, Custody.FREE):
        # UNKNOWN where the date told two happenings apart that one span had made one.
        assert settle_custody(day, sharper) in (before, Custody.UNKNOWN)


@given(steps(), DAYS)
def test_one_voice_never_disputes_itself(said: list[CustodyStep], day: date) -> None:
    assert settle_custody(day, said) is not Custody.DISPUTED


@pytest.mark.parametrize("story", STORIES)
def test_counts_over_time_are_those_of_each_day(story: str) -> None:
    lines = [_line(step.strip()) for step in STORIES[story][0].split(";") if step.strip()]
    claims = tell("\n".join(["meet Ana Example", *lines])).claims
    people = resolve_people(claims)
    days = [date(2015, 12, 31) + timedelta(days=10 * n) for n in range(400)]
    counts = custody_over(days, claims, people)
    for day, count in zip(days, counts, strict=True):
        assert count == Counter(custody_on(day, claims, people).values())
    if turning_days(claims, people) is None:
        assert all(count == {Custody.UNKNOWN: 1} for count in counts)
