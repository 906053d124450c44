"""Several processes that answer on one socket, so that more than one core makes pages."""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import NamedTuple

from habeas.model.problems import HabeasError
from habeas.server.turns import Turn, Turns

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
    """What a process is to do.

    Attributes:
        module: Whose `main` does it, in a process of its own.
        told: What it is told, for `work_told`.
        place: Where it works, as an error says it.
    """

    module: str
    told: tuple[str | None, ...]
    place: str


def run_workers(works: Sequence[Work], listener: socket.socket) -> None:
    """Keep a process at each work until a signal ends this one, and then end them.

    They end too when this process is killed: each holds an end of a pipe whose other end
    nobody else has.

    Raises:
        WorkerFailed: One of them cannot work at all.
    """
    alive, kept = os.pipe()
    workers: dict[int, _Working] = {}
    waiting = list(enumerate(works))
    ending = _Ending()
    turns = Turns.among(len(works))
    try:
        while True:
            while waiting:
                place, work = waiting[-1]
                with ending.put_off():
                    made = _start(work, (listener.fileno(), alive, turns.file), place)
                    workers[made.pid] = _Working(made, *waiting.pop(), time.monotonic())
            ended, status = os.wait()
            gone = workers.pop(ended, None)
            if gone is None:
                continue
            turns.pass_over(gone.place)
            waiting.append((gone.place, gone.work))
            if time.monotonic() - gone.since < _SHORT_LIFE and not os.WIFSIGNALED(status):
                raise WorkerFailed(
                    what="a process that should answer ended at once",
                    where=gone.work.place,
                    remedy="try --workers 1, which says more",
                )
    finally:
        for each in workers.values():
            each.process.terminate()
        for each in workers.values():
            try:
                each.process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                each.process.kill()
        for number in (alive, kept, turns.file):
            os.close(number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a process is given by the one that started it.

    Attributes:
        listener: The socket to answer on.
        told: As in `Work`.
        alive: Number of the end of a pipe that ends with that other process.
        turn: Whose turn it is to take a connection.
    """

    listener: socket.socket
    told: tuple[str | None, ...]
    alive: int
    turn: Turn


def collect_seldom() -> None:
    """Look seldom for what is in use no more, and never among what was loaded until now.

    Most of what a page leaves needs no search, and each search looks at all that is kept.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


def work_told() -> Told:
    """For a process that was started so: what it is given. It ends with whoever started it."""
    listener, alive, turns, place = map(int, sys.argv[1:5])
    end_with(alive)
    return Told(
        listener=socket.socket(fileno=listener),
        told=tuple(json.loads(os.environ.pop(WORK))),
        alive=alive,
        turn=Turns(turns).of(place),
    )


def end_with(pipe: int) -> None:
    """End this process as soon as nobody holds the other end of a pipe any more."""

    def outlive_nobody() -> None:
        os.read(pipe, 1)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=outlive_nobody, name="outlive nobody", daemon=True).start()


class _Working(NamedTuple):
    process: subprocess.Popen[bytes]
    place: int
    work: Work
    since: float


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


def _start(work: Work, numbers: tuple[int, ...], place: int) -> subprocess.Popen[bytes]:
    told = (*map(str, numbers), str(place))
    return subprocess.Popen(  # noqa: S603 - this interpreter, and arguments of our own
        [sys.executable, "-m", work.module, *told],
        pass_fds=numbers,
        stdin=subprocess.DEVNULL,
        env=os.environ | {WORK: json.dumps(work.told)},
    )
