"""`habeas sanctions` as a user runs it. Nobody and nothing on the lists exists."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

from cli.running import habeas
from house.checkout import ROOT

LISTS = ROOT / "tests" / "pledges" / "lists"
SCHEMA = json.loads((ROOT / "docs/reference/habeas-sanctions-1.schema.json").read_text("utf-8"))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with two editions of a list: one entry gone, one new, one changed."""
    old = (LISTS / "sdn.xml").read_bytes().replace(b"in his youth", b"1951")
    new = (
        old.replace(b"<uid>91003<", b"<uid>91009<")
        .replace(b"SEA LANTERN", b"=SEA\xe2\x80\xaeLANTERN")
        .replace(b"General License 7", b"General License 8")
        .replace(b"05/07/2031", b"06/07/2031")
    )
    (tmp_path / "may.xml").write_bytes(old)
    (tmp_path / "june.xml").write_bytes(new)
    return tmp_path


def run(desk: Path, *arguments: str, code: int = 0) -> tuple[str, str]:
    done = habeas(
        "sanctions", *arguments, folder=desk, environment={"HABEAS_HOME": str(desk / "home")}
    )
    assert done.returncode == code, done.stderr
    return done.stdout, done.stderr


def test_editions_are_kept_listed_and_compared(desk: Path) -> None:
    assert "no list of sanctions is kept yet" in run(desk, "list", code=5)[1]
    run(desk, "add", "may.xml", "--date", "2031-05-08", "--dry-run")
    assert not (desk / "home").exists()
    told, _ = run(desk, "add", "may.xml", "--date", "2031-05-08")
    assert told == "added  OFAC SDN, 2031-05-08: 4 entries  (OFAC XML)\n"
    told, _ = run(desk, "add", "may.xml", "--date", "2031-05-08")
    assert told.startswith("already there  ")
    assert "no two editions" not in run(desk, "diff", code=5)[0]
    assert run(desk, "add", "june.xml")[0].startswith("added  OFAC SDN, 2031-06-07: ")
    assert [line[:10] for line in run(desk, "list")[0].splitlines()] == ["2031-05-08", "2031-06-07"]
    shown, _ = run(desk, "diff")
    assert "1 listed · 1 changed · 1 delisted" in shown
    assert "general licence: “General License 8" in shown
    assert "no longer a general licence: “General License 7" in shown
    assert "\u202e" not in shown
    days = ("--from", "2031-05-20", "--to", "2031-06-20", "--list", "OFAC SDN")
    assert run(desk, "diff", *days)[0] == shown
    assert run(desk, "diff", "--to", "2031-05-20", code=5)[0] == ""


def test_files_are_compared_without_a_register(desk: Path) -> None:
    shown, _ = run(desk, "diff", "may.xml", "june.xml")
    assert "OFAC SDN, 2031-05-07 to 2031-06-07" in shown
    assert "0 listed · 0 changed · 0 delisted" in run(desk, "diff", "may.xml", "may.xml", code=5)[0]
    assert not (desk / "home").exists()


def test_the_document_follows_its_schema(desk: Path) -> None:
    shown, _ = run(desk, "diff", "may.xml", "june.xml", "--format", "json")
    document = json.loads(shown)
    jsonschema.validate(document, SCHEMA, format_checker=jsonschema.FormatChecker())
    (difference,) = document["differences"]
    assert difference["counts"] == {"listed": 1, "changed": 1, "delisted": 1}
    assert [change["id"] for change in difference["changes"]] == ["91009", "91001", "91003"]
    assert difference["changes"][1]["licences"][0].startswith("General License 8")
    assert "\u202e" not in shown


def test_no_cell_of_the_table_is_a_formula(desk: Path) -> None:
    shown, _ = run(desk, "diff", "may.xml", "june.xml", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(shown.removeprefix("\ufeff"))))
    assert [row["change"] for row in rows] == ["listed", "changed", "changed", "delisted"]
    assert rows[0]["name"].startswith("'=SEA")
    assert [row["field"] for row in rows[1:3]] == ["notes", "licence"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><sdnList/>", "XML that declares a document type"),
        (b"name,born\nAda,1970\n", "a file of another kind"),
        ((LISTS / "eu.xml").read_bytes()[:2000], "XML that is damaged or cut off"),
        (b"", "an empty file"),
    ],
)
def test_what_is_no_list_changes_nothing(desk: Path, data: bytes, told: str) -> None:
    (desk / "bad").write_bytes(data)
    _, said = run(desk, "add", "bad", "--date", "2031-05-08", code=3)
    assert f"habeas: {told}" in said
    assert "remedy: " in said
    assert not (desk / "home").exists()


def test_a_file_of_a_gigabyte_is_refused_unread(desk: Path) -> None:
    with (desk / "big").open("wb") as file:
        file.truncate(1_000_000_000)
    assert "1,000 MB, more than the 300 MB" in run(desk, "add", "big", code=3)[1]


def test_a_list_without_a_day_needs_one(desk: Path) -> None:
    entities = str(LISTS / "entities.ftm.json")
    assert "does not say of which day" in run(desk, "add", entities, code=2)[1]
    run(desk, "add", entities, "--date", "2031-05-08")


def test_what_cannot_be_used_is_told_and_the_list_kept(desk: Path) -> None:
    _, said = run(desk, "add", str(LISTS / "sdn.xml"), code=4)
    assert "where: sdn.xml, sdnEntry[uid='91002']" in said
    assert "4 entries" in run(desk, "list")[0]


def test_a_list_that_lost_most_of_its_entries_is_doubted(desk: Path) -> None:
    text = (LISTS / "uk.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (desk / "old.csv").write_text("".join(text), encoding="utf-8")
    (desk / "new.csv").write_text("".join(text[:3]), encoding="utf-8")
    assert "make sure that the later file is whole" in run(desk, "diff", "old.csv", "new.csv")[1]
