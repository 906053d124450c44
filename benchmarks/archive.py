"""What more processes bring to the reading of an archive, and what memory it takes.

    python benchmarks/archive.py [DOCUMENTS [zip|warc|mbox]]

First an archive of invented reports that must all be parsed is read by one process and by two, in
turns; two must be at least 1.8 times as fast, the time in which processes start and load the parser
left out. Then an archive of 100,000 small invented documents (or as many as are named) is made and
read, one in fifty of them to be parsed; every second the memory of all processes is looked at.
It must stay flat: in the last third of the time at most a twentieth more than in the first. With a
kind named only this is done, with a ZIP archive, a WARC file of pages or a mailbox.
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
from collections.abc import Iterator
from pathlib import Path

DOCUMENTS = 100_000
REPORTS = 100
ROUNDS = 3
LEAST_RATIO = 1.8
MOST_GROWTH = 1.05
KINDS = ("zip", "warc", "mbox")
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


def texts(documents: int, every: int, paragraphs: int) -> Iterator[tuple[int, str]]:
    """Invented documents by number, of which one of so many tells of a release."""
    for number in range(documents):
        kind = FREED if number % every == 0 else MARKET
        text = "".join(
            kind.format(day=1 + (number + n) % 28, count=2 + (number * 7 + n) % 900)
            for n in range(paragraphs)
        )
        yield number, f"Number {number}\n\n{text}"


def make(path: Path, documents: int, every: int, paragraphs: int) -> None:
    """Write an archive of the kind that its ending says."""
    found = texts(documents, every, paragraphs)
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for number, text in found:
                archive.writestr(f"{number // 1000:03}/{number:06}.txt", text)
        return
    write = page_record if path.suffix == ".warc" else mail
    with path.open("wb") as file:
        file.writelines(write(number, text) for number, text in found)


def page_record(number: int, text: str) -> bytes:
    """A document as a page that a crawl has kept."""
    shown = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n") if paragraph)
    body = f"<!DOCTYPE html><html><body><article>{shown}</article></body></html>".encode()
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: https://news.example/{number}\r\nWARC-Date: 2025-12-13T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def mail(number: int, text: str) -> bytes:
    """A document as a message of a mailbox."""
    head = (
        "From watch@arden.example Sat Dec 13 10:00:00 2025\n"
        "From: Arden Watch <watch@arden.example>\nTo: all@arden.example\n"
        f"Subject: Number {number}\nMessage-ID: <{number}@arden.example>\n"
        "Date: Sat, 13 Dec 2025 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain\n\n"
    )
    return f"{head}{text}\n".encode()


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


def watch(folder: Path, documents: int, kind: str) -> float:
    """Print what memory reading many documents takes; returns how much it grows at the end."""
    archive = folder / f"many.{kind}"
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
    third = max(1, len(samples) // 3)
    first = max(sum(sizes) for _, sizes in samples[:third])
    last = max(sum(sizes) for _, sizes in samples[-third:])
    growth = last / first
    print(f"most in the first third {first:,} MB, in the last {last:,} MB: {growth:.3f}, ", end="")
    print(f"at most {MOST_GROWTH}")
    return growth


def main() -> int:
    """Print both; the exit status is 1 where a bound is missed."""
    documents = int(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS
    with tempfile.TemporaryDirectory(prefix="habeas-archive-") as name:
        kind = sys.argv[2] if len(sys.argv) > 2 else None
        if kind is not None and kind not in KINDS:
            sys.exit(f"archive.py: no {kind}: name one of {', '.join(KINDS)}")
        ratio = compare(Path(name)) if kind is None else LEAST_RATIO
        growth = watch(Path(name), documents, kind or KINDS[0])
    return int(ratio < LEAST_RATIO or growth > MOST_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
