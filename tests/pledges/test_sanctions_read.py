"""What is read of each published format; the files are small, real in form, and invented."""

from __future__ import annotations

import pytest

from habeas.model.sanctions import Field, ListFormat
from pledges.sanction_lists import FOLDER, read, told

LISTS = {
    "sdn.xml": (ListFormat.OFAC_XML, "OFAC SDN", "2031-05-07"),
    "sdn_advanced.xml": (ListFormat.OFAC_ADVANCED_XML, "OFAC SDN", "2031-05-07"),
    "eu.xml": (ListFormat.EU_XML, "EU", "2031-05-07"),
    "uk.csv": (ListFormat.UK_CSV, "UK", "2031-05-07"),
    "conlist.csv": (ListFormat.OFSI_CSV, "UK OFSI", "2031-05-07"),
    "entities.ftm.json": (ListFormat.FTM_JSON, "rur_sanctions", "None"),
}


@pytest.mark.parametrize("file", LISTS)
def test_a_list_says_what_it_is(file: str) -> None:
    found = read(file)
    assert (found.format, found.title, str(found.issued)) == LISTS[file]


def test_every_entry_is_read() -> None:
    """What stands in told.txt is reviewed as data."""
    shown = [line for file in LISTS for line in (f"# {file}", *map(told, read(file).entities))]
    assert "\n".join(shown) + "\n" == (FOLDER / "told.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "place"),
    [("sdn.xml", "sdnEntry[uid='91002']"), ("eu.xml", "sanctionEntity[@logicalId='9001']")],
)
def test_a_date_that_is_none_is_told_and_stops_nothing(file: str, place: str) -> None:
    (problem,) = read(file).problems
    assert problem.what == "a birth date that is no date"
    assert problem.where == f"{file}, {place}"


def test_what_a_format_cannot_say_is_known() -> None:
    assert Field.LISTING_DATE not in read("sdn.xml").told
    assert Field.LISTING_DATE in read("sdn_advanced.xml").told


def test_both_formats_of_one_list_have_the_same_ids() -> None:
    classic, advanced = read("sdn.xml"), read("sdn_advanced.xml")
    assert [e.id for e in classic.entities] == [e.id for e in advanced.entities]
