"""What was given at the desk and waits to be read: kept at once, read by a process of its own.

What is here is no part of the record. A report enters the record when it has been read; until
then its bytes stand among the originals, so that nothing that was taken is lost.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from django.db import transaction
from django.db.models import F

from habeas.model.problems import Problem
from habeas.store import models, originals
from habeas.store.problems import RecordRefused, database_errors_told
from habeas.store.refusing import refuse_faults

MOST_ATTEMPTS = 2
"""How often a document is tried whose reading ended the process."""


class ArrivalState(StrEnum):
    """How far a document has come.

    WAITING: to be read. READING: being read. READ: in the register. FAILED: it could not be
    read. LIST: of people; somebody must say what its columns hold.
    """

    WAITING = "waiting"
    READING = "reading"
    READ = "read"
    FAILED = "failed"
    LIST = "list"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A document or address that somebody gave.

    Attributes:
        number: Of its row.
        name: What it is called: a file, or the first words of a text.
        url: Address to read; None for bytes.
        media_type: As declared; None where nothing was.
        digest: SHA-256 of the bytes; None for an address that was not fetched yet.
        by: Who gave it.
        at: When.
        state: How far it has come.
        problem: Why it could not be read; None where it could.
    """

    number: int
    name: str
    url: str | None
    media_type: str | None
    digest: str | None
    by: str
    at: datetime
    state: ArrivalState
    problem: Problem | None


def take_bytes(
    data: bytes, *, name: str, by: str, media_type: str | None = None, is_list: bool = False
) -> int:
    """Keep some bytes until they are read; returns the number of the arrival.

    Args:
        data: A document, at least one byte.
        name: What to call it.
        by: Who gave it.
        media_type: As declared.
        is_list: True for a list of people, whose columns somebody must tell.

    Raises:
        StoreError: They could not be kept.
    """
    refuse_faults((name, by, media_type))
    digest = originals.keep_original(originals.originals_folder(), data)
    state = ArrivalState.LIST if is_list else ArrivalState.WAITING
    with database_errors_told():
        row = models.Arrival.objects.create(
            name=name,
            media_type=media_type,
            digest=digest,
            by=by,
            at=datetime.now(UTC),
            state=state,
        )
    return row.pk


def take_address(url: str, *, by: str) -> int:
    """Keep an address until it is fetched and read; returns the number of the arrival."""
    refuse_faults((url, by))
    with database_errors_told():
        row = models.Arrival.objects.create(
            name=url, url=url, by=by, at=datetime.now(UTC), state=ArrivalState.WAITING
        )
    return row.pk


def load_arrivals(states: Iterable[ArrivalState]) -> tuple[Arrival, ...]:
    """What has come so far, the last first; at most 200."""
    with database_errors_told():
        rows = models.Arrival.objects.filter(state__in=list(states)).order_by("-pk")[:200]
        return tuple(_arrival(row) for row in rows)


def load_arrival(number: int) -> Arrival | None:
    """One of them; None where there is none of this number."""
    with database_errors_told():
        row = models.Arrival.objects.filter(pk=number).first()
        return None if row is None else _arrival(row)


def is_anything_waiting() -> bool:
    """True where something waits to be read, or is being read."""
    states = (ArrivalState.WAITING, ArrivalState.READING)
    with database_errors_told():
        return models.Arrival.objects.filter(state__in=states).exists()


def next_arrival() -> Arrival | None:
    """Begin with the one that waits longest; None where none waits."""
    with database_errors_told(), transaction.atomic():
        waiting = models.Arrival.objects.filter(state=ArrivalState.WAITING).order_by("pk")
        row = waiting.select_for_update(skip_locked=_skips()).first()
        if row is None:
            return None
        models.Arrival.objects.filter(pk=row.pk).update(
            state=ArrivalState.READING, started=datetime.now(UTC), attempts=F("attempts") + 1
        )
    return _arrival(row)


def take_up_again() -> None:
    """Put back what was being read by a process that ended; what ended it twice is given up."""
    reading = models.Arrival.objects.filter(state=ArrivalState.READING)
    with database_errors_told(), transaction.atomic():
        reading.filter(attempts__gte=MOST_ATTEMPTS).update(
            state=ArrivalState.FAILED,
            what="a document that no reader can finish",
            remedy="keep only its text, and paste that",
        )
        reading.update(state=ArrivalState.WAITING)


def finish(number: int, problems: Iterable[Problem], *, kept: int) -> None:
    """Say what reading came to: READ where anything was kept, else FAILED with a problem."""
    first = next(iter(problems), None)
    state = ArrivalState.READ if kept else ArrivalState.FAILED
    with database_errors_told():
        models.Arrival.objects.filter(pk=number).update(
            state=state,
            what=first.what if first else None if kept else "nothing in it could be read",
            remedy=first.remedy if first else None if kept else "paste its text instead",
        )


def try_again(number: int) -> None:
    """Let what could not be read be tried once more.

    Raises:
        RecordRefused: It did not fail.
    """
    with database_errors_told():
        failed = models.Arrival.objects.filter(pk=number, state=ArrivalState.FAILED)
        changed = failed.update(state=ArrivalState.WAITING, attempts=0, what=None, remedy=None)
    _refuse_none(changed)


def dismiss(number: int) -> None:
    """Take what could not be read, or a list that is not wanted, off the desk.

    Raises:
        RecordRefused: It is neither.
    """
    states = (ArrivalState.FAILED, ArrivalState.LIST)
    with database_errors_told():
        changed, _ = models.Arrival.objects.filter(pk=number, state__in=states).delete()
    _refuse_none(changed)


def is_imported(number: int) -> None:
    """Say that a list was imported."""
    with database_errors_told():
        models.Arrival.objects.filter(pk=number).update(state=ArrivalState.READ)


def _refuse_none(changed: int) -> None:
    if not changed:
        raise RecordRefused(what="it has gone on meanwhile", remedy="look at the inbox again")


def _skips() -> bool:
    from django.db import connection

    return connection.features.has_select_for_update_skip_locked


def _arrival(row: models.Arrival) -> Arrival:
    problem = None
    if row.what:
        problem = Problem(what=row.what, where=row.name, remedy=row.remedy or "")
    return Arrival(
        number=row.pk,
        name=row.name,
        url=row.url,
        media_type=row.media_type,
        digest=row.digest,
        by=row.by,
        at=row.at,
        state=ArrivalState(row.state),
        problem=problem,
    )
