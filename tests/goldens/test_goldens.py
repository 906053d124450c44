"""The labelled reports: sound as data, and read as well as they have to be.

Everyone and everything in them is invented; see the README of this folder. The words of what is
missed and extra are printed by `benchmarks/reading.py tests/goldens/tuning`; the half held out
from tuning is measured by `benchmarks/reading.py` and never asserted.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from habeas.claims.labels import read_labels
from habeas.claims.tally import Tally, tally, total
from habeas.model.claims import Act, Claim
from habeas.model.reports import Report
from habeas.reports import read_report

HERE = Path(__file__).resolve().parent
TUNING = sorted((HERE / "tuning").glob("*.txt"))
HELD_OUT = sorted((HERE / "held-out").glob("*.txt"))
LABELLED_ACTS = {
    Act.RELEASE,
    Act.PARDON,
    Act.HOLD,
    Act.ARREST,
    Act.SENTENCE,
    Act.EASE_SANCTIONS,
    Act.MEET,
    Act.WITHHOLD,
    Act.DEMAND_RELEASE,
}
LEAST_RECALL = 0.50
LEAST_PRECISION = 0.75


def load(text: Path) -> tuple[Report, tuple[Claim, ...]]:
    report = read_report(text.read_bytes(), file=text.name)
    labels = json.loads(text.with_suffix(".claims.json").read_text(encoding="utf-8"))
    return report, read_labels(labels, report)


def test_both_halves_are_there() -> None:
    assert min(len(TUNING), len(HELD_OUT)) >= 8
    assert {text.stem for text in TUNING}.isdisjoint(text.stem for text in HELD_OUT)


@pytest.mark.parametrize("text", [*TUNING, *HELD_OUT], ids=lambda text: text.stem)
def test_the_labels_rest_on_words_of_the_text(text: Path) -> None:
    report, labels = load(text)
    assert "Invented for the tests of habeas" in text.read_text(encoding="utf-8")
    assert report.publisher
    assert report.published
    for label in labels:
        assert label.act in LABELLED_ACTS
        if label.count is not None:
            assert label.count.words in label.passage.exact
        for mention in label.names:
            assert mention.name in report.text
        for speaker in label.speakers:
            assert speaker.name in report.text
            assert speaker.cue in report.text


@pytest.mark.parametrize("text", [*TUNING, *HELD_OUT], ids=lambda text: text.stem)
def test_the_labels_agree_with_themselves_and_are_in_order(text: Path) -> None:
    _, labels = load(text)
    result = tally(labels, labels)
    assert len(result.found) == len(labels)
    assert not result.missed
    starts = [label.passage.start for label in labels]
    assert starts == sorted(starts)


@pytest.mark.slow
def test_the_tuning_half_is_read_well_enough() -> None:
    whole = total(read_and_compare(text) for text in TUNING)
    assert whole.recall is not None
    assert whole.precision is not None
    print(f"recall {whole.recall:.2f}, precision {whole.precision:.2f}")
    assert whole.recall >= LEAST_RECALL
    assert whole.precision >= LEAST_PRECISION


def read_and_compare(text: Path) -> Tally:
    from habeas.claims import extract_claims

    report, labels = load(text)
    return tally(extract_claims(report), labels)
