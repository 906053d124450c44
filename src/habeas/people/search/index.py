"""An index of names that finds the most alike, whatever script wrote them."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import crc32

import numpy as np

from habeas.people.comparison import compare_many
from habeas.people.comparison.engine import shipped_engine
from habeas.people.comparison.spelling import Spelling, spell
from habeas.people.comparison.weights import shipped_weights
from habeas.people.search.keys import keys_of
from habeas.people.search.segments import Segment, make_segment, read_segments, write_segment
from habeas.people.search.vectors import nearest

_MAGIC = b"habeas names 1\n"
_HEAD = struct.Struct(f"<{len(_MAGIC)}sI")
_LEAST_CANDIDATES = 50
_WITH_ONE_KEY = 20
_READINGS_EACH = 3
_AT_ONCE = 512


class UnreadableIndex(Exception):
    """A file is no index of names, or one made with other weights."""


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


class NameIndex:
    """Names with the ids of their bearers; an id may have many names."""

    def __init__(self, entries: Iterable[tuple[str, str]] = ()) -> None:
        """Index pairs of an id and a name."""
        self._segments: list[Segment] = []
        self._saved: tuple[Path, int] | None = None
        self.add(entries)

    def __len__(self) -> int:
        return sum(map(len, self._segments))

    def add(self, entries: Iterable[tuple[str, str]]) -> None:
        """Let the index grow by pairs of an id and a name."""
        listed = list(entries)
        if listed:
            self._segments.append(make_segment(listed, shipped_engine().encoder))

    def save(self, path: Path) -> None:
        """Write the index as one file that `open` maps into memory.

        What was added since the index was opened from, or saved to, the same file is
        written at its end; else the whole file is replaced in one step.
        """
        if self._saved is not None and self._saved[0] == path.resolve() and path.exists():
            with path.open("ab") as file:
                for segment in self._segments[self._saved[1] :]:
                    write_segment(segment, file)
        else:
            unfinished = path.with_name(f"{path.name}.unfinished")
            with unfinished.open("wb") as file:
                file.write(_HEAD.pack(_MAGIC, _weights_number()))
                for segment in self._segments:
                    write_segment(segment, file)
            unfinished.replace(path)
        self._saved = (path.resolve(), len(self._segments))

    @classmethod
    def open(cls, path: Path) -> NameIndex:
        """Map a saved index into memory.

        Raises:
            UnreadableIndex: The file is no index, or one of another version.
            OSError: The file cannot be opened.
        """
        if path.stat().st_size < _HEAD.size:
            raise UnreadableIndex(f"{path.name} is no index of names: make it anew")
        data = np.memmap(path, dtype=np.uint8, mode="r")
        magic, number = _HEAD.unpack(data[: _HEAD.size].tobytes())
        if magic != _MAGIC:
            raise UnreadableIndex(f"{path.name} is no index of names: make it anew")
        if number != _weights_number():
            raise UnreadableIndex(f"{path.name} was made by another version: make it anew")
        index = cls()
        try:
            index._segments = list(read_segments(data, _HEAD.size))
        except (ValueError, KeyError, TypeError, struct.error) as problem:
            raise UnreadableIndex(f"{path.name} is damaged: make it anew") from problem
        index._saved = (path.resolve(), len(index._segments))
        return index

    def candidates(self, names: Sequence[str], limit: int) -> list[list[tuple[str, float]]]:
        """For each name, ids whose names lie nearest, nearest first, before any comparison.

        Args:
            names: What is sought.
            limit: How many ids to give for each.

        Returns:
            Ids with the cosine of their nearest name, at most 1; an id stands once.
        """
        found = []
        for places in self._places(names, limit * 2):
            nearness: dict[str, float] = {}
            for place, near in places.items():
                id_ = self._entry(place)[0]
                if len(nearness) == limit and id_ not in nearness:
                    continue
                nearness[id_] = max(near, nearness.get(id_, -1.0))
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
            entries = [
                [self._entry(place) for place in places]
                for places in self._places(some, max(_LEAST_CANDIDATES, 2 * limit))
            ]
            lefts = [name for name, own in zip(some, entries, strict=True) for _ in own]
            rights = [other for own in entries for _, other in own]
            scores = iter(compare_many(lefts, rights).tolist())
            for own in entries:
                found.append(_hits(own, scores, limit))
        return found

    def _places(self, names: Sequence[str], count: int) -> Iterator[dict[int, float]]:
        """For each name, the entries that lie nearest or share a key, with their cosines."""
        spellings = [spell(name) for name in names]
        vectors, of = shipped_engine().encoder.encode(spellings)
        owners = np.concatenate(
            [s.owners.astype(np.int64) + first for first, s in self._numbered()]
            or [np.zeros(0, np.int64)]
        )
        parts = [segment.vectors for segment in self._segments]
        rows = nearest(parts, vectors, count * _READINGS_EACH)
        places: list[dict[int, float]] = [{} for _ in names]
        for query, (own, near) in zip(of.tolist(), rows, strict=True):
            best = places[query]
            for place, cosine in zip(owners[own].tolist(), near.tolist(), strict=True):
                if cosine > best.get(place, -1.0):
                    best[place] = cosine
        for spelling, best in zip(spellings, places, strict=True):
            ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))[:count]
            yield {**dict.fromkeys(self._sharing_a_key(spelling), 1.0), **dict(ranked)}

    def _sharing_a_key(self, spelling: Spelling) -> Iterator[int]:
        for key in sorted(keys_of(spelling)):
            for first, segment in self._numbered():
                for place in segment.having_key(key, _WITH_ONE_KEY):
                    yield place + first

    def _numbered(self) -> Iterator[tuple[int, Segment]]:
        first = 0
        for segment in self._segments:
            yield first, segment
            first += len(segment)

    def _entry(self, place: int) -> tuple[str, str]:
        for first, segment in self._numbered():
            if place < first + len(segment):
                return segment.entry(place - first)
        raise IndexError(place)


def _hits(entries: Sequence[tuple[str, str]], scores: Iterator[float], limit: int) -> list[Hit]:
    best: dict[str, Hit] = {}
    for id_, name in entries:
        hit = Hit(id=id_, name=name, probability=next(scores))
        if id_ not in best or hit.probability > best[id_].probability:
            best[id_] = hit
    # Names that are as likely stay in the order of nearness.
    return sorted(best.values(), key=lambda hit: -hit.probability)[:limit]


@cache
def _weights_number() -> int:
    weights = shipped_weights()
    return crc32(weights.table.tobytes(), crc32(weights.runs.tobytes()))
