"""A kept list is read once; what was read of it is checked, and made anew where it is not whole."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from habeas.model.sanctions import ListFormat
from habeas.pledges.sanctions import read_sanctions
from habeas.pledges.sanctions.parsed import pack
from sanction_files import FORMATS, make_entries
from store.changing import snapshot_of

if TYPE_CHECKING:
    from habeas.store.index.tables import ParsedList

DATA = FORMATS["OFAC XML"](make_entries(20))
FOUND = read_sanctions(DATA, file="sdn.xml")
SNAPSHOT = replace(
    snapshot_of(DATA, called="SDN", day=date(2031, 5, 1)),
    entries=20,
    file="sdn.xml",
    format=ListFormat.OFAC_XML,
)
OTHER = read_sanctions(FORMATS["OFAC XML"](make_entries(20, seed=2)), file="sdn.xml")


def entries_of_other(row: ParsedList) -> None:
    """Another list under this one's name, well formed."""
    row.content = zlib.compress(pack(replace(OTHER, digest=FOUND.digest)))


def bombed(row: ParsedList) -> None:
    """A stretch of nothing that would fill the memory."""
    row.content = zlib.compress(b"0" * 5_000_000)


def cut(row: ParsedList) -> None:
    row.content = bytes(row.content)[:-9]


def read_by_another(row: ParsedList) -> None:
    row.reader = "0" * 64


def of_another_file(row: ParsedList) -> None:
    row.file = "consolidated.xml"


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    "damage", [entries_of_other, bombed, cut, read_by_another, of_another_file]
)
def test_a_damaged_or_foreign_reading_is_made_anew(damage: Callable[[ParsedList], None]) -> None:
    from habeas.store.index.tables import ParsedList
    from habeas.store.parsed_lists import load_list
    from habeas.store.snapshots import save_snapshot

    save_snapshot(SNAPSHOT, DATA)
    assert load_list(SNAPSHOT) == FOUND
    row = ParsedList.objects.get()
    whole = bytes(row.content)
    damage(row)
    row.save()
    found = load_list(SNAPSHOT)
    assert replace(found, entities=tuple(found.entities)) == FOUND
    row = ParsedList.objects.get(file="sdn.xml")
    assert bytes(row.content) == whole


@pytest.mark.usefixtures("store")
def test_what_was_read_stands_for_the_file_and_no_longer_than_it() -> None:
    from habeas.pledges.sanctions.parsed import ParsedEntities
    from habeas.store import originals
    from habeas.store.parsed_lists import keep_parsed, load_list
    from habeas.store.problems import StoreError
    from habeas.store.snapshots import save_snapshot

    save_snapshot(SNAPSHOT, DATA)
    keep_parsed(SNAPSHOT, FOUND)
    found = load_list(SNAPSHOT)
    assert isinstance(found.entities, ParsedEntities)
    assert tuple(found.entities) == FOUND.entities
    folder = originals.originals_folder()
    (folder / SNAPSHOT.digest[:2] / SNAPSHOT.digest[2:]).write_bytes(b"<changed/>")
    with pytest.raises(StoreError):
        load_list(SNAPSHOT)


@pytest.mark.usefixtures("store")
def test_what_goes_out_knows_the_lists_that_were_kept_by_then() -> None:
    from habeas.model.restrictions import PUBLIC_VIEWER
    from habeas.store.audit import settled_moment
    from habeas.store.records import load_records
    from habeas.store.snapshots import save_snapshot

    before = settled_moment()
    save_snapshot(SNAPSHOT, DATA)
    after = settled_moment()
    assert list(load_records(PUBLIC_VIEWER, known_at=before).lists) == []
    (dated,) = load_records(PUBLIC_VIEWER, known_at=after).lists
    assert (dated.title, dated.day, dated.file) == ("SDN", SNAPSHOT.day, "sdn.xml")
    assert dated.found == FOUND
