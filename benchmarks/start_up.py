"""How long starting takes: `import habeas` and `habeas --help`, in fresh processes.

Prints the median and the slowest of 15 runs, in milliseconds, after one that warms the disk.
`python -c pass` is what Python itself takes, and is part of every other figure.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

RUNS = 15
BIN = Path(sys.executable).parent
STARTS = {
    "python -c pass": ([sys.executable, "-c", "pass"], None),
    "import habeas": ([sys.executable, "-c", "import habeas"], 100),
    "habeas --help": ([str(BIN / "habeas"), "--help"], 300),
    "habeas --version": ([str(BIN / "habeas"), "--version"], 300),
}
"""Each start, with the milliseconds it must stay under, where there is such a bound."""


def milliseconds(command: list[str]) -> float:
    """Return how long one run takes, from start to end."""
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return (time.perf_counter() - began) * 1000


def main() -> int:
    """Print the table; the exit status is 1 where a median is over its bound."""
    print(f"Start-up, {RUNS} runs each, Python {sys.version.split()[0]}, {os.cpu_count()} cores\n")
    print(f"{'':<20}{'median ms':>10}{'slowest':>10}{'bound':>8}")
    over = False
    for name, (command, bound) in STARTS.items():
        milliseconds(command)
        times = [milliseconds(command) for _ in range(RUNS)]
        median = statistics.median(times)
        over = over or (bound is not None and median > bound)
        print(f"{name:<20}{median:>10.0f}{max(times):>10.0f}{bound or '':>8}")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
