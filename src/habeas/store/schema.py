"""Bring the tables up to date, all at once or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from habeas.store.problems import StoreError, database_errors_told

_LOCK = 0x68616265
"""Number of the PostgreSQL advisory lock under which tables are changed."""


def bring_up_to_date() -> None:
    """Make or change the tables of the store to what this habeas expects.

    Done in one transaction, so that a process killed in the middle leaves the
    tables as they were, and of two processes that start together one waits.

    Raises:
        StoreError: The database cannot be used, or a newer habeas wrote it.
    """
    with database_errors_told():
        if not _pending():
            return
        with _alone():
            executor = MigrationExecutor(connection)
            executor.migrate(executor.loader.graph.leaf_nodes())


def _pending() -> bool:
    executor = MigrationExecutor(connection)
    loader = executor.loader
    known = loader.disk_migrations or {}
    # The tables of the desk stand in the same database; a command that has no use for
    # them does not know their migrations.
    labels = {config.label for config in apps.get_app_configs()}
    done = {each for each in loader.applied_migrations or {} if each[0] in labels}
    if done - known.keys():
        raise StoreError(
            what="the private database was written by a newer habeas",
            remedy="install that version or a newer one",
        )
    return bool(executor.migration_plan(loader.graph.leaf_nodes()))


@contextmanager
def _alone() -> Iterator[None]:
    """One transaction in which no other process changes the tables."""
    if connection.vendor == "sqlite":
        # SQLite changes a table by copying it, and must not check references meanwhile;
        # that can only be said before the transaction begins.
        connection.disable_constraint_checking()
        try:
            with transaction.atomic():
                yield
        finally:
            connection.enable_constraint_checking()
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        yield
