"""Is the register what its audit records say? Every record and every row is looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import batched

from django.db import transaction

from habeas.model.audit import AuditRecord, BrokenLink, ChainEnd, Change
from habeas.register.chain import NOTHING, link_fault
from habeas.store.audit import chain_end, load_audit_records
from habeas.store.contents import Contents
from habeas.store.originals import holds_original, originals_folder
from habeas.store.problems import database_errors_told

_AT_ONCE = 500
_OF_BYTES = (Change.READING, Change.SNAPSHOT)
_UNREADABLE = "unreadable"


def verify_records() -> tuple[ChainEnd, BrokenLink | None]:
    """Follow the chain from its first record to its last.

    Numbers have no gap, each record holds the hash of the one before it and has its own,
    what it is of is there and unchanged, so are the bytes of reports and lists, every row
    has a record, and the chain ends where it is said to. Who can write to the database can
    also make a whole chain anew: compare its end with one that was noted elsewhere.

    Returns:
        The last record that was found good, and the first broken link, or None.

    Raises:
        StoreError: The database cannot be read.
    """
    with database_errors_told(), transaction.atomic():
        contents, originals = Contents(), _Originals()
        end = ChainEnd(number=0, hash=NOTHING, at=None)
        for some in batched(load_audit_records(), _AT_ONCE):
            digests = _digests(some, contents)
            for record in some:
                fault = link_fault(record, end) or _row_fault(record, digests)
                fault = fault or originals.fault(record)
                if fault is not None:
                    return end, BrokenLink(number=record.number, what=fault)
                end = ChainEnd(number=record.number, hash=record.hash, at=record.at)
        return end, _fault_after(end, contents)


def _digests(records: Sequence[AuditRecord], contents: Contents) -> Mapping[tuple[str, int], str]:
    found: dict[tuple[str, int], str] = {}
    for change in Change:
        rows = [record.row for record in records if record.change == change]
        digests = _readable(change, rows, contents)
        found |= {(change.value, row): digest for row, digest in digests.items()}
    return found


def _readable(change: Change, rows: Sequence[int], contents: Contents) -> Mapping[int, str]:
    try:
        return contents.digests(change, rows)
    except (ValueError, TypeError, OverflowError):
        # A value that its column cannot hold: it costs no other row its digest.
        if len(rows) == 1:
            return {rows[0]: _UNREADABLE}
        return {
            key: value for row in rows for key, value in _readable(change, [row], contents).items()
        }


def _row_fault(record: AuditRecord, digests: Mapping[tuple[str, int], str]) -> str | None:
    digest = digests.get((record.change, record.row))
    if digest is None:
        return "what was added is no longer there"
    return None if digest == record.content else "what was added was changed since"


class _Originals:
    """The bytes that records are of, each looked at once."""

    def __init__(self) -> None:
        self._folder = originals_folder()
        self._seen: set[str] = set()

    def fault(self, record: AuditRecord) -> str | None:
        if record.change not in _OF_BYTES or record.about in self._seen:
            return None
        self._seen.add(record.about)
        if holds_original(self._folder, record.about):
            return None
        return "the bytes that were read are missing or were changed since"


def _fault_after(end: ChainEnd, contents: Contents) -> BrokenLink | None:
    head = chain_end()
    if head.number > end.number:
        return BrokenLink(number=end.number + 1, what=f"record {end.number + 1} is missing")
    if (head.number, head.hash) != (end.number, end.hash) or _is_before(head.at, end.at):
        return BrokenLink(number=None, what="the end of the chain was changed")
    for name in contents.unseen():
        return BrokenLink(number=None, what=f"rows of {name} have no record")
    return None


def _is_before(one: datetime | None, other: datetime | None) -> bool:
    return other is not None and (one is None or one < other)
