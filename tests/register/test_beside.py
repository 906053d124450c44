"""Work in another process ends with whoever started it, however that ends."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
LONG = 20
PARENT = """
from multiprocessing import active_children

from habeas.register.making.beside import beside
from register.test_beside import sleep

with beside(sleep, lambda: iter([1])) as result:
    (other,) = active_children()
    print(other.pid, flush=True)
    result()
"""


def sleep(feed: Iterator[object]) -> None:
    """Take what there is, and then a long time; say so in the end."""
    list(feed)
    time.sleep(LONG)
    sys.stdout.write("done")
    sys.stdout.flush()


def test_no_work_outlives_a_process_that_was_killed() -> None:
    environment = {**os.environ, "PYTHONPATH": str(TESTS)}
    command = [sys.executable, "-c", PARENT]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as parent:
        assert parent.stdout is not None
        other = int(parent.stdout.readline())
        parent.kill()
        # The work holds the other end of the pipe too, which is closed when it has ended.
        assert parent.stdout.read() == b""
    assert other != parent.pid
