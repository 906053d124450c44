"""An Edition that was checked whole is known again by its digest. Everything here is invented."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from habeas.register.edition_file import EditionFile, NotAnEdition, write_edition
from register.test_edition_file import EDITION, PERSON


def test_the_same_bytes_are_not_checked_again_and_others_are(tmp_path: Path) -> None:
    path = tmp_path / "edition.sqlite"
    digest = write_edition(EDITION, path)
    with EditionFile(path, checked=digest) as file:
        assert file.person("p1") == PERSON
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE person SET name = 'Bob Sample'")
    with pytest.raises(NotAnEdition):
        EditionFile(path, checked=digest)
