"""Bars on a common scale, from counts that may be exact, open or approximate.

A bar is drawn in thousandths of the chart's width, so that a page needs no
inline style: SVG attributes carry the geometry, the style sheet the looks.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django.utils.functional import Promise

    from habeas.model.claims import Quantity

WIDTH = 1000


class Manner(StrEnum):
    """How a stretch of a bar is drawn."""

    SURE = "sure"
    """Within what the words say."""
    OPEN = "open"
    """Allowed by the words, not said by them: beyond "at least", below "at most"."""
    ABOUT = "about"
    """An approximation, drawn at the number said."""
    MISSING = "missing"
    """Counted and not named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of a bar: left edge and width in thousandths of the chart."""

    x: int
    width: int
    manner: Manner


MANNERS: Mapping[Manner, Promise] = {
    Manner.SURE: pgettext_lazy("bar", "said in words"),
    Manner.ABOUT: pgettext_lazy("bar", "an approximation"),
    Manner.OPEN: pgettext_lazy("bar", "left open"),
    Manner.MISSING: pgettext_lazy("bar", "counted, not named"),
}


DERIVED: Mapping[Manner, Promise] = {
    Manner.SURE: pgettext_lazy("bar", "at least"),
    Manner.OPEN: pgettext_lazy("bar", "possible"),
}
"""What the manners mean in a bar of what follows, where nothing is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendEntry:
    """What one manner of drawing means."""

    manner: Manner
    text: str


def legend(
    bars: Iterable[Iterable[Stretch]], words: Mapping[Manner, Promise] = MANNERS
) -> tuple[LegendEntry, ...]:
    """What the manners in some bars mean; empty where all is plain."""
    used = {part.manner for bar in bars for part in bar}
    if used <= {Manner.SURE}:
        return ()
    shown = (manner for manner in words if manner in used)
    return tuple(LegendEntry(manner=manner, text=str(words[manner])) for manner in shown)


def scale_top(counts: Iterable[Quantity | None]) -> float:
    """The number at the right edge: the greatest that any count names; 0 for none."""
    return max((greatest(count) for count in counts if count), default=0.0)


def greatest(count: Quantity) -> float:
    """The greatest number a count names; 0 where it names none."""
    named = (n for n in (count.low, count.high, count.about) if n is not None)
    return float(max(named, default=0))


def stretches(count: Quantity, *, top: float, after: float = 0) -> tuple[Stretch, ...]:
    """Draw one count from `after` onwards; nothing where the scale is empty."""
    if top <= 0:
        return ()
    if count.about is not None:
        return _drawn((after, after + count.about, Manner.ABOUT), top=top)
    if count.low is not None and count.high is not None:
        return _drawn(
            (after, after + count.low, Manner.SURE),
            (after + count.low, after + count.high, Manner.OPEN),
            top=top,
        )
    if count.low is not None:
        return _drawn(
            (after, after + count.low, Manner.SURE), (after + count.low, top, Manner.OPEN), top=top
        )
    return _drawn((after, after + (count.high or 0), Manner.OPEN), top=top)


def stretch(low: float, high: float, *, top: float, manner: Manner) -> tuple[Stretch, ...]:
    """One stretch from `low` to `high`; nothing where it has no width."""
    return _drawn((low, high, manner), top=top) if top > 0 else ()


def _drawn(*parts: tuple[float, float, Manner], top: float) -> tuple[Stretch, ...]:
    drawn = []
    for low, high, manner in parts:
        left, right = round(low / top * WIDTH), round(min(high, top) / top * WIDTH)
        if right > left:
            drawn.append(Stretch(x=left, width=right - left, manner=manner))
    return tuple(drawn)
