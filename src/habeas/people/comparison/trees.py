"""Trees that ask every row the same questions at the same depth, on numpy alone."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from habeas.people.comparison.weights import Weights

_FEW = 512
"""Rows up to which asking all trees at once is faster than asking one after the other."""


def probabilities(weights: Weights, features: NDArray[np.float32]) -> NDArray[np.float64]:
    """What the trees say of each row of features, shape (N, F) → (N,).

    A feature that is not known (NaN) answers no to every question. The sum is made in one
    order, so a row gets the same number whatever rows stand beside it.
    """
    columns = np.ascontiguousarray(np.nan_to_num(features, nan=-np.inf).T)
    add_up = _add_at_once if len(features) <= _FEW else _add_one_by_one
    result: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-add_up(weights, columns)))
    return result


def _add_one_by_one(weights: Weights, columns: NDArray[np.float32]) -> NDArray[np.float64]:
    rows = columns.shape[1]
    total = np.full(rows, weights.bias, dtype=np.float64)
    places = np.empty(rows, dtype=np.uint8)
    for asked, borders, leaves in zip(
        weights.features, weights.borders, weights.leaves, strict=True
    ):
        places[:] = 0
        for depth, (feature, border) in enumerate(zip(asked, borders, strict=True)):
            places |= (columns[feature] > border).astype(np.uint8) << np.uint8(depth)
        total += leaves[places]
    return total


def _add_at_once(weights: Weights, columns: NDArray[np.float32]) -> NDArray[np.float64]:
    answers = columns[weights.features] > weights.borders[:, :, np.newaxis]
    depths = np.arange(answers.shape[1], dtype=np.uint8)[:, np.newaxis]
    places = np.bitwise_or.reduce(answers.astype(np.uint8) << depths, axis=1)
    trees = np.arange(len(places))[:, np.newaxis]
    terms = np.full((len(places) + 1, columns.shape[1]), weights.bias, dtype=np.float64)
    terms[1:] = weights.leaves[trees, places]
    # Accumulated, not summed: numpy sums in another order when the shape is another.
    total: NDArray[np.float64] = np.add.accumulate(terms, axis=0)[-1]
    return total
