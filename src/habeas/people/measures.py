"""How well a score tells pairs of one name from pairs of two, and how well a search finds.

Among the candidates of a search the wrong ones are many, so every measure of pairs weighs the
negatives: however many a file has of them, together they weigh ten times the positives.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

NEGATIVES_PER_POSITIVE = 10
"""How much all negatives weigh together, where the positives weigh one each."""

BINS = 10
"""Bins of equal width in which probabilities are set beside what came true."""

type Scores = NDArray[np.float64]
type Labels = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What one threshold makes of labelled pairs.

    Attributes:
        positives, negatives: Pairs with each label, not weighed.
        precision: None where no pair is at or over the threshold, or without negatives,
            for then none could be wrong.
        recall: None without positives.
        f1: None without positives or without negatives.
    """

    positives: int
    negatives: int
    precision: float | None
    recall: float | None
    f1: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A threshold (inclusive) and the measure it reaches."""

    threshold: float
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Pairs whose probability falls in one bin.

    Attributes:
        low, high: Bounds; the low one belongs to the bin, the high one only to the last.
        weight: Share of the weight of all pairs.
        said: Mean probability.
        true: Share of the positives, weighed.
    """

    low: float
    high: float
    weight: float
    said: float
    true: float


def weights(labels: Labels) -> Scores:
    """One for each positive; for each negative what makes all of them weigh ten to one.

    Without positives each negative weighs one.
    """
    positives = int(labels.sum())
    negatives = len(labels) - positives
    each = NEGATIVES_PER_POSITIVE * positives / negatives if positives and negatives else 1.0
    return np.where(labels, 1.0, each)


def agreement(scores: Scores, labels: Labels, threshold: float) -> Agreement:
    """Precision, recall and F1 of calling a pair one name at `threshold` or over."""
    positives = int(labels.sum())
    negatives = len(labels) - positives
    weight = weights(labels)
    chosen = scores >= threshold
    right = float(weight[chosen & labels].sum())
    said = float(weight[chosen].sum())
    both = bool(positives and negatives)
    return Agreement(
        positives=positives,
        negatives=negatives,
        precision=right / said if said and negatives else None,
        recall=right / positives if positives else None,
        f1=2 * right / (said + positives) if both else None,
    )


def best_f1(scores: Scores, labels: Labels) -> Cut | None:
    """The threshold with the best F1; of equals the highest. None where F1 is not defined.

    It favours whoever is measured by it, for it is chosen on the very pairs.
    """
    if not labels.any() or labels.all():
        return None
    cuts, right, said = _every_threshold(scores, labels)
    f1 = 2 * right / (said + float(labels.sum()))
    best = int(np.argmax(f1))
    return Cut(threshold=float(cuts[best]), value=float(f1[best]))


def recall_at_precision(scores: Scores, labels: Labels, least: float) -> Cut | None:
    """The greatest recall of any threshold whose precision is `least` or more.

    Returns:
        Of equals the highest threshold. None where precision or recall is not defined, or
        where no threshold is that precise.
    """
    if not labels.any() or labels.all():
        return None
    cuts, right, said = _every_threshold(scores, labels)
    recall = np.where(right >= least * said, right / float(labels.sum()), -1.0)
    best = int(np.argmax(recall))
    if recall[best] < 0:
        return None
    return Cut(threshold=float(cuts[best]), value=float(recall[best]))


def calibration(scores: Scores, labels: Labels) -> tuple[Bin, ...]:
    """Set what the probabilities say beside what came true, in ten bins of equal width.

    Args:
        scores: Probabilities, 0 to 1.

    Returns:
        The bins that hold pairs, lowest first.
    """
    weight = weights(labels)
    number = np.minimum((scores * BINS).astype(np.int64), BINS - 1)
    found = []
    for one in np.unique(number):
        inside = number == one
        mass = float(weight[inside].sum())
        found.append(
            Bin(
                low=int(one) / BINS,
                high=(int(one) + 1) / BINS,
                weight=mass / float(weight.sum()),
                said=float((weight * scores)[inside].sum()) / mass,
                true=float(weight[inside & labels].sum()) / mass,
            )
        )
    return tuple(found)


def calibration_error(bins: Collection[Bin]) -> float:
    """Expected calibration error: the mean distance of said and true, weighed by the bins."""
    return sum(one.weight * abs(one.said - one.true) for one in bins)


def place_of(gold: Collection[str], found: Sequence[str]) -> int | None:
    """The place of the first right person, 1 for the best; None where none is found.

    Args:
        gold: Ids of the persons that are right.
        found: Ids of the bearers of the names found, best first. A person found by two
            names takes one place.
    """
    for place, person in enumerate(dict.fromkeys(found), start=1):
        if person in gold:
            return place
    return None


def recall_at(places: Collection[int | None], limit: int) -> float | None:
    """Share of the queries whose first right person stands at `limit` or before."""
    if not places:
        return None
    return sum(1 for place in places if place is not None and place <= limit) / len(places)


def _every_threshold(scores: Scores, labels: Labels) -> tuple[Scores, Scores, Scores]:
    """Each score as a threshold, highest first; the right weight and all weight at or over it."""
    order = np.argsort(-scores, kind="stable")
    ranked, weight, right = scores[order], weights(labels)[order], labels[order]
    # Equal scores stand or fall together.
    last = np.append(ranked[1:] != ranked[:-1], True)
    return ranked[last], np.cumsum(weight * right)[last], np.cumsum(weight)[last]
