"""How much of what a person labels in a report the reader finds, and what it adds.

    python benchmarks/reading.py [FOLDER…]

Each folder holds `NAME.txt` beside `NAME.claims.json`. Prints one table for each folder, how often
each field is right, and the words of every label that was missed and every claim nobody labelled.
Without a folder, both halves of `tests/goldens/` are measured and no words are printed: whoever
changes a rule must not see those of the half held out.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from habeas.claims import extract_claims
from habeas.claims.labels import read_labels
from habeas.claims.tally import FieldScore, Tally, tally, total
from habeas.model.claims import Claim
from habeas.reports import read_report

GOLDENS = Path(__file__).resolve().parent.parent / "tests" / "goldens"


def measure(text: Path) -> Tally:
    """Read one text and set it beside its labels."""
    report = read_report(text.read_bytes(), file=text.name)
    labels = json.loads(text.with_suffix(".claims.json").read_text(encoding="utf-8"))
    return tally(extract_claims(report), read_labels(labels, report))


def print_folder(folder: Path) -> dict[Path, Tally]:
    """Print the table and the fields of one folder; returns the tally of each text."""
    started = time.perf_counter()
    tallies = {text: measure(text) for text in sorted(folder.glob("*.txt"))}
    seconds = time.perf_counter() - started
    if not tallies:
        sys.exit(f"reading.py: no .txt in {folder}: name a folder of labelled reports")
    print(f"\n{folder.name}\n{'':32}found  missed  extra")
    for text, one in tallies.items():
        print(row(text.stem, one))
    whole = total(tallies.values())
    print(row("all", whole))
    print(f"recall {percent(whole.recall)}, precision {percent(whole.precision)}, {seconds:.1f} s")
    print("\nfield            labelled  read  right   (of the claims found)")
    for score in whole.fields:
        print(field_row(score))
    return tallies


def print_words(tallies: dict[Path, Tally]) -> None:
    """Print what was missed and what nobody labelled."""
    for text, one in tallies.items():
        for mark, claims in (("missed", one.missed), ("extra", one.extra)):
            for claim in claims:
                print(f"\n{mark}  {text.stem}\n  {described(claim)}\n  {claim.passage.exact!r}")


def row(name: str, one: Tally) -> str:
    """One line of the table."""
    return f"{name:32}{len(one.found):5}{len(one.missed):8}{len(one.extra):7}"


def field_row(score: FieldScore) -> str:
    """One line of the table of fields."""
    return f"{score.field:16}{score.labelled:9}{score.read:6}{score.agree:7}"


def described(claim: Claim) -> str:
    """What makes a claim agree with a label, on one line."""
    parts: list[str] = [claim.act]
    if claim.count:
        parts.append(claim.count.words)
    parts += [mention.name for mention in claim.names]
    voices = " > ".join(speaker.name for speaker in claim.speakers) or "(the report)"
    return f"{' | '.join(parts)}  <- {voices}"


def percent(share: float | None) -> str:
    """A share in percent, or a dash."""
    return "–" if share is None else f"{100 * share:.0f}%"


def main() -> None:
    """Measure the folders named, or both halves of the goldens."""
    for folder in sys.argv[1:]:
        print_words(print_folder(Path(folder)))
    if not sys.argv[1:]:
        print_folder(GOLDENS / "tuning")
        print_folder(GOLDENS / "held-out")


if __name__ == "__main__":
    main()
