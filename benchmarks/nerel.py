"""Persons in Russian news, beside the labels of NEREL: strict precision, recall and F1.

    python benchmarks/nerel.py [FOLDER]

NEREL (github.com/nerel-ds/NEREL, version 1.1) is news labelled with nested entities; its folder
holds `test/NAME.txt` beside `test/NAME.ann` (brat). A person is right where start and end are
those of a span labelled PERSON. The text is read as a report is, every sentence parsed. Without a
folder this prints how to get the data.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from habeas.claims.russian.parse.parsing import parse_report
from habeas.claims.russian.people.names import name_spans
from habeas.reports import read_report

HOW = """\
NEREL is not part of this repository. Get it and name the folder of its version 1.1:

    git clone https://github.com/nerel-ds/NEREL
    python benchmarks/nerel.py NEREL/NEREL-v1.1
"""


def labelled(path: Path) -> set[tuple[int, int]]:
    """Start and end (exclusive) of the spans labelled PERSON; none that is broken in two."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    fields = (row[1].split() for row in rows if row[0].startswith("T") and ";" not in row[1])
    return {(int(start), int(end)) for label, start, end in fields if label == "PERSON"}


def read(path: Path) -> set[tuple[int, int]]:
    """The persons that the reader finds, in characters of the file."""
    report = read_report(path.read_bytes(), file=path.name)
    written = path.read_text(encoding="utf-8")
    return {
        (span.start, span.end)
        for sentence in parse_report(report, None)
        for span in name_spans(sentence, "PER")
        if written[span.start : span.end] == report.text[span.start : span.end]
    }


def differences(part: Path) -> Iterator[tuple[Path, set[tuple[int, int]], set[tuple[int, int]]]]:
    """Each text of one part with its labels and what was read."""
    for path in sorted(part.glob("*.txt")):
        yield path, labelled(path.with_suffix(".ann")), read(path)


def main() -> None:
    """Measure the test part of the folder named."""
    if len(sys.argv) < 2:
        print(HOW, end="")
        return
    part = Path(sys.argv[1]) / (sys.argv[2] if len(sys.argv) > 2 else "test")
    started = time.perf_counter()
    compared = list(differences(part))
    if not compared:
        sys.exit(f"nerel.py: no .txt in {part}: name the folder that holds test/")
    wanted = sum(len(gold) for _, gold, _ in compared)
    found = sum(len(mine) for _, _, mine in compared)
    right = sum(len(gold & mine) for _, gold, mine in compared)
    seconds = time.perf_counter() - started
    print(f"{len(compared)} texts, {wanted} persons labelled, {found} read, {right} right")
    print(
        f"precision {right / max(found, 1):.3f}  recall {right / max(wanted, 1):.3f}  "
        f"F1 {2 * right / max(found + wanted, 1):.3f}  ({seconds:.1f} s; natasha .871)"
    )


if __name__ == "__main__":
    main()
