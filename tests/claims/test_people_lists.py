"""Lists of people: one row, one person, one claim. Everyone here is fictional."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from habeas.claims.list_rows import read_rows
from habeas.claims.list_vocabulary import acts_of, column_of, country_of
from habeas.claims.people_lists import PeopleList, read_people_list
from habeas.model.claims import Act, Claim, Mention, SpeakerKind, Stance, Term, TermKind
from habeas.model.reports import Report
from habeas.reports import read_report
from habeas.reports.tables import table_parts


def listed(text: str) -> PeopleList:
    return read_people_list(report_of(text))


def report_of(text: str) -> Report:
    return read_report(text.encode(), media_type="text/csv", file="list.csv")


def only(text: str) -> Claim:
    """The one claim of a list that has no problem."""
    found = listed(text)
    assert not found.problems
    (claim,) = found.claims
    return claim


HEAD = "name,status,date,citizenship,role,charges,destination,said by\n"


def test_a_row_becomes_a_claim_locked_to_its_characters() -> None:
    report = report_of(
        "# publisher: Arden Watch\n" + HEAD + "Anna Example,released,2025-12-13,Lithuania,"
        "journalist; editor,slander,Arden,Office of the Ombudsman\n"
    )
    (claim,) = read_people_list(report).claims
    assert claim.act is Act.RELEASE
    assert claim.stance is Stance.REPORTED
    assert claim.report == report.id
    assert claim.names == (
        Mention(name="Anna Example", roles=("journalist", "editor"), nationality="LT"),
    )
    assert claim.count is None
    assert claim.nationalities == ("LT",)
    assert claim.charges == ("slander",)
    assert claim.place == "Arden"
    assert claim.when is not None
    assert (claim.when.edtf.text, claim.when.words) == ("2025-12-13", "2025-12-13")
    (speaker,) = claim.speakers
    assert (speaker.name, speaker.cue) == ("Office of the Ombudsman", "said by")
    assert claim.passage.exact.startswith("Anna Example,released")
    assert report.text[claim.passage.start : claim.passage.end] == claim.passage.exact


def test_age_and_sentence_of_a_row() -> None:
    claim = only("name,status,age,sentence\nAnna Example,held,34,5 years in a colony\n")
    assert claim.names[0].age == 34
    assert claim.term == Term(kind=TermKind.SENTENCE, duration="P5Y", words="5 years in a colony")


def test_an_age_that_is_none_is_a_problem_and_the_row_counts() -> None:
    found = read_people_list(report_of("name,status,age\nAnna Example,held,young\n"))
    assert [claim.names[0].age for claim in found.claims] == [None]
    assert "age" in found.problems[0].where


def test_without_a_said_by_cell_the_publisher_speaks() -> None:
    assert only("name,status\nAnna Example,held\n").speakers == ()
    assert only("name,status,said_by\nAnna Example,held,\n").speakers == ()


def test_the_kind_of_a_speaker_comes_from_data_alone() -> None:
    claim = only("name,status,said by\nAnna Example,held,Arden Friends\n")
    assert claim.speakers[0].kind is SpeakerKind.UNKNOWN


ROWS = {
    "semicolons": "name;status\nAnna Example;held\n",
    "tabs": "name\tstatus\nAnna Example\theld\n",
    "a comma in a quoted name": 'name,status\n"Example, Anna",held\n',
    "semicolons, with commas inside": "name;role;status\nAnna Example;a, b, c;held\n",
    "Russian": "Имя;Статус\nАнна Пример;в заключении\n",
    "Belarusian": "Імя\tСтатус\nАнна Прыклад\tу зняволенні\n",
    "capitals and colons": "NAME:,Status :\nAnna Example,HELD.\n",
    "underscores": "full_name,current_status\nAnna Example,still_held\n",
    "a line for Excel above the head": "sep=;\nname;status\nAnna Example;held\n",
    "a title row above the head": "People held in Arden,,\nname,status,\nAnna Example,held,\n",
    "unknown columns": "name,shoe size,status,mood\nAnna Example,38,held,good\n",
    "a running number": "#,name,status\n1,Anna Example,held\n",
    "blank rows around": "name,status\n\n,,\nAnna Example,held\n ,\n",
    "no line end at the end": "name,status\nAnna Example,held",
    "CRLF": "name,status\r\nAnna Example,held\r\n",
    "fewer cells than the head": "name,status,date,place\nAnna Example,held\n",
    "empty cells beyond the head": "name,status\nAnna Example,held,,,\n",
    "given and family name apart": "family name,first name,status\nExample,Anna,held\n",
}


@pytest.mark.parametrize("text", ROWS.values(), ids=ROWS.keys())
def test_a_list_is_understood_however_it_is_written(text: str) -> None:
    claim = only(text)
    assert claim.act is Act.HOLD
    assert claim.names[0].name in ("Anna Example", "Example, Anna", "Анна Пример", "Анна Прыклад")


STATUSES = {
    "released": Act.RELEASE,
    "Freed": Act.RELEASE,
    "pardoned": Act.PARDON,
    "released (pardoned)": Act.PARDON,
    "released, deported": Act.EXILE,
    "deported to Brill": Act.EXILE,
    "swapped": Act.EXCHANGE,
    "paroled": Act.CONDITIONAL_RELEASE,
    "house arrest": Act.CONDITIONAL_RELEASE,
    "not released": Act.HOLD,
    "in custody": Act.HOLD,
    "re-arrested": Act.REARREST,
    "detained": Act.ARREST,
    "sentenced to 5 years": Act.SENTENCE,
    "charged with slander": Act.CHARGE,
    "transferred": Act.TRANSFER,
    "died in custody": Act.DIE,
    "missing": Act.DISAPPEAR,
    "Освобождён": Act.RELEASE,
    "помилована": Act.PARDON,
    "под стражей": Act.HOLD,
    "приговорён к 3 годам": Act.SENTENCE,
    "вызвалена": Act.RELEASE,
    "затрыманы": Act.ARREST,
}


@pytest.mark.parametrize(("status", "act"), STATUSES.items(), ids=STATUSES.keys())
def test_the_words_of_the_status_give_the_act(status: str, act: Act) -> None:
    assert only(f'name,status\nAnna Example,"{status}"\n').act is act


NOT_UNDERSTOOD = [
    "released in 2024, back inside",
    "to be released",
    "perhaps freed",
    "release expected",
    "unreleased",
    "released?, see note",
    "puzzled",
    "exchange rate",
]


@pytest.mark.parametrize("status", NOT_UNDERSTOOD)
def test_a_status_half_understood_is_no_claim(status: str) -> None:
    found = listed(f'name,status\nAnna Example,"{status}"\nBo Example,held\n')
    assert [claim.names[0].name for claim in found.claims] == ["Bo Example"]
    (problem,) = found.problems
    assert problem.where == "list.csv, row 2, column 'status'"
    assert "Anna" not in str(problem)


def test_without_a_status_a_filled_date_column_says_what_happened() -> None:
    head = "name,released on,arrested on\n"
    freed = only(head + "Anna Example,2025-12-13,2021\n")
    assert (freed.act, str(freed.when and freed.when.edtf)) == (Act.RELEASE, "2025-12-13")
    caught = only(head + "Anna Example,,2021\n")
    assert (caught.act, str(caught.when and caught.when.edtf)) == (Act.ARREST, "2021")
    answered = only("name,released\nAnna Example,yes\n")
    assert (answered.act, answered.when) == (Act.RELEASE, None)
    assert not listed("name,released\nAnna Example,no\n").claims


def test_the_date_of_an_arrest_is_not_the_date_of_a_release() -> None:
    head = "name,status,arrested on,released on\n"
    assert only(head + "Anna Example,released,2021-05-01,\n").when is None
    assert only(head + "Anna Example,held,2021-05-01,\n").when is None


DAYS = {
    "2025-12-13": "2025-12-13",
    "13.12.2025": "2025-12-13",
    "13 December 2025": "2025-12-13",
    "13 декабря 2025 г.": "2025-12-13",
    "13 снежня 2025": "2025-12-13",
    "12/2025": "2025-12",
    "2025-12": "2025-12",
    "2025": "2025",
    "2025~": "2025~",
    "2024-07/..": "2024-07/..",
}


@pytest.mark.parametrize(("cell", "edtf"), DAYS.items(), ids=DAYS.keys())
def test_a_date_is_kept_as_exact_as_it_is_given(cell: str, edtf: str) -> None:
    when = only(f"name,status,date\nAnna Example,released,{cell}\n").when
    assert when is not None
    assert (when.edtf.text, when.words) == (edtf, cell)


@pytest.mark.parametrize("cell", ["31/2/2024", "03/04/2025", "soon", "2025-13-40"])
def test_a_bad_date_is_a_problem_and_the_row_stays(cell: str) -> None:
    found = listed(f"name,status,date\nAnna Example,released,{cell}\nBo Example,freed,2025\n")
    assert [claim.when and claim.when.words for claim in found.claims] == [None, "2025"]
    (problem,) = found.problems
    assert problem.where == "list.csv, row 2, column 'date'"
    assert problem.remedy == "write 2024, 2024-02 or 2024-02-29"
    assert ("soon" in str(problem)) is False


COUNTRIES = {
    "BY": ("BY",),
    "lt": ("LT",),
    "Lithuania": ("LT",),
    "Lithuanian": ("LT",),
    "Литва": ("LT",),
    "Літва": ("LT",),
    "the United Kingdom": ("GB",),
    "USA": ("US",),
    "BY; PL": ("BY", "PL"),
    "Belarus / Poland": ("BY", "PL"),
    "": (),
    "unknown": (),
}


@pytest.mark.parametrize(("cell", "codes"), COUNTRIES.items(), ids=COUNTRIES.keys())
def test_a_country_is_a_code_or_a_name_in_three_languages(
    cell: str, codes: tuple[str, ...]
) -> None:
    claim = only(f'name,status,citizenship\nAnna Example,released,"{cell}"\n')
    assert claim.nationalities == codes
    assert claim.names[0].nationality == (codes[0] if codes else None)


@pytest.mark.parametrize("cell", ["Arden", "XX", "EU", "Европейский союз"])
def test_an_unknown_country_is_a_problem_and_the_row_stays(cell: str) -> None:
    found = listed(f"name,status,citizenship\nAnna Example,released,{cell}\n")
    assert found.claims[0].nationalities == ()
    assert found.problems[0].where == "list.csv, row 2, column 'citizenship'"


WITHHELD = ["withheld", "Name withheld", "name withheld on request", "—", "-", "?", "n/a", "",
            "имя не разглашается", "не раскрываецца"]  # fmt: skip


@pytest.mark.parametrize("cell", WITHHELD)
def test_a_person_whose_name_is_kept_back_still_counts(cell: str) -> None:
    claim = only(f"name,status,citizenship\n{cell},released,PL\n")
    assert claim.names == ()
    assert claim.count is not None
    assert (claim.count.low, claim.count.high, claim.count.words) == (1, 1, cell)
    assert claim.nationalities == ("PL",)


def test_two_people_without_a_name_are_two_claims() -> None:
    found = listed("name,status\nwithheld,released\nwithheld,released\n")
    assert len({claim.id for claim in found.claims}) == 2


def test_a_cell_over_several_lines_belongs_to_one_row() -> None:
    report = report_of('name,status\n"Anna\nExample ""Ann""",held\nBo Example,held\n')
    first, second = read_people_list(report).claims
    assert first.names[0].name == 'Anna Example "Ann"'
    assert first.passage.exact == '"Anna\nExample ""Ann""",held'
    assert second.passage.exact == "Bo Example,held"


def test_a_quote_that_never_closes_costs_one_cell() -> None:
    found = listed('name,status\n"Anna Example,held\nBo "Example,held\nCy Example,held\n')
    assert found.claims[-1].names[0].name == "Cy Example"


def test_a_formula_is_text() -> None:
    claim = only('name,status\n"=HYPERLINK(""https://x.example"",""Anna"")",held\n')
    assert claim.names[0].name == '=HYPERLINK("https://x.example","Anna")'


def test_a_row_with_too_many_cells_is_left_out_and_named_by_number() -> None:
    found = listed("# title: x\nname,status\nExample, Anna,held\nBo Example,held\n")
    assert [claim.names[0].name for claim in found.claims] == ["Bo Example"]
    (problem,) = found.problems
    assert problem.where == "list.csv, row 3"
    assert "quotes" in problem.remedy


@pytest.mark.parametrize("text", ["a,b,c\n1,2,3\n", "Anna Example\n", "status,date\nheld,2025\n"])
def test_a_table_without_a_column_of_names_gives_one_problem(text: str) -> None:
    found = listed(text)
    assert found.claims == ()
    assert [problem.what for problem in found.problems] == ["no row with a column of names"]


def test_reading_twice_gives_the_same_ids() -> None:
    text = HEAD + "Anna Example,released,2025,,,,,\nBo Example,held,,,,,,\n"
    assert listed(text) == listed(text)


CELLS = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=12)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), max_size=5), st.sampled_from(",;\t"))
def test_rows_are_those_of_the_csv_module_with_exact_offsets(
    table: list[list[str]], delimiter: str
) -> None:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(
        [["name", "status"], *table]
    )
    text = buffer.getvalue()
    rows = list(read_rows(text, table_parts(text)[0], delimiter))
    read = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    assert [list(row.cells) for row in rows] == [[cell.strip() for cell in row] for row in read]
    assert "\n".join(text[row.start : row.end] for row in rows) == text.removesuffix("\n")


@given(st.text(max_size=300))
def test_any_text_below_a_head_is_read_without_losing_the_row_after_it(text: str) -> None:
    assume("\0" not in text and '"' not in text)
    report = report_of(f"name,status\n{text}\nBo Example,held\n")
    found = read_people_list(report)
    assert found.claims[-1].passage.exact == "Bo Example,held"
    for claim in found.claims:
        assert report.text[claim.passage.start : claim.passage.end] == claim.passage.exact


@given(st.text(max_size=60))
def test_no_word_breaks_the_vocabulary(text: str) -> None:
    column_of(text)
    acts_of(text)
    country_of(text)
