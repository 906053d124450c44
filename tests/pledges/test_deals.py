"""Deals: what speakers tie together, or deny to be tied. Everything in them is invented."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.identity import tie_id
from habeas.claims.tied_sides import acts_in
from habeas.events import group_events
from habeas.model.claims import Speaker, SpeakerKind
from habeas.model.pledges import Deal, LinkKind, Tie, TieKind, TieSide
from habeas.pledges import (
    chain_of,
    conditions_met,
    deals_of,
    pledges_of,
    state_on,
    timeline_of,
)
from habeas.pledges.arrange import arrange
from stories import Story, tell

TWO_SIDES = """report A, 2031-05-04
    release 52 people, by Ruritania, on 2031-05-04
    ease-sanctions, promised, by Norland, about sanctions on the airline
    ease-sanctions, promised, by Norland, about sanctions on timber"""


def tied(story: Story, *lines: str) -> tuple[Tie, ...]:
    """`Speaker says A for B` or `Speaker denies A for B`: the sides as words of the story's lines.

    A side in brackets is no claim: `(the release of 52 people)`; `-` is left out.
    """
    return tuple(_tie(story, line) for line in lines)


def _tie(story: Story, line: str) -> Tie:
    verb = " denies " if " denies " in line else " says "
    who, _, sides = line.partition(verb)
    given_words, _, got_words = sides.partition(" for ")
    passage = story.claims[0].passage
    return Tie(
        id=tie_id(passage, line),
        report=story.reports[-1].id,
        kind=TieKind.DENIED if verb == " denies " else TieKind.ASSERTED,
        cue="in exchange for",
        given=_side(story, given_words),
        got=_side(story, got_words),
        speakers=(Speaker(name=who, kind=SpeakerKind.UNKNOWN, cue="said"),),
        passage=passage,
    )


def _side(story: Story, words: str) -> TieSide:
    if words == "-":
        return TieSide(words=None)
    if words.startswith("("):
        return TieSide(words=words[1:-1], acts=acts_in(words))
    claim = story.claim(words)
    return TieSide(words=words, acts=(claim.act,), claims=(claim.id,))


def deals(story: Story, ties: Sequence[Tie], rejected: tuple[str, ...] = ()) -> tuple[Deal, ...]:
    events = group_events(story.reports, story.claims)
    return deals_of(events, pledges_of(story.claims), ties, story.claims, rejected=rejected)


# Ties → each deal: how many releases and pledges, and who says and denies it.
STORIES = {
    "nobody ties anything": ((), ""),
    "somebody says so": (
        ("Envoy says 52 people for airline",),
        "1 release, 1 pledge: said by Envoy",
    ),
    "somebody denies it": (
        ("Envoy denies 52 people for airline",),
        "1 release, 1 pledge: denied by Envoy",
    ),
    "side by side": (
        ("Envoy says 52 people for airline", "Ministry denies 52 people for airline"),
        "1 release, 1 pledge: said by Envoy, denied by Ministry",
    ),
    "two pledges for one release": (
        ("Envoy says 52 people for airline", "Envoy says timber for 52 people"),
        "1 release, 2 pledges: said by Envoy, said by Envoy",
    ),
    "words that speak of a release with its figure": (
        ("Envoy says airline for (the release of 52 people)",),
        "1 release, 1 pledge: said by Envoy",
    ),
    "a figure that no release has": (
        ("Envoy says airline for (the release of 60 people)",),
        "0 releases, 1 pledge: said by Envoy",
    ),
    "words that speak of a promise": (
        ("Envoy says 52 people for (the lifting of sanctions on timber)",),
        "1 release, 1 pledge: said by Envoy",
    ),
    "in return for what was told before": (
        ("Envoy says timber for -",),
        "1 release, 1 pledge: said by Envoy",
    ),
}


@pytest.mark.parametrize(("lines", "expected"), STORIES.values(), ids=STORIES)
def test_deals(lines: tuple[str, ...], expected: str) -> None:
    story = tell(TWO_SIDES)
    told = []
    for deal in deals(story, tied(story, *lines)):
        sides = [_counted(len(deal.events), "release"), _counted(len(deal.pledges), "pledge")]
        said = {TieKind.ASSERTED: "said", TieKind.DENIED: "denied"}
        by = [f"{said[tie.kind]} by {tie.speakers[0].name}" for tie in deal.ties]
        told.append(f"{', '.join(sides)}: {', '.join(by)}")
    assert "; ".join(told) == expected


def _counted(number: int, one: str) -> str:
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


def test_two_deals_that_share_nothing_stay_two() -> None:
    story = tell(
        TWO_SIDES
        + """
        report B, 2031-09-04
        release 14 people, by Ruritania, on 2031-09-04"""
    )
    ties = tied(story, "Envoy says 52 people for airline", "Envoy says 14 people for timber")
    assert [(len(d.events), len(d.pledges)) for d in deals(story, ties)] == [(1, 1), (1, 1)]


def test_a_rejected_link_ties_nothing() -> None:
    story = tell(TWO_SIDES)
    ties = tied(story, "Envoy says airline for (the release of 52 people)")
    (deal,) = deals(story, ties)
    (link,) = deal.links
    assert link.kind is LinkKind.IS_MEANT
    assert link.reason.endswith("that release is told with the same figure.")
    (left,) = deals(story, ties, rejected=(link.id,))
    assert (left.events, left.pledges, left.links) == ((), deal.pledges, ())


def test_a_release_with_its_figure_meets_the_condition_until_that_is_rejected() -> None:
    story = tell(
        """report A, 2031-05-01
        Envoy: ease-sanctions, promised, by Norland, about timber, if 52 people are freed
        report B, 2031-05-09
        release 52 people, by Ruritania, on 2031-05-08"""
    )
    found = arrange(story.reports, story.claims, ())
    (chain,) = found.chains
    (link,) = found.met
    assert "is taken to be met by the release of 52" in link.reason
    days = [date(2031, 5, day) for day in (7, 8)]
    assert [state_on(day, chain).state for day in days] == ["conditional", "promised"]
    without = arrange(story.reports, story.claims, (), rejected=(link.id,))
    assert state_on(days[1], without.chains[0]).state == "conditional"


@pytest.mark.parametrize(
    "release",
    [
        "release 60 people, by Ruritania, on 2031-05-08",
        "release 52 people, announced, by Ruritania, on 2031-05-08",
        "hold 52 people",
    ],
)
def test_nothing_else_meets_it(release: str) -> None:
    story = tell(
        f"""report A, 2031-05-01
        Envoy: ease-sanctions, promised, by Norland, about timber, if 52 people are freed
        report B, 2031-05-09
        {release}"""
    )
    events = group_events(story.reports, story.claims)
    assert conditions_met(pledges_of(story.claims), events, story.claims) == ()


def test_the_time_line_leaves_out_what_came_later_and_keeps_what_is_due() -> None:
    story = tell(
        """report A, 2031-05-04
        release 52 people, by Ruritania, on 2031-05-04
        ease-sanctions, promised, by Norland, about the airline within 30 days
        report B, 2031-07-01
        ease-sanctions, by Norland, about the airline"""
    )
    found = arrange(
        story.reports, story.claims, tied(story, "Envoy says 52 people for airline within")
    )
    (deal,) = found.deals
    kinds = [line.kind for line in timeline_of(deal, found.told, date(2031, 6, 30))]
    assert kinds == ["reported", "promised", "overdue"]
    kinds = [line.kind for line in timeline_of(deal, found.told)]
    assert kinds == ["reported", "promised", "due", "delivered", "asserted"]


LINES = [
    f"{who}{verb}{sides}"
    for who in ("Envoy", "Ministry")
    for verb in (" says ", " denies ")
    for sides in (
        "52 people for airline",
        "timber for 52 people",
        "(the release of 52 people) for airline",
        "timber for -",
        "14 people for -",
    )
]
BOTH = (
    TWO_SIDES
    + """
    report B, 2031-09-04
    release 14 people, by Ruritania, on 2031-09-04"""
)


@given(st.lists(st.sampled_from(LINES), max_size=5, unique=True), st.randoms(use_true_random=False))
def test_the_order_of_ties_changes_no_deal(lines: list[str], random: Random) -> None:
    story = tell(BOTH)
    ties = list(tied(story, *lines))
    mixed = list(ties)
    random.shuffle(mixed)
    before = {(d.id, d.events, d.pledges, frozenset(d.ties)) for d in deals(story, ties)}
    assert before == {(d.id, d.events, d.pledges, frozenset(d.ties)) for d in deals(story, mixed)}


@given(st.lists(st.sampled_from(LINES), max_size=5, unique=True))
def test_nothing_stands_in_two_deals_and_nothing_in_one_without_a_tie(lines: list[str]) -> None:
    story = tell(BOTH)
    found = deals(story, tied(story, *lines))
    nodes = [node for deal in found for node in (*deal.events, *deal.pledges)]
    assert len(nodes) == len(set(nodes))
    assert all(deal.ties for deal in found)


def test_the_chain_of_a_pledge_keeps_every_claim() -> None:
    story = tell(TWO_SIDES)
    for pledge in pledges_of(story.claims):
        chain = chain_of(pledge, story.claims, story.reports)
        assert {step.claim for step in chain.steps} == set(pledge.claims)
