"""The program that measures the matcher of names beside its peers, on little data.

Of the peers only those run here whose packages habeas needs as well. All names are invented.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from console_blocks import ROOT
from names.checks import read_checks
from names.measuring import confusion

PEER = "anyascii + rapidfuzz WRatio"
PAIRS = (
    "left\tright\tlabel\tleft_lang\tright_lang\tleft_script\tright_script\tkind\tsource\n"
    "Ana Lomvale\tАна Ломвале\t1\ten\tru\tLatn\tCyrl\tpos\tone\n"
    "Vir Danmark\tVir Danmarck\t1\ten\ten\tLatn\tLatn\tpos\tone\n"
    "Ana Lomvale\tVir Danmark\t0\ten\ten\tLatn\tLatn\trandom\tone\n"
)
CHECKS = (
    "case_group,schema,name1,name2,is_match,quality,category,notes\n"
    "mine,Person,Ana Lomvale,Anna Lomvale,true,STRONG,,\n"
    "mine,Person,Ana Lomvale,Vir Danmark,false,,,\n"
    "mine,Company,Lomvale Mills,Lomvale Mills Ltd,true,,,\n"
)


def compare(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the program by its path."""
    return subprocess.run(
        [sys.executable, str(ROOT / "benchmarks/names/compare.py"), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    """A file of labelled pairs."""
    path = tmp_path / "pairs.tsv"
    path.write_text(PAIRS, encoding="utf-8")
    return path


@pytest.mark.slow
@pytest.mark.parametrize("program", ["names/compare.py", "person_names.py"])
def test_without_data_it_says_how_to_get_them(program: str) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / program)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "python benchmarks/names/compare.py PAIRS" in done.stdout


@pytest.mark.slow
def test_one_command_writes_a_table_and_every_figure(pairs: Path, tmp_path: Path) -> None:
    checks, figures = tmp_path / "cases.csv", tmp_path / "figures.json"
    checks.write_text(CHECKS, encoding="utf-8")
    done = compare(
        *(pairs, "--checks", checks, "--json", figures),
        *("--python", sys.executable, "--peer", PEER),
    )
    assert done.returncode == 0, done.stderr
    assert "## 3 pairs of names" in done.stdout
    assert f"| {PEER} |" in done.stdout
    assert "## name_bench, 2 cases of persons" in done.stdout
    measured = json.loads(figures.read_text(encoding="utf-8"))
    assert measured["pairs"].keys() == {"habeas", PEER}
    assert measured["pairs"][PEER]["overall"]["f1"] == 1
    assert measured["pairs"][PEER]["overall"]["best"]["value"] == 1
    assert measured["checks"][PEER]["f1"] == 1


@pytest.mark.slow
def test_a_peer_that_is_not_installed_is_left_out_and_named(pairs: Path) -> None:
    done = compare(pairs, "--python", sys.executable, "--peer", "nomenklatura logic-v2")
    assert done.returncode == 0, done.stderr
    assert "nomenklatura logic-v2 is left out" in done.stderr
    assert "| habeas |" in done.stdout
    assert "logic-v2" not in done.stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere.tsv"], "No such file in nowhere.tsv"),
        (["PAIRS", "--checks", "nowhere.csv"], "nowhere.csv cannot be read"),
        (["PAIRS", "--peer", "nobody"], "no peer 'nobody'"),
        (["PAIRS", "--index", "nowhere.tsv"], "--index and --queries go together"),
    ],
)
def test_a_wrong_command_is_told_in_a_line(arguments: list[str], message: str, pairs: Path) -> None:
    done = compare(*(str(pairs) if one == "PAIRS" else one for one in arguments))
    assert done.returncode in {1, 2}
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_only_persons_are_read_of_the_checks(tmp_path: Path) -> None:
    path = tmp_path / "cases.csv"
    path.write_text(CHECKS, encoding="utf-8")
    assert [same for *_, same in read_checks(path)] == [True, False]
    path.write_text(CHECKS.replace("is_match", "verdict"), encoding="utf-8")
    with pytest.raises(SystemExit, match="no list of checks"):
        read_checks(path)


def test_checks_weigh_every_case_the_same() -> None:
    # Two right of three said and of four true.
    said = np.array([True, True, True, False, False])
    truth = np.array([True, True, False, True, True])
    figures = confusion(said, truth)
    assert figures["precision"] == pytest.approx(2 / 3)
    assert figures["recall"] == pytest.approx(2 / 4)
    assert figures["f1"] == pytest.approx(4 / 7)
    assert confusion(~truth, truth)["f1"] == 0
