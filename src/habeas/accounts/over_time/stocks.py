"""Stocks: how many are held on a day, by whose account."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from habeas.accounts.over_time.days import (
    DONE,
    act_day,
    hard,
    people_counted,
    publication_day,
    soft,
)
from habeas.accounts.over_time.states import states_of
from habeas.accounts.populations import Population
from habeas.model.accounts import Bounds
from habeas.model.claims import Act, Claim
from habeas.model.reports import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """A figure of people held.

    Attributes:
        claim: The claim.
        day: The day it is of: its own, else the day its report was published.
        bounds: What it strictly allows, inclusive.
        usual: What it usually means, inclusive; never wider.
        voice: Whose account it is.
        state: Who holds them, ISO 3166-1 alpha-2; None where nothing says.
        population: Whom it counts; equal values are the same people.
    """

    claim: Claim
    day: date
    bounds: Bounds
    usual: Bounds
    voice: str
    state: str | None
    population: Population


def stocks_of(
    claims: Iterable[Claim],
    reports: Mapping[str, Report],
    voices: Mapping[str, str],
    populations: Mapping[str, Population],
) -> tuple[Stock, ...]:
    """The figures of people held that are of one day; those without a day are left out.

    Args:
        claims: Of any events, in any order; leave out those that their speakers replaced.
        reports: By id.
        voices: Claim id → voice.
        populations: Claim id → whom it counts; a claim that is missing counts everybody.

    Returns:
        By day, then by voice and claim id.
    """
    listed = list(claims)
    states = states_of(listed)
    found = []
    for claim in listed:
        day = act_day(claim) or publication_day(reports.get(claim.report))
        told = claim.act is Act.HOLD and claim.stance in DONE and claim.part_of is None
        if not told or day is None or people_counted(claim) is None:
            continue
        stock = Stock(
            claim=claim,
            day=day,
            bounds=hard(claim),
            usual=soft(claim),
            voice=voices.get(claim.id, claim.id),
            state=states[claim.id],
            population=populations.get(claim.id, ()),
        )
        found.append(stock)
    return tuple(sorted(found, key=lambda s: (s.day, s.voice, s.claim.id)))
