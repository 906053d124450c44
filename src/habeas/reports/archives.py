"""ZIP and tar archives: their members, never written to disk."""

from __future__ import annotations

import io
import struct
import tarfile
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import IO, Any

from habeas.model.problems import Problem
from habeas.reports.documents import open_documents
from habeas.reports.members import (
    BROKEN,
    Budget,
    Document,
    Exhausted,
    LeftOut,
    Metered,
    Place,
    buffered,
    clean_name,
)

MAX_DIRECTORY = 32_000_000
"""Bytes of a ZIP archive's directory up to which it is opened; each of its entries costs ten
times its bytes in memory."""

_END = b"PK\x05\x06"
_END_BYTES = 22
_END_COMMENT = 65_535
_END64 = b"PK\x06\x06"
_END64_BYTES = 56
_LOCKED = 1
# The other methods unpack without bound before a byte can be counted.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_OFFICE = ("[Content_Types].xml", "_rels/.rels", "mimetype")


def is_office_document(stream: IO[bytes]) -> bool:
    """True for a ZIP archive that is one document of an office program.

    Raises:
        zipfile.BadZipFile: No ZIP archive, or a broken one.
    """
    if _directory_size(stream) > MAX_DIRECTORY:
        return False
    with zipfile.ZipFile(stream) as archive:
        return any(name in archive.NameToInfo for name in _OFFICE)


def zip_documents(
    stream: io.BufferedReader[Any], place: Place, budget: Budget
) -> Iterator[Document | Problem]:
    """The documents of a ZIP archive, in the order of its directory.

    Raises:
        zipfile.BadZipFile: A broken archive.
        Exhausted: The budget is used up.
    """
    if _directory_size(stream) > MAX_DIRECTORY:
        yield place.problem("an archive of too many members", "split it into several archives")
        return
    left_out: Counter[str] = Counter()
    names = _Names(place)
    with zipfile.ZipFile(stream) as archive:
        for number, entry in enumerate(archive.infolist(), 1):
            member = names.place(entry.filename, number)
            if entry.is_dir():
                continue
            if _is_hidden(member.file):
                left_out["hidden files"] += 1
            elif entry.flag_bits & _LOCKED:
                yield member.problem(
                    "a member locked with a password", "unpack the archive with its password"
                )
            elif entry.compress_type not in _METHODS:
                yield member.problem(
                    "a member packed in a way habeas does not read", "unpack the archive"
                )
            else:
                try:
                    with archive.open(entry) as packed:
                        yield from open_documents(buffered(Metered(packed, budget)), member, budget)
                except Exhausted:
                    raise
                except BROKEN as error:
                    yield member.broken(error)
    yield from told(left_out, place)


def tar_documents(
    stream: io.BufferedReader[Any], place: Place, budget: Budget
) -> Iterator[Document | Problem]:
    """The documents of a tar archive, in its order.

    Raises:
        tarfile.TarError: A broken archive; what stood before was given.
        Exhausted: The budget is used up.
    """
    left_out: Counter[str] = Counter()
    names = _Names(place)
    number = 0
    with tarfile.open(fileobj=stream, mode="r|", errorlevel=2) as archive:
        for entry in archive:
            # The archive keeps each member it has seen, a kilobyte for every one.
            archive.members = []  # type: ignore[attr-defined]
            number += 1
            member = names.place(entry.name, number)
            if entry.isdir():
                continue
            if not entry.isfile():
                left_out["links and devices"] += 1
            elif _is_hidden(member.file):
                left_out["hidden files"] += 1
            else:
                packed = archive.extractfile(entry)
                assert packed is not None
                try:
                    yield from open_documents(buffered(Metered(packed, budget)), member, budget)
                except Exhausted:
                    raise
                except BROKEN as error:
                    yield member.broken(error)
    yield from told(left_out, place)


def told(left_out: Counter[str], place: Place) -> Iterable[LeftOut]:
    """One line for each kind of thing that was left out of a container."""
    for what, count in sorted(left_out.items()):
        yield LeftOut(
            what=f"{count} left out: {what}",
            where=place.file,
            remedy="nothing need be done unless one of them matters",
        )


class _Names:
    """Gives each member a place of its own, though archives may hold a name twice."""

    def __init__(self, archive: Place) -> None:
        self._archive = archive
        self._seen: set[int] = set()

    def place(self, name: str, number: int) -> Place:
        cleaned = clean_name(name)
        # The hash, for archives of a million names.
        key = hash(cleaned)
        if key in self._seen:
            return self._archive.inside(f", member {number}/{cleaned}")
        self._seen.add(key)
        return self._archive.inside(f"/{cleaned}")


def _is_hidden(file: str) -> bool:
    # The folder is where macOS puts what only macOS reads.
    return file.rpartition("/")[2].startswith(".") or "/__MACOSX/" in file


def _directory_size(stream: IO[bytes]) -> int:
    """Bytes of the directory as the archive's last record says, before it is read.

    Raises:
        zipfile.BadZipFile: There is no such record.
    """
    size = stream.seek(0, io.SEEK_END)
    begin = max(0, size - _END_BYTES - _END_COMMENT)
    stream.seek(begin)
    tail = stream.read()
    at = tail.rfind(_END)
    if at < 0 or at + _END_BYTES > len(tail):
        raise zipfile.BadZipFile
    (length,) = struct.unpack_from("<L", tail, at + 12)
    at64 = tail.rfind(_END64, 0, at)
    if at64 >= 0 and at64 + _END64_BYTES <= at:
        (length,) = struct.unpack_from("<Q", tail, at64 + 40)
    elif length == 0xFFFFFFFF:
        raise zipfile.BadZipFile
    stream.seek(0)
    return int(length)
