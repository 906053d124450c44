"""Lists of people in every format, the hostile ones too. Everyone in them is made up."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.claims import Act
from habeas.people.evidence import Sex
from habeas.people.lists import ListedPerson, PeopleTable, UnreadableList, read_people_table
from habeas.people.lists.columns import column_of, is_withheld
from habeas.people.lists.naming import LONGEST_NAME, MOST_SPELLINGS
from habeas.reports import UnreadableReport
from reports.sheet_making import make_ods, make_xlsx

HEAD = "id,name,name (Belarusian),born,citizenship,charges,facility,notes\n"


def read(text: str | bytes, file: str = "list.csv") -> PeopleTable:
    """Read a list given as text."""
    return read_people_table(text.encode() if isinstance(text, str) else text, file=file)


def only(text: str | bytes, file: str = "list.csv") -> ListedPerson:
    """Read a list of one person in which nothing is wrong."""
    found = read(text, file)
    assert found.problems == ()
    (person,) = found.people
    return person


@pytest.mark.parametrize(
    ("header", "kind"),
    {
        "Name": "name",
        "full_name_ru": "name",
        "Name (Belarusian)": "name",
        "nameEnglish": "name",
        "ФИО": "name",
        "Імя і прозвішча": "name",
        "الاسم": "name",
        "姓名": "name",
        "Nombre y apellidos": "name",
        "အမည်": "name",
        "Nom": "family-name",
        "Отчество": "patronymic",
        "Father's name": "patronymic",
        "a.k.a.": "other-names",
        "Name in original script": "other-names",
        "DOB": "birth-date",
        "год рождения": "birth-date",
        "birthDate": "birth-date",
        "ID": "id",
        "Case No.": "case-number",
        "СИЗО": "facility",
        "URL": "url",
        "#": None,
        "Notes": None,
        "Russian revolution": None,
    }.items(),
)
def test_a_header_says_what_a_column_holds(header: str, kind: str | None) -> None:
    assert column_of(header) == kind


@pytest.mark.parametrize(
    ("cell", "withheld"),
    {
        "N.N.": True,
        "n. n.": True,
        "Name withheld": True,
        "name withheld at the request of the family": True,
        "Identity withheld for safety": True,
        "—": True,
        "***": True,
        "имя не разглашается": True,
        "匿名": True,
        "مجهول": True,
        "Nina N.": False,
        "Anon Nampha": False,
        "Ann Nann": False,
    }.items(),
)
def test_a_cell_may_keep_the_name_back(cell: str, withheld: bool) -> None:
    assert is_withheld(cell) is withheld


def test_everything_a_row_tells_is_kept() -> None:
    person = only(
        "# published: 2031-05-08\n"
        "ID,Name,Name (Russian),Patronymic,aliases,DOB,Sex,Age,Citizenship,Region,Facility,Charges,"
        "Case number,Arrested,Released,Occupation,URL,Shoe size\n"
        "p7,Ada Marr,Ада Марр,,Addie; A. Marr,1990-02-03,F,41,LT,Ellery,Gate Prison,"
        "unlawful assembly; riot,12/31,2030-01-02,2031-05-07,printer,https://list.example/p7,38\n"
    )
    told = person.particulars
    assert (person.row, person.id, person.url) == (3, "p7", "https://list.example/p7")
    assert person.names == ("Ada Marr", "Ада Марр", "Addie", "A. Marr") == told.names
    assert [born.text for born in told.births] == ["1990-02-03"]
    assert [(age.years, age.on and age.on.text) for age in told.ages] == [(41, "2031-05-08")]
    assert told.sexes == (Sex.FEMALE,)
    assert told.nationalities == ("LT",)
    assert told.places == ("Ellery",)
    assert told.occupations == ("printer",)
    assert told.charges == ("unlawful assembly", "riot")
    assert told.case_numbers == ("12/31",)
    assert {(one.act, one.when and one.when.text, one.place) for one in told.undergone} == {
        (Act.ARREST, "2030-01-02", None),
        (Act.RELEASE, "2031-05-07", None),
        (Act.HOLD, None, "Gate Prison"),
    }
    assert ("Shoe size", "38") in [(cell.header, cell.text) for cell in person.cells]


@pytest.mark.parametrize(
    ("row", "names"),
    {
        "first,patronymic,last\nAda,Ivanna,Marr": ("Ada Ivanna Marr",),
        "first name,last name\nAda,Marr": ("Ada Marr",),
        "last name,first name\nMarr,": ("Marr",),
        "name\nAda Marr (Ада Марр)": ("Ada Marr", "Ада Марр"),
        "name\nAda (Addie) Marr": ("Ada (Addie) Marr",),
        "name\nAda Marr (printer)": ("Ada Marr (printer)",),
        "name\nAda Marr / Ada Mar": ("Ada Marr", "Ada Mar"),
        'name\n"Marr, Ada"': ("Marr, Ada",),
        "name,name\nAda Marr,Ада Марр": ("Ada Marr", "Ада Марр"),
        "name,other names\nADA MARR,Ada Marr": ("ADA MARR",),
        "姓名\n王安娜": ("王安娜",),
        "name\nA. M.": (),
        "name\n12345": (),
    }.items(),
)
def test_the_spellings_of_a_row(row: str, names: tuple[str, ...]) -> None:
    text = row.replace("first,", "first name,").replace(",last\n", ",last name\n") + "\n"
    assert only(text).names == names


@pytest.mark.parametrize("cell", ["", "N.N.", "name withheld", "?", "A. K.", "имя скрыто"])
def test_a_row_without_a_name_stands_for_somebody(cell: str) -> None:
    person = only(f"name,age,occupation,place\n{cell},34,journalist,Port Ellery\n")
    assert person.is_anonymous
    assert person.words == cell
    assert person.particulars.names == ()
    assert person.particulars.occupations == ("journalist",)
    assert person.particulars.places == ("Port Ellery",)


SHEETS: Mapping[str, list[list[str]]] = {
    "2030": [["# published: 2031-05-08"], ["Name", "Born"], ["Ada Marr", "1990"]],
    "2031": [["Born", "Name"], ["1991-02", "Bela Quist"]],
    "About": [["Compiled by hand"]],
}


@pytest.mark.parametrize("make", [make_xlsx, make_ods])
def test_each_sheet_of_a_workbook_has_its_own_head(make: Callable[..., bytes]) -> None:
    found = read(make(SHEETS), "list.bin")
    assert [(p.sheet, p.row, p.names[0]) for p in found.people] == [
        ("2030", 3, "Ada Marr"),
        ("2031", 2, "Bela Quist"),
    ]
    assert [str(problem) for problem in found.problems] == [
        "no row with a column of names in list.bin, sheet 'About': name the columns in the first"
        " row: name, born, citizenship, charges, id"
    ]


PLAIN_JSON = [
    {"name": "Ada Marr", "aliases": ["Addie", "Ада Марр"], "born": 1990, "seat": {"x": 1}}
]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(PLAIN_JSON),
        json.dumps({"people": PLAIN_JSON}, ensure_ascii=False),
        json.dumps(PLAIN_JSON[0]) + "\n",
        "\ufeff" + json.dumps(PLAIN_JSON, indent=1),
    ],
)
def test_objects_of_json_are_rows(text: str) -> None:
    person = only(text, "list.json")
    assert person.names == ("Ada Marr", "Addie", "Ада Марр")
    assert [born.text for born in person.particulars.births] == ["1990"]
    assert ("seat", '{"x": 1}') in [(cell.header, cell.text) for cell in person.cells]


ENTITY = {
    "id": "NK-1",
    "schema": "Person",
    "properties": {
        "name": ["Ada Marr", "Ада Марр"],
        "alias": ["Addie Marr"],
        "weakAlias": ["Addie"],
        "firstName": ["Ada"],
        "birthDate": ["1990-02-03"],
        "nationality": ["lt"],
        "gender": ["female"],
        "sourceUrl": ["https://list.example/1"],
    },
}


def test_entities_of_followthemoney_are_rows() -> None:
    lines = [ENTITY, {"id": "c", "schema": "Company", "properties": {"name": ["Marr Ltd"]}}]
    found = read("\n".join(json.dumps(line) for line in lines), "persons.ftm.json")
    (person,) = found.people
    assert found.problems == ()
    assert (person.id, person.url) == ("NK-1", "https://list.example/1")
    # A weak alias is shared by too many to be sought, and parts tell nothing beside the whole.
    assert person.names == ("Ada Marr", "Ада Марр", "Addie Marr")
    assert person.particulars.nationalities == ("LT",)
    assert person.particulars.sexes == (Sex.FEMALE,)


STATEMENTS = """canonical_id,entity_id,prop,prop_type,schema,value,dataset,origin,lang,original
NK-1,x-1,name,name,Person,Ada Marr,x,,eng,
NK-1,y-9,name,name,Person,Ада Марр,y,,rus,
NK-1,y-9,birthDate,date,Person,1990-02-03,y,,,3 February 1990
NK-2,x-2,name,name,Company,Marr Ltd,x,,,
NK-3,x-3,name,name,Person,"Quist, Bela",x,,,
"""


def test_statements_of_one_entity_are_one_row() -> None:
    found = read(STATEMENTS)
    assert [(p.row, p.id, p.names) for p in found.people] == [
        (2, "NK-1", ("Ada Marr", "Ада Марр")),
        (6, "NK-3", ("Quist, Bela",)),
    ]
    assert [born.text for born in found.people[0].particulars.births] == ["1990-02-03"]


def test_of_a_table_of_entities_only_persons_are_listed() -> None:
    found = read(
        '"id","schema","name","aliases","birth_date","countries","dataset"\n'
        '"NK-1","Person","Ada Marr","Addie;Ада Марр","1990-02-03;1990","lt;pl","x"\n'
        '"NK-2","Company","Marr Ltd","","","lt","x"\n'
    )
    (person,) = found.people
    assert found.problems == ()
    assert person.names == ("Ada Marr", "Addie", "Ада Марр")
    assert [born.text for born in person.particulars.births] == ["1990-02-03", "1990"]
    assert person.particulars.nationalities == ("LT", "PL")


def test_a_text_of_names_is_a_list() -> None:
    found = read("# freed in May\n- Ada Marr\n\n* Бела Квист\n• name withheld\n", "names.txt")
    assert [(p.row, p.names) for p in found.people] == [
        (2, ("Ada Marr",)),
        (4, ("Бела Квист",)),
        (5, ()),
    ]


def test_prose_is_no_list() -> None:
    with pytest.raises(UnreadableList, match="a text that is no list"):
        read("The ministry said on Wednesday that twenty-four people had been freed.\n", "a.txt")


@pytest.mark.parametrize(
    ("rows", "problem"),
    {
        "a bad day": ("Ada Marr,1990-13-41,,", "'1990-13-41' is not one date"),
        "a name in the wrong column": ("Ada Marr,Bela Quist,,", "a text that is not one date"),
        "a land nobody knows": ("Ada Marr,,Cockaigne,", "a country that is not known"),
        "an age in words": ("Ada Marr,,,forty", "an age that is not a number"),
        "too many cells": ("Ada Marr,1990,LT,40,Quist", "more cells than the head has columns"),
    }.values(),
)
def test_a_bad_cell_stops_nothing_and_names_nobody(rows: str, problem: str) -> None:
    found = read(f"name,born,citizenship,age\n{rows}\nCy Roe,1991,,\n")
    (told,) = found.problems
    assert told.what == problem
    assert "row 2" in told.where
    assert "Quist" not in str(told)
    assert found.people[-1].names == ("Cy Roe",)


def test_hostile_cells_are_text() -> None:
    person = only('name,notes\n"=HYPERLINK(""https://x.example"",""Ada"")",\u202egnp.exe\n')
    assert person.names == ('=HYPERLINK("https://x.example","Ada")',)
    assert person.cells[1].text == "\u202egnp.exe"


def test_odd_characters_of_names_are_told_by_row() -> None:
    found = read("name\nAda\u200bMarr\nBel\u0430 Quist\nCy Roe\n")
    assert [note.partition(":")[0] for note in found.notes] == [
        "list.csv, row 2",
        "list.csv, row 3",
    ]
    assert "cannot be seen" in found.notes[0]
    assert "another script" in found.notes[1]
    assert not any("Marr" in note or "Quist" in note for note in found.notes)


def test_a_huge_row_costs_nothing_but_itself() -> None:
    wide = "Ada Marr," + "x" * 200_000 + "," * 5_000
    long_name = "A" * (LONGEST_NAME + 1)
    many = "; ".join(f"Name{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(300))
    found = read(f"name,other names\n{wide}\n{long_name},\nBela Quist,{many}\n")
    assert [len(p.names) for p in found.people] == [1, 0, MOST_SPELLINGS]
    assert [problem.what for problem in found.problems][-1] == (
        "a cell of names too long to be one"
    )


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "cp1251", "koi8-r"])
def test_other_encodings_are_read(charset: str) -> None:
    rows = "".join(f"Человек{n} Выдуманный,описание на русском языке\n" for n in range(20))
    found = read(f"имя,примечание\n{rows}".encode(charset))
    assert found.people[3].names == ("Человек3 Выдуманный",)


@pytest.mark.parametrize(
    ("data", "file"),
    {
        "nothing": (b"", "list.csv"),
        "spaces": (b"  \n\n", "list.csv"),
        "an empty JSON": (b" \n", "list.json"),
        "a broken workbook": (b"PK\x03\x04nothing more", "list.xlsx"),
        "a picture": (b"\x89PNG\r\n\x1a\n", "list.csv"),
        "NUL in JSON": (b'["\x00"]', "list.json"),
        "JSON of numbers": (b"[1, 2]", "list.json"),
        "JSON too deep": (b"[" * 100_000, "list.json"),
        "a web page": (b"<!doctype html><html><body><p>Ada Marr</p></body></html>", "list.html"),
    }.values(),
)
def test_what_is_no_list_is_refused(data: bytes, file: str) -> None:
    with pytest.raises((UnreadableList, UnreadableReport)):
        read(data, file)


def test_a_list_without_a_column_of_names_lists_nobody() -> None:
    found = read("colour,size\nred,3\n")
    assert found.people == ()
    assert [problem.what for problem in found.problems] == ["no row with a column of names"]


def test_broken_lines_of_json_stop_nothing() -> None:
    found = read('{"name": "Ada Marr"}\nnot json\n[1]\n{"size": 3}\n', "list.jsonl")
    assert [p.names for p in found.people] == [("Ada Marr",)]
    assert [problem.what for problem in found.problems] == [
        "a line that is not JSON",
        "a record that is no object",
        "a record without a key for names",
    ]


cells = st.text(max_size=20) | st.sampled_from(
    ["name", "имя", "born", '"', ",", ";", "\n", "# a: b"]
)


@given(st.lists(cells, max_size=40).map(",".join), st.sampled_from(["a.csv", "a.txt", "a.json"]))
def test_no_text_stops_the_reading(text: str, file: str) -> None:
    try:
        found = read(text.encode("utf-8", "surrogatepass"), file)
    except (UnreadableList, UnreadableReport):
        return
    assert all(person.is_anonymous is (person.names == ()) for person in found.people)
