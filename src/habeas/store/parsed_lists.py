"""Lists of sanctions that are kept, read once: what was read stands beside the file's digest.

The bytes of the file stay what counts. What stands here is checked, and read anew from them
where it is missing, damaged, of another file or of another reader.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256

from django.db import transaction

from habeas.model.listings import DatedList
from habeas.model.sanctions import SanctionsList, Snapshot
from habeas.store.index.tables import ParsedList
from habeas.store.problems import StoreError, database_errors_told
from habeas.store.snapshots import load_edition

MAX_UNPACKED = 600_000_000
"""Bytes up to which a parsed list is unpacked; a list is read up to half as many."""

_FAST = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLists:
    """Editions of lists, by list and day; each is read when it is its turn.

    Iterating raises StoreError where one cannot be read: without it, what became of its
    entries would be told wrongly.
    """

    snapshots: tuple[Snapshot, ...]

    def __len__(self) -> int:
        return len(self.snapshots)

    def __iter__(self) -> Iterator[DatedList]:
        from habeas.pledges.sanctions import UnreadableSanctions

        for each in self.snapshots:
            try:
                found = load_list(each)
            except UnreadableSanctions as error:
                raise StoreError(
                    what="a list of sanctions that is kept cannot be read any more",
                    where=f"{each.digest[:12]} of {each.day}",
                    remedy="read it with the habeas that added it, or tell us of it",
                ) from error
            yield DatedList(title=each.title, day=each.day, file=each.file, found=found)


def load_list(snapshot: Snapshot) -> SanctionsList:
    """What is on an edition that is kept.

    Raises:
        StoreError: Its bytes are missing or were changed.
        UnreadableSanctions: This habeas reads them no more.
    """
    data = load_edition(snapshot)
    found = _parsed(snapshot)
    if found is None:
        from habeas.pledges.sanctions import read_sanctions

        found = read_sanctions(data, file=snapshot.file)
        # The next one may keep it, where the database is busy or may not be written.
        with suppress(StoreError):
            keep_parsed(snapshot, found)
    return found


def keep_parsed(snapshot: Snapshot, found: SanctionsList) -> None:
    """Keep what was read of an edition; no fact, and so without an audit record."""
    from habeas.pledges.sanctions.parsed import pack, reader_version

    content = zlib.compress(pack(found), _FAST)
    reader = reader_version()
    told = {"reader": reader, "seal": _seal(snapshot, reader, content), "content": content}
    with database_errors_told(), transaction.atomic():
        ParsedList.objects.update_or_create(
            digest=snapshot.digest, file=snapshot.file, defaults=told
        )


def _parsed(snapshot: Snapshot) -> SanctionsList | None:
    from habeas.pledges.sanctions.parsed import DamagedParse, reader_version, unpack

    with database_errors_told():
        row = ParsedList.objects.filter(digest=snapshot.digest, file=snapshot.file).first()
    reader = reader_version()
    if row is None or row.reader != reader:
        return None
    content = bytes(row.content)
    if row.seal != _seal(snapshot, reader, content):
        return None
    try:
        unpacking = zlib.decompressobj()
        found = unpack(unpacking.decompress(content, MAX_UNPACKED))
    except (zlib.error, DamagedParse):
        return None
    whole = unpacking.eof and found.digest == snapshot.digest
    return found if whole and len(found.entities) == snapshot.entries else None


def _seal(snapshot: Snapshot, reader: str, content: bytes) -> str:
    """SHA-256 over what was read and of what, so that the one of another list does not fit."""
    told = sha256(f"{snapshot.digest}\x1f{snapshot.file}\x1f{reader}".encode())
    told.update(content)
    return told.hexdigest()
