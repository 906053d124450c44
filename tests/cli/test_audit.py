"""`habeas audit`, as a process of its own. Everyone here is invented."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cli.running import habeas

LISTED = "name,released\nMaryna Kalinovska,2026-01-03\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture(params=["sqlite", "postgresql"])
def register(request: pytest.FixtureRequest, home: Path, tmp_path: Path) -> dict[str, str]:
    """Return the environment of a register with three records."""
    server = request.param == "postgresql"
    url = request.getfixturevalue("empty_postgres_url") if server else ""
    environment = {"HABEAS_HOME": str(home), "DATABASE_URL": url}
    (tmp_path / "list.csv").write_text(LISTED, encoding="utf-8")
    (tmp_path / "names.txt").write_text("Maryna Kalinovska", encoding="utf-8")
    habeas("add", tmp_path / "list.csv", environment=environment)
    done = habeas(
        *("publish", tmp_path / "edition.sqlite", "--withhold", tmp_path / "names.txt"),
        environment=environment,
    )
    assert done.returncode == 0, done.stderr
    return environment


def test_the_log_tells_who_changed_what_and_names_nobody(register: dict[str, str]) -> None:
    told = habeas("audit", "log", environment=register)
    document = json.loads(habeas("audit", "log", "--format", "json", environment=register).stdout)
    sheet = habeas("audit", "log", "--format", "csv", environment=register).stdout
    records = document["records"]
    assert document["format"] == "habeas-audit/1"
    assert [each["change"] for each in records] == ["reading", "protection", "edition"]
    assert [each["number"] for each in records] == [1, 2, 3]
    assert all(each["by"] and each["at"].endswith("+00:00") for each in records)
    assert [row["hash"] for row in csv.DictReader(sheet.lstrip("\ufeff").splitlines())] == [
        each["hash"] for each in records
    ]
    assert "2  protection 1" in told.stdout
    assert "Kalinovska" not in told.stdout + sheet + json.dumps(document)


def test_a_register_that_holds_is_said_so_with_the_end_of_its_chain(
    register: dict[str, str],
) -> None:
    held = habeas("audit", "verify", environment=register)
    assert held.returncode == 0
    head, _, end = held.stdout.strip().partition("\n  end ")
    assert head == "Unbroken: 3 records."
    assert habeas("audit", "verify", "--end", end, environment=register).returncode == 0
    other = habeas("audit", "verify", "--end", "0" * 64, environment=register)
    assert (other.returncode, other.stdout) == (
        7,
        "Broken: no record has the hash that was given.\n",
    )


def test_the_first_broken_link_is_named(home: Path, tmp_path: Path) -> None:
    environment = {"HABEAS_HOME": str(home), "DATABASE_URL": ""}
    (tmp_path / "list.csv").write_text(LISTED, encoding="utf-8")
    habeas("add", tmp_path / "list.csv", environment=environment)
    with closing(sqlite3.connect(home / "register.sqlite")) as database, database:
        database.execute("UPDATE store_claimname SET name = 'Somebody Else'")
    done = habeas("audit", "verify", environment=environment)
    assert done.returncode == 7
    assert done.stdout == "Broken: record 1: what was added was changed since.\n"


@pytest.mark.parametrize("verb", ["verify", "log"])
def test_without_a_register_there_is_nothing_to_audit(verb: str, home: Path) -> None:
    done = habeas("audit", verb, environment={"HABEAS_HOME": str(home), "DATABASE_URL": ""})
    assert done.returncode == 5
    assert not home.exists()
