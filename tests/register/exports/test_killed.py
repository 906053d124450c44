"""Killed at any moment, an export stands there whole or not at all."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from habeas.register.edition_file import write_edition
from public import fictional
from register.exports.killing import FORMS

TIMES = 50


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_killed_fifty_times_no_half_file_appears(tmp_path: Path, form: str) -> None:
    edition, folder = tmp_path / "edition.sqlite", tmp_path / "out"
    folder.mkdir()
    write_edition(fictional.ruritania, edition)
    done = subprocess.run(
        [sys.executable, "-m", "register.exports.killing", form, edition, folder, str(TIMES)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 0
    left = [path.name for path in folder.iterdir() if path.name.startswith(".")]
    assert all(name.endswith(".part") for name in left)
