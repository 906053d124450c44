"""`habeas who` as a user runs it. Everyone in the files is made up."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from cli.running import habeas

LIST = """# publisher: Harbour Watch
# published: 2025-05-08
name,status,date,role,said by
Ada Marr,arrested,2024-01-02,printer,
Ada Marr,released,2025-05-07,printer,Ministry of Justice
Ада Марр,held,2024-06,,
Bela Quist,held,2025-05-07,nurse,
"=HYPERLINK(""x"") Vell",held,2025-05-07,,
"""
SCHEMA = Path(__file__).parents[2] / "docs/reference/habeas-who-1.schema.json"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder as a user has one."""
    (tmp_path / "watch.csv").write_text(LIST, encoding="utf-8")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    return tmp_path


@pytest.fixture
def home(desk: Path) -> dict[str, str]:
    """The environment of a register that holds the list."""
    environment = {"HABEAS_HOME": str(desk / "home")}
    assert habeas("add", "watch.csv", folder=desk, environment=environment).returncode == 0
    return environment


@pytest.mark.parametrize("columns", ["100", "80", "40"])
def test_who_it_is_and_what_was_said_last(desk: Path, home: dict[str, str], columns: str) -> None:
    done = habeas("who", "Ada", "Marr", folder=desk, environment={**home, "COLUMNS": columns})
    assert (done.returncode, done.stderr) == (0, "")
    assert all(len(line) <= int(columns) for line in done.stdout.splitlines())
    told = " ".join(done.stdout.split())
    assert "nobody has merged them" in told
    assert "Custody free on" in told
    assert told.index("release · 7 May 2025 · Ministry of Justice") < told.index("arrest")
    assert "AdaMarr,released,2025-05-07,printer,MinistryofJustice" in told.replace(" ", "")


def test_custody_is_told_for_a_day(desk: Path, home: dict[str, str]) -> None:
    done = habeas("who", "Ada Marr", "--on", "2024-12-31", folder=desk, environment=home)
    assert "Custody    held on 31 December 2024" in done.stdout


@pytest.mark.parametrize("sought", ["Марр", "marr", "Marr", "Vfhh"])
def test_a_family_name_in_any_script_is_enough(
    desk: Path, home: dict[str, str], sought: str
) -> None:
    done = habeas("who", sought, folder=desk, environment=home)
    assert done.returncode == 0
    assert "Ada Marr" in done.stdout
    assert "Ада Марр" in done.stdout
    assert "A part of the name is" in done.stdout


def test_the_name_may_come_from_standard_input(desk: Path, home: dict[str, str]) -> None:
    done = habeas("who", "-", data=b"Bela Quist\n", folder=desk, environment=home)
    assert done.returncode == 0
    assert "Bela Quist" in done.stdout


def test_nobody_is_said_without_repeating_the_name(desk: Path, home: dict[str, str]) -> None:
    done = habeas("who", "Oyelaran", folder=desk, environment=home)
    assert done.returncode == 5
    assert "nobody has such a name" in done.stderr
    assert "Oyelaran" not in done.stderr + done.stdout


def test_reports_and_editions_are_searched_too(desk: Path, home: dict[str, str]) -> None:
    in_file = habeas("who", "Quist", "--in", "watch.csv", folder=desk)
    assert in_file.returncode == 0
    assert habeas("publish", "e.sqlite", folder=desk, environment=home).returncode == 0
    in_edition = habeas("who", "Quist", "--in", "e.sqlite", folder=desk)
    assert in_edition.stdout == in_file.stdout
    partly = habeas("who", "Quist", "--in", "watch.csv", "--in", "broken.pdf", folder=desk)
    assert partly.returncode == 4


def test_json_is_as_its_schema_says(desk: Path, home: dict[str, str]) -> None:
    done = habeas("who", "Marr", "--format", "json", folder=desk, environment=home)
    document = json.loads(done.stdout)
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(document)
    (first, *_) = document["found"]
    assert first["matched"] == "part"
    assert {"Ada Marr", "Ада Марр"} == {one["name"] for one in document["found"]}


def test_spellings_are_shown_with_their_days_and_odd_letters(desk: Path) -> None:
    # The second has a Latin i among Cyrillic letters; capitals make no other person.
    rows = "# published: 2025-06-02\nname,status,date\nДанiла Марр,held,2025-06-01\n"
    (desk / "later.csv").write_text(rows, encoding="utf-8")
    upper = "# published: 2025-05-08\nname,status,date\nДАНIЛА МАРР,held,2025-05-07\n"
    (desk / "upper.csv").write_text(upper, encoding="utf-8")
    arguments = ["who", "Марр", "--in", "later.csv", "--in", "upper.csv"]
    done = habeas(*arguments, folder=desk, environment={"COLUMNS": "100"})
    assert "Letters    Latin “I” in “ДАНIЛА”" in done.stdout
    assert "Данiла Марр  2 June 2025" in done.stdout
    told = json.loads(habeas(*arguments, "--format", "json", folder=desk).stdout)
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(told)
    (found,) = told["found"]
    assert [(s["name"], s["script"], s["first_seen"]) for s in found["statements"]] == [
        ("ДАНIЛА МАРР", "Cyrl", "2025-05-08"),
        ("Данiла Марр", "Cyrl", "2025-06-02"),
    ]
    assert found["statements"][0]["remarks"] == [
        {"kind": "look-alike", "position": 3, "what": "Latin “I” in “ДАНIЛА”"}
    ]


def test_who_is_protected_is_never_shown(desk: Path, home: dict[str, str]) -> None:
    (desk / "names.txt").write_text("Ada Marr\n", encoding="utf-8")
    arguments = ["publish", "e.sqlite", "--withhold", "names.txt"]
    assert habeas(*arguments, folder=desk, environment=home).returncode == 0
    for sought in ("Ada Marr", "Марр", "Quist"):
        for place in ([], ["--in", "e.sqlite"]):
            for form in ("text", "json"):
                asked = ["who", sought, *place, "--format", form, "--all"]
                done = habeas(*asked, folder=desk, environment=home)
                assert "Marr" not in done.stdout + done.stderr
                assert "Марр" not in done.stdout + done.stderr
                # Told whatever was sought, so that it says nothing of who they are.
                assert "2 persons are protected here" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    {
        "no name": ([], 2, "Missing argument"),
        "nothing but signs": (["--in", "watch.csv", "?!"], 2, "Give a name"),
        "an empty register": (["Marr"], 5, "habeas add"),
        "no such file": (["Marr", "--in", "gone.csv"], 3, "there is no such file"),
        "a broken file": (["Marr", "--in", "broken.pdf"], 3, "broken"),
    }.values(),
)
def test_each_way_to_end(desk: Path, arguments: list[str], code: int, words: str) -> None:
    done = habeas("who", *arguments, folder=desk, environment={"HABEAS_HOME": str(desk / "none")})
    assert done.returncode == code
    assert words in done.stderr
    assert "Marr" not in done.stderr
