"""The table of people goes out as a list and comes in again as one. Everyone is made up."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from cli.running import habeas

LIST = """# publisher: Harbour Watch
name,status,date,citizenship,role,charges
Ada Marr,released,2021-05-07,LT,printer,assembly
Бела Квист,held,2021,PL;LT,nurse,
Cy Roe,arrested,2019-11,,,slander; assembly
"Dee, ""Dot"" Roe",sentenced,2020,,,
=Eve Fox,pardoned,2021-05,,,
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "watch.csv").write_text(LIST, encoding="utf-8")
    return tmp_path


def claims_of(folder: Path, *inputs: str) -> list[dict[str, Any]]:
    done = habeas("read", *inputs, "--format", "json", folder=folder)
    assert done.returncode == 0, done.stderr
    claims: list[dict[str, Any]] = json.loads(done.stdout)["claims"]
    return claims


def told(claim: dict[str, Any]) -> tuple[Any, ...]:
    """What a row of a list comes to."""
    (name,) = claim["names"]
    when = claim["when"]["edtf"] if claim["when"] else None
    return name["name"], name["roles"], claim["nationalities"], claim["charges"], when


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_goes_out_as_a_list_comes_in_the_same(desk: Path, form: str) -> None:
    to = desk / f"out.{form}.zip"
    done = habeas("export", "--in", "watch.csv", "--format", form, "--to", to, folder=desk)
    assert done.returncode == 0
    if form == "csv":
        with zipfile.ZipFile(to) as archive:
            (desk / "people.csv").write_bytes(archive.read("people.csv"))
    else:
        people_of(to, desk / "people.csv")
    before = sorted(map(told, claims_of(desk, "watch.csv")), key=str)
    after = sorted(map(told, claims_of(desk, "people.csv")), key=str)
    assert [row[4] for row in before] == [row[4] for row in after]
    assert {row[4] for row in after} >= {"2021", "2019-11", "2020"}
    assert [(row[0].lstrip("'"), sorted(row[2])) for row in after] == [
        (row[0], sorted(row[2])) for row in before
    ]


def people_of(workbook: Path, path: Path) -> None:
    """The sheet of people alone, as somebody saves it."""
    import python_calamine

    rows = python_calamine.load_workbook(io.BytesIO(workbook.read_bytes()))
    page = io.StringIO(newline="")
    csv.writer(page).writerows(rows.get_sheet_by_name("people").to_python())
    path.write_text(page.getvalue(), encoding="utf-8", newline="")


def test_both_lists_are_of_the_same_people(desk: Path) -> None:
    habeas("export", "--in", "watch.csv", "--format", "csv", "--to", "out", folder=desk)
    compared = habeas("match", "watch.csv", "out/people.csv", "--format", "csv", folder=desk)
    assert compared.returncode == 0, compared.stderr
    assert "only in" not in compared.stdout


def test_the_register_takes_it_as_a_list_and_twice_changes_nothing(desk: Path) -> None:
    home = {"HABEAS_HOME": str(desk / "home")}
    habeas("export", "--in", "watch.csv", "--format", "csv", "--to", "out", folder=desk)
    first = habeas("import", "out/people.csv", folder=desk, environment=home)
    assert first.returncode == 0, first.stderr
    assert "5 added" in first.stderr
    again = habeas("import", "out/people.csv", folder=desk, environment=home)
    assert again.returncode == 0
    assert "added" not in again.stderr
