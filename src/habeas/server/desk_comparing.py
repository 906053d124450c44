"""While the desk is open, persons are compared with whoever is alike, one after another."""

from __future__ import annotations

import logging
import threading
import time

_PAUSE = 20.0
"""Seconds until it is looked again whether somebody waits to be compared."""

_SHARE = 3
"""Of the time, one part in so many plus one is spent; pages need the rest."""


def compare_beside(ended: threading.Event) -> threading.Thread:
    """Start comparing in a thread of its own; it ends when the event is set.

    Django must be configured, and the tables be up to date.
    """
    thread = threading.Thread(target=_compare_on, args=(ended,), name="comparing", daemon=True)
    thread.start()
    return thread


def _compare_on(ended: threading.Event) -> None:
    from django.db import connections

    from habeas.store.index.pairs import compare_waiting
    from habeas.store.problems import StoreError

    while not ended.is_set():
        begun = time.monotonic()
        try:
            left = compare_waiting(1)
        except StoreError:
            # The database is busy or away: pages say so to whoever asks, and this waits.
            left = 0
        except Exception:
            # What is written down is the place of the fault, and no name.
            logging.getLogger("habeas.desk").exception("comparing failed")
            left = 0
        spent = time.monotonic() - begun
        if not left:
            connections.close_all()
        ended.wait(_SHARE * spent if left else _PAUSE)
