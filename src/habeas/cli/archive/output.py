"""The file that an archive's readings are kept in, one line a document.

A line is written whole or, where the machine fails, cut off at the end of the file; the next run
cuts such a rest away. What is in the file is not read again.
"""

from __future__ import annotations

import os
import time
from array import array
from bisect import bisect_left
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from habeas.cli.archive.lines import InvalidLine, Line, Totals, read_line
from habeas.cli.exits import Exit, Stop

SYNC_SECONDS = 2.0
"""How often lines are forced to the disk: what a power failure can cost."""

_BLOCK = 1 << 16


class Output:
    """An output file, open for one process at a time.

    Attributes:
        path: Where it is.
        earlier: What the lines of earlier runs come to.
    """

    def __init__(self, path: Path) -> None:
        """Open or begin a file, and learn what is in it.

        Raises:
            Stop: It cannot be written, another run writes it, or it holds something else.
        """
        self.earlier = Totals()
        self.path = path
        try:
            self._file: IO[bytes] = path.open("a+b", buffering=0)
        except OSError as error:
            reason = (error.strerror or "the system gives no reason").lower()
            remedy = "name another file, or a folder that may be written"
            raise self._refusal(f"the output cannot be written: {reason}", remedy) from error
        try:
            self._lock()
            self._done = self._learn()
        except BaseException:
            self._file.close()
            raise
        self._synced = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            os.fsync(self._file.fileno())
        finally:
            self._file.close()

    @property
    def holds_any(self) -> bool:
        """Whether earlier runs wrote anything."""
        return len(self._done) > 0

    def has(self, key: int) -> bool:
        """Whether an earlier run wrote the line with this key (`lines.key_of`)."""
        at = bisect_left(self._done, key)
        return at < len(self._done) and self._done[at] == key

    def write(self, line: Line) -> None:
        """Add a line at the end.

        Raises:
            Stop: The disk is full or gone; what was written before stays.
        """
        try:
            left = memoryview(line.data)
            while left:
                left = left[self._file.write(left) :]
            if time.monotonic() - self._synced > SYNC_SECONDS:
                os.fsync(self._file.fileno())
                self._synced = time.monotonic()
        except OSError as error:
            reason = (error.strerror or "the system gives no reason").lower()
            raise self._refusal(
                f"the output cannot be written: {reason}",
                "make room on the disk, and run the same command again to go on",
            ) from error

    def _lock(self) -> None:
        try:
            import fcntl
        except ImportError:
            # Windows keeps a file that is open for writing from nobody; two runs at once
            # are then left to the user.
            return
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise self._refusal(
                "another habeas is writing this file", "wait for it, or name another output"
            ) from error

    def _learn(self) -> array[int]:
        """The keys of all whole lines, sorted; what follows the last of them is cut off."""
        self._file.truncate(self._end_of_lines())
        self._file.seek(0)
        done = array("Q")
        with open(self._file.fileno(), "rb", closefd=False) as lines:
            for number, data in enumerate(lines, 1):
                try:
                    key, line = read_line(data)
                except InvalidLine as error:
                    raise self._refusal(
                        f"line {number} is not one that habeas read --output writes",
                        "name another output file",
                    ) from error
                done.append(key)
                self.earlier.add(line)
        return array("Q", sorted(done))

    def _end_of_lines(self) -> int:
        """Where the last line end of the file stands, exclusive; 0 where there is none."""
        end = self._file.seek(0, os.SEEK_END)
        while end > 0:
            begin = max(0, end - _BLOCK)
            self._file.seek(begin)
            at = self._file.read(end - begin).rfind(b"\n")
            if at >= 0:
                return begin + at + 1
            end = begin
        return 0

    def _refusal(self, what: str, remedy: str) -> Stop:
        return Stop(Exit.REFUSED, what=what, where=str(self.path), remedy=remedy)
