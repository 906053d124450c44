"""What claims and rows tell of a person beside the name. Everyone here is invented."""

from __future__ import annotations

from dataclasses import replace

from habeas.claims.people_lists import read_people_list
from habeas.model.claims import Act, Mention
from habeas.model.dates import EdtfDate
from habeas.people import resolve_people, resolve_unnamed, spelling_id
from habeas.people.evidence import Age, Particulars, Sex
from habeas.people.gathering import gather_particulars
from habeas.people.lists import read_people_table
from habeas.reports import read_report
from stories import tell

LIST = (
    b"name,date of birth,sex,case number,status,date,place,citizenship,article\n"
    b"Ana Perez,1986-05-14,F,12-3/45,held,2024-03-04,Colony 4,LT,361-4\n"
    b"Name withheld,1990,m,77,held,2024-03-04,Colony 9,BY,\n"
)


def _gathered(data: bytes) -> dict[str, Particulars]:
    report = read_report(data, file="list.csv")
    claims = read_people_list(report).claims
    people = (*resolve_people(claims), *resolve_unnamed(claims))
    return {
        person.name: gather_particulars([person], claims, [report])[person.id] for person in people
    }


def test_a_row_tells_more_than_its_claim() -> None:
    ana = _gathered(LIST)["Ana Perez"]
    assert ana.births == (EdtfDate.parse("1986-05-14"),)
    assert ana.sexes == (Sex.FEMALE,)
    assert ana.case_numbers == ("12-3/45",)
    assert ana.nationalities == ("LT",)
    assert [u.place for u in ana.undergone if u.act is Act.HOLD] == ["Colony 4"]
    assert len(ana.lists) == 1


def test_other_names_of_a_row_are_names_to_compare_by() -> None:
    data = b"name,other names,status\nAna Perez,Anushka Example,held\n"
    assert _gathered(data)["Ana Perez"].names == ("Ana Perez", "Anushka Example")


def test_a_row_without_a_name_tells_as_much() -> None:
    somebody = next(told for name, told in _gathered(LIST).items() if name != "Ana Perez")
    assert somebody.names == ()
    assert somebody.births == (EdtfDate.parse("1990"),)
    assert somebody.sexes == (Sex.MALE,)


def test_a_row_in_the_register_is_the_row_of_the_list() -> None:
    listed = read_people_table(LIST, file="list.csv").people[0]
    assert _gathered(LIST)["Ana Perez"].lists == listed.particulars.lists


def test_an_age_is_of_the_time_between_the_act_and_the_report() -> None:
    told = tell("report A, 2025-03-01\narrest Ana Perez, on 2025-02-10")
    (claim,) = told.claims
    aged = replace(claim, names=(Mention(name="Ana Perez", age=34),))
    (person,) = resolve_people([aged])
    told_of = gather_particulars([person], [aged], told.reports)[person.id]
    assert told_of.ages == (Age(years=34, on=EdtfDate.parse("2025-02-10/2025-03-01")),)


def test_what_is_denied_or_demanded_is_not_undergone() -> None:
    told = tell(
        "arrest Ana Perez, on 2024\nrelease Ana Perez, denied\ndemand-release Ana Perez, demanded"
    )
    people = resolve_people(told.claims)
    gathered = gather_particulars(people, told.claims, told.reports)[spelling_id("Ana Perez")]
    assert [u.act for u in gathered.undergone] == [Act.ARREST]
