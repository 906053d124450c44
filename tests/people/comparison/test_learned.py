"""The learned parts: runs of letters, sums that are exact, trees, and the file of weights."""

from __future__ import annotations

from importlib.resources import files

import numpy as np
import pytest

from habeas.people.comparison.encoder import Encoder, unit_vectors
from habeas.people.comparison.features import pair_features
from habeas.people.comparison.folds import consonants, fold_sounds
from habeas.people.comparison.letters import AS_WRITTEN, runs_of
from habeas.people.comparison.shelf import Shelf
from habeas.people.comparison.spelling import spell
from habeas.people.comparison.trees import probabilities
from habeas.people.comparison.weights import Weights, shipped_weights

_MOST_BYTES = 25_000_000

# All names here are invented, or of people long known to the public.
NAMES = ("Марыя Калеснікава", "Maria Kolesnikova", "许志永", "نرگس محمدی", "Abd al-Rahman al-Rawi")

ONE_WORD = {
    "two schemes of one Slavic name": ("Shcherbakov", "Szczerbakow"),
    "kh and h": ("khatami", "hatami"),
    "a doubled letter": ("abdullah", "abdulah"),
}


@pytest.mark.parametrize(("one", "other"), ONE_WORD.values(), ids=ONE_WORD)
def test_schemes_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold_sounds(one.lower()) == fold_sounds(other.lower())


def test_consonants_keep_that_a_vowel_came_first() -> None:
    assert consonants("ahmad") == "amd"
    assert consonants("emad") == consonants("imad")


def test_runs_as_written_are_told_from_runs_of_the_reading() -> None:
    latin, cyrillic = runs_of("ales"), runs_of("алесь")
    assert (latin >= AS_WRITTEN).all()
    assert (cyrillic < AS_WRITTEN).any()
    assert set(latin.tolist()) & set(cyrillic.tolist())


def test_a_name_is_the_sum_of_its_words_in_any_order() -> None:
    encoder = Encoder(shipped_weights())
    one, other = encoder.encode([spell("Maria Kolesnikova"), spell("KOLESNIKOVA, Maria")])[0]
    assert (one == other).all()


def test_vectors_do_not_depend_on_what_is_encoded_beside_them() -> None:
    alone = [Encoder(shipped_weights()).encode([spell(name)])[0] for name in NAMES]
    together, owners = Encoder(shipped_weights()).encode([spell(name) for name in NAMES])
    assert (np.concatenate(alone) == together).all()
    assert owners.tolist() == sorted(owners.tolist())


def test_vectors_have_one_length_and_nothing_stays_nothing() -> None:
    vectors = unit_vectors(np.array([[3, 4], [0, 0], [-300, 0]], dtype=np.int32))
    assert vectors.tolist() == [[76, 102], [0, 0], [-127, 0]]


def test_trees_add_the_leaf_that_the_answers_lead_to() -> None:
    nothing = np.zeros(0, dtype=np.uint32)
    weights = Weights(
        runs=nothing,
        table=np.zeros((0, 2), dtype=np.int8),
        rare_words=nothing,
        rarity=np.zeros(0, dtype=np.uint8),
        features=np.array([[0, 1], [1, 1]], dtype=np.uint8),
        borders=np.array([[0.5, 0.5], [0.1, np.inf]], dtype=np.float32),
        leaves=np.array([[0, 1, 2, 3], [0, 10, 0, 0]], dtype=np.float32),
        bias=-1.0,
    )
    rows = np.array([[0, 0], [1, 0], [0, 1], [1, 1], [np.nan, np.nan]], dtype=np.float32)
    sums = [-1.0, 0.0, 1 + 10, 2 + 10, -1.0]
    assert probabilities(weights, rows) == pytest.approx(
        [1 / (1 + np.exp(-total)) for total in sums]
    )


def test_the_weights_that_ship_are_plain_small_and_fit_the_features() -> None:
    path = files("habeas.people.comparison") / "data" / "weights.npz"
    assert len(path.read_bytes()) <= _MOST_BYTES
    weights = shipped_weights()
    assert (np.diff(weights.runs.astype(np.int64)) > 0).all()
    assert (np.diff(weights.rare_words.astype(np.int64)) > 0).all()
    assert len(weights.table) == len(weights.runs)
    assert weights.leaves.shape[1] == 2 ** weights.features.shape[1]
    shelf = Shelf(weights, Encoder(weights))
    measured = pair_features(shelf, ["Maria Kolesnikova"], ["Марыя Калеснікава"])
    assert int(weights.features.max()) < measured.shape[1]


def test_sides_and_neighbours_make_no_difference_to_what_is_measured() -> None:
    weights = shipped_weights()
    lefts = [a for a in NAMES for _ in NAMES]
    rights = [b for _ in NAMES for b in NAMES]
    shelf = Shelf(weights, Encoder(weights))
    measured = pair_features(shelf, lefts, rights)
    turned = pair_features(Shelf(weights, Encoder(weights)), rights, lefts)
    np.testing.assert_array_equal(measured, turned)
    for place in (0, 7, 24):
        alone = pair_features(Shelf(weights, Encoder(weights)), [lefts[place]], [rights[place]])
        np.testing.assert_array_equal(alone[0], measured[place])
