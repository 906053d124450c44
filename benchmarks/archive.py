"""What more processes bring to the reading of an archive, and what memory it takes.

    python benchmarks/archive.py [DOCUMENTS]

First an archive of invented reports that must all be parsed is read by one process and by two, in
turns; two must be at least 1.8 times as fast, the time in which processes start and load the parser
left out. Then a ZIP archive of 100,000 small invented documents (or as many as are named) is made
and read, one in fifty of them to be parsed; every second the memory of all processes is looked at.
It must stay flat: in the second half of the time at most a twentieth more than in the first.
Everything is made in a temporary folder and removed. Linux only: memory is read from `/proc`.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

DOCUMENTS = 100_000
REPORTS = 100
ROUNDS = 3
LEAST_RATIO = 1.8
MOST_GROWTH = 1.05
EVERY_SECONDS = 1.0

FREED = (
    "On {day} May 2024 the government of Arden released {count} prisoners from the northern "
    "colony, the group Arden Watch said. Eleven of them had been arrested in June, according to "
    "the ministry, which declined to give their names. The envoy of Norland met the minister.\n\n"
)
MARKET = (
    "The market of Arden opened on Monday with apples at {count} crowns and pears a little dearer. "
    "Growers from the valley expect a good autumn, and the mill has bought new stones. In the "
    "evening a choir of {day} singers gave songs of the coast.\n\n"
)


def make(path: Path, documents: int, every: int, paragraphs: int) -> None:
    """Write an archive in which one document of so many tells of a release."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(documents):
            kind = FREED if number % every == 0 else MARKET
            text = "".join(
                kind.format(day=1 + (number + n) % 28, count=2 + (number * 7 + n) % 900)
                for n in range(paragraphs)
            )
            archive.writestr(f"{number // 1000:03}/{number:06}.txt", f"Number {number}\n\n{text}")


def command(archive: Path, output: Path, jobs: int) -> list[str]:
    """Return the command that reads an archive."""
    options = ["--output", str(output), "--jobs", str(jobs)]
    return [sys.executable, "-m", "habeas", "read", str(archive), *options]


def rate(archive: Path, output: Path, jobs: int) -> float:
    """Read an archive; returns documents a second, counted from when a fifth is done."""
    output.unlink(missing_ok=True)
    fifth = REPORTS // 5
    with subprocess.Popen(command(archive, output, jobs), stderr=subprocess.DEVNULL) as process:
        began = None
        while process.poll() is None:
            done = output.read_bytes().count(b"\n") if output.exists() else 0
            if began is None and done >= fifth:
                began = (time.perf_counter(), done)
            if done == REPORTS and began is not None:
                break
            time.sleep(0.02)
        ended = time.perf_counter()
        process.wait()
    if began is None:
        sys.exit("archive.py: the archive was not read")
    return (REPORTS - began[1]) / (ended - began[0])


def family(pid: int) -> list[int]:
    """Return a process and all processes below it."""
    found = [pid]
    for one in found:
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            found += map(int, task.read_text().split())
    return found


def memory(pid: int) -> list[int]:
    """Return the resident megabytes of a process and of those below it, its own first."""
    sizes = []
    for one in family(pid):
        try:
            pages = int(Path(f"/proc/{one}/statm").read_text().split()[1])
        except (OSError, IndexError):
            continue
        sizes.append(pages * os.sysconf("SC_PAGE_SIZE") // 1_000_000)
    return sizes


def compare(folder: Path) -> float:
    """Print and return how much faster two processes are than one."""
    archive = folder / "reports.zip"
    make(archive, REPORTS, every=1, paragraphs=12)
    print(
        f"{REPORTS} reports to parse\nround   1 process  2 processes   ratio   (documents a second)"
    )
    ratios = []
    for number in range(ROUNDS):
        order = (1, 2) if number % 2 == 0 else (2, 1)
        rates = {jobs: rate(archive, folder / f"{jobs}.jsonl", jobs) for jobs in order}
        ratios.append(rates[2] / rates[1])
        print(f"{number + 1:5}{rates[1]:12.1f}{rates[2]:13.1f}{ratios[-1]:8.2f}")
    if (folder / "1.jsonl").read_bytes() != (folder / "2.jsonl").read_bytes():
        sys.exit("archive.py: one process and two wrote different files")
    ratio = statistics.median(ratios)
    print(f"median ratio {ratio:.2f}, at least {LEAST_RATIO}")
    return ratio


def watch(folder: Path, documents: int) -> float:
    """Print what memory reading many documents takes; returns how much it grows at the end."""
    archive = folder / "many.zip"
    make(archive, documents, every=50, paragraphs=2)
    output = folder / "many.jsonl"
    began = time.perf_counter()
    samples: list[tuple[float, list[int]]] = []
    with subprocess.Popen(command(archive, output, 2), stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            time.sleep(EVERY_SECONDS)
            samples.append((time.perf_counter() - began, memory(process.pid)))
    seconds = time.perf_counter() - began
    written = output.read_bytes().count(b"\n")
    samples = [one for one in samples if len(one[1]) >= 3]
    print(f"\n{written:,} documents in {seconds:.0f} s: {written / seconds:,.0f} a second")
    print("second   all MB   of which the parent")
    step = max(1, len(samples) // 12)
    for at, sizes in samples[::step]:
        print(f"{at:6.0f}{sum(sizes):9,}{sizes[0]:12,}")
    half = len(samples) // 2
    middle = max(sum(sizes) for _, sizes in samples[: half + 1])
    growth = max(sum(sizes) for _, sizes in samples[half:]) / middle
    print(f"second half against first: {growth:.3f}, at most {MOST_GROWTH}")
    return growth


def main() -> int:
    """Print both; the exit status is 1 where a bound is missed."""
    documents = int(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS
    with tempfile.TemporaryDirectory(prefix="habeas-archive-") as name:
        ratio = compare(Path(name))
        growth = watch(Path(name), documents)
    return int(ratio < LEAST_RATIO or growth > MOST_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
