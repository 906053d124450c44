"""Starts the processes that work beside the desk; each ends by itself when it is done."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Collection

ALIVE = "HABEAS_ALIVE"
"""Environment variable: number of the end of a pipe that ends when the desk does."""

_READER = "habeas.server.desk_reader"
_PREPARING = "habeas.server.desk_preparing"
_started: list[subprocess.Popen[bytes]] = []
_prepared: list[subprocess.Popen[bytes]] = []


def wake() -> None:
    """See to it that a reader runs; where one does, a second ends at once."""
    _started[:] = [each for each in _started if each.poll() is None]
    if not _started:
        _started.append(_start(_READER))


def start_preparing(lock: int) -> None:
    """Start the process that makes a preview.

    Args:
        lock: Descriptor of the lock that says that it is at work; it holds that from now on.
    """
    _prepared[:] = [each for each in _prepared if each.poll() is None]
    _prepared.append(_start(_PREPARING, [lock]))


def _start(module: str, handed: Collection[int] = ()) -> subprocess.Popen[bytes]:
    alive = os.environ.get(ALIVE)
    descriptors = (*handed, *(() if alive is None else (int(alive),)))
    # -P: a file in the current folder cannot stand in for a module.
    return subprocess.Popen(  # noqa: S603  a module of ours, not input
        [sys.executable, "-P", "-m", module],
        pass_fds=descriptors if os.name == "posix" else (),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
    )
