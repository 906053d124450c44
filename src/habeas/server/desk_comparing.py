"""While the desk is open, persons are compared with whoever is alike, one after another.

Beside a desk of several processes that is one more, which the system lets work when the others
do not: `python -m habeas.server.desk_comparing`, started by `habeas.server.workers`. Where the
register has not changed since everybody was compared, it asks one number and sleeps again.
"""

from __future__ import annotations

import logging
import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

_PAUSE = 20.0
"""Seconds until it is looked again whether somebody waits to be compared."""

_SHARE = 3
"""Of the time, one part in so many plus one is spent; pages need the rest."""

_AT_ONCE = 10
"""Persons after whom is counted how many are left, which takes as long as to compare one."""

LEAST_URGENT = 19
"""What a process is told that is to work only when no other wants to (`nice`)."""


def main() -> None:
    """Compare until told to end, or until nobody is left to tell."""
    from habeas.server.store_settings import StorePlace, open_store
    from habeas.server.workers import work_told

    # Ctrl-C is for the process that started this one, and ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    work = work_told()
    work.listener.close()
    home, url, *_ = work.told
    assert home is not None
    yield_to_others(LEAST_URGENT)
    open_store(StorePlace(home=Path(home), database_url=url))
    compare_on(threading.Event())


def yield_to_others(less: int) -> None:
    """Let the system prefer other processes to this one, where it can."""
    if hasattr(os, "nice"):
        os.nice(less)


def compare_beside(ended: threading.Event) -> threading.Thread:
    """Start comparing in a thread of its own; it ends when the event is set.

    Django must be configured, and the tables be up to date.
    """
    thread = threading.Thread(target=compare_on, args=(ended,), name="comparing", daemon=True)
    thread.start()
    return thread


def compare_on(ended: threading.Event) -> None:
    """Compare whoever waits, and look again now and then, until the event is set."""
    from django.db import connections

    from habeas.store.audit import chain_end
    from habeas.store.index.pairs import compare_waiting

    done = ""
    while not ended.is_set():
        begun = time.monotonic()
        end = _tried(lambda: chain_end().hash) or done
        left = 0 if end == done else _tried(lambda: compare_waiting(_AT_ONCE))
        if left == 0:
            done = end
        if not left:
            connections.close_all()
        ended.wait(_SHARE * (time.monotonic() - begun) if left else _PAUSE)


def _tried[T](work: Callable[[], T]) -> T | None:
    """What some work gives; None where it fails, which is no reason to end."""
    from habeas.store.problems import StoreError

    try:
        return work()
    except StoreError:
        # The database is busy or away: pages say so to whoever asks, and this waits.
        return None
    except Exception:
        # What is written down is the place of the fault, and no name.
        logging.getLogger("habeas.desk").exception("comparing failed")
        return None


if __name__ == "__main__":
    main()
