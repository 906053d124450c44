"""Web archives: which answers come out as documents, and what is said of the others.

Everyone here is fictional.
"""

from __future__ import annotations

import gzip
import subprocess
import sys
import zlib
from pathlib import Path

import brotli
import pytest

from habeas.model.problems import Problem
from habeas.reports.documents import Document, documents_in
from reports.archive_making import (
    Answer,
    in_chunks,
    make_warc,
    raw_record,
)
from reports.test_documents import NOTE, PAGE, walk, within

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
