"""`habeas import`: lists come in, edition after edition. Everyone here is invented."""

from __future__ import annotations

import csv
import os
import subprocess
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from cli.running import habeas
from habeas.cli.exits import Exit

LIST = "Who,What,Born,When\nAda Example,held,1980,2024-05\nLeo Example,on the moon,1981,2024\n"
TOLD = ("--map", "Who=name", "--map", "What=status", "--map", "When=date")


class Desk:
    """A folder with a register of its own, in which commands are run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = {"HABEAS_HOME": str(folder / "home")}

    def write(self, text: str, name: str = "watch.csv") -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return habeas(*arguments, folder=self.folder, environment=self.home)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return a desk with a list in it."""
    made = Desk(tmp_path)
    made.write(LIST)
    return made


def test_an_edition_is_shown_taken_and_known_again(desk: Desk) -> None:
    looked = desk.run("import", "watch.csv", *TOLD, "--dry-run")
    assert looked.returncode == Exit.PARTIAL
    assert "What = status" in looked.stdout
    assert "Ada Example · Leo Example" in looked.stdout
    assert "nothing was written; it would be: watch, the first edition: 1 added, 1 refused" in (
        looked.stderr
    )
    assert not (desk.folder / "home").exists()
    taken = desk.run("import", "watch.csv", *TOLD, "--report", "rows.csv")
    assert taken.returncode == Exit.PARTIAL
    assert "row 3, column 'What'" in taken.stderr
    assert "write released, pardoned" in taken.stderr
    rows = list(csv.DictReader((desk.folder / "rows.csv").read_text("utf-8-sig").splitlines()))
    assert [(row["row"], row["outcome"]) for row in rows] == [("2", "added"), ("3", "refused")]
    assert "Example" not in repr(rows)
    desk.write(LIST.replace("on the moon", "released").replace("2024-05", "2024-06"), "watch-2.csv")
    again = desk.run("import", "watch-2.csv")
    assert again.returncode == Exit.OK, "what columns hold is remembered"
    assert "after the edition before: 1 added, 1 changed" in again.stderr
    once_more = desk.run("import", "watch-2.csv")
    assert "2 unchanged" in once_more.stderr
    assert "Unbroken" in desk.run("audit", "verify").stdout


def test_a_mapping_can_come_from_a_file(desk: Desk) -> None:
    desk.write(
        'source = "Example Monitor"\nstatus = "held"\n'
        '[columns]\n"Who" = "name"\n"What" = "-"\n"When" = "date"\n',
        "map.toml",
    )
    done = desk.run("import", "watch.csv", "--mapping", "map.toml")
    assert done.returncode == Exit.OK
    assert "Example Monitor, the first edition: 2 added" in done.stderr


def test_a_workbook_comes_in_and_its_rows_are_those_of_the_sheet(desk: Desk) -> None:
    with Workbook(desk.folder / "watch.xlsx") as book:
        sheet = book.add_worksheet("People")
        for number, row in enumerate(LIST.splitlines()):
            sheet.write_row(number, 0, row.split(","))
    done = desk.run("import", "watch.xlsx", *TOLD)
    assert done.returncode == Exit.PARTIAL
    assert "sheet 'People', row 3" in done.stderr
    assert "1 added" in done.stderr


WRONG = {
    "no such column": (("--map", "Wer=name"), Exit.USAGE, "the list has no column 'Wer'"),
    "no such field": (("--map", "Who=person"), Exit.USAGE, "nothing that a column can hold"),
    "nobody named": (("--map", "Who=-"), Exit.USAGE, "no column holds names"),
    "no pair": (("--map", "Who"), Exit.USAGE, "does not say what a column holds"),
    "no status": ((*TOLD, "--status", "somehow"), Exit.USAGE, "a status that is not known"),
    "no day": ((*TOLD, "--published", "soon"), Exit.USAGE, "is not one date"),
}


@pytest.mark.parametrize(("arguments", "code", "told"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said(
    desk: Desk, arguments: tuple[str, ...], code: Exit, told: str
) -> None:
    done = desk.run("import", "watch.csv", "--dry-run", *arguments)
    assert done.returncode == code
    assert told in done.stderr
    assert not (desk.folder / "home" / "originals").exists()


HOSTILE = {
    "a formula": '=HYPERLINK("http://evil.example"),held,,\n',
    "a name without end": f"{'A' * 100_000} Example,held,,\n",
    "a cell without end": f"Nil Example,held,,{'9' * 1_000_000}\n",
    "cells without end": "Nil Example,held,," + "x," * 5_000 + "\n",
    "an id of another row": "Ada Example,held,1980,2024-05\nAda Example,released,1980,2025\n",
}


@pytest.mark.parametrize("row", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_row_is_refused_and_costs_no_other(desk: Desk, row: str) -> None:
    desk.write(f"Who,What,Born,When\n{row}Zoe Example,held,1999,2024-05\n")
    done = desk.run("import", "watch.csv", *TOLD, "--report", "rows.csv")
    assert done.returncode == Exit.PARTIAL
    rows = list(csv.DictReader((desk.folder / "rows.csv").read_text("utf-8-sig").splitlines()))
    assert {row["outcome"] for row in rows[:-1]} == {"refused"}
    assert rows[-1]["outcome"] == "added"
    assert "HYPERLINK" not in done.stderr


def test_signs_that_cannot_be_seen_make_no_other_person_and_steer_no_terminal(desk: Desk) -> None:
    desk.write("Who,What,Born,When\nAda\u202e Exa\u200bmple,held,1980,2024-05\n")
    done = desk.run("import", "watch.csv", *TOLD)
    assert "\u202e" not in done.stdout + done.stderr
    desk.write("Who,What,Born,When\nAda Example,held,1980,2024-06\n", "watch-2.csv")
    assert "1 changed" in desk.run("import", "watch-2.csv").stderr


def test_two_gigabytes_end_at_what_may_be_read(desk: Desk) -> None:
    with (desk.folder / "huge.csv").open("wb") as file:
        file.write(LIST.encode())
        os.ftruncate(file.fileno(), 2_000_000_000)
    done = desk.run("import", "huge.csv", *TOLD)
    assert done.returncode == Exit.UNREADABLE
    assert "more than the 50 MB" in done.stderr


def test_a_list_that_was_exported_comes_in_again_the_same(desk: Desk) -> None:
    desk.write(
        "id,name,citizenship,status,date,charges\n"
        "1,Ada Example,LT,held,2024,article 12\n2,Leo Example,BY,released,2025-06,article 7\n"
    )
    assert desk.run("import", "watch.csv", "--source", "Watch").returncode == Exit.OK
    told = []
    for home in ("home", "again"):
        out = desk.folder / f"out-{home}"
        desk.home["HABEAS_HOME"] = str(desk.folder / home)
        if home == "again":
            done = desk.run("import", "out-home/people.csv", "--source", "Watch")
            assert "2 added" in done.stderr
        assert desk.run("export", "--format", "csv", "--to", out.name).returncode == Exit.OK
        told.append((out / "people.csv").read_text("utf-8-sig"))
    assert told[0] == told[1]
    assert ",2024," in told[0], "a year stays a year"
