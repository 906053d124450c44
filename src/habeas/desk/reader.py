"""Wakes the process that reads what came in; it ends by itself when nothing waits."""

from __future__ import annotations

import os
import subprocess
import sys

ALIVE = "HABEAS_ALIVE"
"""Environment variable: number of the end of a pipe that ends when the desk does."""

_MODULE = "habeas.server.desk_reader"
_started: list[subprocess.Popen[bytes]] = []


def wake() -> None:
    """See to it that a reader runs; where one does, a second ends at once."""
    _started[:] = [each for each in _started if each.poll() is None]
    if _started:
        return
    alive = os.environ.get(ALIVE)
    _started.append(
        # -P: a file in the current folder cannot stand in for a module.
        subprocess.Popen(  # noqa: S603  a module of ours, not input
            [sys.executable, "-P", "-m", _MODULE],
            pass_fds=() if alive is None else (int(alive),),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        )
    )
