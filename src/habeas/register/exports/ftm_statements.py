"""An Edition as FollowTheMoney statements: every value of every entity with where it is from.

CSV with the columns of version 4 of the model. `origin` is the id of the report that tells the
value, and each report is a `dataset` of its own, so that one spelling in two reports is two
statements; `first_seen` and `last_seen` are the day it was published. What no single report
tells, such as whom a machine takes for one person, is of the dataset of the edition.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import IO, TYPE_CHECKING

from habeas.people.lists.export import PREFIX, Entity, days_of
from habeas.register.exports.bundles import Digested
from habeas.register.exports.ftm import entities

if TYPE_CHECKING:
    from habeas.register.exports.outgoing import Outgoing

COLUMNS = (
    *("canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin"),
    *("lang", "original_value", "external", "first_seen", "last_seen", "id"),
)
_TYPES = {
    **dict.fromkeys(("name", "alias", "weakAlias", "namesMentioned"), "name"),
    **dict.fromkeys(("date", "startDate", "endDate", "publishedAt"), "date"),
    **dict.fromkeys(("proof", "parent", "document", "resolved", "involved"), "entity"),
    **dict.fromkeys(("candidate", "match", "subject", "object", "entity"), "entity"),
    **dict.fromkeys(("summary", "description", "notes", "bodyText"), "text"),
    **dict.fromkeys(("nationality", "country"), "country"),
    "sourceUrl": "url",
    "mimeType": "mimetype",
    "language": "language",
    "location": "address",
    "confidenceScore": "number",
}
"""Types of properties; those that are not here are strings."""

_NAMES = frozenset({"name", "alias", "weakAlias"})

type _Origins = Mapping[str, tuple[str, ...]]
"""Spelling → ids of the documents it stands in."""


def write_ftm_statements(going: Outgoing, file: IO[bytes] | Digested) -> None:
    """Write a row for each value; one for each document in which a spelling stands."""
    page = io.StringIO(newline="")
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in _rows(going):
        writer.writerow(row)
        file.write(page.getvalue().encode())
        page.seek(0)
        page.truncate()


def _rows(going: Outgoing) -> Iterator[tuple[str, ...]]:
    edition = f"edition_{going.summary.digest[:16]}"
    days = {
        PREFIX + id_: next(iter(days_of(report.published)), "")
        for id_, report in going.heads.items()
    }
    for entity, spelled in _with_mentions(going):
        documents = _documents(entity)
        for prop, values in entity["properties"].items():
            for value in values:
                named = spelled.get(value, ()) if prop in _NAMES else ()
                for origin in named or documents:
                    report = origin.removeprefix(PREFIX)
                    dataset = f"report_{report[:16]}" if report else edition
                    told = (dataset, report, days.get(origin, ""))
                    yield _row(entity, prop, value, told)


def _with_mentions(going: Outgoing) -> Iterator[tuple[Entity, _Origins]]:
    """Every entity; a person with the documents of each spelling, which follow the person."""
    person: Entity | None = None
    held: list[Entity] = []
    for entity in entities(going):
        if entity["schema"] == "Mention":
            held.append(entity)
            continue
        if person is not None:
            yield person, _spelled(held)
            yield from ((mention, {}) for mention in held)
        person, held = (entity, []) if entity["schema"] == "Person" else (None, [])
        if person is None:
            yield entity, {}
    if person is not None:
        yield person, _spelled(held)
        yield from ((mention, {}) for mention in held)


def _spelled(mentions: list[Entity]) -> _Origins:
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for mention in mentions:
        (name,), (document,) = (mention["properties"][each] for each in ("name", "document"))
        found[name] += (document,)
    return found


def _documents(entity: Entity) -> tuple[str, ...]:
    """The one document that tells an entity; empty where there is none or more than one."""
    properties = entity["properties"]
    if entity["schema"] == "Document":
        return (entity["id"],)
    told = properties.get("document") or properties.get("proof") or ()
    return tuple(told) if len(told) == 1 else ("",)


def _row(
    entity: Entity, prop: str, value: str, provenance: tuple[str, str, str]
) -> tuple[str, ...]:
    dataset, origin, day = provenance
    id_ = entity["id"]
    key = f"{dataset}.{id_}.{prop}.{value}"
    return (
        *(id_, id_, prop, _TYPES.get(prop, "string"), entity["schema"], value, dataset),
        *(origin, "", "", "f", day, day),
        # The model makes the id of a statement so.
        hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest(),
    )
