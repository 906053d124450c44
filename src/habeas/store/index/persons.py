"""Persons in the index: the closure of what was touched is resolved anew, nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from habeas.model.people import Judgement, MentionKey, Person
from habeas.people.resolve import people_of_nodes
from habeas.people.search.keys import word_keys
from habeas.people.spellings import fold_spelling
from habeas.store.index.batches import delete_having, having, insert
from habeas.store.index.edges import closure_of
from habeas.store.index.tables import (
    IndexCompared,
    IndexKey,
    IndexMention,
    IndexName,
    IndexPair,
    IndexPerson,
)

_ORDER = 100
"""Characters of a name by which persons are put in order."""


def settle(touched: Collection[str], lost: Collection[str]) -> None:
    """Resolve anew everybody whom some nodes are a part of.

    Args:
        touched: Nodes whose mentions or judgements changed, as they were and as they are.
        lost: Ids of persons who may be nobody any more.
    """
    nodes, judgements = closure_of(touched)
    rows = list(having(IndexMention.objects.all(), "node", nodes))
    people = people_of(rows, judgements)
    before = {row.person for row in rows} | set(lost)
    point_to_people(rows, people)
    write_people(people, before, documents_by_claim(rows))


def people_of(rows: Iterable[IndexMention], judgements: Iterable[Judgement]) -> list[Person]:
    """The persons that mentions are, by name; the judgements must be all that tie their nodes."""
    node_of: dict[MentionKey, str] = {}
    named: set[MentionKey] = set()
    for row in rows:
        key = MentionKey(claim=row.claim, name=row.name)
        node_of[key] = row.node
        if row.named:
            named.add(key)
    return people_of_nodes(node_of, named, judgements)


def documents_by_claim(rows: Iterable[IndexMention]) -> dict[str, str]:
    """Claim → its report, for the claims that some mentions stand in."""
    return {row.claim: row.document for row in rows}


def write_people(
    people: Sequence[Person], before: Collection[str], documents: Mapping[str, str]
) -> None:
    """Put persons into the index in the place of others.

    Args:
        people: Who is there now.
        before: Ids of whom they replace, and of others who are gone.
        documents: Claim → its report, for all claims of these persons.
    """
    ids = {person.id for person in people} | set(before)
    old = {row.person: row for row in having(IndexPerson.objects.all(), "person", ids)}
    new = {person.id: _person_row(person, documents) for person in people}
    changed = [key for key, row in new.items() if not _is_same(old.get(key), row)]
    others = [*(old.keys() - new.keys()), *changed]
    delete_having(IndexPerson, "person", others)
    _forget_pairs(others)
    insert([new[key] for key in changed])
    _write_names(people, ids)


def _forget_pairs(people: Collection[str]) -> None:
    """Let persons be compared anew, since more or less is told of them."""
    delete_having(IndexCompared, "person", people)
    for side in ("left", "right"):
        delete_having(IndexPair, side, people)


def _write_names(people: Iterable[Person], ids: Collection[str]) -> None:
    old = {(row.person, row.name): row.pk for row in having(IndexName.objects.all(), "person", ids)}
    new = {(person.id, name) for person in people for name in person.names}
    gone = [pk for pair, pk in old.items() if pair not in new]
    delete_having(IndexKey, "name", gone)
    delete_having(IndexName, "pk", gone)
    added = [IndexName(person=key, name=name) for key, name in sorted(new - old.keys())]
    insert(added)
    insert(
        [
            IndexKey(name=row.pk, key=key)
            for row in added
            for key in sorted({key for keys in word_keys(row.name) for key in keys})
        ]
    )


def point_to_people(rows: Iterable[IndexMention], people: Iterable[Person]) -> None:
    """Let the rows of mentions say whose they are."""
    owner = {key: person.id for person in people for key in person.mentions}
    moved: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        person = owner[MentionKey(claim=row.claim, name=row.name)]
        if row.person != person:
            moved[person].append(row.pk)
    for person, pks in moved.items():
        for start in range(0, len(pks), 500):
            some = pks[start : start + 500]
            IndexMention.objects.filter(pk__in=some).update(person=person)


def _person_row(person: Person, documents: Mapping[str, str]) -> IndexPerson:
    claims = {key.claim for key in person.mentions}
    return IndexPerson(
        person=person.id,
        name=person.name,
        order=fold_spelling(person.name)[:_ORDER],
        named=bool(person.names),
        spellings=len(person.names),
        mentions=len(person.mentions),
        claims=len(claims),
        reports=len({documents[claim] for claim in claims}),
    )


def _is_same(old: IndexPerson | None, new: IndexPerson) -> bool:
    fields = [field.attname for field in IndexPerson._meta.concrete_fields]
    return old is not None and all(getattr(old, f) == getattr(new, f) for f in fields)
