"""The bytes of every report, kept by what they are: `originals/ab/cdef…`.

Files are for their owner alone. They are written whole or not at all, and never
changed: the name is the SHA-256 of the content.
"""

from __future__ import annotations

import os
import secrets
from hashlib import file_digest, sha256
from pathlib import Path

from django.conf import settings

from habeas.store.problems import StoreError

HOME_SETTING = "HABEAS_HOME"
"""Name of the Django setting that holds the folder of the private data."""


def originals_folder() -> Path:
    """Where they are."""
    home: str = getattr(settings, HOME_SETTING)
    return Path(home) / "originals"


def keep_original(folder: Path, data: bytes) -> str:
    """Keep some bytes; keeping them twice keeps them once.

    Returns:
        Their SHA-256, 64 hex digits.

    Raises:
        StoreError: They could not be written; nothing half written stays.
    """
    digest = sha256(data).hexdigest()
    path = _path(folder, digest)
    try:
        # A file damaged since is replaced by what it should be.
        if not (path.is_file() and sha256(path.read_bytes()).hexdigest() == digest):
            _write(path, data)
    except OSError as error:
        raise StoreError(
            what=f"the original could not be kept ({error.strerror})",
            where=str(folder),
            remedy="make room there, or choose another folder with HABEAS_HOME",
        ) from error
    return digest


def load_original(folder: Path, digest: str) -> bytes:
    """The bytes with this SHA-256.

    Raises:
        StoreError: They are not there, or are no longer what they were.
    """
    try:
        data = _path(folder, digest).read_bytes()
    except OSError as error:
        raise StoreError(
            what=f"the original of report {digest} cannot be read ({error.strerror})",
            where=str(folder),
            remedy="restore the folder from a copy",
        ) from error
    if sha256(data).hexdigest() != digest:
        raise StoreError(
            what=f"the original of report {digest} was damaged or changed",
            where=str(folder),
            remedy="restore the file from a copy, or add the report again",
        )
    return data


def holds_original(folder: Path, digest: str) -> bool:
    """True where the bytes with this SHA-256 are there and are what they were."""
    try:
        with _path(folder, digest).open("rb") as file:
            return file_digest(file, "sha256").hexdigest() == digest
    except OSError:
        return False


def _path(folder: Path, digest: str) -> Path:
    return folder / digest[:2] / digest[2:]


def _write(path: Path, data: bytes) -> None:
    for each in (path.parent.parent, path.parent):
        each.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
    _sync(path.parent)
    _sync(path.parent.parent)


def _sync(folder: Path) -> None:
    # Windows cannot open a folder; there the rename itself is durable.
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
