"""One part of an index: names that were indexed together, in memory or in a file."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from habeas.people.comparison.encoder import Encoder, Vectors
from habeas.people.comparison.spelling import spell
from habeas.people.search.keys import keys_of

_ALIGNED = 64
_LENGTH = struct.Struct("<Q")
_AT_ONCE = 4096
_ARRAYS = {
    "vectors": "|i1",
    "owners": "<i4",
    "keys": "<u4",
    "key_owners": "<i4",
    "ids": "|u1",
    "id_ends": "<i8",
    "names": "|u1",
    "name_ends": "<i8",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Names with their vectors and keys.

    Attributes:
        vectors: One a reading of a name; shape (R, D), int8.
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

    def having_key(self, key: int, most: int) -> list[int]:
        """The first entries that have a key."""
        start, end = np.searchsorted(self.keys, [key, key + 1])
        found: list[int] = self.key_owners[start : min(end, start + most)].tolist()
        return found


def make_segment(entries: Sequence[tuple[str, str]], encoder: Encoder) -> Segment:
    """Index pairs of an id and a name."""
    vectors, owners, keys = [], [], []
    for start in range(0, len(entries), _AT_ONCE):
        spellings = [spell(name) for _, name in entries[start : start + _AT_ONCE]]
        some, of = encoder.encode(spellings)
        vectors.append(some)
        owners.append(of + start)
        keys += [
            (key, start + place)
            for place, spelling in enumerate(spellings)
            for key in keys_of(spelling)
        ]
    ordered = np.array(sorted(keys), dtype=np.int64).reshape(-1, 2)
    ids, id_ends = _packed([id_ for id_, _ in entries])
    names, name_ends = _packed([name for _, name in entries])
    return Segment(
        vectors=np.concatenate(vectors) if vectors else np.zeros((0, encoder.size), np.int8),
        owners=np.concatenate(owners).astype(np.int32) if owners else np.zeros(0, np.int32),
        keys=ordered[:, 0].astype(np.uint32),
        key_owners=ordered[:, 1].astype(np.int32),
        ids=ids,
        id_ends=id_ends,
        names=names,
        name_ends=name_ends,
    )


def write_segment(segment: Segment, file: BinaryIO) -> None:
    """Write a segment at the end of a file: its head, then its arrays on even bounds."""
    shapes = {name: list(getattr(segment, name).shape) for name in _ARRAYS}
    head = json.dumps(shapes, separators=(",", ":")).encode()
    file.write(_LENGTH.pack(len(head)) + head)
    for name, kind in _ARRAYS.items():
        file.write(b"\0" * (-file.tell() % _ALIGNED))
        file.write(np.ascontiguousarray(getattr(segment, name), dtype=kind).tobytes())


def read_segments(data: NDArray[np.uint8], start: int) -> Iterator[Segment]:
    """The segments of a mapped file, as views of it.

    Raises:
        ValueError, KeyError, TypeError, struct.error: The file ends in the middle of one,
            or holds something else.
    """
    while start < len(data):
        (length,) = _LENGTH.unpack(data[start : start + _LENGTH.size].tobytes())
        start += _LENGTH.size
        shapes = json.loads(data[start : start + length].tobytes())
        start += length
        arrays = {}
        for name, kind in _ARRAYS.items():
            start += -start % _ALIGNED
            shape = tuple(int(size) for size in shapes[name])
            end = start + int(np.prod(shape)) * np.dtype(kind).itemsize
            if end > len(data):
                raise ValueError("the file ends early")
            arrays[name] = data[start:end].view(kind).reshape(shape)
            start = end
        yield Segment(**arrays)


def _packed(texts: Sequence[str]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    ends = np.cumsum([len(one) for one in encoded], dtype=np.int64)
    return np.frombuffer(b"".join(encoded), dtype=np.uint8), ends


def _text(letters: NDArray[np.uint8], ends: NDArray[np.int64], place: int) -> str:
    start = int(ends[place - 1]) if place else 0
    return letters[start : int(ends[place])].tobytes().decode("utf-8", "surrogatepass")
