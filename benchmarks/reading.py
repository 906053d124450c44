"""How much of what a person labels in a report the reader finds, and what it adds.

    python benchmarks/reading.py [FOLDER…]

Each folder holds `NAME.txt` beside `NAME.claims.json`. Prints for each folder a table of its texts,
the measures of `habeas evaluate`, how often each field is right, and the words of every label that
was missed, every claim nobody labelled, and both where they stand on the same words.
Without a folder, both halves of `tests/goldens/`, in both languages, are measured and no words are
printed: whoever changes a rule must not see those of the half held out.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from habeas.claims import extract_claims
from habeas.claims.labelled_acts import read_labelled_acts, within_acts
from habeas.claims.labels import read_labels
from habeas.claims.scores import Difference, Score, Scores, differences, score_report, total_scores
from habeas.claims.tally import FieldScore, Tally, tally, total
from habeas.model.claims import Claim
from habeas.reports import read_report

GOLDENS = Path(__file__).resolve().parent.parent / "tests" / "goldens"


def measure(text: Path) -> tuple[Tally, Scores]:
    """Read one text and set it beside its labels."""
    report = read_report(text.read_bytes(), file=text.name)
    data = json.loads(text.with_suffix(".claims.json").read_text(encoding="utf-8"))
    labels = read_labels(data, report)
    found = within_acts(extract_claims(report), labels, read_labelled_acts(data))
    return tally(found, labels), score_report(report, found, labels)


def print_folder(folder: Path) -> dict[Path, Tally]:
    """Print the table and the fields of one folder; returns the tally of each text."""
    started = time.perf_counter()
    measured = {text: measure(text) for text in sorted(folder.glob("*.txt"))}
    seconds = time.perf_counter() - started
    tallies = {text: one for text, (one, _) in measured.items()}
    if not tallies:
        sys.exit(f"reading.py: no .txt in {folder}: name a folder of labelled reports")
    print(f"\n{folder.name}\n{'':32}found  missed  extra")
    for text, one in tallies.items():
        print(row(text.stem, one))
    whole = total(tallies.values())
    print(row("all", whole))
    print(f"recall {percent(whole.recall)}, precision {percent(whole.precision)}, {seconds:.1f} s")
    print_scores(total_scores(scores for _, scores in measured.values()))
    print("\nfield            labelled  read  right   (of the claims found)")
    for score in whole.fields:
        print(field_row(score))
    return tallies


def print_scores(scores: Scores) -> None:
    """Print the measures, those of each act, and what is right of the claims found."""
    print(f"\n{'':26}labelled  read  right  precision  recall     F1")
    for score in (*scores.measures, *scores.acts):
        print(score_row(score))
    print()
    for one in scores.accuracies:
        print(f"{one.name:26}{one.right:8} of {one.of}, {percent(one.share)}")


def print_words(tallies: dict[Path, Tally]) -> None:
    """Print what was missed, what nobody labelled, and in what the two differ."""
    for text, one in tallies.items():
        for difference in differences(one):
            print(f"\n{difference.kind}  {text.stem}\n{in_words(difference)}")


def in_words(difference: Difference) -> str:
    """The label and the claim of a difference, each with its words."""
    both = (("label", difference.label), ("read", difference.read))
    return "\n".join(
        f"  {mark:5} {described(claim)}\n        {claim.passage.exact!r}"
        for mark, claim in both
        if claim is not None
    )


def row(name: str, one: Tally) -> str:
    """One line of the table."""
    return f"{name:32}{len(one.found):5}{len(one.missed):8}{len(one.extra):7}"


def score_row(score: Score) -> str:
    """One line of the table of measures."""
    numbers = f"{score.labelled:8}{score.read:6}{score.right:7}"
    shares = f"{percent(score.precision):>11}{percent(score.recall):>8}{percent(score.f1):>7}"
    return f"{score.name:26}{numbers}{shares}"


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
    """Measure the folders named, or both halves of the goldens of both languages."""
    for folder in sys.argv[1:]:
        print_words(print_folder(Path(folder)))
    if not sys.argv[1:]:
        for name in ("tuning", "held-out", "tuning-russian", "held-out-russian"):
            print_folder(GOLDENS / name)


if __name__ == "__main__":
    main()
