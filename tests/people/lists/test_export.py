"""Persons as FollowTheMoney entities, and back. Everyone is made up."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.people_lists import read_people_list
from habeas.model.claims import Claim
from habeas.model.reports import Report
from habeas.people import resolve_people
from habeas.people.lists import read_people_table
from habeas.people.lists.export import entities_of
from habeas.reports import read_report

# What the model of FollowTheMoney (4.11) allows, of what is used here.
PROPERTIES = {
    "Person": {
        *("name", "alias", "weakAlias", "nationality", "profession", "sourceUrl", "proof"),
    },
    "Document": {"fileName", "title", "publisher", "publishedAt", "mimeType", "sourceUrl"},
    "Mention": {"document", "resolved", "name", "detectedSchema"},
}
REQUIRED = {"Person": {"name"}, "Document": {"fileName"}, "Mention": {"document", "name"}}
LIST = """# publisher: Harbour Watch
# published: 2031-05-08
# url: https://watch.example/list
name,status,date,citizenship,role
Ada Marr,released,2031-05-07,LT,printer
ADA MARR,held,2030,LT,
Бела Квист,held,2031,PL;LT,nurse
name withheld,held,2031,,
"""


def holding(text: str) -> tuple[tuple[Report, ...], tuple[Claim, ...]]:
    report = read_report(text.encode(), media_type="text/csv", file="watch.csv")
    return (report,), read_people_list(report).claims


def entities(text: str) -> list[dict[str, Any]]:
    reports, claims = holding(text)
    return list(entities_of(resolve_people(claims), claims, reports))


def of_schema(schema: str, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [entity for entity in found if entity["schema"] == schema]


def check(found: list[dict[str, Any]]) -> None:
    """Check entities against the model, and that each refers only to those before it."""
    known: set[str] = set()
    for entity in found:
        assert entity["id"] not in known
        known.add(entity["id"])
        properties = entity["properties"]
        assert REQUIRED[entity["schema"]] <= set(properties) <= PROPERTIES[entity["schema"]]
        for values in properties.values():
            assert values
            assert all(isinstance(value, str) and value for value in values)
            assert len(set(values)) == len(values)
        for name in ("proof", "document", "resolved"):
            assert set(properties.get(name, ())) <= known


def test_a_person_has_spellings_nationality_and_proof() -> None:
    found = entities(LIST)
    check(found)
    ada, bela = of_schema("Person", found)
    (document,) = of_schema("Document", found)
    assert ada["properties"] == {
        "name": ["ADA MARR"],
        "alias": ["Ada Marr"],
        "nationality": ["lt"],
        "profession": ["printer"],
        "sourceUrl": ["https://watch.example/list"],
        "proof": [document["id"]],
    }
    assert bela["properties"]["nationality"] == ["lt", "pl"]
    assert [one["properties"]["name"] for one in of_schema("Mention", found)] == [
        ["ADA MARR"],
        ["Ada Marr"],
        ["Бела Квист"],
    ]


def test_a_single_word_is_a_weak_alias() -> None:
    reports, claims = holding("name,status\nAda Marr,held\nMarr,released\n")
    people = resolve_people(claims)
    (person,) = of_schema("Person", list(entities_of(people, claims, reports)))
    assert person["properties"]["weakAlias"] == ["Marr"]
    assert "alias" not in person["properties"]


def test_who_is_protected_is_left_out() -> None:
    reports, claims = holding(LIST)
    people = [replace(person, protected=True) for person in resolve_people(claims)]
    assert list(entities_of(people, claims, reports)) == []


def test_what_is_written_is_read_back() -> None:
    lines = "\n".join(json.dumps(entity) for entity in entities(LIST))
    table = read_people_table(lines.encode(), file="persons.ftm.json")
    assert table.problems == ()
    assert [person.names for person in table.people] == [("ADA MARR",), ("Бела Квист",)]
    assert table.people[0].particulars.nationalities == ("LT",)
    assert table.people[0].particulars.occupations == ("printer",)


names = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters='",;#'), min_size=1
)


@given(st.lists(names, max_size=8))
def test_any_names_make_entities_of_the_model(some: list[str]) -> None:
    rows = "".join(f'"{name}",held\n' for name in some)
    found = entities(f"name,status\nAda Marr,held\n{rows}")
    check(found)
    assert "Ada Marr" in {
        name
        for person in of_schema("Person", found)
        for name in (*person["properties"]["name"], *person["properties"].get("alias", ()))
    }
