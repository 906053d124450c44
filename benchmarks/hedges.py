"""How often the usual meaning of a hedge holds the exact figure that is told later.

    python benchmarks/hedges.py [PAIRS.tsv ...]

A pair is a hedged figure ("nearly 1,000 people were freed") and the exact figure of the same people
("the 983 people") in the same report. `hedge_pairs.tsv` beside this program has those of the
labelled reports in `tests/goldens/tuning` and `tuning-russian`; other files have the same three
columns: report, words, exact figure. Pairs were chosen by hand among the figures of one report with
the same act or the same noun; who chose them knew the bands, so the rules were kept to the letter:

- the report itself or one speaker gives both, or the report's first lines give the hedged one and
  whoever is quoted for it the exact one;
- a figure that the report sets against another ("the ministry says 43") is a dispute and no pair;
- figures of another day, of a part, or of other people are no pair;
- an exact figure that is the hedged number again ("up to 2,500 jobs", "cuts 2,500 jobs") says
  nothing new and is no pair; of two batches of a total their sum is the exact figure.

Printed: for each family of phrases how many pairs there are and how many both tiers hold; then all.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from habeas.accounts.hedges import read_phrase
from habeas.model.accounts import Bounds

OWN = Path(__file__).with_name("hedge_pairs.tsv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A hedged figure and the exact one."""

    report: str
    said: str
    later: int


def read_pairs(path: Path) -> Iterator[Pair]:
    """The rows of a file of pairs.

    Raises:
        SystemExit: A row has no whole number in its column `later`.
    """
    lines = path.read_text("utf-8").splitlines()
    rows = csv.DictReader((x for x in lines if not x.startswith("#")), delimiter="\t")
    for row in rows:
        if not row["later"].isdigit():
            raise SystemExit(f"{path.name}: {row['later']!r} is no number: write digits only")
        yield Pair(report=row["report"], said=row["said"], later=int(row["later"]))


def holds(bounds: Bounds, number: int) -> bool:
    """True where a number lies within bounds, both inclusive."""
    above = bounds.low is None or number >= bounds.low
    return above and (bounds.high is None or number <= bounds.high)


def main(paths: list[Path]) -> None:
    """Count and print."""
    pairs = [pair for path in paths for pair in read_pairs(path)]
    every, hard, soft = Counter[str](), Counter[str](), Counter[str]()
    for pair in pairs:
        reading = read_phrase(pair.said)
        if reading is None:
            raise SystemExit(f"{pair.said!r} ({pair.report}) is no phrase of the table")
        for family in (reading.family, "all"):
            every[family] += 1
            hard[family] += holds(reading.hard, pair.later)
            soft[family] += holds(reading.soft, pair.later)
        if not holds(reading.soft, pair.later):
            print(f"outside: {pair.said!r}, later {pair.later:,} ({pair.report})")
    print(f"{'family':<20}{'pairs':>6}{'hard':>6}{'soft':>6}")
    for family in sorted(every, key=lambda name: (name == "all", name)):
        print(f"{family:<20}{every[family]:>6}{hard[family]:>6}{soft[family]:>6}")
    print(f"the soft band holds {soft['all']} of {every['all']}: {soft['all'] / every['all']:.0%}")


if __name__ == "__main__":
    main([OWN, *(Path(name) for name in sys.argv[1:])])
