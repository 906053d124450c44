"""Starting is quick because little is loaded."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = {"django", "spacy", "numpy", "thinc", "trafilatura", "lxml", "babel", "rich", "urllib3"}


def loaded_by(statement: str) -> set[str]:
    """Return the packages that a fresh interpreter has loaded after a statement."""
    program = (
        f"{statement}\nimport json, sys\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    return set(json.loads(ran.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "statement",
    [
        "import habeas",
        "import habeas.model.claims, habeas.model.accounts, habeas.model.editions",
        "import habeas.cli.main",
    ],
)
def test_starting_loads_nothing_heavy(statement: str) -> None:
    assert not HEAVY & loaded_by(statement)


def test_the_five_functions_are_there_when_asked_for() -> None:
    import habeas

    assert sorted(habeas.__all__) == [
        "custody_on",
        "extract_claims",
        "read_report",
        "reconcile",
        "resolve_people",
    ]
    assert all(callable(getattr(habeas, name)) for name in habeas.__all__)


def test_help_names_every_verb() -> None:
    from habeas.cli.main import VERBS

    ran = subprocess.run(
        [sys.executable, "-m", "habeas", "--help"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert all(f"  {verb} " in ran.stdout for verb in VERBS)
