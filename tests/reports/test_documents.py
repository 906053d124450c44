"""Folders, archives, mailboxes: which documents come out, and what is said.

Everyone here is fictional.
"""

from __future__ import annotations

import gzip
import io
import os
import tarfile
import zipfile
from datetime import date
from pathlib import Path

import pytest

from habeas.model.problems import Problem
from habeas.reports import read_report
from habeas.reports.documents import Document, LeftOut, documents_in
from reports.archive_making import (
    Answer,
    make_mail,
    make_mbox,
    make_tar,
    make_warc,
)
from reports.docx_making import make_docx, paragraph, zip_of
from reports.sheet_making import make_xlsx

PAGE = b"<!DOCTYPE html><html><body><p>Nine people were freed in Arden.</p></body></html>"
NOTE = b"Nine people were freed."
LIST = b"name,status\nBo Example,freed\n"


def told(one: Document | Problem) -> str:
    """A document as its place; what was left out and what went wrong as a line."""
    if isinstance(one, Document):
        return one.file
    sign = "-" if isinstance(one, LeftOut) else "!"
    return f"{sign} {one.where}: {one.what}"


def walk(path: Path) -> list[str]:
    found = list(documents_in(path))
    files = [one.file for one in found if isinstance(one, Document)]
    assert len(files) == len(set(files))
    assert found == list(documents_in(path))
    return [told(one) for one in found]


def within(tmp_path: Path, name: str, data: bytes) -> list[str]:
    (tmp_path / name).write_bytes(data)
    return walk(tmp_path / name)


def twice_named() -> bytes:
    """An archive that holds a name twice."""
    with io.BytesIO() as buffer:
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("a.txt", NOTE)
            archive.writestr("b.txt", PAGE)
        return buffer.getvalue().replace(b"b.txt", b"a.txt")


def locked() -> bytes:
    """An archive whose second member says that it is locked."""
    data = bytearray(zip_of({"a.txt": NOTE, "b.txt": NOTE}))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def odd_method() -> bytes:
    with io.BytesIO() as buffer:
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as archive:
            archive.writestr("a.txt", NOTE)
        return buffer.getvalue()


def spoilt() -> bytes:
    """An archive whose first member's bytes were changed."""
    with io.BytesIO() as buffer:
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("a.txt", NOTE)
            archive.writestr("b.txt", NOTE)
        return buffer.getvalue().replace(b"Nine", b"Five", 1)


def lying() -> bytes:
    """An archive whose first member says that it has nine bytes."""
    size = len(NOTE).to_bytes(4, "little")
    data = zip_of({"a.txt": NOTE, "b.txt": PAGE})
    directory = data.index(b"PK\x01\x02")
    at = data.index(size, directory)
    return data[:at] + (9).to_bytes(4, "little") + data[at + 4 :]


def links() -> bytes:
    with io.BytesIO() as buffer:
        with tarfile.open(fileobj=buffer, mode="w") as archive:
            for name, kind in (("soft", tarfile.SYMTYPE), ("hard", tarfile.LNKTYPE)):
                member = tarfile.TarInfo(name)
                member.type, member.linkname = kind, "/etc/passwd"
                archive.addfile(member)
            member = tarfile.TarInfo("pipe")
            member.type = tarfile.FIFOTYPE
            archive.addfile(member)
        return buffer.getvalue()


INNER = zip_of({"in.txt": NOTE})
ARCHIVES = {
    "one file": ("a.txt", NOTE, ["a.txt"]),
    "a zip": (
        "a.zip", zip_of({"n/a.txt": NOTE, "b.html": PAGE}), ["a.zip/n/a.txt", "a.zip/b.html"]
    ),
    "a zip by another name": ("a.dat", zip_of({"a.txt": NOTE}), ["a.dat/a.txt"]),
    "an empty zip": ("a.zip", zip_of({}), []),
    "a Word file is a document": ("a.zip", make_docx(paragraph("Nine")), ["a.zip"]),
    "so is a workbook": ("a.zip", make_xlsx({"S": [["a"]]}), ["a.zip"]),
    "names that lead out": (
        "a.zip",
        zip_of({"../../etc/x.txt": NOTE, "/abs.txt": NOTE, "C:\\w\\y.txt": NOTE, "..": NOTE}),
        ["a.zip/etc/x.txt", "a.zip/abs.txt", "a.zip/w/y.txt", "a.zip/unnamed"],
    ),
    "names that steer a terminal": (
        "a.zip", zip_of({"a\x1b[2J.txt": NOTE}), ["a.zip/a\\x1b[2J.txt"]
    ),
    "a name twice": ("a.zip", twice_named(), ["a.zip/a.txt", "a.zip, member 2/a.txt"]),
    "hidden members": (
        "a.zip",
        zip_of({".a": NOTE, "__MACOSX/a": NOTE, "b": NOTE}),
        ["a.zip/b", "- a.zip: 2 left out: hidden files"],
    ),
    "an archive in one": (
        "a.zip", zip_of({"b.zip": INNER, "c": NOTE}), ["a.zip/b.zip/in.txt", "a.zip/c"]
    ),
    "an archive in one in one": (
        "a.zip",
        zip_of({"b.zip": zip_of({"c.zip": INNER}), "d": NOTE}),
        ["! a.zip/b.zip/c.zip: an archive inside an archive inside an archive", "a.zip/d"],
    ),
    "a locked member": (
        "a.zip", locked(), ["a.zip/a.txt", "! a.zip/b.txt: a member locked with a password"]
    ),
    "an odd method": (
        "a.zip", odd_method(), ["! a.zip/a.txt: a member packed in a way habeas does not read"]
    ),
    "a spoilt member": ("a.zip", spoilt(), ["! a.zip/a.txt: bytes that are broken", "a.zip/b.txt"]),
    "a member that lies about its size": (
        "a.zip", lying(), ["! a.zip/a.txt: bytes that are broken", "a.zip/b.txt"]
    ),
    "a picture": ("a.zip", zip_of({"a.txt": b"GIF89a"}), ["- a.zip/a.txt: a picture"]),
    "half a zip": ("a.zip", INNER[:40], ["! a.zip: bytes that are broken"]),
    "an empty member": ("a.zip", zip_of({"a": b""}), ["! a.zip/a: an empty file"]),
    "a tar": ("a.tar", make_tar([("n/a.txt", NOTE), ("../b", PAGE)]), ["a.tar/n/a.txt", "a.tar/b"]),
    "links and pipes in it": ("a.tar", links(), ["- a.tar: 3 left out: links and devices"]),
    "half a tar": (
        "a.tar",
        make_tar([("a.txt", NOTE), ("b.txt", bytes(b"x" * 9_000))])[:3_000],
        ["a.tar/a.txt", "! a.tar/b.txt: bytes that are broken", "! a.tar: bytes that are broken"],
    ),
    "a packed file": ("l.csv.gz", gzip.compress(LIST), ["l.csv.gz/l.csv"]),
    "packed in two parts": ("l.gz", gzip.compress(b"Nine ") + gzip.compress(b"freed"), ["l.gz/l"]),
    "a packed file cut short": (
        "l.gz",
        gzip.compress(os.urandom(9_000))[:5_000],
        ["! l.gz: it ends in the middle; the rest is missing"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "data", "found"), ARCHIVES.values(), ids=ARCHIVES.keys())
def test_what_is_in_an_archive(tmp_path: Path, name: str, data: bytes, found: list[str]) -> None:
    assert within(tmp_path, name, data) == found


@pytest.mark.parametrize("packing", ["", "gz", "bz2", "xz"])
def test_a_tar_packed_in_any_way(tmp_path: Path, packing: str) -> None:
    data = make_tar([("a.txt", NOTE), ("l.csv", LIST)], packing=packing)
    assert within(tmp_path, "a", data) == ["a/a.txt", "a/l.csv"]


def test_a_folder_is_walked_by_name_without_links_and_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "z.txt").write_bytes(NOTE)
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    (tmp_path / "a.zip").write_bytes(INNER)
    (tmp_path / "c.txt").write_bytes(NOTE)
    (tmp_path / ".secret").write_bytes(NOTE)
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe")
    assert walk(tmp_path) == [
        "- .secret: a hidden file or folder",
        "a.zip/in.txt",
        "- b/loop: a link to a folder",
        "b/z.txt",
        "c.txt",
        "- gone: neither a file nor a folder",
        "- pipe: neither a file nor a folder",
    ]


def test_folders_deeper_than_calls_go(tmp_path: Path) -> None:
    here = os.open(tmp_path, os.O_RDONLY)
    try:
        for _ in range(1_200):
            os.mkdir("d", dir_fd=here)
            below = os.open("d", os.O_RDONLY, dir_fd=here)
            os.close(here)
            here = below
        with os.fdopen(os.open("a.txt", os.O_CREAT | os.O_WRONLY, dir_fd=here), "wb") as file:
            file.write(NOTE)
    finally:
        os.close(here)
    assert walk(tmp_path) == ["d/" * 1_200 + "a.txt"]
    # Whoever cleans up after the tests may go no deeper than calls do.
    for folder, _, files in os.walk(tmp_path / "d", topdown=False):
        for name in files:
            (Path(folder) / name).unlink()
        Path(folder).rmdir()


def test_a_pipe_named_itself_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert walk(tmp_path / "pipe") == ["! pipe: not a file with bytes of its own"]


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    assert walk(tmp_path / "no") == ["! no: the file cannot be read: no such file or directory"]


def test_a_document_is_read_with_all_that_its_container_knows(tmp_path: Path) -> None:
    (tmp_path / "c.warc.gz").write_bytes(make_warc([Answer(body=PAGE)]))
    (document,) = documents_in(tmp_path / "c.warc.gz")
    assert isinstance(document, Document)
    report = read_report(
        document.data,
        media_type=document.media_type,
        file=document.file,
        url=document.url,
        retrieved=document.retrieved,
    )
    assert report.text == "Nine people were freed in Arden."
    assert (report.file, report.url) == ("c.warc.gz, record 1", "https://news.example/1")
    assert report.retrieved is not None
    assert report.retrieved.earliest == date(2025, 12, 14)


def test_a_mail_is_given_whole_and_then_what_is_attached(tmp_path: Path) -> None:
    forwarded = make_mail("Two more.", [("text/csv", "list.csv", LIST)], subject="Two")
    mail = make_mail(
        "Nine.",
        [
            ("text/csv", "../list.csv", LIST),
            ("application/zip", "all.zip", INNER),
            ("image/png", "seal.png", b"\x89PNG"),
            ("application/octet-stream", "two.eml", forwarded),
        ],
    )
    assert within(tmp_path, "m.eml", mail) == [
        "m.eml",
        "m.eml, attachment 1/list.csv",
        "m.eml, attachment 2/all.zip/in.txt",
        "m.eml, attachment 4/two.eml",
        "m.eml, attachment 4/two.eml, attachment 1/list.csv",
        "- m.eml: 1 left out: attachments that habeas does not read (pictures, signatures, ...)",
    ]


def test_a_mailbox_gives_each_mail(tmp_path: Path) -> None:
    data = make_mbox(
        [
            make_mail("Nine.\n\nFrom here on 2 wait."),
            make_mail("Two.", [("text/csv", "l.csv", LIST)]),
        ]
    )
    assert within(tmp_path, "b.mbox", data) == [
        "b.mbox, message 1",
        "b.mbox, message 2",
        "b.mbox, message 2, attachment 1/l.csv",
    ]
    first = next(documents_in(tmp_path / "b.mbox"))
    assert isinstance(first, Document)
    assert "\nFrom here on 2 wait." in read_report(first.data, file=first.file).text


def test_mails_in_mails_end(tmp_path: Path) -> None:
    mail = make_mail("Nine.")
    for _ in range(8):
        mail = make_mail("Around.", [("application/octet-stream", "in.eml", mail)])
    lines = within(tmp_path, "m.eml", mail)
    assert lines[-1].startswith("! ")
    assert "e-mail in an e-mail" in lines[-1]
