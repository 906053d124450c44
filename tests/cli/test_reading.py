"""`habeas read` and `habeas account` as a user runs them. Everyone in the files is fictional.

Most stories read lists of people, which need no parse and so take a tenth of a second.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from cli.running import PLAIN, habeas
from habeas.claims.format import claims_document, read_claims_document

HEAD = "# publisher: Harbour Watch\n# published: 2031-05-08\nname,status,date\n"
LIST = HEAD + "Ada Marr,released,2031-05-07\n"
OTHER = LIST.replace("Ada Marr", "Bela Quist")
EMPTY = HEAD
WIRE = (
    "Port Ellery frees 24\n\n"
    "The ministry of justice said on Wednesday that 24 prisoners had been released. "
    "Ada Marr, a printer, is among them, the rights group Harbour Watch confirmed. "
    "About 300 people are still in prison.\n"
)
SCHEMAS = Path(__file__).parents[2] / "docs/reference"
SCHEMA = json.loads((SCHEMAS / "habeas-claims-1.schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder as a user has one."""
    files = {
        "list.csv": LIST,
        "other.csv": OTHER,
        "copy.csv": LIST,
        "empty.csv": EMPTY,
        "wire.txt": WIRE,
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 4)
    (tmp_path / "nothing").mkdir()
    return tmp_path


STORIES: dict[str, tuple[str, int, str]] = {
    # story: (arguments, exit code, what stderr says)
    "one list": ("list.csv", 0, ""),
    "two lists": ("list.csv other.csv", 0, ""),
    "a file that is not there": ("gone.txt", 3, "skipped: there is no such file"),
    "a folder without reports": ("nothing", 3, "skipped: the folder holds no report"),
    "bytes that are no text": ("noise.txt", 3, "where: noise.txt"),
    "a broken document": ("broken.pdf", 3, "where: broken.pdf"),
    "an address of another kind": ("ftp://example.org/a", 3, "the address is not of the web"),
    "an address inside the network": (
        "http://me:secret@127.0.0.1:9/page?of=Ada http://127.0.0.1:9/page?of=Ada",
        3,
        "where: http://127.0.0.1:9/page\n",
    ),
    "good and bad": ("list.csv gone.txt", 4, "where: gone.txt"),
    "bad and good": ("gone.txt list.csv", 4, "where: gone.txt"),
    "nothing in it": ("empty.csv", 5, "no claim"),
    "the same twice": ("list.csv copy.csv", 0, "copy.csv: the same bytes as list.csv, read once"),
}


@pytest.mark.parametrize("verb", ["read", "account"])
@pytest.mark.parametrize("story", STORIES)
def test_stories(desk: Path, verb: str, story: str) -> None:
    arguments, code, said = STORIES[story]
    done = habeas(verb, *arguments.split(), folder=desk)
    assert (done.returncode, said in done.stderr) == (code, True), done.stderr
    assert not re.search("Traceback|Ada|secret", done.stderr)
    assert bool(done.stdout) == (code in (0, 4) or (verb == "read" and code == 5))
    assert not (code == 0 and not said and done.stderr)


@pytest.mark.parametrize("verb", ["read", "account"])
def test_an_error_says_what_where_and_remedy_and_no_name(desk: Path, verb: str) -> None:
    done = habeas(verb, "gone.txt", "list.csv", folder=desk)
    assert done.stderr.splitlines() == [
        "skipped: there is no such file",
        "  where: gone.txt",
        "  remedy: check the spelling of the path",
    ]


def test_json_is_the_claims_format(desk: Path) -> None:
    done = habeas("read", "list.csv", "other.csv", "--format", "json", folder=desk)
    document = json.loads(done.stdout)
    Draft202012Validator(SCHEMA).validate(document)
    assert [report["file"] for report in document["reports"]] == ["list.csv", "other.csv"]
    assert claims_document(*read_claims_document(document)) == document


def test_json_of_nothing_found_is_still_a_document(desk: Path) -> None:
    done = habeas("read", "empty.csv", "--format", "json", folder=desk)
    assert done.returncode == 5
    assert json.loads(done.stdout)["claims"] == []


def test_json_of_nothing_readable_is_nothing(desk: Path) -> None:
    done = habeas("read", "gone.txt", "--format", "json", folder=desk)
    assert (done.returncode, done.stdout) == (3, "")


def test_json_lines_are_documents_of_one_report(desk: Path) -> None:
    done = habeas("read", "list.csv", "other.csv", "--format", "jsonl", folder=desk)
    documents = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(documents) == 2
    for document in documents:
        Draft202012Validator(SCHEMA).validate(document)
        assert len(document["reports"]) == 1


def test_standard_input(desk: Path) -> None:
    done = habeas("read", "-", "--format", "json", data=WIRE.encode(), folder=desk)
    assert json.loads(done.stdout)["reports"][0]["file"] is None


def test_a_whole_folder(desk: Path) -> None:
    done = habeas("read", ".", "--format", "json", folder=desk)
    files = [report["file"] for report in json.loads(done.stdout)["reports"]]
    assert files == ["copy.csv", "empty.csv", "other.csv", "wire.txt"]
    assert done.returncode == 4
    assert "broken.pdf" in done.stderr


@pytest.mark.slow
def test_a_text_gives_its_claims_in_the_format(desk: Path) -> None:
    done = habeas("read", "wire.txt", "--format", "json", folder=desk)
    document = json.loads(done.stdout)
    Draft202012Validator(SCHEMA).validate(document)
    assert done.returncode == 0
    assert 24 in [claim["count"] and claim["count"]["low"] for claim in document["claims"]]
    for claim in document["claims"]:
        passage = claim["passage"]
        # The plain text is read as it is, so its characters can be counted in the file.
        assert WIRE[passage["start"] : passage["end"]] == passage["exact"]
    assert claims_document(*read_claims_document(document)) == document


@pytest.mark.slow
@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("verb", ["read", "account"])
def test_no_line_is_wider_than_the_terminal(desk: Path, verb: str, width: int) -> None:
    done = habeas(verb, "wire.txt", "list.csv", folder=desk, environment={"COLUMNS": str(width)})
    assert done.returncode == 0, done.stderr
    assert max(len(line) for line in done.stdout.splitlines()) <= width
    assert "24" in done.stdout


HOSTILE = "Ada\x1b[2J\x1b]0;own\x07 Marr\u202e"


@pytest.mark.parametrize("verb", ["read", "account"])
@pytest.mark.parametrize("form", ["table text", "json json", "jsonl markdown"])
def test_a_report_cannot_steer_the_terminal(desk: Path, verb: str, form: str) -> None:
    (desk / "hostile.csv").write_text(LIST.replace("Ada Marr", HOSTILE), encoding="utf-8")
    chosen = form.split()[verb == "account"]
    done = habeas(verb, "hostile.csv", "--format", chosen, folder=desk)
    for output in (done.stdout, done.stderr):
        assert not set(output) & set("\x1b\x07\x9b\u202e")
    assert "Traceback" not in done.stderr


def in_terminal(desk: Path, *arguments: str, environment: Mapping[str, str]) -> str:
    """What `habeas` prints to a terminal of its own; messages and progress go elsewhere."""
    code = "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)"
    quiet = ["sh", "-c", 'exec "$0" "$@" 2>/dev/null']
    done = subprocess.run(
        [sys.executable, "-c", code, *quiet, sys.executable, "-m", "habeas", *arguments],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        cwd=desk,
        env={**os.environ, **PLAIN, "TERM": "xterm-256color", **environment},
        timeout=60,
        check=True,
    )
    return done.stdout.decode("utf-8")


@pytest.mark.parametrize("verb", ["read", "account"])
def test_colour_on_a_terminal_and_none_where_it_is_not_wanted(desk: Path, verb: str) -> None:
    assert "\x1b[" in in_terminal(desk, verb, "list.csv", environment={"NO_COLOR": ""})
    assert "\x1b" not in in_terminal(desk, verb, "list.csv", environment={"NO_COLOR": "1"})
    assert "\x1b" not in in_terminal(desk, verb, "list.csv", environment={"TERM": "dumb"})


def test_colour_changes_nothing_but_colour(desk: Path) -> None:
    coloured = in_terminal(desk, "read", "list.csv", environment={"NO_COLOR": ""})
    plain = habeas("read", "list.csv", folder=desk).stdout
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured).replace("\r\n", "\n") == plain


@pytest.mark.parametrize("verb", ["read", "account"])
def test_a_terminal_without_unicode_gets_ascii(desk: Path, verb: str) -> None:
    done = habeas(verb, "list.csv", folder=desk, environment={"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert "-----" in done.stdout


def test_a_pipe_that_closes_early_is_no_error(desk: Path) -> None:
    rows = "".join(f"Person {n},released,2031-05-07\n" for n in range(3000))
    (desk / "long.csv").write_text(LIST + rows, encoding="utf-8")
    command = f"{sys.executable} -m habeas read long.csv | head -2; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command], cwd=desk, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (141, "")
    assert len(done.stdout.splitlines()) == 2


@pytest.mark.parametrize("inputs", ["list.csv other.csv", "empty.csv"])
def test_json_of_an_account_is_its_format(desk: Path, inputs: str) -> None:
    done = habeas("account", *inputs.split(), "--format", "json", folder=desk)
    schema = json.loads((SCHEMAS / "habeas-account-1.schema.json").read_text(encoding="utf-8"))
    document = json.loads(done.stdout)
    Draft202012Validator(schema).validate(document)
    names = {person["name"] for event in document["events"] for person in event["people"]}
    assert names == ({"Ada Marr", "Bela Quist"} if done.returncode == 0 else set())


@pytest.mark.slow
def test_markdown_of_an_account_quotes_the_words(desk: Path) -> None:
    done = habeas("account", "wire.txt", "list.csv", "--format", "markdown", folder=desk)
    assert done.returncode == 0
    marks = set(re.findall(r"\[\^(\d+)\](?!:)", done.stdout))
    notes = dict(re.findall(r"^\[\^(\d+)\]: “(.+)” \(report", done.stdout, re.MULTILINE))
    assert marks == notes.keys()
    assert any("24 prisoners" in words for words in notes.values())
