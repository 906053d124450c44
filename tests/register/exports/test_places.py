"""What is exported takes its place whole, and takes nobody else's."""

from __future__ import annotations

import hashlib
import stat
import zipfile
from pathlib import Path

import pytest

from habeas.register.exports.bundles import Bundle
from habeas.register.exports.places import new_bundle, new_file
from habeas.register.exports.problems import ExportNotWritten
from habeas.register.exports.readme import FORMAT


def fill(bundle: Bundle, words: str) -> None:
    for name in ("README.txt", "texts/one.txt"):
        with bundle.file(name) as file:
            file.write(f"{FORMAT} {words}".encode())


@pytest.mark.parametrize("name", ["out.zip", "out"])
def test_files_lie_beside_their_digests(tmp_path: Path, name: str) -> None:
    with new_bundle(tmp_path / name) as bundle:
        fill(bundle, "one")
        assert not (tmp_path / name).exists()
    if name.endswith(".zip"):
        with zipfile.ZipFile(tmp_path / name) as archive:
            found = {each: archive.read(each) for each in archive.namelist()}
    else:
        files = [path for path in (tmp_path / name).rglob("*") if path.is_file()]
        found = {str(path.relative_to(tmp_path / name)): path.read_bytes() for path in files}
    sums = found.pop("SHA256SUMS").decode().splitlines()
    digests = [f"{hashlib.sha256(data).hexdigest()}  {each}" for each, data in found.items()]
    assert sums == sorted(digests, key=lambda line: line.split("  ")[1])
    assert stat.S_IMODE((tmp_path / name).stat().st_mode) in (0o600, 0o700)
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["out.zip", "out"])
def test_what_fails_leaves_nothing_behind(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnicodeEncodeError), new_bundle(tmp_path / name) as bundle:
        fill(bundle, "\udcff")
    assert list(tmp_path.iterdir()) == []


def test_an_older_export_is_replaced_and_the_same_content_gives_the_same_bytes(
    tmp_path: Path,
) -> None:
    path = tmp_path / "out.zip"
    written = []
    for words in ("one", "two", "one"):
        with new_bundle(path) as bundle:
            fill(bundle, words)
        written.append(path.read_bytes())
    assert written[0] == written[2] != written[1]
    lines = tmp_path / "out.jsonl"
    for last in (b"one", b"two"):
        with new_file(lines) as file:
            file.write(f'{{"format": "{FORMAT}"}}'.encode() + last)
    assert lines.read_bytes().endswith(b"two")


def others(folder: Path) -> list[Path]:
    """What may stand where somebody wants an export to be."""
    (folder / "letter.zip").write_text("Dear Ada", encoding="utf-8")
    (folder / "link.zip").symlink_to(folder / "letter.zip")
    (folder / "folder.zip").mkdir()
    with zipfile.ZipFile(folder / "photos.zip", "w") as archive:
        archive.writestr("README.txt", "photos")
    (folder / "full").mkdir()
    (folder / "full" / "letter.txt").write_text("Dear Ada", encoding="utf-8")
    return sorted(folder.iterdir())


def test_nothing_else_is_replaced(tmp_path: Path) -> None:
    for path in others(tmp_path):
        before = path.read_bytes() if path.is_file() else b""
        with pytest.raises(ExportNotWritten, match="stands there already"), new_bundle(path) as one:
            fill(one, "one")
        assert before == (path.read_bytes() if path.is_file() else b"")
    assert len(list(tmp_path.iterdir())) == 5


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    gone = tmp_path / "gone" / "out.jsonl"
    with pytest.raises(ExportNotWritten, match="could not be written"), new_file(gone) as file:
        file.write(b"")
    empty = tmp_path / "empty"
    empty.mkdir()
    with new_bundle(empty) as bundle:
        fill(bundle, "one")
    assert (empty / "SHA256SUMS").exists()
