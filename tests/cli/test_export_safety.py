"""No name that is protected, and nothing that is restricted, leaves by any format.

Everyone in the files is made up.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from pyarrow import parquet

from cli.running import habeas
from habeas.cli.export_asked import FORMS

LIST = """# publisher: Harbour Watch
name,status,date,citizenship
Ada Marr,released,2031-05-07,LT
Bela Quist,held,2031,
Cy Roe,held,2031-05,
"""
# A part of the name in Latin letters and as it is read, in any case.
HIDDEN = re.compile(rb"marr\b|\xd0\xbc\xd0\xb0\xd1\x80\xd1\x80", re.IGNORECASE)


def unpacked(data: bytes) -> list[bytes]:
    """Every file of an archive, those of archives in it too; names of files with them."""
    if data.startswith(b"PAR1"):
        table = parquet.read_table(io.BytesIO(data))
        return [repr((table.to_pydict(), table.schema.metadata)).encode()]
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return [data]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        inner = [part for name in names for part in unpacked(archive.read(name))]
    return [*inner, *(name.encode() for name in names)]


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register that withholds Ada Marr."""
    folder = tmp_path_factory.mktemp("register")
    (folder / "watch.csv").write_text(LIST, encoding="utf-8")
    (folder / "names.txt").write_text("Ада Марр\n", encoding="utf-8")
    home = {"HABEAS_HOME": str(folder / "home")}
    assert habeas("add", "watch.csv", folder=folder, environment=home).returncode == 0
    arguments = ["publish", "e.sqlite", "--withhold", "names.txt"]
    assert habeas(*arguments, folder=folder, environment=home).returncode == 0
    return folder


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("source", ["register", "edition"])
def test_a_protected_name_is_in_no_byte(register: Path, form: str, source: str) -> None:
    to = register / f"{source}-{form}.zip"
    edition = ["e.sqlite"] if source == "edition" else []
    arguments = ["export", *edition, "--format", form, "--to", str(to)]
    done = habeas(*arguments, folder=register, environment={"HABEAS_HOME": str(register / "home")})
    assert done.returncode == 0
    assert "1 protected, left out" in done.stderr
    parts = unpacked(to.read_bytes())
    assert any(b"Quist" in part for part in parts)
    for part in parts:
        assert not HIDDEN.search(part), form


@pytest.mark.parametrize("sought", ["Ada Marr", "Марр"])
def test_a_search_for_a_protected_name_says_what_any_search_for_nobody_says(
    register: Path, sought: str
) -> None:
    home = {"HABEAS_HOME": str(register / "home")}
    told = [
        habeas("export", "--format", "jsonl", "--search", name, folder=register, environment=home)
        for name in (sought, "Zyx Wvuts")
    ]
    assert told[0].returncode == told[1].returncode == 5
    assert (told[0].stdout, told[0].stderr) == (told[1].stdout, told[1].stderr)
