"""What can go wrong with the private database, said without quoting what is in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import Error, OperationalError

from habeas.model.problems import HabeasError


class StoreError(HabeasError):
    """The private database could not be opened, read or written; nothing changed in it."""


class RecordRefused(StoreError):
    """One record cannot be kept as it is; the next one may be."""


@contextmanager
def database_errors_told() -> Iterator[None]:
    """Turn errors of the database driver into StoreError.

    The driver's own message stays behind as the cause: it may quote a record.
    """
    try:
        yield
    except OperationalError as error:
        busy = "locked" in str(error)
        raise StoreError(
            what="the private database is in use by another program"
            if busy
            else "the private database cannot be used",
            remedy="wait until the other program is done"
            if busy
            else "check that its disk has room and its server runs",
        ) from error
    except Error as error:
        raise StoreError(
            what=f"the private database refused ({type(error).__name__})",
            remedy="check that the file is the one habeas made, or restore it from a copy",
        ) from error
