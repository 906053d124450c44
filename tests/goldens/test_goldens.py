"""The labelled reports: sound as data, and read as well as they have to be.

Everyone and everything in them is invented; see the README of this folder. The words of what is
missed and extra are printed by `benchmarks/reading.py tests/goldens/tuning`; the half held out
from tuning is measured by `benchmarks/reading.py` and never asserted.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from habeas.claims.labelled_acts import USUAL, within_acts
from habeas.claims.labels import read_labels
from habeas.claims.tally import Tally, tally, total
from habeas.model.claims import Claim
from habeas.model.reports import Report
from habeas.reports import read_report

HERE = Path(__file__).resolve().parent
TUNING = sorted((HERE / "tuning").glob("*.txt"))
HELD_OUT = sorted((HERE / "held-out").glob("*.txt"))
TUNING_RUSSIAN = sorted((HERE / "tuning-russian").glob("*.txt"))
HELD_OUT_RUSSIAN = sorted((HERE / "held-out-russian").glob("*.txt"))
ENGLISH = [*TUNING, *HELD_OUT]
RUSSIAN = [*TUNING_RUSSIAN, *HELD_OUT_RUSSIAN]
ENDING = 2
"""Letters in which the cases of a Russian word mostly differ."""
LEAST_RECALL = 0.50
LEAST_PRECISION = 0.75
LEAST_RUSSIAN_RECALL = 0.68
LEAST_RUSSIAN_PRECISION = 0.84


def load(text: Path) -> tuple[Report, tuple[Claim, ...]]:
    report = read_report(text.read_bytes(), file=text.name)
    labels = json.loads(text.with_suffix(".claims.json").read_text(encoding="utf-8"))
    return report, read_labels(labels, report)


def test_both_halves_are_there() -> None:
    assert min(len(TUNING), len(HELD_OUT)) >= 8
    assert {text.stem for text in TUNING}.isdisjoint(text.stem for text in HELD_OUT)
    stems = {text.stem for text in TUNING_RUSSIAN}
    assert stems.isdisjoint(text.stem for text in HELD_OUT_RUSSIAN)


@pytest.mark.parametrize("text", [*ENGLISH, *RUSSIAN], ids=lambda text: text.stem)
def test_the_labels_rest_on_words_of_the_text(text: Path) -> None:
    report, labels = load(text)
    assert "Invented for the tests of habeas" in "".join(text.read_text("utf-8").splitlines()[:6])
    assert report.publisher
    assert report.published
    assert report.language == ("ru" if text in RUSSIAN else "en")
    for label in labels:
        assert label.act in USUAL
        if label.count is not None:
            assert label.count.words in label.passage.exact
        for mention in label.names:
            assert is_named(mention.name, report)
        for speaker in label.speakers:
            assert is_named(speaker.name, report)
            assert speaker.cue in report.text


def is_named(name: str, report: Report) -> bool:
    """True where the report has the name; in Russian each of its words in whatever case."""
    if report.language != "ru":
        return name in report.text
    forms = _plain_words(report.text)
    stems = [word[: max(1, len(word) - ENDING)] for word in _plain_words(name)]
    return all(any(form.startswith(stem) for form in forms) for stem in stems)


def _plain_words(text: str) -> list[str]:
    return re.findall(r"[\w’-]+", text.casefold().replace("ё", "е"))


@pytest.mark.parametrize("text", [*ENGLISH, *RUSSIAN], ids=lambda text: text.stem)
def test_the_labels_agree_with_themselves_and_are_in_order(text: Path) -> None:
    _, labels = load(text)
    result = tally(labels, labels)
    assert len(result.found) == len(labels)
    assert not result.missed
    starts = [label.passage.start for label in labels]
    assert starts == sorted(starts)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("texts", "least_recall", "least_precision"),
    [
        (TUNING, LEAST_RECALL, LEAST_PRECISION),
        (TUNING_RUSSIAN, LEAST_RUSSIAN_RECALL, LEAST_RUSSIAN_PRECISION),
    ],
    ids=["English", "Russian"],
)
def test_the_tuning_half_is_read_well_enough(
    texts: list[Path], least_recall: float, least_precision: float
) -> None:
    whole = total(read_and_compare(text) for text in texts)
    assert whole.recall is not None
    assert whole.precision is not None
    print(f"recall {whole.recall:.2f}, precision {whole.precision:.2f}")
    assert whole.recall >= least_recall
    assert whole.precision >= least_precision


def read_and_compare(text: Path) -> Tally:
    from habeas.claims import extract_claims

    report, labels = load(text)
    return tally(within_acts(extract_claims(report), labels, USUAL), labels)
