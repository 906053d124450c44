"""Word documents: what is seen of them, and those that attack their reader. All is fictional."""

from __future__ import annotations

import time
import tracemalloc
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.reports import UnreadableReport, read_report
from habeas.reports.packages import MAX_MARKS, MAX_PART_BYTES, MAX_PARTS
from reports.docx_making import (
    document,
    make_docx,
    paragraph,
    relations,
    run,
    table,
    zip_of,
)

NINE = paragraph("Nine people were freed in Arden.")
CORE = (
    '<p:coreProperties xmlns:p="urn:p" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>{}</dc:title></p:coreProperties>"
)
NOTES = document(paragraph("A note: ten, by another count."))

SEEN = {
    "paragraphs are lines": (NINE + paragraph("More follow."),
                             "Nine people were freed in Arden.\nMore follow."),
    "runs of a word are one word": (paragraph("Ni", "ne fr", "eed"), "Nine freed"),
    "blank paragraphs are no lines": (paragraph("Nine") + paragraph(" ") + paragraph("Ten"),
                                      "Nine\nTen"),
    "a line break breaks": ("<w:p><w:r><w:t>Nine</w:t><w:br/><w:t>Ten</w:t></w:r></w:p>",
                            "Nine\nTen"),
    "a tab is a space": ("<w:p><w:r><w:t>Nine</w:t><w:tab/><w:t>Ten</w:t></w:r></w:p>",
                         "Nine Ten"),
    "a hyphen that holds": ("<w:p><w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t></w:r></w:p>",
                            "co-op"),
    "a row is a line": (table(("Name", "Freed"), ("Ada Marr", "yes")) + NINE,
                        "Name\tFreed\nAda Marr\tyes\nNine people were freed in Arden."),
    "a table in a cell": (f"<w:tbl><w:tr><w:tc>{table(('a', 'b'))}<w:p/></w:tc><w:tc>"
                          f"{paragraph('c')}</w:tc></w:tr></w:tbl>", "a b\tc"),
    "a tracked deletion is gone": (f"<w:p><w:del>{run('Ten')}</w:del><w:ins>{run('Nine')}</w:ins>"
                                   "</w:p>", "Nine"),
    "moved words stand once": (f"<w:p><w:moveFrom>{run('Nine')}</w:moveFrom></w:p><w:p><w:moveTo>"
                               f"{run('Nine')}</w:moveTo></w:p>", "Nine"),
    "hidden words are hidden": (f"<w:p>{run('Ten', '<w:vanish/>')}{run('Nine')}</w:p>", "Nine"),
    "words hidden no more": ("<w:p><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>Nine</w:t></w:r>"
                             "</w:p>", "Nine"),
    "a text box once": (f"<w:p><w:r><mc:AlternateContent><mc:Choice>{NINE}</mc:Choice>"
                        f"<mc:Fallback>{NINE}</mc:Fallback></mc:AlternateContent></w:r></w:p>",
                        "Nine people were freed in Arden."),
    "a field's code is no text": ("<w:p><w:r><w:instrText>INCLUDETEXT http://a.example"
                                  f"</w:instrText></w:r>{run('Nine')}</w:p>", "Nine"),
    "right to left and back": (paragraph("أطلق سراح \u2067Nine\u2069 אנשים"),
                               "أطلق سراح \u2067Nine\u2069 אנשים"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "text"), SEEN.values(), ids=SEEN.keys())
def test_the_text_is_what_a_reader_sees(body: str, text: str) -> None:
    report = read_report(make_docx(body), file="note.docx")
    assert report.text == text
    assert report.media_type.endswith("wordprocessingml.document")
    assert report.published is None


def test_notes_stand_below_and_the_title_is_that_of_the_properties() -> None:
    parts = {"word/footnotes.xml": NOTES, "docProps/core.xml": CORE.format("Nine freed")}
    report = read_report(make_docx(NINE, more=parts))
    assert report.text.endswith("Arden.\nA note: ten, by another count.")
    assert report.title == "Nine freed"
    assert read_report(make_docx(NINE)).title == "Nine people were freed in Arden."


def test_a_main_part_of_another_name_is_found_and_macros_are_not_looked_at() -> None:
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations("/word/document2.xml"),
        "word/document2.xml": document(NINE),
        "word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(100),
        "../../outside.xml": "a path that leads out is a name like any other",
    }
    assert read_report(zip_of(parts)).text == "Nine people were freed in Arden."


def laughs() -> str:
    rows = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    return document(paragraph("&a11;").replace("&amp;", "&"),
                    before=f'<!DOCTYPE w [<!ENTITY a0 "ha">{rows}]>')  # fmt: skip


def outside() -> str:
    before = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    return document("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", before=before)


def locked(data: bytes) -> bytes:
    """The file with every entry marked as encrypted."""
    marked = bytearray(data)
    for magic, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = marked.find(magic)
        while at >= 0:
            marked[at + flags] |= 1
            at = marked.find(magic, at + 4)
    return bytes(marked)


def with_lzma() -> bytes:
    data = bytearray(make_docx(NINE))
    at = data.rfind(b"PK\x01\x02")
    data[at + 10] = zipfile.ZIP_LZMA
    return bytes(data)


BOMB = b" " * (MAX_PART_BYTES + 1)
DEEP = "<w:p>" * 100_000

REFUSED = {
    "a zip bomb": (make_docx("", more={"word/document.xml": BOMB}), "beyond all measure"),
    "a bomb in the list of parts": (make_docx("", more={"_rels/.rels": BOMB}), "beyond"),
    "elements without end": (make_docx("<w:b/>" * MAX_MARKS), "beyond all measure"),
    "attributes without end": (make_docx(f"<w:b {'a=\"\" ' * MAX_MARKS}/>"), "beyond"),
    "too many entries": (zip_of({str(n): "" for n in range(MAX_PARTS + 1)}), "more than 10000"),
    "entities of entities": (make_docx("", more={"word/document.xml": laughs()}), "broken"),
    "an entity in UTF-16": (
        make_docx("", more={"word/document.xml": laughs().encode("utf-16")}), "broken"),
    "a file of this machine": (make_docx("", more={"word/document.xml": outside()}), "broken"),
    "nesting without end": (make_docx("", more={"word/document.xml": DEEP}), "broken"),
    "no main part": (zip_of({"_rels/.rels": relations("word/gone.xml")}), "broken"),
    "a path out of the package": (
        zip_of({"_rels/.rels": relations("word/../../../etc/hostname")}), "ZIP archive"),
    "a document elsewhere": (
        zip_of({"_rels/.rels": relations("https://a.example/word/", mode="External")}),
        "ZIP archive"),
    "a workbook": (zip_of({"_rels/.rels": relations("xl/workbook.xml")}), "broken workbook"),
    "a document in an archive": (zip_of({"note.docx": make_docx(NINE)}), "ZIP archive"),
    "locked": (locked(make_docx(NINE)), "locked with a password"),
    "packed as no office packs": (with_lzma(), "broken"),
    "cut off": (make_docx(NINE)[:-30], "broken"),
    "without words": (make_docx("<w:p/>"), "no text"),
    "text called Word": (b"Nine freed", "not a Word document"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_a_bad_document_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableReport) as error:
        read_report(data, file="folder/note.docx")
    assert said in error.value.what
    assert error.value.where == "note.docx"
    assert error.value.remedy


def test_a_bomb_costs_little_memory_and_time() -> None:
    data = make_docx("", more={"word/document.xml": b" " * 1_000_000_000})
    tracemalloc.start()
    began = time.monotonic()
    with pytest.raises(UnreadableReport):
        read_report(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4 * MAX_PART_BYTES
    assert time.monotonic() - began < 10


LETTERS = st.characters(codec="utf-8", categories=("L", "N", "P", "Zs", "Cf"))


@given(st.lists(st.text(LETTERS, max_size=40), min_size=1, max_size=8), st.data())
def test_every_word_of_a_document_has_its_place(texts: list[str], data: st.DataObject) -> None:
    whole = [" ".join(text.split()) for text in texts]
    if not any(whole):
        return
    report = read_report(make_docx("".join(map(paragraph, texts))))
    assert report.text == "\n".join(line for line in whole if line)
    start = data.draw(st.integers(0, len(report.text) - 1))
    end = data.draw(st.integers(start + 1, len(report.text)))
    assert report.passage(start, end).exact == report.text[start:end]


@given(st.binary(max_size=60), st.integers(0, 700))
def test_a_damaged_document_is_read_or_refused(noise: bytes, at: int) -> None:
    whole = make_docx(NINE)
    with suppress(UnreadableReport):
        report = read_report(whole[:at] + noise + whole[at + len(noise) :], file="note.docx")
        report.text.encode("utf-8")
