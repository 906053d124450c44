"""Batches to teach the encoder with: names and words, each beside another spelling of it.

Within a batch every other row stands for somebody else. So that telling them apart is worth
learning, many rows resemble each other: names whose vectors were near when last looked at, and
names put together of the same words.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from names.training.corpus import Corpus

type Numbers = NDArray[np.int64]
type Choice = Callable[[str], bool]
"""Says of the id of a person whether nothing is to be learned of them."""

type Unit = Callable[[Numbers], NDArray[np.float32]]
"""Gives vectors of length 1 for rows of spellings."""

ROWS = 1024
MOST_WORDS = 3
"""Spellings that one row is made of; -1 stands for none."""

_NAMES, _WORDS = int(ROWS * 0.4), int(ROWS * 0.28)
_MOST_PAIRS = 40
_OTHER_SOURCES = 0.6
_MOST_MINED = 40_000
_NEAREST = 12
_GROUP = 8
_MINED_SHARE = 0.6
_THIRD_WORD, _ON_ONE_SIDE = 0.3, 0.3


class Batches:
    """Draws batches from a corpus."""

    def __init__(self, corpus: Corpus, left_out: Choice, draw: Generator) -> None:
        """Draw from all words, and from all persons but those left out."""
        self._draw = draw
        self._pairs, weights = self._pairs_of_names(corpus, left_out)
        self._shares = np.cumsum(weights / weights.sum())
        self._words = corpus.word_pairs
        self._by_language = [
            np.flatnonzero(corpus.word_languages == language)
            for language in np.unique(corpus.word_languages)
        ]
        self._mined: Numbers | None = None
        self._one = self._other = np.zeros((0, 0), dtype=np.float32)

    @property
    def pairs(self) -> int:
        """How many pairs of names there are to draw from."""
        return len(self._pairs)

    def look_for_near(self, unit: Unit) -> None:
        """Look anew which names have vectors near each other, among some drawn by chance."""
        count = min(len(self._pairs), _MOST_MINED)
        self._mined = self._draw.choice(len(self._pairs), count, replace=False)
        self._other = unit(_alone(self._pairs[self._mined, 1]))
        self._one = unit(_alone(self._pairs[self._mined, 0]))

    def draw(self) -> tuple[Numbers, Numbers]:
        """Two sides of a batch, each of shape (ROWS, MOST_WORDS)."""
        names = self._names()
        words = self._words[self._draw.integers(0, len(self._words), _WORDS)]
        joined = self._joined(ROWS - _NAMES - _WORDS)
        sides = [
            np.concatenate([_alone(names[:, side]), _alone(words[:, side]), joined[side]])
            for side in (0, 1)
        ]
        return sides[0], sides[1]

    def _pairs_of_names(
        self, corpus: Corpus, left_out: Choice
    ) -> tuple[Numbers, NDArray[np.float64]]:
        found: list[tuple[int, int]] = []
        weights: list[float] = []
        for person, names in zip(corpus.person_ids, corpus.person_names, strict=True):
            if len(names) < 2 or left_out(person):
                continue
            pairs = list(combinations(names, 2))
            if len(pairs) > _MOST_PAIRS:
                chosen = self._draw.choice(len(pairs), _MOST_PAIRS, replace=False)
                pairs = [pairs[place] for place in chosen.tolist()]
            found += pairs
            weights += [1.0 if person.startswith("ep") else _OTHER_SOURCES] * len(pairs)
        return np.array(found, dtype=np.int64).reshape(-1, 2), np.array(weights)

    def _names(self) -> Numbers:
        """Pairs of spellings of one person, shape (_NAMES, 2), in either order."""
        chosen = np.searchsorted(self._shares, self._draw.random(_NAMES))
        chosen = np.minimum(chosen, len(self._pairs) - 1)
        if self._mined is not None and self._draw.random() < _MINED_SHARE:
            near = self._near_groups(self._mined)[:_NAMES]
            chosen[: len(near)] = near
        pairs = self._pairs[chosen]
        swapped = self._draw.random(_NAMES) < 0.5
        pairs[swapped] = pairs[swapped, ::-1]
        return pairs

    def _near_groups(self, mined: Numbers) -> Numbers:
        """Positions of pairs, in groups that are near each other, each once."""
        groups = _NAMES // _GROUP
        first = self._draw.integers(0, len(mined), groups)
        likeness = self._one[first] @ self._other.T
        count = min(_NEAREST, len(mined) - 1)
        nearest = np.sort(np.argpartition(-likeness, count, axis=1)[:, :count], axis=1)
        picks = [first]
        for _ in range(_GROUP - 1):
            picks.append(nearest[np.arange(groups), self._draw.integers(0, count, groups)])
        found: Numbers = mined[np.unique(np.concatenate(picks))]
        return found

    def _joined(self, count: int) -> tuple[Numbers, Numbers]:
        """Names put together of words; in a group they share first and last ones."""
        sides: tuple[list[list[int]], list[list[int]]] = ([], [])
        for _ in range(count // _GROUP + 1):
            pool = self._by_language[int(self._draw.integers(len(self._by_language)))]
            first, last, third = (
                pool[self._draw.integers(0, len(pool), many)] for many in (4, 4, _GROUP)
            )
            chances = self._draw.random((_GROUP, 2))
            for place, (has_third, where) in enumerate(chances.tolist()):
                words = (first[place // 2], last[place % 3])
                shown = (where < 1 - _ON_ONE_SIDE, where > _ON_ONE_SIDE)
                for side, rows in enumerate(sides):
                    extra = has_third < _THIRD_WORD and shown[side]
                    rows.append(
                        [int(self._words[word, side]) for word in words]
                        + [int(self._words[third[place], side]) if extra else -1]
                    )
        one, other = (np.array(rows[:count], dtype=np.int64) for rows in sides)
        return one, other


def _alone(spellings: Numbers) -> Numbers:
    rows = np.full((len(spellings), MOST_WORDS), -1, dtype=np.int64)
    rows[:, 0] = spellings
    return rows
