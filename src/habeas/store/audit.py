"""Every change of the private database with its audit record, in one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection, transaction

from habeas.model.audit import AuditRecord, ChainEnd, Change
from habeas.register.chain import NOTHING, sealed
from habeas.store import models
from habeas.store.contents import Contents, Tables, root_of, tables_now
from habeas.store.problems import database_errors_told
from habeas.store.telling import told_of

_TICK = timedelta(microseconds=1)
_HEAD = 1
_OLDER = {
    Change.READING: "added_at",
    Change.JUDGEMENT: "at",
    Change.WITHDRAWAL: "at",
    Change.PROTECTION: "at",
}
"""What a register could hold before it had audit records, and the field of its moment."""


class Chain:
    """The end of the chain, held until the transaction ends."""

    def __init__(self, head: Any, tables: Tables = tables_now) -> None:
        self._head = head
        self._tables = tables
        self.added: list[tuple[Change, Any]] = []

    def add(self, change: Change, row: Any, at: datetime | None = None) -> None:
        """Record that a row was added, with everything that stands below it by now.

        Args:
            change: What kind of thing it is.
            row: The row, saved.
            at: When it was added, for what is older than its record; now if left out.
        """
        head = self._head
        by, about, reason = told_of(change, row)
        record = sealed(
            AuditRecord(
                number=head.number + 1,
                at=_next_moment(head) if at is None else max(at, head.at or at),
                by=by,
                change=change.value,
                row=row.pk,
                about=about,
                reason=reason,
                content=Contents(self._tables).digests(change, [row.pk])[row.pk],
                previous=head.hash,
                hash="",
            )
        )
        self._tables("AuditRecord")(**asdict(record)).save(force_insert=True)
        head.number, head.hash, head.at = record.number, record.hash, record.at
        head.save(force_update=True)
        self.added.append((change, row))


@contextmanager
def one_change() -> Iterator[Chain]:
    """One transaction that changes the register; any other waits until it is done.

    Raises:
        StoreError: The database refused. Nothing was changed.
    """
    with database_errors_told(), transaction.atomic():
        head = _held_head()
        before = head.number
        chain = Chain(head)
        yield chain
        if chain.added:
            # The index reads by what this module writes.
            from habeas.store.index.following import keep_in_step

            keep_in_step(before, chain.added)


def settled_moment() -> datetime:
    """This moment: all that was added is older than it, and all that will be is later.

    It waits for changes under way. Should the clock be set back right afterwards, what is
    added later counts as older until the next record, such as that of an Edition.
    """
    with database_errors_told(), transaction.atomic():
        return _next_moment(_held_head())


def known_number(known_at: datetime | None) -> int:
    """Number of the last record that was there at a moment, or is there now; 0 of none."""
    records = models.AuditRecord.objects.order_by("-number")
    if known_at is not None:
        records = records.filter(at__lte=known_at)
    return records.values_list("number", flat=True).first() or 0


def chain_end() -> ChainEnd:
    """Where the chain is said to end."""
    with database_errors_told():
        head = models.ChainHead.objects.filter(pk=_HEAD).first()
    if head is None:
        return ChainEnd(number=0, hash=NOTHING, at=None)
    return ChainEnd(number=head.number, hash=head.hash, at=head.at)


def has_record(digest: str) -> bool:
    """True where a record has this hash."""
    with database_errors_told():
        return models.AuditRecord.objects.filter(hash=digest.strip().lower()).exists()


def load_audit_records(*, after: int = 0) -> Iterator[AuditRecord]:
    """Audit records in order of their numbers, whole, for checking them.

    To show them to somebody: `habeas.store.history.load_shown_records`.

    Args:
        after: Number of the last one to leave out.
    """
    with database_errors_told():
        rows = models.AuditRecord.objects.filter(number__gt=after).order_by("number")
        for row in rows.iterator(500):
            yield AuditRecord(
                number=row.number,
                at=row.at,
                by=row.by,
                change=row.change,
                row=row.row,
                about=row.about,
                reason=row.reason,
                content=row.content,
                previous=row.previous,
                hash=row.hash,
            )


def _held_head() -> models.ChainHead:
    # SQLite began the transaction as the only writer; a server locks the row.
    heads = models.ChainHead.objects.select_for_update()
    head, _ = heads.get_or_create(pk=_HEAD, defaults={"number": 0, "hash": NOTHING})
    return head


def begin_chain(tables: Tables) -> None:
    """Put what a register held before it had audit records into its chain, oldest first.

    Each gets the moment that its row tells: the chain vouches for it from here on.

    Args:
        tables: Gives models as they are when the migration runs.
    """
    head = tables("ChainHead")(pk=_HEAD, number=0, hash=NOTHING)
    head.save(force_insert=True)
    chain = Chain(head, tables)
    older = [
        (at, order, pk, change)
        for order, (change, moment) in enumerate(_OLDER.items())
        for at, pk in tables(root_of(change))._default_manager.values_list(moment, "pk")
    ]
    for at, _, pk, change in sorted(older):
        chain.add(change, tables(root_of(change))._default_manager.get(pk=pk), at)


def _next_moment(head: models.ChainHead) -> datetime:
    """Now, and later than every moment before, should the clock have been set back."""
    now = _clock()
    return now if head.at is None or now > head.at else head.at + _TICK


def _clock() -> datetime:
    if connection.vendor != "postgresql":
        return datetime.now(UTC)
    # Of several machines that write to one server, its clock counts.
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        (now,) = cursor.fetchone()
    assert isinstance(now, datetime)
    return now
