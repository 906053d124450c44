"""What became of the entries of a list over all its editions that are kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from habeas.model.listings import DatedList, ListEdition, ListMoment, ListWords, MomentKind
from habeas.model.sanctions import Field, ListedEntity, SanctionsList
from habeas.pledges.sanctions.difference import field_changes, values_of
from habeas.pledges.sanctions.parsed import ParsedEntities

_TOLD = tuple(each for each in Field if each not in {Field.SCHEMA, Field.BIRTH_DATE})
"""Fields that are told; when somebody was born says nothing of a promise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edition:
    about: ListEdition
    told: frozenset[Field]


class ListHistory:
    """Everything that the editions of one list say, as far as one differs from the one before.

    Attributes:
        title: What the list is called.
        editions: By day.
    """

    def __init__(self, title: str) -> None:
        self.title = title
        self._editions: list[_Edition] = []
        self._versions: dict[str, list[tuple[int, ListedEntity | None]]] = defaultdict(list)
        self._last: SanctionsList | None = None

    @property
    def editions(self) -> tuple[ListEdition, ...]:
        """All of them, by day."""
        return tuple(each.about for each in self._editions)

    def add(self, dated: DatedList) -> None:
        """Take in the next edition, of the same day or later; only its novelties are held."""
        at, found, last = len(self._editions), dated.found, self._last
        self._editions.append(_Edition(about=_about(dated), told=found.told))
        for entity in _unlike(found, last):
            self._versions[entity.id].append((at, entity))
        here = {entity.id for entity in found.entities} if last is not None else set()
        for key, versions in self._versions.items():
            if last is not None and versions[-1][1] is not None and key not in here:
                versions.append((at, None))
        self._last = found

    def entities(self) -> Iterator[ListedEntity]:
        """Every entry as every edition has it, each version once."""
        for versions in self._versions.values():
            yield from (entity for _, entity in versions if entity is not None)

    def entity(self, key: str) -> ListedEntity:
        """An entry as it was last on the list."""
        return next(entity for _, entity in reversed(self._versions[key]) if entity is not None)

    def texts(self, key: str) -> Iterator[str]:
        """All that any edition says of an entry."""
        for _, entity in self._versions[key]:
            if entity is not None:
                yield entity.id
                yield entity.place
                yield from (name.text for name in entity.names)
                yield from (text for field in Field for text in values_of(entity, field))

    def moments(self, key: str) -> tuple[ListMoment, ...]:
        """What became of an entry, by day."""
        found: list[ListMoment] = []
        known: tuple[int, ListedEntity] | None = None
        for at, entity in self._versions[key]:
            moment = self._moment(key, at, known, entity)
            if moment is not None:
                found.append(moment)
            known = None if entity is None else (at, entity)
        return tuple(found)

    def _moment(
        self, key: str, at: int, known: tuple[int, ListedEntity] | None, entity: ListedEntity | None
    ) -> ListMoment | None:
        edition = self._editions[at]
        if entity is None:
            assert known is not None
            return self._told(at, MomentKind.DELISTED, known[1], tuple(_words(known[1])))
        if known is None:
            kind = MomentKind.LISTED if at else MomentKind.STANDS
            return self._told(at, kind, entity, tuple(_words(entity)))
        compared = edition.told & self._editions[known[0]].told
        words = tuple(_changed_words(known[1], entity, compared))
        return self._told(at, MomentKind.CHANGED, entity, words) if words else None

    def _told(
        self, at: int, kind: MomentKind, entity: ListedEntity, words: tuple[ListWords, ...]
    ) -> ListMoment:
        edition = self._editions[at].about
        return ListMoment(
            id=f"r{_digest(self.title, entity.id, edition.id, kind)}",
            kind=kind,
            edition=edition.id,
            before=self._editions[at - 1].about.id if at else None,
            place=entity.place,
            words=words,
        )


def histories_of(lists: Iterable[DatedList]) -> tuple[ListHistory, ...]:
    """The history of each list, by title.

    Args:
        lists: By title and day; each is let go when the next is asked for.
    """
    found: dict[str, ListHistory] = {}
    for dated in lists:
        found.setdefault(dated.title, ListHistory(dated.title)).add(dated)
    return tuple(found.values())


def _about(dated: DatedList) -> ListEdition:
    found = dated.found
    return ListEdition(
        id=f"l{_digest(dated.title, dated.day.isoformat(), found.digest)}",
        title=dated.title,
        day=dated.day,
        digest=found.digest,
        format=found.format,
        file=dated.file,
        entries=len(found.entities),
    )


def _unlike(found: SanctionsList, last: SanctionsList | None) -> Iterable[ListedEntity]:
    """Entries that the edition before does not have, or has otherwise."""
    if last is None:
        return found.entities
    one, other = found.entities, last.entities
    if isinstance(one, ParsedEntities) and isinstance(other, ParsedEntities):
        return one.unlike(other)
    before = {entity.id: entity for entity in other}
    return [entity for entity in one if before.get(entity.id) != entity]


def _words(entity: ListedEntity) -> Iterator[ListWords]:
    for field in _TOLD:
        for text in values_of(entity, field):
            yield ListWords(field=field, is_gone=False, text=text)


def _changed_words(
    old: ListedEntity, new: ListedEntity, compared: frozenset[Field]
) -> Iterator[ListWords]:
    for change in field_changes(old, new, compared):
        if change.field in _TOLD:
            for is_gone, texts in ((True, change.removed), (False, change.added)):
                yield from _each(change.field, texts, is_gone=is_gone)


def _each(field: Field, texts: Sequence[str], *, is_gone: bool) -> Iterator[ListWords]:
    return (ListWords(field=field, is_gone=is_gone, text=text) for text in texts)


def _digest(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]
