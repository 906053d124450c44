"""The arithmetic of training the matcher of names, set beside what is worked out by hand.

All persons are invented.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from habeas.people.comparison.trees import probabilities
from habeas.people.comparison.weights import Weights
from names.training import export
from names.training.corpus import make_corpus, rarity_of_words
from names.training.encoder_training import contrast, entries_of
from names.training.kernels import Entries, Step, add_up, descend
from names.training.labelled import TrainingPair
from names.training.sources import NamedPerson, WordPair
from names.training.trees_training import Lesson, Trees, mean_of, pair_weights, trees_of

ANA = NamedPerson(id="ep:Q1", names=("Ana Lomvale", "Ана Ломвале"))


def test_spellings_are_counted_in_runs_and_joined_in_rows() -> None:
    persons = [ANA, replace(ANA, id="ep:Q3"), replace(ANA, id="ep:Q4")]
    words = [WordPair("ru", text, text) for text in ("lomvale", "lomvale ana", "ana")]
    corpus = make_corpus(persons, words)
    assert corpus.size == 5
    assert corpus.frequencies.sum() == corpus.counts.sum()
    joined = entries_of(corpus, np.array([[3, 4, -1], [2, -1, -1]]))
    lengths = np.diff(corpus.starts)
    assert np.diff(joined.starts).tolist() == [lengths[3] + lengths[4], lengths[2]]
    numbers, tenths = rarity_of_words(persons)
    assert len(numbers) == len(tenths) > 0
    assert not tenths.any()


ENTRIES = Entries(
    starts=np.array([0, 2, 3]),
    columns=np.array([0, 2, 2], dtype=np.int32),
    counts=np.array([1, 2, 1], dtype=np.float32),
)


def test_sums_and_steps_are_those_of_plain_arithmetic() -> None:
    table = np.arange(12, dtype=np.float32).reshape(3, 4)
    sums = np.zeros((2, 4), dtype=np.float32)
    for part in (0, 1):
        add_up(ENTRIES, table, sums, part)
    assert sums.tolist() == [(table[0] + 2 * table[2]).tolist(), table[2].tolist()]
    step = Step(
        gradients=np.ones((2, 4), dtype=np.float32),
        squares=np.ones(2, dtype=np.float32),
        rate=np.float32(1),
    )
    moved, seen = table.copy(), np.zeros(3, dtype=np.float32)
    for part in (0, 1):
        descend(ENTRIES, moved, seen, step, part)
    assert seen.tolist() == [1, 0, 5]
    expected = [1, 0, 2 / np.sqrt(4) + 1 / np.sqrt(5)]
    assert pytest.approx(np.tile(expected, (4, 1)), rel=1e-5) == (table - moved).T


def test_the_gradient_is_that_of_the_loss() -> None:
    draw = np.random.default_rng(0)
    one = draw.standard_normal((6, 4)).astype(np.float32)
    other = one + draw.normal(0, 0.3, (6, 4)).astype(np.float32)
    _, gradients = contrast(one, other)
    for side in (0, 1):
        losses = []
        for step in (0.003, -0.003):
            sides = [one.copy(), other.copy()]
            sides[side][2, 1] += np.float32(step)
            losses.append(contrast(*sides)[0])
        slope = (losses[0] - losses[1]) / 0.006
        assert slope == pytest.approx(gradients[side][2, 1], abs=2e-3)


def small_weights() -> Weights:
    """Weights with a table of three runs and no trees."""
    return export.without_trees(
        np.array([1, 2, 3], dtype=np.uint32),
        np.eye(3, 4, dtype=np.float32),
        (np.array([7], dtype=np.uint32), np.array([9], dtype=np.uint8)),
    )


MODEL = {
    "oblivious_trees": [
        {
            "splits": [
                {"float_feature_index": 1, "border": 0.5},
                {"float_feature_index": 0, "border": 2.0},
            ],
            "leaf_values": [0.0, 1.0, 2.0, 3.0],
        },
        {"splits": [{"float_feature_index": 0, "border": 1.0}], "leaf_values": [-1.0, 1.0]},
    ],
    "scale_and_bias": [2.0, [0.25]],
}


def test_trees_say_what_their_model_says() -> None:
    trees = trees_of(MODEL)
    features = np.array([[3, 1], [1.5, np.nan], [0, 0.6]], dtype=np.float32)
    logits = [0.25 + 2 * (3 + 1), 0.25 + 2 * (0 + 1), 0.25 + 2 * (1 - 1)]
    expected = 1 / (1 + np.exp(-np.array(logits)))
    for told in (trees, mean_of([trees, trees])):
        said = probabilities(export.with_trees(small_weights(), told), features)
        assert said == pytest.approx(expected)


def test_calibration_finds_the_stretch_and_shift_of_logits() -> None:
    draw = np.random.default_rng(0)
    logits = draw.normal(0, 2, 40_000)
    # As many of one as of two: the ten negatives to one positive come to a shift of their own.
    same = draw.random(40_000) < 1 / (1 + np.exp(-(0.5 * logits)))
    slope, shift = export.fit_logits(logits, same)
    assert slope == pytest.approx(0.5, abs=0.03)
    assert shift == pytest.approx(-np.log(10), abs=0.1)


def test_pairs_of_two_weigh_ten_times_those_of_one() -> None:
    pairs = [TrainingPair("a", "b", same=same) for same in (True, False, False, False)]
    lessons = [
        Lesson(name="one", pairs=pairs, weight=1),
        Lesson(name="other", pairs=pairs * 2, weight=0.5),
    ]
    weights = pair_weights(lessons)
    same = np.array([pair.same for lesson in lessons for pair in lesson.pairs])
    assert weights[~same].sum() == pytest.approx(10 * weights[same].sum())
    assert weights[:4].sum() == pytest.approx(2 * weights[4:].sum())
    assert weights.mean() == pytest.approx(1)


def test_the_same_weights_are_the_same_bytes(tmp_path: Path) -> None:
    weights = export.with_trees(small_weights(), trees_of(MODEL))
    for name in ("one.npz", "other.npz"):
        export.save(weights, tmp_path / name)
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "other.npz").read_bytes()
    arrays = dict(np.load(tmp_path / "one.npz", allow_pickle=False))
    read = Weights(**{**arrays, "bias": float(arrays["bias"])})
    assert read.table.tolist() == weights.table.tolist()
    assert read.bias == weights.bias
    assert read.table.max() == 127


def test_trees_of_models_stand_one_after_another() -> None:
    trees: Trees = mean_of([trees_of(MODEL)] * 2)
    assert trees.features.shape == trees.borders.shape == (4, 2)
    assert trees.leaves.shape == (4, 4)
    assert trees.bias == 0.25
