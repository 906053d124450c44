"""Charts over time: figures of those held with their band, and those freed, by kind."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from habeas.accounts.hedges import soft_bounds
from habeas.public.addresses import address_of
from habeas.public.presenters import wording
from habeas.public.presenters.figures import population_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from habeas.model.editions import CustodyCount
    from habeas.register.edition_figures import HeldFigure, Population

WIDTH, HEIGHT = 1000, 420
LEFT, RIGHT, TOP, BOTTOM = 90, 20, 20, 50
"""Margins of a drawing, in its own units."""

MOST_CHARTS = 4
MOST_POINTS = 60
"""Points drawn of one state; of more the last of each voice in a month, and the newest of these."""

_STANDS = timedelta(days=366)
"""How long a figure stands for its voice, where it gives no other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A line of the grid, at `at` units from the left or the top."""

    at: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One figure.

    Attributes:
        x, y: Where it is drawn.
        top, bottom: What its words allow, drawn as a line through it.
        text: The number as bounds.
        day: In words.
        voice: Who says it.
        href: Its words.
        is_about: True for an approximation.
    """

    x: int
    y: int
    top: int
    bottom: int
    text: str
    day: str
    voice: str
    href: str
    is_about: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldChart:
    """Figures of those held in the prisons of one state, over time.

    Attributes:
        state: In words; empty where no state is told.
        people: Whom the figures count, in words; empty where it is everybody.
        points: By day.
        left_out: How many figures are not drawn, there being too many.
        band: Outline of the area between the least and the greatest figure that stands on a
            day; empty where fewer than two days have one.
        years: Lines of the grid across time.
        counts: Lines of the grid across numbers.
        summary: What the drawing shows, in a sentence.
    """

    state: str
    people: str
    points: tuple[Point, ...]
    left_out: int
    band: str
    years: tuple[Tick, ...]
    counts: tuple[Tick, ...]
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyChart:
    """Persons named who are held, over time.

    Attributes:
        band: Outline of the area between those certainly held and those who may be.
        years: Lines of the grid across time.
        counts: Lines of the grid across numbers.
    """

    band: str
    years: tuple[Tick, ...]
    counts: tuple[Tick, ...]


type _Whom = tuple[str, Population]
"""A state, or nothing, and the attributes of the people counted."""


@dataclass(frozen=True, slots=True)
class _Plane:
    """Days from left to right, numbers from the bottom up."""

    first: date
    last: date
    top: float

    def x(self, day: date) -> int:
        span = max(1, (self.last - self.first).days)
        return LEFT + round((day - self.first).days / span * (WIDTH - LEFT - RIGHT))

    def y(self, number: float) -> int:
        share = min(number, self.top) / self.top
        return HEIGHT - BOTTOM - round(share * (HEIGHT - TOP - BOTTOM))


def held_charts(figures: Sequence[HeldFigure], as_of: date) -> tuple[HeldChart, ...]:
    """One chart for each state and kind of people of whom several figures are told.

    Those with most figures come first.
    """
    told: dict[_Whom, list[HeldFigure]] = defaultdict(list)
    for figure in figures:
        if figure.day <= as_of:
            told[figure.state or "", figure.population].append(figure)
    several = [whom for whom in told if len({each.day for each in told[whom]}) > 1]
    drawn = sorted(several, key=lambda whom: (-len(told[whom]), whom))[:MOST_CHARTS]
    return tuple(_chart(whom, told[whom], as_of) for whom in drawn)


def custody_chart(custody: Sequence[CustodyCount]) -> CustodyChart | None:
    """Persons named who are held, from certain to possible; None where nobody ever is."""
    top = max((each.held + each.disputed for each in custody), default=0)
    if not top or len(custody) < 2:
        return None
    plane = _Plane(first=custody[0].day, last=custody[-1].day, top=_round_up(top))
    steps = [(each.day, float(each.held), float(each.held + each.disputed)) for each in custody]
    return CustodyChart(band=_outline(steps, plane), years=_years(plane), counts=_counts(plane))


def _chart(whom: _Whom, figures: Sequence[HeldFigure], as_of: date) -> HeldChart:
    drawn = _thinned(figures)
    first = min(each.day for each in drawn)
    ends = [end for each in drawn for end in _ends(each)]
    plane = _Plane(first=first, last=max(as_of, drawn[-1].day), top=_round_up(max(*ends, 1.0)))
    state, population = whom
    told = ngettext(
        "%(n)s figure from %(first)s to %(last)s, between %(least)s and %(most)s.",
        "%(n)s figures from %(first)s to %(last)s, between %(least)s and %(most)s.",
        len(drawn),
    )
    return HeldChart(
        state=wording.state(state) if state else "",
        people=", ".join(population_words(population)),
        points=tuple(_point(each, plane) for each in drawn),
        left_out=len(figures) - len(drawn),
        band=_band(drawn, plane),
        years=_years(plane),
        counts=_counts(plane),
        summary=told
        % {
            "n": wording.number(len(drawn)),
            "first": wording.day(first),
            "last": wording.day(drawn[-1].day),
            "least": wording.number(min(ends)),
            "most": wording.number(max(ends)),
        },
    )


def _thinned(figures: Sequence[HeldFigure]) -> Sequence[HeldFigure]:
    if len(figures) <= MOST_POINTS:
        return figures
    last = {(each.voice, each.day.year, each.day.month): each for each in figures}
    return sorted(last.values(), key=lambda each: each.day)[-MOST_POINTS:]


def _ends(figure: HeldFigure) -> tuple[float, float]:
    """Least and greatest number that its words usually mean; where one is open, the other."""
    bounds = soft_bounds(figure.count)
    middle = figure.count.about
    low = bounds.low if bounds.low is not None else bounds.high
    high = bounds.high if bounds.high is not None else bounds.low
    if low is None or high is None:
        return (middle or 0.0, middle or 0.0)
    return float(low), float(high)


def _point(figure: HeldFigure, plane: _Plane) -> Point:
    low, high = _ends(figure)
    middle = figure.count.about if figure.count.about is not None else (low + high) / 2
    return Point(
        x=plane.x(figure.day),
        y=plane.y(middle),
        top=plane.y(high),
        bottom=plane.y(low),
        text=wording.count(figure.count),
        day=wording.day(figure.day),
        voice=wording.short(figure.voice) or _("no publisher named"),
        href=f"{address_of('report', figure.report)}#w-{figure.claim}",
        is_about=figure.count.about is not None,
    )


def _band(figures: Sequence[HeldFigure], plane: _Plane) -> str:
    """Between the least and the greatest of what each voice said last, within a year."""
    days = sorted({each.day for each in figures} | {plane.last})
    steps: list[tuple[date, float, float]] = []
    for day in days:
        standing = {each.voice: each for each in figures if day - _STANDS <= each.day <= day}
        if standing:
            ends = [end for each in standing.values() for end in _ends(each)]
            steps.append((day, min(ends), max(ends)))
    return _outline(steps, plane)


def _outline(steps: Sequence[tuple[date, float, float]], plane: _Plane) -> str:
    """A closed path along the upper ends and back along the lower ones; each lasts to the next."""
    if len(steps) < 2:
        return ""
    above: list[tuple[int, int]] = []
    below: list[tuple[int, int]] = []
    for (day, low, high), (following, _low, _high) in pairwise(steps):
        above += [(plane.x(day), plane.y(high)), (plane.x(following), plane.y(high))]
        below += [(plane.x(day), plane.y(low)), (plane.x(following), plane.y(low))]
    corners = [*above, *reversed(below)]
    return "M" + "L".join(f"{x} {y}" for x, y in corners) + "Z"


def _years(plane: _Plane) -> tuple[Tick, ...]:
    first, last = plane.first, plane.last
    if last.year - first.year > 1:
        step = max(1, (last.year - first.year) // 8)
        days = [date(year, 1, 1) for year in range(first.year + 1, last.year + 1, step)]
        return tuple(Tick(at=plane.x(day), label=str(day.year)) for day in days)
    ends = ((LEFT + 40, first), (WIDTH - RIGHT - 60, last))
    return tuple(Tick(at=at, label=wording.month(day)) for at, day in ends)


def _counts(plane: _Plane) -> tuple[Tick, ...]:
    numbers = [plane.top * share / 4 for share in range(5)]
    return tuple(Tick(at=plane.y(each), label=wording.number(round(each))) for each in numbers)


def _round_up(top: float) -> float:
    """The next number that four parts divide into round ones.

    >>> _round_up(1197), _round_up(7)
    (1200, 8)
    """
    unit = 4
    while unit * 10 < top:
        unit *= 10
    steps: Iterable[int] = range(unit, unit * 11, unit)
    return next((step for step in steps if step >= top), unit * 10)
