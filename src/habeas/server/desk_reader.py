"""The process that reads what came to the desk: `python -m habeas.server.desk_reader`.

There is one for a register, whoever starts it: a second one ends at once. It reads until
nothing waits for a while, and then groups claims into events anew. Killed at any moment it
loses nothing: what it was reading is read again by the next, and a document whose reading
ended two of them is given up.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from habeas.desk.reader import ALIVE
from habeas.model.problems import HabeasError, Problem
from habeas.server.desk_comparing import yield_to_others
from habeas.server.store_settings import open_store, store_place
from habeas.server.workers import end_with

if TYPE_CHECKING:
    from habeas.reports.members import Document
    from habeas.store.arrivals import Arrival

IDLE = "HABEAS_READER_IDLE"
"""Environment variable: seconds without work after which the process ends."""

_IDLE_SECONDS = 90.0
_LOOK_SECONDS = 0.5
_QUIET_SECONDS = 5.0
"""Seconds without anything to read after which claims are grouped into events."""

_LESS_URGENT = 10
"""What the system is told (`nice`): pages come first, and somebody waits for this too."""

_RESTS = 3
"""How many times as long as it took last, claims are not grouped again."""

_DOCUMENT_SECONDS = 180
_LOCK = "reader.lock"
_COPIES_AT_ONCE = 200
_TIES_AT_ONCE = 20


class _TooLong(Exception):
    """One document takes more time than any may."""


def main() -> None:
    """Read until nothing waits."""
    if ALIVE in os.environ:
        end_with(int(os.environ[ALIVE]))
    yield_to_others(_LESS_URGENT)
    place = store_place(os.environ)
    with _alone(place.home) as is_alone:
        if not is_alone:
            return
        open_store(place)
        _work(float(os.environ.get(IDLE, _IDLE_SECONDS)))


def _work(idle: float) -> None:
    from habeas.store.arrivals import next_arrival, take_up_again
    from habeas.store.copies import catch_up
    from habeas.store.index.grouping import catch_up_events
    from habeas.store.index.tied import catch_up_ties
    from habeas.store.proposed import catch_up_proposals

    take_up_again()
    since = time.monotonic()
    rested = 0.0
    while True:
        arrival = next_arrival()
        if arrival is not None:
            _read(arrival)
        quiet = time.monotonic() - since
        worked = arrival is not None or catch_up(_COPIES_AT_ONCE)
        if not worked and quiet >= min(idle, _QUIET_SECONDS):
            worked = catch_up_ties(_TIES_AT_ONCE) > 0 or catch_up_proposals()
        if not worked and quiet >= min(idle, _QUIET_SECONDS) and time.monotonic() >= rested:
            begun = time.monotonic()
            worked = catch_up_events()
            rested = time.monotonic() + _RESTS * (time.monotonic() - begun) if worked else 0.0
        if worked:
            since = time.monotonic()
        elif quiet >= idle and time.monotonic() >= rested:
            return
        else:
            time.sleep(_LOOK_SECONDS)


def _read(arrival: Arrival) -> None:
    """Read one arrival: a document, or all that is in an archive."""
    from habeas.store.arrivals import finish
    from habeas.store.copies import catch_up

    problems: list[Problem] = []
    kept = 0
    try:
        for found in _documents(arrival):
            if isinstance(found, Problem):
                problems.append(found)
                continue
            try:
                with _limited():
                    _keep(arrival, found)
                kept += 1
            except HabeasError as error:
                problems.append(Problem(what=error.what, where=error.where, remedy=error.remedy))
    except HabeasError as error:
        problems.append(Problem(what=error.what, where=error.where, remedy=error.remedy))
    except Exception:  # noqa: BLE001 - one document must not cost the others
        problems.append(_FAULT)
    finish(arrival.number, problems, kept=kept)
    catch_up(_COPIES_AT_ONCE)


_FAULT = Problem(
    what="a document that habeas fails to read", where="", remedy="keep only its text, paste that"
)


def _documents(arrival: Arrival) -> Iterator[Document | Problem]:
    """The documents of an arrival; an address is fetched from the public internet alone."""
    from habeas.reports.documents import Document, documents_in
    from habeas.reports.members import LeftOut

    if arrival.url is not None:
        from habeas.fetch import fetch_url

        fetched = fetch_url(arrival.url, retrieved=date.today())  # noqa: DTZ011 - the user's day
        yield Document(
            data=fetched.data,
            file="",
            media_type=fetched.media_type,
            url=fetched.url,
            retrieved=fetched.retrieved,
        )
        return
    from habeas.store.originals import load_original, originals_folder

    assert arrival.digest is not None, "bytes have a digest"
    data = load_original(originals_folder(), arrival.digest)
    if arrival.media_type is not None:
        yield Document(data=data, file="", media_type=arrival.media_type, url=None)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / (Path(arrival.name).name or "document")
        path.write_bytes(data)
        for found in documents_in(path):
            if not isinstance(found, LeftOut):
                yield found


def _keep(arrival: Arrival, document: Document) -> None:
    """Read one document and keep it in the register."""
    from habeas.claims import extract_claims
    from habeas.claims.people_lists import read_people_list
    from habeas.reports import read_report
    from habeas.store.records import save_reading

    report = read_report(
        document.data,
        media_type=document.media_type,
        file=Path(document.file).name or None,
        url=document.url,
        retrieved=document.retrieved,
    )
    claims = read_people_list(report).claims if report.is_table else extract_claims(report)
    save_reading(report, document.data, claims, at=datetime.now(UTC), by=arrival.by)


@contextmanager
def _limited() -> Iterator[None]:
    """End what takes too long, where the system has an alarm."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def ring(_number: int, _frame: object) -> None:
        raise _TooLong

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(_DOCUMENT_SECONDS)
    try:
        yield
    except _TooLong:
        raise HabeasError(
            what="a document that takes too long to read", remedy="keep the part that matters"
        ) from None
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _alone(home: Path) -> Iterator[bool]:
    """Hold the lock of the register's reader; False where another has it."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (home / _LOCK).open("ab") as file:
        yield _locked(file.fileno())


def _locked(number: int) -> bool:
    if sys.platform == "win32":
        import msvcrt

        with suppress(OSError):
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
            return True
        return False
    import fcntl

    with suppress(OSError):
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False


if __name__ == "__main__":
    main()
