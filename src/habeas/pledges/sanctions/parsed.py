"""A list that was read, as bytes from which it is there again without reading its file.

Each entry is one line, so that two editions are compared line by line and only what is not
the same is made into entries.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from typing import Any, overload

from habeas.model.dates import EdtfDate, InvalidDate
from habeas.model.problems import HabeasError, Problem
from habeas.model.sanctions import (
    EntityKind,
    Field,
    ListedEntity,
    ListedName,
    ListFormat,
    NameKind,
    SanctionsList,
)
from habeas.pledges.sanctions.days import edtf

_BREAK = b"\n"


class DamagedParse(HabeasError):
    """The bytes are not what `pack` wrote; the file of the list must be read again."""


class ParsedEntities(Sequence[ListedEntity]):
    """Entries by id, each made only when it is asked for."""

    __slots__ = ("_ids", "_places", "_rows", "_where")

    def __init__(self, ids: Sequence[str], places: Sequence[str], rows: Sequence[bytes]) -> None:
        self._ids = ids
        self._places = places
        self._rows = rows
        self._where: Mapping[str, int] | None = None

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, at: int) -> ListedEntity: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[ListedEntity, ...]: ...

    def __getitem__(self, at: int | slice) -> ListedEntity | tuple[ListedEntity, ...]:
        if isinstance(at, slice):
            return tuple(self[each] for each in range(*at.indices(len(self))))
        return _entity(self._ids[at], self._places[at], self._rows[at])

    def __iter__(self) -> Iterator[ListedEntity]:
        return map(_entity, self._ids, self._places, self._rows)

    def of(self, key: str) -> ListedEntity | None:
        """The entry of an id; None where it is not on the list."""
        if self._where is None:
            self._where = {each: at for at, each in enumerate(self._ids)}
        at = self._where.get(key)
        return None if at is None else self[at]

    def unlike(self, other: ParsedEntities) -> tuple[ListedEntity, ...]:
        """The entries that the other edition does not have, or has otherwise."""
        theirs = dict(zip(other._ids, other._rows, strict=True))
        return tuple(
            self[at]
            for at, (key, row) in enumerate(zip(self._ids, self._rows, strict=True))
            if theirs.get(key) != row
        )


@cache
def reader_version() -> str:
    """Of the code that reads lists; where it is another, a list may read otherwise."""
    # What names of countries mean may change with a version, beyond this package.
    told = sha256(version("habeas").encode())
    package = files("habeas.pledges.sanctions")
    for each in sorted(package.iterdir(), key=lambda one: one.name):
        if each.name.endswith(".py"):
            told.update(each.read_bytes())
    return told.hexdigest()


def pack(found: SanctionsList) -> bytes:
    """A list as bytes; the same list gives the same."""
    head = {
        "digest": found.digest,
        "format": found.format,
        "title": found.title,
        "issued": found.issued.text if found.issued is not None else None,
        "told": sorted(found.told),
        "problems": [[each.what, each.where, each.remedy] for each in found.problems],
        "ids": [entity.id for entity in found.entities],
        "places": [entity.place for entity in found.entities],
    }
    return _BREAK.join((_written(head), *(_row(entity) for entity in found.entities)))


def unpack(data: bytes) -> SanctionsList:
    """The list that was packed; its entries are made when they are asked for.

    Raises:
        DamagedParse: See the class. What is wrong with a single entry shows when it is made.
    """
    first, *rows = data.split(_BREAK)
    try:
        head: dict[str, Any] = json.loads(first)
        ids, places = list(map(str, head["ids"])), list(map(str, head["places"]))
        if not len(ids) == len(places) == len(rows) or ids != sorted(set(ids)):
            raise _damaged()
        return SanctionsList(
            digest=str(head["digest"]),
            format=ListFormat(head["format"]),
            title=str(head["title"]),
            issued=EdtfDate.parse(head["issued"]) if head["issued"] is not None else None,
            entities=ParsedEntities(ids, places, rows),
            told=frozenset(map(Field, head["told"])),
            problems=tuple(
                Problem(what=str(what), where=str(where), remedy=str(remedy))
                for what, where, remedy in head["problems"]
            ),
        )
    except (ValueError, KeyError, TypeError, AttributeError, InvalidDate) as error:
        raise _damaged() from error


def _row(entity: ListedEntity) -> bytes:
    return _written(
        [
            entity.kind,
            [[name.kind, name.text, name.script] for name in entity.names],
            [day.text for day in entity.birth_dates],
            entity.nationalities,
            entity.programs,
            entity.provisions,
            entity.legal_bases,
            [day.text for day in entity.listed_on],
            entity.notes,
            entity.licences,
        ]
    )


def _entity(key: str, place: str, row: bytes) -> ListedEntity:
    try:
        kind, names, births, nations, programs, provisions, bases, listed, notes, licences = (
            json.loads(row)
        )
        return ListedEntity(
            id=key,
            kind=EntityKind(kind),
            names=tuple(
                ListedName(kind=NameKind(sort), text=text, script=script)
                for sort, text, script in names
            ),
            birth_dates=_days(births),
            nationalities=tuple(nations),
            programs=tuple(programs),
            provisions=tuple(provisions),
            legal_bases=tuple(bases),
            listed_on=_days(listed),
            notes=tuple(notes),
            licences=tuple(licences),
            place=place,
        )
    except (ValueError, TypeError) as error:
        raise _damaged() from error


def _days(texts: Sequence[str]) -> tuple[EdtfDate, ...]:
    found = [day for day in map(edtf, texts) if day is not None]
    if len(found) != len(texts):
        raise _damaged()
    return tuple(found)


def _written(value: object) -> bytes:
    # Half a character, which JSON of a list may hold, is written as an escape.
    return json.dumps(value, separators=(",", ":")).encode("ascii")


def _damaged() -> DamagedParse:
    return DamagedParse(what="what was kept of a list is damaged", remedy="read its file again")
