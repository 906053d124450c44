"""Persons as FollowTheMoney entities, each name with the document that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from habeas.model.claims import Claim
from habeas.model.dates import EdtfDate
from habeas.model.people import MentionKey, Person
from habeas.model.reports import Report
from habeas.people.comparison.alignment import words_of
from habeas.people.evidence import Particulars
from habeas.people.gathering import gather_particulars
from habeas.people.spellings import mention_id

PREFIX = "habeas-"
"""Before every id, so that it is nobody else's."""

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?", re.ASCII)

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
                yield document_entity(report)
        yield person_entity(person, told[person.id], sources)
        yield from mention_entities(person, of_claim)


def person_entity(person: Person, told: Particulars, sources: Sequence[Report]) -> Entity:
    """The Person alone, with the documents that name them as proof."""
    return entity(
        person.id,
        "Person",
        {
            "name": [person.name],
            **_aliases(person),
            "nationality": [code.lower() for code in told.nationalities],
            "profession": list(told.occupations),
            "sourceUrl": [report.url for report in sources if report.url],
            "proof": [PREFIX + report.id for report in sources],
        },
    )


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


def mention_entities(person: Person, claims: Mapping[str, Claim]) -> Iterator[Entity]:
    """A Mention for each spelling in each document."""
    first: dict[tuple[str, str], MentionKey] = {}
    for key in person.mentions:
        if key.name and key.claim in claims and key.name in person.names:
            first.setdefault((claims[key.claim].report, key.name), key)
    for (report, name), key in sorted(first.items()):
        yield entity(
            mention_id(key),
            "Mention",
            {
                "document": [PREFIX + report],
                "resolved": [PREFIX + person.id],
                "name": [name],
                "detectedSchema": ["Person"],
            },
        )


def document_entity(report: Report) -> Entity:
    """The Document that a report is."""
    # Documents must have a file name; a page has none but its address or title.
    name = report.file or (report.url or "").rstrip("/").rpartition("/")[2]
    name = name or report.title or report.id
    return entity(
        report.id,
        "Document",
        {
            "fileName": [name],
            "title": [report.title],
            "publisher": [report.publisher] if report.publisher else [],
            "publishedAt": days_of(report.published),
            "mimeType": [report.media_type],
            "sourceUrl": [report.url] if report.url else [],
        },
    )


def days_of(when: EdtfDate | None) -> list[str]:
    """A date as FollowTheMoney has one: a year, a month or a day, and nothing less certain.

    >>> days_of(EdtfDate.parse("2021")), days_of(EdtfDate.parse("2021-21"))
    (['2021'], [])
    """
    text = when.text if when is not None else ""
    return [text] if _DATE.fullmatch(text) else []


def entity(id_: str, schema: str, properties: Mapping[str, Sequence[str]]) -> Entity:
    """An entity whose id is one of habeas; values that are empty or there already are left out."""
    filled = {
        name: list(dict.fromkeys(filter(None, values))) for name, values in properties.items()
    }
    return {
        "id": PREFIX + id_,
        "schema": schema,
        "properties": {name: values for name, values in filled.items() if values},
    }
