"""Keep editions of lists of sanctions: the bytes as an original, and a row that says of which day.

What is on a list is read from its bytes whenever it is asked for, so that a better reader
reads old editions better too, and what a list said can always be shown in its own form.
"""

from __future__ import annotations

from dataclasses import asdict
from hashlib import sha256

from django.db.models import QuerySet

from habeas.model.audit import Change
from habeas.model.sanctions import ListFormat, Snapshot
from habeas.register.edition_check import fault_of
from habeas.store import models, originals
from habeas.store.audit import one_change
from habeas.store.decisions import Outcome
from habeas.store.known import known_rows
from habeas.store.problems import RecordRefused, database_errors_told


def snapshot_outcome(snapshot: Snapshot) -> Outcome:
    """What `save_snapshot` would come to; changes nothing."""
    with database_errors_told():
        return Outcome.ALREADY_THERE if _same(snapshot).exists() else Outcome.ADDED


def save_snapshot(snapshot: Snapshot, data: bytes) -> Outcome:
    """Keep an edition; the same bytes for the same list and day are kept once.

    Args:
        snapshot: What is to be said of it.
        data: The file.

    Raises:
        StoreError: `data` are other bytes, a value cannot be kept, or the database refused.
            Nothing was added.
    """
    _check(snapshot, data)
    originals.keep_original(originals.originals_folder(), data)
    with one_change() as chain:
        if _same(snapshot).exists():
            return Outcome.ALREADY_THERE
        row = models.Snapshot(**asdict(snapshot))
        row.save(force_insert=True)
        chain.add(Change.SNAPSHOT, row)
    return Outcome.ADDED


def load_snapshots(upto: int | None = None) -> tuple[Snapshot, ...]:
    """All that are kept, by list and day; of one day, the last that was added last.

    Args:
        upto: Number of the last audit record that counts; None for all.
    """
    with database_errors_told():
        return tuple(
            Snapshot(
                title=row.title,
                day=row.day,
                digest=row.digest,
                size=row.size,
                format=ListFormat(row.format),
                entries=row.entries,
                file=row.file,
                by=row.by,
                at=row.at,
            )
            for row in known_rows(Change.SNAPSHOT, upto).order_by("title", "day", "pk")
        )


def load_edition(snapshot: Snapshot) -> bytes:
    """The bytes of an edition.

    Raises:
        StoreError: They are missing or were changed.
    """
    return originals.load_original(originals.originals_folder(), snapshot.digest)


def _check(snapshot: Snapshot, data: bytes) -> None:
    if sha256(data).hexdigest() != snapshot.digest or len(data) != snapshot.size:
        raise RecordRefused(
            what="the bytes are not those of the list", remedy="give the bytes that were read"
        )
    if snapshot.at.tzinfo is None:
        raise RecordRefused(what="the moment has no time zone", remedy="give it one, e.g. UTC")
    fault = next(filter(None, map(fault_of, (snapshot.title, snapshot.file, snapshot.by))), None)
    if fault or not snapshot.title.strip():
        raise RecordRefused(
            what=f"a value is {fault}" if fault else "the list has no name",
            remedy="name the list otherwise",
        )


def _same(snapshot: Snapshot) -> QuerySet[models.Snapshot]:
    return models.Snapshot.objects.filter(
        title=snapshot.title, day=snapshot.day, digest=snapshot.digest
    )
