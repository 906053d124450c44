"""Entities of FollowTheMoney, one a line, as OpenSanctions publishes them: `entities.ftm.json`.

Listed are those to which a `Sanction` points, or that have the topic `sanction`; people and
companies that are only told of beside them are passed over.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from habeas.model.dates import EdtfDate
from habeas.model.sanctions import EntityKind, ListFormat, NameKind
from habeas.pledges.sanctions.days import edtf
from habeas.pledges.sanctions.entries import Draft, Notices, add_text
from habeas.pledges.sanctions.found import EVERYTHING, Found
from habeas.pledges.sanctions.ofac_advanced import twice
from habeas.pledges.sanctions.problems import UnreadableSanctions

MAX_LINE = 4_000_000
"""Bytes up to which a line is read."""

_KINDS = {
    "Person": EntityKind.PERSON,
    "Organization": EntityKind.ORGANIZATION,
    "Company": EntityKind.ORGANIZATION,
    "LegalEntity": EntityKind.ORGANIZATION,
    "PublicBody": EntityKind.ORGANIZATION,
    "Vessel": EntityKind.VESSEL,
    "Airplane": EntityKind.AIRPLANE,
}
_SANCTION = "Sanction"
_TOPIC = "sanction"

type Properties = Mapping[str, Any]


def read_ftm(data: bytes, notices: Notices) -> Found:
    """Begin to read a file; it is called after the one data set that it names, if it is one."""
    found = Found(
        format=ListFormat.FTM_JSON, title="OpenSanctions", told=EVERYTHING, drafts=iter(())
    )
    found.drafts = _drafts(data, notices, found)
    return found


class _Told:
    """What the lines so far tell: who there is, and what points to them."""

    def __init__(self, notices: Notices) -> None:
        self._notices = notices
        self.drafts: dict[str, Draft] = {}
        self.marked: set[str] = set()
        self.listings: defaultdict[str, list[Properties]] = defaultdict(list)

    def add(self, number: int, record: Mapping[str, Any]) -> None:
        """Take one entity in."""
        key, schema, properties = record["id"], record["schema"], record["properties"]
        if schema == _SANCTION:
            for entity in _texts(properties, "entity"):
                self.listings[entity].append(properties)
        elif schema in _KINDS:
            if key in self.drafts:
                raise twice(key, self._notices.where)
            place = f"line {number:,}"
            self.drafts[key] = _draft(key, _KINDS[schema], properties, place, self._notices)
            if _TOPIC in _texts(properties, "topics"):
                self.marked.add(key)
            self.listings[key] += _nested(properties)


def _drafts(data: bytes, notices: Notices, found: Found) -> Iterator[Draft]:
    told = _Told(notices)
    datasets: set[str] = set()
    for number, record in _records(data, notices.where):
        told.add(number, record)
        named = record.get("datasets")
        if isinstance(named, list):
            datasets.update(each for each in named if isinstance(each, str))
    if len(datasets) == 1:
        found.title = datasets.pop()
    for key, draft in told.drafts.items():
        listings = told.listings.get(key)
        for properties in listings or ():
            _add_listing(draft, properties)
        if listings or key in told.marked:
            yield draft


def _nested(properties: Properties) -> Iterator[Properties]:
    """Listings that stand inside of their entity, as in `targets.nested.json`."""
    nested = properties.get("sanctions")
    for each in nested if isinstance(nested, list) else ():
        if isinstance(each, dict) and isinstance(each.get("properties"), dict):
            yield each["properties"]


def _draft(
    key: str, kind: EntityKind, properties: Properties, place: str, notices: Notices
) -> Draft:
    draft = Draft(id=key, kind=kind, place=place, notices=notices)
    for name_kind in NameKind:
        for text in _texts(properties, name_kind.value):
            draft.add_name(name_kind, text)
    for text in _texts(properties, "birthDate"):
        draft.add_birth(_day(text), text)
    for name in ("nationality", "citizenship"):
        for text in _texts(properties, name):
            draft.add_country(text)
    for text in _texts(properties, "notes"):
        add_text(draft.notes, text)
    return draft


def _add_listing(draft: Draft, properties: Properties) -> None:
    for texts, names in (
        (draft.programs, ("program", "programId")),
        (draft.provisions, ("provisions",)),
        (draft.legal_bases, ("reason",)),
        (draft.notes, ("summary", "description")),
    ):
        for name in names:
            for text in _texts(properties, name):
                add_text(texts, text)
    days = _texts(properties, "listingDate") or _texts(properties, "startDate")
    for text in days:
        draft.add_listing(_day(text), text)


def _day(text: str) -> EdtfDate | None:
    return edtf(text[:10])


def _texts(properties: Properties, name: str) -> list[str]:
    values = properties.get(name)
    return [each for each in values if isinstance(each, str)] if isinstance(values, list) else []


def _records(data: bytes, where: str) -> Iterator[tuple[int, dict[str, Any]]]:
    start, number = 0, 0
    while start < len(data):
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        number += 1
        line, start = data[start : min(end, start + MAX_LINE + 1)], end + 1
        if not line.strip():
            continue
        record = _entity(line) if len(line) <= MAX_LINE else None
        if record is None:
            raise UnreadableSanctions(
                what="a line that is no FollowTheMoney entity: damaged, cut off, or another format",
                where=f"{where}, line {number:,}",
                remedy="get entities.ftm.json again from its publisher",
            )
        yield number, record


def _entity(line: bytes) -> dict[str, Any] | None:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(record, dict) or not isinstance(record.get("properties"), dict):
        return None
    is_told = isinstance(record.get("id"), str) and isinstance(record.get("schema"), str)
    return record if is_told else None
