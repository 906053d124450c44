"""`habeas evaluate` as a user runs it. Everyone in the files is fictional."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from cli.running import habeas

SCHEMAS = Path(__file__).resolve().parents[2] / "docs/reference"

WIRE = (
    "Port Ellery frees 24\n\n"
    "The ministry of justice said on Wednesday that 24 prisoners had been released. "
    "Ada Marr, a printer, was sentenced to two years in prison.\n"
)
PAGE = "<html><body><article><h1>{}</h1><p>{}</p></article></body></html>".format(
    *WIRE.strip().split("\n\n")
)
FREED = {
    "act": "release",
    "stance": "reported",
    "count": {"low": 24, "high": 24, "words": "24"},
    "speakers": [{"name": "The ministry of justice", "kind": "government", "cue": "said"}],
    "passage": {"exact": "24 prisoners had been released"},
}
ADA = {
    "act": "sentence",
    "stance": "reported",
    "names": ["Ada Marr"],
    "passage": {"exact": "Ada Marr, a printer, was sentenced to two years in prison"},
}
LABELS = json.dumps({"report": "wire.txt", "claims": [FREED, ADA]})
LIST = "# publisher: Harbour Watch\nname,status,date\nBela Quist,released,2031-05-07\n"
BELA = {"act": "release", "stance": "reported", "names": ["Bela Quist"]}
PEOPLE = json.dumps({"claims": [{**BELA, "passage": {"exact": "Bela Quist,released,2031-05-07"}}]})


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder of labelled reports, some of them wrong."""
    files = {
        "good/wire.txt": WIRE,
        "good/wire.claims.json": LABELS,
        "page/wire.html": PAGE,
        "page/wire.claims.json": LABELS,
        "list/people.csv": LIST,
        "list/people.claims.json": PEOPLE,
        "mixed/wire.txt": WIRE,
        "mixed/wire.claims.json": LABELS,
        "mixed/notes.txt": "Nobody labelled this.",
        "bare/notes.txt": "Nobody labelled this.",
        "broken/wire.txt": WIRE,
        "broken/wire.claims.json": '{"claims": [',
        "wrong/wire.txt": WIRE,
        "wrong/wire.claims.json": LABELS.replace("had been released", "were seen off by Zed Zorn"),
        "deep/wire.txt": WIRE,
        "deep/wire.claims.json": "[" * 100_000,
        "half/wire.txt": WIRE,
        "half/wire.claims.json": LABELS,
        "half/other.txt": WIRE + "More.",
        "half/other.claims.json": "{}",
        "none.json": '{"format": "habeas-claims/1", "reports": [], "claims": []}',
        "no.json": "no",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "empty").mkdir()
    return tmp_path


STORIES: dict[str, tuple[str, int, str]] = {
    # story: (arguments, exit code, what stderr says)
    "nothing named": ("", 2, "Missing argument"),
    "a format that is not there": ("list --format xml", 2, "'xml' is not one of"),
    "one list": ("list", 0, ""),
    "a file": ("list/people.csv", 0, ""),
    "a file and its labels, as a shell names them": (
        "list/people.csv list/people.claims.json",
        0,
        "",
    ),
    "a report without labels": ("bare/notes.txt", 3, "the report has no labels beside it"),
    "a folder without labels": ("bare", 3, "no report has labels beside it"),
    "an empty folder": ("empty", 3, "skipped: the folder holds no report"),
    "a file that is not there": ("gone.txt", 3, "skipped: there is no such file"),
    "labels cut off": ("broken", 3, "the file is not JSON at line 1"),
    "labels nested without end": ("deep", 3, "the file is not JSON"),
    "labels of other words": ("wrong", 3, "where: wrong/wire.txt, wire.claims.json"),
    "some labels wrong": ("half list", 4, "where: half/other.txt, other.claims.json"),
    "some reports without labels": (
        "mixed --claims none.json",
        0,
        "note: 1 without labels left out",
    ),
    "claims that are not there": ("list --claims gone.json", 3, "habeas: there is no such file"),
    "claims that are no JSON": ("list --claims no.json", 3, "where: no.json"),
    "claims of another format": ("list --claims list/people.claims.json", 3, "lacks 'format'"),
}


@pytest.mark.parametrize("story", STORIES)
def test_stories(gold: Path, story: str) -> None:
    arguments, code, said = STORIES[story]
    done = habeas("evaluate", *arguments.split(), folder=gold)
    assert (done.returncode, said in done.stderr) == (code, True), done.stderr
    assert "Traceback" not in done.stderr
    assert "Zorn" not in done.stderr
    assert bool(done.stdout) == (code in (0, 4))


def test_a_good_reading_scores_full(gold: Path) -> None:
    done = habeas("evaluate", "good", "--format", "json", folder=gold)
    scores = json.loads(done.stdout)
    assert scores["format"] == "habeas-evaluation/1"
    assert scores["reports"] == 1
    assert {one["name"]: (one["labelled"], one["f1"]) for one in scores["measures"]} == {
        "claims": (2, 1.0),
        "counts": (1, 1.0),
        "counts with speaker": (1, 1.0),
        "named persons": (1, 1.0),
        "pledges with condition": (0, None),
        "quantities": (1, 1.0),
    }
    assert [one["share"] for one in scores["accuracies"]] == [1.0, 1.0, 1.0]
    assert [one["name"] for one in scores["acts"]] == ["sentence", "release"]
    assert "errors" not in scores


@pytest.mark.parametrize("arguments", ["good", "good --errors", "good --errors --claims none.json"])
def test_json_is_its_format(gold: Path, arguments: str) -> None:
    done = habeas("evaluate", *arguments.split(), "--format", "json", folder=gold)
    claims, evaluation = (
        json.loads((SCHEMAS / f"habeas-{name}-1.schema.json").read_text(encoding="utf-8"))
        for name in ("claims", "evaluation")
    )
    known = Registry().with_resource(claims["$id"], Resource.from_contents(claims))
    scores = json.loads(done.stdout)
    Draft202012Validator(evaluation, registry=known).validate(scores)
    assert ("errors" in scores) == ("--errors" in arguments)


def test_a_page_is_scored_as_a_text_is(gold: Path) -> None:
    done = habeas("evaluate", "page", "--format", "json", folder=gold)
    assert json.loads(done.stdout)["measures"][0]["f1"] == 1, done.stderr


def test_no_word_of_a_report_is_shown_unless_asked_for(gold: Path) -> None:
    for form in ("table", "json"):
        quiet = habeas("evaluate", "good", "--claims", "none.json", "--format", form, folder=gold)
        told = habeas(
            "evaluate", "good", "--claims", "none.json", "--format", form, "--errors", folder=gold
        )
        assert "Ada" not in quiet.stdout + quiet.stderr
        assert "24 prisoners" not in quiet.stdout + quiet.stderr
        assert "Ada Marr" in told.stdout
        assert "24 prisoners" in told.stdout


def test_the_reading_of_another_is_scored(gold: Path) -> None:
    ours = habeas("read", "good", "--format", "json", folder=gold)
    document = json.loads(ours.stdout)
    assert document["reports"][0]["id"] == hashlib.sha256(WIRE.encode()).hexdigest()
    document["claims"][0]["speakers"] = []
    (gold / "theirs.json").write_text(json.dumps(document), encoding="utf-8")
    done = habeas(
        *("evaluate", "good", "--claims", "theirs.json", "--errors", "--format", "json"),
        folder=gold,
    )
    scores = json.loads(done.stdout)
    right = {one["name"]: one["right"] for one in scores["measures"]}
    assert (right["claims"], right["counts"], right["counts with speaker"]) == (1, 1, 0)
    (error,) = scores["errors"]
    assert (error["file"], error["kind"]) == ("good/wire.txt", "speaker")
    assert error["label"]["speakers"][0]["name"] == "The ministry of justice"
    assert error["read"]["speakers"] == []


@pytest.mark.parametrize("columns", ["30", "60", "80", "200"])
def test_no_line_is_wider_than_the_page(gold: Path, columns: str) -> None:
    done = habeas(
        *("evaluate", "good", "list", "--claims", "none.json", "--errors"),
        folder=gold,
        environment={"COLUMNS": columns},
    )
    assert done.returncode == 0
    assert max(map(len, done.stdout.splitlines())) <= int(columns)
    assert "recall" in done.stdout
    assert "missed (3)" in done.stdout
