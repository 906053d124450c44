"""Deciding about claims, as processes of their own. Everyone here is invented."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from subprocess import CompletedProcess

import pytest

from cli.running import habeas
from habeas.register.edition_file import read_edition

type Run = Callable[..., CompletedProcess[str]]

LISTED = "name,status,date\nAna Perez,held,2025-01-01\nBoris Example,held,2025-01-01\n"


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the home of a register that no test writes to."""
    folder = tmp_path_factory.mktemp("register")
    (folder / "list.csv").write_text(LISTED, encoding="utf-8")
    assert _runs(folder / "home")("add", folder / "list.csv").returncode == 0
    return folder / "home"


@pytest.fixture
def run(register: Path, tmp_path: Path) -> Run:
    """Return `habeas` on a register of its own."""
    return _runs(Path(copytree(register, tmp_path / "home")))


def _runs(home: Path) -> Run:
    def call(*arguments: str | Path) -> CompletedProcess[str]:
        return habeas(*arguments, environment={"HABEAS_HOME": str(home), "DATABASE_URL": ""})

    return call


def claims(run: Run, folder: Path) -> dict[str, str]:
    """Publish, and return the first name of each published claim with its id."""
    assert run("publish", folder / "edition.sqlite").returncode == 0
    edition = read_edition(folder / "edition.sqlite")
    return {claim.names[0].name: claim.id for claim in edition.claims}


def test_a_claim_is_rejected_listed_and_undone(run: Run, tmp_path: Path) -> None:
    before = claims(run, tmp_path)
    key = before["Ana Perez"]
    done = run("decide", key, "reject", "--reason", "misread", "--by", "me")
    assert (done.returncode, done.stdout) == (0, f"{key}: reject\n"), done.stderr
    assert claims(run, tmp_path).keys() == {"Boris Example"}
    assert read_edition(tmp_path / "edition.sqlite").rejected == 1
    assert "me, " in run("decisions").stdout
    assert "misread" in run("decisions").stdout
    assert run("decide", key, "undo", "--reason", "it was right", "--by", "you").returncode == 0
    assert claims(run, tmp_path) == before
    told = json.loads(run("decisions", "--format", "json").stdout)["decisions"]
    assert [(each["id"], each["decision"], each["stands"]) for each in told] == [
        (key, "reject", False),
        (key, "undo", False),
    ]
    assert run("audit", "verify").returncode == 0


def test_a_claim_is_corrected_and_both_are_kept(run: Run, tmp_path: Path) -> None:
    before = claims(run, tmp_path)
    key = before["Ana Perez"]
    changes = '{"act": "die", "place": "Vorstadt"}'
    done = run("correct", key, changes, "--reason", "she died", "--by", "me")
    assert done.returncode == 0, done.stderr
    after = claims(run, tmp_path)
    assert done.stdout == f"{key}: corrected to {after['Ana Perez']}\n"
    edition = read_edition(tmp_path / "edition.sqlite")
    assert {(each.act.value, each.place) for each in edition.claims} == {
        ("die", "Vorstadt"),
        ("hold", None),
    }
    (told,) = json.loads(run("decisions", "--format", "json").stdout)["decisions"]
    assert told["stands"]
    assert told["correction"]["act"] == "die"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("decide", "c0", "reject", "--reason", "x"), 2),
        (("decide", "KEY", "reject"), 2),
        (("decide", "KEY", "keep", "--reason", "x"), 2),
        (("decide", "KEY", "undo", "--reason", "x"), 6),
        (("correct", "c0", "{}", "--reason", "x"), 2),
        (("correct", "KEY", "[]", "--reason", "x"), 2),
        (("correct", "KEY", '{"act": "fly"}', "--reason", "x"), 2),
        (("correct", "KEY", '{"passage": "Ana Peres"}', "--reason", "x"), 2),
        (("decisions",), 5),
    ],
    ids=lambda value: "-".join(value[:2]) if isinstance(value, tuple) else str(value),
)
def test_what_cannot_be_done_says_so_and_names_nobody(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], code: int
) -> None:
    key = claims(run, tmp_path)["Ana Perez"]
    done = run(*(key if each == "KEY" else each for each in arguments))
    assert done.returncode == code, done.stderr
    assert "Perez" not in done.stderr
    assert "Peres" not in done.stderr


def test_a_dry_run_writes_nothing(run: Run, tmp_path: Path) -> None:
    key = claims(run, tmp_path)["Ana Perez"]
    for dry in (("decide", key, "reject"), ("correct", key, '{"act": "die"}')):
        done = run(*dry, "--reason", "x", "--dry-run")
        assert done.stdout.startswith("Nothing was written; it would be: "), done.stderr
    assert run("decisions").returncode == 5
