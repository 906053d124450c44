"""Hostile formats are parsed in a process of their own, which is held to limits.

A module that parses one is run by `ask_limited` as `python -m module`. It gets the
bytes on stdin and calls `answer`, which bounds the process before it looks at a byte
and writes the parser's answer to stdout as JSON, `{"refused": reason}` where it is none.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from typing import Any

SECONDS = 60.0
"""Longest time one document may take."""

ANSWER_BYTES = 70_000_000
"""Longest answer that is looked at: ten million characters, each escaped."""

_MEMORY = 1 << 30


class Refusal(Exception):
    """The document is not read; the first argument is the reason, a word.

    `time` and `crash` stand for the limits: no answer within the time, or none at all.
    """


def ask_limited(module: str, data: bytes, *, seconds: float = SECONDS) -> dict[str, Any]:
    """What a parsing module says of the bytes.

    The child is bound in memory, time and output and does not learn the parent's
    environment: a document that loops, explodes or attacks the parser ends there.
    Its answer is an object, but nothing in it is to be trusted.

    Args:
        module: Its full name.
        data: The document.
        seconds: Time after which the child is ended.

    Raises:
        Refusal: With the child's reason, `time` or `crash`.
    """
    with tempfile.TemporaryFile() as question, tempfile.TemporaryFile() as reply:
        question.write(data)
        question.seek(0)
        try:
            # -P: a file in the current folder cannot stand in for a module.
            done = subprocess.run(  # noqa: S603  a module of ours, not input
                [sys.executable, "-P", "-m", module],
                stdin=question,
                stdout=reply,
                stderr=subprocess.DEVNULL,
                timeout=seconds,
                env=_environment(),
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise Refusal("time") from None
        size = reply.seek(0, os.SEEK_END)
        if done.returncode != 0 or not 0 < size <= ANSWER_BYTES:
            raise Refusal("crash")
        reply.seek(0)
        return _checked(reply.read())


def answer(parse: Callable[[bytes], dict[str, Any]]) -> None:
    """In the child: bound this process, parse the bytes on stdin, write the answer."""
    _limit_self()
    try:
        found = parse(sys.stdin.buffer.read())
    except Refusal as refusal:
        found = {"refused": refusal.args[0]}
    except (MemoryError, RecursionError):
        found = {"refused": "crash"}
    sys.stdout.write(json.dumps(found))


def _checked(reply: bytes) -> dict[str, Any]:
    try:
        found = json.loads(reply)
    except (ValueError, RecursionError):
        raise Refusal("crash") from None
    if not isinstance(found, dict):
        raise Refusal("crash")
    if "refused" in found:
        raise Refusal(str(found["refused"]))
    return found


def _environment() -> dict[str, str]:
    # The child finds the same packages and learns no secret of the parent.
    environment = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    if sys.platform == "win32":
        # Without it Python cannot start on Windows.
        environment["SYSTEMROOT"] = os.environ.get("SYSTEMROOT", "")
    return environment


def _limit_self() -> None:
    """Bound memory, CPU time and output where the platform can (Linux, BSD, macOS)."""
    if sys.platform == "win32":
        return
    import resource

    limits = {
        resource.RLIMIT_AS: _MEMORY,
        resource.RLIMIT_CPU: int(SECONDS),
        resource.RLIMIT_FSIZE: ANSWER_BYTES,
        resource.RLIMIT_CORE: 0,
    }
    for kind, most in limits.items():
        _, hard = resource.getrlimit(kind)
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(kind, (bound, bound))
        except (OSError, ValueError):
            # macOS refuses a limit on address space; the parent's clock remains.
            continue
