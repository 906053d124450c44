"""Pairs of names for the trees: of one person, and of two who could be taken for one.

For each pair of one person, in the script of its right name: whose vector lies near, who shares a
word, and now and then anybody. The rest of the register must be as hard as what a search gives.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from habeas.people.comparison.encoder import Encoder
from habeas.people.comparison.spelling import spell
from habeas.people.names.scripts import script_of
from names.training.labelled import TrainingPair
from names.training.sources import NamedPerson
from names.training.split import teaches_trees

type Vectors = NDArray[np.float32]

_MOST_PAIRS = 14
_IN_ONE_SCRIPT = 2
# Of the very many persons known in two spellings only, some are enough to confuse with.
_CONFUSABLE_SHARE = 0.5
_NEAREST = 30
_AT_ONCE = 256
_TWO_NEAR = 0.3
_SHARED_WORDS = 2
_ANYBODY = 0.35


@dataclass(slots=True, kw_only=True)
class Pool:
    """Names of one script to confuse others with.

    Attributes:
        names: The names.
        bearers: For each the id of its person.
        places: For each word where it stands, in order.
    """

    names: list[str] = field(default_factory=list)
    bearers: list[str] = field(default_factory=list)
    places: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, name: str, bearer: str) -> None:
        """Put a name at the end."""
        for word in dict.fromkeys(spell(name).words):
            self.places[word].append(len(self.names))
        self.names.append(name)
        self.bearers.append(bearer)


def make_pairs(
    persons: Sequence[NamedPerson], encoder: Encoder, draw: Generator
) -> list[TrainingPair]:
    """Make the pairs of the persons who teach the trees."""
    pools = _pools(persons)
    same = [
        (person.id, *pair)
        for person in persons
        if teaches_trees(person.id)
        for pair in _pairs_of(person, draw)
    ]
    order = draw.permutation(len(same)).tolist()
    found: list[TrainingPair] = []
    by_script: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for place in order:
        bearer, left, right = same[place]
        if draw.random() < 0.5:
            left, right = right, left
        found.append(TrainingPair(left, right, same=True))
        by_script[script_of(right)].append((bearer, left, right))
    for script, pairs in by_script.items():
        found += _pairs_of_two(pairs, pools[script], encoder, draw)
    return found


def _pools(persons: Sequence[NamedPerson]) -> dict[str, Pool]:
    pools: defaultdict[str, Pool] = defaultdict(Pool)
    for person in persons:
        if person.id.startswith("ep") or teaches_trees(person.id, _CONFUSABLE_SHARE):
            for name in person.names:
                pools[script_of(name)].add(name, person.id)
    return dict(pools)


def _pairs_of(person: NamedPerson, draw: Generator) -> list[tuple[str, str]]:
    """Pairs of a person's names; of very many, most in two scripts."""
    pairs = list(combinations(person.names, 2))
    if len(pairs) <= _MOST_PAIRS:
        return pairs
    pairs = [pairs[place] for place in draw.permutation(len(pairs)).tolist()]
    pairs.sort(key=lambda pair: script_of(pair[0]) == script_of(pair[1]))
    return pairs[: _MOST_PAIRS - _IN_ONE_SCRIPT] + pairs[-_IN_ONE_SCRIPT:]


def _pairs_of_two(
    pairs: Sequence[tuple[str, str, str]], pool: Pool, encoder: Encoder, draw: Generator
) -> list[TrainingPair]:
    known = _vectors(pool.names, encoder)
    count = min(_NEAREST, len(pool.names) - 1)
    found: list[TrainingPair] = []
    for first in range(0, len(pairs), _AT_ONCE):
        part = pairs[first : first + _AT_ONCE]
        likeness = _vectors([left for _, left, _ in part], encoder) @ known.T
        nearest = np.argpartition(-likeness, count, axis=1)[:, :count]
        for pair, near in zip(part, nearest.tolist(), strict=True):
            places = _near(pair, pool, near, draw) + _sharing(pair, pool, draw)
            if draw.random() < _ANYBODY:
                places.append(int(draw.integers(len(pool.names))))
            bearer, left, right = pair
            found += [
                TrainingPair(left, pool.names[place], same=False)
                for place in places
                if pool.bearers[place] != bearer
                and pool.names[place].casefold() not in {left.casefold(), right.casefold()}
            ]
    return found


def _near(
    pair: tuple[str, str, str], pool: Pool, near: Sequence[int], draw: Generator
) -> list[int]:
    """One or two of the nearest names that are somebody else's."""
    bearer, left, right = pair
    others = [
        place
        for place in near
        if pool.bearers[place] != bearer
        and pool.names[place] != left
        and pool.names[place].casefold() != right.casefold()
    ]
    many = 2 if draw.random() < _TWO_NEAR else 1
    return [int(place) for place in draw.permutation(others)[:many]]


def _sharing(pair: tuple[str, str, str], pool: Pool, draw: Generator) -> list[int]:
    """Names that share a word with the right one of a pair."""
    words = [
        word for word in dict.fromkeys(spell(pair[2]).words) if len(pool.places.get(word, ())) > 1
    ]
    found = []
    for _ in range(_SHARED_WORDS if words else 0):
        places = pool.places[words[int(draw.integers(len(words)))]]
        found.append(places[int(draw.integers(len(places)))])
    return found


def _vectors(names: Sequence[str], encoder: Encoder) -> Vectors:
    """Vectors of length 1 of the first readings of names."""
    sums = np.stack([encoder.name_sums(spell(name))[0] for name in names]).astype(np.float32)
    vectors: Vectors = sums / (np.linalg.norm(sums, axis=1, keepdims=True) + np.float32(1e-6))
    return vectors
