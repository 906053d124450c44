"""`habeas account --claims`: claims from anyone. Everyone in them is invented."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from cli.running import habeas
from habeas.claims.format import claims_document
from habeas.cli.claims_inputs import read_with_claims
from habeas.cli.exits import Exit, Stop
from stories import tell

TODAY = date(2025, 12, 20)
ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "docs/reference/habeas-account-1.schema.json").read_text("utf-8"))

STORY = tell("""report Daily Example, 2025-12-13
    Ministry: pardon 24 prisoners, announced, by Belarus
    release 18 people, by Belarus, to Lithuania
    Embassy: release 6 people, by Belarus, to Poland
    report Other Example, 2025-12-14
    Monitor: release 24 people, by Belarus""")


def document(*claims: Any, **more: Any) -> dict[str, Any]:
    return {"format": "habeas-claims/1", "claims": list(claims), **more}


def claim(number: int, speaker: str, **more: Any) -> dict[str, Any]:
    return {
        "act": "release",
        "stance": "reported",
        "by": "Belarus",
        "when": "2025-12-13",
        "count": {"low": number, "high": number, "words": str(number)},
        "group": "people",
        "speakers": [speaker],
        "passage": f"{number} people were released, {speaker} said",
        **more,
    }


@pytest.fixture
def told(tmp_path: Path) -> Path:
    whole = claims_document(STORY.reports, STORY.claims)
    (tmp_path / "claims.json").write_text(json.dumps(whole), encoding="utf-8")
    return tmp_path


def test_claims_alone_make_an_account(told: Path) -> None:
    done = habeas("account", "--claims", "claims.json", folder=told)
    assert (done.returncode, done.stderr) == (0, "")
    assert "24 prisoners" in done.stdout
    assert "Daily Example" in done.stdout


def test_the_json_of_claims_follows_the_schema(told: Path) -> None:
    done = habeas("account", "--claims", "claims.json", "--format", "json", folder=told)
    account = json.loads(done.stdout)
    jsonschema.Draft202012Validator(SCHEMA).validate(account)
    figures = {figure["claim"] for figure in account["events"][0]["figures"]}
    assert figures == {one.id for one in STORY.claims}


def test_claims_come_from_standard_input(told: Path) -> None:
    data = (told / "claims.json").read_bytes()
    done = habeas("account", "--claims", "-", "--format", "json", data=data)
    assert len(json.loads(done.stdout)["events"]) == 1


def test_standard_input_is_read_once() -> None:
    with pytest.raises(Stop) as error:
        read_with_claims(["-"], ["-"], today=TODAY)
    assert error.value.exit_code is Exit.USAGE


def test_nothing_to_read_is_wrong_use() -> None:
    done = habeas("account")
    assert done.returncode == 2
    assert "--claims" in done.stderr


def test_the_least_claims_make_an_account(tmp_path: Path) -> None:
    data = json.dumps(document(claim(24, "Ministry"), claim(25, "Embassy")))
    (tmp_path / "mine.json").write_text(data, encoding="utf-8")
    done = habeas("account", "--claims", "mine.json", "--format", "json", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    (event,) = json.loads(done.stdout)["events"]
    assert sorted(figure["low"] for figure in event["figures"]) == [24, 25]
    assert [figure["passage"]["exact"] for figure in event["figures"]] == [
        "24 people were released, Ministry said",
        "25 people were released, Embassy said",
    ]


def test_a_bad_claim_is_told_and_the_others_count(tmp_path: Path) -> None:
    data = json.dumps(document(claim(24, "Ministry"), claim(25, "Embassy", act="freed")))
    (tmp_path / "mine.json").write_text(data, encoding="utf-8")
    done = habeas("account", "--claims", "mine.json", folder=tmp_path)
    assert done.returncode == 4
    assert "24 people" in done.stdout
    assert "skipped: claims[1].act is not a known act\n  where: mine.json" in done.stderr
    assert "remedy: write one of arrest," in done.stderr


BROKEN = {
    "not there": (None, "there is no such file"),
    "no JSON": (b"{", "the file is not JSON"),
    "not even text": (b"\xff\xfe\x00", "the file is not JSON"),
    "another document": (b'{"format": "x", "claims": []}', "not of the format habeas-claims/1"),
    "a broken line": (b'{"claims": []}\n{"cl', "the file is not JSON at line 2"),
    "too deep": (b"[" * 100_000, "the file is not JSON"),
}


@pytest.mark.parametrize(("data", "what"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_told(tmp_path: Path, data: bytes | None, what: str) -> None:
    path = tmp_path / "mine.json"
    if data is not None:
        path.write_bytes(data)
    found = read_with_claims([], [str(path)], today=TODAY)
    (problem,) = found.problems
    assert what in problem.what
    assert problem.where == str(path)
    assert found.exit_code is Exit.UNREADABLE
    assert found.faults == 0


def test_a_file_may_hold_a_document_a_line(tmp_path: Path) -> None:
    lines = [document(claim(9, "A"), reports=[{"id": "r1"}])]
    lines.append(document(claim(8, "B"), reports=[{"id": "r2"}]))
    path = tmp_path / "claims.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    found = read_with_claims([], [str(path)], today=TODAY)
    assert [report.id for report in found.reports] == ["r1", "r2"]


def test_a_file_that_says_it_is_claims_is_taken_as_such(told: Path) -> None:
    named = read_with_claims([str(told / "claims.json")], [], today=TODAY)
    assert named == read_with_claims([], [str(told / "claims.json")], today=TODAY)
    assert len(named.claims) == len(STORY.claims)


def test_what_was_read_and_what_is_given_are_one_report(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Belarus freed 24 prisoners on Saturday.", encoding="utf-8")
    note = str(tmp_path / "note.txt")
    read = read_with_claims([note], [], today=TODAY)
    whole = json.loads(json.dumps(claims_document(read.reports, read.claims)))
    path = tmp_path / "claims.json"
    path.write_text(json.dumps(whole), encoding="utf-8")
    both = read_with_claims([note], [str(path)], today=TODAY)
    assert (both.reports, both.claims, both.notes) == (read.reports, read.claims, ())
    whole["claims"][0]["count"]["low"] = whole["claims"][0]["count"]["high"] = 25
    path.write_text(json.dumps(whole), encoding="utf-8")
    corrected = read_with_claims([note], [str(path)], today=TODAY)
    assert [c.count.low for c in corrected.claims if c.count] == [25]
    assert corrected.notes == (f"{path}: 1 claim taken as given there, not as read before",)


def test_two_files_may_use_the_same_ids_for_different_things(tmp_path: Path) -> None:
    for name, number in (("ours", 9), ("theirs", 8)):
        report = {"id": "r1", "publisher": name}
        told = document(claim(number, name, id="c1"), reports=[report])
        (tmp_path / f"{name}.json").write_text(json.dumps(told), encoding="utf-8")
    files = [str(tmp_path / "ours.json"), str(tmp_path / "theirs.json")]
    found = read_with_claims([], files, today=TODAY)
    assert [(one.id, one.report) for one in found.claims] == [
        ("c1", "r1"),
        ("theirs/c1", "theirs/r1"),
    ]
    assert [one.publisher for one in found.reports] == ["ours", "theirs"]


def test_the_figures_are_a_table_for_a_spreadsheet(told: Path) -> None:
    done = habeas("account", "--claims", "claims.json", "--format", "csv", folder=told)
    rows = list(csv.DictReader(io.StringIO(done.stdout.removeprefix("\ufeff"))))
    assert [row["figure"] for row in rows[:2]] == ["24 prisoners", "18 people"]
    assert {row["speaker"] for row in rows} == {"Ministry", "Embassy", "Monitor", ""}
    assert rows[0]["words"].startswith("pardon 24 prisoners")


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    data = json.dumps(document(claim(9, "=HYPERLINK(1)", group="@people")))
    (tmp_path / "mine.json").write_text(data, encoding="utf-8")
    done = habeas("account", "--claims", "mine.json", "--format", "csv", folder=tmp_path)
    (row,) = csv.DictReader(io.StringIO(done.stdout.removeprefix("\ufeff")))
    assert row["speaker"] == "'=HYPERLINK(1)"


def test_an_account_is_of_what_was_known_on_a_day(told: Path) -> None:
    known = habeas("account", "--claims", "claims.json", "--known-at", "2025-12-13", folder=told)
    assert "Other Example" not in known.stdout
    assert "Daily Example" in known.stdout


def test_an_account_is_of_what_happened_by_a_day(tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_text(json.dumps(document(claim(9, "A"))), encoding="utf-8")
    for day, code in (("2025-12-12", 5), ("2025-12-13", 0)):
        done = habeas("account", "--claims", "mine.json", "--as-of", day, folder=tmp_path)
        assert done.returncode == code
        assert ("nothing happened" in done.stderr) == (code == 5)
