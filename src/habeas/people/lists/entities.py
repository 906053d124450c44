"""FollowTheMoney entities, OpenSanctions statements and plain JSON → rows of cells."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from habeas.claims.list_rows import Row, read_rows
from habeas.model.problems import Problem
from habeas.people.lists.columns import NAMES, column_of
from habeas.people.lists.listed import Cell, ListedPerson
from habeas.people.lists.problems import UnreadableList
from habeas.people.lists.rows import RowReader
from habeas.reports.tables import TablePart

PERSON = "Person"
"""The schema of FollowTheMoney that is listed; companies, ships and the like are passed over."""

STATEMENT_COLUMNS = frozenset({"entity_id", "schema", "prop", "value"})
"""Columns by which a CSV file is known to hold statements."""

PROPERTIES: Mapping[str, str] = {
    "name": "name",
    "alias": "other-names",
    "previousName": "other-names",
    "firstName": "given-name",
    "fatherName": "patronymic",
    "lastName": "family-name",
    "birthDate": "birth-date",
    "deathDate": "death-date",
    "gender": "sex",
    "nationality": "citizenship",
    "citizenship": "citizenship",
    "birthPlace": "residence",
    "address": "residence",
    "position": "role",
    "profession": "role",
    "caseNumber": "case-number",
    "sourceUrl": "url",
}
"""Properties of a FollowTheMoney Person that are kept as columns of known kinds. A weak alias
is none of them: too many people share it. Nor are parts of a name beside a whole one."""

_PARTS = frozenset({"firstName", "fatherName", "lastName"})
_HOLDERS = ("people", "persons", "results", "entities", "data", "items", "records")
_MOST_VALUES = 200
_DEEPEST = 100


def people_in_json(text: str, reader: RowReader) -> Iterator[ListedPerson]:
    """The persons of a JSON document or of JSON lines.

    Taken are FollowTheMoney entities (`id`, `schema`, `properties`), of which only
    persons are listed, and objects whose keys are named as columns are. A line that is
    no JSON, or no object, is told as a problem.

    Raises:
        UnreadableList: Nothing in it is an object.
    """
    found = False
    for number, record in _records(text, reader):
        if not isinstance(record, dict):
            where = reader.place_of(number, "")
            reader.problems.append(_problem("a record that is no object", where))
            continue
        found = True
        if _is_entity(record):
            if record["schema"] == PERSON:
                yield reader.person(number, _entity_cells(record))
            continue
        cells = _object_cells(record)
        if any(cell.kind in NAMES for cell in cells) or any(
            column_of(key) in NAMES for key in record
        ):
            yield reader.person(number, cells)
        else:
            where = reader.place_of(number, "")
            reader.problems.append(_problem("a record without a key for names", where))
    if not found:
        raise UnreadableList(
            what="JSON without a list of people",
            where=reader.where,
            remedy="give a list of objects, each with a name, or FollowTheMoney entities",
        )


def are_statements(head: Row) -> bool:
    """True where a row of headers is that of a file of statements."""
    return frozenset(head.cells) >= STATEMENT_COLUMNS


def people_in_statements(text: str, reader: RowReader) -> Iterator[ListedPerson]:
    """The persons of OpenSanctions statements, one a row: all statements of an entity together.

    An entity is known by its canonical id where there is one. Its row is the first of its
    statements.
    """
    rows = read_rows(text, TablePart(name="", start=0, end=len(text)), ",")
    columns = {header: at for at, header in enumerate(next(rows).cells)}
    gathered: dict[str, dict[str, list[str]]] = {}
    first_row: dict[str, int] = {}
    persons: set[str] = set()
    for row in rows:
        if row.is_blank:
            continue
        if len(row.cells) != len(columns):
            where = reader.place_of(row.number, "")
            reader.problems.append(_problem("a statement with cells too many or too few", where))
            continue
        told = {header: row.cells[at] for header, at in columns.items()}
        entity = told.get("canonical_id") or told["entity_id"]
        first_row.setdefault(entity, row.number)
        if told["schema"] == PERSON:
            persons.add(entity)
        if told["prop"] == "id":
            # A checksum of the entity's other statements.
            continue
        values = gathered.setdefault(entity, {}).setdefault(told["prop"], [])
        if told["value"] and told["value"] not in values and len(values) < _MOST_VALUES:
            values.append(told["value"])
    for entity, properties in gathered.items():
        if entity in persons:
            record = {"id": entity, "schema": PERSON, "properties": properties}
            yield reader.person(first_row[entity], _entity_cells(record))


def _records(text: str, reader: RowReader) -> Iterator[tuple[int, Any]]:
    """Every record with its number: of a document from 1, of JSON lines its line."""
    try:
        document = _parsed(text)
    except ValueError:
        for number, line in enumerate(text.split("\n"), start=1):
            if not line.strip():
                continue
            try:
                yield number, _parsed(line)
            except ValueError:
                where = f"{reader.where}, line {number}"
                reader.problems.append(_problem("a line that is not JSON", where))
        return
    if isinstance(document, dict) and not _is_entity(document):
        held = [document[key] for key in _HOLDERS if isinstance(document.get(key), list)]
        document = held[0] if held else [document]
    yield from enumerate(document if isinstance(document, list) else [document], start=1)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def _is_entity(record: Mapping[str, Any]) -> bool:
    return isinstance(record.get("schema"), str) and isinstance(record.get("properties"), dict)


def _entity_cells(record: Mapping[str, Any]) -> list[Cell]:
    cells = [Cell(header="id", kind="id", text=str(record.get("id") or ""))]
    properties = record["properties"]
    is_named = bool(properties.get("name"))
    for prop, values in properties.items():
        kind = PROPERTIES.get(str(prop))
        if is_named and prop in _PARTS:
            kind = None
        for value in _values(values):
            cells.append(Cell(header=str(prop), kind=kind, text=value))
    return [cell for cell in cells if cell.text]


def _object_cells(record: Mapping[str, Any]) -> list[Cell]:
    return [
        Cell(header=str(key), kind=column_of(str(key)), text=value)
        for key, values in record.items()
        for value in _values(values)
        if value
    ]


def _values(values: Any) -> list[str]:
    """The scalars of a value, as text; what is nested stays JSON."""
    listed = values[:_MOST_VALUES] if isinstance(values, list) else [values]
    return [
        value.strip() if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for value in listed
        if value is not None and value not in ("", {})
    ]


def _problem(what: str, where: str) -> Problem:
    return Problem(what=what, where=where, remedy="write one object for each person")
