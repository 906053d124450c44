"""Bring what was learned into the arrays that the package reads, calibrated, in a file of them."""

from __future__ import annotations

import zipfile
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from habeas.people.comparison.trees import probabilities
from habeas.people.comparison.weights import Weights
from names.training.trees_training import NEGATIVES, Trees

_LARGEST = 127
_CLIPPED = 99.95
_ROUNDS = 60
_TINY = 1e-6
_DEEPEST = 6
# Zip files date their members; this is the first day they can.
_DAY = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o644 << 16


def without_trees(
    runs: NDArray[np.uint32],
    table: NDArray[np.float32],
    rarity: tuple[NDArray[np.uint32], NDArray[np.uint8]],
) -> Weights:
    """Weights that encode names, and compare nothing yet.

    The table is brought to whole numbers from -127 to 127; the longest of its numbers are cut.
    """
    scale = _LARGEST / max(float(np.percentile(np.abs(table), _CLIPPED)), _TINY)
    whole = np.clip(np.rint(table * scale), -_LARGEST, _LARGEST).astype(np.int8)
    return Weights(
        runs=runs,
        table=whole,
        rare_words=rarity[0],
        rarity=rarity[1],
        features=np.zeros((0, _DEEPEST), dtype=np.uint8),
        borders=np.zeros((0, _DEEPEST), dtype=np.float32),
        leaves=np.zeros((0, 2**_DEEPEST), dtype=np.float32),
        bias=0.0,
    )


def with_trees(weights: Weights, trees: Trees) -> Weights:
    """The same weights with trees."""
    return replace(
        weights,
        features=trees.features,
        borders=trees.borders,
        leaves=trees.leaves,
        bias=trees.bias,
    )


def calibrated(weights: Weights, features: NDArray[np.float32], same: NDArray[np.bool_]) -> Weights:
    """Stretch and shift what the trees say so that it is right on average.

    Two numbers are fitted, by which the logits are multiplied and raised (Platt 1999), with ten
    negatives to one positive: a probability is that of a candidate after a search.

    Args:
        weights: With trees.
        features, same: Of pairs that the trees did not learn from.
    """
    said = np.clip(probabilities(weights, features), _TINY, 1 - _TINY)
    slope, shift = fit_logits(np.log(said / (1 - said)), same)
    return replace(
        weights,
        leaves=(weights.leaves * np.float32(slope)).astype(np.float32),
        bias=float(weights.bias * slope + shift),
    )


def fit_logits(logits: NDArray[np.float64], same: NDArray[np.bool_]) -> tuple[float, float]:
    """Slope and shift by which logits fit labels best, by Newton's method."""
    positives = int(same.sum())
    weigh = np.where(same, 1.0, NEGATIVES * positives / max(len(same) - positives, 1))
    inputs = np.stack([logits, np.ones_like(logits)], axis=1)
    found = np.array([1.0, 0.0])
    for _ in range(_ROUNDS):
        said = 1 / (1 + np.exp(-(inputs @ found)))
        gradient = inputs.T @ (weigh * (said - same))
        curvature = (inputs * (weigh * said * (1 - said))[:, None]).T @ inputs
        found -= np.linalg.solve(curvature + _TINY * np.eye(2), gradient)
    return float(found[0]), float(found[1])


def save(weights: Weights, path: Path) -> None:
    """Write the arrays as `numpy.load` reads them; the same arrays give the same bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for one in fields(weights):
            member = zipfile.ZipInfo(f"{one.name}.npy", date_time=_DAY)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = _PLAIN_FILE
            with archive.open(member, "w") as stream:
                np.lib.format.write_array(
                    stream, np.asarray(getattr(weights, one.name)), allow_pickle=False
                )
