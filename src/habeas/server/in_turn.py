"""Pages of one process are made one after another, as long as each takes little."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import Lock
from typing import Any

_PATIENCE = 0.3
"""Seconds that a page waits for the one before; after that both are made at once."""


def in_turn(application: Callable[..., Any]) -> Callable[..., Iterable[bytes]]:
    """The application, with few requests at work at a time.

    Threads of one process take turns within a page anyway, hundreds of times: whenever a row
    comes from the database. Taking turns with whole pages, each is there as soon, and most are
    there sooner. A slow one holds nobody up for long.
    """
    lock = Lock()

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        is_alone = lock.acquire(timeout=_PATIENCE)
        try:
            pages: Iterable[bytes] = application(environ, start)
            return pages
        finally:
            if is_alone:
                lock.release()

    return answer
