"""`habeas match` as a user runs it. Everyone in the lists is made up."""

from __future__ import annotations

import csv
import io
import json
import stat
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from python_calamine import CalamineWorkbook

from cli.running import habeas

OURS = """id,name,born,occupation,citizenship,notes
a1,Ada Marr,1990-02-03,printer,LT,=1+1
a2,Бела Квист,1985,nurse,LT,
a3,Dorian Vell,,,,
a4,N.N.,,journalist,,
"""
THEIRS = """ref;full name;date of birth;profession;country
b1;Zeno Ashgrove;1970;;
b2;Bela Kvist;1985-06;nurse;Lithuania
b3;Ada Marr;1990-02-03;printer;LT
"""
HOSTILE = """id,name,note
1,"=HYPERLINK(""https://x.example"",""Ada"")",+1
2,Ada\u202eMarr,@x
3,נועה לוי,\x1b[2J
"""
SCHEMA = Path(__file__).parents[2] / "docs/reference/habeas-match-1.schema.json"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder as a user has one."""
    (tmp_path / "ours.csv").write_text(OURS, encoding="utf-8")
    (tmp_path / "theirs.csv").write_text(THEIRS, encoding="utf-8")
    (tmp_path / "hostile.csv").write_text(HOSTILE, encoding="utf-8")
    (tmp_path / "bad.csv").write_text("name,born\nAda Marr,soon\n", encoding="utf-8")
    (tmp_path / "empty.csv").write_text("name,born\n", encoding="utf-8")
    (tmp_path / "picture.csv").write_bytes(b"\x89PNG\r\n\x1a\n")
    return tmp_path


def rows_of(text: str) -> list[dict[str, str]]:
    """The rows of a CSV text by header."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


@pytest.mark.parametrize("columns", ["100", "80", "50", "30"])
def test_the_sheet_tells_who_stands_where(desk: Path, columns: str) -> None:
    done = habeas("match", "ours.csv", "theirs.csv", folder=desk, environment={"COLUMNS": columns})
    assert (done.returncode, done.stderr) == (0, "")
    assert all(len(line) <= int(columns) for line in done.stdout.splitlines())
    told = " ".join(done.stdout.split())
    for words in ("ours.csv (A)", "1 only in A", "1 only in B", "1 without a name", "Dorian Vell"):
        assert words in told
    assert "1990-02-03" in told
    assert "nobody was merged" in told


def test_few_rows_of_each_kind_are_shown_unless_all_are_asked_for(tmp_path: Path) -> None:
    letters = [f"{one}{two}" for one in "abcd" for two in "efgh"]
    names = [f"{x.title()}lorin Vast{y}" for x, y in zip(letters, reversed(letters), strict=True)]
    (tmp_path / "a.csv").write_text("name\n" + "\n".join(names), encoding="utf-8")
    (tmp_path / "b.csv").write_text("name\nZeno Ashgrove\n", encoding="utf-8")
    short = habeas("match", "a.csv", "b.csv", folder=tmp_path).stdout
    assert "more (--all shows them)" in short
    whole = habeas("match", "a.csv", "b.csv", "--all", folder=tmp_path).stdout
    assert all(name in whole for name in names)


def test_csv_holds_every_row_and_column(desk: Path) -> None:
    done = habeas("match", "ours.csv", "theirs.csv", "--format", "csv", folder=desk)
    assert done.returncode == 0
    rows = rows_of(done.stdout)
    assert {row["id A"] for row in rows} - {""} == {"a1", "a2", "a3", "a4"}
    assert {row["id B"] for row in rows} - {""} == {"b1", "b2", "b3"}
    (ada,) = (row for row in rows if row["id A"] == "a1")
    assert (ada["finding"], ada["id B"], ada["A: notes"]) == ("same", "b3", "'=1+1")
    assert float(ada["score"]) > 0.9
    assert "1990-02-03" in ada["evidence"]
    assert ada["B: profession"] == "printer"
    (nobody,) = (row for row in rows if row["id A"] == "a4")
    assert (nobody["finding"], nobody["name A"]) == ("anonymous in A", "N.N.")


def test_no_cell_is_a_formula_and_none_steers_the_terminal(desk: Path) -> None:
    done = habeas("match", "hostile.csv", "ours.csv", "--format", "csv", folder=desk)
    cells = [cell for row in csv.reader(io.StringIO(done.stdout)) for cell in row if len(cell) > 1]
    assert not [cell for cell in cells if cell[0] in "=+-@\t\r"]
    assert "Ada<U+202E>Marr" in done.stdout
    text = habeas("match", "hostile.csv", "ours.csv", "--all", folder=desk).stdout
    assert "\u202e" not in text + done.stdout
    assert "\x1b" not in text + done.stdout
    assert "\u2068נועה לוי\u2069" in text


@pytest.mark.parametrize("form", ["text", "csv", "xlsx", "json"])
def test_no_letter_of_a_list_stops_what_is_written(desk: Path, form: str) -> None:
    names = ["\ud800Marr \udfff", "A" * 10_000, "\x00\x07 Ada", "ﷺ" * 200, "e" + "\u0301" * 5_000]
    rows = [{"name": name, "id": name, name: name} for name in names]
    (desk / "odd.json").write_text(json.dumps(rows), encoding="utf-8")
    done = habeas("match", "odd.json", "ours.csv", "--output", f"out.{form}", folder=desk)
    if form == "text":
        done = habeas("match", "odd.json", "ours.csv", "--all", folder=desk)
    assert done.returncode in (0, 4)
    assert "Traceback" not in done.stderr
    assert "a fault in habeas" not in done.stderr


def test_a_workbook_has_a_sheet_for_each_kind(desk: Path) -> None:
    done = habeas("match", "ours.csv", "theirs.csv", "--output", "out.xlsx", folder=desk)
    assert (done.returncode, done.stdout) == (0, "")
    data = (desk / "out.xlsx").read_bytes()
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert book.sheet_names[:4] == ["Same", "Probable", "Possible", "Only in A"]
    (head, ada, *_) = book.get_sheet_by_name("Same").to_python()
    told = dict(zip(map(str, head), ada, strict=True))
    assert (told["name A"], told["name B"], told["A: notes"]) == ("Ada Marr", "Ada Marr", "=1+1")
    assert isinstance(told["score"], float)
    assert b"<f>" not in data
    again = habeas(
        "match", "ours.csv", "theirs.csv", "--format", "xlsx", "--output", "b.xlsx", folder=desk
    )
    assert again.returncode == 0
    assert (desk / "b.xlsx").read_bytes() == data


def test_json_is_as_its_schema_says(desk: Path) -> None:
    done = habeas("match", "ours.csv", "theirs.csv", "--format", "json", folder=desk)
    document = json.loads(done.stdout)
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(document)
    assert document["a"] == {"name": "ours.csv", "rows": 4, "problems": 0}
    first = document["findings"][0]
    assert (first["finding"], first["a"]["names"], first["b"]["id"]) == ("same", ["Ada Marr"], "b3")


def test_a_result_is_for_its_owner_alone_and_never_replaces_a_list(desk: Path) -> None:
    done = habeas("match", "ours.csv", "theirs.csv", "--output", "out.csv", folder=desk)
    assert done.returncode == 0
    assert stat.S_IMODE((desk / "out.csv").stat().st_mode) == 0o600
    refused = habeas("match", "ours.csv", "theirs.csv", "--output", "ours.csv", folder=desk)
    assert refused.returncode == 6
    assert (desk / "ours.csv").read_text(encoding="utf-8") == OURS
    nowhere = habeas("match", "ours.csv", "theirs.csv", "--output", "gone/out.csv", folder=desk)
    assert nowhere.returncode == 6
    assert "Traceback" not in nowhere.stderr


def test_a_list_may_come_from_another_program(desk: Path) -> None:
    done = habeas("match", "-", "theirs.csv", data=OURS.encode(), folder=desk)
    assert done.returncode == 0
    assert "standard input (A)" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    {
        "one list three times": (["ours.csv", "ours.csv", "ours.csv"], 2, "one list or two"),
        "nothing": ([], 2, "Missing argument"),
        "no such file": (["gone.csv", "ours.csv"], 3, "there is no such file"),
        "a picture": (["picture.csv", "ours.csv"], 3, "a picture"),
        "a folder": ([".", "ours.csv"], 3, "a folder"),
        "a bad cell": (["bad.csv", "ours.csv"], 4, "column 'born'"),
        "an empty list": (["empty.csv", "ours.csv"], 5, "nobody to compare with"),
    }.values(),
)
def test_each_way_to_end(desk: Path, arguments: list[str], code: int, words: str) -> None:
    done = habeas("match", *arguments, folder=desk)
    assert done.returncode == code
    assert words in done.stderr
    assert "Marr" not in done.stderr


@pytest.fixture
def home(desk: Path) -> dict[str, str]:
    """The environment of a register that holds two lists."""
    environment = {"HABEAS_HOME": str(desk / "home")}
    head = "# publisher: Harbour Watch\n# published: 2031-05-08\n"
    rows = "name,status,date,citizenship,role,age\nAda Marr,released,2031-05-07,LT,printer,41\n"
    (desk / "watch.csv").write_text(head + rows + "Cy Roe,held,2031-05-07,,,\n", encoding="utf-8")
    assert habeas("add", "watch.csv", folder=desk, environment=environment).returncode == 0
    return environment


def test_a_list_is_set_beside_the_register(desk: Path, home: dict[str, str]) -> None:
    done = habeas("match", "ours.csv", "--format", "csv", folder=desk, environment=home)
    assert done.returncode == 0
    rows = rows_of(done.stdout)
    (ada,) = (row for row in rows if row["name B"] == "Ada Marr")
    assert (ada["id A"], ada["finding"] in ("same", "probable")) == ("a1", True)
    assert "Cy Roe" in {row["name B"] for row in rows if row["finding"] == "only in B"}


def test_who_is_protected_is_never_shown(desk: Path, home: dict[str, str]) -> None:
    (desk / "names.txt").write_text("Ada Marr\n", encoding="utf-8")
    published = habeas(
        "publish", "e.sqlite", "--withhold", "names.txt", folder=desk, environment=home
    )
    assert published.returncode == 0
    for other in ([], ["e.sqlite"]):
        arguments = ["match", "ours.csv", *other, "--format", "csv"]
        done = habeas(*arguments, folder=desk, environment=home)
        assert done.returncode == 0
        rows = rows_of(done.stdout)
        assert {row["name B"] for row in rows} - {""} == {"Cy Roe"}


def test_without_a_register_there_is_nothing_to_set_beside(desk: Path) -> None:
    done = habeas("match", "ours.csv", folder=desk, environment={"HABEAS_HOME": str(desk / "none")})
    assert done.returncode == 5
    assert "habeas add" in done.stderr
