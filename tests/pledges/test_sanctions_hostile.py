"""Lists that are no lists, or not whole, or meant to harm: each is refused, with what to do."""

from __future__ import annotations

import pytest

from habeas.pledges.sanctions import UnreadableSanctions, read_sanctions
from habeas.pledges.sanctions.read import MAX_BYTES, refuse_size
from habeas.pledges.sanctions.xml_stream import MAX_ENTRY_BYTES
from pledges.sanction_lists import FOLDER
from sanction_files import FORMATS, make_entries

SDN = (FOLDER / "sdn.xml").read_bytes()
UK = (FOLDER / "uk.csv").read_bytes()
FTM = (FOLDER / "entities.ftm.json").read_bytes()
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE sdnList [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]><sdnList><sdnEntry><uid>1</uid>'
    b"<lastName>&c;</lastName></sdnEntry></sdnList>"
)
OUTSIDE = (
    b'<!DOCTYPE sdnList [<!ENTITY x SYSTEM "file:///etc/hostname">]><sdnList><sdnEntry>'
    b"<uid>1</uid><lastName>&x;</lastName></sdnEntry></sdnList>"
)

REFUSED = {
    "entity expansion": (LAUGHS, "XML that declares a document type"),
    "an external entity": (OUTSIDE, "XML that declares a document type"),
    "an external DTD": (
        b'<!DOCTYPE sdnList SYSTEM "http://lists.example/sdn.dtd"><sdnList/>',
        "XML that declares a document type",
    ),
    "the same in UTF-16": (LAUGHS.decode().encode("utf-16"), "XML that declares a document type"),
    "an entity that nothing declares": (
        SDN.replace(b"SEA LANTERN", b"&sea;"),
        "XML that is damaged or cut off",
    ),
    "a page about a list": (b"<!DOCTYPE html><html><p>Denied</p></html>", "a web page"),
    "a page without a type": (b"<html><p>Denied</p></html>", "a web page"),
    "the list of another body": (b"<CONSOLIDATED_LIST/>", "the list of the United Nations"),
    "a format that is not read": (b"<sanctionsData/>", "OFAC's Enhanced XML"),
    "another XML": (b"<feed><entry/></feed>", "XML of another kind"),
    "XML cut off": (SDN[: len(SDN) // 2], "XML that is damaged or cut off"),
    "XML cut off before it begins": (b'<?xml version="1.0"?>\n<!-- a', "XML that is damaged"),
    "XML that lacks entries it counts": (
        SDN.replace(b"<Record_Count>4<", b"<Record_Count>5<"),
        "4 entries, where the list itself says 5",
    ),
    "XML without an entry": (b"<sdnList/>", "OFAC XML without an entry"),
    "one id for two": (
        SDN.replace(b"<uid>91003<", b"<uid>91002<"),
        "two entries with the id 91002",
    ),
    "deep beyond measure": (b"<sdnList>" + b"<a>" * 5000, "XML that is damaged or cut off"),
    "CSV cut off within a cell": (UK + b'"cut', "CSV that is damaged or cut off"),
    "CSV cut off within a row": (UK[:-30], "a row of 20 cells, not 27"),
    "CSV without its columns": (UK.replace(b"Regime Name", b"Regime"), "a head without"),
    "CSV with a column twice": (UK.replace(b"D.O.B", b"Name 1"), "a column twice"),
    "another CSV": (b"name,born\nAda Marr,1970\n", "a file of another kind"),
    "JSON cut off": (FTM[:-40], "a line that is no FollowTheMoney entity"),
    "JSON of another kind": (b'{"name": "Ada Marr"}\n', "a line that is no FollowTheMoney entity"),
    "JSON nested beyond measure": (b'{"id":' + b"[" * 100_000, "a line that is no FollowTheMoney"),
    "JSON without a listing": (
        b'{"id":"a","schema":"Person","properties":{}}\n',
        "FollowTheMoney JSON lines without an entry",
    ),
    "packed": (b"PK\x03\x04rest", "a packed file"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", "a file of another kind"),
    "nothing": (b"", "an empty file"),
}


@pytest.mark.parametrize("story", REFUSED)
def test_it_is_refused(story: str) -> None:
    data, what = REFUSED[story]
    with pytest.raises(UnreadableSanctions) as refused:
        read_sanctions(data, file="list")
    assert refused.value.what.startswith(what)
    assert refused.value.where.startswith("list")
    assert refused.value.remedy


def test_a_gigabyte_is_refused_before_it_is_read() -> None:
    with pytest.raises(UnreadableSanctions, match="1,000 MB, more than the 300 MB"):
        refuse_size(1_000_000_000, "list")
    refuse_size(MAX_BYTES, "list")


def test_an_entry_without_end_is_refused() -> None:
    endless = b"<sdnList><sdnEntry>" + b"<aka/>" * (MAX_ENTRY_BYTES // 4)
    with pytest.raises(UnreadableSanctions, match="an entry of more than 8 MB"):
        read_sanctions(endless, file="list")


@pytest.mark.parametrize("form", FORMATS)
def test_a_list_cut_off_anywhere_is_never_read_in_part(form: str) -> None:
    """But for CSV and JSON lines, which end nowhere, at the end of a row."""
    data = FORMATS[form](make_entries(3))
    whole = read_sanctions(data, file="list").entities
    for end in range(0, len(data) - 3, 97):
        at_row = not form.endswith("XML") and data[end - 1 : end] == b"\n"
        try:
            found = read_sanctions(data[:end], file="list").entities
        except UnreadableSanctions:
            continue
        assert found == whole or at_row


def test_formulas_stay_text() -> None:
    data = SDN.replace(b"SEA LANTERN", b"=HYPERLINK(1)")
    names = {entity.name for entity in read_sanctions(data, file="list").entities}
    assert "=HYPERLINK(1)" in names
