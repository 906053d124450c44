"""Run as a program: change a register in children that are killed, time after time.

Usage: python -m store.killing KIND HOME URL TIMES. Prints what was acknowledged before each
death, as JSON. A child is a copy of a process in which everything is loaded, so that the
moments of death fall into the change itself. Everything in the records is invented.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from habeas.server.store_settings import StorePlace, open_store

CHANGES = 4
"""A child is killed within the time of so many changes, as long as one took before."""


def main(kind: str, home: str, url: str, times: str) -> None:
    """Fork, kill, read what was acknowledged; again and again."""
    open_store(StorePlace(home=Path(home), database_url=url or None))
    act = _publish if kind == "publish" else _change(kind)
    act(0)
    begun = time.monotonic()
    act(1)
    longest = CHANGES * (time.monotonic() - begun)
    _let_go()
    longest += _first_change_takes(act)
    chance = random.Random(f"{kind}{bool(url)}")
    acknowledged = [
        line
        for turn in range(1, int(times) + 1)
        for line in _killed(act, turn * 10_000, chance.uniform(0, longest))
    ]
    json.dump(acknowledged, sys.stdout)


def _first_change_takes(act: Callable[[int], str]) -> float:
    """Seconds from the fork of a child, which opens the database anew, to its first change."""
    begun = time.monotonic()
    child = os.fork()
    if child == 0:
        act(2)
        os._exit(0)
    os.waitpid(child, 0)
    return time.monotonic() - begun


def _killed(act: Callable[[int], str], begin: int, after: float) -> list[str]:
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        for number in range(begin, begin + 10_000):
            os.write(write, act(number).encode() + b"\n")
        os._exit(1)
    os.close(write)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    _check_edition()
    with os.fdopen(read, "rb") as pipe:
        return pipe.read().decode().splitlines()


def _change(kind: str) -> Callable[[int], str]:
    from store.changing import change

    return lambda number: f"{kind} {change(kind, number)}"


def _publish(number: int) -> str:
    """Publish what the register holds, as `habeas publish` does; gives the digest."""
    from habeas.model.restrictions import PUBLIC_VIEWER
    from habeas.register.assemble import assemble_edition
    from habeas.register.edition_file import write_edition
    from habeas.store.audit import settled_moment
    from habeas.store.decisions import Decision
    from habeas.store.records import load_records, record_edition
    from store.changing import change

    change("protection", number)
    now = settled_moment()
    made = assemble_edition(
        load_records(PUBLIC_VIEWER, known_at=now),
        title=f"No. {number}",
        as_of=date(2026, 1, 4),
        known_at=now,
    )
    decision = Decision(by="publisher", at=datetime.now(UTC))
    path = Path(os.environ["EDITION"])
    return write_edition(made, path, lambda digest: record_edition(made, digest, decision))


def _check_edition() -> None:
    """Open what is there to be read, which fails where it is half written."""
    from habeas.register.edition_file import EditionFile

    path = Path(os.environ["EDITION"])
    if path.exists():
        EditionFile(path).close()


def _let_go() -> None:
    from django.db import connections

    connections.close_all()


if __name__ == "__main__":
    main(*sys.argv[1:])
