"""What reading claims costs over parsing alone, in one process.

    python benchmarks/extraction_cost.py [ROUNDS [FOLDER]]

The labelled reports of `tests/goldens/tuning`, in which most sentences claim something, or the
`.txt` under a folder, are joined to one text of about 20,000 words. Each round parses it and then
reads its claims; the order turns from round to round, so that a machine that grows slower weighs on
both alike. Prints every round and the median of the ratios: 1.25 means
that finding the claims adds a quarter to the parse it rests on. Of Russian texts (give the folder
`tests/goldens/tuning-russian`) the parse is that of the sentences which the Russian reader parses.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from habeas.claims import extract_claims
from habeas.claims.english.parse.parsing import parse_report
from habeas.claims.russian.lexicon import telling_words
from habeas.claims.russian.parse.parsing import parse_report as parse_russian
from habeas.claims.russian.speech.interviews import find_russian_turns
from habeas.claims.turns import find_turns
from habeas.model.reports import Report
from habeas.reports import read_report

TUNING = Path(__file__).resolve().parent.parent / "tests" / "goldens" / "tuning"
WORDS = 20_000
ROUNDS = 7
BOUND = 1.25


def long_report(folder: Path = TUNING) -> Report:
    """Return the texts of a folder, over and over, until the words are enough."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]
    if not any(text.split() for text in texts):
        sys.exit(f"extraction_cost.py: no .txt with words in {folder}")
    joined: list[str] = []
    words = 0
    while words < WORDS:
        for text in texts:
            joined.append(text)
            words += len(text.split())
            if words >= WORDS:
                break
    return read_report("\n\n".join(joined).encode(), file="joined.txt")


def parse(report: Report) -> int:
    """Parse the report as reading it does; returns the number of sentences."""
    if report.language == "ru":
        turns = find_russian_turns(report.text)
        return sum(1 for _ in parse_russian(report, telling_words(), turns))
    turns = find_turns(report.text)
    return sum(1 for block in parse_report(report, turns) for _ in block.doc.sents)


def extract(report: Report) -> int:
    """Read the report; returns the number of claims."""
    return len(extract_claims(report))


def seconds(work: Callable[[Report], int], report: Report) -> float:
    """Return the processor time of one run, the garbage of the run before it cleared away."""
    gc.collect()
    began = time.process_time()
    work(report)
    return time.process_time() - began


def main() -> int:
    """Print the rounds and the median; the exit status is 1 where it is over the bound."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    report = long_report(Path(sys.argv[2]) if len(sys.argv) > 2 else TUNING)
    words = len(report.text.split())
    sentences, claims = parse(report), extract(report)
    print(f"{words:,} words, {sentences:,} sentences, {claims:,} claims\n")
    print("round   parse s  extract s   ratio")
    ratios = []
    for number in range(rounds):
        order = (parse, extract) if number % 2 == 0 else (extract, parse)
        taken = {work: seconds(work, report) for work in order}
        ratios.append(taken[extract] / taken[parse])
        print(f"{number + 1:5}{taken[parse]:10.2f}{taken[extract]:11.2f}{ratios[-1]:8.3f}")
    median = statistics.median(ratios)
    print(f"\nmedian ratio {median:.3f}, bound {BOUND}")
    return int(median > BOUND)


if __name__ == "__main__":
    sys.exit(main())
