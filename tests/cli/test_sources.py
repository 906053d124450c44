"""What the user may name: files, folders, addresses, standard input."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.cli.sources import DOCUMENTS, Kind, find_sources
from habeas.reports.media_types import READABLE, decide_media_type
from reports.docx_making import make_docx, paragraph
from reports.sheet_making import make_ods, make_xlsx

TREE = (
    "b.txt a.html list.csv .hidden.txt notes.odt LICENSE deep/c.TXT deep/.git/d.txt deep/e.pdf"
).split()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in TREE:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return tmp_path


def names(found: object, folder: Path) -> list[str]:
    from habeas.cli.sources import Sources

    assert isinstance(found, Sources)
    return [Path(source.at).relative_to(folder).as_posix() for source in found.found]


def test_a_folder_gives_its_reports_sorted(folder: Path) -> None:
    found = find_sources([str(folder)])
    assert names(found, folder) == ["a.html", "b.txt", "deep/c.TXT", "deep/e.pdf", "list.csv"]
    assert not found.problems


def test_what_a_folder_leaves_out_is_said(folder: Path) -> None:
    (note,) = find_sources([str(folder)]).notes
    assert note == f"{folder}: 4 left out (1 .odt, 2 hidden, 1 no type)"


def test_a_file_that_is_named_is_read_whatever_its_name(folder: Path) -> None:
    found = find_sources([str(folder / "LICENSE"), str(folder / ".hidden.txt")])
    assert names(found, folder) == ["LICENSE", ".hidden.txt"]


def test_the_order_named_is_kept_and_each_file_comes_once(folder: Path) -> None:
    found = find_sources([str(folder / "list.csv"), str(folder), str(folder / "deep/../b.txt")])
    assert names(found, folder) == ["list.csv", "a.html", "b.txt", "deep/c.TXT", "deep/e.pdf"]


def test_links_to_folders_are_not_followed(folder: Path) -> None:
    (folder / "deep/loop").symlink_to(folder, target_is_directory=True)
    assert len(find_sources([str(folder)]).found) == 5


def test_a_dead_link_in_a_folder_is_left_out(folder: Path) -> None:
    (folder / "dead.txt").symlink_to(folder / "nowhere.txt")
    found = find_sources([str(folder)])
    assert len(found.found) == 5
    assert "1 no ordinary file" in found.notes[0]


def test_a_folder_without_reports_is_a_problem(tmp_path: Path) -> None:
    (problem,) = find_sources([str(tmp_path)]).problems
    assert problem.what == "the folder holds no report that habeas reads"
    assert problem.where == str(tmp_path)


ADDRESSES = {
    "https://example.org/a.html": Kind.ADDRESS,
    "HTTP://EXAMPLE.ORG": Kind.ADDRESS,
    "-": Kind.STDIN,
    "example.org": Kind.FILE,
    "C:reports.txt": Kind.FILE,
}


@pytest.mark.parametrize("name", ADDRESSES)
def test_what_a_name_is(name: str) -> None:
    (source,) = find_sources([name]).found
    assert (source.kind, source.at) == (ADDRESSES[name], name)


@pytest.mark.parametrize("name", ["ftp://example.org/a", "file:///etc/passwd", "javascript://x"])
def test_an_address_that_is_not_of_the_web_is_a_problem(name: str) -> None:
    found = find_sources([name])
    assert not found.found
    assert found.problems[0].what == "the address is not of the web"


@pytest.mark.parametrize("suffix", sorted(DOCUMENTS))
def test_every_type_taken_from_a_folder_is_one_that_is_read(suffix: str) -> None:
    made = {
        ".pdf": b"%PDF-1.7",
        ".eml": b"From: a@example.org\n\nx",
        ".docx": make_docx(paragraph("x")),
        ".xlsx": make_xlsx({"x": [["x"]]}),
        ".ods": make_ods({"x": [["x"]]}),
    }
    data = made.get(suffix, b"<p>x</p>")
    kind = decide_media_type(data, declared=None, file=f"x{suffix}", where="x")
    assert kind in READABLE
    plain = decide_media_type(b"x", declared=None, file="x", where="x")
    assert kind != plain or suffix in (".txt", ".text")
