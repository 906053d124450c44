"""Values that wait on the disk, in a file without a name, so that memory holds few at a time."""

from __future__ import annotations

import tempfile
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from itertools import accumulate
from pathlib import Path
from typing import Any, Self, overload

from habeas.register.making.packing import packed, unpacked


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
        self._open = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self._ends) - 1

    def put(self, value: object) -> int:
        """Put a value at the end; gives its place."""
        return self.put_packed(packed(value))

    def put_packed(self, data: bytes) -> int:
        """The same of a value that is packed already."""
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

    def keep_open[T](self, context: AbstractContextManager[T]) -> T:
        """Enter a context that ends with this one: what comes from it is put here later."""
        return self._open.enter_context(context)

    def close(self) -> None:
        """Let the file go; what was put there is lost."""
        self._open.close()
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


class Groups[T](Shelved[T]):
    """A list of which some elements at a time stand on a shelf."""

    def __init__(self, shelf: Shelf, groups: Sequence[tuple[int, int]]) -> None:
        """Take the place of each group, and how many elements it has."""
        self._shelf = shelf
        self._groups = groups
        self._ends = list(accumulate(count for _, count in groups))
        super().__init__(self._ends[-1] if self._ends else 0, self._at)

    def __iter__(self) -> Iterator[T]:
        for place, _ in self._groups:
            yield from self._shelf.get(place)

    def _at(self, number: int) -> T:
        group = bisect_right(self._ends, number)
        place, count = self._groups[group]
        some: Sequence[T] = self._shelf.get(place)
        return some[number - self._ends[group] + count]


class Awaited[T](Sequence[T]):
    """A list that is there once somebody asks for it."""

    def __init__(self, comes: Callable[[], Sequence[T]]) -> None:
        """Take what waits for it."""
        self._comes = comes
        self._all: Sequence[T] | None = None

    def _there(self) -> Sequence[T]:
        if self._all is None:
            self._all = self._comes()
        return self._all

    def __len__(self) -> int:
        return len(self._there())

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        return self._there()[place]

    def __iter__(self) -> Iterator[T]:
        return iter(self._there())

    def __eq__(self, other: object) -> bool:
        return self._there() == other

    __hash__ = None  # type: ignore[assignment]
