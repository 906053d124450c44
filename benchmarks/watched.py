"""How long a command takes, and how much memory it and the processes that it starts hold."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

_EACH = 0.5
_KIB = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """What a command took.

    Attributes:
        seconds: Of the clock.
        processor: Seconds of the processor, of all processes.
        largest: MiB, the most that one process held, as the system counts it.
        together: MiB, the most that all of them held at once, seen twice a second; of what
            several processes of the machine hold in common each is counted its part. None
            where the system does not tell (it is read under `/proc`).
    """

    seconds: float
    processor: float
    largest: int
    together: int | None

    def __str__(self) -> str:
        """In words, for a table of figures."""
        all_ = "" if self.together is None else f", {self.together} MiB all together"
        return (
            f"{self.seconds:.1f} s, {self.processor:.1f} s of the processor;"
            f" at most {self.largest} MiB in one process{all_}"
        )


def watched(command: Sequence[str], environment: Mapping[str, str]) -> Used:
    """Run a command to its end; a failure of it ends this programme."""
    start = time.monotonic()
    process = subprocess.Popen(command, env=dict(environment))
    seen, ended = [0], Event()
    watch = Thread(target=_watch, args=(process.pid, seen, ended))
    watch.start()
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    ended.set()
    watch.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[-1]}: ended with {process.returncode}")
    return Used(
        seconds=seconds,
        processor=used.ru_utime + used.ru_stime,
        largest=used.ru_maxrss // _KIB,
        together=seen[0] // _KIB or None,
    )


def _watch(first: int, seen: list[int], ended: Event) -> None:
    while not ended.wait(_EACH):
        seen[0] = max(seen[0], sum(map(_kib_of, _family(first))))


def _family(process: int) -> Iterator[int]:
    """A process and all that it started, as far as they still are."""
    yield process
    with suppress(OSError):
        for task in Path(f"/proc/{process}/task").iterdir():
            with suppress(OSError):
                for child in (task / "children").read_text().split():
                    yield from _family(int(child))


def _kib_of(process: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0
