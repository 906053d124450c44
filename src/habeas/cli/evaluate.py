"""`habeas evaluate`: a reading beside the labels of a person."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from habeas.cli.exits import Exit, Stop
from habeas.cli.inputs import problem_of
from habeas.cli.progress import watched
from habeas.cli.sources import Kind, Source, find_sources
from habeas.model.claims import Claim
from habeas.model.problems import HabeasError, Problem
from habeas.model.reports import Report

if TYPE_CHECKING:
    from habeas.claims.scores import Difference, Scores

LABELS = ".claims.json"
"""How the file of labels beside `NAME.txt` ends: `NAME.claims.json`."""

FORMAT = "habeas-evaluation/1"

type Reader = Callable[[Report], tuple[Claim, ...]]


class NotLabels(HabeasError):
    """A file that should hold labels or claims and is no JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One report beside its labels.

    Attributes:
        place: Its file, as the user named it.
        report: The report.
        scores: Its scores.
        differences: What was read wrong.
    """

    place: str
    report: Report
    scores: Scores
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """All that was marked.

    Attributes:
        marked: In the order named; folders sorted.
        problems: What could not be read, in the same order.
        notes: What was left out on purpose.
        faults: How many of the problems are faults of habeas itself.
    """

    marked: tuple[Marked, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]
    faults: int

    @property
    def exit_code(self) -> Exit:
        """How the command should end."""
        if self.faults:
            return Exit.FAULT
        if self.problems:
            return Exit.PARTIAL if self.marked else Exit.UNREADABLE
        return Exit.OK


@click.command()
@click.argument("gold", nargs=-1, required=True, metavar="FILE|FOLDER...")
@click.option(
    "--claims",
    "claims_file",
    metavar="FILE",
    help="Score this claims document, made from the same files by any reader.",
)
@click.option("--errors", is_flag=True, help="List what was missed, extra or differs, with words.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="table for people, json for programs.",
)
@click.pass_context
def evaluate(
    context: click.Context,
    gold: tuple[str, ...],
    claims_file: str | None,
    errors: bool,
    form: str,
) -> None:
    """Measure a reading against reports that a person labelled.

    Reads each report that has its labels beside it, NAME.claims.json beside
    NAME.txt or NAME.html, and prints precision, recall and F1 of claims, counts,
    named persons, pledges and quantities. No word of a report is shown unless
    --errors asks for it, so that a set held out from tuning stays unread.

    \b
    Examples:
      habeas evaluate tests/goldens/tuning
      habeas evaluate gold/ --errors
      habeas evaluate gold/ --format json > scores.json
      habeas evaluate gold/ --claims other-reader.json
    """
    reader = _reader_of(claims_file) if claims_file is not None else _read_claims
    found = _evaluate(gold, reader)
    if found.marked:
        _SHOW[form](found, errors=errors)
    sys.stdout.flush()
    _tell(found)
    context.exit(found.exit_code)


def _evaluate(gold: Sequence[str], reader: Reader) -> Evaluation:
    sources = find_sources(gold)
    problems = list(sources.problems)
    labelled, unlabelled, notes = _with_labels(sources.found, gold)
    problems += unlabelled
    marked: list[Marked] = []
    faults = 0
    for source in watched(labelled, "Evaluating"):
        try:
            marked.append(_mark(source, reader))
        except Exception as error:  # noqa: BLE001 - one report must not cost the others
            problems.append(problem_of(error, source))
            faults += not isinstance(error, HabeasError | OSError)
    return Evaluation(
        marked=tuple(marked), problems=tuple(problems), notes=tuple(notes), faults=faults
    )


def _with_labels(
    sources: Sequence[Source], gold: Sequence[str]
) -> tuple[list[Source], list[Problem], list[str]]:
    """The sources that have labels; problems for those named without, a note for the others."""
    labelled: list[Source] = []
    problems: list[Problem] = []
    left_out = 0
    for source in sources:
        if source.at.endswith(LABELS):
            # `gold/*` names the labels too.
            continue
        if source.kind is Kind.FILE and (
            _labels_of(source).exists() or not Path(source.at).exists()
        ):
            labelled.append(source)
        elif source.at in gold:
            problems.append(
                Problem(
                    what="the report has no labels beside it",
                    where=source.place,
                    remedy=f"write them to a file of the same name that ends in {LABELS}",
                )
            )
        else:
            left_out += 1
    notes = [f"{left_out:,} without labels left out"] if left_out else []
    if left_out and not labelled and not problems:
        problems.append(
            Problem(
                what="no report has labels beside it",
                where=", ".join(gold),
                remedy=f"write those of NAME.txt to NAME{LABELS}",
            )
        )
    return labelled, problems, notes


def _labels_of(source: Source) -> Path:
    return Path(source.at).with_suffix(LABELS)


def _mark(source: Source, reader: Reader) -> Marked:
    from habeas.claims.labelled_acts import read_labelled_acts, within_acts
    from habeas.claims.labels import read_labels
    from habeas.claims.scores import differences, score_report
    from habeas.claims.tally import tally
    from habeas.reports import read_report
    from habeas.reports.read import MAX_BYTES

    with Path(source.at).open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    report = read_report(data, file=Path(source.at).name)
    beside = _labels_of(source)
    try:
        data_of_labels = _read_json(beside)
        labels = read_labels(data_of_labels, report)
        acts = read_labelled_acts(data_of_labels)
    except HabeasError as error:
        raise NotLabels(what=error.what, where=beside.name, remedy=error.remedy) from error
    found = within_acts(reader(report), labels, acts)
    return Marked(
        place=source.place,
        report=report,
        scores=score_report(report, found, labels),
        differences=differences(tally(found, labels)),
    )


def _read_claims(report: Report) -> tuple[Claim, ...]:
    # Loads the parser, which a reading made elsewhere does not need.
    from habeas.claims import extract_claims

    return extract_claims(report)


def _reader_of(claims_file: str) -> Reader:
    """What gives the claims that a document has of a report; none where it lacks the report."""
    from habeas.claims.format import read_claims_document

    try:
        _, claims = read_claims_document(_read_json(Path(claims_file)))
    except OSError as error:
        problem = problem_of(error, Source(kind=Kind.FILE, at=claims_file))
        raise Stop(
            Exit.UNREADABLE, what=problem.what, where=problem.where, remedy=problem.remedy
        ) from error
    except HabeasError as error:
        raise Stop(
            Exit.UNREADABLE, what=error.what, where=claims_file, remedy=error.remedy
        ) from error
    of_report: dict[str, list[Claim]] = {}
    for claim in claims:
        of_report.setdefault(claim.report, []).append(claim)
    return lambda report: tuple(of_report.get(report.id, ()))


def _read_json(path: Path) -> object:
    try:
        return json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        line = f" at line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise NotLabels(
            what=f"the file is not JSON{line}",
            where=str(path),
            remedy="write it as habeas read --format json does",
        ) from error


def _print_table(found: Evaluation, *, errors: bool) -> None:
    from habeas.cli.console import console_on
    from habeas.cli.evaluate_text import error_lines, score_lines
    from habeas.cli.ledger import page_on, print_lines

    page = page_on(console_on(sys.stdout))
    print_lines(page, score_lines(_total(found), page))
    if errors:
        print_lines(page, error_lines(_by_place(found), page))


def _print_json(found: Evaluation, *, errors: bool) -> None:
    from habeas.cli.console import write_json

    document = {"format": FORMAT, **_scores_document(_total(found))}
    if errors:
        document["errors"] = [
            _difference_document(place, one)
            for place, differences in _by_place(found)
            for one in differences
        ]
    write_json(document)


def _total(found: Evaluation) -> Scores:
    from habeas.claims.scores import total_scores

    return total_scores(one.scores for one in found.marked)


def _by_place(found: Evaluation) -> list[tuple[str, tuple[Difference, ...]]]:
    return [(one.place, one.differences) for one in found.marked]


def _scores_document(scores: Scores) -> dict[str, object]:
    def rows(of: str) -> list[dict[str, object]]:
        return [
            {
                "name": one.name,
                "labelled": one.labelled,
                "read": one.read,
                "right": one.right,
                "precision": _rounded(one.precision),
                "recall": _rounded(one.recall),
                "f1": _rounded(one.f1),
            }
            for one in getattr(scores, of)
        ]

    return {
        "reports": scores.reports,
        "measures": rows("measures"),
        "accuracies": [
            {"name": one.name, "right": one.right, "of": one.of, "share": _rounded(one.share)}
            for one in scores.accuracies
        ],
        "acts": rows("acts"),
    }


def _difference_document(place: str, one: Difference) -> Mapping[str, object]:
    from habeas.claims.format import write_claim

    return {
        "file": place,
        "kind": one.kind,
        "label": write_claim(one.label) if one.label is not None else None,
        "read": write_claim(one.read) if one.read is not None else None,
    }


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def _tell(found: Evaluation) -> None:
    from habeas.cli.console import say_note
    from habeas.cli.messages import tell_problems

    for note in found.notes:
        say_note(note)
    tell_problems(found.problems)


_SHOW = {"table": _print_table, "json": _print_json}
