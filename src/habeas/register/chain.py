"""The chain of audit records: each holds the hash of the one before it.

A text is hashed with its length and every value with its type, so that no two lists of
values are hashed alike (as netstrings do, D. J. Bernstein, 1997).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256

from habeas.model.audit import AuditRecord, ChainEnd

type Cell = str | int | float | bool | bytes | date | datetime

NOTHING = "0" * 64
"""What stands for the hash before the first record."""

_FORMAT = "habeas-audit/1"


def encoded(values: Iterable[Cell]) -> bytes:
    """Values as bytes from which they could be read again.

    Moments are written in UTC: the same moment is the same bytes in every time zone.
    """
    return b"".join(map(_cell, values))


def digest_of(values: Iterable[Cell]) -> str:
    """SHA-256 of values, 64 hex digits."""
    return sha256(encoded(values)).hexdigest()


def hash_of(record: AuditRecord) -> str:
    """The hash that a record must have; its own `hash` is not looked at."""
    return digest_of(
        (
            _FORMAT,
            record.number,
            record.at,
            record.by,
            record.change,
            record.row,
            record.about,
            record.reason,
            record.content,
            record.previous,
        )
    )


def sealed(record: AuditRecord) -> AuditRecord:
    """The record with its hash."""
    return replace(record, hash=hash_of(record))


def link_fault(record: AuditRecord, end: ChainEnd) -> str | None:
    """What is wrong with a record after a chain that ends there; None if it follows."""
    if record.number != end.number + 1:
        return f"record {end.number + 1} is missing"
    if record.previous != end.hash:
        return "it does not follow the record before it"
    if record.hash != hash_of(record):
        return "it was changed"
    if end.at is not None and record.at < end.at:
        return "it is earlier than the record before it"
    return None


def _cell(value: Cell) -> bytes:
    kind, text = _told(value)
    data = text.encode("utf-8", "surrogatepass")
    return b"%s%d:%s" % (kind, len(data), data)


def _told(value: Cell) -> tuple[bytes, str]:
    # A truth value is a whole number, and a moment a day, to Python: the narrower first.
    if isinstance(value, bool):
        return b"b", str(int(value))
    if isinstance(value, int):
        return b"i", str(value)
    if isinstance(value, float):
        return b"f", repr(value)
    if isinstance(value, datetime):
        return b"t", value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return b"d", value.isoformat()
    if isinstance(value, bytes):
        return b"x", value.hex()
    return b"s", str(value)
