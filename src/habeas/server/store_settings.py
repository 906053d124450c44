"""Open the private database: a SQLite file of the user's, or a PostgreSQL server."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from habeas.model.problems import HabeasError

INSTALLED_APPS = ["habeas.store"]
_FILE = "register.sqlite"
_MAGIC = b"SQLite format 3\x00"
_BUSY_SECONDS = 30
# WAL: readers never wait. FULL: what was acknowledged survives a power cut.
_SQLITE_START = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"


class StoreNotFound(HabeasError):
    """The settings do not say where the private database is, or what they say cannot be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StorePlace:
    """Where the private data are.

    Attributes:
        home: Folder of the originals and, unless `database_url` is given, of the database.
        database_url: `postgresql://…`, or None for a SQLite file in `home`.
    """

    home: Path
    database_url: str | None = None


def store_place(environment: Mapping[str, str]) -> StorePlace:
    """Where `HABEAS_HOME` and `DATABASE_URL` say the data are.

    Without `HABEAS_HOME` it is the folder this system keeps a user's data in.
    """
    from platformdirs import user_data_path

    home = environment.get("HABEAS_HOME") or user_data_path("habeas", appauthor=False)
    url = environment.get("DATABASE_URL") or None
    return StorePlace(home=Path(home).expanduser().absolute(), database_url=url)


def store_exists(place: StorePlace) -> bool:
    """True where something may have been kept at a place; a server is taken to exist."""
    return place.database_url is not None or (place.home / _FILE).exists()


def open_store(place: StorePlace) -> None:
    """Open the private database for this process, made or brought up to date where needed.

    Call once, before anything of `habeas.store` is imported.

    Raises:
        StoreNotFound: The address is not one of a PostgreSQL server, its driver is
            missing, or the folder cannot be made.
        StoreError: The database cannot be reached, or a newer habeas wrote it.
    """
    databases = {"default": database_settings(place)}
    make_home(place)

    import django
    from django.conf import settings

    settings.configure(
        INSTALLED_APPS=INSTALLED_APPS,
        DATABASES=databases,
        HABEAS_HOME=str(place.home),
        HABEAS_EDITION=os.environ.get("HABEAS_EDITION") or None,
        USE_TZ=True,
        TIME_ZONE="UTC",
        DEBUG=False,
        # Nothing of the library's own is written to a log: its messages quote records.
        LOGGING_CONFIG=None,
    )
    django.setup(set_prefix=False)

    from habeas.store.schema import bring_up_to_date

    bring_up_to_date()


def make_home(place: StorePlace) -> None:
    """Make the folder and, for SQLite, the database file, for their owner alone.

    Raises:
        StoreNotFound: It cannot be made or written to.
    """
    try:
        place.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        if place.database_url is None:
            # SQLite gives its journals the permissions of the file, so it must begin with them.
            with os.fdopen(
                os.open(place.home / _FILE, os.O_RDWR | os.O_CREAT, 0o600), "rb"
            ) as file:
                start = file.read(len(_MAGIC))
    except OSError as error:
        raise StoreNotFound(
            what=f"the folder of the register cannot be used ({error.strerror})",
            where=str(place.home),
            remedy="set HABEAS_HOME to a folder you can write to",
        ) from error
    if place.database_url is None and start not in (b"", _MAGIC):
        raise StoreNotFound(
            what="the file of the register is no database",
            where=str(place.home / _FILE),
            remedy="restore it from a copy, or move it away to begin anew",
        )


def database_settings(place: StorePlace) -> dict[str, Any]:
    """Django's settings for the database of a place.

    Raises:
        StoreNotFound: As for `open_store`; the address is not repeated, as it may
            hold a password.
    """
    if place.database_url is None:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(place.home / _FILE),
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": _BUSY_SECONDS,
                "init_command": _SQLITE_START,
            },
        }
    if not place.database_url.startswith(("postgresql://", "postgres://")):
        raise StoreNotFound(
            what="the address of the database is not one of a PostgreSQL server",
            where="DATABASE_URL",
            remedy="write postgresql://user:password@host:port/name, or unset it to use a file",
        )
    if find_spec("psycopg") is None:
        raise StoreNotFound(
            what="the driver for PostgreSQL is not installed",
            where="DATABASE_URL",
            remedy="install habeas[postgresql], or unset DATABASE_URL to use a file",
        )
    import dj_database_url

    try:
        return {**dj_database_url.parse(place.database_url, conn_health_checks=True)}
    except ValueError as error:
        raise StoreNotFound(
            what="the address of the database cannot be read",
            where="DATABASE_URL",
            remedy="write postgresql://user:password@host:port/name",
        ) from error
