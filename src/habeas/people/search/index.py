"""An index of names that finds the most alike, whatever script wrote them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from itertools import accumulate
from pathlib import Path
from zlib import crc32

import numpy as np

from habeas.people.comparison import compare_many
from habeas.people.comparison.engine import shipped_engine
from habeas.people.comparison.spelling import Spelling, spell
from habeas.people.comparison.weights import shipped_weights
from habeas.people.search.index_file import Form, UnreadableIndex, read_index, write_index
from habeas.people.search.keys import keys_of
from habeas.people.search.segments import Segment, join_segments, make_segment
from habeas.people.search.vectors import nearest

__all__ = ["Hit", "NameIndex", "UnreadableIndex"]

_LEAST_CANDIDATES = 50
_WITH_ONE_KEY = 20
_READINGS_EACH = 3
_WIDER = 8
_MOST_SEGMENTS = 64
_AT_ONCE = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One name found.

    Attributes:
        id: Whose name it is, as given to the index.
        name: The spelling that was found.
        probability: As of `compare_names`.
    """

    id: str
    name: str
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Near:
    """An entry that lies near what is sought, with the cosine of its nearest reading."""

    id: str
    name: str
    cosine: float


class NameIndex:
    """Names with the ids of their bearers; an id may have many names.

    The search is exact: what lies nearest is found, however many names there are, and the
    same on every machine and in every order of queries. Several threads may search; while
    one adds, no other may search.
    """

    def __init__(self, entries: Iterable[tuple[str, str]] = ()) -> None:
        """Index pairs of an id and a name."""
        self._hold(())
        self.add(entries)

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def add(self, entries: Iterable[tuple[str, str]]) -> None:
        """Let the index grow by pairs of an id and a name."""
        listed = list(entries)
        if not listed:
            return
        segments = (*self._segments, make_segment(listed, shipped_engine().encoder))
        # Each part costs every search a little, so that many small ones become one.
        self._hold(segments if len(segments) <= _MOST_SEGMENTS else [join_segments(segments)])

    def save(self, path: Path) -> None:
        """Write the index as one file that `open` maps into memory.

        The file is replaced in one step, whatever happens to this process. What was added
        stands at its end; what stood there before is the same as it was, until 64 parts
        have been added and become one. The file holds the names as they are, and can be
        read by its owner alone.

        Raises:
            OSError: It cannot be written; what stood at the path still stands there.
        """
        write_index(self._segments, path, _form())

    @classmethod
    def open(cls, path: Path) -> NameIndex:
        """Map a saved index into memory.

        Raises:
            UnreadableIndex: The file is no index, is damaged, or is of another version.
            OSError: The file cannot be opened.
        """
        index = cls()
        index._hold(read_index(path, _form()))
        return index

    def candidates(self, names: Sequence[str], limit: int) -> list[list[tuple[str, float]]]:
        """For each name, ids whose names lie nearest, before any comparison.

        Args:
            names: What is sought.
            limit: How many ids to give for each.

        Returns:
            Ids with the cosine of their nearest name, at most 1; those that share a key
            with the name first, then the nearest first; an id stands once. None for a
            name without a letter.
        """
        found = []
        for own in self._near(names, limit * 2, limit):
            nearness: dict[str, float] = {}
            for entry in own:
                if len(nearness) == limit and entry.id not in nearness:
                    continue
                nearness[entry.id] = max(entry.cosine, nearness.get(entry.id, -1.0))
            found.append(list(nearness.items()))
        return found

    def search(self, names: Sequence[str], limit: int = 10) -> list[list[Hit]]:
        """For each name, the most likely names of the index, best first.

        Candidates come from the index, then each is compared as `compare_names` does. An
        id is found once, by its most likely name.
        """
        found: list[list[Hit]] = []
        for start in range(0, len(names), _AT_ONCE):
            some = names[start : start + _AT_ONCE]
            entries = self._near(some, max(_LEAST_CANDIDATES, 2 * limit), limit)
            lefts = [name for name, own in zip(some, entries, strict=True) for _ in own]
            rights = [entry.name for own in entries for entry in own]
            scores = iter(compare_many(lefts, rights).tolist())
            for own in entries:
                found.append(_hits(own, scores, limit))
        return found

    def _near(self, names: Sequence[str], count: int, ids: int) -> list[list[_Near]]:
        """For each name about `count` entries; more where an id with many names crowds them."""
        found = [self._entries(places) for places in self._places(names, count)]
        if count >= len(self):
            return found
        crowded = [
            at for at, own in enumerate(found) if own and len({entry.id for entry in own}) < ids
        ]
        wider = self._places([names[at] for at in crowded], count * _WIDER)
        for at, places in zip(crowded, wider, strict=True):
            found[at] = self._entries(places)
        return found

    def _places(self, names: Sequence[str], count: int) -> Iterator[dict[int, float]]:
        """For each name, the entries that lie nearest or share a key, with their cosines."""
        spellings = [spell(name) for name in names]
        vectors, of = shipped_engine().encoder.encode(spellings)
        known = vectors.any(axis=1)
        parts = [segment.vectors for segment in self._segments]
        rows = nearest(parts, vectors[known], count * _READINGS_EACH)
        places: list[dict[int, float]] = [{} for _ in names]
        for query, (own, near) in zip(of[known].tolist(), rows, strict=True):
            best = places[query]
            for place, cosine in zip(self._owners[own].tolist(), near.tolist(), strict=True):
                if cosine > best.get(place, -2.0):
                    best[place] = cosine
        for sharing, best in zip(self._sharing_a_key(spellings), places, strict=True):
            ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))[:count]
            yield {**dict.fromkeys(sharing, 1.0), **dict(ranked)}

    def _sharing_a_key(self, spellings: Sequence[Spelling]) -> Iterator[list[int]]:
        """For each spelling, the first entries that share each of its keys."""
        keys = [sorted(keys_of(spelling)) for spelling in spellings]
        together = np.array([key for own in keys for key in own], dtype=np.uint32)
        found: list[list[int]] = [[] for _ in together]
        for first, segment in zip(self._firsts(), self._segments, strict=True):
            having = segment.having_keys(together, _WITH_ONE_KEY)
            for places, own in zip(found, having, strict=True):
                places += [first + place for place in own[: _WITH_ONE_KEY - len(places)]]
        each = iter(found)
        for own_keys in keys:
            yield [place for _ in own_keys for place in next(each)]

    def _entries(self, places: Mapping[int, float]) -> list[_Near]:
        firsts = self._firsts()
        found = []
        for place, cosine in places.items():
            at = bisect_right(firsts, place) - 1
            id_, name = self._segments[at].entry(place - firsts[at])
            found.append(_Near(id=id_, name=name, cosine=cosine))
        return found

    def _firsts(self) -> list[int]:
        return [0, *self._ends[:-1]] if self._ends else []

    def _hold(self, segments: Sequence[Segment]) -> None:
        self._segments = list(segments)
        self._ends = list(accumulate(map(len, self._segments)))
        self._owners = np.concatenate(
            [
                np.zeros(0, dtype=np.int64),
                *(
                    segment.owners.astype(np.int64) + first
                    for first, segment in zip(self._firsts(), self._segments, strict=True)
                ),
            ]
        )


def _hits(entries: Sequence[_Near], scores: Iterator[float], limit: int) -> list[Hit]:
    best: dict[str, Hit] = {}
    for entry in entries:
        hit = Hit(id=entry.id, name=entry.name, probability=next(scores))
        if entry.id not in best or hit.probability > best[entry.id].probability:
            best[entry.id] = hit
    # Names that are as likely stay in the order of nearness.
    return sorted(best.values(), key=lambda hit: -hit.probability)[:limit]


@cache
def _form() -> Form:
    """What a file must fit: these weights, and the rules of this version for reading names."""
    weights = shipped_weights()
    number = crc32(version("habeas").encode())
    for array in (weights.runs, weights.table):
        number = crc32(array.tobytes(), number)
    return Form(weights=number, size=shipped_engine().encoder.size)
