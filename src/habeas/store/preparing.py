"""The preview that is being made of what would go out: one at a time, by a process of its own.

What is asked for stands in a file beside the drafts, for the one process that makes it and for
every one that answers pages; a lock that this process holds says that it is at work.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import IO, Any

from habeas.model.problems import HabeasError
from habeas.store.decisions import Decision
from habeas.store.edition_files import drafts_folder
from habeas.store.publishing import propose_edition

_FILE = "preparing.json"
_LOCK = "preparing.lock"
_TRIES, _WAIT = 50, 0.1
_EVERY = 1.0
"""Seconds between two times that it is said how far it is."""


class Failure(StrEnum):
    """Why no proposal came of a preview.

    REFUSED: `what` and `remedy` say why. FAULT: a fault of habeas. ENDED: its process was
    ended, or the machine, before it was done.
    """

    REFUSED = "refused"
    FAULT = "fault"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """A preview that was asked for.

    Attributes:
        title: Name of the register.
        as_of: Day it answers for.
        by: Who asked for it.
        at: When.
        reason: What is said of it.
        stage: What is being done, as `propose_edition` names it; empty before it begins.
        done: How many reports or accounts of that stage are done.
        number: Of the proposal that came of it; None where none did, or not yet.
        failure: Why none did; None where one did, or it is not said yet.
        what: Why it is refused; empty where it is not.
        remedy: What to do about that.
        ended: When it was said what came of it.
        seconds_before: How long the last one took that was made; None where that is not known.
        is_going_on: True while a process makes it.
    """

    title: str
    as_of: date
    by: str
    at: datetime
    reason: str
    stage: str = ""
    done: int = 0
    number: int | None = None
    failure: Failure | None = None
    what: str = ""
    remedy: str = ""
    ended: datetime | None = None
    seconds_before: int | None = None
    is_going_on: bool = False

    @property
    def is_over(self) -> bool:
        """True where it is said what came of it."""
        return self.number is not None or self.failure is not None

    @property
    def seconds(self) -> int | None:
        """How long it took, or the last one before it that was made; None where not known."""
        if self.number is None or self.ended is None:
            return self.seconds_before
        return round((self.ended - self.at).total_seconds())


def ask_for(asked: Preparation) -> IO[bytes] | None:
    """Ask for a preview, where none is being made.

    Returns:
        The lock, open, to hand on to the process that makes it; None where one is being made.

    Raises:
        OSError: The folder of drafts cannot be written.
    """
    lock = _lock()
    for _ in range(_TRIES):
        if _held(lock):
            last = _read()
            _write(replace(asked, seconds_before=last.seconds if last else None))
            return lock
        before = _read()
        if before is None or not before.is_over:
            break
        time.sleep(_WAIT)  # it has said what came of it, and is about to end
    lock.close()
    return None


def prepare() -> None:
    """Make the preview that was asked for, and say what came of it."""
    asked = _read()
    if asked is None or asked.is_over:
        return
    try:
        decision = Decision(by=asked.by, at=asked.at, reason=asked.reason)
        made = propose_edition(asked.title, asked.as_of, decision, Progress(asked))
        _write(replace(asked, number=made.number, ended=datetime.now(UTC)))
    except HabeasError as error:
        _write_failed(asked, Failure.REFUSED, what=error.what, remedy=error.remedy)
    except Exception:
        _write_failed(asked, Failure.FAULT)
        raise


class Progress:
    """Keeps how far a preview is where every process can read it; see `Watch`."""

    def __init__(self, asked: Preparation) -> None:
        """Take what was asked for; nothing of it is done."""
        self._asked = asked
        self._next = 0.0

    def __call__(self, stage: str, more: int) -> None:
        """Say that more of a stage is done; it is written at each new one, and once a second."""
        asked = self._asked
        is_new = stage != asked.stage
        done = more if is_new else asked.done + more
        self._asked = replace(asked, stage=stage, done=done)
        now = time.monotonic()
        if is_new or now >= self._next:
            self._next = now + _EVERY
            _write(self._asked)


def last_preparation() -> Preparation | None:
    """The preview that was asked for last; None where none was."""
    # Asked before the file is read: a process that ends in between has written it.
    going_on = _is_going_on()
    asked = _read()
    if asked is None or asked.is_over:
        return asked
    if going_on:
        return replace(asked, is_going_on=True)
    return replace(asked, failure=Failure.ENDED)


def _is_going_on() -> bool:
    if not (drafts_folder() / _LOCK).exists():
        return False
    with _lock() as lock:
        return not _held(lock)


def _lock() -> IO[bytes]:
    folder = drafts_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return (folder / _LOCK).open("ab")


def _held(lock: IO[bytes]) -> bool:
    """True where nobody else holds the lock, and this process does from now on."""
    if sys.platform == "win32":
        return True
    import fcntl

    with suppress(OSError):
        fcntl.flock(lock.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False


def _read() -> Preparation | None:
    try:
        told: dict[str, Any] = json.loads((drafts_folder() / _FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    told["as_of"] = date.fromisoformat(told["as_of"])
    for moment in ("at", "ended"):
        told[moment] = datetime.fromisoformat(told[moment]) if told.get(moment) else None
    told["failure"] = Failure(told["failure"]) if told.get("failure") else None
    return Preparation(**told)


def _write_failed(
    asked: Preparation, failure: Failure, *, what: str = "", remedy: str = ""
) -> None:
    ended = datetime.now(UTC)
    _write(replace(asked, failure=failure, what=what, remedy=remedy, ended=ended))


def _write(asked: Preparation) -> None:
    place = drafts_folder() / _FILE
    part = place.with_suffix(".part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        json.dump(asdict(asked), file, default=lambda day: day.isoformat())
        file.flush()
        os.fsync(file.fileno())
    Path(part).replace(place)
