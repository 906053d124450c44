"""The programs that measure beside published figures: without data, with wrong data, with little.

The little data here is invented, in the shape of the real.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from console_blocks import ROOT

pytestmark = pytest.mark.slow

SENTENCES = [
    ("Police arrested four drivers in Lomvale.", ["ARREST"]),
    ("The arrested men were taken to court.", ["ARREST"]),
    ("Shops stayed closed on Friday.", []),
    ("The party demanded the arrest of the mayor.", []),
]
QUANTITIES = [
    ("Exports fell 12% last year.", [("12", "down")]),
    ("More than 40 ships took 5 to 10 days.", [("40", ">"), ("5-10", "=")]),
]
RELEASES = [
    ("A patrol detained several suspected insurgents in Lomvale.", True, 3),
    ("A force captured a facilitator. It also detained two insurgents.", True, 3),
    ("Insurgents fired at a patrol near Lomvale. Nobody was hurt.", False, 0),
]
NEEDED = {
    "india_police.py": "data/final/sents.jsonl",
    "newsquant.py": "data/formatted_test_set/NewsQuant.json",
    "isafpr.py": "data/isaf_press_releases_ft_test.jsonl",
}


def run(program: str, *arguments: Path) -> subprocess.CompletedProcess[str]:
    """Run one of the benchmarks."""
    return subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / program), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )


def little_data(program: str) -> str:
    """A file of invented data in the shape that a program reads."""
    if program == "newsquant.py":
        rows = [
            {"text": text, "quantities": [{"value": v, "change": c} for v, c in quantities]}
            for text, quantities in QUANTITIES
        ]
        return json.dumps(rows)
    if program == "india_police.py":
        return "\n".join(
            json.dumps({"doc_id": 2, "sent_id": n, "sent_text": text, "sent_labels": labels})
            for n, (text, labels) in enumerate(SENTENCES)
        )
    return "\n".join(
        json.dumps(
            {
                "conversations": [
                    {"value": "You are precise."},
                    {"value": f"PRESS RELEASE TEXT: {text}"},
                    {"value": json.dumps({"captureq": is_capture, "min_captured": captured})},
                ]
            }
        )
        for text, is_capture, captured in RELEASES
    )


@pytest.mark.parametrize("program", [*NEEDED, "robustness.py"])
def test_without_a_folder_it_says_how_to_get_the_data(program: str) -> None:
    done = run(program)
    assert done.returncode == 0, done.stderr
    assert f"python benchmarks/{program}" in done.stdout


@pytest.mark.parametrize("program", [*NEEDED, "robustness.py"])
def test_a_wrong_folder_is_told_in_one_line(program: str, tmp_path: Path) -> None:
    done = run(program, tmp_path / "nowhere")
    assert done.returncode == 1
    assert done.stderr.startswith(f"{program}: no ")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("program", NEEDED)
def test_little_data_is_read_without_an_error(program: str, tmp_path: Path) -> None:
    file = tmp_path / NEEDED[program]
    file.parent.mkdir(parents=True)
    file.write_text(little_data(program), encoding="utf-8")
    done = run(program, tmp_path)
    assert done.returncode == 0, done.stderr
    assert "1.000" in done.stdout
    assert "beside it" in done.stdout


def test_robustness_counts_what_it_read_and_what_it_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Roads\n\nPolice arrested four drivers.", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.7 broken")
    done = run("robustness.py", tmp_path)
    assert done.returncode == 0, done.stderr
    rows = {line.split()[0]: line.split()[1:] for line in done.stdout.splitlines() if line.strip()}
    assert rows["all"] == ["3", "1", "2", "1", "1", "0"]
