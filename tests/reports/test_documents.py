"""Folders, archives, web archives, mailboxes: which documents come out, and what is said.

Everyone here is fictional.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import subprocess
import sys
import tarfile
import zipfile
import zlib
from datetime import date
from pathlib import Path

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.problems import Problem
from habeas.reports import MAX_BYTES, read_report
from habeas.reports.documents import Document, LeftOut, documents_in
from habeas.reports.members import PACKED, Budget, Unpacked, clean_name
from habeas.reports.web_archives import join_chunks
from reports.archive_making import (
    Answer,
    in_chunks,
    make_mail,
    make_mbox,
    make_tar,
    make_warc,
    raw_record,
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


BROTLI = {"Content-Encoding": "br"}
GZIP = {"Content-Encoding": "gzip"}
CHUNKED = {"Transfer-Encoding": "chunked"}
ANSWERS = {
    "a page": (Answer(body=PAGE), PAGE),
    "of no declared type": (Answer(body=PAGE, kind=""), PAGE),
    "as a resource": (Answer(body=PAGE, record="resource"), PAGE),
    "packed": (Answer(body=gzip.compress(PAGE), fields=GZIP), PAGE),
    "called packed": (Answer(body=PAGE, fields=GZIP), PAGE),
    "deflated": (Answer(body=zlib.compress(PAGE), fields={"Content-Encoding": "deflate"}), PAGE),
    "deflated as some servers do": (
        Answer(body=zlib.compress(PAGE, wbits=-15), fields={"Content-Encoding": "deflate"}), PAGE
    ),
    "in chunks": (Answer(body=in_chunks(PAGE), fields=CHUNKED), PAGE),
    "called in chunks": (Answer(body=PAGE, fields=CHUNKED), PAGE),
    "packed in chunks": (
        Answer(body=in_chunks(gzip.compress(PAGE)), fields=CHUNKED | GZIP), PAGE
    ),
    "a picture": (Answer(body=PAGE, kind="image/png"), "types that habeas does not read"),
    "not found": (Answer(body=PAGE, status="404 Not Found"), "answers other than 200"),
    "a redirect": (Answer(body=PAGE, status="301 Moved"), "answers other than 200"),
    "seen before": (Answer(body=PAGE, record="revisit"), "revisits"),
    "what was asked": (Answer(body=b"", status="GET / HTTP/1.1", record="request"), "records of"),
    "empty": (Answer(body=b""), "an empty file"),
    "packed with Brotli": (Answer(body=brotli.compress(PAGE), fields=BROTLI), PAGE),
    "called packed with Brotli": (Answer(body=PAGE, fields=BROTLI), PAGE),
    "half a page packed with Brotli": (
        Answer(body=brotli.compress(PAGE)[:-20], fields=BROTLI), "ends in the middle"
    ),
    "a bomb packed with Brotli": (
        Answer(body=brotli.compress(bytes(60_000_000)), fields=BROTLI), "more than the 50 MB"
    ),
    "packed in a way of its own": (
        Answer(body=PAGE, fields={"Content-Encoding": "zstd"}), "a page packed with 'zstd'"
    ),
    "half a packed page": (
        Answer(body=gzip.compress(PAGE)[:-20], fields=GZIP), "ends in the middle"
    ),
    "half a deflated page": (
        Answer(body=zlib.compress(PAGE)[:-20], fields={"Content-Encoding": "deflate"}),
        "ends in the middle",
    ),
    "half its chunks": (Answer(body=in_chunks(PAGE)[:-40], fields=CHUNKED), "ends in the middle"),
}  # fmt: skip


@pytest.mark.parametrize("packed", [True, False], ids=["gzip", "plain"])
@pytest.mark.parametrize(("answer", "found"), ANSWERS.values(), ids=ANSWERS.keys())
def test_an_answer_in_a_web_archive(
    tmp_path: Path, answer: Answer, found: bytes | str, packed: bool
) -> None:
    path = tmp_path / "c.warc"
    path.write_bytes(make_warc([answer, Answer(body=NOTE, kind="text/plain")], packed=packed))
    first, *others = documents_in(path)
    if isinstance(found, bytes):
        assert isinstance(first, Document)
        assert first.data == found
        assert first.url == "https://news.example/1"
    else:
        (problem,) = (one for one in (first, *others) if isinstance(one, Problem))
        assert found in problem.what
    assert "c.warc, record 2" in walk(path)


OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
GOOD = raw_record(OK + PAGE)
RECORDS = {
    "whole": (GOOD, ["c, record 1"]),
    "longer than its file": (
        raw_record(OK + PAGE, length=9_000_000_000),
        ["c, record 1", "! c, record 1: a record that ends"],
    ),
    "shorter than its bytes": (
        raw_record(OK + PAGE, length=len(OK) + 20) + GOOD,
        ["c, record 1", "! c, before record 2: ", "c, record 2"],
    ),
    "a length that is none": (
        raw_record(OK + PAGE, length=-5) + GOOD,
        ["! c, before record 2: ", "c, record 2", "- c: 1 left out: empty answers"],
    ),
    "a field without end": (
        raw_record(OK + PAGE, fields=f"X: {'x' * 3_000_000}\r\n") + GOOD,
        ["! c, record 1: bytes that are broken", "! c, before record 2: ", "c, record 2"],
    ),
    "fields without end": (
        raw_record(OK + PAGE, fields="X: y\r\n" * 400_000) + GOOD,
        ["! c, record 1: bytes that are broken", "! c, before record 2: ", "c, record 2"],
    ),
    "an answer without end of its head": (
        raw_record(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 400_000) + GOOD,
        ["! c, record 1: bytes that are broken", "! c, before record 2: ", "c, record 2"],
    ),
    "rubbish between": (GOOD + b"rubbish\n" + GOOD,
                        ["c, record 1", "! c, before record 2: 7 bytes", "c, record 2"]),
    "no length": (b"WARC/1.0\r\n\r\n" + GOOD,
                  ["! c, record 1: bytes that are broken", "c, record 2"]),
}  # fmt: skip


@pytest.mark.parametrize(("data", "found"), RECORDS.values(), ids=RECORDS.keys())
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_a_broken_record_costs_no_other(
    tmp_path: Path, data: bytes, found: list[str], packed: bool
) -> None:
    lines = within(tmp_path, "c", gzip.compress(data) if packed else data)
    assert len(lines) == len(found)
    for line, begin in zip(lines, found, strict=True):
        assert line.startswith(begin)


def test_an_address_with_blanks_is_read_without_a_word_to_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "c.warc"
    path.write_bytes(GOOD.replace(b"news.example/1", b"news.example/a b"))
    walk_it = (
        "import sys; from pathlib import Path; from habeas.reports.documents import documents_in;"
        "print(len(list(documents_in(Path(sys.argv[1])))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", walk_it, str(path)], check=True, capture_output=True, text=True
    )
    assert (done.stdout, done.stderr) == ("1\n", "")


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


def sparse(path: Path, begin: bytes) -> Path:
    with path.open("wb") as file:
        file.write(begin)
        file.truncate(2_000_000_000)
    return path


HUGE = {
    "nothing known": b"",
    "text": b"Nine people were freed.\n",
    "a web archive": b"WARC/1.0\r\n",
    "a record": raw_record(OK, length=1_900_000_000),
    "a mailbox": b"From a@b.example Sat Dec 13 12:00:00 2025\nSubject: x\n\n",
    "a feed": b"<rss version='2.0'>",
    "a mail": b"From: a@b.example\nMessage-ID: x\n\n",
    "a PDF": b"%PDF-1.7\n",
    "a zip": b"PK\x03\x04",
    "a packed file": gzip.compress(NOTE),
}


@pytest.mark.parametrize("begin", HUGE.values(), ids=HUGE.keys())
def test_two_gigabytes_give_no_more_than_may_be_read(tmp_path: Path, begin: bytes) -> None:
    for one in documents_in(sparse(tmp_path / "huge", begin)):
        assert not isinstance(one, Document) or len(one.data) <= MAX_BYTES


def test_a_file_that_unpacks_to_too_much_ends_there(tmp_path: Path) -> None:
    bomb = gzip.compress(bytes(10_000_000)) * 30
    assert within(tmp_path, "b.tar", make_tar([("a.txt", NOTE), ("b.gz", bomb)])) == [
        "b.tar/a.txt", "! b.tar/b.gz/b: more than the 50 MB habeas reads"
    ]  # fmt: skip
    beyond = "a file that grows beyond all measure when it is unpacked"
    long = gzip.compress(make_tar([("a.txt", NOTE)])[:1024]) + bomb
    assert within(tmp_path, "b.tar.gz", long) == ["b.tar.gz/a.txt"]
    members = {f"{number}.txt": bytes(49_000_000) for number in range(8)}
    lines = within(tmp_path, "b.zip", zip_of(members))
    assert lines[-1] == f"! b.zip: {beyond}"
    assert len(lines) < len(members)


NAMES = st.text(alphabet=st.sampled_from("ab./\\:C\x1b\u202e\0 "), max_size=20)


@given(NAMES)
def test_no_name_leads_anywhere_else(name: str) -> None:
    cleaned = clean_name(name)
    assert cleaned
    assert not cleaned.startswith("/")
    assert not {"", ".", ".."} & set(cleaned.split("/"))
    assert "\\" not in cleaned.replace("\\x", "").replace("\\u", "")
    assert cleaned.isprintable()


@given(st.binary(max_size=3_000), st.integers(1, 500))
def test_chunks_are_joined_to_what_was_sent(body: bytes, size: int) -> None:
    assert join_chunks(in_chunks(body, size)) == body


@given(st.lists(st.binary(max_size=2_000), min_size=1, max_size=4), st.sampled_from(range(3)))
def test_unpacking_gives_what_was_packed(parts: list[bytes], way: int) -> None:
    pack = (gzip.compress, bz2.compress, lzma.compress)[way]
    data = b"".join(map(pack, parts))
    stream = io.BufferedReader(Unpacked(io.BytesIO(data), PACKED[way], Budget(len(data))))
    assert stream.read() == b"".join(parts)


@given(
    whole=st.sampled_from([INNER, make_warc([Answer(body=PAGE)]), GOOD, make_tar([("a", NOTE)]),
                     make_mail("Nine.", [("text/csv", "l.csv", LIST)]), gzip.compress(NOTE)]),
    data=st.data(),
)  # fmt: skip
def test_any_damage_is_told_and_not_raised(
    tmp_path_factory: pytest.TempPathFactory, whole: bytes, data: st.DataObject
) -> None:
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(0, 4))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(1, len(damaged)))
    path = tmp_path_factory.mktemp("damaged") / "d"
    path.write_bytes(damaged[:cut])
    for one in documents_in(path):
        assert isinstance(one, Document | Problem)
