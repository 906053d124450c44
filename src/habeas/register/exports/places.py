"""Put exported files where they are wanted: whole, in one step, or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from habeas.register.exports.bundles import Bundle, FolderBundle, ZipBundle
from habeas.register.exports.problems import ExportNotWritten
from habeas.register.exports.readme import FORMAT

_HEAD = 16_384
_OWNER_ALONE = 0o600
_MARKED_MEMBERS = ("README.txt", "docProps/core.xml")
_PART = ".part"


@contextmanager
def new_file(path: Path) -> Iterator[IO[bytes]]:
    """A file for its owner's eyes only that takes its place when it is whole.

    It replaces an older export, and nothing else. Where anything is raised, what stood
    there still does.

    Raises:
        ExportNotWritten: Something else stands there, or the folder cannot be written.
    """
    refuse_to_overwrite(path)
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}{_PART}")
    try:
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL
        with os.fdopen(os.open(part, flags, _OWNER_ALONE), "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise _not_written(path, error) from error
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def new_bundle(path: Path) -> Iterator[Bundle]:
    """A ZIP where the name ends so, else a folder; it takes its place when it is whole.

    A ZIP replaces an older export; a folder replaces nothing but an empty one.

    Raises:
        ExportNotWritten: Something else stands there, or the folder cannot be written.
    """
    if path.suffix.lower() == ".zip":
        with new_file(path) as file, ZipBundle(file) as bundle:
            yield bundle
        return
    refuse_to_overwrite_with_folder(path)
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}{_PART}")
    try:
        part.mkdir(mode=0o700)
        with FolderBundle(part) as bundle:
            yield bundle
        _sync_all()
        part.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise _not_written(path, error) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def refuse_to_overwrite(path: Path) -> None:
    """Raise `ExportNotWritten` where anything but an older export stands at a path."""
    if not (path.exists() or path.is_symlink()):
        return
    if path.is_symlink() or not path.is_file() or not is_export(path):
        raise _taken(path, "something that is not an export of habeas")


def refuse_to_overwrite_with_folder(path: Path) -> None:
    """Raise `ExportNotWritten` where anything but an empty folder stands at a path."""
    if not (path.exists() or path.is_symlink()):
        return
    if path.is_symlink() or not path.is_dir() or any(path.iterdir()):
        raise _taken(path, "something")


def is_export(path: Path) -> bool:
    """True where a file says of itself that habeas exported it."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
        if FORMAT.encode() in head:
            return True
        if not zipfile.is_zipfile(path):
            return False
        with zipfile.ZipFile(path) as archive:
            members = [name for name in _MARKED_MEMBERS if name in archive.namelist()]
            return any(FORMAT.encode() in archive.read(name) for name in members)
    except (OSError, zipfile.BadZipFile):
        return False


def _taken(path: Path, what: str) -> ExportNotWritten:
    return ExportNotWritten(
        what=f"{what} stands there already",
        where=str(path),
        remedy="choose another name, or move it away first",
    )


def _not_written(path: Path, error: OSError) -> ExportNotWritten:
    return ExportNotWritten(
        what=f"the export could not be written ({error.strerror})",
        where=str(path),
        remedy="choose a folder that exists, can be written and has room",
    )


def _sync_all() -> None:
    # Each of some hundred thousand files by itself would take minutes.
    if hasattr(os, "sync"):
        os.sync()


def _sync_folder(folder: Path) -> None:
    # Windows cannot open a folder; there the rename itself is durable.
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
