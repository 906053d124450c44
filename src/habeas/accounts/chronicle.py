"""Stocks, what came and went between them, and totals that run, over all events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from habeas.accounts.families import as_held
from habeas.accounts.figures import count_of
from habeas.accounts.over_time import (
    balances_of,
    flows_of,
    revisions_of,
    running_totals,
    stocks_of,
)
from habeas.accounts.populations import without
from habeas.accounts.voices import voices_of
from habeas.model.accounts import UNDECIDED, Balance, Decisions, Finding
from habeas.model.claims import Act, Claim
from habeas.model.events import Event
from habeas.model.reports import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronicle:
    """What figures of different days say together; the lists are those of `Account`."""

    balances: tuple[Balance, ...]
    totals: tuple[Finding, ...]


def chronicle_of(
    claims: Iterable[Claim],
    reports: Mapping[str, Report],
    events: Sequence[Event],
    decisions: Decisions = UNDECIDED,
) -> Chronicle:
    """Set stocks against flows, and totals against batches.

    Args:
        claims: Of any events, in any order.
        reports: By id.
        events: From `group_events`; a claim of none counts people of no state that acts.
        decisions: Which reports are copies.
    """
    counted = [c for c in claims if c.count is not None]
    states = {key: event.by for event in events for key in event.claims}
    voices = voices_of(counted, reports, None, decisions)
    populations = {}
    for claim in counted:
        count = as_held(count_of(claim, voices[claim.id], states.get(claim.id)))
        is_stock = claim.act is Act.HOLD
        # Whom a monitor holds to be political prisoners are the stock that it counts.
        population = without(count.population, "designation") if is_stock else count.population
        populations[claim.id] = population
    _, replaced = revisions_of(counted, reports, voices, populations)
    left = [c for c in counted if c.id not in replaced]
    flows = flows_of(left, reports, events, populations)
    return Chronicle(
        balances=balances_of(stocks_of(left, reports, voices, populations), flows, reports),
        totals=running_totals(left, reports, populations, flows),
    )
