"""Of several processes that answer on one socket, who has fewest connections takes the next."""

from __future__ import annotations

import mmap
import os
import tempfile
from dataclasses import dataclass
from typing import Self

_AWAY = 255
"""Stands for a process that takes none, and for more connections than a byte can say."""


class Turns:
    """How many connections each process has, in memory that all of them see."""

    def __init__(self, file: int) -> None:
        """Look at the memory behind a number of an open file, which the caller closes."""
        self.file = file
        self._counts = mmap.mmap(file, 0)

    @classmethod
    def among(cls, processes: int) -> Self:
        """For so many processes, none of which takes connections yet."""
        with tempfile.TemporaryFile() as file:
            file.write(bytes([_AWAY] * processes))
            file.flush()
            return cls(os.dup(file.fileno()))

    def of(self, place: int) -> Turn:
        """The turn of the process in a place, from 0."""
        return Turn(counts=self._counts, place=place)

    def pass_over(self, place: int) -> None:
        """Let the process in a place take none until it says how many it has."""
        self._counts[place] = _AWAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The turn of one process: `counts` are of all, its own in its `place`."""

    counts: mmap.mmap
    place: int

    def is_mine(self, connections: int) -> bool:
        """Say how many connections this process has; True where no other has fewer."""
        own = min(connections, _AWAY - 1)
        self.counts[self.place] = own
        return own <= min(self.counts[:])
