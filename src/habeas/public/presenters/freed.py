"""Those who left detention, by kind and time: one row of columns for each kind."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from habeas.model.accounts import Bounds
from habeas.model.claims import FREEING, Act
from habeas.public.addresses import address_of
from habeas.public.presenters import wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from habeas.register.edition_figures import FreedFigure, Population

WIDTH, HEIGHT = 1000, 100
MOST_PERIODS = 36
MOST_LINKS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One kind in one period.

    Attributes:
        x, width: Its place, in thousandths of the chart.
        sure: Height up to the least number, in hundredths.
        open: Height of what may come on top.
        href: The row of the table that says it in words.
    """

    x: int
    width: int
    sure: int
    open: int
    href: str

    @property
    def y_sure(self) -> int:
        """Upper edge of the least number."""
        return HEIGHT - self.sure

    @property
    def y_open(self) -> int:
        """Upper edge of the greatest."""
        return HEIGHT - self.sure - self.open


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The columns of one kind, and how many in all."""

    act: str
    columns: tuple[Column, ...]
    total: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """How many left in one way in one period, and where it is said.

    Attributes:
        anchor: Of the row.
        period: In words.
        act: In words.
        text: The number.
        links: Accounts with their words: title and address.
        more: How many further accounts.
    """

    anchor: str
    period: str
    act: str
    text: str
    links: tuple[tuple[str, str], ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FreedChart:
    """All kinds; no strips where nobody is said to have been freed.

    Attributes:
        strips: One for each kind that is told of, in the order of the acts.
        cells: The same as a table, newest first.
        first, last: The periods at the two ends, in words.
        top: The number at the upper edge.
    """

    strips: tuple[Strip, ...]
    cells: tuple[Cell, ...]
    first: str
    last: str
    top: str


type _Period = tuple[int, int]
"""A year and a month, quarter or 0."""


@dataclass(frozen=True, slots=True)
class _Sum:
    """Least and greatest number over some accounts, with their claims."""

    low: int
    high: int
    told: tuple[FreedFigure, ...]


def freed_chart(figures: Sequence[FreedFigure], as_of: date) -> FreedChart:
    """Sum what the accounts say: of each the least and the greatest figure of a kind."""
    within = [each for each in figures if each.day <= as_of and _is_all_of_them(each)]
    if not within:
        return FreedChart(strips=(), cells=(), first="", last="", top="0")
    months = _size_of(within[0].day, within[-1].day)
    sums = _sums(within, months)
    periods = _periods(within[0].day, within[-1].day, months)[-MOST_PERIODS:]
    shown = {key: found for key, found in sums.items() if key[1] in periods}
    top = max(found.high for found in shown.values()) or 1
    acts = [act for act in Act if act in FREEING and any(act == each for each, _ in shown)]
    cells = [
        _cell(act, period, shown[act, period], months)
        for period in reversed(periods)
        for act in acts
        if (act, period) in shown
    ]
    return FreedChart(
        strips=tuple(_strip(act, periods, shown, top) for act in acts),
        cells=tuple(cells),
        first=_words(periods[0], months),
        last=_words(periods[-1], months),
        top=wording.number(top),
    )


def _is_all_of_them(figure: FreedFigure) -> bool:
    """False for a figure of some kind of people among others."""
    return all(attribute in ("destination", "manner") for attribute, _ in figure.population)


def _size_of(first: date, last: date) -> int:
    """Months of a period: 1, 3 or 12, as few as leave no more periods than can be shown."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return next((size for size in (1, 3) if months / size <= MOST_PERIODS), 12)


def _period(day: date, months: int) -> _Period:
    return (day.year, 0 if months == 12 else (day.month - 1) // months + 1)


def _periods(first: date, last: date, months: int) -> list[_Period]:
    count = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    days = (date(each // 12, each % 12 + 1, 1) for each in count)
    return list(dict.fromkeys(_period(day, months) for day in days))


def _sums(figures: Sequence[FreedFigure], months: int) -> dict[tuple[Act, _Period], _Sum]:
    of_account: dict[tuple[Act, _Period, str], list[FreedFigure]] = defaultdict(list)
    for each in figures:
        of_account[each.act, _period(each.day, months), each.event].append(each)
    together: dict[tuple[Act, _Period], list[list[FreedFigure]]] = defaultdict(list)
    for (act, period, _event), own in of_account.items():
        together[act, period].append(own)
    return {key: _sum(accounts) for key, accounts in together.items()}


def _sum(accounts: Sequence[Sequence[FreedFigure]]) -> _Sum:
    """Over accounts, and within one over the places people were brought to or how they left,
    where nobody says how many they are together."""
    low = high = 0
    told: list[FreedFigure] = []
    for own in accounts:
        parts: dict[Population, list[FreedFigure]] = defaultdict(list)
        for each in own:
            parts[each.population].append(each)
        whole = [parts[()]] if () in parts else list(parts.values())
        for same in whole:
            low += min(each.low for each in same)
            high += max(each.high or each.low for each in same)
            told.append(max(same, key=lambda each: each.high or each.low))
    return _Sum(low, high, tuple(told))


def _strip(
    act: Act, periods: Sequence[_Period], sums: dict[tuple[Act, _Period], _Sum], top: int
) -> Strip:
    wide = WIDTH // len(periods)
    columns = []
    for place, period in enumerate(periods):
        found = sums.get((act, period))
        if found is not None and found.high:
            sure = max(1, round(found.low / top * HEIGHT)) if found.low else 0
            whole = max(1, round(found.high / top * HEIGHT))
            columns.append(
                Column(
                    x=place * wide + wide // 8,
                    width=max(1, wide - wide // 4),
                    sure=sure,
                    open=max(0, whole - sure),
                    href=f"#{_anchor(act, period)}",
                )
            )
    own = [found for (each, _), found in sums.items() if each == act]
    total = Bounds(low=sum(each.low for each in own), high=sum(each.high for each in own))
    return Strip(act=str(wording.ACTS[act]), columns=tuple(columns), total=wording.bounds(total))


def _cell(act: Act, period: _Period, found: _Sum, months: int) -> Cell:
    links = [
        (wording.short(each.title), f"{address_of('report', each.report)}#w-{each.claim}")
        for each in found.told[:MOST_LINKS]
    ]
    return Cell(
        anchor=_anchor(act, period),
        period=_words(period, months),
        act=str(wording.ACTS[act]),
        text=wording.bounds(Bounds(low=found.low, high=found.high)),
        links=tuple(links),
        more=max(0, len(found.told) - MOST_LINKS),
    )


def _anchor(act: Act, period: _Period) -> str:
    return f"f-{period[0]}-{period[1]}-{act}"


def _words(period: _Period, months: int) -> str:
    year, number = period
    if months == 12:
        return str(year)
    first = date(year, (number - 1) * months + 1, 1)
    return wording.month(first) if months == 1 else wording.quarter(first)
