"""Values that wait on the disk, in a file without a name, so that memory holds few at a time."""

from __future__ import annotations

import pickle
import tempfile
import zlib
from array import array
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Self, overload

_FASTEST = 1


class Shelf:
    """Values in the order in which they were put there.

    The file has no name where the system allows that, and is gone with the process, however
    it ends.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Make an empty one.

        Args:
            folder: Where the file is; None for where the system keeps what is temporary.
        """
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed by `close`
        self._ends = array("Q", [0])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self._ends) - 1

    def put(self, value: object) -> int:
        """Put a value at the end; gives its place."""
        data = packed(value)
        self._file.seek(self._ends[-1])
        self._file.write(data)
        self._ends.append(self._ends[-1] + len(data))
        return len(self) - 1

    def raw(self, place: int) -> bytes:
        """A value as `packed` made it, to be handed on."""
        start, end = self._ends[place], self._ends[place + 1]
        self._file.seek(start)
        return self._file.read(end - start)

    def get(self, place: int) -> Any:
        """The value at a place."""
        return unpacked(self.raw(place))

    def close(self) -> None:
        """Let the file go; what was put there is lost."""
        self._file.close()


class Shelved[T](Sequence[T]):
    """A list of which every element is made when it is asked for, and none is kept."""

    def __init__(self, length: int, one: Callable[[int], T]) -> None:
        """Take how many there are, and what makes the one at a place."""
        self._length = length
        self._one = one

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[T, ...]: ...
    def __getitem__(self, place: int | slice) -> T | tuple[T, ...]:
        if isinstance(place, slice):
            return tuple(self._one(each) for each in range(self._length)[place])
        return self._one(range(self._length)[place])

    def __iter__(self) -> Iterator[T]:
        return map(self._one, range(self._length))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(
            one == another for one, another in zip(self, other, strict=True)
        )

    __hash__ = None  # type: ignore[assignment]


def packed(value: object) -> bytes:
    """A value as bytes, for this process and those that it starts."""
    return zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), _FASTEST)


def unpacked(data: bytes) -> Any:
    """The value that `packed` was given."""
    return pickle.loads(zlib.decompress(data))  # noqa: S301 - bytes that this programme made
