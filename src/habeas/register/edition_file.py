"""An Edition as one file: written whole or not at all, read only if untouched.

The one module of the core that uses a database driver. The file is SQLite, so
that anyone can open it with tools they have; `edition.sql` is its schema and
docs/reference/edition-format.md its description.
"""

from __future__ import annotations

import hashlib
import sqlite3
import threading
import weakref
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from importlib.resources import files
from itertools import batched
from pathlib import Path
from typing import Any, Self

from habeas.model.editions import Edition
from habeas.model.problems import HabeasError
from habeas.register.edition_cells import Row, Value
from habeas.register.edition_check import as_checked, check_row
from habeas.register.edition_pages import clear_leftovers
from habeas.register.edition_place import put_in_place
from habeas.register.edition_records import EditionRecords, summary_of
from habeas.register.edition_rows import rows_of
from habeas.register.edition_seal import seal_of

APPLICATION_ID = 0x48414245
"""`HABE`, at byte 68 of the file, so that `file` and we know it without opening it."""

VERSION = 6
"""Of the schema, at byte 60. A newer one is refused, not guessed at."""

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_CACHE = -32_768
"""Size of SQLite's cache while a file is written, in KiB, below 0 as it takes it."""

_AT_ONCE = 5_000
"""Rows that are inserted together."""


class NotAnEdition(HabeasError):
    """The file is something else, damaged, changed, or of a newer version."""


class EditionNotWritten(HabeasError):
    """Nothing was written; what stood at the path before still stands there."""


def write_edition(
    edition: Edition, path: Path, announce: Callable[[str], None] = lambda _: None
) -> str:
    """Write an Edition, replacing an older one at the same path in one step.

    The same Edition gives the same bytes. A reader sees the old file or the
    new one, whole, whatever happens to this process.

    Args:
        edition: What to write.
        path: Where.
        announce: Told the digest when the file is whole and not yet in its place;
            where it raises, nothing is written.

    Returns:
        The SHA-256 of the file, 64 hex digits: the Edition's digest.

    Raises:
        InvalidEdition: The Edition contradicts itself, or names a protected person.
        EditionNotWritten: Something that is no Edition stands at `path`, or
            the folder cannot be written.
    """
    _refuse_to_overwrite(path)
    checked = as_checked(edition)
    digest = ""

    def told(part: Path) -> None:
        nonlocal digest
        with part.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        announce(digest)

    try:
        put_in_place(lambda part: _write(checked, part), path, told)
    except OSError as error:
        raise EditionNotWritten(
            what=f"the Edition could not be written ({error.strerror})",
            where=str(path),
            remedy="choose a folder that exists, can be written and has room",
        ) from error
    return digest


def read_edition(path: Path) -> Edition:
    """Read a whole Edition into memory.

    Raises:
        NotAnEdition: See the class.
    """
    with EditionFile(path) as file:
        return file.edition()


class EditionFile(EditionRecords):
    """An Edition opened for reading; safe to share between threads.

    The file is checked whole when it is opened: kind, version, length,
    SQLite's own integrity, schema, references, and the seal over every row.

    Attributes:
        summary: Title, days, digest and numbers.
    """

    def __init__(self, path: Path, *, checked: str | None = None) -> None:
        """Open and check.

        Args:
            path: The file.
            checked: Digest of a file that was checked whole before, as by the process that
                started this one; the same bytes are not checked again.

        Raises:
            NotAnEdition: See the class; nothing of the file was used.
        """
        digest = _digest_of(path)
        # immutable: no lock, no journal and no write-ahead log beside the file is ever looked at.
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._lock = threading.Lock()
        self._connection = sqlite3.connect(
            address, uri=True, check_same_thread=False, isolation_level=None
        )
        self._close = weakref.finalize(self, self._connection.close)
        try:
            _trust_nothing(self._connection)
            if digest != checked:
                _check_content(self._connection, path)
            self.summary = summary_of(self._query, digest)
        except (sqlite3.Error, ValueError, IndexError) as error:
            self.close()
            raise _damaged(path) from error
        except NotAnEdition:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go; closing twice is harmless."""
        self._close()

    def _query(self, sql: str, parameters: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._connection.execute(sql, parameters).fetchall()


def _write(edition: Edition, part: Path) -> None:
    """Write the file of an Edition; it is put together on the disk, however large it is."""
    with closing(sqlite3.connect(part, isolation_level=None)) as connection:
        connection.executescript(
            f"PRAGMA page_size = 4096; PRAGMA foreign_keys = ON;"
            f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = {_CACHE};"
            f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION};"
        )
        connection.executescript(_schema())
        with _inserting(connection):
            for some in batched(rows_of(edition), _AT_ONCE):
                _insert(connection, some)
            connection.execute("INSERT INTO seal VALUES (1, ?)", (seal_of(connection.execute),))
        connection.execute("VACUUM")
    clear_leftovers(part)


def _insert(connection: sqlite3.Connection, rows: Iterable[Row]) -> None:
    """Insert some rows, all of a table at once, in the order of tables: parents come first."""
    by_table: dict[str, list[tuple[Value, ...]]] = {}
    for table, row in rows:
        check_row(table, row)
        by_table.setdefault(table, []).append(row)
    order = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid")
    for (table,) in order.fetchall():
        if some := by_table.get(table):
            places = ", ".join("?" * len(some[0]))
            connection.executemany(f"INSERT INTO {table} VALUES ({places})", some)


@contextmanager
def _inserting(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        connection.execute("BEGIN")
        yield
        connection.execute("COMMIT")
    except sqlite3.IntegrityError as error:
        # This names a table and column and no content.
        raise EditionNotWritten(
            what=f"the Edition contradicts itself ({error})",
            remedy="give every record one id and refer only to records of the same Edition",
        ) from error


def _schema() -> str:
    return files("habeas.register").joinpath("edition.sql").read_text(encoding="utf-8")


def _entries(connection: sqlite3.Connection) -> set[tuple[Any, ...]]:
    """Every table, index, trigger and view, those too that SQLite made for a key."""
    return set(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema"))


def _digest_of(path: Path) -> str:
    """The file's SHA-256, once its header says it is an Edition of this version."""
    try:
        if not path.is_file():
            raise NotAnEdition(
                what="there is no Edition", where=str(path), remedy="write one: habeas publish FILE"
            )
        with path.open("rb") as file:
            header = file.read(_HEADER)
            _check_header(header, path.stat().st_size, path)
            file.seek(0)
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise NotAnEdition(
            what=f"the file cannot be read ({error.strerror})",
            where=str(path),
            remedy="check its permissions",
        ) from error


def _check_header(header: bytes, size: int, path: Path) -> None:
    if not _is_edition(header):
        raise NotAnEdition(
            what="this is not an Edition",
            where=str(path),
            remedy="give a file written by: habeas publish FILE",
        )
    version = int.from_bytes(header[60:64], "big")
    if version not in (0, VERSION):
        newer = version > VERSION
        raise NotAnEdition(
            what=f"the Edition has format {version} and this habeas reads {VERSION}",
            where=str(path),
            remedy="install a newer habeas" if newer else "publish it again with this one",
        )
    # A page size of 65536 is written as 1.
    page_size = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    if version < 1 or size != pages * (65536 if page_size == 1 else page_size):
        raise _damaged(path)


def _is_edition(header: bytes) -> bool:
    application_id = int.from_bytes(header[68:72], "big")
    return len(header) == _HEADER and header.startswith(_MAGIC) and application_id == APPLICATION_ID


def _trust_nothing(connection: sqlite3.Connection) -> None:
    # A hostile file may carry triggers, views or functions in its schema.
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA query_only = ON")


def _check_content(connection: sqlite3.Connection, path: Path) -> None:
    # Go no further where the schema is not ours to the letter.
    with closing(sqlite3.connect(":memory:")) as fresh:
        fresh.executescript(_schema())
        same_schema = _entries(fresh) == _entries(connection)
    if not same_schema:
        raise _damaged(path)
    sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    linked = not connection.execute("PRAGMA foreign_key_check").fetchall()
    seal = connection.execute("SELECT digest FROM seal").fetchall()
    if not (sound and linked and seal == [(seal_of(connection.execute),)]):
        raise _damaged(path)


def _damaged(path: Path) -> NotAnEdition:
    return NotAnEdition(
        what="the Edition is incomplete or was changed after it was published",
        where=str(path),
        remedy="fetch it again and compare its SHA-256 with the published one",
    )


def _refuse_to_overwrite(path: Path) -> None:
    if path.is_symlink() or path.exists():
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if _is_edition(file.read(_HEADER)):
                    return
        raise EditionNotWritten(
            what="something that is not an Edition stands there already",
            where=str(path),
            remedy="choose another name, or move it away first",
        )
