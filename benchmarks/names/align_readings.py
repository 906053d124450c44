"""Which part of a reading belongs to which character, learned from whole names.

Expectation maximisation over every way to cut a reading into as many pieces as the name has
characters, as in grapheme-to-phoneme alignment (Jiampojamarn et al. 2007). Deterministic.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

Pair = tuple[str, str]
Weights = dict[str, dict[str, float]]


def cuts(length: int, pieces: int, most: int, least: int = 1) -> Iterable[tuple[int, ...]]:
    """Yield the inner and last borders of every cut of `length` into `pieces`."""
    if pieces == 1:
        if least <= length <= most:
            yield (length,)
        return
    for first in range(least, min(most, length - least * (pieces - 1)) + 1):
        for rest in cuts(length - first, pieces - 1, most, least):
            yield (first, *(first + border for border in rest))


def learn(pairs: Sequence[Pair], most: int, rounds: int) -> Weights:
    """Return P(piece of reading | character) after `rounds` of expectation maximisation.

    Args:
        pairs: Name and its reading, a letter of which may be any string position.
        most: Longest piece one character may read as.
        rounds: How often to count anew.
    """
    weights: Weights = {}
    for _ in range(rounds):
        counts: Weights = defaultdict(lambda: defaultdict(float))
        for name, reading in pairs:
            _count(name, reading, most, weights, counts)
        weights = {
            sign: {piece: n / sum(found.values()) for piece, n in found.items() if n > 1e-4}
            for sign, found in counts.items()
        }
    return weights


def _count(name: str, reading: str, most: int, weights: Weights, counts: Weights) -> None:
    ways = []
    for borders in cuts(len(reading), len(name), most):
        pieces = _pieces(reading, borders)
        likely = math.prod(
            weights[sign].get(piece, 1e-9) if weights else 1.0
            for sign, piece in zip(name, pieces, strict=True)
        )
        ways.append((likely, pieces))
    total = sum(likely for likely, _ in ways)
    if not total:
        return
    for likely, pieces in ways:
        for sign, piece in zip(name, pieces, strict=True):
            counts[sign][piece] += likely / total


def _pieces(reading: str, borders: tuple[int, ...]) -> list[str]:
    return [reading[a:b] for a, b in zip((0, *borders[:-1]), borders, strict=True)]


def best_cut(name: str, reading: str, most: int, weights: Weights) -> list[str] | None:
    """The likeliest pieces of `reading` for the characters of `name`, or None."""
    best: tuple[float, list[str]] | None = None
    for borders in cuts(len(reading), len(name), most):
        pieces = _pieces(reading, borders)
        likely = math.prod(
            weights.get(sign, {}).get(piece, 1e-9) for sign, piece in zip(name, pieces, strict=True)
        )
        if best is None or likely > best[0]:
            best = (likely, pieces)
    return best[1] if best else None
