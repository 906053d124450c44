"""The nearest of very many vectors, exactly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from habeas.people.comparison.encoder import Vectors

_BLOCK = 16_384
_QUERIES = 128


def nearest(
    parts: Sequence[Vectors], queries: Vectors, count: int
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float32]]]:
    """For each query the rows whose vectors are nearest, nearest first.

    Products of whole numbers below 2**24 are exact in single precision, so the answer is
    the same on every machine; equals are told apart by their row.

    Args:
        parts: Vectors of length 127, one after the other; each may be mapped from a file.
        queries: Vectors of length 127, shape (Q, D).
        count: How many rows to find for each query.

    Yields:
        Rows, counted over all parts, and their cosines.
    """
    for start in range(0, len(queries), _QUERIES):
        some = queries[start : start + _QUERIES].astype(np.float32)
        yield from _nearest_of_some(parts, some, count)


def _nearest_of_some(
    parts: Sequence[Vectors], queries: NDArray[np.float32], count: int
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float32]]]:
    rows: list[list[NDArray[np.int64]]] = [[] for _ in queries]
    scores: list[list[NDArray[np.float32]]] = [[] for _ in queries]
    least = np.full(len(queries), -np.inf, dtype=np.float32)
    for first, block in _blocks(parts):
        table = queries @ block.astype(np.float32).T
        hits, places = np.nonzero(table >= least[:, None])
        ends = np.searchsorted(hits, np.arange(len(queries) + 1))
        for query in range(len(queries)):
            own = places[ends[query] : ends[query + 1]]
            if not len(own):
                continue
            found = table[query, own]
            if len(own) > 2 * count:
                best = np.partition(found, -count)[-count]
                own, found = own[found >= best], found[found >= best]
            rows[query].append(own + first)
            scores[query].append(found)
            if sum(map(len, scores[query])) >= count:
                rows[query], scores[query], least[query] = _best(rows[query], scores[query], count)
    for own_rows, own_scores in zip(rows, scores, strict=True):
        if own_rows:
            kept_rows, kept_scores, _ = _best(own_rows, own_scores, count)
            yield kept_rows[0], kept_scores[0] / np.float32(127**2)
        else:
            yield np.zeros(0, np.int64), np.zeros(0, np.float32)


def _best(
    rows: list[NDArray[np.int64]], scores: list[NDArray[np.float32]], count: int
) -> tuple[list[NDArray[np.int64]], list[NDArray[np.float32]], float]:
    """The best so far, in order, and the score below which nothing counts any more."""
    all_rows, all_scores = np.concatenate(rows), np.concatenate(scores)
    order = np.lexsort((all_rows, -all_scores))[:count]
    kept = all_scores[order]
    least = float(kept[-1]) if len(kept) == count else -np.inf
    return [all_rows[order]], [kept], least


def _blocks(parts: Sequence[Vectors]) -> Iterator[tuple[int, Vectors]]:
    first = 0
    for part in parts:
        for start in range(0, len(part), _BLOCK):
            yield first + start, part[start : start + _BLOCK]
        first += len(part)
