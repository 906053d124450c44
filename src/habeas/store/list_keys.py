"""The key by which rows of lists are known again, kept beside the database and not in it.

A row is kept as a keyed digest of its name or id: whoever has the database alone cannot test
whether a name that they guess stands in a list.
"""

from __future__ import annotations

import hmac
import os
import secrets
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from habeas.store import models
from habeas.store.originals import HOME_SETTING
from habeas.store.problems import StoreError

_FILE = "lists.key"
_SIZE = 32


def row_digest() -> Callable[[str], str]:
    """A function that gives the keyed SHA-256 of a text, 64 hex digits.

    The first call makes the key, for its owner alone.

    Raises:
        StoreError: The key cannot be read or written, or lists were imported and it is gone.
    """
    key = _key()
    return lambda text: hmac.new(key, text.encode("utf-8", "surrogatepass"), sha256).hexdigest()


def _key() -> bytes:
    path = Path(getattr(settings, HOME_SETTING)) / _FILE
    try:
        if not path.exists():
            if models.ListImport.objects.exists():
                raise StoreError(
                    what="the key by which rows of lists are known again is gone",
                    where=str(path),
                    remedy="restore it from a copy",
                )
            _make(path)
        key = path.read_bytes()
    except OSError as error:
        raise StoreError(
            what=f"the key of the lists cannot be used ({error.strerror})",
            where=str(path),
            remedy="make the folder readable and writable for you",
        ) from error
    if len(key) != _SIZE:
        raise StoreError(
            what="the key of the lists is damaged",
            where=str(path),
            remedy="restore it from a copy",
        )
    return key


def _make(path: Path) -> None:
    part = path.with_name(f".{_FILE}.{secrets.token_hex(4)}.part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(secrets.token_bytes(_SIZE))
        file.flush()
        os.fsync(file.fileno())
    try:
        # Of two that make one at once, the first stays.
        os.link(part, path)
    except FileExistsError:
        pass
    finally:
        part.unlink()
