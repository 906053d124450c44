"""The private database, as a file and on a server: every test runs on both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from habeas.server.store_settings import StorePlace, database_settings, make_home, open_store

type Opener = Callable[[], AbstractContextManager[StorePlace]]


@contextmanager
def opened(place: StorePlace) -> Iterator[StorePlace]:
    """Open the store at a place; a process of its own opens one, a test opens several."""
    from django.conf import settings
    from django.db import connections

    try:
        if settings.configured:
            make_home(place)
            connections.settings = connections.configure_settings(
                {"default": database_settings(place)}
            )
            settings.HABEAS_HOME = str(place.home)
            from habeas.store.schema import bring_up_to_date

            bring_up_to_date()
        else:
            open_store(place)
        yield place
    finally:
        connections["default"].close()
        del connections["default"]


@pytest.fixture
def sqlite() -> Opener:
    """Return a function that opens a new, empty store in a file."""

    @contextmanager
    def fresh() -> Iterator[StorePlace]:
        with TemporaryDirectory() as folder, opened(StorePlace(home=Path(folder) / "home")) as one:
            yield one

    return fresh


@pytest.fixture
def postgresql(postgres_url: str) -> Opener:
    """Return a function that opens an empty store on the server."""

    @contextmanager
    def fresh() -> Iterator[StorePlace]:
        with (
            TemporaryDirectory() as folder,
            opened(StorePlace(home=Path(folder) / "home", database_url=postgres_url)) as one,
        ):
            _empty()
            yield one

    return fresh


@pytest.fixture(params=["sqlite", "postgresql"])
def fresh_store(request: pytest.FixtureRequest) -> Opener:
    """Return a function that opens a new, empty store, on either database."""
    opener: Opener = request.getfixturevalue(request.param)
    return opener


@pytest.fixture
def store(fresh_store: Opener) -> Iterator[StorePlace]:
    """Return the place of a new, empty store that is open."""
    with fresh_store() as place:
        yield place


def _empty() -> None:
    """Take every row out; on a server, truncating fifty tables takes most of a second."""
    from django.apps import apps
    from django.db import connection, transaction

    tables = [each._meta.db_table for each in apps.get_models()]
    has_rows = (f"SELECT '{each}' WHERE EXISTS (SELECT FROM \"{each}\")" for each in tables)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(has_rows))
        filled = [name for (name,) in cursor.fetchall()]
        # In any order: what a row points to is not asked for.
        cursor.execute("SET LOCAL session_replication_role = replica")
        for name in filled:
            cursor.execute(f'DELETE FROM "{name}"')
        # The numbers of rows begin anew, as in a new database.
        cursor.execute(
            "SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, 1, false)"
            " FROM pg_sequences WHERE last_value IS NOT NULL"
            " AND sequencename <> 'django_migrations_id_seq'"
        )
