"""Learn trees that say of the features of a pair how likely it is one person."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from numpy.typing import NDArray

from habeas.people.comparison.encoder import Encoder
from habeas.people.comparison.features import pair_features
from habeas.people.comparison.shelf import Shelf
from habeas.people.comparison.weights import Weights
from names.training.labelled import TrainingPair

NEGATIVES = 10
"""How much all pairs of two weigh against all pairs of one, as after a search."""

MODELS = 2
"""How many models of trees are made, whose mean is taken."""


_TREES, _DEPTH, _RATE, _REGULARISATION = 500, 6, 0.08, 40
# The share of features that a question may ask for, so that trees do not all ask for the same.
_ASKABLE = 0.4
# The order of sums follows the number of threads: more of them, other last digits.
_THREADS = 2
_AT_ONCE = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """Pairs of one origin.

    Attributes:
        name: What they are called in messages.
        pairs: The pairs.
        weight: How much they count in all, against 1 for names of the sources.
    """

    name: str
    pairs: Sequence[TrainingPair]
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Trees:
    """Trees of one depth, as `Weights` keeps them.

    Attributes:
        features, borders, leaves: Shapes (T, Q), (T, Q), (T, 2**Q).
        bias: What all of them start from.
    """

    features: NDArray[np.uint8]
    borders: NDArray[np.float32]
    leaves: NDArray[np.float32]
    bias: float


def measured(weights: Weights, pairs: Sequence[TrainingPair]) -> NDArray[np.float32]:
    """The features of pairs, shape (N, F)."""
    shelf = Shelf(weights, Encoder(weights))
    parts = [pairs[first : first + _AT_ONCE] for first in range(0, len(pairs), _AT_ONCE)]
    return np.concatenate(
        [pair_features(shelf, [p.left for p in part], [p.right for p in part]) for part in parts]
    )


def pair_weights(lessons: Sequence[Lesson]) -> NDArray[np.float64]:
    """What each pair of the lessons weighs; the mean is 1.

    Within a lesson all pairs of one person weigh `weight`, all others ten times as much.
    """
    found = []
    for lesson in lessons:
        same = np.array([pair.same for pair in lesson.pairs], dtype=bool)
        each = np.where(same, 1 / max(same.sum(), 1), NEGATIVES / max((~same).sum(), 1))
        found.append(each * lesson.weight)
    weights = np.concatenate(found)
    scaled: NDArray[np.float64] = weights * (len(weights) / weights.sum())
    return scaled


def train_trees(features: NDArray[np.float32], lessons: Sequence[Lesson], seed: int) -> Trees:
    """Learn from the lessons, whose features these are, in order."""
    from catboost import Pool

    labels = np.array([pair.same for lesson in lessons for pair in lesson.pairs], dtype=bool)
    pool = Pool(features, labels, weight=pair_weights(lessons))
    return mean_of([_one_model(pool, seed + place) for place in range(MODELS)])


def mean_of(models: Sequence[Trees]) -> Trees:
    """The trees of several models, which together say the mean of what each says."""
    share = np.float32(1 / len(models))
    return Trees(
        features=np.concatenate([model.features for model in models]),
        borders=np.concatenate([model.borders for model in models]),
        leaves=np.concatenate([model.leaves * share for model in models]),
        bias=sum(model.bias for model in models) / len(models),
    )


def _one_model(pool: Any, seed: int) -> Trees:
    from catboost import CatBoostClassifier

    model = CatBoostClassifier(
        iterations=_TREES,
        depth=_DEPTH,
        learning_rate=_RATE,
        l2_leaf_reg=_REGULARISATION,
        rsm=_ASKABLE,
        random_seed=seed,
        thread_count=_THREADS,
        verbose=False,
        allow_writing_files=False,
    )
    model.fit(pool)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "trees.json"
        model.save_model(str(path), format="json")
        return trees_of(json.loads(path.read_text(encoding="utf-8")))


def trees_of(model: dict[str, Any]) -> Trees:
    """The trees of a model of CatBoost as it is written in JSON.

    A tree that asks fewer questions gets further ones that are never answered with yes.
    """
    trees = model["oblivious_trees"]
    depth = max(len(tree["splits"]) for tree in trees)
    features = np.zeros((len(trees), depth), dtype=np.uint8)
    borders = np.full((len(trees), depth), np.inf, dtype=np.float32)
    leaves = np.zeros((len(trees), 2**depth), dtype=np.float64)
    for row, tree in enumerate(trees):
        for place, split in enumerate(tree["splits"]):
            features[row, place] = split["float_feature_index"]
            borders[row, place] = split["border"]
        leaves[row, : len(tree["leaf_values"])] = tree["leaf_values"]
    scale, bias = model["scale_and_bias"]
    start = bias[0] if isinstance(bias, list) else bias
    return Trees(
        features=features,
        borders=borders,
        leaves=(leaves * scale).astype(np.float32),
        bias=float(start),
    )
