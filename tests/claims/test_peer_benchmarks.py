"""The commands that measure on other people's data: what they ask for, and what they print.

The texts and labels are invented and follow the layout of the data named in each command.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


def command(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(BENCHMARKS / name), *arguments],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("name", ["polnear.py", "uds.py"])
def test_without_a_folder_it_says_how_to_get_the_data(name: str) -> None:
    done = command(name)
    assert done.returncode == 0
    assert "git clone" in done.stdout


@pytest.mark.parametrize(("name", "asked"), [("polnear.py", "data/dev"), ("uds.py", "ud_ids.json")])
def test_a_folder_without_the_data_is_told(name: str, asked: str, tmp_path: Path) -> None:
    done = command(name, str(tmp_path))
    assert done.returncode == 1
    assert done.stderr.startswith(f"{name}: no ")
    assert asked in done.stderr


def test_attributions_are_scored(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    text = "Ana Sol said nine men were free. The union left.\n"
    (tmp_path / "text" / "one.txt").write_text(text, encoding="utf-8")
    labels = (
        "T1\tSource 0 7\tAna Sol\nT2\tCue 8 12\tsaid\nT3\tContent 13 31\tnine men were free\n"
        "T4\tAttribution 8 12\tsaid\nE1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n"
    )
    (tmp_path / "attributions" / "one_0a1b.ann").write_text(labels, encoding="utf-8")
    done = command("polnear.py", str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert "1.000 1.000 1.000" in done.stdout


def test_factuality_is_scored(tmp_path: Path) -> None:
    rows = [("The", 2), ("guard", 3), ("opened", 0), ("it", 3)]
    words = "".join(
        f"{n}\t{word}\t_\t_\t_\t_\t{head}\t_\t_\t_\n" for n, (word, head) in enumerate(rows, 1)
    )
    data, names = {}, {}
    for part in ("dev", "test"):
        (tmp_path / f"en_ewt-ud-{part}.conllu").write_text(
            f"# sent_id = {part}-a\n{words}\n", encoding="utf-8"
        )
        key = f"ewt-{part}-1"
        names[key] = {"sentence_id": f"{part}-a"}
        data[key] = {f"{key}-semantics-pred-3": {"factuality": {"factual": {"value": 1.2}}}}
    (tmp_path / "ud_ids.json").write_text(json.dumps(names), encoding="utf-8")
    (tmp_path / "factuality.json").write_text(json.dumps({"data": data}), encoding="utf-8")
    done = command("uds.py", str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert "habeas      dev            1     1.000" in done.stdout
