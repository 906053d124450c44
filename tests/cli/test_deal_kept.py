"""Promises of the register on the command line, and what is decided about them.

What the report and the lists hold is invented.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from cli.running import habeas
from cli.test_deal import INVENTED, ROOT, SCHEMA
from habeas.cli.exits import Exit


@pytest.fixture
def invented(tmp_path: Path) -> Path:
    (tmp_path / "daily.txt").write_text(INVENTED, encoding="utf-8")
    return tmp_path


def test_what_is_decided_in_the_register_counts_until_it_is_undone(invented: Path) -> None:
    def run(*arguments: str) -> str:
        done = habeas(*arguments, folder=invented, environment={"HABEAS_HOME": "home"})
        assert (done.returncode, done.stderr) == (0, done.stderr), done.stderr
        return done.stdout

    def told(*options: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(run("deal", "--format", "json", *options))
        jsonschema.Draft202012Validator(SCHEMA).validate(found)
        return found

    run("add", "daily.txt")
    for month in (5, 6):
        run("sanctions", "add", str(ROOT / f"examples/sanctions/sdn-2031-0{month}-07.xml"))
    before = told()
    (entry,) = before["lists"]
    assert entry["ruling"] is None
    link = before["links"][0]["id"]
    run("decide", entry["id"], "accept", "--reason", "the same airline", "--by", "me")
    run("decide", link, "reject", "--reason", "others were meant", "--by", "me")
    after = told()
    assert after["lists"][0]["ruling"] == "accept"
    assert link not in {each["id"] for each in after["links"]}
    shown = " ".join(run("deal").split())
    assert "“Ruritanian Airways” is RURITANIAN AIRWAYS (id 91003)" in shown
    assert "Decided to be meant by me," in shown
    assert "if it is meant" not in shown
    assert "others were meant" in shown.partition("Decided not to be meant")[2]
    listed = json.loads(run("decisions", "--format", "json"))["decisions"]
    assert [(each["of"], each["id"], each["stands"]) for each in listed] == [
        ("link", link, True),
        ("entry", entry["id"], True),
    ]
    for key in (link, entry["id"]):
        run("decide", key, "undo", "--reason", "looked again", "--by", "you")
    again = told()
    assert (again["links"], again["lists"]) == (before["links"], before["lists"])
    assert "Unbroken" in run("audit", "verify")


@pytest.mark.parametrize(
    ("key", "word", "code"),
    [
        ("k000000000000", "reject", Exit.USAGE),
        ("t000000000000", "undo", Exit.USAGE),
        ("c000000000000", "unsure", Exit.USAGE),
    ],
)
def test_what_is_not_there_cannot_be_decided(
    invented: Path, key: str, word: str, code: Exit
) -> None:
    home = {"HABEAS_HOME": "home"}
    habeas("add", "daily.txt", folder=invented, environment=home)
    done = habeas(
        "decide", key, word, "--reason", "x", "--by", "me", folder=invented, environment=home
    )
    assert done.returncode == code
