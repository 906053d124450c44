"""What is measured of a pair of names, many pairs at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel, JaroWinkler, Levenshtein

from habeas.people.comparison.read_forms import by_alphabet, forms_of
from habeas.people.comparison.shelf import MOST_ALIGNED, Shelf

type Floats = NDArray[np.float32]
type Places = NDArray[np.int64]

_SHOWN = 3
_NEAR_AT_ONCE = 512
_ABSENT = -2.0
_TAKEN = -3.0
_SAME_INITIAL = 0.55
_OTHER_INITIAL = -0.5
_ONE_GIVEN_NAME = 0.9
_GROUPS = (
    ("Latn",),
    ("Cyrl",),
    ("Arab",),
    ("Hebr",),
    ("Hani", "Jpan"),
    ("Kana",),
    ("Hang",),
    ("Grek",),
    ("Deva", "Beng", "Taml", "Sinh", "Mlym", "Telu", "Knda", "Gujr", "Guru", "Orya"),
    ("Thai", "Mymr", "Khmr", "Laoo"),
)
_GROUP_OF = {script: number for number, group in enumerate(_GROUPS) for script in group}


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Words of two readings that stand for each other, the most alike first.

    Attributes:
        left, right: Units of the words, 0 where there is none; shape (N, MOST_ALIGNED).
        left_at, right_at: Their positions in the reading, -1 where there is none.
        nearness: Cosine of their vectors, NaN where there is none.
    """

    left: NDArray[np.int32]
    right: NDArray[np.int32]
    left_at: Places
    right_at: Places
    nearness: Floats


def pair_features(shelf: Shelf, lefts: Sequence[str], rights: Sequence[str]) -> Floats:
    """Measure pairs of names, shape (N, F); the sides of a pair make no difference.

    The columns are those of `FEATURES`, NaN where there is nothing to measure.
    """
    places = shelf.places([*lefts, *rights])
    left_names, right_names = places[: len(lefts)], places[len(lefts) :]
    turned = np.array(
        [
            shelf.texts[a] > shelf.texts[b]
            for a, b in zip(left_names.tolist(), right_names.tolist(), strict=True)
        ],
        dtype=bool,
    )
    one = np.where(turned, right_names, left_names)
    other = np.where(turned, left_names, right_names)
    left, right = _readings(shelf, one, other)
    columns: list[NDArray[np.floating]] = []
    columns += _vector_columns(shelf, left, right)
    columns += _word_columns(shelf, left, right)
    columns += _text_columns(shelf, left, right)
    columns += _script_columns(shelf, one, other)
    return np.stack([np.asarray(c, dtype=np.float32) for c in columns], axis=1)


def align(shelf: Shelf, left: Places, right: Places) -> Alignment:
    """Pair the words of readings, each with one, the nearest first."""
    units_a, units_b = shelf.aligned.array[left], shelf.aligned.array[right]
    table = _nearness(shelf, units_a, units_b)
    known = _are_one_given_name(shelf, units_a[:, :, None], units_b[:, None, :])
    table = np.where(known, np.maximum(table, np.float32(_ONE_GIVEN_NAME)), table)
    initials = _initials(shelf, left, right, table)
    table = np.where(np.isnan(initials) | (table == _ABSENT), table, initials)
    count = len(table)
    fewer = np.minimum((units_a > 0).sum(axis=1), (units_b > 0).sum(axis=1))
    rows = np.arange(count)
    left_at = np.full((count, MOST_ALIGNED), -1, dtype=np.int64)
    right_at = left_at.copy()
    nearness = np.full((count, MOST_ALIGNED), np.nan, dtype=np.float32)
    for step in range(int(fewer.max(initial=0))):
        best = table.reshape(count, -1).argmax(axis=1)
        i, j = best // MOST_ALIGNED, best % MOST_ALIGNED
        takes = step < fewer
        left_at[takes, step], right_at[takes, step] = i[takes], j[takes]
        nearness[takes, step] = np.maximum(table[rows, i, j][takes], -1)
        table[rows, i, :] = _TAKEN
        table[rows, :, j] = _TAKEN
    return Alignment(
        left=_chosen(units_a, left_at),
        right=_chosen(units_b, right_at),
        left_at=left_at,
        right_at=right_at,
        nearness=nearness,
    )


def _readings(shelf: Shelf, one: Places, other: Places) -> tuple[Places, Places]:
    """For each pair of names, the reading of each that suits the other best."""
    first, counts = shelf.first_reading.array, shelf.reading_count.array
    left, right = first[one].copy(), first[other].copy()
    several = np.flatnonzero((counts[one] > 1) | (counts[other] > 1))
    tried = [
        (int(k), i, j)
        for k in several
        for i in range(left[k], left[k] + counts[one[k]])
        for j in range(right[k], right[k] + counts[other[k]])
    ]
    if not tried:
        return left, right
    read = {i for _, i, _ in tried} | {j for _, _, j in tried}
    ordered = {i: by_alphabet(shelf.readings[i]) for i in read}
    scores = _compared(
        [ordered[i] for _, i, _ in tried], [ordered[j] for _, _, j in tried], fuzz.ratio
    )
    best: dict[int, tuple[float, int, int]] = {}
    for (k, i, j), score in zip(tried, scores.tolist(), strict=True):
        if k not in best or score > best[k][0]:
            best[k] = (score, i, j)
    for k, (_, i, j) in best.items():
        left[k], right[k] = i, j
    return left, right


def _vector_columns(shelf: Shelf, left: Places, right: Places) -> list[Floats]:
    vectors = shelf.vectors.array
    nearness = np.einsum(
        "ij,ij->i", vectors[left].astype(np.float32), vectors[right].astype(np.float32)
    )
    lengths = shelf.vector_lengths.array
    a, b = lengths[left], lengths[right]
    return [nearness / 127**2, np.minimum(a, b) / np.maximum(np.maximum(a, b), 1)]


def _word_columns(shelf: Shelf, left: Places, right: Places) -> list[NDArray[np.floating]]:
    found = align(shelf, left, right)
    there = found.left_at >= 0
    jaro, folded, bare, edits = _word_texts(shelf, found, there)
    nothing = np.float32(np.nan)
    both = 0.6 * np.clip(found.nearness, 0, 1) + 0.4 * folded
    weights = shelf.word_weights.array
    lengths = shelf.word_lengths.array
    weight_a = np.where(there, weights[found.left], 0)
    weight_b = np.where(there, weights[found.right], 0)
    weight = (weight_a + weight_b) / 2
    shorter = np.minimum(lengths[found.left], lengths[found.right]).astype(np.float32)
    columns = _coverage(shelf, left, right, (weight_a, weight_b), np.nan_to_num(both))
    for k in range(_SHOWN):
        columns += [
            found.nearness[:, k],
            both[:, k],
            jaro[:, k],
            folded[:, k],
            bare[:, k],
            np.where(there[:, k], weight[:, k], nothing),
            edits[:, k],
            np.where(there[:, k], shorter[:, k], nothing),
        ]
    columns += [_least(v, there) for v in (both, found.nearness, jaro, bare, folded)]
    logs = np.where(there, np.log(np.maximum(np.nan_to_num(both), 0.05)), 0)
    columns.append(logs.sum(axis=1) / np.maximum(there.sum(axis=1), 1))
    columns.append(_in_order(found))
    known = _are_one_given_name(shelf, found.left, found.right)
    columns.append(known.sum(axis=1).astype(np.float32))
    only_known = known & (found.nearness <= np.float32(_ONE_GIVEN_NAME))
    columns.append(only_known.sum(axis=1).astype(np.float32))
    columns += _counts(shelf, left, right)
    return columns


def _word_texts(shelf: Shelf, found: Alignment, there: NDArray[np.bool_]) -> list[Floats]:
    """How alike aligned words are as text, in four ways, NaN where there is none."""
    rows = np.nonzero(there)
    units = np.concatenate([found.left[rows], found.right[rows]])
    met, numbers = np.unique(units, return_inverse=True)
    a, b = numbers[: len(rows[0])].tolist(), numbers[len(rows[0]) :].tolist()
    columns = []
    for texts, scorer in (
        (shelf.words, JaroWinkler.normalized_similarity),
        (shelf.folded, JaroWinkler.normalized_similarity),
        (shelf.bare, Indel.normalized_similarity),
        (shelf.words, Levenshtein.distance),
    ):
        column = np.full(there.shape, np.nan, dtype=np.float32)
        if a:
            words = [texts[unit] for unit in met.tolist()]
            column[rows] = _compared([words[i] for i in a], [words[j] for j in b], scorer)
        columns.append(column)
    return columns


def _coverage(
    shelf: Shelf,
    left: Places,
    right: Places,
    weights: tuple[Floats, Floats],
    likeness: NDArray[np.floating],
) -> list[NDArray[np.floating]]:
    """How much of either name, by weight, has its like in the other."""
    all_weights = shelf.word_weights.array
    whole_a = all_weights[shelf.aligned.array[left]].sum(axis=1) + 1e-6
    whole_b = all_weights[shelf.aligned.array[right]].sum(axis=1) + 1e-6
    a, b = weights
    covered_a, covered_b = (
        (a * likeness).sum(axis=1) / whole_a,
        (b * likeness).sum(axis=1) / whole_b,
    )
    mean = (a + b) / 2
    missing_a, missing_b = whole_a - a.sum(axis=1), whole_b - b.sum(axis=1)
    return [
        np.minimum(covered_a, covered_b),
        np.maximum(covered_a, covered_b),
        (mean * likeness).sum(axis=1) / (mean.sum(axis=1) + 1e-6),
        np.minimum(missing_a, missing_b),
        np.maximum(missing_a, missing_b),
        np.minimum(whole_a, whole_b),
    ]


def _counts(shelf: Shelf, left: Places, right: Places) -> list[NDArray[np.floating]]:
    a, b = shelf.aligned.array[left], shelf.aligned.array[right]
    many_a, many_b = (a > 0).sum(axis=1), (b > 0).sum(axis=1)
    single = shelf.word_lengths.array == 1
    initials = single[a].sum(axis=1) + single[b].sum(axis=1)
    fewer, more = np.minimum(many_a, many_b), np.maximum(many_a, many_b)
    return [column.astype(np.float32) for column in (fewer, more, more - fewer, initials)]


def _in_order(found: Alignment) -> Floats:
    """Of the first three aligned words, pairs in the same order less pairs in the other."""
    total = np.zeros(len(found.left_at), dtype=np.float32)
    for k in range(_SHOWN):
        for m in range(k + 1, _SHOWN):
            both = found.left_at[:, m] >= 0
            turn = (found.left_at[:, k] - found.left_at[:, m]) * (
                found.right_at[:, k] - found.right_at[:, m]
            )
            total += both * np.sign(turn)
    return total


def _text_columns(shelf: Shelf, left: Places, right: Places) -> list[NDArray[np.floating]]:
    """How alike two readings are as text."""
    read, numbers = np.unique(np.concatenate([left, right]), return_inverse=True)
    forms = forms_of([shelf.readings[i] for i in read.tolist()])
    a, b = numbers[: len(left)].tolist(), numbers[len(left) :].tolist()
    columns: list[NDArray[np.floating]] = [
        _compared([texts[i] for i in a], [texts[j] for j in b], scorer)
        for texts, scorer in (
            (forms.spaced, fuzz.ratio),
            (forms.by_alphabet, fuzz.ratio),
            (forms.by_alphabet, fuzz.token_set_ratio),
            (forms.together, fuzz.partial_ratio),
            (forms.together, JaroWinkler.normalized_similarity),
            (forms.together_by_alphabet, fuzz.ratio),
            (forms.folded, fuzz.ratio),
            (forms.folded_together, fuzz.ratio),
            (forms.bare, fuzz.ratio),
            (forms.bare_together, fuzz.ratio),
        )
    ]
    lengths = np.array([len(text) for text in forms.together], dtype=np.float32)
    long_a, long_b = lengths[numbers[: len(left)]], lengths[numbers[len(left) :]]
    shorter, longer = np.minimum(long_a, long_b), np.maximum(long_a, long_b)
    return [*columns, shorter, shorter / np.maximum(longer, 1)]


def _script_columns(shelf: Shelf, one: Places, other: Places) -> list[NDArray[np.floating]]:
    scripts_a = [shelf.scripts[i] for i in one.tolist()]
    scripts_b = [shelf.scripts[i] for i in other.tolist()]
    same = np.array([a == b for a, b in zip(scripts_a, scripts_b, strict=True)])
    texts_a = [shelf.texts[i] for i in one.tolist()]
    texts_b = [shelf.texts[i] for i in other.tolist()]
    written = _compared(texts_a, texts_b, fuzz.token_sort_ratio)
    group_a = np.array([_GROUP_OF.get(s, len(_GROUPS)) for s in scripts_a])
    group_b = np.array([_GROUP_OF.get(s, len(_GROUPS)) for s in scripts_b])
    counts = shelf.reading_count.array
    columns = [same.astype(np.float32), np.where(same, written, np.float32(np.nan))]
    columns += [(group_a == g).astype(np.float32) + (group_b == g) for g in range(len(_GROUPS) + 1)]
    return [*columns, (counts[one] + counts[other]).astype(np.float32)]


def _nearness(shelf: Shelf, a: NDArray[np.int32], b: NDArray[np.int32]) -> Floats:
    """Cosines of the words of two readings, shape (N, MOST_ALIGNED, MOST_ALIGNED)."""
    vectors = shelf.word_vectors.array
    table: Floats = np.empty((len(a), MOST_ALIGNED, MOST_ALIGNED), dtype=np.float32)
    # Some at a time: the vectors of all words of all pairs take much room.
    for start in range(0, len(a), _NEAR_AT_ONCE):
        some = slice(start, start + _NEAR_AT_ONCE)
        one, other = (vectors[side[some]].astype(np.float32) for side in (a, b))
        np.matmul(one, other.transpose(0, 2, 1), out=table[some])
    table /= np.float32(127**2)
    table[(a == 0)[:, :, None] | (b == 0)[:, None, :]] = _ABSENT
    return table


def _initials(shelf: Shelf, left: Places, right: Places, table: Floats) -> Floats:
    """What stands for nearness where one of two words is an initial, else NaN."""
    single = shelf.word_lengths.array == 1
    a, b = single[shelf.aligned.array[left]], single[shelf.aligned.array[right]]
    first_a, first_b = shelf.initials.array[left], shelf.initials.array[right]
    same = first_a[:, :, None] == first_b[:, None, :]
    value = np.where(same, np.float32(_SAME_INITIAL), np.float32(_OTHER_INITIAL))
    result: Floats = np.where(a[:, :, None] | b[:, None, :], value, np.float32(np.nan))
    return result


def _are_one_given_name(
    shelf: Shelf, a: NDArray[np.int32], b: NDArray[np.int32]
) -> NDArray[np.bool_]:
    """True where two words are forms of one given name, by the table of given names."""
    rows = shelf.given_names.array
    one, other = rows[a], rows[b]
    same: NDArray[np.bool_] = (one[..., :, None] == other[..., None, :]) & (one > 0)[..., :, None]
    shared: NDArray[np.bool_] = same.any(axis=(-1, -2))
    return shared


def _chosen(units: NDArray[np.int32], places: Places) -> NDArray[np.int32]:
    taken = np.take_along_axis(units, np.maximum(places, 0), axis=1)
    chosen: NDArray[np.int32] = np.where(places >= 0, taken, 0)
    return chosen


def _least(values: NDArray[np.floating], there: NDArray[np.bool_]) -> NDArray[np.floating]:
    least: NDArray[np.floating] = np.where(there, values, np.inf).min(axis=1)
    return np.where(np.isinf(least), np.float32(np.nan), least)


def _compared(a: list[str], b: list[str], scorer: Callable[..., float]) -> Floats:
    scores: Floats = process.cpdist(a, b, scorer=scorer, dtype=np.float32)
    return scores
