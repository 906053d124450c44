"""WARC files (ISO 28500): the pages a crawler brought home."""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import brotli

from habeas.model.problems import Problem
from habeas.reports.archives import told
from habeas.reports.documents import open_documents
from habeas.reports.media_types import is_readable
from habeas.reports.members import (
    BROKEN,
    PACKED,
    Budget,
    Document,
    Exhausted,
    Place,
    Unpacked,
    buffered,
    in_memory,
    read_member,
)
from habeas.reports.read import MAX_BYTES
from habeas.reports.reading import web_address

HEAD_BYTES = 1_000_000
"""Bytes of lines (fields of a record and of its answer) up to which a record is read."""

_BLOCK = 1 << 20
_CHUNKS = 1_000_000
_BEGIN = re.compile(rb"WARC/\d")
_CHUNK = re.compile(rb"\s*([0-9A-Fa-f]{1,8})[^\r\n]{0,1000}\r?\n")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_PLAIN_ENCODINGS = frozenset({"", "identity", "none", "utf-8"})
_PAGES = frozenset({"response", "resource", "conversion"})


def warc_documents(
    stream: io.BufferedReader[Any], place: Place, budget: Budget
) -> Iterator[Document | Problem]:
    """The documents of a WARC file, in its order; records are counted from 1.

    Given are responses of status 200, resources and conversions, where they declare a
    type that habeas reads or none. Their chunks are joined and what gzip, deflate or
    Brotli packed is unpacked. `url` is the record's target, `retrieved` its day. What is left
    out (other statuses, revisits, requests, pictures, ...) is counted and told at the end.

    Raises:
        Exhausted: The budget is used up.
    """
    from warcio.recordloader import ArcWarcRecordLoader

    # It tells of blanks in an address; nothing but habeas writes to the terminal.
    logging.getLogger("warcio").addHandler(logging.NullHandler())
    loader = ArcWarcRecordLoader(verify_http=False, arc2warc=False)
    lines = _Lines(stream)
    left_out: Counter[str] = Counter()
    number = 0
    while True:
        begin = lines.next_record()
        if lines.lost:
            yield place.inside(f", before record {number + 1}").problem(
                f"{lines.lost} bytes that belong to no record", "fetch or copy the file again"
            )
        if not begin:
            break
        number += 1
        here = place.inside(f", record {number}")
        record = None
        try:
            record = loader.parse_record_stream(lines, begin, "warc")
            reason = _left_out(record)
            if reason:
                left_out[reason] += 1
            else:
                yield from _documents(record, here, budget)
        except Exhausted:
            raise
        except _broken() as error:
            yield here.broken(error)
        if record is not None and (missing := _drain(record.raw_stream)):
            yield here.problem(
                f"a record that ends {missing} bytes before its end", "fetch the file again"
            )
    yield from told(left_out, place)


def _documents(record: Any, place: Place, budget: Budget) -> Iterator[Document | Problem]:
    data = read_member(record.raw_stream)
    answer = record.http_headers
    if answer and len(data) <= MAX_BYTES:
        if "chunked" in _field(answer, "Transfer-Encoding").lower():
            data = join_chunks(data)
        encoding = _field(answer, "Content-Encoding").strip().lower()
        if encoding not in _PLAIN_ENCODINGS:
            try:
                data = _unpacked(data, encoding, budget)
            except NotImplementedError:
                yield place.problem(
                    f"a page packed with {encoding[:20]!r}, which habeas does not read",
                    "have the crawler ask for gzip, or store pages unpacked",
                )
                return
    known = replace(
        place,
        media_type=_declared(record) or None,
        url=web_address(record.rec_headers.get_header("WARC-Target-URI") or ""),
        retrieved=_day(record.rec_headers.get_header("WARC-Date") or ""),
    )
    if len(data) > MAX_BYTES:
        yield known.document(data)
        return
    memory = in_memory(data)
    yield from open_documents(memory, known, budget)


def join_chunks(data: bytes) -> bytes:
    """The body of an answer sent in chunks (RFC 9112, 7.1).

    Bytes that are in no chunks, which crawlers that joined them left this way,
    come back unchanged.

    Raises:
        EOFError: The last chunk is missing or cut short.
        ValueError: More chunks than any server sends, or a size that is none.

    >>> join_chunks(b"5\\r\\nNine \\r\\n5\\r\\nfreed\\r\\n0\\r\\n\\r\\n")
    b'Nine freed'
    """
    pieces: list[bytes] = []
    position = 0
    for _ in range(_CHUNKS):
        size = _CHUNK.match(data, position)
        if size is None:
            if position == 0:
                return data
            if position >= len(data):
                raise EOFError
            raise ValueError("no size of a chunk")
        length = int(size.group(1), 16)
        if length == 0:
            return b"".join(pieces)
        if size.end() + length > len(data):
            raise EOFError
        pieces.append(data[size.end() : size.end() + length])
        position = size.end() + length + 2
    raise ValueError("too many chunks")


def _unpacked(data: bytes, encoding: str, budget: Budget) -> bytes:
    """The body that `Content-Encoding` names, one byte more than `MAX_BYTES` at most.

    Raises:
        EOFError: Cut short.
        NotImplementedError: Packed in another way than gzip, deflate or Brotli.
    """
    if encoding in ("gzip", "x-gzip"):
        if not data.startswith(PACKED[0]):
            # The crawler unpacked it and left the field.
            return data
        packed = buffered(Unpacked(io.BytesIO(data), PACKED[0], budget))
        return read_member(packed)
    if encoding == "br":
        return _unpacked_brotli(data, budget)
    if encoding != "deflate":
        raise NotImplementedError
    for window in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        part = zlib.decompressobj(window)
        try:
            unpacked = part.decompress(data, MAX_BYTES + 1)
        except zlib.error:
            continue
        if not part.eof and len(unpacked) <= MAX_BYTES:
            raise EOFError
        budget.spend(len(unpacked))
        return unpacked
    return data


def _unpacked_brotli(data: bytes, budget: Budget) -> bytes:
    """As `_unpacked`; bytes that are no Brotli come back unchanged, unpacked by the crawler."""
    part = brotli.Decompressor()
    pieces: list[bytes] = []
    length = 0
    given = data
    while not part.is_finished() and length <= MAX_BYTES:
        try:
            piece = part.process(given, output_buffer_limit=_BLOCK)
        except brotli.error:
            if pieces:
                raise EOFError from None
            return data
        if not piece and part.can_accept_more_data():
            raise EOFError
        given = b""
        pieces.append(piece)
        length += len(piece)
        budget.spend(len(piece))
    return b"".join(pieces)[: MAX_BYTES + 1]


def _left_out(record: Any) -> str:
    """Why a record is no document; empty for one that is."""
    if record.rec_type == "revisit":
        return "revisits, whose page another record holds"
    if record.rec_type not in _PAGES:
        return "records of the crawl itself (requests, metadata, ...)"
    answer = record.http_headers
    if answer is not None and str(answer.get_statuscode()) != "200":
        return "answers other than 200 (moved, not found, ...)"
    if not record.length:
        return "empty answers"
    if not is_readable(_declared(record)):
        return "types that habeas does not read (pictures, scripts, ...)"
    return ""


def _declared(record: Any) -> str:
    if record.http_headers is not None:
        return _field(record.http_headers, "Content-Type").strip()
    kind = str(record.content_type or "").strip()
    return "" if kind.lower().startswith("application/http") else kind


def _field(headers: Any, name: str) -> str:
    return str(headers.get_header(name) or "")


def _day(stamp: str) -> date | None:
    match = _DAY.match(stamp)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _drain(stream: Any) -> int:
    """Read on to the end of a record; how many of the bytes it promised are missing."""
    while piece := stream.read(_BLOCK):
        del piece
    return int(getattr(stream, "limit", 0))


def _broken() -> tuple[type[Exception], ...]:
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.statusandheaders import StatusAndHeadersParserException

    return (*BROKEN, ArchiveLoadFailed, StatusAndHeadersParserException, AttributeError, TypeError)


class _Lines:
    """The stream as warcio reads it, without lines or heads that never end.

    Attributes:
        lost: Bytes passed over by the last `next_record`, blank lines not counted.
    """

    def __init__(self, stream: io.BufferedReader[Any]) -> None:
        self._stream = stream
        self._left = HEAD_BYTES
        self.lost = 0

    def next_record(self) -> bytes:
        """The first line of the next record; empty at the end of the file."""
        self._left = HEAD_BYTES
        self.lost = 0
        begins = True
        while line := self._stream.readline(_BLOCK):
            if begins and _BEGIN.match(line):
                return line
            # Padding of a broken disk is nothing lost; neither is the blank line between.
            self.lost += len(line.rstrip(b"\r\n")) - line.count(b"\0")
            begins = line.endswith(b"\n")
        return b""

    def read(self, size: int) -> bytes:
        return self._stream.read(size)

    def readline(self, size: int = HEAD_BYTES) -> bytes:
        if self._left <= 0:
            raise ValueError("a head without end")
        line = self._stream.readline(min(size, self._left))
        self._left -= len(line)
        return line
