"""The nearest of very many vectors, exactly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from habeas.people.comparison.encoder import Vectors

_BLOCK = 8192
_QUERIES = 128
_TOGETHER = 16
"""Rows of which only the nearest is looked at, until it proves to be near enough."""

# One whole number stands for a row that was found, so that their order is that of numbers:
# seven bits for the query, 24 for its distance, 32 for the row.
_QUERY_BIT, _DISTANCE_BIT = 56, 32
_FARTHEST = 1 << 23


def nearest(
    parts: Sequence[Vectors], queries: Vectors, count: int
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float32]]]:
    """For each query the rows whose vectors are nearest, nearest first.

    Products of whole numbers below 2**24 are exact in single precision, so the answer is
    the same on every machine; equals are told apart by their row.

    Args:
        parts: Vectors of length 127, one after the other; each may be mapped from a file.
            At most 2**32 rows of at most 512 numbers.
        queries: Vectors of length 127, shape (Q, D).
        count: How many rows to find for each query.

    Yields:
        Rows, counted over all parts, and their cosines; fewer than `count` only where
        there are no more.
    """
    for start in range(0, len(queries), _QUERIES):
        some = queries[start : start + _QUERIES].astype(np.float32)
        found = _nearest_of_some(parts, some, count)
        ends = np.searchsorted(found, np.arange(1, len(some)) << _QUERY_BIT)
        for own in np.split(found, ends):
            yield own & (1 << _DISTANCE_BIT) - 1, _products(own) / np.float32(127**2)


def _nearest_of_some(
    parts: Sequence[Vectors], queries: NDArray[np.float32], count: int
) -> NDArray[np.int64]:
    found = np.zeros(0, dtype=np.int64)
    least = np.full(len(queries), -np.inf, dtype=np.float32)
    for first, block in _blocks(parts):
        table = queries @ _filled(block).T.astype(np.float32)
        table[:, len(block) :] = -np.inf
        lanes = table.reshape(len(queries), _TOGETHER, -1)
        highest = lanes.max(axis=1)
        width = highest.shape[1]
        if width >= count and np.isinf(least).any():
            # As many rows are at least as near as the nearest of so many groups.
            seed = np.partition(highest, width - count, axis=1)[:, width - count]
            least = np.maximum(least, seed)
        hits, groups = np.nonzero(highest >= np.maximum(least, -_FARTHEST)[:, None])
        products = lanes[hits, :, groups]
        near, lane = np.nonzero(products >= np.maximum(least[hits], -_FARTHEST)[:, None])
        rows = first + lane * width + groups[near]
        distances = _FARTHEST - products[near, lane].astype(np.int64)
        fresh = hits[near] << _QUERY_BIT | distances << _DISTANCE_BIT | rows
        found, least = _best(np.concatenate([found, fresh]), least, count)
    return found


def _best(
    found: NDArray[np.int64], least: NDArray[np.float32], count: int
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """The best so far, in order, and the products below which nothing counts any more."""
    found = np.sort(found)
    starts = np.searchsorted(found, np.arange(len(least)) << _QUERY_BIT)
    many = np.diff(starts, append=len(found))
    found = found[np.arange(len(found)) - np.repeat(starts, many) < count]
    kept = np.minimum(many, count)
    full = np.flatnonzero(kept == count)
    least = least.copy()
    least[full] = _products(found[np.cumsum(kept)[full] - 1])
    return found, least


def _products(found: NDArray[np.int64]) -> NDArray[np.float32]:
    distances = found >> _DISTANCE_BIT & (1 << _QUERY_BIT - _DISTANCE_BIT) - 1
    return (_FARTHEST - distances).astype(np.float32)


def _filled(block: Vectors) -> Vectors:
    """The block with as many rows of zeros as make its groups whole."""
    missing = -len(block) % _TOGETHER
    if not missing:
        return block
    return np.concatenate([block, np.zeros((missing, block.shape[1]), dtype=np.int8)])


def _blocks(parts: Sequence[Vectors]) -> Iterator[tuple[int, Vectors]]:
    first = 0
    for part in parts:
        for start in range(0, len(part), _BLOCK):
            yield first + start, part[start : start + _BLOCK]
        first += len(part)
