"""Whether documents as they are found in the wild are read without a fault.

    python benchmarks/robustness.py FOLDER…

Reads every file under the folders, one after the other in one process, and extracts its claims.
Any files will do; at least 10,000 of mixed formats are meant, for example the checkouts that the
other programs here measure, fixtures of programs that read PDF, DOCX, XLSX and e-mail, and
`/usr/share/doc`. Counted for each format:

- read: a report came of it, in a language that is read;
- refused: with a `HabeasError`, which is an answer;
- faults: a claim whose words do not stand in the text where it says, any other exception, or more
  than 10 seconds of processor time for one document, its limited processes included.

Prints the counts, the slowest documents, the kinds of refusal, and every fault. Exits with 1 where
there is one.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from habeas.claims import extract_claims
from habeas.model.problems import HabeasError
from habeas.model.reports import Report
from habeas.reports import read_report

SECONDS = 10.0
SLOWEST = 10
EVERY = 500
"""Documents after which a line tells how far the run is."""


@dataclass(slots=True, kw_only=True)
class Tally:
    """What a run has met so far; grows with every document.

    Attributes:
        formats: By suffix, how many documents, read, refused, with claims, claims.
        refusals: By what was wrong.
        faults: What is wrong with habeas, in words.
        slow: Seconds and path of every document read.
    """

    formats: dict[str, Counter[str]] = field(default_factory=dict)
    refusals: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    slow: list[tuple[float, Path]] = field(default_factory=list)


def spent() -> float:
    """Processor seconds of this process and of those it has ended; others do not weigh on them."""
    return sum(os.times()[:4])


def documents(folders: list[Path]) -> Iterator[Path]:
    """Every file under the folders, in the order of its path."""
    for folder in folders:
        yield from sorted(p for p in folder.rglob("*") if p.is_file() and not p.is_symlink())


def try_document(path: Path, tally: Tally) -> None:
    """Read one document and count what came of it."""
    counts = tally.formats.setdefault(path.suffix.lower() or "(none)", Counter())
    counts["documents"] += 1
    started = spent()
    try:
        report = read_report(path.read_bytes(), file=path.name)
        check_claims(report, path, tally)
        counts["read"] += 1
    except HabeasError as refusal:
        counts["refused"] += 1
        tally.refusals[f"{type(refusal).__name__}: {refusal.what[:60]}"] += 1
    except Exception as fault:  # noqa: BLE001 - any other exception is what this looks for
        counts["faults"] += 1
        tally.faults.append(f"{path}: {type(fault).__name__}: {str(fault)[:120]}")
    seconds = spent() - started
    tally.slow = sorted([*tally.slow, (seconds, path)], reverse=True)[:SLOWEST]
    if seconds > SECONDS:
        counts["faults"] += 1
        tally.faults.append(f"{path}: {seconds:.1f} s")


def check_claims(report: Report, path: Path, tally: Tally) -> None:
    """Every claim's words must stand where it says they do."""
    counts = tally.formats[path.suffix.lower() or "(none)"]
    claims = extract_claims(report)
    counts["with claims"] += bool(claims)
    counts["claims"] += len(claims)
    for claim in claims:
        passage = claim.passage
        if report.text[passage.start : passage.end] != passage.exact:
            counts["faults"] += 1
            tally.faults.append(f"{path}: the words at {passage.start} are not those of the claim")


def print_tally(tally: Tally) -> None:
    """Print the counts, the slowest, the refusals and the faults."""
    names = ("documents", "read", "refused", "with claims", "claims", "faults")
    print(f"\n{'format':14}" + "".join(f"{name:>13}" for name in names))
    whole: Counter[str] = Counter()
    for suffix, counts in sorted(tally.formats.items()):
        whole += counts
        print(f"{suffix[:13]:14}" + "".join(f"{counts[name]:13}" for name in names))
    print(f"{'all':14}" + "".join(f"{whole[name]:13}" for name in names))
    print("\nslowest")
    for seconds, path in tally.slow:
        print(f"  {seconds:6.2f} s  {path}")
    print("\nrefused")
    for what, many in tally.refusals.most_common(20):
        print(f"  {many:6}  {what}")
    print(f"\nfaults: {len(tally.faults)}")
    for fault in tally.faults:
        print(f"  {fault}")


def main() -> None:
    """Read every document under the folders named."""
    folders = [Path(name) for name in sys.argv[1:]]
    if not folders:
        print(
            "robustness.py: not run, it needs documents of any kind:\n"
            "    python benchmarks/robustness.py FOLDER…   for example /usr/share/doc"
        )
        return
    if missing := [folder for folder in folders if not folder.is_dir()]:
        sys.exit(f"robustness.py: no folder {missing[0]}: name folders that hold documents")
    tally = Tally()
    for number, path in enumerate(documents(folders), start=1):
        known = len(tally.faults)
        try_document(path, tally)
        for fault in tally.faults[known:]:
            print(fault, file=sys.stderr, flush=True)
        if number % EVERY == 0:
            print(f"{number} documents, {len(tally.faults)} faults", file=sys.stderr, flush=True)
    print_tally(tally)
    sys.exit(1 if tally.faults else 0)


if __name__ == "__main__":
    main()
