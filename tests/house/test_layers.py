"""The layout is law: each contract breaks on the import that it forbids."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from house.checkout import ROOT, SOURCE

LAYERS = "Code follows the data"
CORE = "The core knows no web, network or database"
PUBLIC = "The public process holds an Edition and nothing else"
MODEL = "The model is standard library only"

WRONG_IMPORTS = {
    "the model reads reports": ("model/wrong.py", "import habeas.reports", LAYERS),
    "claims know the accounts": ("claims/wrong.py", "import habeas.accounts", LAYERS),
    "accounts and pledges are apart": ("accounts/wrong.py", "import habeas.pledges", LAYERS),
    "the store reaches up to the pages": ("store/wrong.py", "import habeas.public", LAYERS),
    "a package nobody placed": ("utils/__init__.py", "", LAYERS),
    "a reader opens the network": ("reports/wrong.py", "import urllib3", CORE),
    "names are kept by Django": ("people/wrong.py", "from django.db import models", CORE),
    "a second module opens SQLite": ("register/wrong.py", "import sqlite3", CORE),
    "an account opens a database": ("accounts/wrong.py", "import psycopg", CORE),
    "pages open the private store": ("public/wrong.py", "import habeas.store", PUBLIC),
    "pages fetch": ("public/wrong.py", "import habeas.fetch", PUBLIC),
    "the model needs a package": ("model/wrong.py", "import rapidfuzz", MODEL),
}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter over the copy of the source in `folder`."""
    return subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": str(folder / "src"), "COLUMNS": "200", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def source_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a copy of the source and of the contracts."""
    folder = tmp_path_factory.mktemp("layers")
    shutil.copytree(
        SOURCE, folder / "src" / "habeas", ignore=shutil.ignore_patterns("__pycache__", "*.html")
    )
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def test_the_layout_keeps_its_contracts(source_copy: Path) -> None:
    checked = lint_imports(source_copy)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize(
    ("where", "line", "contract"), WRONG_IMPORTS.values(), ids=WRONG_IMPORTS.keys()
)
def test_a_wrong_import_breaks_its_contract(
    source_copy: Path, where: str, line: str, contract: str
) -> None:
    wrong = source_copy / "src" / "habeas" / where
    made_folder = not wrong.parent.exists()
    wrong.parent.mkdir(exist_ok=True)
    wrong.write_text(f"{line}\n", encoding="utf-8")
    try:
        checked = lint_imports(source_copy)
    finally:
        wrong.unlink()
        if made_folder:
            shutil.rmtree(wrong.parent)
    assert checked.returncode == 1, checked.stdout + checked.stderr
    assert f"{contract} BROKEN" in checked.stdout
