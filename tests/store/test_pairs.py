"""Persons who may be one are found without comparing all with all. All records are invented."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from habeas.model.people import Judgement, Verdict, Withdrawal
from habeas.model.restrictions import Level, Owner, RecordKind, Restriction, Role, Viewer
from habeas.people import judgement_id, resolve_people, spelling_id
from stories import Story, tell

OWNER = Owner(name="somebody")
READER = Viewer(name="reader", role=Role.READER)
NOON = datetime(2026, 1, 4, 12, tzinfo=UTC)
STORY = """report Daily Example, 2025-12-13
    release Maria Kolesnik, on 2025-12-13
    release Ivan Example, on 2025-12-13
    report Lantern, 2025-12-14
    release Мария Колесник, on 2025-12-13
    release Boris Otherman, on 2025-12-13"""
MARIA, OTHER = spelling_id("Maria Kolesnik"), spelling_id("Мария Колесник")


def keep(story: Story) -> None:
    """Put a story into the register."""
    from habeas.store import records

    for report in story.reports:
        own = [claim for claim in story.claims if claim.report == report.id]
        records.save_reading(report, report.text.encode(), own, at=NOON)


def judged(verdict: Verdict, hours: int = 0) -> Judgement:
    return Judgement(
        left=MARIA,
        right=OTHER,
        verdict=verdict,
        reason="asked her",
        by="reviewer",
        at=NOON + timedelta(hours=hours),
    )


@pytest.mark.usefixtures("store")
def test_persons_are_compared_a_few_at_a_time() -> None:
    from habeas.store.index import pairs

    keep(tell(STORY))
    assert pairs.waiting_to_be_compared() == 4
    assert pairs.pairs_to_judge(OWNER) == ()
    assert pairs.compare_waiting(3) == 1
    assert pairs.compare_waiting(9) == 0
    (pair,) = pairs.pairs_to_judge(OWNER)
    assert (pair.left, pair.right) == (min(MARIA, OTHER), max(MARIA, OTHER))
    assert pairs.pairs_of(MARIA, OWNER) == (pair,)
    weighed = pairs.weigh_pair(MARIA, OTHER, OWNER)
    assert weighed is not None
    assert weighed.match.score == pytest.approx(pair.score)
    assert {each.name for each in weighed.people} == {"Maria Kolesnik", "Мария Колесник"}
    assert pairs.weigh_pair(MARIA, "n000000000000", OWNER) is None


@pytest.mark.usefixtures("store")
def test_a_pair_that_was_judged_waits_no_more_until_that_is_withdrawn() -> None:
    from habeas.store import records
    from habeas.store.index import pairs

    keep(tell(STORY))
    pairs.compare_waiting(9)
    before = pairs.pairs_to_judge(OWNER)
    for verdict in (Verdict.DIFFERENT, Verdict.UNSURE, Verdict.SAME):
        judgement = judged(verdict)
        records.save_judgement(judgement)
        pairs.compare_waiting(9)
        assert pairs.pairs_to_judge(OWNER) == ()
        gone = Withdrawal(judgement=judgement_id(judgement), reason="no", by="reviewer", at=NOON)
        records.withdraw_judgement(gone)
        pairs.compare_waiting(9)
        assert pairs.pairs_to_judge(OWNER) == before, verdict


@pytest.mark.usefixtures("store")
def test_whoever_is_told_more_of_is_compared_again() -> None:
    from habeas.store.index import pairs

    keep(tell(STORY))
    pairs.compare_waiting(9)
    keep(tell("report Third Example, 2025-12-15\nrelease Maria Kolesnik, on 2025-12-13"))
    assert pairs.waiting_to_be_compared() == 1
    pairs.compare_waiting(9)
    assert len(pairs.pairs_to_judge(OWNER)) == 1


@pytest.mark.usefixtures("store")
def test_nobody_is_shown_beside_somebody_hidden() -> None:
    from habeas.store.index import pairs
    from habeas.store.restricting import restrict

    keep(tell(STORY))
    pairs.compare_waiting(9)
    restrict(
        Restriction(
            kind=RecordKind.PERSON,
            record=OTHER,
            level=Level.NAMED,
            readers=("somebody else",),
            reason="asked",
            by="reviewer",
            at=NOON,
        )
    )
    assert pairs.pairs_to_judge(READER) == ()
    assert pairs.pairs_of(MARIA, READER) == ()
    assert pairs.weigh_pair(MARIA, OTHER, READER) is None
    assert len(pairs.pairs_to_judge(OWNER)) == 1


def test_a_story_has_the_persons_it_names() -> None:
    assert {MARIA, OTHER} <= {person.id for person in resolve_people(tell(STORY).claims)}
