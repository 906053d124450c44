"""Measuring the matcher of names: every expected value here is worked out by hand.

All names are invented.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console_blocks import ROOT
from habeas.people.evaluate import chosen_threshold, evaluate_search, main, measured
from habeas.people.labelled_names import (
    LabelledPair,
    Query,
    UnreadableNames,
    read_index,
    read_pairs,
    read_queries,
)
from habeas.people.measures import (
    agreement,
    best_f1,
    calibration,
    calibration_error,
    place_of,
    recall_at,
    recall_at_precision,
    weights,
)

PAIRS = (
    "left\tright\tlabel\tleft_lang\tright_lang\tleft_script\tright_script\tkind\tsource\n"
    "Ana Lom\tАна Лом\t1\ten\tbe\tLatn\tCyrl\tpos\tone\n"
    "Вір Дан\tVir Dan\t1\tbe\ten\tCyrl\tLatn\tpos\tone\n"
    "Ana Lom\tVir Dan\t0\ten\ten\tLatn\tLatn\trandom\ttwo\n"
)
INDEX = "pid\tname\tlang\tscript\tsource\np1\tAna Lom\ten\tLatn\tone\np2\tVir Dan\ten\tLatn\tone\n"
QUERIES = (
    "qid\tquery\tlang\tscript\tindex_script\tsplit\tsource\tgold\n"
    "0\tАна Лом\tru\tCyrl\tLatn\tdev\tone\tp1 p9\n"
    "1\tVir Danne\ten\tLatn\tLatn\tdev\tone\tp2\n"
    "2\tOda Rim\ten\tLatn\tLatn\tdev\tone\tp7\n"
)


def arrays(*scored: tuple[float, int]) -> tuple[np.ndarray, np.ndarray]:
    """Scores and labels of pairs written as (score, label)."""
    return (
        np.array([score for score, _ in scored], dtype=np.float64),
        np.array([label == 1 for _, label in scored], dtype=np.bool_),
    )


# Two positives, four negatives: each negative weighs 10 * 2 / 4 = 5.
MIXED = arrays((0.9, 1), (0.8, 0), (0.7, 1), (0.3, 0), (0.2, 0), (0.1, 0))


def test_all_negatives_weigh_ten_times_the_positives() -> None:
    assert weights(MIXED[1]).tolist() == [1, 5, 1, 5, 5, 5]


def test_precision_recall_and_f1_at_a_threshold() -> None:
    low = agreement(*MIXED, 0.7)
    assert (low.positives, low.negatives) == (2, 4)
    assert low.precision == pytest.approx(2 / 7)
    assert low.recall == 1
    assert low.f1 == pytest.approx(2 * 2 / (7 + 2))
    high = agreement(*MIXED, 0.85)
    assert (high.precision, high.recall) == (1, 0.5)
    assert high.f1 == pytest.approx(2 / 3)


def test_a_threshold_belongs_to_those_it_lets_in() -> None:
    assert agreement(*MIXED, 0.9).recall == 0.5


def test_what_is_not_defined_is_none() -> None:
    nothing_said = agreement(*MIXED, 0.95)
    assert (nothing_said.precision, nothing_said.recall, nothing_said.f1) == (None, 0, 0)
    only_positives = agreement(*arrays((0.9, 1), (0.1, 1)), 0.5)
    assert (only_positives.precision, only_positives.recall) == (None, 0.5)
    assert only_positives.f1 is None
    only_negatives = agreement(*arrays((0.9, 0)), 0.5)
    assert (only_negatives.recall, only_negatives.f1) == (None, None)
    assert best_f1(*arrays((0.9, 1))) is None
    assert recall_at_precision(*arrays((0.9, 0)), 0.99) is None


def test_the_best_threshold_is_a_score() -> None:
    cut = best_f1(*MIXED)
    assert cut is not None
    assert cut.threshold == 0.9
    assert cut.value == pytest.approx(2 / 3)


def test_equal_scores_stand_or_fall_together() -> None:
    # At 0.9 both come in: precision 1 / 11, F1 2 / (11 + 1).
    cut = best_f1(*arrays((0.9, 1), (0.9, 0)))
    assert cut is not None
    assert cut.value == pytest.approx(2 / 12)


def test_recall_at_a_precision() -> None:
    # 0.9 is right alone; 0.7 brings the negative of 0.8, precision 2 / 7.
    cut = recall_at_precision(*MIXED, 0.99)
    assert cut is not None
    assert (cut.threshold, cut.value) == (0.9, 0.5)
    loose = recall_at_precision(*MIXED, 0.28)
    assert loose is not None
    assert (loose.threshold, loose.value) == (0.7, 1)
    assert recall_at_precision(*arrays((0.9, 0), (0.8, 1)), 0.99) is None


def test_calibration_sets_what_is_said_beside_what_came_true() -> None:
    # One positive and two negatives, which weigh 5 each; 11 in all.
    bins = calibration(*arrays((0.95, 1), (0.91, 0), (0.05, 0)))
    assert [(one.low, one.high) for one in bins] == [(0, 0.1), (0.9, 1)]
    assert bins[0].said == pytest.approx(0.05)
    assert bins[0].true == 0
    assert bins[1].said == pytest.approx((0.95 + 5 * 0.91) / 6)
    assert bins[1].true == pytest.approx(1 / 6)
    assert calibration_error(bins) == pytest.approx((5 * 0.05 + abs(0.95 + 5 * 0.91 - 1)) / 11)


def test_one_belongs_to_the_last_bin() -> None:
    assert [(one.low, one.said) for one in calibration(*arrays((1.0, 1), (0.0, 0)))] == [
        (0, 0),
        (0.9, 1),
    ]


def test_a_person_with_two_names_takes_one_place() -> None:
    assert place_of({"b"}, ["a", "a", "b"]) == 2
    assert place_of({"b", "c"}, ["c", "b"]) == 1
    assert place_of({"x"}, ["a"]) is None


def test_recall_counts_queries_with_a_right_person_so_early() -> None:
    places = [1, 2, None, 11]
    assert recall_at(places, 1) == 0.25
    assert recall_at(places, 10) == 0.5
    assert recall_at([], 1) is None


@given(
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 1)), min_size=2, max_size=30).filter(
        lambda rows: {label for _, label in rows} == {0, 1}
    )
)
def test_no_threshold_beats_the_best(rows: Sequence[tuple[float, int]]) -> None:
    scores, labels = arrays(*rows)
    cut = best_f1(scores, labels)
    assert cut is not None
    reached = [agreement(scores, labels, one).f1 for one in scores]
    assert cut.value == pytest.approx(max(one for one in reached if one is not None))
    assert agreement(scores, labels, cut.threshold).f1 == pytest.approx(cut.value)


def pair(same: int, scripts: tuple[str, str], languages: tuple[str, str]) -> LabelledPair:
    """A pair of which only the label, the scripts and the languages matter."""
    return LabelledPair(
        left="a", right="b", same=same == 1, languages=languages, scripts=scripts, source="s"
    )


def test_each_part_is_weighed_by_itself() -> None:
    pairs = [
        pair(1, ("Latn", "Cyrl"), ("en", "be")),
        pair(0, ("Cyrl", "Latn"), ("ru", "en")),
        pair(1, ("Deva", "Latn"), ("hi", "en")),
        pair(0, ("Latn", "Thai"), ("en", "th")),
    ]
    result = json.loads(json.dumps(measured(pairs, np.array([0.9, 0.6, 0.8, 0.1]), 0.5)))
    # Overall a negative weighs ten: 2 right of 2 + 10 said.
    assert result["overall"]["precision"] == pytest.approx(2 / 12)
    assert result["script_pairs"].keys() == {"Cyrl-Latn", "Deva-Latn", "Latn-Thai"}
    assert result["script_pairs"]["Cyrl-Latn"]["precision"] == pytest.approx(1 / 11)
    assert result["groups"]["Latin-Cyrillic"]["f1"] == pytest.approx(2 / 12)
    assert result["groups"]["Indic"]["recall"] == 1
    assert result["groups"]["Thai/Burmese/Khmer"]["negatives"] == 1
    assert result["languages"]["be"]["positives"] == 1
    assert result["sources"]["s"]["positives"] == 2


def test_a_threshold_may_be_chosen_on_the_very_pairs() -> None:
    pairs = [pair(1, ("Latn", "Latn"), ("en", "en")), pair(0, ("Latn", "Latn"), ("en", "en"))]
    assert chosen_threshold(pairs, np.array([0.9, 0.6])) == {"threshold": 0.9, "f1": 1}
    assert chosen_threshold(pairs[:1], np.array([0.9])) == {"threshold": None, "f1": None}


def test_the_search_is_measured_by_distinct_persons() -> None:
    entries = [("p1", "Ana Lom"), ("p1", "Ana B. Lom"), ("p2", "Vir Dan"), ("p3", "Oda Rimmel")]
    query = {"script": "Latn", "index_script": "Latn", "source": "s"}
    queries = [
        Query(name="Vir Dan", gold=frozenset({"p2"}), **query),
        Query(name="Ana Lom", gold=frozenset({"p8"}), **query),
    ]
    result = json.loads(json.dumps(evaluate_search(entries, queries)))
    assert (result["names"], result["persons"], result["queries"]) == (4, 3, 2)
    assert result["queries_without_a_right_person_in_the_index"] == 1
    assert result["after_rescoring"]["recall_at_1"] == 0.5
    assert result["after_rescoring"]["by_scripts"]["Latn in Latn"]["queries"] == 2


def written(folder: Path, **texts: str) -> list[str]:
    """Write one table for each option; return the options."""
    options = []
    for option, text in texts.items():
        path = folder / f"{option}.tsv"
        path.write_text(text, encoding="utf-8")
        options += [f"--{option}", str(path)]
    return options


def test_the_command_prints_one_json_object(tmp_path: Path) -> None:
    packed = tmp_path / "pairs.tsv.gz"
    packed.write_bytes(gzip.compress(PAIRS.encode()))
    options = ["--pairs", str(packed), *written(tmp_path, index=INDEX, queries=QUERIES)]
    done = subprocess.run(
        [sys.executable, "-m", "habeas.people.evaluate", *options, "--choose-threshold"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["pairs"]["overall"]["positives"] == 2
    assert result["pairs"]["speed"]["warm"]["pairs_per_second"] > 0
    assert 0 < result["best_on_these_pairs"]["threshold"] <= 1
    assert result["search"]["queries_without_a_right_person_in_the_index"] == 1
    assert "Ana" not in done.stderr
    assert "Лом" not in done.stderr


def test_each_part_of_the_command_stands_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(written(tmp_path, pairs=PAIRS)) == 0
    assert json.loads(capsys.readouterr().out).keys() == {"format", "pairs", "peak_memory_mib"}
    assert main(written(tmp_path, index=INDEX, queries=QUERIES)) == 0
    assert json.loads(capsys.readouterr().out).keys() == {"format", "search", "peak_memory_mib"}


@pytest.mark.parametrize("options", [[], ["--index", "a.tsv"], ["--queries", "a.tsv"]])
def test_a_command_without_enough_files_is_refused(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(options)
    assert stop.value.code == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (PAIRS.replace("\t1\ten\tbe", "\tyes\ten\tbe"), "line 2, column 'label': write 1"),
        (PAIRS.replace("label", "verdict"), "No column 'label'"),
        (PAIRS.replace("\tpos\tone", "\tone", 1), "8 columns where the first line names 9"),
        (PAIRS.splitlines()[0] + "\n", "No rows"),
        ("", "No column 'left'"),
    ],
)
def test_a_bad_table_is_told_by_line(
    text: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(written(tmp_path, pairs=text)) == 1
    printed = capsys.readouterr()
    assert message in printed.err
    assert "Ana" not in printed.err
    assert printed.out == ""


def test_what_only_tells_parts_apart_may_be_missing(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text(
        "\ufeffright_script\tleft_script\tlabel\tleft\tright\nCyrl\tLatn\t1\tAna Lom\tАна Лом\n",
        encoding="utf-8",
    )
    (one,) = read_pairs(path)
    assert (one.left, one.right, one.same) == ("Ana Lom", "Ана Лом", True)
    assert (one.scripts, one.languages, one.source) == (("Latn", "Cyrl"), ("", ""), "")
    path.write_text("query\tgold\nАна Лом\tp1\n", encoding="utf-8")
    assert [(one.name, one.script) for one in read_queries(path)] == [("Ана Лом", "")]


def test_a_file_that_is_no_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableNames, match="No such file"):
        read_index(tmp_path / "nothing.tsv")
    packed = tmp_path / "a.tsv.gz"
    packed.write_bytes(b"not packed")
    with pytest.raises(UnreadableNames, match="Cannot be read"):
        read_index(packed)
    packed.write_bytes(gzip.compress(PAIRS.encode())[:-12])
    with pytest.raises(UnreadableNames, match="Cannot be read"):
        read_pairs(packed)
    latin = tmp_path / "a.tsv"
    latin.write_bytes(INDEX.replace("Ana", "Aña").encode("latin-1"))
    with pytest.raises(UnreadableNames, match="Not a table in UTF-8"):
        read_index(latin)


def test_a_query_without_a_right_person_is_told(tmp_path: Path) -> None:
    path = tmp_path / "queries.tsv"
    path.write_text(QUERIES.replace("p7", " "), encoding="utf-8")
    with pytest.raises(UnreadableNames, match="no right person"):
        read_queries(path)
