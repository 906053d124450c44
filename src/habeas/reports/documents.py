"""Files, folders and archives → documents, one at a time and in a stable order."""

from __future__ import annotations

import io
import os
import re
import stat
import tarfile
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from habeas.model.problems import Problem
from habeas.reports.media_types import called_no_report, is_email
from habeas.reports.members import (
    BROKEN,
    PACKED,
    Budget,
    Document,
    LeftOut,
    Place,
    Unpacked,
    buffered,
    in_memory,
    printable,
    read_member,
)

__all__ = ["Document", "LeftOut", "documents_in"]

MAX_DEPTH = 2
"""Archives within each other up to which their documents are read: one, and those inside it."""

_HEAD = 4096
_BUFFER = 1 << 20
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
_MBOX = re.compile(rb"From [^\r\n]{1,1000}\r?\n(?:>?From [^\r\n]*\r?\n)?[!-9;-~]+:")
_FEED = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?(rss|feed|RDF|html|svg|urlset)[\s>]", re.IGNORECASE)
_FEEDS = (b"rss", b"feed", b"rdf")

# Named, not imported: a walk over texts need not load the reader of web archives.
_READERS = {
    "zip": ("habeas.reports.archives", "zip_documents"),
    "tar": ("habeas.reports.archives", "tar_documents"),
    "warc": ("habeas.reports.web_archives", "warc_documents"),
    "mbox": ("habeas.reports.mailboxes", "mbox_documents"),
    "mail": ("habeas.reports.mailboxes", "mail_documents"),
    "feed": ("habeas.reports.feeds", "feed_documents"),
}
_ARCHIVES = frozenset({"zip", "tar", "warc"})

type Opened = Iterator[Document | Problem]
type Opener = Callable[[io.BufferedReader[Any], Place, Budget], Opened]


def documents_in(path: Path) -> Opened:
    """Walk everything at a path that can be read, lazily, one document in memory at a time.

    Read are single files; folders, by name and with all folders in them; `.zip`
    and `.tar` archives and files packed with gzip, bzip2 or xz; WARC files; mailboxes
    (mbox); e-mails, each attachment a document of its own; RSS and Atom feeds, each
    entry a document of its own. What a file is, its content says, not its name. Nothing
    is written to disk, and nothing is fetched. Archives may hold archives, one level deep.

    Hidden files, links to folders, pictures and programs are left out and said so
    (`LeftOut`); of what containers hold beside documents (redirects, revisits, links,
    signatures), one line for each kind in a container. What is broken, locked or
    beyond a limit is a `Problem`, and the rest goes on: a member of more than
    `MAX_BYTES`, a file that gives more than `FREE_BYTES` and `RATIO` bytes for each of
    its own.

    Args:
        path: A file or folder.

    Yields:
        Documents and Problems in the order of the walk. `Document.file` begins with
        the name of the file, or for a folder with the path below it, and is unique.
    """
    if not path.is_dir():
        yield from _file(path, Place(file=printable(path.name)))
        return
    for entry, file in _entries(path):
        if isinstance(entry, Problem):
            yield entry
        else:
            yield from _file(entry, Place(file=file))


def open_documents(stream: io.BufferedReader[Any], place: Place, budget: Budget) -> Opened:
    """The documents of a file or member whose bytes a stream gives.

    Damage is told as a Problem of this place; only `Exhausted`, which ends the file
    on disk, goes further where this is a member.
    """
    head = stream.peek(_HEAD)[:_HEAD]
    packing = next((magic for magic in PACKED if head.startswith(magic)), None)
    kind = _kind(head)
    if kind == "zip":
        if not stream.seekable():
            document = place.document(read_member(stream))
            if isinstance(document, Problem):
                yield document
                return
            stream = in_memory(document.data)
        if _is_office(stream):
            kind = None
    if (packing or kind in _ARCHIVES) and place.archives >= MAX_DEPTH:
        yield place.problem(
            "an archive inside an archive inside an archive", "unpack the outermost one first"
        )
    elif packing:
        unpacked = buffered(Unpacked(stream, packing, budget))
        yield from open_documents(unpacked, place.in_archive(), budget)
    elif kind is not None:
        inner = place.in_archive() if kind in _ARCHIVES else place
        yield from _opener(kind)(stream, inner, budget)
    elif other := called_no_report(head):
        yield LeftOut(what=other, where=place.file, remedy="nothing need be done")
    else:
        yield place.bare().document(read_member(stream))


def _file(path: Path, place: Place) -> Opened:
    try:
        # Asked first: opening a pipe waits for somebody to write into it.
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            yield place.problem("not a file with bytes of its own", "give a file or folder")
            return
        with path.open("rb", buffering=_BUFFER) as stream:
            assert isinstance(stream, io.BufferedReader)
            yield from open_documents(stream, place, Budget(status.st_size))
    except BROKEN as error:
        yield place.broken(error)


def _entries(folder: Path) -> Iterator[tuple[Path | Problem, str]]:
    """Files below a folder in order of their names, with their paths below it."""
    # A stack of what is still to come: folders may be nested deeper than calls may be.
    waiting = [_scanned(folder, "")]
    while waiting:
        entry, file = next(waiting[-1], (None, ""))
        if entry is None:
            waiting.pop()
        elif isinstance(entry, Problem):
            yield entry, file
        elif entry.name.startswith("."):
            yield _left_out("a hidden file or folder", file), file
        elif entry.is_symlink() and entry.is_dir():
            yield _left_out("a link to a folder", file), file
        elif entry.is_dir(follow_symlinks=False):
            waiting.append(_scanned(Path(entry.path), f"{file}/"))
        elif entry.is_file():
            yield Path(entry.path), file
        else:
            yield _left_out("neither a file nor a folder", file), file


def _scanned(folder: Path, above: str) -> Iterator[tuple[os.DirEntry[str] | Problem, str]]:
    """What one folder holds, by name."""
    try:
        found = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        place = Place(file=above.rstrip("/") or printable(folder.name))
        yield place.broken(error), place.file
        return
    for entry in found:
        yield entry, above + printable(entry.name)


def _left_out(what: str, where: str) -> LeftOut:
    return LeftOut(what=what, where=where, remedy="name it itself to have it read")


def _kind(head: bytes) -> str | None:
    """The container some first bytes begin, by its key in `_READERS`; None for a document."""
    if head.startswith(_ZIPS):
        return "zip"
    if head.startswith(b"WARC/"):
        return "warc"
    if _is_tar(head):
        return "tar"
    if _MBOX.match(head):
        return "mbox"
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if bare.startswith(b"<"):
        root = _FEED.search(bare)
        return "feed" if root and root.group(1).lower() in _FEEDS else None
    return "mail" if is_email(bare) else None


def _is_tar(head: bytes) -> bool:
    if len(head) < tarfile.BLOCKSIZE:
        return False
    try:
        # Its checksum tells a tar archive of every age from everything else.
        tarfile.TarInfo.frombuf(head[: tarfile.BLOCKSIZE], "utf-8", "surrogateescape")
    except tarfile.HeaderError:
        return False
    return True


def _is_office(stream: io.BufferedReader[Any]) -> bool:
    """True for what is a ZIP archive too, but one document."""
    from habeas.reports.archives import is_office_document

    office = is_office_document(stream)
    stream.seek(0)
    return office


def _opener(kind: str) -> Opener:
    module, function = _READERS[kind]
    opener: Opener = getattr(import_module(module), function)
    return opener
