"""Several files that belong together, in a folder or a ZIP, with the digest of each."""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO, Protocol, Self

DIGESTS = "SHA256SUMS"
"""A line for each other file, as `sha256sum --check` reads it."""

# ZIP knows no time before; a fixed one lets the same content give the same bytes.
_DAY = (1980, 1, 1, 0, 0, 0)
_OWNER_ALONE = 0o600


class Digested:
    """A binary file being written, and the SHA-256 of what was written so far."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._digest = hashlib.sha256()

    def write(self, data: bytes) -> int:
        """Write all of the data."""
        self._file.write(data)
        self._digest.update(data)
        return len(data)

    def hexdigest(self) -> str:
        """64 hex digits."""
        return self._digest.hexdigest()


class Bundle(Protocol):
    """Where files are written, one after the other."""

    def file(self, name: str) -> AbstractContextManager[Digested]:
        """A file to write; `name` has `/` between its folders."""


class FolderBundle:
    """Files in a folder that exists and is empty."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._digests: dict[str, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Write the digests of all files, unless something went wrong."""
        if kind is None:
            with self.file(DIGESTS) as file:
                file.write(_lines(self._digests))

    @contextmanager
    def file(self, name: str) -> Iterator[Digested]:
        """A file for its owner's eyes only, as safe on the disk as it can be when it closes."""
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(
            os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ALONE), "wb"
        ) as f:
            digested = Digested(f)
            yield digested
        self._digests[name] = digested.hexdigest()


class ZipBundle:
    """Files in a ZIP archive; the same files give the same bytes."""

    def __init__(self, file: IO[bytes]) -> None:
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED)
        self._digests: dict[str, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Write the digests of all files, unless something went wrong, and end the archive."""
        with self._zip:
            if kind is None:
                with self.file(DIGESTS) as file:
                    file.write(_lines(self._digests))

    @contextmanager
    def file(self, name: str) -> Iterator[Digested]:
        """A file of the archive."""
        entry = zipfile.ZipInfo(name, _DAY)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = _OWNER_ALONE << 16
        # A table of a large register may be larger than 2 GiB, and nobody knows before.
        with self._zip.open(entry, "w", force_zip64=True) as inner:
            digested = Digested(inner)
            yield digested
        self._digests[name] = digested.hexdigest()


def _lines(digests: dict[str, str]) -> bytes:
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(digests.items())).encode()
