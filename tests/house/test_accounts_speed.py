"""The program that measures how fast figures are reconciled, on a little world and without R."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from console_blocks import ROOT

pytestmark = pytest.mark.slow


def measure(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run it where no R is found; its exit status tells of speed, which is not tested."""
    command = [sys.executable, str(ROOT / "benchmarks/accounts_speed.py"), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={"PATH": ""})
    assert done.returncode in (0, 1)
    assert "Traceback" not in done.stderr
    return done


def test_it_measures_habeas_alone_and_says_what_its_peer_needs() -> None:
    done = measure("--most", "40", "--rounds", "1")
    assert "install.packages" in done.stderr
    for asked in ("whether they conflict", "a first minimal conflict", "all minimal conflicts"):
        assert f"| {asked}" in done.stdout
    assert "| 40 | 1 |" in done.stdout


def test_it_prints_one_object() -> None:
    told = json.loads(measure("--most", "40", "--rounds", "1", "--json").stdout)
    assert told.keys() == {"one_event", "added", "growth"}
    assert all(row["habeas"] > 0 and row["peer"] is None for row in told["one_event"])
