"""How far the reading of an archive is, on stderr: counts and rates, no name of anything."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from habeas.cli.archive.reading import Tally
from habeas.cli.console import console_on, say_note
from habeas.cli.progress import PATIENCE_SECONDS

LINE_SECONDS = 30.0
"""How often a line is written where stderr is not a terminal."""

_REFRESH_SECONDS = 0.25


class Watch:
    """Shows a tally as it grows."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def told(self, tally: Tally) -> str:
        """The tally in words: `1,200 documents, 300 with claims, 2 not read, 96 a second`."""
        totals = tally.totals
        documents = totals.read + totals.unread
        parts = [f"{documents:,} documents", f"{totals.claiming:,} with claims"]
        if totals.unread:
            parts.append(f"{totals.unread:,} not read")
        if tally.before:
            parts.append(f"{tally.before:,} read before")
        seconds = max(time.monotonic() - self._began, 0.001)
        return ", ".join([*parts, f"{documents / seconds:,.0f} a second"])


class _Lines(Watch):
    """For files and pipes: a line now and then."""

    def __init__(self) -> None:
        super().__init__()
        self._next = self._began + LINE_SECONDS

    def __call__(self, tally: Tally) -> None:
        now = time.monotonic()
        if now >= self._next:
            self._next = now + LINE_SECONDS
            say_note(f"reading: {self.told(tally)}")


class _Screen(Watch):
    """For a terminal: one line that is written over, and gone at the end."""

    def __init__(self) -> None:
        super().__init__()
        self._next = self._began + PATIENCE_SECONDS
        self._status = console_on(sys.stderr).status("Reading", spinner="line")
        self._shown = False

    def __call__(self, tally: Tally) -> None:
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + _REFRESH_SECONDS
        self._status.update(f"Reading: {self.told(tally)}")
        if not self._shown:
            self._shown = True
            self._status.start()

    def close(self) -> None:
        if self._shown:
            self._status.stop()


@contextmanager
def watching() -> Iterator[_Lines | _Screen]:
    """Something to tell every tally to, for the time of a reading."""
    if not sys.stderr.isatty():
        yield _Lines()
        return
    screen = _Screen()
    try:
        yield screen
    finally:
        screen.close()
