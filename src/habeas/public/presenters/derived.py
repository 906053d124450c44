"""What follows from all claims together; derived, and marked so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.accounts.telling import telling_bounds
from habeas.model.accounts import Bounds
from habeas.public.presenters import wording
from habeas.public.presenters.charts import DERIVED, Manner, legend, stretch
from habeas.public.presenters.folding import folded
from habeas.public.presenters.whom import whom

if TYPE_CHECKING:
    from collections.abc import Iterable

    from habeas.model.accounts import Bound
    from habeas.public.presenters.charts import LegendEntry, Stretch
    from habeas.public.presenters.folding import Folded

FIRST_BOUNDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundLine:
    """How many people of one kind there can be; `of` says whom, in words."""

    of: str
    text: str
    bar: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """Bounds on those freed, those held and others, each group on a scale of its own.

    `legend` says what the manners of the bars mean.
    """

    groups: tuple[Folded[BoundLine], ...]
    legend: tuple[LegendEntry, ...]


def derived_from(bounds: Iterable[Bound]) -> Derived:
    """Draw bounds, in the order given, save that what others tell already is folded away."""
    groups = [_folded(group) for group in by_whole(bounds)]
    bars = [line.bar for group in groups for line in group]
    return Derived(
        groups=tuple(groups),
        legend=legend(bars, DERIVED),
    )


def by_whole(bounds: Iterable[Bound]) -> tuple[tuple[Bound, ...], ...]:
    """Bounds in groups: everybody of those freed, of those held, … and then parts of them."""
    groups: list[list[Bound]] = []
    for bound in bounds:
        if not groups or not bound.population:
            groups.append([])
        groups[-1].append(bound)
    return tuple(tuple(group) for group in groups)


def _folded(bounds: tuple[Bound, ...]) -> Folded[BoundLine]:
    telling = telling_bounds(bounds)
    others = tuple(bound for bound in bounds if bound not in telling)
    lines = _lines((*telling, *others))
    return folded(lines, first=min(max(len(telling), 1), FIRST_BOUNDS))


def _lines(bounds: tuple[Bound, ...]) -> tuple[BoundLine, ...]:
    top = max(bound.low if bound.high is None else bound.high for bound in bounds)
    return tuple(
        BoundLine(
            of=whom(bound),
            text=wording.bounds(Bounds(low=bound.low, high=bound.high)),
            bar=_bar(bound, top),
        )
        for bound in bounds
    )


def _bar(bound: Bound, top: int) -> tuple[Stretch, ...]:
    high = top if bound.high is None else bound.high
    return (
        *stretch(0, bound.low, top=top, manner=Manner.SURE),
        *stretch(bound.low, high, top=top, manner=Manner.OPEN),
    )
