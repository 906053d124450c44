"""Virtual environments for the peers and for training: habeas needs nothing of what they need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PEERS = Path(__file__).with_name("peers.txt")
TRAINING = Path(__file__).with_name("training.txt")


def peers_python() -> Path:
    """The Python that has the peers, installed now where it was not or asked for other versions.

    Exits with 1 where they cannot be installed.
    """
    return _python_with(PEERS, "the peers of names")


def training_python() -> Path:
    """The Python that has what training needs; as `peers_python`."""
    return _python_with(TRAINING, "what training needs")


def _python_with(needs: Path, what: str) -> Path:
    folder = ROOT / "build" / f"{needs.stem}-of-names"
    python, stamp = folder / "bin" / "python", folder / "installed.txt"
    wanted = needs.read_text(encoding="utf-8")
    if python.is_file() and stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    print(f"installing {what} in {folder}", file=sys.stderr)
    try:
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
        subprocess.run(
            [str(python), "-m", "pip", "install", "--quiet", "--requirement", str(needs)],
            check=True,
            stdout=sys.stderr,
        )
    except subprocess.CalledProcessError:
        sys.exit(
            f"names: {what} could not be installed from {needs}: see above, or install it "
            "yourself and name its Python with --python"
        )
    stamp.write_text(wanted, encoding="utf-8")
    return python
