"""Persons as FollowTheMoney entities, each name with the document that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from habeas.model.claims import Claim
from habeas.model.people import MentionKey, Person
from habeas.model.reports import Report
from habeas.people.comparison.alignment import words_of
from habeas.people.gathering import gather_particulars
from habeas.people.spellings import mention_id

_PREFIX = "habeas-"
_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}")

type Entity = dict[str, Any]
"""An entity: its `id`, its `schema`, and `properties`, each a list of texts."""


def entities_of(
    people: Iterable[Person], claims: Iterable[Claim], reports: Iterable[Report]
) -> Iterator[Entity]:
    """The persons as FollowTheMoney: Person, and the Document and Mention of each name.

    Of a Person are told `name` (the spelling shown first), `alias` (other full
    spellings), `weakAlias` (single words, which too many share), `nationality`,
    `profession`, `sourceUrl`, and `proof`, the documents. A Mention is one spelling in
    one document and is `resolved` to its person. The model has no word for detention:
    what was done to somebody stays in the claims format.

    Args:
        people: Those who are protected are left out.
        claims: In which they are named, and others.
        reports: Of the claims.

    Returns:
        By person; a document before the first entity that refers to it. Ids are those of
        habeas behind `habeas-`. The same arguments give the same entities.
    """
    known = {report.id: report for report in reports}
    of_claim = {claim.id: claim for claim in claims}
    open_ = [person for person in people if not person.protected and person.names]
    told = gather_particulars(open_, of_claim.values(), known.values())
    written: set[str] = set()
    for person in open_:
        sources = _sources(person, of_claim, known)
        for report in sources:
            if report.id not in written:
                written.add(report.id)
                yield _document(report)
        particulars = told[person.id]
        yield _entity(
            person.id,
            "Person",
            {
                "name": [person.name],
                **_aliases(person),
                "nationality": [code.lower() for code in particulars.nationalities],
                "profession": list(particulars.occupations),
                "sourceUrl": [report.url for report in sources if report.url],
                "proof": [_PREFIX + report.id for report in sources],
            },
        )
        yield from _mentions(person, of_claim)


def _aliases(person: Person) -> dict[str, list[str]]:
    others = [name for name in person.names if name != person.name]
    full = len(words_of(person.name)) > 1
    weak = [name for name in others if full and len(words_of(name)) < 2 and not _is_whole(name)]
    return {"alias": [name for name in others if name not in weak], "weakAlias": weak}


def _is_whole(name: str) -> bool:
    """True where one word is a whole name: scripts that know no capitals may write no spaces."""
    return all(letter.upper() == letter.lower() for letter in name)


def _sources(
    person: Person, claims: Mapping[str, Claim], reports: Mapping[str, Report]
) -> list[Report]:
    ids = {claims[key.claim].report for key in person.mentions if key.claim in claims}
    return [reports[id_] for id_ in sorted(ids) if id_ in reports]


def _mentions(person: Person, claims: Mapping[str, Claim]) -> Iterator[Entity]:
    """One for each spelling in each document."""
    first: dict[tuple[str, str], MentionKey] = {}
    for key in person.mentions:
        if key.claim in claims and key.name in person.names:
            first.setdefault((claims[key.claim].report, key.name), key)
    for (report, name), key in sorted(first.items()):
        yield _entity(
            mention_id(key),
            "Mention",
            {
                "document": [_PREFIX + report],
                "resolved": [_PREFIX + person.id],
                "name": [name],
                "detectedSchema": ["Person"],
            },
        )


def _document(report: Report) -> Entity:
    day = report.published.text if report.published is not None else ""
    # Documents must have a file name; a page has none but its address or title.
    name = report.file or (report.url or "").rstrip("/").rpartition("/")[2] or report.title
    return _entity(
        report.id,
        "Document",
        {
            "fileName": [name],
            "title": [report.title],
            "publisher": [report.publisher] if report.publisher else [],
            "publishedAt": [day] if _DATE.fullmatch(day) else [],
            "mimeType": [report.media_type],
            "sourceUrl": [report.url] if report.url else [],
        },
    )


def _entity(id_: str, schema: str, properties: Mapping[str, Sequence[str]]) -> Entity:
    filled = {
        name: list(dict.fromkeys(filter(None, values))) for name, values in properties.items()
    }
    return {
        "id": _PREFIX + id_,
        "schema": schema,
        "properties": {name: values for name, values in filled.items() if values},
    }
