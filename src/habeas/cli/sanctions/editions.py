"""Which editions are meant: files that are given, or those that are kept."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from habeas.cli.exits import Exit, Stop
from habeas.pledges.sanctions.read import MAX_BYTES, read_sanctions, refuse_size

if TYPE_CHECKING:
    from habeas.model.sanctions import SanctionsList, Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One end of a comparison.

    Attributes:
        title: What the list is called.
        day: It is kept for; None of a file.
        file: What its file is called.
        found: What is on it.
    """

    title: str
    day: date | None
    file: str
    found: SanctionsList

    @property
    def told_day(self) -> str:
        """The day it is kept for, or that it says it is of; its file where neither is known."""
        return str(self.day or self.found.issued or self.file)


def read_file(path: Path) -> tuple[bytes, str]:
    """The bytes of a file or of standard input (`-`), and what to call it.

    A file that is too large is refused before it is read.

    Raises:
        Stop: There is no such file, or it cannot be read.
        UnreadableSanctions: Too large, or empty.
    """
    if str(path) == "-":
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
        refuse_size(len(data), "standard input")
        return data, "standard input"
    try:
        with path.open("rb") as file:
            refuse_size(os.fstat(file.fileno()).st_size, path.name)
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Stop(
            Exit.UNREADABLE,
            what=f"the file cannot be read ({error.strerror})",
            where=str(path),
            remedy="check the spelling of the path",
        ) from error
    refuse_size(len(data), path.name)
    return data, path.name


def file_edition(path: Path) -> Edition:
    """What a file holds; a list that is kept nowhere.

    Raises:
        Stop: As for `read_file`.
        UnreadableSanctions: It is no list that is read.
    """
    data, name = read_file(path)
    found = read_sanctions(data, file=name)
    return Edition(title=found.title, day=None, file=name, found=found)


def kept_editions() -> tuple[Snapshot, ...]:
    """The editions in the register, by list and day.

    Raises:
        Stop: There is none.
    """
    from habeas.server.store_settings import open_store, store_exists, store_place

    place = store_place(os.environ)
    kept: tuple[Snapshot, ...] = ()
    if store_exists(place):
        open_store(place)
        from habeas.store.snapshots import load_snapshots

        kept = load_snapshots()
    if not kept:
        raise Stop(
            Exit.NOTHING,
            what="no list of sanctions is kept yet",
            where="DATABASE_URL" if place.database_url else str(place.home),
            remedy="add one: habeas sanctions add FILE --date DAY",
        )
    return kept


def differences_kept(
    since: date | None, until: date | None, title: str | None
) -> Iterator[tuple[Edition, Edition]]:
    """Two editions of each list that has them, read.

    Args:
        since, until: Days; the edition in force is the last on or before. Without `until`
            the last, without `since` the last before that.
        title: Of the one list wanted.

    Raises:
        Stop: No list has two.
    """
    by_list = {
        name: list(editions)
        for name, editions in groupby(kept_editions(), key=lambda one: one.title)
        if title in (None, name)
    }
    if title is not None and not by_list:
        raise Stop(
            Exit.USAGE,
            what="no list of this name is kept",
            where=title,
            remedy="take a name that habeas sanctions list shows",
        )
    pairs = [pair for kept in by_list.values() if (pair := _pair(kept, since, until))]
    if not pairs:
        raise Stop(
            Exit.NOTHING,
            what="of no list two editions are kept for these days",
            remedy="see habeas sanctions list, and add another: habeas sanctions add FILE",
        )
    for old, new in pairs:
        before = kept_edition(old)
        # The same file for two days is read once.
        same = old.digest == new.digest
        yield before, _named(new, before.found) if same else kept_edition(new)


def _pair(
    kept: Sequence[Snapshot], since: date | None, until: date | None
) -> tuple[Snapshot, Snapshot] | None:
    upto = [each for each in kept if until is None or each.day <= until]
    if not upto:
        return None
    new = upto[-1]
    before = [each for each in kept if each.day < new.day and (since is None or each.day <= since)]
    return (before[-1], new) if before else None


def kept_edition(snapshot: Snapshot) -> Edition:
    """What is on an edition that is kept.

    Raises:
        StoreError, UnreadableSanctions: Its bytes are missing, or are read no more.
    """
    from habeas.store.parsed_lists import load_list

    return _named(snapshot, load_list(snapshot))


def _named(snapshot: Snapshot, found: SanctionsList) -> Edition:
    return Edition(title=snapshot.title, day=snapshot.day, file=snapshot.file, found=found)
