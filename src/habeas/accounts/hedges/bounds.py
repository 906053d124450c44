"""Two tiers of bounds for a count, from its numbers and its words."""

from __future__ import annotations

import math

from habeas.accounts.hedges.phrases import ABOUT, BARE, Reading, apply, read_phrase
from habeas.model.accounts import Bounds
from habeas.model.claims import Quantity


def hard_bounds(quantity: Quantity) -> Bounds:
    """What a count strictly allows, inclusive.

    Its own least and greatest number where they are given. An end that is not given is
    taken from the words, if they hedge and fit the end that is; a count that gives no
    number at all is what its words say. "About n" excludes no number.
    """
    given = Bounds(low=quantity.low, high=quantity.high)
    if given.low is not None and given.high is not None:
        return given
    reading = read_phrase(quantity.words)
    centre = _centre(quantity)
    if given.low is None and given.high is None and centre is not None:
        return _of_about(centre, reading).hard
    if reading is None or (reading.family == BARE and given != _OPEN):
        return given  # "14" with no greatest number given is 14 or more: that was left out
    filled = Bounds(
        low=reading.hard.low if given.low is None else given.low,
        high=reading.hard.high if given.high is None else given.high,
    )
    return given if _is_empty(filled) else filled


def soft_bounds(quantity: Quantity) -> Bounds:
    """What a count usually means, inclusive; never wider than what it strictly allows.

    Where the words contradict the numbers given, no more than these.
    """
    hard = hard_bounds(quantity)
    if quantity.is_exact:
        return hard
    reading = read_phrase(quantity.words)
    centre = _centre(quantity)
    if centre is not None:
        reading = _of_about(centre, reading)
    if reading is None or reading.family == BARE:
        return hard
    met = _meet(reading.soft, hard)
    return hard if _is_empty(met) else met


def listed_bounds(names: int) -> Bounds:
    """What a list of so many names strictly allows, and means: that many or more."""
    return Bounds(low=names, high=None)


_OPEN = Bounds(low=None, high=None)


def _centre(quantity: Quantity) -> float | None:
    about = quantity.about
    return about if about is not None and math.isfinite(about) and about > 0 else None


def _of_about(centre: float, reading: Reading | None) -> Reading:
    """The words' reading where they hedge the central value, else "about" it."""
    usual = apply(ABOUT, centre)
    if reading is None or reading.family in (ABOUT, BARE):
        return usual
    return usual if _is_empty(_meet(reading.soft, usual.soft)) else reading


def _meet(one: Bounds, other: Bounds) -> Bounds:
    lows = [n for n in (one.low, other.low) if n is not None]
    highs = [n for n in (one.high, other.high) if n is not None]
    return Bounds(low=max(lows, default=None), high=min(highs, default=None))


def _is_empty(bounds: Bounds) -> bool:
    return bounds.low is not None and bounds.high is not None and bounds.low > bounds.high
