"""Keys from outside the register, and what is encrypted with them.

Words are encrypted with a key of their own (AES-256-GCM, NIST SP 800-38D), and that key with
one of the file. So a new key in the file needs only the small keys encrypted anew.
"""

from __future__ import annotations

import hmac
import os
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from habeas.store.problems import StoreError

_HEAD = "# The key of a habeas register. Keep a copy, apart from the copies of the register.\n"
_KEY_BYTES = 32
_NONCE_BYTES = 12
_LENGTH_BYTES = 8
_STEP = 256
"""Content is filled up to a multiple of this, so that its length says little."""


class KeyMissing(StoreError):
    """What is sealed cannot be opened here, because its key is not here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrapped:
    """A key of one content, encrypted with a version of the key from outside."""

    version: int
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Keys:
    """All versions of the key from outside; nothing of it is ever shown.

    Attributes:
        versions: Number of a version → its 32 bytes. The highest locks, all open.
    """

    versions: Mapping[int, bytes]

    @property
    def newest(self) -> int:
        """Number of the version that locks."""
        return max(self.versions)

    def lock(self, name: str, content: bytes) -> tuple[bytes, Wrapped]:
        """Encrypt some content under a name that must be given again to open it."""
        own = secrets.token_bytes(_KEY_BYTES)
        return _encrypted(own, _filled(content), name), self._wrapped(name, own)

    def open(self, name: str, content: bytes, wrapped: Wrapped) -> bytes:
        """Decrypt some content.

        Raises:
            KeyMissing: The version that locked it is not in the file.
            StoreError: The content, or the key, is another than it was.
        """
        return _unfilled(_decrypted(self._own(name, wrapped), content, name))

    def rewrap(self, name: str, wrapped: Wrapped) -> Wrapped:
        """The same key of a content, encrypted with the newest version.

        Raises:
            StoreError: As for `open`.
        """
        return self._wrapped(name, self._own(name, wrapped))

    def marks(self, digest: str) -> tuple[str, ...]:
        """What is noted of a digest so that it can be recognised, but only with the key.

        Returns:
            64 hex digits for each version, the newest first.
        """
        return tuple(
            hmac.new(key, b"habeas-mark" + digest.encode(), sha256).hexdigest()
            for _, key in sorted(self.versions.items(), reverse=True)
        )

    def _wrapped(self, name: str, own: bytes) -> Wrapped:
        version = self.newest
        data = _encrypted(self.versions[version], own, f"{name} {version}")
        return Wrapped(version=version, data=data)

    def _own(self, name: str, wrapped: Wrapped) -> bytes:
        if wrapped.version not in self.versions:
            raise KeyMissing(
                what=f"the key file has no version {wrapped.version}, which sealed this",
                remedy="put that line of an older copy of the key file back into it",
            )
        key = self.versions[wrapped.version]
        return _decrypted(key, wrapped.data, f"{name} {wrapped.version}")


def load_keys(place: Path) -> Keys:
    """The keys of a file.

    Raises:
        KeyMissing: There is no such file.
        StoreError: It cannot be read, is no key file, or others may read it.
    """
    try:
        mode = place.stat().st_mode
        lines = place.read_text(encoding="ascii").splitlines()
    except FileNotFoundError as error:
        raise KeyMissing(
            what="the key that opens what is sealed is not here",
            where=str(place),
            remedy="copy the key file there, or name it with HABEAS_KEY;"
            " if nothing was sealed yet, make one: habeas seal key --new",
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(
            what="the key file cannot be read", where=str(place), remedy="restore it from a copy"
        ) from error
    if os.name != "nt" and mode & 0o077:
        raise StoreError(
            what="others on this machine may read the key file",
            where=str(place),
            remedy="make it yours alone: chmod 600",
        )
    found = dict(filter(None, map(_version_of, lines)))
    if not found:
        raise StoreError(
            what="the file holds no key", where=str(place), remedy="restore it from a copy"
        )
    return Keys(versions=found)


def make_key(place: Path, *, apart_from: Path) -> int:
    """Add a new version of the key to its file, and make the file where there is none.

    Args:
        place: The file.
        apart_from: Folder of the register; a copy of it must not hold its key.

    Returns:
        The number of the version.

    Raises:
        StoreError: The file lies in the folder of the register, or cannot be written. What
            stood there still does.
    """
    if apart_from.resolve() in place.resolve().parents:
        raise StoreError(
            what="the key would lie in the folder of the register",
            where=str(place),
            remedy="name a file elsewhere with HABEAS_KEY",
        )
    try:
        versions = dict(load_keys(place).versions)
    except KeyMissing:
        versions = {}
    number = max(versions, default=0) + 1
    versions[number] = secrets.token_bytes(_KEY_BYTES)
    lines = (f"{each} {urlsafe_b64encode(key).decode()}\n" for each, key in versions.items())
    _write(place, _HEAD + "".join(lines))
    return number


def _write(place: Path, text: str) -> None:
    part = place.with_name(f".{place.name}.{secrets.token_hex(4)}.part")
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(place)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise StoreError(
            what=f"the key file cannot be written ({error.strerror})",
            where=str(place),
            remedy="name a file elsewhere with HABEAS_KEY",
        ) from error


def _version_of(line: str) -> tuple[int, bytes] | None:
    number, _, written = line.strip().partition(" ")
    try:
        key = urlsafe_b64decode(written)
    except (NotBase64, ValueError):
        return None
    return (int(number), key) if number.isdecimal() and len(key) == _KEY_BYTES else None


def _encrypted(key: bytes, content: bytes, name: str) -> bytes:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, name.encode())


def _decrypted(key: bytes, content: bytes, name: str) -> bytes:
    try:
        return AESGCM(key).decrypt(content[:_NONCE_BYTES], content[_NONCE_BYTES:], name.encode())
    except (InvalidTag, ValueError) as error:
        raise StoreError(
            what="what is sealed does not open: it was changed, or the key is another",
            remedy="restore the key file, or the database, from a copy",
        ) from error


def _filled(content: bytes) -> bytes:
    whole = len(content).to_bytes(_LENGTH_BYTES, "big") + content
    return whole + bytes(-len(whole) % _STEP)


def _unfilled(content: bytes) -> bytes:
    length = int.from_bytes(content[:_LENGTH_BYTES], "big")
    return content[_LENGTH_BYTES : _LENGTH_BYTES + length]
