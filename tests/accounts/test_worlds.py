"""Invented worlds: the same from a seed, their errors as many as asked, all else true."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.accounts.populations import population_of
from habeas.accounts.solving import System
from habeas.accounts.voices import voices_of
from habeas.accounts.worlds import World, make_world
from habeas.accounts.worlds.answers import statements_of
from habeas.accounts.worlds.sayings import original_sayings
from habeas.accounts.worlds.telling import tell_world
from habeas.accounts.worlds.words import allows, say
from habeas.events import group_events
from habeas.events.actors import acting_state

SEEDS = st.integers(min_value=0, max_value=10_000)


def small(seed: int, wrong: float = 0.2) -> World:
    return make_world(events=4, claims=20, wrong=wrong, seed=seed)


@given(SEEDS)
def test_a_seed_makes_one_world(seed: int) -> None:
    assert small(seed) == small(seed)
    assert small(seed).happenings != small(seed + 1).happenings


@given(SEEDS, st.sampled_from([0.0, 0.06, 0.2]))
def test_the_share_asked_for_is_wrong(seed: int, wrong: float) -> None:
    world = small(seed, wrong)
    spoken = [s for h in world.happenings for s in h.sayings if s.outlet is None]
    assert len(spoken) == 4 * original_sayings(20)
    assert sum(s.is_wrong for s in spoken) == round(wrong * len(spoken))


@given(SEEDS)
def test_a_saying_is_wrong_where_something_went_wrong_and_true_elsewhere(seed: int) -> None:
    for happening in small(seed).happenings:
        for saying in happening.sayings:
            assert saying.truth == happening.people.count(saying.selection) > 0
            assert saying.is_wrong == (saying.error is not None)


@given(SEEDS)
def test_a_speaker_counts_a_group_once_and_outlets_repeat_speakers(seed: int) -> None:
    for happening in small(seed).happenings:
        spoken = {(s.speaker, s.selection): s for s in happening.sayings if s.outlet is None}
        repeated = [s for s in happening.sayings if s.outlet is not None]
        assert len(spoken) + len(repeated) == len(happening.sayings) == 20
        for saying in repeated:
            assert spoken[saying.speaker, saying.selection].quantity == saying.quantity


@given(SEEDS)
def test_without_errors_the_truth_satisfies_every_statement(seed: int) -> None:
    for happening in small(seed, 0).happenings:
        stated = statements_of(happening)
        system = System(happening.people.attributes, stated)
        assert system.is_consistent()
        selections = [one.selection for one in stated]
        for selection, bounds in zip(selections, system.bounds(selections), strict=True):
            truth = happening.people.count(selection)
            assert bounds.low <= truth
            assert bounds.high is None or truth <= bounds.high


@given(st.integers(min_value=1, max_value=30_000), SEEDS)
def test_words_are_true_of_the_number_they_are_made_for(number: int, seed: int) -> None:
    said = say(number, random.Random(seed))
    assert allows(said, number)
    assert said.words


@given(SEEDS)
def test_told_in_words_a_group_is_read_as_it_was_meant(seed: int) -> None:
    world = small(seed)
    for happening, telling in zip(world.happenings, tell_world(world), strict=True):
        for saying, claim in zip(happening.sayings, telling.claims, strict=True):
            meant = tuple((name, next(iter(values))) for name, values in saying.selection)
            assert population_of(claim, acting_state(claim.by)) == meant


def test_told_in_reports_a_speaker_is_one_voice() -> None:
    world = make_world(events=1, claims=2_000, wrong=0, seed=7)
    (happening,), (telling,) = world.happenings, tell_world(world)
    reports = {report.id: report for report in telling.reports}
    voices = voices_of(telling.claims, reports, acting_state(telling.claims[0].by))
    pairs = {
        (saying.speaker, voices[claim.id])
        for saying, claim in zip(happening.sayings, telling.claims, strict=True)
    }
    assert len(pairs) == len({speaker for speaker, _ in pairs}) == len({v for _, v in pairs})


def test_told_in_reports_an_event_is_one_event() -> None:
    tellings = tell_world(make_world(events=25, claims=12, wrong=0.1, seed=5))
    events = group_events(
        [report for told in tellings for report in told.reports],
        [claim for told in tellings for claim in told.claims],
    )
    assert {frozenset(event.claims) for event in events} == {
        frozenset(claim.id for claim in told.claims) for told in tellings
    }


@given(SEEDS)
def test_every_claim_rests_on_its_words(seed: int) -> None:
    for telling in tell_world(small(seed)):
        texts = {report.id: report.text for report in telling.reports}
        for claim in telling.claims:
            passage = claim.passage
            assert texts[claim.report][passage.start : passage.end] == passage.exact
            assert claim.count is not None
            assert claim.count.words in passage.exact


@pytest.mark.parametrize(
    ("events", "claims", "wrong"), [(0, 40, 0.1), (3, 0, 0.1), (3, 40, -0.1), (3, 40, 1.1)]
)
def test_a_world_that_cannot_be_is_refused(events: int, claims: int, wrong: float) -> None:
    with pytest.raises(ValueError, match=r"a world|the share"):
        make_world(events=events, claims=claims, wrong=wrong, seed=1)
