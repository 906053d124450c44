"""The command that measures how well wrong figures are found."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from habeas.accounts.evaluate import evaluate, main
from habeas.accounts.worlds import make_world

LEVELS = ["claims", "statements"]
KEYS = {
    "format",
    "asked",
    "claims",
    "wrong",
    "flagged",
    "flagged_and_wrong",
    "taken_to_count_some",
    "precision",
    "recall",
    "bounds",
    "truth_within_bounds",
    "seconds",
    "cpu_seconds",
    "by_error",
}
CLOCKS = {"seconds", "cpu_seconds"}


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    assert main(arguments) == 0
    result = json.loads(capsys.readouterr().out)
    assert isinstance(result, dict)
    return result


@pytest.mark.parametrize("level", LEVELS)
def test_it_prints_one_object(capsys: pytest.CaptureFixture[str], level: str) -> None:
    result = told(capsys, "--events", "3", "--claims", "40", "--wrong", "0.1", "--level", level)
    assert result.keys() == KEYS
    assert result["format"] == "habeas-accounts-evaluation/1"
    asked = {"events": 3, "claims": 40, "wrong": 0.1, "seed": 1, "level": level}
    assert result["asked"] == asked
    assert result["claims"] == 120


@pytest.mark.parametrize("level", LEVELS)
def test_a_seed_is_measured_alike_each_time(capsys: pytest.CaptureFixture[str], level: str) -> None:
    arguments = ("--events", "3", "--claims", "30", "--seed", "9", "--level", level)
    one, other = told(capsys, *arguments), told(capsys, *arguments)
    assert {k: v for k, v in one.items() if k not in CLOCKS} == {
        k: v for k, v in other.items() if k not in CLOCKS
    }


@pytest.mark.parametrize("level", LEVELS)
def test_where_nothing_is_wrong_nothing_is_flagged_and_the_truth_is_within_bounds(
    level: str,
) -> None:
    for seed in range(3):
        result = evaluate(make_world(events=4, claims=40, wrong=0, seed=seed), level)
        assert result["wrong"] == result["flagged"] == 0
        assert result["precision"] is None
        assert result["recall"] is None
        assert result["truth_within_bounds"] == 1


@pytest.mark.parametrize("level", LEVELS)
def test_most_of_what_is_wrong_is_found_and_little_else(level: str) -> None:
    result = evaluate(make_world(events=25, claims=40, wrong=0.06, seed=11), level)
    assert isinstance(result["precision"], float)
    assert isinstance(result["recall"], float)
    assert result["precision"] >= 0.85
    assert result["recall"] >= 0.65


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--events", "0"], "one event or more"),
        (["--claims", "-3"], "one claim or more"),
        (["--wrong", "1.5"], "from 0 to 1, not 1.5"),
        (["--wrong", "nan"], "from 0 to 1, not nan"),
    ],
)
def test_a_world_that_cannot_be_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert main(arguments) == 1
    printed = capsys.readouterr()
    assert not printed.out
    assert printed.err.startswith("evaluate: ")
    assert words in printed.err
    assert printed.err.count("\n") == 1


@pytest.mark.parametrize("arguments", [["--events", "many"], ["--level", "words"], ["--colour"]])
def test_a_wrong_command_is_refused(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    with pytest.raises(SystemExit) as refused:
        main(arguments)
    assert refused.value.code == 2
    assert "usage: python -m habeas.accounts.evaluate" in capsys.readouterr().err


def test_help_tells_every_option() -> None:
    command = [sys.executable, "-m", "habeas.accounts.evaluate", "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    for option in ("--events", "--claims", "--wrong", "--seed", "--level"):
        assert option in done.stdout
