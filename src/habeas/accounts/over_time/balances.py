"""Balances: one stock, who came, who left, and the next stock."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from habeas.accounts.over_time import wording
from habeas.accounts.over_time.flows import Flow, Way
from habeas.accounts.over_time.stocks import Stock
from habeas.accounts.over_time.telling import Between, Told, sum_of, told_between
from habeas.accounts.populations import Population
from habeas.accounts.wording import (
    capital,
    figure_words,
    join_words,
    range_words,
    speaker_words,
    speakers_words,
)
from habeas.model.accounts import Balance, Bounds
from habeas.model.claims import Claim
from habeas.model.reports import Report

_OUT = frozenset({Way.FREED, Way.DIED})
_UNTOLD = Bounds(low=0, high=None)
_OPEN = Bounds(low=None, high=None)


_ONE_STOCK_DAYS = 7
"""Days of publication that may lie between two papers that tell one stock."""


def balances_of(
    stocks: Iterable[Stock], flows: Iterable[Flow], reports: Mapping[str, Report]
) -> tuple[Balance, ...]:
    """Set each stock against the one before it and what is told in between.

    Opening + arrested - freed - died = closing, for stocks of one state and the same
    people: of one voice from each of its days to the next, and, between days that no one
    voice spans, of two voices, which the sentence says. Several figures that one voice
    gives of one day count as the first where they fit each other; else that day is left
    out. What is only announced is told and not counted. What happened on the first or the
    last day itself may be in the stock already, and counts from nobody up.

    `Balance.gap` holds what is told against the closing stock, nobody where nothing is
    told; while `added` and `left` are (0, None) then. Where the strict bounds leave the
    gap open at both ends, the usual ones are taken and the sentence says so.

    Args:
        stocks: In any order, from `stocks_of`.
        flows: In any order, from `flows_of`.
        reports: By id.

    Returns:
        By closing and opening day, then by claim ids.
    """
    groups: dict[tuple[str | None, Population], list[Stock]] = defaultdict(list)
    for stock in stocks:
        groups[stock.state, stock.population].append(stock)
    told, names = list(flows), _Names(reports)
    pairs = [pair for group in groups.values() for pair in _pairs(group)]
    pairs.sort(key=lambda p: (p[1].day, p[0].day, p[0].claim.id, p[1].claim.id))
    return tuple(_balance(opening, closing, told, names) for opening, closing in pairs)


def _pairs(stocks: Sequence[Stock]) -> list[tuple[Stock, Stock]]:
    by_voice: dict[str, list[Stock]] = defaultdict(list)
    for stock in _one_a_day(stocks):
        by_voice[stock.voice].append(stock)
    pairs = [pair for own in by_voice.values() for pair in pairwise(own)]
    spans = [(opening.day, closing.day) for opening, closing in pairs]
    first_of_day: dict[date, Stock] = {}
    for stock in sorted((s for own in by_voice.values() for s in own), key=_order):
        first_of_day.setdefault(stock.day, stock)
    days = list(first_of_day.values())
    for opening, closing in pairwise(days):
        if not any(a <= opening.day and closing.day <= b for a, b in spans):
            pairs.append((opening, closing))
    return [pair for pair in pairs if _are_of_two_days(*pair)]


def _are_of_two_days(opening: Stock, closing: Stock) -> bool:
    """False for one stock told by papers of two days that do not say of which it is."""
    is_told = opening.claim.when is not None and closing.claim.when is not None
    return is_told or (closing.day - opening.day).days > _ONE_STOCK_DAYS


def _one_a_day(stocks: Iterable[Stock]) -> list[Stock]:
    """One figure of each voice for each day, by day."""
    groups: dict[tuple[date, str], list[Stock]] = defaultdict(list)
    for stock in sorted(stocks, key=_order):
        groups[stock.day, stock.voice].append(stock)
    return [group[0] for group in groups.values() if _fit(group)]


def _order(stock: Stock) -> tuple[date, str, str]:
    return stock.day, stock.voice, stock.claim.id


def _fit(stocks: Sequence[Stock]) -> bool:
    least = max((s.bounds.low for s in stocks if s.bounds.low is not None), default=0)
    most = min((s.bounds.high for s in stocks if s.bounds.high is not None), default=None)
    return most is None or least <= most


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sides:
    """Two stocks, as bounds of one tier, and what is told as done in between."""

    opening: Stock
    closing: Stock
    first: Bounds
    last: Bounds
    done: tuple[Told, ...]

    @property
    def came(self) -> Bounds:
        return sum_of(t.bounds for t in self.done if t.way not in _OUT)

    @property
    def went(self) -> Bounds:
        return sum_of(t.bounds for t in self.done if t.way in _OUT)

    @property
    def gap(self) -> Bounds:
        """closing - (opening + came - went); an end is open where it needs an open one."""
        return Bounds(
            low=_difference(self.last.low, self.first.high, self.came.high, self.went.low),
            high=_difference(self.last.high, self.first.low, self.came.low, self.went.high),
        )

    @property
    def sum(self) -> Bounds:
        """What is left by what is told, as bounds; nobody is less than nobody."""
        low = _difference(0, self.went.high, 0, self.first.low)
        high = _difference(0, self.went.low, 0, self.first.high)
        return Bounds(
            low=None if low is None else max(low + (self.came.low or 0), 0),
            high=None if high is None or self.came.high is None else max(high + self.came.high, 0),
        )


class _Names:
    """Who says what, each happening asked once: it may lie between many pairs of stocks."""

    def __init__(self, reports: Mapping[str, Report]) -> None:
        self.reports = reports
        self._told: dict[tuple[str, ...], str] = {}

    def of(self, claims: Sequence[Claim]) -> str:
        key = tuple(c.id for c in claims)
        if key not in self._told:
            self._told[key] = speakers_words(claims, self.reports)
        return self._told[key]


def _balance(opening: Stock, closing: Stock, flows: Sequence[Flow], names: _Names) -> Balance:
    between = Between(
        first=opening.day,
        last=closing.day,
        sure_from=opening.day + date.resolution,
        sure_to=closing.day - date.resolution,
    )
    told = told_between(flows, opening.state, opening.population, between)
    done = tuple(t for t in told if t.is_done)
    strict = _Sides(
        opening=opening, closing=closing, first=opening.bounds, last=closing.bounds, done=done
    )
    usual = replace(strict, first=opening.usual, last=closing.usual)
    sides = usual if strict.gap == _OPEN else strict
    ways = {t.way for t in done}
    return Balance(
        opening=sides.first,
        closing=sides.last,
        added=sides.came if ways - _OUT else _UNTOLD,
        left=sides.went if ways & _OUT else _UNTOLD,
        gap=sides.gap,
        explanation=_sentence(sides, _notes(sides, told, usual), names),
        claims=(opening.claim.id, *(c.id for t in told for c in t.claims), closing.claim.id),
    )


def _notes(sides: _Sides, told: Sequence[Told], usual: _Sides) -> str:
    notes = wording.USUAL if sides is usual else ""
    if sides.opening.voice != sides.closing.voice:
        notes += wording.TWO_VOICES
    announced = [figure_words(t.claims[0]) for t in told if not t.is_done]
    return notes + (wording.NOT_DONE.format(figures=join_words(announced)) if announced else "")


def _sentence(sides: _Sides, notes: str, names: _Names) -> str:
    flows = [
        wording.FLOWS[t.way].format(number=range_words(t.bounds), speakers=names.of(t.claims))
        for t in sides.done
    ]
    terms = [("-" if t.way in _OUT else "+", t.bounds) for t in sides.done]
    gap = wording.gap_words(sides.gap)
    sentence = (wording.BALANCE if flows else wording.STILL).format(
        figure=figure_words(sides.opening.claim),
        day=wording.day_words(sides.opening.day),
        speaker=speaker_words(sides.opening.claim, names.reports),
        flows=", ".join(flows),
        sum=wording.sum_words(sides.first, terms, sides.sum),
        verdict=wording.AND if gap == wording.FITS else wording.BUT,
        closing=figure_words(sides.closing.claim),
        last=wording.day_words(sides.closing.day),
        other=speaker_words(sides.closing.claim, names.reports),
        gap=gap,
        notes=notes,
    )
    return capital(sentence)


def _difference(
    closing: int | None, opening: int | None, came: int | None, went: int | None
) -> int | None:
    if closing is None or opening is None or came is None or went is None:
        return None
    return closing - opening - came + went
