"""Where the checkout is, and the files that belong to it."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = ROOT / "src" / "habeas"


def tracked_files() -> list[Path]:
    """Return every file under version control that is there, as absolute paths, sorted."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout
    return sorted(path for name in listed.split("\0") if name and (path := ROOT / name).is_file())


def source_files() -> list[Path]:
    """Return the Python files of the package, sorted."""
    return sorted(SOURCE.rglob("*.py"))


def documents() -> list[Path]:
    """Return the README and every Markdown file under docs/, sorted."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
