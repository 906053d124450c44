"""Put the file of an Edition where it is read: whole, in one step, or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from pathlib import Path


def put_in_place(
    write: Callable[[Path], None], path: Path, announce: Callable[[Path], None]
) -> None:
    """Write a file beside its place, announce it, then move it there.

    Args:
        write: Writes the file; it is there already, empty.
        path: Its place.
        announce: Told where the whole file stands before it is moved.

    Raises:
        OSError: The folder cannot be written. That, and whatever `announce` raises,
            leaves nothing behind.
    """
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        part.touch(exist_ok=False)
        write(part)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        announce(part)
        part.replace(path)
        _sync_folder(path.parent)
    finally:
        part.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    # Windows cannot open a folder; there the rename itself is durable.
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
