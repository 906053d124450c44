"""The learned numbers that ship with the package, as plain arrays."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What training made; see `benchmarks/names/`.

    Attributes:
        runs: Numbers of the runs of letters that are known, sorted; shape (R,).
        table: One vector a run; shape (R, D), int8.
        rare_words: Numbers of Latin words, sorted; shape (W,).
        rarity: How rare each is, in tenths of the natural logarithm; shape (W,), uint8.
        features: Index of the feature that each question of a tree asks; shape (T, Q).
        borders: Where it divides; shape (T, Q). A feature greater than it says yes.
        leaves: What a tree adds for each row of answers; shape (T, 2**Q).
        bias: What all trees start from.
    """

    runs: NDArray[np.uint32]
    table: NDArray[np.int8]
    rare_words: NDArray[np.uint32]
    rarity: NDArray[np.uint8]
    features: NDArray[np.uint8]
    borders: NDArray[np.float32]
    leaves: NDArray[np.float32]
    bias: float


@cache
def shipped_weights() -> Weights:
    """Load the weights of the package, once; about 20 MB, a tenth of a second."""
    with as_file(files("habeas.people.comparison") / "data" / "weights.npz") as path:
        arrays = dict(np.load(path, allow_pickle=False))
    return Weights(**{**arrays, "bias": float(arrays["bias"])})
