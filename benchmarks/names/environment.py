"""A virtual environment for the peers, for habeas needs none of what they need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NEEDS = Path(__file__).with_name("peers.txt")
FOLDER = ROOT / "build" / "peers-of-names"
_STAMP = FOLDER / "installed.txt"


def peers_python() -> Path:
    """The Python that has the peers, installed now where it was not or asked for other versions.

    Exits with 1 where they cannot be installed.
    """
    python = FOLDER / "bin" / "python"
    wanted = NEEDS.read_text(encoding="utf-8")
    if python.is_file() and _STAMP.is_file() and _STAMP.read_text(encoding="utf-8") == wanted:
        return python
    print(f"installing the peers of names in {FOLDER}", file=sys.stderr)
    try:
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(FOLDER)], check=True)
        subprocess.run(
            [str(python), "-m", "pip", "install", "--quiet", "--requirement", str(NEEDS)],
            check=True,
            stdout=sys.stderr,
        )
    except subprocess.CalledProcessError:
        sys.exit(
            f"names: the peers could not be installed from {NEEDS}: see above, or install them "
            "yourself and name their Python with --python"
        )
    _STAMP.write_text(wanted, encoding="utf-8")
    return python
