"""The process that makes a preview of what would go out: `python -m habeas.server.desk_preparing`.

The desk starts it with the lock that says that it is at work; it ends with that one preview.
"""

from __future__ import annotations

import os
import signal

from habeas.desk.reader import ALIVE
from habeas.server.desk_comparing import yield_to_others
from habeas.server.store_settings import open_store, store_place
from habeas.server.workers import end_with

_LESS_URGENT = 5
"""What the system is told (`nice`): pages come first."""


def main() -> None:
    """Make the preview that was asked for."""
    # Ctrl-C is for the desk, and ends this one with it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if ALIVE in os.environ:
        end_with(int(os.environ[ALIVE]))
    yield_to_others(_LESS_URGENT)
    open_store(store_place(os.environ))
    from habeas.store.preparing import prepare

    prepare()


if __name__ == "__main__":
    main()
