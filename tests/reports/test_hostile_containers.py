"""Containers made to hurt: too large, too deep, with names that lead elsewhere, damaged anywhere.

Everyone here is fictional.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.problems import Problem
from habeas.reports import MAX_BYTES
from habeas.reports.documents import Document, documents_in
from habeas.reports.members import PACKED, Budget, Unpacked, clean_name
from habeas.reports.web_archives import join_chunks
from reports.archive_making import (
    Answer,
    in_chunks,
    make_mail,
    make_tar,
    make_warc,
    raw_record,
)
from reports.docx_making import zip_of
from reports.test_documents import INNER, LIST, NOTE, PAGE, within
from reports.test_web_archives import GOOD, OK


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
