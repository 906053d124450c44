"""`habeas read --output`: archives of any size, several processes, interruptions.

Everyone in the texts is invented.
"""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from cli.running import PLAIN, habeas
from habeas.claims.format import FORMAT as CLAIMS_FORMAT
from habeas.cli.archive.lines import InvalidLine, line_of_problem, read_line
from habeas.cli.archive.output import Output
from habeas.cli.archive.pool import Pool
from habeas.cli.archive.worker import MAX_CHARACTERS, pack, unpack
from habeas.cli.exits import Exit, Stop
from habeas.model.problems import Problem
from habeas.reports.documents import Document

SCHEMAS = Path(__file__).parents[2] / "docs" / "reference"
FREED = "Arden, 3 May 2024. The government of Arden freed {count} prisoners, Arden Watch said.\n"
PEOPLE = "name,status,date\nAnna Example,released,2025-12-13\nBo Example,freed,31/2/2024\n"
NEWS = f"Daily Example\n\n{FREED.format(count=52)}"
WEATHER = "Rain is expected in the north on Monday, and snow in the hills above Arden.\n"


def schema() -> Draft202012Validator:
    claims, reading = (
        json.loads((SCHEMAS / f"habeas-{name}-1.schema.json").read_text("utf-8"))
        for name in ("claims", "reading")
    )
    registry: Registry[Any] = Registry().with_resource(
        "urn:habeas:claims:1", Resource.from_contents(claims)
    )
    return Draft202012Validator(reading, registry=registry)


def lines_in(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def zipped(**members: str | bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in members.items():
            archive.writestr(f"{name}.txt", content)
    return data.getvalue()


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of good, bad and hostile files."""
    folder = tmp_path_factory.mktemp("archive") / "inbox"
    (folder / "2024").mkdir(parents=True)
    files: dict[str, str | bytes] = {
        "2024/freed.txt": NEWS,
        "2024/people.csv": PEOPLE,
        "2024/weather.txt": WEATHER,
        "archive.zip": zipped(a=NEWS, b=WEATHER, c=b"", d=b"\0" * 99),
        "bomb.zip": zipped(x=b"0" * 60_000_000),
        "broken.zip": zipped(a=FREED)[:-30],
        "empty.txt": b"",
        "long.txt": FREED.format(count=7) * (MAX_CHARACTERS // 60),
        "long-weather.txt": WEATHER * (MAX_CHARACTERS // 60),
        "not-a.pdf": b"%PDF-1.7 and nothing else",
        "other-language.txt": "Die Regierung hat am Montag neun Gefangene freigelassen. " * 9,
        ".hidden": FREED,
    }
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def output(inbox: Path) -> Path:
    """What one process writes of the inbox."""
    path = inbox.parent / "one.jsonl"
    done = habeas("read", inbox, "--output", path, "--jobs", "1")
    assert done.returncode == Exit.PARTIAL, done.stderr
    assert done.stdout == ""
    return path


@pytest.mark.slow
def test_good_bad_and_hostile_files_each_have_their_line(output: Path) -> None:
    entries = {str(entry["file"]): entry for entry in lines_in(output)}
    assert list(entries) == sorted(entries)
    told = {
        file: (
            len(entry["claims"]),  # type: ignore[arg-type]
            [one["what"] for one in entry["problems"]],  # type: ignore[attr-defined]
        )
        for file, entry in entries.items()
    }
    assert told["2024/freed.txt"] == (1, [])
    assert told["2024/people.csv"][0] == 2
    assert len(told["2024/people.csv"][1]) == 1
    assert told["2024/weather.txt"] == (0, [])
    assert told["archive.zip/a.txt"] == (1, [])
    assert told["archive.zip/c.txt"] == (0, ["an empty file"])
    assert told["long-weather.txt"] == (0, [])
    assert "characters that can hold claims" in told["long.txt"][1][0]
    unread = {"archive.zip/d.txt", "bomb.zip/x.txt", "broken.zip", "empty.txt", "not-a.pdf"}
    unread |= {"other-language.txt", "long.txt", "archive.zip/c.txt"}
    assert {file for file, entry in entries.items() if entry["report"] is None} == unread


@pytest.mark.slow
def test_lines_are_of_the_published_format(output: Path) -> None:
    for entry in lines_in(output):
        schema().validate(entry)


@pytest.mark.slow
def test_a_line_holds_what_reading_the_document_by_itself_prints(inbox: Path, output: Path) -> None:
    entry = next(one for one in lines_in(output) if one["file"] == "2024/freed.txt")
    printed = habeas("read", inbox / "2024" / "freed.txt", "--format", "json")
    rebuilt = {"format": CLAIMS_FORMAT, "reports": [entry["report"]], "claims": entry["claims"]}
    assert rebuilt == json.loads(printed.stdout)


def test_archives_are_read_without_an_output_too(tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "lists.zip").write_bytes(zipped(a=b"", b=b"\0" * 9))
    with zipfile.ZipFile(tmp_path / "inbox" / "lists.zip", "a") as archive:
        archive.writestr("2024/people.csv", PEOPLE)
        archive.writestr(".hidden", "x")
    done = habeas("read", "inbox", "--format", "jsonl", folder=tmp_path)
    assert done.returncode == Exit.PARTIAL
    (line,) = done.stdout.splitlines()
    assert [report["file"] for report in json.loads(line)["reports"]] == ["people.csv"]
    for place in ("a.txt", "b.txt", "2024/people.csv, row 3, column 'date'"):
        assert f"where: inbox/lists.zip/{place}\n" in done.stderr
    assert "1 left out: hidden files" in done.stderr


@pytest.mark.slow
def test_two_processes_write_what_one_writes(inbox: Path, output: Path, tmp_path: Path) -> None:
    habeas("read", inbox, "--output", tmp_path / "two.jsonl", "--jobs", "2")
    assert (tmp_path / "two.jsonl").read_bytes() == output.read_bytes()


@pytest.mark.slow
def test_a_second_run_reads_nothing_twice_and_takes_what_is_new(
    inbox: Path, output: Path, tmp_path: Path
) -> None:
    path = tmp_path / "again.jsonl"
    path.write_bytes(output.read_bytes())
    again = habeas("read", inbox, "--output", path)
    assert again.returncode == Exit.PARTIAL
    assert path.read_bytes() == output.read_bytes()
    assert "0 documents read" in again.stderr
    new = tmp_path / "2025.txt"
    new.write_text(FREED.format(count=3), encoding="utf-8")
    habeas("read", inbox, new, "--output", path)
    assert [one["file"] for one in lines_in(path)][-1:] == ["2025.txt"]
    assert len(lines_in(path)) == len(lines_in(output)) + 1


@pytest.mark.slow
def test_the_output_may_lie_in_the_folder_it_is_written_from(tmp_path: Path) -> None:
    (tmp_path / "weather.txt").write_text(WEATHER, encoding="utf-8")
    path = tmp_path / "claims.jsonl"
    for _ in range(2):
        assert habeas("read", tmp_path, "--output", path).returncode == Exit.NOTHING
    assert [one["file"] for one in lines_in(path)] == ["weather.txt"]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """An archive that takes some seconds to read, and what an uninterrupted run writes of it."""
    folder = tmp_path_factory.mktemp("many")
    archive = folder / "many.zip"
    members = {
        f"n{number:03}": "".join(FREED.format(count=number + line) for line in range(2, 20))
        for number in range(60)
    }
    archive.write_bytes(zipped(**members))
    done = habeas("read", archive, "--output", folder / "whole.jsonl", "--jobs", "1")
    assert done.returncode == Exit.OK, done.stderr
    return archive, (folder / "whole.jsonl").read_bytes()


def start(archive: Path, output: Path) -> subprocess.Popen[bytes]:
    """Begin a reading, and return once some lines are written."""
    process = subprocess.Popen(
        [sys.executable, "-m", "habeas", "read", archive, "--output", output, "--jobs", "1"],
        stderr=subprocess.PIPE,
        env={**os.environ, **PLAIN},
    )
    until = time.monotonic() + 100
    while not output.exists() or output.read_bytes().count(b"\n") < 3:
        assert process.poll() is None
        assert time.monotonic() < until
        time.sleep(0.01)
    return process


def worker_of(process: subprocess.Popen[bytes]) -> int:
    """The process that reads for another: its child that runs `spawn_main`."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            command = (folder / "cmdline").read_bytes()
        except OSError:
            continue
        if parent == process.pid and b"spawn_main" in command:
            return int(folder.name)
    raise AssertionError("no process reads")


STOPS: dict[str, tuple[Callable[[subprocess.Popen[bytes]], None], int]] = {
    "Ctrl-C": (lambda process: process.send_signal(signal.SIGINT), Exit.INTERRUPTED),
    "killed": (lambda process: process.kill(), -signal.SIGKILL),
}


@pytest.mark.slow
@pytest.mark.parametrize("how", STOPS)
def test_an_interrupted_run_goes_on_to_the_same_output(
    how: str, many: tuple[Path, bytes], tmp_path: Path
) -> None:
    archive, whole = many
    path = tmp_path / "claims.jsonl"
    stop, code = STOPS[how]
    process = start(archive, path)
    stop(process)
    _, messages = process.communicate(timeout=60)
    assert process.returncode == code
    assert b"Traceback" not in messages
    part = path.read_bytes()
    assert part != whole
    assert whole.startswith(part)
    # What a failing machine leaves of the line it was writing.
    path.write_bytes(part + whole[len(part) : len(part) + 40])
    assert habeas("read", archive, "--output", path, "--jobs", "2").returncode == Exit.OK
    assert path.read_bytes() == whole


@pytest.mark.slow
def test_a_process_that_is_ended_costs_one_document(
    many: tuple[Path, bytes], tmp_path: Path
) -> None:
    archive, whole = many
    path = tmp_path / "claims.jsonl"
    process = start(archive, path)
    os.kill(worker_of(process), signal.SIGKILL)
    process.communicate(timeout=100)
    assert process.returncode == Exit.PARTIAL
    written, expected = path.read_bytes().splitlines(), whole.splitlines()
    assert len(written) == len(expected)
    (differs,) = (at for at, line in enumerate(written) if line != expected[at])
    (problem,) = json.loads(written[differs])["problems"]
    assert problem["what"].startswith("the process that read it was ended")


def test_a_process_is_ended_when_its_time_is_up() -> None:
    code = "from habeas.cli.archive.worker import _bound_time\n_bound_time(1)\nwhile True: pass"
    done = subprocess.run([sys.executable, "-c", code], check=False, timeout=60)
    assert done.returncode == -signal.SIGPROF


def test_lines_come_in_the_order_of_what_is_read() -> None:
    problem = line_of_problem(Problem(what="x", where="y", remedy="z"), digest=None)
    rows = b"name,status\nAnna Example,released\n"
    items = [
        Document(data=rows * (2 + 500 * (at % 3)), file=f"{at}.csv") if at % 4 else problem
        for at in range(24)
    ]
    lines = list(Pool(3).lines(items))
    files = [json.loads(line.data)["file"] for line in lines]
    assert files == [f"{at}.csv" if at % 4 else "y" for at in range(24)]


def test_nothing_to_read_starts_no_process() -> None:
    assert list(Pool(2).lines([])) == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    {
        "jobs alone": (["--jobs", "2"], "--jobs needs --output"),
        "an address": (["https://news.example/1", "--output", "o.jsonl"], "is no file or folder"),
        "no such file": (["gone.zip", "--output", "o.jsonl"], "is no file or folder"),
    }.values(),
)
def test_wrong_use_is_said_and_nothing_written(
    arguments: list[str], message: str, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(WEATHER, encoding="utf-8")
    done = habeas("read", "a.txt", *arguments, folder=tmp_path)
    assert done.returncode == Exit.USAGE
    assert message in " ".join(done.stderr.split())
    assert not (tmp_path / "o.jsonl").exists()


def test_a_file_of_something_else_is_not_written_to(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("What I must not lose.\n", encoding="utf-8")
    with pytest.raises(Stop, match="not one that habeas"):
        Output(path)
    assert path.read_text(encoding="utf-8") == "What I must not lose.\n"


def test_two_runs_do_not_write_one_file(tmp_path: Path) -> None:
    with Output(tmp_path / "o.jsonl"), pytest.raises(Stop, match="another habeas"):
        Output(tmp_path / "o.jsonl")


def test_an_output_in_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Stop, match="cannot be written"):
        Output(tmp_path / "gone" / "o.jsonl")


PROBLEMS = st.builds(Problem, what=st.text(min_size=1), where=st.text(), remedy=st.text())


@given(problems=st.lists(PROBLEMS, max_size=5), cut=st.integers(0, 200))
def test_what_is_cut_off_is_cut_away_and_the_rest_known(
    problems: list[Problem], cut: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("cut") / "o.jsonl"
    lines = [line_of_problem(one, digest=None) for one in problems]
    data = b"".join(line.data for line in lines)
    data = data[: max(0, len(data) - cut)]
    path.write_bytes(data)
    whole = data[: data.rfind(b"\n") + 1]
    with Output(path) as output:
        assert output.earlier.unread == whole.count(b"\n")
        for line in lines:
            assert output.has(read_line(line.data)[0]) or line.data not in whole
    assert path.read_bytes() == whole


@given(problem=PROBLEMS, number=st.integers(0, 2**63))
def test_what_a_process_sends_is_what_arrives(problem: Problem, number: int) -> None:
    line = line_of_problem(problem, digest=None)
    assert unpack(pack(number, line)) == (number, line)


@given(data=st.binary())
def test_no_bytes_are_taken_for_a_line(data: bytes) -> None:
    with pytest.raises(InvalidLine):
        read_line(data)
