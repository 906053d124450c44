"""The learned comparison: what was learned, and the names met so far."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from habeas.people.comparison.encoder import Encoder
from habeas.people.comparison.features import pair_features
from habeas.people.comparison.shelf import MOST_NAMES, Shelf
from habeas.people.comparison.trees import probabilities
from habeas.people.comparison.weights import Weights, shipped_weights

_AT_ONCE = 4096
_DECIMALS = 6


class Engine:
    """Compares spellings as one set of weights does; may be used by several threads."""

    def __init__(self, weights: Weights, most_names: int = MOST_NAMES) -> None:
        """Compare by these weights, and forget all names when more than so many are kept."""
        self._weights = weights
        self._lock = Lock()
        self.encoder = Encoder(weights)
        self._shelf = Shelf(weights, self.encoder, most_names)

    def keep(self, most_names: int) -> None:
        """Forget all names, and from now on again when more than so many are kept."""
        with self._lock:
            self._shelf.keep(most_names)

    def make_ready(self, names: Sequence[str]) -> None:
        """Read names that will be compared, as long as there is room for them."""
        with self._lock:
            self._shelf.places(names)

    def likelihoods(self, lefts: Sequence[str], rights: Sequence[str]) -> NDArray[np.float64]:
        """Probabilities before any veto, shape (N,).

        1 where two spellings are one, 0 where one has no letter.

        Symmetric, and the same for a pair whatever pairs stand beside it.
        """
        found = np.zeros(len(lefts), dtype=np.float64)
        with self._lock:
            for start in range(0, len(lefts), _AT_ONCE):
                part = slice(start, start + _AT_ONCE)
                # Between two parts only: the rows of both sides must stay what they are.
                self._shelf.make_room()
                found[part] = self._likelihoods(lefts[part], rights[part])
        return np.round(found, _DECIMALS)

    def _likelihoods(self, lefts: Sequence[str], rights: Sequence[str]) -> NDArray[np.float64]:
        found = probabilities(self._weights, pair_features(self._shelf, lefts, rights))
        texts = self._shelf.folded_texts([*lefts, *rights])
        one, other = texts[: len(lefts)], texts[len(lefts) :]
        found[[a == b for a, b in zip(one, other, strict=True)]] = 1.0
        found[[not (a and b) for a, b in zip(one, other, strict=True)]] = 0.0
        return found


@cache
def shipped_engine() -> Engine:
    """The engine with the weights of the package; made once for a process."""
    return Engine(shipped_weights())
