"""FollowTheMoney entities are of the model of FollowTheMoney, whatever an Edition holds."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings

from habeas.model.editions import Edition
from habeas.people.lists import read_people_table
from habeas.register.edition_file import EditionFile, write_edition
from habeas.register.exports.ftm import entities
from habeas.register.exports.ftm_statements import COLUMNS, write_ftm_statements
from habeas.register.exports.outgoing import Outgoing
from public import fictional
from register.made_up.editions import editions

# What version 4.11 of the model allows, of what is used here, and the schema that each property
# that names another entity leads to.
VOICE = {"name", "keywords"}
PROPERTIES = {
    "Package": {"fileName", "title", "publishedAt", "notes"},
    "Document": {
        *("fileName", "title", "publisher", "publishedAt", "mimeType", "sourceUrl", "language"),
        *("parent", "bodyText"),
    },
    "Person": {
        *("name", "alias", "weakAlias", "nationality", "profession", "sourceUrl", "proof"),
    },
    "Mention": {"document", "resolved", "name", "detectedSchema"},
    "Similar": {"candidate", "match", "confidenceScore", "criteria", "matcher"},
    "Organization": VOICE,
    "PublicBody": VOICE | {"country"},
    "LegalEntity": VOICE | {"country"},
    "Event": {
        *("name", "summary", "description", "notes", "keywords", "date", "startDate", "endDate"),
        *("location", "country", "recordId", "proof", "sourceUrl", "publisher", "involved"),
        "namesMentioned",
    },
    "UnknownLink": {"subject", "object", "role", "recordId", "proof"},
    "Sanction": {
        *("entity", "authority", "country", "program", "status", "endDate", "summary"),
        *("description", "sourceUrl"),
    },
}
REQUIRED = {
    "Document": {"fileName"},
    "Person": {"name"},
    "Mention": {"document", "name"},
    "Organization": {"name"},
    "PublicBody": {"name"},
    "LegalEntity": {"name"},
    "Event": {"name"},
    "UnknownLink": {"subject", "object"},
    "Sanction": {"entity"},
}
LEADS_TO = {
    "proof": {"Document"},
    "document": {"Document"},
    "parent": {"Package"},
    "resolved": {"Person"},
    "involved": {"Person"},
    "candidate": {"Person"},
    "match": {"Person"},
    "subject": {"Organization", "PublicBody", "LegalEntity"},
    "object": {"Event"},
    "entity": {"PublicBody", "LegalEntity"},
}


def written(edition: Edition) -> list[dict[str, Any]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "edition.sqlite"
        write_edition(edition, path)
        with EditionFile(path) as file:
            return list(entities(Outgoing(file=file)))


def check(found: list[dict[str, Any]]) -> None:
    known: dict[str, str] = {}
    for entity in found:
        schema, properties = entity["schema"], entity["properties"]
        assert REQUIRED.get(schema, set()) <= properties.keys() <= PROPERTIES[schema]
        for name, values in properties.items():
            assert values
            assert len(set(values)) == len(values)
            assert all(isinstance(value, str) and value for value in values)
            if name in LEADS_TO:
                assert {known[value] for value in values} <= LEADS_TO[name]
        assert entity["id"] not in known
        known[entity["id"]] = schema


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(edition=editions())
def test_any_edition_makes_entities_of_the_model(edition: Edition) -> None:
    check(written(edition))


def test_voices_are_no_persons_of_a_list() -> None:
    found = written(fictional.ruritania)
    check(found)
    lines = "\n".join(json.dumps(entity) for entity in found)
    table = read_people_table(lines.encode(), file="persons.ftm.json")
    assert len(table.people) == len(fictional.ruritania.people)
    listed = {person.names[0] for person in table.people if person.names}
    assert listed <= {person.name for person in fictional.ruritania.people}


def test_a_claim_is_an_event_with_its_words_its_voice_and_its_doubt() -> None:
    found = written(fictional.ruritania)
    (event,) = (e for e in found if e["properties"].get("recordId") == [fictional.pardon.id])
    assert event["schema"] == "Event"
    assert event["properties"]["description"] == [fictional.pardon.passage.exact]
    assert event["properties"]["keywords"] == ["pardon", fictional.pardon.stance.value]
    links = [e for e in found if e["properties"].get("object") == [event["id"]]]
    voices = {e["id"]: e["properties"]["name"][0] for e in found if "name" in e["properties"]}
    told = [voices[link["properties"]["subject"][0]] for link in links]
    assert told == [speaker.name for speaker in fictional.pardon.speakers]


def test_each_spelling_is_a_statement_of_each_report_it_stands_in(tmp_path: Path) -> None:
    path = tmp_path / "edition.sqlite"
    write_edition(fictional.ruritania, path)
    page = io.BytesIO()
    with EditionFile(path) as file:
        write_ftm_statements(Outgoing(file=file), page)
    rows = list(csv.DictReader(io.StringIO(page.getvalue().decode(), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert len({row["id"] for row in rows}) == len(rows)
    (zenda,) = (each for each in fictional.ruritania.people if each.name == "Anna Zenda")
    told = {claim.id: claim.report for claim in fictional.ruritania.claims}
    named = {told[key.claim] for key in zenda.mentions if key.name == zenda.name}
    origins = {
        row["origin"]
        for row in rows
        if row["entity_id"] == f"habeas-{zenda.id}"
        and (row["prop"], row["value"]) == ("name", zenda.name)
    }
    assert origins == named
    table = read_people_table(page.getvalue(), file="statements.csv")
    assert len(table.people) == len(fictional.ruritania.people)
