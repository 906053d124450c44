"""Deciding who is who, as processes of their own. Everyone here is invented."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from subprocess import CompletedProcess

import pytest
from jsonschema import Draft202012Validator

from cli.running import habeas
from habeas.register.edition_file import read_edition

type Run = Callable[..., CompletedProcess[str]]

ROOT = Path(__file__).resolve().parents[2]
A = "name,status,date,age,citizenship\nAna Perez,held,2025-01-01,34,LT\nName withheld,held,,,LT\n"
B = "name,status,date,age\nAnna Perez,held,2025-02-01,34\nBoris Example,held,,\n"
C = "name,status,date,age\nBoris Example,held,2025-01-01,30\nBoris Example,held,2025-01-01,61\n"


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the home of a register that no test writes to."""
    folder = tmp_path_factory.mktemp("register")
    for name, text in (("a.csv", A), ("b.csv", B), ("c.csv", C)):
        (folder / name).write_text(text, encoding="utf-8")
    home = folder / "home"
    assert _runs(home)("add", *(folder / f"{name}.csv" for name in "abc")).returncode == 0
    return home


@pytest.fixture
def run(register: Path, tmp_path: Path) -> Run:
    """Return `habeas` on a register of its own."""
    return _runs(Path(copytree(register, tmp_path / "home")))


def _runs(home: Path) -> Run:
    def call(*arguments: str | Path) -> CompletedProcess[str]:
        return habeas(*arguments, environment={"HABEAS_HOME": str(home), "DATABASE_URL": ""})

    return call


def test_a_judgement_is_made_listed_and_taken_back(run: Run) -> None:
    before = run("proposals").stdout
    assert "Ana Perez" in before
    assert "“Boris Example” may be two people. Births cannot meet" in before
    made = run("judge", "Ana Perez", "anna perez", "--same", "--reason", "her sister", "--by", "me")
    assert made.returncode == 0, made.stderr
    told, _, key = made.stdout.strip().partition("\n  judgement ")
    assert told.endswith(": same")
    assert "Anna Perez" not in run("proposals").stdout
    assert "her sister" in run("judgements").stdout
    back = run("withdraw", key, "--reason", "a misprint", "--by", "you")
    assert back.returncode == 0, back.stderr
    assert run("proposals").stdout == before
    told = run("judgements").stdout
    assert "withdrawn by you" in told
    assert "a misprint" in told
    assert run("withdraw", key, "--reason", "again").returncode == 2
    run("judge", "Ana Perez", "Anna Perez", "--same", "--reason", "again", "--by", "me")
    by_names = run("withdraw", "Anna Perez", "Ana Perez", "--reason", "no")
    assert by_names.stdout.startswith("withdrawn: "), by_names.stderr
    assert run("proposals").stdout == before


def test_what_was_rejected_proposes_nobody(run: Run, tmp_path: Path) -> None:
    edition = tmp_path / "edition.sqlite"
    assert run("publish", edition).returncode == 0
    claims = read_edition(edition).claims
    (anna,) = [c for c in claims if any(each.name == "Anna Perez" for each in c.names)]
    assert "Anna Perez" in run("proposals").stdout
    assert run("decide", anna.id, "reject", "--reason", "misread", "--by", "me").returncode == 0
    assert "Anna Perez" not in run("proposals").stdout
    assert run("judge", "Anna Perez", "Ana Perez", "--same", "--reason", "no").returncode == 2


def test_namesakes_are_told_apart_by_their_mentions(run: Run) -> None:
    document = json.loads(run("proposals", "--format", "json").stdout)
    (alert,) = document["alerts"]
    assert alert["kind"] == "namesakes"
    left, right = alert["left"]["id"], alert["right"]["id"]
    assert left[0] == right[0] == "m"
    apart = run("judge", left, right, "--different", "--reason", "two ages")
    assert apart.returncode == 0, apart.stderr
    assert json.loads(run("proposals", "--format", "json").stdout)["alerts"] == []


def test_the_formats_are_what_their_schemas_say(run: Run) -> None:
    schema = ROOT / "docs" / "reference" / "habeas-proposals-1.schema.json"
    document = json.loads(run("proposals", "--format", "json").stdout)
    Draft202012Validator(json.loads(schema.read_text("utf-8"))).validate(document)
    assert document["matches"]
    assert [one["name"] for one in document["unnamed"]] == ["Name withheld"]
    assert "Name withheld" in run("proposals", "--unnamed").stdout
    run("judge", "Ana Perez", "Anna Perez", "--unsure", "--reason", "nobody knows", "--by", "me")
    listed = json.loads(run("judgements", "--format", "json").stdout)
    (judgement,) = listed["judgements"]
    assert judgement["verdict"] == "unsure"
    assert judgement["withdrawn"] is None
    assert {judgement["left"]["name"], judgement["right"]["name"]} == {"Ana Perez", "Anna Perez"}


def test_judgements_that_do_not_fit_are_told(run: Run) -> None:
    run("judge", "Ana Perez", "Anna Perez", "--same", "--reason", "one")
    run("judge", "Anna Perez", "Boris Example", "--same", "--reason", "one")
    odd = run("judge", "Ana Perez", "Boris Example", "--different", "--reason", "two")
    assert "does not fit" in odd.stderr
    assert "At odds" in run("proposals").stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("judge", "Ana Perez", "Anna Perez", "--same"), 2),
        (("judge", "Ana Perez", "Anna Perez", "--reason", "x"), 2),
        (("judge", "Nobody Here", "Anna Perez", "--same", "--reason", "x"), 2),
        (("judge", "Ana Perez", "ANA PEREZ", "--same", "--reason", "x"), 2),
        (("withdraw", "j0", "--reason", "x"), 2),
        (("judgements",), 5),
    ],
    ids=["no reason", "no verdict", "nobody", "one and the same", "no judgement", "none yet"],
)
def test_what_cannot_be_done_says_so_and_names_nobody(
    register: Path, arguments: tuple[str, ...], code: int
) -> None:
    done = _runs(register)(*arguments)
    assert done.returncode == code
    assert "Nobody Here" not in done.stderr
    assert "Perez" not in done.stderr


def test_a_dry_run_writes_nothing(run: Run) -> None:
    dry = run("judge", "Ana Perez", "Anna Perez", "--same", "--reason", "x", "--dry-run")
    assert "Nothing was written" in dry.stdout
    assert run("judgements").returncode == 5


def test_an_empty_register_says_what_to_do(tmp_path: Path) -> None:
    done = habeas("proposals", environment={"HABEAS_HOME": str(tmp_path), "DATABASE_URL": ""})
    assert done.returncode == 5
    assert "habeas add FILE" in done.stderr
