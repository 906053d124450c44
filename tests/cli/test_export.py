"""`habeas export` as a user runs it. Everyone in the files is made up."""

from __future__ import annotations

import json
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cli.running import habeas

LIST = """# publisher: Harbour Watch
name,status,date,citizenship
Ada Marr,released,2031-05-07,LT
Bela Quist,held,2031-05-07,
Cy\u202eRoe,held,2031-05-07,
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder as a user has one."""
    (tmp_path / "watch.csv").write_text(LIST, encoding="utf-8")
    return tmp_path


def persons(text: str) -> list[str]:
    entities = [json.loads(line) for line in text.splitlines()]
    return [e["properties"]["name"][0] for e in entities if e["schema"] == "Person"]


def test_persons_of_the_register_are_written_and_read_again(desk: Path) -> None:
    home = {"HABEAS_HOME": str(desk / "home")}
    assert habeas("add", "watch.csv", folder=desk, environment=home).returncode == 0
    done = habeas("export", folder=desk, environment=home)
    assert done.returncode == 0
    assert done.stderr == "note: 3 persons, 3 claims and 1 report written as ftm\n"
    assert "\u202e" not in done.stdout
    assert persons(done.stdout)[:2] == ["Ada Marr", "Bela Quist"]
    (desk / "persons.ftm.json").write_text(done.stdout, encoding="utf-8")
    compared = habeas(
        "match", "watch.csv", "persons.ftm.json", "--format", "csv", folder=desk, environment=home
    )
    assert compared.returncode == 0
    assert "only in" not in compared.stdout


def test_who_is_protected_is_left_out(desk: Path) -> None:
    home = {"HABEAS_HOME": str(desk / "home")}
    (desk / "names.txt").write_text("Ada Marr\n", encoding="utf-8")
    habeas("add", "watch.csv", folder=desk, environment=home)
    arguments = ["publish", "e.sqlite", "--withhold", "names.txt"]
    assert habeas(*arguments, folder=desk, environment=home).returncode == 0
    for place in ([], ["--in", "e.sqlite"]):
        done = habeas("export", *place, folder=desk, environment=home)
        assert done.returncode == 0
        assert "Marr" not in done.stdout + done.stderr
        assert "1 protected, left out" in done.stderr


def test_a_file_is_for_its_owner_alone(desk: Path) -> None:
    done = habeas("export", "--in", "watch.csv", "--output", "out.ftm.json", folder=desk)
    assert (done.returncode, done.stdout) == (0, "")
    assert stat.S_IMODE((desk / "out.ftm.json").stat().st_mode) == 0o600
    refused = habeas("export", "--in", "watch.csv", "--output", "gone/out.json", folder=desk)
    assert refused.returncode == 6


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    {
        "an empty register": ([], 5, "habeas add"),
        "no such file": (["--in", "gone.csv"], 3, "there is no such file"),
        "nobody named": (["--in", "empty.csv"], 5, "there is nobody to write"),
        "no such format": (["--format", "xml"], 2, "xml"),
    }.values(),
)
def test_each_way_to_end(desk: Path, arguments: list[str], code: int, words: str) -> None:
    (desk / "empty.csv").write_text("name,status\nname withheld,held\n", encoding="utf-8")
    done = habeas("export", *arguments, folder=desk, environment={"HABEAS_HOME": str(desk / "no")})
    assert done.returncode == code
    assert words in done.stderr


@pytest.mark.parametrize("form", ["csv", "xlsx", "parquet", "jsonl", "json-ld", "ftm"])
def test_every_format_is_written_once_and_nothing_else_is_replaced(desk: Path, form: str) -> None:
    to = f"out.{form}.zip"
    arguments = ["export", "--in", "watch.csv", "--format", form, "--to", to]
    dry = habeas(*arguments, "--dry-run", folder=desk)
    assert dry.returncode == 0
    assert "nothing was written" in dry.stderr
    assert not (desk / to).exists()
    for _ in range(2):
        done = habeas(*arguments, folder=desk)
        assert (done.returncode, done.stdout) == (0, "")
        assert done.stderr == f"note: 3 persons, 3 claims and 1 report written as {form} to {to}\n"
    (desk / to).write_text("Dear Ada", encoding="utf-8")
    refused = habeas(*arguments, folder=desk)
    assert refused.returncode == 6
    assert "stands there already" in refused.stderr
    assert (desk / to).read_text(encoding="utf-8") == "Dear Ada"


def test_a_search_is_written_alone_and_repeated_nowhere(desk: Path) -> None:
    arguments = ["export", "--in", "watch.csv", "--format", "jsonl", "--search"]
    done = habeas(*arguments, "Квист", folder=desk)
    assert done.returncode == 0
    assert "Bela Quist" in done.stdout
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["person"]["name"] for line in told if "person" in line] == ["Bela Quist"]
    assert told[0]["part"] is True
    nobody = habeas(*arguments, "Zyx Wvuts", folder=desk)
    assert (nobody.returncode, nobody.stdout) == (5, "")
    assert "Zyx" not in nobody.stderr


def test_what_was_known_at_a_moment(desk: Path) -> None:
    home = {"HABEAS_HOME": str(desk / "home")}
    habeas("add", "watch.csv", folder=desk, environment=home)
    moment = datetime.now(UTC).isoformat()
    (desk / "more.csv").write_text("name,status\nDee Roe,held\n", encoding="utf-8")
    habeas("add", "more.csv", folder=desk, environment=home)
    then = habeas("export", "--known-at", moment, folder=desk, environment=home)
    now = habeas("export", folder=desk, environment=home)
    assert set(persons(now.stdout)) - set(persons(then.stdout)) == {"Dee Roe"}
    assert len(persons(then.stdout)) == 3
    late = habeas("export", "--known-at", "2999-01-01", folder=desk, environment=home)
    assert late.returncode == 0
    early = habeas("export", "--known-at", "2001-01-01", folder=desk, environment=home)
    assert early.returncode == 5


@pytest.mark.parametrize(
    ("arguments", "words"),
    {
        "no place for several files": (["--format", "csv"], "--to PATH"),
        "two sources": (["e.sqlite", "--in", "watch.csv"], "not both"),
        "an edition has a day": (["e.sqlite", "--as-of", "2031-01-01"], "its own day"),
        "reports have no moment": (["--in", "watch.csv", "--known-at", "2031-01-01"], "register"),
    }.values(),
)
def test_wrong_use_is_told(desk: Path, arguments: list[str], words: str) -> None:
    done = habeas("export", *arguments, folder=desk)
    assert done.returncode == 2
    assert words in done.stderr
