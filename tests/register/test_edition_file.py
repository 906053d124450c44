"""An Edition goes into one file and comes out of it the same, or not at all."""

from __future__ import annotations

import hashlib
import re
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from habeas.model.claims import Act, Claim, Mention, Quantity, Stance
from habeas.model.editions import Edition
from habeas.model.people import MentionKey, Person
from habeas.model.problems import HabeasError
from habeas.model.reports import Report
from habeas.register.edition_check import InvalidEdition
from habeas.register.edition_file import (
    EditionFile,
    EditionNotWritten,
    NotAnEdition,
    read_edition,
    write_edition,
)
from habeas.register.edition_pages import clear_leftovers
from register.made_up.editions import editions

REPORT = Report(
    id="a" * 64,
    file="example.txt",
    url=None,
    media_type="text/plain",
    language="en",
    title="Twelve freed",
    publisher="The Invented Post",
    published=None,
    retrieved=None,
    text="Officials of Ruritania freed 12 people, Ada Example among them.",
)
CLAIM = Claim(
    id="c1",
    report=REPORT.id,
    act=Act.RELEASE,
    stance=Stance.REPORTED,
    passage=REPORT.passage(23, 38),
    count=Quantity(low=12, high=12, about=None, words="12"),
    names=(Mention(name="Ada Example"),),
)
PERSON = Person(
    id="p1",
    name="Ada Example",
    names=("Ada Example",),
    mentions=(MentionKey(claim="c1", name="Ada Example"),),
)
EDITION = Edition(
    title="Invented register",
    as_of=date(2026, 1, 1),
    known_at=datetime(2026, 1, 1, 12, tzinfo=UTC),
    reports=(REPORT,),
    claims=(CLAIM,),
    people=(PERSON,),
    matches=(),
    accounts=(),
    withheld=2,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "edition.sqlite"


@given(edition=editions())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_written_is_what_is_read(edition: Edition) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "edition.sqlite"
        write_edition(edition, path)
        first = path.read_bytes()
        assert read_edition(path) == edition
        write_edition(read_edition(path), path)
        assert path.read_bytes() == first


def test_the_digest_is_the_sha256_of_the_file(path: Path) -> None:
    digest = write_edition(EDITION, path)
    assert digest == hashlib.sha256(path.read_bytes()).hexdigest()
    with EditionFile(path) as file:
        assert file.summary.digest == digest
        assert (file.summary.reports, file.summary.claims, file.summary.people) == (1, 1, 1)
        assert (file.summary.accounts, file.summary.withheld) == (0, 2)


def test_another_process_writes_the_same_bytes(path: Path) -> None:
    program = (
        "import sys; from pathlib import Path;"
        "from habeas.register.edition_file import read_edition, write_edition;"
        "write_edition(read_edition(Path(sys.argv[1])), Path(sys.argv[2]))"
    )
    write_edition(EDITION, path)
    copy = path.with_name("copy.sqlite")
    subprocess.run([sys.executable, "-c", program, str(path), str(copy)], check=True)
    assert copy.read_bytes() == path.read_bytes()


def test_lookups_of_what_is_not_there_are_empty(path: Path) -> None:
    write_edition(EDITION, path)
    with EditionFile(path) as file:
        assert file.account("none") is None
        assert file.report("none") is None
        assert file.person("none") is None
        assert file.claims(["none", "c1", "c1"]) == {"c1": CLAIM}
        assert file.claims([]) == {}
        assert file.claims_of_report("none") == ()
        assert file.claims_of_person("none") == ()
        assert file.claims_of_person("p1") == (CLAIM,)
        assert file.matches_of("p1") == ()


def test_more_claims_than_one_query_holds(path: Path) -> None:
    claims = tuple(replace(CLAIM, id=f"c{number}") for number in range(1, 1300))
    write_edition(replace(EDITION, claims=claims), path)
    with EditionFile(path) as file:
        wanted = [claim.id for claim in reversed(claims)]
        assert list(file.claims(wanted)) == wanted
        assert len(file.claims_of_report(REPORT.id)) == 1299


def test_many_threads_read_one_file(path: Path) -> None:
    write_edition(EDITION, path)
    with EditionFile(path) as file, ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: file.person("p1"), range(400)))
    assert answers == [PERSON] * 400


def _edit(sql: str) -> Callable[[Path], None]:
    def edit(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.executescript(sql)

    return edit


def _bytes(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def edit(path: Path) -> None:
        path.write_bytes(change(path.read_bytes()))

    return edit


DAMAGE: dict[str, tuple[Callable[[Path], None], str]] = {
    "not there": (Path.unlink, "no Edition"),
    "empty": (_bytes(lambda data: b""), "not an Edition"),
    "a text": (_bytes(lambda data: b"SQLite format 3, said the text"), "not an Edition"),
    "header alone": (_bytes(lambda data: data[:100]), "incomplete"),
    "half a file": (_bytes(lambda data: data[: len(data) // 2]), "incomplete"),
    "one byte short": (_bytes(lambda data: data[:-1]), "incomplete"),
    "one byte more": (_bytes(lambda data: data + b"\n"), "incomplete"),
    "someone else's database": (_edit("PRAGMA application_id = 7"), "not an Edition"),
    "a newer version": (_edit("PRAGMA user_version = 7"), "newer habeas"),
    "an older version": (_edit("PRAGMA user_version = 5"), "publish it again"),
    "version zero": (_edit("PRAGMA user_version = 0"), "incomplete"),
    "a number edited": (_edit("UPDATE claim SET count_low = 13"), "changed"),
    "a name added": (_edit("INSERT INTO person_name VALUES ('p1', 9, 'Someone')"), "changed"),
    "the title edited": (_edit("UPDATE edition SET title = 'Mine'"), "changed"),
    "the seal gone": (_edit("DELETE FROM seal"), "changed"),
    "an index of a key renamed": (
        _edit(
            "PRAGMA writable_schema = ON;"
            " UPDATE sqlite_schema SET name = 'sqlite_autoindex_other_1'"
            " WHERE name = 'sqlite_autoindex_claim_1'"
        ),
        "changed",
    ),
    "a table gone": (_edit("DROP TABLE claim_charge"), "changed"),
    "a trigger added": (
        _edit("CREATE TRIGGER t AFTER INSERT ON claim BEGIN SELECT 1; END"),
        "changed",
    ),
    "a view in a table's place": (
        _edit("DROP TABLE claim_charge; CREATE VIEW claim_charge AS SELECT 1 AS claim"),
        "changed",
    ),
    "a reference to nobody": (
        _edit("PRAGMA foreign_keys = OFF; UPDATE claim SET report = 'gone'"),
        "changed",
    ),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_file_that_is_not_an_untouched_edition_is_refused(damage: str, path: Path) -> None:
    write_edition(EDITION, path)
    change, words = DAMAGE[damage]
    change(path)
    with pytest.raises(NotAnEdition, match=words) as caught:
        EditionFile(path)
    assert caught.value.where == str(path)
    assert caught.value.remedy


def test_every_flipped_byte_that_matters_is_noticed(path: Path) -> None:
    write_edition(EDITION, path)
    data = path.read_bytes()
    places = [place for place in range(100, len(data)) if data[place]]
    for place in places[:: max(1, len(places) // 60)]:
        path.write_bytes(data[:place] + bytes([data[place] ^ 0x41]) + data[place + 1 :])
        with pytest.raises(NotAnEdition):
            EditionFile(path)


@given(edition=editions())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_an_edition_holds_no_leftovers_and_reads_the_same(edition: Edition) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "edition.sqlite"
        write_edition(edition, path)
        data = path.read_bytes()
        clear_leftovers(path)
        assert path.read_bytes() == data
        assert read_edition(path) == edition


def test_a_folder_is_not_an_edition(tmp_path: Path) -> None:
    with pytest.raises(NotAnEdition):
        EditionFile(tmp_path)


def test_journals_left_beside_the_file_are_not_looked_at(path: Path) -> None:
    write_edition(EDITION, path)
    for ending in ("-wal", "-journal", "-shm"):
        path.with_name(path.name + ending).write_bytes(b"not ours")
    assert read_edition(path) == EDITION


def test_an_older_edition_is_replaced_and_open_readers_keep_theirs(path: Path) -> None:
    write_edition(EDITION, path)
    with EditionFile(path) as old:
        write_edition(replace(EDITION, title="Second"), path)
        assert old.report(REPORT.id) == REPORT
        assert old.summary.title == "Invented register"
    assert read_edition(path).title == "Second"
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("content", [b"", b"a letter", b"SQLite format 3\x00" + bytes(200)])
def test_nothing_else_is_overwritten(content: bytes, path: Path) -> None:
    path.write_bytes(content)
    with pytest.raises(EditionNotWritten, match="not an Edition"):
        write_edition(EDITION, path)
    assert path.read_bytes() == content


def test_a_link_and_a_folder_are_not_overwritten(tmp_path: Path) -> None:
    target = tmp_path / "target.sqlite"
    write_edition(EDITION, target)
    (tmp_path / "link").symlink_to(target)
    for name in ("link", "."):
        with pytest.raises(EditionNotWritten):
            write_edition(EDITION, tmp_path / name)


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(EditionNotWritten, match="No such file"):
        write_edition(EDITION, tmp_path / "gone" / "edition.sqlite")


UNFIT: dict[str, Edition] = {
    "a protected person": replace(EDITION, people=(replace(PERSON, protected=True),)),
    "a clock without a zone": replace(EDITION, known_at=datetime(2026, 1, 1)),  # noqa: DTZ001
    "words that are not there": replace(
        EDITION, reports=(replace(REPORT, text=REPORT.text.replace("12", "13")),)
    ),
    "a context that is not there": replace(
        EDITION, claims=(replace(CLAIM, passage=replace(CLAIM.passage, prefix="never ")),)
    ),
    "a report that is not there": replace(EDITION, reports=()),
    "half a character": replace(EDITION, title="\ud800"),
    "a NUL": replace(EDITION, title="a\x00b"),
    "a number past all counting": replace(
        EDITION,
        claims=(
            replace(CLAIM, count=Quantity(low=10**30, high=None, about=None, words="very many")),
        ),
    ),
    "not a number": replace(
        EDITION,
        claims=(replace(CLAIM, count=Quantity(low=1, high=1, about=float("nan"), words="many")),),
    ),
    "two records of one id": replace(EDITION, claims=(CLAIM, CLAIM)),
    "part of nothing": replace(EDITION, claims=(replace(CLAIM, part_of="none"),)),
}


@pytest.mark.parametrize("fault", UNFIT)
def test_an_edition_at_odds_with_itself_is_not_written(fault: str, path: Path) -> None:
    write_edition(EDITION, path)
    before = path.read_bytes()
    with pytest.raises(HabeasError) as caught:
        write_edition(UNFIT[fault], path)
    assert isinstance(caught.value, InvalidEdition | EditionNotWritten)
    assert "Ada" not in str(caught.value)
    assert path.read_bytes() == before


def test_the_query_of_the_documentation_runs(path: Path) -> None:
    document = Path(__file__).parents[2] / "docs" / "reference" / "edition-format.md"
    query = document.read_text(encoding="utf-8").partition("```sql\n")[2].partition("```")[0]
    write_edition(EDITION, path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute(query).fetchall() == [
            ("The Invented Post", "12", CLAIM.passage.exact)
        ]
        named = set(re.findall(r"`(\w+)`", document.read_text(encoding="utf-8")))
        tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        assert {name for (name,) in tables} <= named


def test_every_property_names_tests_that_exist() -> None:
    root = Path(__file__).parents[2]
    text = (root / "docs" / "security-properties.md").read_text(encoding="utf-8")
    file = ""
    for name_of_file, name in re.findall(r"`(tests/[\w/]+\.py)?::(\w+)`", text):
        file = name_of_file or file
        assert f"def {name}(" in (root / file).read_text(encoding="utf-8"), f"{file}::{name}"
