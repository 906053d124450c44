"""How a speaker puts a number, and what the worlds are told in."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files

from habeas.model.claims import Quantity

_HEDGES = {
    "at least": 8,
    "more than": 7,
    "about": 7,
    "up to": 2,
    "nearly": 2,
    "between": 2,
    "dozens": 2,
}
_EXACT = 70
_SMALL = 10
_EXACT_OF_SMALL = 0.9
_TRIES = 5
_GRAINS = ((1_000, 100), (50, 10), (20, 5), (0, 1))


def say(number: int, chance: random.Random) -> Quantity:
    """Put a number into words that are true of it."""
    exact = _EXACT_OF_SMALL if number < _SMALL else _EXACT / (_EXACT + sum(_HEDGES.values()))
    if chance.random() >= exact:
        for hedge in chance.choices(list(_HEDGES), list(_HEDGES.values()), k=_TRIES):
            said = _SAYING[hedge](number, _grain(number))
            if said is not None:
                return said
    return _quantity(number, number, f"{number:,}")


def allows(quantity: Quantity, number: int) -> bool:
    """True where the strict meaning of the words does not exclude a number."""
    low, high = quantity.low, quantity.high
    return (low is None or low <= number) and (high is None or number <= high)


def states() -> list[tuple[str, str, str]]:
    """ISO 3166-1 alpha-2 code, name, and what its people are called before a noun."""
    return [(code, name, adjective) for code, name, adjective in _data()["states"]]


def words_of(key: str) -> list[str]:
    """One of the lists of plain words."""
    return list(_data()[key])


def speaker_forms() -> list[tuple[str, str]]:
    """Kinds of speakers, and what they are called; `%s` is a town."""
    return [(kind, form) for kind, form in _data()["speakers"]]


@cache
def _data() -> dict[str, list]:  # type: ignore[type-arg]
    path = files("habeas.accounts") / "data" / "en" / "worlds.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _grain(number: int) -> int:
    return next(grain for least, grain in _GRAINS if number >= least)


def _quantity(
    low: int | None, high: int | None, words: str, about: float | None = None
) -> Quantity:
    return Quantity(low=low, high=high, about=about, words=words)


def _at_least(number: int, grain: int) -> Quantity | None:
    low = number // grain * grain
    return _quantity(low, None, f"at least {low:,}") if low else None


def _more_than(number: int, grain: int) -> Quantity | None:
    below = (number - 1) // grain * grain
    return _quantity(below + 1, None, f"more than {below:,}") if below else None


def _about(number: int, grain: int) -> Quantity | None:
    # "About 7" is hardly said; and the nearest round number is what is.
    near = (number + grain // 2) // grain * grain
    return _quantity(None, None, f"about {near:,}", float(near)) if grain > 1 else None


def _up_to(number: int, grain: int) -> Quantity | None:
    high = -(-number // grain) * grain
    return _quantity(None, high, f"up to {high:,}") if high else None


def _nearly(number: int, grain: int) -> Quantity | None:
    above = (number // grain + 1) * grain
    near = grain > 1 and number >= 0.9 * above
    return _quantity(None, above - 1, f"nearly {above:,}") if near else None


def _between(number: int, grain: int) -> Quantity | None:
    low, high = number // grain * grain, (number // grain + 1) * grain
    if grain == 1:
        low, high = number - 1, number + 1
    return _quantity(low, high, f"between {low:,} and {high:,}") if low > 0 else None


def _dozens(number: int, _grain: int) -> Quantity | None:
    return _quantity(24, None, "dozens") if 24 <= number <= 99 else None


_SAYING: dict[str, Callable[[int, int], Quantity | None]] = {
    "at least": _at_least,
    "more than": _more_than,
    "about": _about,
    "up to": _up_to,
    "nearly": _nearly,
    "between": _between,
    "dozens": _dozens,
}
