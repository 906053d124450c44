"""Trees that ask every row the same questions at the same depth, on numpy alone."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from habeas.people.comparison.weights import Weights


def probabilities(weights: Weights, features: NDArray[np.float32]) -> NDArray[np.float64]:
    """What the trees say of each row of features, shape (N, F) → (N,).

    A feature that is not known (NaN) answers no to every question. The sum is made in one
    order, so a row gets the same number whatever rows stand beside it.
    """
    columns = np.ascontiguousarray(np.nan_to_num(features, nan=-np.inf).T)
    total = np.full(len(features), weights.bias, dtype=np.float64)
    places = np.empty(len(features), dtype=np.uint8)
    for asked, borders, leaves in zip(
        weights.features, weights.borders, weights.leaves, strict=True
    ):
        places[:] = 0
        for depth, (feature, border) in enumerate(zip(asked, borders, strict=True)):
            places |= (columns[feature] > border).astype(np.uint8) << np.uint8(depth)
        total += leaves[places]
    result: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-total))
    return result
