"""Two editions of a list → what was listed, changed and delisted between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from habeas.model.sanctions import (
    ChangeKind,
    EntryChange,
    Field,
    FieldChange,
    ListDifference,
    ListedEntity,
    NameKind,
    SanctionsList,
)
from habeas.pledges.sanctions.parsed import ParsedEntities

_NAMES = {
    Field.NAME: NameKind.NAME,
    Field.ALIAS: NameKind.ALIAS,
    Field.PREVIOUS_NAME: NameKind.PREVIOUS_NAME,
    Field.WEAK_ALIAS: NameKind.WEAK_ALIAS,
}
_OTHERS: dict[Field, Callable[[ListedEntity], tuple[str, ...]]] = {
    Field.SCHEMA: lambda entity: (entity.kind.value,),
    Field.BIRTH_DATE: lambda entity: tuple(map(str, entity.birth_dates)),
    Field.NATIONALITY: lambda entity: entity.nationalities,
    Field.PROGRAM: lambda entity: entity.programs,
    Field.PROVISIONS: lambda entity: entity.provisions,
    Field.REASON: lambda entity: entity.legal_bases,
    Field.LISTING_DATE: lambda entity: tuple(map(str, entity.listed_on)),
    Field.NOTES: lambda entity: entity.notes,
    Field.LICENCE: lambda entity: entity.licences,
}


def compare_editions(old: SanctionsList, new: SanctionsList) -> ListDifference:
    """Compare two editions, entry by entry, by the ids of the source.

    Compared is what both formats tell, so that an edition in a richer format changes
    nothing by itself; where in the file an entry stands never counts. Editions given the
    other way round have the same changes, the other way round.
    """
    compared = old.told & new.told
    one, other = _apart(old, new)
    before = {entity.id: entity for entity in one}
    after = {entity.id: entity for entity in other}
    listed = [_added(after[key]) for key in sorted(after.keys() - before.keys())]
    delisted = [_taken(before[key]) for key in sorted(before.keys() - after.keys())]
    changed = list(_changed(before, after, compared))
    return ListDifference(
        old=old, new=new, changes=(*listed, *changed, *delisted), compared=compared
    )


def values_of(entity: ListedEntity, field: Field) -> tuple[str, ...]:
    """What an entry says in one field, sorted."""
    if field in _NAMES:
        kind = _NAMES[field]
        return tuple(sorted(name.text for name in entity.names if name.kind is kind))
    return _OTHERS[field](entity)


def _apart(
    old: SanctionsList, new: SanctionsList
) -> tuple[Iterable[ListedEntity], Iterable[ListedEntity]]:
    """The entries of both, without those that are kept in the same words in each."""
    one, other = old.entities, new.entities
    if isinstance(one, ParsedEntities) and isinstance(other, ParsedEntities):
        return one.unlike(other), other.unlike(one)
    return one, other


def _changed(
    before: dict[str, ListedEntity], after: dict[str, ListedEntity], compared: frozenset[Field]
) -> Iterator[EntryChange]:
    for key in sorted(before.keys() & after.keys()):
        one, other = before[key], after[key]
        fields = tuple(field_changes(one, other, compared))
        if fields:
            yield EntryChange(kind=ChangeKind.CHANGED, old=one, new=other, fields=fields)


def field_changes(
    old: ListedEntity, new: ListedEntity, compared: frozenset[Field]
) -> Iterator[FieldChange]:
    """What is said otherwise in the fields that are compared, in their order."""
    for field in Field:
        if field not in compared:
            continue
        one, other = values_of(old, field), values_of(new, field)
        if one != other:
            removed = tuple(value for value in one if value not in other)
            added = tuple(value for value in other if value not in one)
            yield FieldChange(field=field, removed=removed, added=added)


def _added(entity: ListedEntity) -> EntryChange:
    return EntryChange(kind=ChangeKind.LISTED, old=None, new=entity, fields=())


def _taken(entity: ListedEntity) -> EntryChange:
    return EntryChange(kind=ChangeKind.DELISTED, old=entity, new=None, fields=())
