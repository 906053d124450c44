"""How long a function takes, whatever else the machine does."""

from __future__ import annotations

import time
from collections.abc import Callable

_RUNS = 7


def least_seconds(work: Callable[[str], object], text: str) -> float:
    """Seconds of this process that the quickest of several runs takes."""
    taken = []
    for _ in range(_RUNS):
        started = time.process_time()
        work(text)
        taken.append(time.process_time() - started)
    return min(taken)
