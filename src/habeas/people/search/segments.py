"""One part of an index: names that were indexed together, in memory or in a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from habeas.people.comparison.encoder import Encoder, Vectors
from habeas.people.comparison.spelling import spell
from habeas.people.search.keys import keys_of

_AT_ONCE = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Names with their vectors and keys.

    Attributes:
        vectors: One a reading of a name, none of a name without a letter; shape (R, D), int8.
        owners: The entry that each vector is of; shape (R,).
        keys, key_owners: Keys in order, and the entry that each is of; shape (K,).
        ids, id_ends: Ids of the entries in UTF-8, one after the other, and where each ends.
        names, name_ends: Names of the entries, likewise.
    """

    vectors: Vectors
    owners: NDArray[np.int32]
    keys: NDArray[np.uint32]
    key_owners: NDArray[np.int32]
    ids: NDArray[np.uint8]
    id_ends: NDArray[np.int64]
    names: NDArray[np.uint8]
    name_ends: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.id_ends)

    def entry(self, place: int) -> tuple[str, str]:
        """The id and the name of an entry."""
        return _text(self.ids, self.id_ends, place), _text(self.names, self.name_ends, place)

    def having_keys(self, keys: NDArray[np.uint32], most: int) -> list[list[int]]:
        """For each key, the first entries that have it."""
        starts = np.searchsorted(self.keys, keys, side="left")
        ends = np.minimum(np.searchsorted(self.keys, keys, side="right"), starts + most)
        return [
            self.key_owners[start:end].tolist()
            for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
        ]


def make_segment(entries: Sequence[tuple[str, str]], encoder: Encoder) -> Segment:
    """Index pairs of an id and a name."""
    vectors = [np.zeros((0, encoder.size), np.int8)]
    owners, keys = [np.zeros(0, np.int64)], [np.zeros((0, 2), np.int64)]
    for start in range(0, len(entries), _AT_ONCE):
        spellings = [spell(name) for _, name in entries[start : start + _AT_ONCE]]
        some, of = encoder.encode(spellings)
        # What has no letter has no direction, and lies near nothing.
        known = some.any(axis=1)
        vectors.append(some[known])
        owners.append(of[known] + start)
        own = [
            (key, start + place)
            for place, spelling in enumerate(spellings)
            for key in keys_of(spelling)
        ]
        keys.append(np.array(own, dtype=np.int64).reshape(-1, 2))
    ids, id_ends = _packed([id_ for id_, _ in entries])
    names, name_ends = _packed([name for _, name in entries])
    keys_in_order, key_owners = _in_order(np.concatenate(keys))
    return Segment(
        vectors=np.concatenate(vectors),
        owners=np.concatenate(owners).astype(np.int32),
        keys=keys_in_order,
        key_owners=key_owners,
        ids=ids,
        id_ends=id_ends,
        names=names,
        name_ends=name_ends,
    )


def join_segments(segments: Sequence[Segment]) -> Segment:
    """The same names as one part, in the same order."""
    firsts = np.cumsum([0, *map(len, segments)])[:-1].tolist()
    keys = [
        np.stack([one.keys.astype(np.int64), one.key_owners + first], axis=1)
        for one, first in zip(segments, firsts, strict=True)
    ]
    owners = [one.owners + np.int64(first) for one, first in zip(segments, firsts, strict=True)]
    keys_in_order, key_owners = _in_order(np.concatenate(keys))
    return Segment(
        vectors=np.concatenate([one.vectors for one in segments]),
        owners=np.concatenate(owners).astype(np.int32),
        keys=keys_in_order,
        key_owners=key_owners,
        ids=np.concatenate([one.ids for one in segments]),
        id_ends=_ends([one.id_ends for one in segments]),
        names=np.concatenate([one.names for one in segments]),
        name_ends=_ends([one.name_ends for one in segments]),
    )


def _in_order(keys: NDArray[np.int64]) -> tuple[NDArray[np.uint32], NDArray[np.int32]]:
    """Pairs of a key and its entry, by key and then by entry."""
    by_key = np.lexsort((keys[:, 1], keys[:, 0]))
    return keys[by_key, 0].astype(np.uint32), keys[by_key, 1].astype(np.int32)


def _ends(ends: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    lengths = [np.diff(own, prepend=np.int64(0)) for own in ends]
    return np.cumsum(np.concatenate(lengths), dtype=np.int64)


def _packed(texts: Sequence[str]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    ends = np.cumsum([len(one) for one in encoded], dtype=np.int64)
    return np.frombuffer(b"".join(encoded), dtype=np.uint8), ends


def _text(letters: NDArray[np.uint8], ends: NDArray[np.int64], place: int) -> str:
    start = int(ends[place - 1]) if place else 0
    return letters[start : int(ends[place])].tobytes().decode("utf-8", "surrogatepass")
