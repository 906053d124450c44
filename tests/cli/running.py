"""Runs the real command in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

PLAIN = {"COLUMNS": "80", "PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "error"}


def habeas(
    *arguments: str | Path,
    data: bytes | None = None,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run `habeas` as `python -m habeas`, and return what it printed and how it ended."""
    done = subprocess.run(
        [sys.executable, "-m", "habeas", *map(str, arguments)],
        input=data if data is not None else b"",
        capture_output=True,
        check=False,
        cwd=folder,
        env={**os.environ, **PLAIN, **(environment or {})},
        timeout=120,
    )
    return subprocess.CompletedProcess(
        args=done.args,
        returncode=done.returncode,
        stdout=done.stdout.decode("utf-8"),
        stderr=done.stderr.decode("utf-8"),
    )
