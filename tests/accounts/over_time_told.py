"""What figures over time come to in a story; everything in the stories is invented."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.accounts.over_time import (
    balances_of,
    flows_of,
    revisions_of,
    running_totals,
    stocks_of,
)
from habeas.accounts.populations import Population, population_of, without
from habeas.accounts.voices import voices_of
from habeas.events import group_events
from habeas.events.actors import acting_state
from habeas.model.accounts import Balance, Finding, Revision
from habeas.model.claims import Act, Claim
from stories import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class OverTime:
    """All that the functions find in one story."""

    revisions: tuple[Revision, ...]
    replaced: frozenset[str]
    balances: tuple[Balance, ...]
    totals: tuple[Finding, ...]


def whom(claim: Claim) -> Population:
    """Whom a claim counts; what people are called who are held singles nobody out."""
    people = population_of(claim, acting_state(claim.by))
    return without(people, "designation", "group", "place") if claim.act is Act.HOLD else people


def over_time(story: Story) -> OverTime:
    """Read a story as an account does: what was replaced first, the rest from what is left."""
    reports = {report.id: report for report in story.reports}
    voices = voices_of(story.claims, reports, None)
    people = {c.id: whom(c) for c in story.claims if c.count is not None}
    revisions, replaced = revisions_of(story.claims, reports, voices, people)
    left = [c for c in story.claims if c.id not in replaced]
    flows = flows_of(left, reports, group_events(story.reports, story.claims), people)
    return OverTime(
        revisions=revisions,
        replaced=replaced,
        balances=balances_of(stocks_of(left, reports, voices, people), flows, reports),
        totals=running_totals(left, reports, people, flows),
    )
