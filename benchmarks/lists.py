"""How long two lists of people take to be set side by side, and what memory.

    python benchmarks/lists.py [ROWS]

Two lists of 10,000 rows (or as many as are named) of made-up people are written as CSV: of the
first list six in ten stand on the second too, half of them with a letter changed, half with a bare
year of birth. `habeas match` compares them in a process of its own and writes CSV, XLSX and JSON.
The names are made of syllables by a fixed seed. At most two minutes of one core, so that what else
the machine does changes little, and 2 GiB are allowed for 10,000 rows; told too is how many of
those who stand on both lists came out as one, and how many pairs were wrong. Linux only: memory and
time are what the system says of the process when it has ended.
"""

from __future__ import annotations

import csv
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROWS = 10_000
MOST_SECONDS = 120
MOST_MEMORY = 2 * 1024**3
SEED = 4
SYLLABLES = "ka lo mi ver dan tos pel ri quen bar zu lev nor shi gra tim wol fen ast or el".split()
HEAD = ["id", "name", "born", "citizenship", "occupation", "arrested on", "charges"]


def lists(rows: int) -> tuple[list[list[str]], list[list[str]]]:
    """Two lists of made-up people; the id of a row ends in the number of the person."""
    chance = random.Random(SEED)  # noqa: S311 - it makes up names, and keeps no secret

    def word(syllables: int) -> str:
        return "".join(chance.choice(SYLLABLES) for _ in range(syllables)).title()

    families = [word(3) for _ in range(max(40, rows // 3))]
    given = [word(2) for _ in range(max(20, rows // 40))]

    def row(number: int, side: str) -> list[str]:
        born = f"{chance.randint(1950, 2005)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        return [
            f"{side}{number}",
            f"{chance.choice(given)} {chance.choice(families)}",
            born,
            chance.choice(["LT", "PL", "BY", ""]),
            chance.choice(["printer", "nurse", "teacher", ""]),
            f"2024-{chance.randint(1, 9):02}-{chance.randint(10, 28)}",
            chance.choice(["riot", "assembly", "insult"]),
        ]

    left = [row(number, "a") for number in range(rows)]
    right = []
    for number, one in enumerate(left):
        if chance.random() < 0.6:
            other = [f"b{number}", *one[1:]]
            if chance.random() < 0.5:
                at = chance.randrange(1, len(other[1]) - 1)
                other[1] = other[1][:at] + chance.choice("aeioklmnrs") + other[1][at + 1 :]
            if chance.random() < 0.5:
                other[2] = other[2][:4]
            right.append(other)
    right += [row(rows + number, "b") for number in range(rows - len(right))]
    chance.shuffle(right)
    return left, right


def write(path: Path, rows: list[list[str]]) -> None:
    """Write one list."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEAD, *rows])


def compare(folder: Path, output: str) -> tuple[float, float, int]:
    """Run `habeas match` on both lists; returns seconds, those of a core, and bytes at most."""
    command = [sys.executable, "-m", "habeas", "match", "a.csv", "b.csv", "--output", output]
    began = time.monotonic()
    child = subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"habeas match ended with {child.returncode}")
    worked = usage.ru_utime + usage.ru_stime
    return time.monotonic() - began, worked, usage.ru_maxrss * 1024


def found_in(path: Path) -> tuple[int, int]:
    """How many same and probable pairs of a result are of one person, and how many are not."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        pairs = [
            (row["id A"][1:], row["id B"][1:])
            for row in csv.DictReader(file)
            if row["finding"] in ("same", "probable")
        ]
    right = sum(one == other for one, other in pairs)
    return right, len(pairs) - right


def main() -> int:
    """Measure and print; returns the exit status."""
    rows = int(sys.argv[1]) if sys.argv[1:] else ROWS
    left, right = lists(rows)
    both = sum(int(row[0][1:]) < rows for row in right)
    print(f"two lists of {rows:,} rows; {both:,} people stand on both\n")
    worst_time, worst_memory = 0.0, 0
    with tempfile.TemporaryDirectory(prefix="habeas-lists-") as name:
        folder = Path(name)
        write(folder / "a.csv", left)
        write(folder / "b.csv", right)
        print(f"{'output':<8} {'seconds':>8} {'of a core':>10} {'GiB':>6}")
        for form in ("csv", "xlsx", "json"):
            seconds, worked, memory = compare(folder, f"out.{form}")
            told = f"{form:<8} {seconds:>8.1f} {worked:>10.1f} {memory / 1024**3:>6.2f}"
            print(told, flush=True)
            worst_time, worst_memory = max(worst_time, worked), max(worst_memory, memory)
        good, wrong = found_in(folder / "out.csv")
    print(f"\nsame or probable, and so: {good:,} of {both:,}; wrongly so: {wrong:,}")
    within = worst_time <= MOST_SECONDS and worst_memory <= MOST_MEMORY
    print("within" if within else "beyond", f"{MOST_SECONDS} s and {MOST_MEMORY / 1024**3:.0f} GiB")
    return 0 if within else 1


if __name__ == "__main__":
    sys.exit(main())
