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
from datetime import date, datetime
from pathlib import Path
from typing import IO

from habeas.model.problems import HabeasError
from habeas.store.decisions import Decision
from habeas.store.edition_files import drafts_folder
from habeas.store.publishing import propose_edition

_FILE = "preparing.json"
_LOCK = "preparing.lock"
_TRIES, _WAIT = 50, 0.1
_FAULT = ("habeas failed to prepare it", "try again, and report the fault if it comes again")
_ENDED = ("it ended before it was done", "see that the system has memory and room left, try again")


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """A preview that was asked for.

    Attributes:
        title: Name of the register.
        as_of: Day it answers for.
        by: Who asked for it.
        at: When.
        reason: What is said of it.
        number: Of the proposal that came of it; None where none did, or not yet.
        what: Why it cannot be made; empty where it can.
        remedy: What to do about that.
        is_going_on: True while a process makes it.
    """

    title: str
    as_of: date
    by: str
    at: datetime
    reason: str
    number: int | None = None
    what: str = ""
    remedy: str = ""
    is_going_on: bool = False

    @property
    def is_over(self) -> bool:
        """True where it is said what came of it."""
        return self.number is not None or bool(self.what)


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
            _write(asked)
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
        made = propose_edition(asked.title, asked.as_of, decision)
        _write(replace(asked, number=made.number))
    except HabeasError as error:
        _write(replace(asked, what=error.what, remedy=error.remedy))
    except Exception:
        _write(replace(asked, what=_FAULT[0], remedy=_FAULT[1]))
        raise


def last_preparation() -> Preparation | None:
    """The preview that was asked for last; None where none was."""
    # Asked before the file is read: a process that ends in between has written it.
    going_on = _is_going_on()
    asked = _read()
    if asked is None or asked.is_over:
        return asked
    if going_on:
        return replace(asked, is_going_on=True)
    return replace(asked, what=_ENDED[0], remedy=_ENDED[1])


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
        told = json.loads((drafts_folder() / _FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    told["as_of"] = date.fromisoformat(told["as_of"])
    told["at"] = datetime.fromisoformat(told["at"])
    return Preparation(**told)


def _write(asked: Preparation) -> None:
    told = asdict(asked)
    told["as_of"], told["at"] = asked.as_of.isoformat(), asked.at.isoformat()
    place = drafts_folder() / _FILE
    part = place.with_suffix(".part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        json.dump(told, file)
        file.flush()
        os.fsync(file.fileno())
    Path(part).replace(place)
