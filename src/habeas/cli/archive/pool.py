"""The processes that read documents, and the order of what they give back."""

from __future__ import annotations

import signal
import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from habeas.cli.archive.lines import Line, line_of_problem
from habeas.cli.archive.worker import MAX_SECONDS, serve, unpack
from habeas.model.problems import Problem
from habeas.reports.members import Document

HANG_SECONDS = 180.0
"""Seconds after which a process that has not answered is ended, working or not."""

_AHEAD = 64
"""Documents for each process that may be read before the oldest unread one is done."""

_SMALL = 16_384
"""Bytes up to which a document is handed to a process that is still at work on another: they
fit between the two, so that neither waits for the other."""


@dataclass(slots=True, kw_only=True)
class _Worker:
    """A process, its end of the connection, and the documents it holds, the first at work."""

    process: SpawnProcess
    connection: Connection
    held: deque[tuple[int, Document]] = field(default_factory=deque)
    since: float = 0.0


class Pool:
    """Processes that read documents; they are started when they are needed."""

    def __init__(self, jobs: int) -> None:
        """Prepare for at most `jobs` processes, at least one."""
        self._jobs = jobs
        self._workers: list[_Worker] = []
        self._ready: dict[int, Line] = {}

    def lines(self, items: Iterable[Document | Line]) -> Generator[Line]:
        """The line of each item, in the order of the items, whoever is done first.

        Items are taken as they are needed; a Line is passed on. The processes are
        ended when the iterator is closed or done.
        """
        source = iter(items)
        taken = given = 0
        more = True
        try:
            while more or given < taken:
                while more and taken - given < _AHEAD * self._jobs and self._has_room():
                    item = next(source, None)
                    if item is None:
                        more = False
                    else:
                        self._take(taken, item)
                        taken += 1
                while (line := self._ready.pop(given, None)) is not None:
                    given += 1
                    yield line
                if any(worker.held for worker in self._workers):
                    self._collect()
        finally:
            self._end()

    def _take(self, number: int, item: Document | Line) -> None:
        if isinstance(item, Line):
            self._ready[number] = item
            return
        worker = self._roomy(item)
        while worker is None:
            self._collect()
            worker = self._roomy(item)
        self._give(worker, number, item)

    def _has_room(self) -> bool:
        return len(self._workers) < self._jobs or any(len(w.held) < 2 for w in self._workers)

    def _roomy(self, document: Document) -> _Worker | None:
        """A process that can take a document now: idle, new, or with one small one to do."""
        idle = next((w for w in self._workers if not w.held), None)
        if idle is not None:
            return idle
        if len(self._workers) < self._jobs:
            self._workers.append(_start())
            return self._workers[-1]
        if len(document.data) > _SMALL:
            return None
        return next((w for w in self._workers if len(w.held) == 1), None)

    def _give(self, worker: _Worker, number: int, document: Document) -> None:
        if not worker.held:
            worker.since = time.monotonic()
        worker.held.append((number, document))
        try:
            worker.connection.send((number, document))
        except OSError:
            # It has ended; `_collect` finds out on which document.
            return

    def _collect(self) -> None:
        """Wait until a process answers or ends, or has taken too long."""
        busy = {w.connection: w for w in self._workers if w.held}
        oldest = min(w.since for w in busy.values())
        wait_for = max(0.0, oldest + HANG_SECONDS - time.monotonic())
        for connection in wait(list(busy), wait_for):
            assert isinstance(connection, Connection)
            worker = busy[connection]
            try:
                number, line = unpack(connection.recv_bytes())
            except (EOFError, OSError):
                self._replace(worker)
                continue
            worker.held.popleft()
            worker.since = time.monotonic()
            self._ready[number] = line
        for worker in [w for w in self._workers if w.held]:
            if time.monotonic() - worker.since > HANG_SECONDS:
                worker.process.kill()
                self._replace(worker)

    def _replace(self, worker: _Worker) -> None:
        """Tell the document that a process ended on, and hand what it held to another."""
        worker.process.join()
        number, document = worker.held.popleft()
        problem = _ending(worker.process.exitcode, document.file)
        digest = sha256(document.data).hexdigest()
        self._ready[number] = line_of_problem(problem, digest=digest)
        self._workers.remove(worker)
        worker.connection.close()
        if worker.held:
            successor = _start()
            self._workers.append(successor)
            for held in worker.held:
                self._give(successor, *held)

    def _end(self) -> None:
        for worker in self._workers:
            worker.connection.close()
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
        self._workers.clear()


def _start() -> _Worker:
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(theirs,), daemon=True)
    with _without_interrupts():
        process.start()
    theirs.close()
    return _Worker(process=process, connection=ours)


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Start a process that Ctrl-C does not reach before it can say so itself."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _ending(code: int | None, file: str) -> Problem:
    if code is not None and hasattr(signal, "SIGPROF") and code == -signal.SIGPROF:
        what = f"reading it takes more than {MAX_SECONDS} seconds"
    elif code is not None and hasattr(signal, "SIGKILL") and code == -signal.SIGKILL:
        what = "the process that read it was ended: it hung, or the system had no memory left"
    else:
        what = "the process that read it crashed"
    return Problem(what=what, where=file, remedy="split the document, or keep only its text")
