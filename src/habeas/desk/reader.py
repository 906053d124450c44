"""Wakes the process that reads what came in; it ends by itself when nothing waits."""

from __future__ import annotations

import os
import subprocess
import sys

_MODULE = "habeas.server.desk_reader"
_started: list[subprocess.Popen[bytes]] = []


def wake() -> None:
    """See to it that a reader runs; where one does, a second ends at once."""
    _started[:] = [each for each in _started if each.poll() is None]
    if _started:
        return
    _started.append(
        # -P: a file in the current folder cannot stand in for a module.
        subprocess.Popen(  # noqa: S603  a module of ours, not input
            [sys.executable, "-P", "-m", _MODULE],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        )
    )
