"""`habeas deal`: promises beside releases. What its lists hold is invented."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from cli.running import habeas
from habeas.cli.exits import Exit

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "docs/reference/habeas-deal-1.schema.json").read_text("utf-8"))
CLAIMS = json.loads((ROOT / "docs/reference/habeas-claims-1.schema.json").read_text("utf-8"))
SEPTEMBER = str(ROOT / "examples/belarus-2025-09")

INVENTED = """---
title: An airline for prisoners
publisher: Example Daily
published: 2031-05-08
---
Norway will lift sanctions on Ruritanian Airways within 20 days in return for the release of 31
prisoners, the foreign minister said. Ruritania has freed 31 prisoners.
"""


@pytest.fixture
def invented(tmp_path: Path) -> Path:
    (tmp_path / "daily.txt").write_text(INVENTED, encoding="utf-8")
    return tmp_path


def test_both_sides_stand_on_one_time_line() -> None:
    done = habeas("deal", SEPTEMBER, "--on", "2025-12-31", folder=ROOT)
    assert (done.returncode, done.stderr) == (0, "")
    for told in (
        "a deal, says several newspapers · none, says an unnamed source · 1 promised",
        "Who says so",
        "2025-09-11 freed",
        "2025-09-11 promised",
        "2025-09-12 said to be traded",
        "2025-09-13 denied to be traded",
    ):
        assert told in done.stdout


@pytest.mark.parametrize("folder", ["belarus-2025-12", "belarus-2025-09", "cuba-2025"])
def test_the_json_follows_the_schema_and_opens_words(folder: str) -> None:
    done = habeas(
        "deal", str(ROOT / "examples" / folder), "--format", "json", "--on", "2026-01-01",
        folder=ROOT,
    )  # fmt: skip
    document = json.loads(done.stdout)
    jsonschema.Draft202012Validator(SCHEMA).validate(document)
    quoted = {key: document[key] for key in ("reports", "claims")}
    jsonschema.Draft202012Validator(CLAIMS).validate({"format": "habeas-claims/1", **quoted})
    claims = {claim["id"] for claim in document["claims"]}
    for pledge in document["pledges"]:
        assert set(pledge["claims"]) <= claims
        assert pledge["claims"] or pledge["state"] == "unknown"
        assert {step["claim"] for step in pledge["steps"]} <= claims
    for deal in document["deals"]:
        assert all(line["words"] and line["account"] for line in deal["timeline"])


def test_a_link_can_be_rejected() -> None:
    before = document_of("--on", "2025-12-31")
    (link,) = [one for one in before["links"] if "Belarus: 52 people" in one["reason"]]
    after = document_of("--on", "2025-12-31", "--reject", link["id"])
    assert link["id"] not in {one["id"] for one in after["links"]}
    assert after["deals"][0]["ties"] == before["deals"][0]["ties"]


def test_a_link_that_is_not_there_cannot_be_rejected() -> None:
    done = habeas("deal", SEPTEMBER, "--reject", "k000000000000", folder=ROOT)
    assert done.returncode == Exit.USAGE
    assert "there is no such link" in done.stderr


def document_of(*options: str) -> dict[str, Any]:
    done = habeas("deal", SEPTEMBER, "--format", "json", *options, folder=ROOT)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_what_was_known_by_a_day() -> None:
    done = habeas("deal", SEPTEMBER, "--known-at", "2025-09-11", folder=ROOT)
    assert "Promises that nobody ties to a release" in done.stdout
    assert "says" not in done.stdout


def test_a_release_without_a_promise_is_nothing_to_show() -> None:
    done = habeas("deal", str(ROOT / "examples/belarus-2025-06"), folder=ROOT)
    assert (done.returncode, done.stdout) == (Exit.NOTHING, "")
    assert "nothing is promised, and nobody speaks of a deal" in done.stderr


def test_a_promise_is_overdue_when_its_day_has_passed(invented: Path) -> None:
    before = habeas("deal", "daily.txt", "--on", "2031-05-28", folder=invented)
    after = habeas("deal", "daily.txt", "--on", "2031-05-29", folder=invented)
    assert "overdue" not in before.stdout
    assert "1 promised · 1 overdue" in after.stdout
    assert "due 28 May 2031: “within 20 days”" in after.stdout


def test_the_table_has_a_line_for_each_line(invented: Path) -> None:
    done = habeas("deal", "daily.txt", "--format", "csv", "--on", "2031-06-30", folder=invented)
    rows = list(csv.DictReader(io.StringIO(done.stdout.lstrip("\ufeff"))))
    assert [(row["side"], row["what"], row["from"]) for row in rows] == [
        ("released", "reported", "2031-05-05"),
        ("promised", "promised", "2031-05-08"),
        ("tied", "asserted", "2031-05-08"),
        ("due", "overdue", "2031-05-28"),
    ]
    assert {row["overdue"] for row in rows if row["side"] in ("promised", "due")} == {"yes"}
    assert all(row["words"] and row["account"] for row in rows)


def test_the_calendar_has_what_is_due(invented: Path) -> None:
    done = habeas("deal", "daily.txt", "--format", "ics", "--on", "2031-05-20", folder=invented)
    assert "DTSTART;VALUE=DATE:20310528" in done.stdout
    assert "SUMMARY:Due: sanctions on Ruritanian Airways (promised)" in done.stdout


def test_lists_show_what_became_of_whom_a_promise_may_mean(invented: Path) -> None:
    lists = [ROOT / f"examples/sanctions/sdn-2031-0{month}-07.xml" for month in (5, 6)]
    options = [word for path in lists for word in ("--list", str(path))]
    done = habeas("deal", "daily.txt", "--on", "2031-06-30", *options, folder=invented)
    shown = " ".join(done.stdout.split())
    assert "“Ruritanian Airways” may be RURITANIAN AIRWAYS (id 91003)." in shown
    assert "2031-05-07 to 2031-06-07: delisted" in shown
    assert "nobody has decided it" in shown
    assert "2031-06-07 delisted (OFAC SDN), if it is meant: RURITANIAN AIRWAYS" in shown
    document = json.loads(
        habeas(
            "deal", "daily.txt", "--format", "json", *options, "--on", "2031-06-30",
            folder=invented,
        ).stdout
    )  # fmt: skip
    jsonschema.Draft202012Validator(SCHEMA).validate(document)
    (listed,) = document["lists"]
    assert [change["kind"] for change in listed["changes"]] == ["delisted"]
    rejected = habeas("deal", "daily.txt", *options, "--reject", listed["id"], folder=invented)
    assert "RURITANIAN AIRWAYS" not in rejected.stdout


def test_followthemoney_names_the_target(invented: Path) -> None:
    done = habeas("deal", "daily.txt", "--format", "ftm", "--on", "2031-06-30", folder=invented)
    target, sanction = [json.loads(line) for line in done.stdout.splitlines()]
    assert target["properties"]["name"] == ["Ruritanian Airways"]
    assert sanction["schema"] == "Sanction"
    assert sanction["properties"]["entity"] == [target["id"]]
    assert sanction["properties"]["status"] == ["promised, overdue"]


def test_markdown_quotes_the_words(invented: Path) -> None:
    done = habeas("deal", "daily.txt", "--format", "markdown", folder=invented)
    assert "## Who says so" in done.stdout
    assert "in return for the release of 31" in done.stdout


def test_without_reports_it_says_what_to_give() -> None:
    done = habeas("deal", folder=ROOT)
    assert done.returncode == Exit.USAGE
