"""Asking the index: it is there and in step before the first question, and stays so for all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from habeas.store import models
from habeas.store.index.tables import VERSION, IndexState
from habeas.store.problems import database_errors_told

_ONE = 1


@contextmanager
def one_moment() -> Iterator[None]:
    """Everything asked within is of one moment, and the index holds all that was recorded by it.

    Nobody who writes waits for it, and it waits for nobody, unless the index must be made anew:
    where an older habeas added to the record, or the index was of another version.

    Raises:
        StoreError: The database cannot be read.
    """
    with database_errors_told():
        make_ready()
        with _snapshot():
            yield


def make_ready() -> None:
    """Make the index anew where it is not in step with the record."""
    if not _is_in_step():
        with database_errors_told(), transaction.atomic():
            heads = models.ChainHead.objects.select_for_update().filter(pk=_ONE)
            number = heads.values_list("number", flat=True).first() or 0
            if not _is_in_step():
                from habeas.store.index.rebuilding import make_anew

                make_anew(number)


def _is_in_step() -> bool:
    state = IndexState.objects.filter(pk=_ONE).values_list("version", "number").first()
    head = models.ChainHead.objects.filter(pk=_ONE).values_list("number", flat=True).first() or 0
    return state == (VERSION, head)


@contextmanager
def _snapshot() -> Iterator[None]:
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            yield
    else:
        yield from _sqlite_snapshot()


def _sqlite_snapshot() -> Iterator[None]:
    # A transaction of Django's would take the lock of whoever writes.
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ROLLBACK")
