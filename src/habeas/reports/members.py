"""One document within whatever holds it, and how much may be unpacked to reach it."""

from __future__ import annotations

import bz2
import io
import lzma
import re
import struct
import tarfile
import zipfile
import zlib
from dataclasses import dataclass, replace
from datetime import date
from typing import IO, Any

from habeas.model.problems import Problem
from habeas.reports.read import MAX_BYTES

FREE_BYTES = 200_000_000
"""Unpacked bytes that every file may give, whatever its size."""

RATIO = 200
"""Unpacked bytes that a file may give for each byte of its own beyond those."""

_BLOCK = 16_384
_LZMA_MEMORY = 128_000_000
_DRIVE = re.compile(r"^[A-Za-z]:")

BROKEN = (
    tarfile.TarError,
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What the readers of archives raise on bytes that are none, cut short or made to hurt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document's own bytes, as `read_report` takes them.

    Attributes:
        data: The bytes, unpacked; at most `MAX_BYTES`, at least one.
        file: Where it stands in what was walked: `2024/note.html`,
            `notes.zip/2024/note.html`, `crawl.warc.gz, record 12`, `box.mbox, message 3`.
            No two documents of one walk have the same, and the same file on disk
            gives the same again, so that a walk can be taken up where it ended.
        media_type: As its container declares it, parameters included; None where
            nothing is declared.
        url: Address it was read from, where its container says so.
        retrieved: Day it was read from there, where its container says so.
    """

    data: bytes
    file: str
    media_type: str | None = None
    url: str | None = None
    retrieved: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut(Problem):
    """Something left out on purpose, such as pictures and hidden files; nobody need act."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a document is and what is known of it before its bytes are read.

    Attributes:
        file, media_type, url, retrieved: As those of `Document`.
        archives: How many are around it.
        mails: How many are around it.
    """

    file: str
    media_type: str | None = None
    url: str | None = None
    retrieved: date | None = None
    archives: int = 0
    mails: int = 0

    def document(self, data: bytes) -> Document | Problem:
        """The document of these bytes; a Problem where they are none or too many."""
        if len(data) > MAX_BYTES:
            return self.problem(
                f"more than the {MAX_BYTES / 1e6:.0f} MB habeas reads",
                "split the document, or keep only its text",
            )
        if not data:
            return self.problem("an empty file", "fetch or save the document again")
        return Document(
            data=data,
            file=self.file,
            media_type=self.media_type,
            url=self.url,
            retrieved=self.retrieved,
        )

    def problem(self, what: str, remedy: str) -> Problem:
        """Something wrong here."""
        return Problem(what=what, where=self.file, remedy=remedy)

    def broken(self, error: Exception) -> Problem:
        """What one of `BROKEN` means to the person whose file it is."""
        if isinstance(error, Exhausted):
            what, remedy = (
                "a file that grows beyond all measure when it is unpacked",
                "unpack it, and give what is worth reading",
            )
        elif isinstance(error, EOFError):
            what, remedy = "it ends in the middle; the rest is missing", "fetch or copy it again"
        elif isinstance(error, OSError) and error.strerror:
            what = f"the file cannot be read: {error.strerror.lower()}"
            remedy = "copy it to this machine and try again"
        else:
            what, remedy = "bytes that are broken", "fetch or copy it again"
        return self.problem(what, remedy)

    def inside(self, name: str, **known: Any) -> Place:
        """The place of something inside this one, which adds `name` to its own."""
        return Place(file=self.file + name, archives=self.archives, mails=self.mails, **known)

    def bare(self) -> Place:
        """The place of the one document in a packed file: `list.csv.gz/list.csv`."""
        stem, _, ending = self.file.rpartition("/")[2].rpartition(".")
        packed = bool(stem) and ending.lower() in ("gz", "bz2", "xz")
        return replace(self, file=f"{self.file}/{stem}") if packed else self

    def in_archive(self) -> Place:
        """The same place, with one archive more around what it holds."""
        return replace(self, archives=self.archives + 1)

    def in_mail(self) -> Place:
        """The same place, with one e-mail more around what it holds."""
        return replace(self, mails=self.mails + 1)


class Exhausted(RuntimeError):
    """More was unpacked than a file of this size may give."""


class Budget:
    """Bytes that one file on disk may still give, all archives within archives together.

    Args:
        size: Bytes of the file.
    """

    def __init__(self, size: int) -> None:
        self._left = FREE_BYTES + RATIO * size

    def spend(self, count: int) -> None:
        """Take `count` bytes off.

        Raises:
            Exhausted: There are not as many left.
        """
        self._left -= count
        if self._left < 0:
            raise Exhausted


class Metered(io.RawIOBase):
    """Bytes of a stream, each of them taken off a budget."""

    def __init__(self, stream: IO[bytes], budget: Budget) -> None:
        self._stream = stream
        self._budget = budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        piece = self._stream.read(len(buffer))
        buffer[: len(piece)] = piece
        self._budget.spend(len(piece))
        return len(piece)


class Unpacked(io.RawIOBase):
    """The bytes inside a gzip, bzip2 or xz file of one or more parts, within a budget.

    Raises:
        EOFError: On reading, where the file ends within a part.
        Exhausted: On reading, where the budget is used up.
    """

    def __init__(self, packed: IO[bytes], magic: bytes, budget: Budget) -> None:
        self._packed = packed
        self._magic = magic
        self._budget = budget
        self._part = _decompressor(magic)
        self._waiting = b""
        self._starved = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while True:
            if self._part.eof and not self._next_part():
                return 0
            # The others keep what they have not used, and must not be given more to keep.
            hungry = getattr(self._part, "needs_input", True)
            if hungry and not self._waiting and not self._starved:
                self._waiting = self._packed.read(_BLOCK)
                self._starved = not self._waiting
            piece = self._part.decompress(self._waiting, len(buffer))
            # zlib hands back what it had no room for.
            self._waiting = getattr(self._part, "unconsumed_tail", b"")
            if piece:
                self._budget.spend(len(piece))
                buffer[: len(piece)] = piece
                return len(piece)
            if self._starved and not self._part.eof:
                raise EOFError

    def _next_part(self) -> bool:
        """Go on with the part behind this one; False where there is none.

        Zeros and whatever else stands behind the last part are padding.
        """
        rest = self._part.unused_data.lstrip(b"\0")
        if not rest or (len(rest) < len(self._magic) and self._magic.startswith(rest)):
            rest = (rest + self._packed.read(_BLOCK)).lstrip(b"\0")
        if not rest.startswith(self._magic):
            return False
        self._part = _decompressor(self._magic)
        self._waiting = rest
        return True


PACKED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00")
"""How gzip, bzip2 and xz begin."""


def buffered(raw: io.RawIOBase) -> io.BufferedReader[Any]:
    """A stream whose first bytes can be looked at before they are read."""
    return io.BufferedReader(raw, 65_536)


def in_memory(data: bytes) -> io.BufferedReader[Any]:
    """Bytes as such a stream."""
    return io.BufferedReader(io.BytesIO(data))


def read_member(stream: IO[bytes]) -> bytes:
    """All bytes of a stream; one more than `MAX_BYTES` where it has more."""
    return stream.read(MAX_BYTES + 1)


def clean_name(name: str) -> str:
    """A member's name as a relative path that leads nowhere else; `unnamed` if nothing is left.

    >>> clean_name("/etc/../../notes\\\\a.txt"), clean_name("C:\\\\x.txt"), clean_name("..")
    ('etc/notes/a.txt', 'x.txt', 'unnamed')
    """
    parts = re.split(r"[/\\]", _DRIVE.sub("", name))
    kept = (printable(part) for part in parts if part not in ("", ".", ".."))
    return "/".join(kept) or "unnamed"


def printable(name: str) -> str:
    """A file name that every terminal and file can show; what cannot be shown is spelt out."""
    known = name.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in known
    )


def _decompressor(magic: bytes) -> Any:
    if magic == PACKED[0]:
        return zlib.decompressobj(16 + zlib.MAX_WBITS)
    if magic == PACKED[1]:
        return bz2.BZ2Decompressor()
    return lzma.LZMADecompressor(memlimit=_LZMA_MEMORY)
