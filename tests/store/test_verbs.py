"""`habeas add` and `habeas publish` as processes of their own, and killed in the middle.

The reports are invented.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from habeas.register.edition_file import EditionFile

HABEAS = (sys.executable, "-c", "from habeas.cli.main import run; run()")
REPORT = """\
Ruritania pardons 12 people

VORSTADT, 3 January 2026. Ruritania pardoned 12 people on Saturday, among them the
journalist Maryna Kalinovska and the teacher Jan Petrov, the group Lantern said.
"""
LISTED = "name,released\nMaryna Kalinovska,2026-01-03\nJan Petrov,2026-01-03\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    (folder / "list.csv").write_text(LISTED, encoding="utf-8")
    return folder


def run(home: Path, *arguments: str | Path, url: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*HABEAS, *map(str, arguments)],
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
        env=_environment(home, url),
    )


def _environment(home: Path, url: str = "") -> dict[str, str]:
    return {**os.environ, "HABEAS_HOME": str(home), "DATABASE_URL": url, "COLUMNS": "100"}


def _flat(text: str) -> str:
    return " ".join(text.split())


def test_adding_says_what_was_added_what_was_there_and_what_could_not_be_read(
    home: Path, inbox: Path
) -> None:
    first = run(home, "add", inbox / "list.csv")
    assert first.returncode == 0
    assert first.stdout.startswith("added          list.csv  (")
    assert "1 added" in _flat(first.stderr)
    (inbox / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    second = run(home, "add", inbox, inbox / "gone.txt")
    assert second.returncode == 4
    assert "already there  list.csv" in second.stdout
    assert "added          report.txt" in second.stdout
    assert "1 added, 1 already there, 2 not read" in _flat(second.stderr)
    assert "Kalinovska" not in first.stderr + second.stderr


def test_a_dry_run_writes_nothing(home: Path, inbox: Path, tmp_path: Path) -> None:
    tried = run(home, "add", inbox, "--dry-run")
    assert tried.returncode == 0
    assert "nothing was written; it would be: 2 added" in _flat(tried.stderr)
    assert not home.exists()
    run(home, "add", inbox / "list.csv")
    tried = run(home, "add", inbox, "--dry-run")
    assert "it would be: 1 added, 1 already there" in _flat(tried.stderr)
    published = run(home, "publish", tmp_path / "edition.sqlite", "--dry-run")
    assert published.returncode == 0
    assert "reports   1" in published.stdout
    assert not (tmp_path / "edition.sqlite").exists()


def test_nothing_to_publish_is_said_so(home: Path, tmp_path: Path) -> None:
    ended = run(home, "publish", tmp_path / "edition.sqlite")
    assert ended.returncode == 5
    assert "habeas add FILE" in ended.stderr
    assert not home.exists()


def test_publishing_withholds_and_says_how_many(home: Path, inbox: Path, tmp_path: Path) -> None:
    run(home, "add", inbox)
    edition, names = tmp_path / "edition.sqlite", tmp_path / "names.txt"
    names.write_text("\ufeffMaryna Kalinovska\n\n", encoding="utf-8")
    ended = run(home, "publish", edition, "--title", "Invented", "--withhold", names)
    assert ended.returncode == 0, ended.stderr
    assert "withheld  1" in ended.stdout
    with EditionFile(edition) as file:
        assert f"SHA-256   {file.summary.digest}" in ended.stdout
        assert (file.summary.title, file.summary.reports) == ("Invented", 2)
        assert not [person for person in file.people() if "Kalin" in person.name]
    assert b"Kalinovska" not in edition.read_bytes()
    again = run(home, "publish", edition)
    assert "withheld  1" in again.stdout, "a name once withheld stays withheld"


def test_publishing_never_replaces_what_is_no_edition(
    home: Path, inbox: Path, tmp_path: Path
) -> None:
    run(home, "add", inbox / "list.csv")
    (tmp_path / "letter.txt").write_text("keep me", encoding="utf-8")
    for path in (tmp_path / "letter.txt", home / "register.sqlite"):
        before = path.read_bytes()
        ended = run(home, "publish", path)
        assert ended.returncode == 6
        assert path.read_bytes() == before


def test_the_same_on_a_server(
    home: Path, inbox: Path, tmp_path: Path, empty_postgres_url: str
) -> None:
    added = run(home, "add", inbox, url=empty_postgres_url)
    assert added.returncode == 0, added.stderr
    assert not (home / "register.sqlite").exists()
    assert run(home, "add", inbox, url=empty_postgres_url).stdout.count("already there") == 2
    ended = run(home, "publish", tmp_path / "edition.sqlite", url=empty_postgres_url)
    assert ended.returncode == 0, ended.stderr
    assert "reports   2" in ended.stdout


def test_a_server_that_is_not_there_is_said_so_without_its_password(
    home: Path, inbox: Path
) -> None:
    url = "postgresql://someone:secret@127.0.0.1:1/register"
    ended = run(home, "add", inbox / "list.csv", url=url)
    assert ended.returncode == 6
    assert "secret" not in ended.stderr
    assert "server" in ended.stderr


ADD_MANY = """
import sys
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from habeas.model.claims import Act, Claim, Mention, Stance
from habeas.model.reports import Report
from habeas.server.store_settings import StorePlace, open_store

open_store(StorePlace(home=Path(sys.argv[1])))
from habeas.store.records import save_reading

for number in range(int(sys.argv[2]), 10_000):
    data = f"Report {number}: people were freed.".encode()
    report = Report(
        id=sha256(data).hexdigest(), file=None, url=None, media_type="text/plain",
        language="en", title="", publisher=None, published=None, retrieved=None,
        text=data.decode(),
    )
    claims = [
        Claim(
            id=f"c{number}-{each}", report=report.id, act=Act.RELEASE, stance=Stance.REPORTED,
            passage=report.passage(each, each + 6),
            names=(Mention(name="Jan Petrov", roles=("teacher",)),),
        )
        for each in range(20)
    ]
    save_reading(report, data, claims, at=datetime.now(UTC))
    print(report.id, flush=True)
"""


def _killed(home: Path, after: float, begin: int, *, wait: bool = False) -> list[str]:
    """Add reports until killed; gives the ids of those that were acknowledged.

    With `wait` the time runs from the first that is acknowledged, however slow the machine is.
    """
    process = subprocess.Popen(
        [sys.executable, "-c", ADD_MANY, str(home), str(begin)],
        stdout=subprocess.PIPE,
        text=True,
        env=_environment(home),
    )
    assert process.stdout is not None
    first = process.stdout.readline() if wait else ""
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    out, _ = process.communicate(timeout=20)
    return [line for line in (first + out).splitlines() if len(line) == 64]


def test_killed_at_any_moment_nothing_acknowledged_is_lost_and_nothing_is_half(home: Path) -> None:
    chance = random.Random(20260103)
    acknowledged: list[str] = []
    for turn in range(6):
        # The first are killed while the tables are made, the others while reports are added.
        making = turn < 3
        after = chance.uniform(0.25, 0.5) if making else chance.uniform(0.05, 0.6)
        acknowledged += _killed(home, after, turn * 1000, wait=not making)
    assert acknowledged
    assert _killed(home, 0.2, 9000, wait=True), "it goes on where it was cut off"
    with closing(sqlite3.connect(home / "register.sqlite")) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        kept = dict(
            database.execute(
                "SELECT document_id, (SELECT count(*) FROM store_claim c JOIN store_claimname n"
                " ON n.claim_id = c.id WHERE c.reading_id = r.id) FROM store_reading r"
            )
        )
        documents = {digest for (digest,) in database.execute("SELECT digest FROM store_document")}
    assert set(acknowledged) <= set(kept)
    assert set(kept.values()) == {20}
    assert documents == set(kept)
    for digest in kept:
        assert (home / "originals" / digest[:2] / digest[2:]).is_file()


def test_killed_while_publishing_the_old_edition_stays_or_the_new_one_is_whole(
    home: Path, inbox: Path, tmp_path: Path
) -> None:
    run(home, "add", inbox)
    edition = tmp_path / "edition.sqlite"
    assert run(home, "publish", edition, "--title", "First").returncode == 0
    chance = random.Random(3)
    for turn in range(5):
        process = subprocess.Popen(
            [*HABEAS, "publish", str(edition), "--title", f"Turn {turn}"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=_environment(home),
        )
        time.sleep(chance.uniform(0.3, 1.2))
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=20)
        with EditionFile(edition) as file:
            assert file.summary.title in {"First", *(f"Turn {each}" for each in range(turn + 1))}
