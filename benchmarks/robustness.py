"""Whether documents as they are found in the wild are read without a fault.

    python benchmarks/robustness.py FOLDER…

Reads every document under the folders, one after the other in one process, and extracts its
claims, as `habeas read FOLDER` does: what stands in an archive, a mailbox, a crawl or a feed is a
document of its own, counted with the file it came from. Any files will do; at least 10,000
documents of mixed formats are meant, for example the checkouts that the other programs here
measure, fixtures of programs that read PDF, DOCX, XLSX and e-mail, and `/usr/share/doc`. Counted
for each format, told by the name of the file:

- read: a report came of it, in a language that is read;
- refused: with a `HabeasError` or a `Problem`, which are answers, or with more characters near the
  words of claims than `habeas read --output` takes; what is left out on purpose, as pictures and
  links are, is not counted;
- faults: a claim whose words do not stand in the text where it says, any other exception, or more
  than 10 seconds of processor time for one document, its limited processes included.

Prints the counts, the slowest documents, the kinds of refusal, and every fault; Ctrl-C ends it
early with what it met so far. Exits with 1 where there is a fault.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from habeas.claims.extract import extract_claims, parse_length
from habeas.claims.people_lists import read_people_list
from habeas.cli.archive.worker import MAX_CHARACTERS
from habeas.model.problems import HabeasError, Problem
from habeas.model.reports import Report
from habeas.reports import read_report
from habeas.reports.documents import Document, LeftOut, documents_in

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
    slow: list[tuple[float, str]] = field(default_factory=list)


def spent() -> float:
    """Processor seconds of this process and of those it has ended; others do not weigh on them."""
    return sum(os.times()[:4])


def files(folders: list[Path]) -> Iterator[Path]:
    """Every file under the folders, in the order of its path."""
    for folder in folders:
        yield from sorted(p for p in folder.rglob("*") if p.is_file() and not p.is_symlink())


def try_file(path: Path, tally: Tally) -> int:
    """Read what one file holds and count what came of it; returns how many documents it held."""
    counts = tally.formats.setdefault(path.suffix.lower()[:13] or "(none)", Counter())
    before = counts["documents"]
    found = documents_in(path)
    while True:
        started = spent()
        where = str(path)
        try:
            document = next(found, None)
            if document is None:
                break
            if isinstance(document, LeftOut):
                continue
            counts["documents"] += 1
            if isinstance(document, Problem):
                refuse(document, counts, tally)
                continue
            where = f"{path.parent}/{document.file}"
            try_document(document, where, counts, tally)
        except HabeasError as refusal:
            refuse(refusal, counts, tally)
        except Exception as fault:  # noqa: BLE001 - any other exception is what this looks for
            counts["faults"] += 1
            tally.faults.append(f"{where}: {type(fault).__name__}: {str(fault)[:120]}")
        seconds = spent() - started
        tally.slow = sorted([*tally.slow, (seconds, where)], reverse=True)[:SLOWEST]
        if seconds > SECONDS:
            counts["faults"] += 1
            tally.faults.append(f"{where}: {seconds:.1f} s")
    return counts["documents"] - before


def refuse(why: HabeasError | Problem, counts: Counter[str], tally: Tally) -> None:
    """Count an answer that says why a document is not read."""
    counts["refused"] += 1
    tally.refusals[f"{type(why).__name__}: {why.what[:60]}"] += 1


def try_document(document: Document, where: str, counts: Counter[str], tally: Tally) -> None:
    """Read one document and its claims.

    Raises:
        HabeasError: It is refused.
    """
    report = read_report(
        document.data,
        media_type=document.media_type,
        file=document.file,
        url=document.url,
        retrieved=document.retrieved,
    )
    check_claims(report, where, counts, tally)
    counts["read"] += 1


def check_claims(report: Report, where: str, counts: Counter[str], tally: Tally) -> None:
    """Every claim's words must stand where it says they do.

    Raises:
        HabeasError: The document is refused.
    """
    if report.is_table:
        claims = read_people_list(report).claims
    elif parse_length(report) > MAX_CHARACTERS:
        raise HabeasError(what="more characters that can hold claims than one document may have")
    else:
        claims = extract_claims(report)
    counts["with claims"] += bool(claims)
    counts["claims"] += len(claims)
    for claim in claims:
        passage = claim.passage
        if report.text[passage.start : passage.end] != passage.exact:
            counts["faults"] += 1
            tally.faults.append(f"{where}: the words at {passage.start} are not those of the claim")


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


def read_all(folders: list[Path], tally: Tally) -> None:
    """Read every document, telling on stderr how far it is, and each fault as it is met."""
    number = told = 0
    for path in files(folders):
        known = len(tally.faults)
        number += try_file(path, tally)
        for fault in tally.faults[known:]:
            print(fault, file=sys.stderr, flush=True)
        if number - told >= EVERY:
            told = number
            print(f"{number} documents, {len(tally.faults)} faults", file=sys.stderr, flush=True)


def load_parsers() -> None:
    """Load what reads English and Russian, which no single document should be charged with."""
    for text in (
        "Police freed 12 people on Friday.",
        "В пятницу суд освободил двенадцать задержанных, сообщила прокуратура города.",
    ):
        extract_claims(read_report(text.encode(), file="first.txt"))


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
    load_parsers()
    tally = Tally()
    try:
        read_all(folders, tally)
    except KeyboardInterrupt:
        print("\ninterrupted: what follows is of the documents before", file=sys.stderr)
    print_tally(tally)
    sys.exit(1 if tally.faults else 0)


if __name__ == "__main__":
    main()
