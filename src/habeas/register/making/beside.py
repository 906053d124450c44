"""Work in a process of its own, so that two go on at once and its memory ends with it."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from threading import Thread
from typing import Any, cast

from habeas.model.problems import HabeasError

type Work[Result] = Callable[[Iterator[Any]], Result]
"""Takes things as they come; a function of a module, since another process must find it."""

type Feed = Callable[[], Iterator[Any]]

_DONE, _PART, _FAILED = "done", "part", "failed"


class WorkEnded(HabeasError):
    """A process ended before its work was done."""


@contextmanager
def beside[Result](work: Work[Result], feed: Feed) -> Iterator[Callable[[], Result]]:
    """Start work in another process; it has all that it is fed when the block begins.

    Args:
        work: What is done.
        feed: Gives what it is done with.

    Returns:
        What waits for the result, which comes bit by bit where it is an iterator.
        Whatever the work raised, it raises again.

    Raises:
        WorkEnded: By what is returned, where the process was ended.
    """
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(work, theirs), daemon=True)
    with _without_interrupts():
        process.start()
    theirs.close()
    try:
        try:
            for item in feed():
                ours.send((item,))
            ours.send(None)
        except ConnectionError:
            pass  # it ended; `result` says why
        yield lambda: cast("Result", _result(ours))
    finally:
        ours.close()
        process.kill()
        process.join()


@contextmanager
def in_turn[Result](work: Work[Result], feed: Feed) -> Iterator[Callable[[], Result]]:
    """The same in this process, at once: what is small starts no other."""
    result = work(feed())
    yield lambda: result


def _result(connection: Connection) -> object:
    how, what = _told(connection)
    return _rest(what, connection) if how == _PART else what


def _rest(first: object, connection: Connection) -> Iterator[object]:
    how, what = _PART, first
    while how == _PART:
        yield what
        how, what = _told(connection)


def _told(connection: Connection) -> tuple[str, object]:
    try:
        how, what = connection.recv()
    except (EOFError, OSError):
        raise WorkEnded(
            what="a process that prepares the Edition was ended",
            remedy="see that the system has memory left, and try again",
        ) from None
    if how == _FAILED:
        raise what
    return how, what


def _serve(work: Work[object], connection: Connection) -> None:
    # Whoever started it ends it, on Ctrl-C too.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _unblock()
    Thread(target=_end_with_parent, daemon=True).start()
    try:
        try:
            result = work(_received(connection))
            if isinstance(result, Iterator):
                for part in result:
                    connection.send((_PART, part))
                result = iter(())
            answer = (_DONE, result)
        except Exception as error:  # noqa: BLE001 - told to whoever waits
            answer = (_FAILED, error)
        connection.send(answer)
    except OSError:
        return  # nobody waits any more


def _end_with_parent() -> None:
    """End where whoever started this one was killed: nobody waits for the work any more."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _received(connection: Connection) -> Iterator[object]:
    while (item := connection.recv()) is not None:
        yield item[0]


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


def _unblock() -> None:
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
