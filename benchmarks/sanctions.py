"""How long lists of sanctions take to be read and compared, and how much memory.

    python benchmarks/sanctions.py [--entries 20000] [--seed 1] [--json]

A seeded list of invented entries is written in each published format; each is read, and compared
with an edition in which one entry in twenty was listed, delisted or changed, by a process of its
own (the best of three for the comparison), and the most memory that process ever held, its files
included. Then both are kept with `habeas sanctions add`, and the whole of `habeas sanctions diff`
is measured, from its start to its end: of what is kept, and of the two files (the best of three
each). All seconds are of the processor, of which each uses one. The aims: 20,000 entries in 10 s
and 500 MB, the difference of two editions in 2 s.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from habeas.pledges.sanctions import compare_editions, read_sanctions
from sanction_files import FORMATS, Made, make_entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One format, measured.

    Attributes:
        megabytes: Of the file.
        read, compare: Seconds of the processor.
        memory: Most megabytes held after one edition was read.
        changes: Found between the two.
        kept, files: Processor seconds of the whole command `habeas sanctions diff`.
    """

    format: str
    megabytes: float
    read: float
    memory: float
    compare: float
    changes: int
    kept: float = 0.0
    files: float = 0.0


def changed(entries: Sequence[Made]) -> list[Made]:
    """The next edition: of every sixty entries one is gone, one is new, and one changed."""
    later = [
        replace(each, note="Rewritten.") if each.number % 60 == 1 else each
        for each in entries
        if each.number % 60
    ]
    new = [
        replace(each, number=each.number + 10_000_000) for each in entries if each.number % 60 == 2
    ]
    return [*later, *new]


def measure(form: str, old: Path, new: Path) -> Row:
    """Read and compare two files; to be called in a process that has done nothing else."""
    data = old.read_bytes()
    begun = time.process_time()
    before = read_sanctions(data, file=old.name)
    read = time.process_time() - begun
    memory = _most_held()
    after = read_sanctions(new.read_bytes(), file=new.name)
    times = []
    for _ in range(3):
        begun = time.process_time()
        difference = compare_editions(before, after)
        times.append(time.process_time() - begun)
    return Row(
        format=form,
        megabytes=round(len(data) / 1e6, 1),
        read=round(read, 2),
        memory=round(memory),
        compare=round(min(times), 3),
        changes=len(difference.changes),
    )


def _most_held() -> float:
    """Megabytes; what the system counts as of `exec`, since a child begins with its parent's."""
    status = Path("/proc/self/status")
    if status.exists():
        held = re.search(r"VmHWM:\s+(\d+) kB", status.read_text())
        assert held is not None
        return int(held[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)


def main() -> None:
    """Measure every format and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--entries", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--one", nargs=3, metavar=("FORMAT", "OLD", "NEW"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        form, old, new = asked.one
        print(json.dumps(asdict(measure(form, Path(old), Path(new)))))
        return
    rows = list(_all(make_entries(asked.entries, asked.seed)))
    if asked.json:
        print(json.dumps([asdict(row) for row in rows], indent=2))
        return
    print(
        "| Format | MB | read, s | memory, MB | compare, s | changes | diff of kept, s "
        "| diff of files, s |\n|---|--:|--:|--:|--:|--:|--:|--:|"
    )
    for row in rows:
        print(
            f"| {row.format} | {row.megabytes:.0f} | {row.read:.1f} | {row.memory:.0f} "
            f"| {row.compare:.2f} | {row.changes:,} | {row.kept:.2f} | {row.files:.1f} |"
        )


def _all(entries: Sequence[Made]) -> Sequence[Row]:
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for form, write in FORMATS.items():
            old, new = Path(folder) / "old", Path(folder) / "new"
            old.write_bytes(write(entries))
            new.write_bytes(write(changed(entries)))
            done = subprocess.run(
                [sys.executable, __file__, "--one", form, old, new],
                check=True,
                capture_output=True,
                text=True,
            )
            row = Row(**json.loads(done.stdout))
            home = Path(folder) / form
            _habeas(home, "add", str(old), "--date", "2031-06-01")
            _habeas(home, "add", str(new), "--date", "2031-07-01")
            kept = min(_habeas(home, "diff") for _ in range(3))
            files = min(_habeas(home, "diff", str(old), str(new)) for _ in range(3))
            rows.append(replace(row, kept=round(kept, 2), files=round(files, 2)))
    return rows


def _habeas(home: Path, *words: str) -> float:
    """Seconds of the processor for one command over a register of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "habeas", "sanctions", *words],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "HABEAS_HOME": str(home)},
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
