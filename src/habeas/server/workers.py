"""Several processes that answer on one socket, so that more than one core makes pages."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from habeas.model.problems import HabeasError

if TYPE_CHECKING:
    import socket

WORK = "HABEAS_WORK"
"""Name of the variable that tells a process its work."""

_SHORT_LIFE = 10.0
"""Seconds; whoever ends sooner, and was not killed, cannot work at all."""

_PATIENCE = 6.0
"""Seconds that a process has to end when it is told to."""


class WorkerFailed(HabeasError):
    """A process that should answer ended at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What a process is to serve.

    Attributes:
        path: The Edition.
        host: By which it is reached.
        checked: Digest of the Edition, which was checked whole.
    """

    path: Path
    host: str
    checked: str


def run_workers(work: Work, listener: socket.socket, count: int) -> None:
    """Keep some processes answering until a signal ends this one, and then end them.

    They end too when this process is killed: each holds an end of a pipe whose other end
    nobody else has.

    Raises:
        WorkerFailed: One of them cannot work at all.
    """
    alive, kept = os.pipe()
    workers: dict[int, tuple[subprocess.Popen[bytes], float]] = {}
    ending = _Ending()
    try:
        while True:
            while len(workers) < count:
                with ending.put_off():
                    made = _start(work, listener, alive)
                    workers[made.pid] = (made, time.monotonic())
            ended, status = os.wait()
            gone, since = workers.pop(ended, (None, 0.0))
            is_short = time.monotonic() - since < _SHORT_LIFE
            if gone is not None and is_short and not os.WIFSIGNALED(status):
                raise WorkerFailed(
                    what="a process that should answer ended at once",
                    where=work.path.name,
                    remedy="try --workers 1, which says more",
                )
    finally:
        for process, _since in workers.values():
            process.terminate()
        for process, _since in workers.values():
            try:
                process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
        os.close(alive)
        os.close(kept)


class _Ending:
    """Ends this process when it is told to, but not while it starts another: nobody would know
    that one."""

    def __init__(self) -> None:
        self._is_put_off = self._is_asked = False
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._asked)

    @contextmanager
    def put_off(self) -> Iterator[None]:
        """Wait with the end until the block is done."""
        self._is_put_off = True
        try:
            yield
        finally:
            self._is_put_off = False
        if self._is_asked:
            sys.exit(0)

    def _asked(self, _number: int, _frame: FrameType | None) -> None:
        self._is_asked = True
        if not self._is_put_off:
            sys.exit(0)


def _start(work: Work, listener: socket.socket, alive: int) -> subprocess.Popen[bytes]:
    numbers = (str(listener.fileno()), str(alive))
    return subprocess.Popen(  # noqa: S603 - this interpreter, and arguments of our own
        [sys.executable, "-m", "habeas.server.worker", *numbers],
        pass_fds=(listener.fileno(), alive),
        stdin=subprocess.DEVNULL,
        env=os.environ | {WORK: json.dumps((str(work.path), work.host, work.checked))},
    )
