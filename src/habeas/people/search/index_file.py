"""The file of an index: a head, then one part after the other.

All numbers are little-endian. The head is the line `habeas names 2`, and a number that tells
the weights apart. A part is six counts, a checksum of all that follows in it, and its arrays in
the order of `_ARRAYS`, each on a bound of 64 bytes. A part never changes; an index grows by
parts at the end of its file.
"""

from __future__ import annotations

import os
import secrets
import stat
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import prod
from pathlib import Path
from typing import BinaryIO
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from habeas.model.problems import HabeasError
from habeas.people.search.segments import Segment

_MAGIC = b"habeas names 2\n"
_HEAD = struct.Struct(f"<{len(_MAGIC)}sI")
_COUNTS = struct.Struct("<6QI")
_ALIGNED = 64
_TEXTS_AT_ONCE = 65_536
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
_REMEDY = "make the index anew from its names"


class UnreadableIndex(HabeasError):
    """A file is no index of names, was damaged, or was made by another version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What a file must fit to be read.

    Attributes:
        weights: A number that tells the weights apart.
        size: How many numbers a vector has.
    """

    weights: int
    size: int


def write_index(segments: Sequence[Segment], path: Path, form: Form) -> None:
    """Write parts as one file, which replaces an older one in one step.

    Whoever opens the path meanwhile reads the old file or the new one, whole, and so it is
    if this process ends in the middle. The file can be read by its owner alone.

    Raises:
        OSError: It cannot be written; what stood at the path still stands there.
    """
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with open(unfinished, "xb", opener=_for_the_owner) as file:
            file.write(_HEAD.pack(_MAGIC, form.weights))
            for segment in segments:
                _write_segment(segment, file)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    _sync_folder(path.parent)


def read_index(path: Path, form: Form) -> list[Segment]:
    """Map a file into memory, and check all of it.

    Raises:
        UnreadableIndex: It cannot be used; nothing of it is.
        OSError: It cannot be opened.
    """
    # Of others, a pipe would be waited for, and a folder or an empty file cannot be mapped.
    if not stat.S_ISREG(path.stat().st_mode) or path.stat().st_size < _HEAD.size:
        raise _unreadable(path, "no index of names")
    data = np.asarray(np.memmap(path, dtype=np.uint8, mode="r"))
    magic, weights = _HEAD.unpack(data[: _HEAD.size].tobytes())
    if magic[: _MAGIC.index(b"2")] != _MAGIC[: _MAGIC.index(b"2")]:
        raise _unreadable(path, "no index of names")
    if (magic, weights) != (_MAGIC, form.weights):
        raise _unreadable(path, "an index of names made by another version")
    segments = []
    for segment in _segments(data, form.size):
        if segment is None:
            raise _unreadable(path, "a damaged or unfinished index of names")
        segments.append(segment)
    return segments


def _unreadable(path: Path, what: str) -> UnreadableIndex:
    return UnreadableIndex(what=what, where=path.name, remedy=_REMEDY)


def _write_segment(segment: Segment, file: BinaryIO) -> None:
    rows, size = segment.vectors.shape
    counts = (
        *(len(segment), rows, size, len(segment.keys)),
        *(len(segment.ids), len(segment.names)),
    )
    at = file.tell() + _COUNTS.size
    body: list[bytes | NDArray[np.uint8]] = []
    for name, kind in _ARRAYS.items():
        array = np.ascontiguousarray(getattr(segment, name), dtype=kind)
        body += [b"\0" * (-at % _ALIGNED), array.reshape(-1).view(np.uint8)]
        at += -at % _ALIGNED + array.nbytes
    checksum = crc32(_bare(counts))
    for piece in body:
        checksum = crc32(piece, checksum)
    file.write(_COUNTS.pack(*counts, checksum))
    file.writelines(body)


def _segments(data: NDArray[np.uint8], size: int) -> Iterator[Segment | None]:
    """The parts of a mapped file, as views of it; None for what is no whole one."""
    start = _HEAD.size
    while start < len(data):
        segment, start = _segment(data, start, size)
        yield segment
        if segment is None:
            return


def _segment(data: NDArray[np.uint8], start: int, size: int) -> tuple[Segment | None, int]:
    """The part that begins at a place, and where it ends."""
    body = start + _COUNTS.size
    if body > len(data):
        return None, start
    *counts, checksum = _COUNTS.unpack(data[start:body].tobytes())
    if counts[2] != size or max(counts) > len(data):
        return None, start
    arrays = {}
    end = body
    for (name, kind), shape in zip(_ARRAYS.items(), _shapes(counts), strict=True):
        begin = end + -end % _ALIGNED
        end = begin + prod(shape) * np.dtype(kind).itemsize
        if end > len(data):
            return None, start
        arrays[name] = data[begin:end].view(kind).reshape(shape)
    segment = Segment(**arrays)
    if crc32(data[body:end], crc32(_bare(counts))) != checksum or not _fits(segment):
        return None, start
    return segment, end


def _bare(counts: Sequence[int]) -> bytes:
    """The counts without the checksum, which covers them."""
    return _COUNTS.pack(*counts, 0)


def _shapes(counts: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Shapes of the arrays, in their order."""
    entries, rows, size, keys, ids, names = counts
    return (rows, size), (rows,), (keys,), (keys,), (ids,), (entries,), (names,), (entries,)


def _fits(segment: Segment) -> bool:
    """True where every number that leads to another place leads into the part, to text."""
    entries = len(segment)
    owned = all(
        not len(owners) or (owners.min() >= 0 and owners.max() < entries)
        for owners in (segment.owners, segment.key_owners)
    )
    return owned and all(
        _are_texts(letters, ends)
        for letters, ends in ((segment.ids, segment.id_ends), (segment.names, segment.name_ends))
    )


def _are_texts(letters: NDArray[np.uint8], ends: NDArray[np.int64]) -> bool:
    if not len(ends):
        return not len(letters)
    if ends[0] < 0 or (ends[:-1] > ends[1:]).any() or ends[-1] != len(letters):
        return False
    begins = letters[ends[ends < len(letters)]]
    if (begins & 0xC0 == 0x80).any():
        return False
    try:
        for start, end in pairwise([0, *ends[_TEXTS_AT_ONCE::_TEXTS_AT_ONCE].tolist(), ends[-1]]):
            letters[start:end].tobytes().decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _for_the_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _sync_folder(folder: Path) -> None:
    # Windows cannot open a folder; there the rename itself is durable.
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
