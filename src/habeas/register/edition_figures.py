"""Figures of all accounts over time: how many were held, and how many left detention, by kind."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.model.claims import FREEING, Act, Quantity, Stance, Unit
from habeas.register.edition_records import EditionRecords

_DONE = (Stance.REPORTED, Stance.CONFIRMED, Stance.ESTIMATED)

_HELD = (
    "SELECT c.id, c.report, a.actor, coalesce(c.happened_latest, c.happened_earliest,"
    " r.published_latest, r.published_earliest) AS day, c.count_low, c.count_high, c.count_about,"
    " c.count_words, f.event, f.position, (SELECT s.name FROM claim_speaker s WHERE s.claim = c.id"
    " ORDER BY s.position DESC LIMIT 1), r.publisher"
    " FROM account_figure f JOIN account a ON a.event = f.event JOIN claim c ON c.id = f.claim"
    " JOIN report r ON r.id = c.report WHERE f.list = 'held' AND c.count_unit = ?"
    " AND c.stance IN (?, ?, ?) AND day IS NOT NULL GROUP BY c.id ORDER BY day, c.position"
)
_FREED = (
    "SELECT a.event, a.title, a.happened_earliest, c.act, c.id, c.report, c.count_low,"
    " c.count_high, c.count_about, f.position"
    " FROM account_figure f JOIN account a ON a.event = f.event JOIN claim c ON c.id = f.claim"
    " WHERE f.list = 'figures' AND c.count_unit = ? AND c.stance IN (?, ?, ?)"
    " AND a.happened_earliest IS NOT NULL ORDER BY a.happened_earliest, a.position, f.position"
)
_POPULATIONS = (
    "SELECT event, figure_position, attribute, value FROM account_figure_population"
    " WHERE list = ? ORDER BY event, figure_position, position"
)

Population = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldFigure:
    """What one claim says of how many are held.

    Attributes:
        claim: Id of the claim.
        report: Id of its report.
        state: Whose prisons, ISO 3166-1 alpha-2; None where not told.
        day: The day it speaks of, or else that of its report.
        count: As it was said.
        voice: Who says it; empty where nobody is named.
        population: Attributes of the people counted; empty for everybody.
    """

    claim: str
    report: str
    state: str | None
    day: date
    count: Quantity
    voice: str
    population: Population


@dataclass(frozen=True, slots=True, kw_only=True)
class FreedFigure:
    """What one claim says of how many left detention in one event.

    Attributes:
        event: Id of the account's event.
        title: Of the account.
        day: First day the event can have been.
        act: How they left.
        claim: Id of the claim.
        report: Id of its report.
        low, high: What the words allow, inclusive; an approximation is both ends.
        population: Attributes of the people counted; empty for everybody.
    """

    event: str
    title: str
    day: date
    act: Act
    claim: str
    report: str
    low: int
    high: int | None
    population: Population


def held_figures(records: EditionRecords) -> tuple[HeldFigure, ...]:
    """Figures of people held, each claim once, by day."""
    populations = _populations(records, "held")
    rows = records.select(_HELD, (Unit.PEOPLE, *_DONE))
    return tuple(_held(row, populations[row[8], row[9]]) for row in rows)


def freed_figures(records: EditionRecords) -> tuple[FreedFigure, ...]:
    """Figures of people who left detention in one event, by day; nothing that was announced."""
    populations = _populations(records, "figures")
    rows = records.select(_FREED, (Unit.PEOPLE, *_DONE))
    return tuple(_freed(row, populations[row[0], row[9]]) for row in rows if Act(row[3]) in FREEING)


def _populations(records: EditionRecords, name: str) -> defaultdict[tuple[str, int], Population]:
    found: defaultdict[tuple[str, int], Population] = defaultdict(tuple)
    for event, position, attribute, value in records.select(_POPULATIONS, (name,)):
        found[event, position] += ((attribute, value),)
    return found


def _held(row: tuple[Any, ...], population: Population) -> HeldFigure:
    claim, report, state, day, low, high, about, words, _event, _at, voice, publisher = row
    return HeldFigure(
        claim=claim,
        report=report,
        state=state,
        day=date.fromisoformat(day),
        count=Quantity(low=low, high=high, about=about, words=words),
        voice=voice or publisher or "",
        population=population,
    )


def _freed(row: tuple[Any, ...], population: Population) -> FreedFigure:
    event, title, day, act, claim, report, low, high, about, _at = row
    least = low if low is not None else round(about) if about is not None else 0
    most = high if high is not None else round(about) if about is not None else None
    return FreedFigure(
        event=event,
        title=title,
        day=date.fromisoformat(day),
        act=Act(act),
        claim=claim,
        report=report,
        low=least,
        high=most,
        population=population,
    )
