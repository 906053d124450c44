"""Workbooks: what becomes of cells and sheets, and those that attack their reader.

Everyone here is fictional.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from habeas.claims.people_lists import read_people_list
from habeas.model.claims import Act
from habeas.reports import UnreadableReport, read_report
from habeas.reports.reading import Origin
from habeas.reports.tables import table_parts
from habeas.reports.workbooks import read_workbook
from reports.docx_making import zip_of
from reports.sheet_making import make_ods, make_xlsx

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
BOTH = pytest.mark.parametrize(("make", "kind"), [(make_xlsx, XLSX), (make_ods, ODS)])
HEAD = ["name", "status", "date"]
ANNA = ["Anna Example", "released", date(2025, 12, 13)]


@BOTH
def test_sheets_are_tables_one_below_another(make: Callable[..., bytes], kind: str) -> None:
    sheets = {"Freed": [HEAD, ANNA], "Held": [HEAD, [], ["Bo Example", "held"]], "Empty": []}
    report = read_report(make(sheets), media_type="text/plain", file="people.bin")
    assert report.media_type == kind
    assert report.is_table
    assert report.text == (
        "# sheet: Freed\nname,status,date\nAnna Example,released,2025-12-13\n"
        "# sheet: Held\nname,status,date\n\nBo Example,held\n"
    )
    found = read_people_list(report)
    assert [claim.act for claim in found.claims] == [Act.RELEASE, Act.HOLD]
    assert [claim.passage.exact for claim in found.claims] == [
        "Anna Example,released,2025-12-13",
        "Bo Example,held",
    ]
    assert not found.problems


@BOTH
def test_hidden_sheets_are_left_out_and_counted(make: Callable[..., bytes], kind: str) -> None:
    sheets = {"Freed": [HEAD, ANNA], "At home": [HEAD, ["Bo Example", "held"]]}
    text = read_report(make(sheets, hidden=["At home"])).text
    assert text.startswith("# hidden: 1, left out\n# sheet: Freed\n")
    assert "Bo" not in text


@BOTH
def test_comment_lines_above_the_head_say_whose_list_it_is(
    make: Callable[..., bytes], kind: str
) -> None:
    rows = [["# publisher: Arden Watch"], ["# published: 2025-12-14"], HEAD, ANNA]
    report = read_report(make({"Freed": rows}), file="people.ods")
    assert (report.publisher, report.title) == ("Arden Watch", "people.ods")
    assert report.published is not None
    assert report.published.text == "2025-12-14"
    assert len(read_people_list(report).claims) == 1


CELLS: dict[str, tuple[Any, str]] = {
    "a whole number": (12, "12"),
    "a half": (0.5, "0.5"),
    "yes": (True, "TRUE"),
    "a day": (date(2024, 2, 29), "2024-02-29"),
    "a comma": ("Arden, north", '"Arden, north"'),
    "quotes": ('"Bo"', '"""Bo"""'),
    "a line break": ("Arden\nnorth", "Arden north"),
    "a formula as text": ("=HYPERLINK(1)", "=HYPERLINK(1)"),
    "a running number's head": ("#", '"#"'),
    "what looks like a sheet": ("# sheet: x", '"# sheet: x"'),
    "Cyrillic and marks": ("Анна\u202e\u200b", "Анна\u202e\u200b"),
}


@BOTH
@pytest.mark.parametrize(("cell", "text"), CELLS.values(), ids=CELLS.keys())
def test_a_cell_is_what_it_shows(
    make: Callable[..., bytes], kind: str, cell: Any, text: str
) -> None:
    report = read_report(make({"S": [["name", "n"], [cell, "x"]]}))
    assert report.text.split("\n")[2] == f"{text},x"
    assert len(table_parts(report.text)) == 1


def test_of_a_formula_the_saved_value_is_read() -> None:
    row = '<row r="1"><c r="A1"><f>6*7</f><v>42</v></c><c r="B1"><f>NOW()</f></c></row>'
    assert read_report(make_xlsx({"S": row})).text == "# sheet: S\n42\n"


def test_a_problem_names_the_sheet_and_the_row_that_the_program_shows() -> None:
    data = make_xlsx({"Notes": [["some words"]], "Held": [HEAD, [], ["Bo Example", "vanished?"]]})
    problems = read_people_list(read_report(data, file="people.xlsx")).problems
    assert [problem.where for problem in problems] == [
        "people.xlsx, sheet 'Notes'",
        "people.xlsx, sheet 'Held', row 3, column 'status'",
    ]


FULL = '<row r="{}"><c r="{}{}"><v>1</v></c></row>'
REPEATED = (
    '<table:table-row table:number-rows-repeated="1048576"><table:table-cell'
    ' table:number-columns-repeated="16384" office:value-type="string"><text:p>a</text:p>'
    "</table:table-cell></table:table-row>"
)
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">'
    '<!ENTITY e SYSTEM "file:///etc/passwd">]><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">&b;&e;'
    "</office:document-content>"
)
LOCKED = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">'
    '<manifest:encryption-data manifest:checksum="x"><manifest:algorithm/>'
    "</manifest:encryption-data></manifest:file-entry></manifest:manifest>"
)
REFUSED = {
    "corner to corner": (
        make_xlsx({"S": FULL.format(1, "A", 1) + FULL.format(1048576, "XFD", 1048576)}),
        "no reader can finish|broken",
    ),
    "a cell repeated without end": (make_ods({"S": REPEATED}), "no reader can finish|broken"),
    "a zip bomb": (
        make_xlsx({"S": [["a"]]}, more={"xl/sharedStrings.xml": bytes(300_000_000)}),
        "beyond all measure",
    ),
    "too many sheets": (make_xlsx({f"S{n}": [["a"]] for n in range(501)}), "more than 500 sheets"),
    "locked": (make_ods({"S": [["a"]]}, more={"META-INF/manifest.xml": LOCKED}), "password"),
    "no cell": (make_xlsx({"S": []}), "without filled cells"),
    "all hidden": (make_ods({"S": [["a"]]}, hidden=["S"]), "without filled cells"),
    "no XML": (make_ods({"S": []}, more={"content.xml": "<"}), "broken"),
    "entities": (make_ods({"S": []}, more={"content.xml": ENTITIES}), "broken|without filled"),
    "no workbook": (
        zip_of({"mimetype": ODS}),
        "broken workbook",
    ),
}


@pytest.mark.parametrize(("data", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_a_bad_workbook_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableReport, match=said) as error:
        read_report(data, file="folder/people.xlsx")
    assert error.value.where == "people.xlsx"
    assert error.value.remedy


def test_a_workbook_that_takes_too_long_is_ended() -> None:
    with pytest.raises(UnreadableReport, match="takes too long"):
        read_workbook(make_xlsx({"S": [["a"]]}), Origin(where="people.xlsx"), seconds=0.001)


def test_what_is_only_called_a_workbook_is_said_to_be_none() -> None:
    for name, called in (("a.xlsx", "not an Excel workbook"), ("a.ods", "not an OpenDocument")):
        with pytest.raises(UnreadableReport, match=called):
            read_report(b"name,status\n", file=name)
