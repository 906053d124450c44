"""Persons by the index: one with all that is told of them, a page of them, those sought."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from habeas.model.people import Person
from habeas.model.restrictions import Asker, Owner
from habeas.people.search.persons import Answer, find_persons
from habeas.people.spellings import ids_of
from habeas.store.gate import Gate, gate_for
from habeas.store.index.answers import PeoplePage, PersonFile, PersonLine
from habeas.store.index.asking import one_moment
from habeas.store.index.batches import having
from habeas.store.index.candidates import candidates
from habeas.store.index.claims import claims_standing
from habeas.store.index.edges import carried, judgements_of, touching
from habeas.store.index.past import in_order_of_time, person_at
from habeas.store.index.shown import named_people, shown_claims, shown_people, unseen_people
from habeas.store.index.tables import IndexMention, IndexPerson


def load_person(
    any_id: str, viewer: Asker, *, known_at: datetime | None = None
) -> PersonFile | None:
    """A person with everything that is told of them; None where there is nobody.

    Args:
        any_id: Of the person, or of a spelling or a mention of theirs.
        viewer: Who asks; what they may not see is left out.
        known_at: A moment in the past; None for now.
    """
    with one_moment():
        gate = gate_for(viewer, known_at)
        if known_at is not None:
            return person_at(any_id, known_at, gate)
        return _person_now(any_id, gate)


def page_of_people(viewer: Asker, *, number: int = 1, size: int = 50) -> PeoplePage:
    """A page of everybody who is named, by name.

    Args:
        viewer: Who asks; whom they may not see is left out.
        number: Of the page, from 1; beyond the last it is the last.
        size: Persons to a page.
    """
    with one_moment():
        gate = gate_for(viewer)
        rows = named_people().exclude(person__in=unseen_people(gate))
        total = rows.count()
        pages = max(1, -(-total // size))
        at = min(max(1, number), pages)
        some = rows.order_by("order", "person")[(at - 1) * size : at * size]
        return PeoplePage(lines=_lines(list(some), gate), total=total, number=at, pages=pages)


def search_people(sought: str, viewer: Asker) -> Answer:
    """Seek persons by a name or a part of one, in any script.

    Those whose names have parts that sound like what is sought are compared with it.

    Args:
        sought: As typed.
        viewer: Who asks; whom they may not see is not found.
    """
    with one_moment():
        return find_persons(sought, shown_people(candidates(sought), gate_for(viewer)))


def load_everybody() -> tuple[Person, ...]:
    """Everybody, named or not, by id, for whoever keeps the register.

    For registers that fit into memory.
    """
    with one_moment():
        everybody = IndexPerson.objects.order_by("person").values_list("person", flat=True)
        return shown_people(everybody, gate_for(Owner(name="")))


def person_of(any_id: str) -> str | None:
    """Id of the person that an id of a person, spelling or mention means; None for nobody."""
    if IndexPerson.objects.filter(person=any_id).exists():
        return any_id
    for field, key in (("node", any_id), ("mention", carried([any_id])[any_id]), ("base", any_id)):
        found = IndexMention.objects.filter(**{field: key}).values_list("person", flat=True)
        if person := min(set(found), default=None):
            return person
    return None


def _person_now(any_id: str, gate: Gate) -> PersonFile | None:
    key = person_of(any_id)
    shown = shown_people([key], gate) if key is not None else ()
    if not shown:
        return None
    person = next((each for each in shown if any_id in ids_of(each)), shown[0])
    rows = IndexMention.objects.filter(person=key).values_list("claim", "document", "node")
    documents = {claim: document for claim, document, _ in rows}
    told = claims_standing({mention.claim: documents[mention.claim] for mention in person.mentions})
    claims, reports = shown_claims(told, gate)
    judged = judgements_of(touching({node for _, _, node in rows}, "left_node", "right_node"))
    return PersonFile(
        person=person,
        claims=claims,
        reports=reports,
        judgements=in_order_of_time(gate.judgements(judged)),
    )


def _lines(rows: list[IndexPerson], gate: Gate) -> tuple[PersonLine, ...]:
    if gate.is_open:
        return tuple(
            PersonLine(
                person=row.person,
                name=row.name,
                spellings=row.spellings,
                claims=row.claims,
                reports=row.reports,
            )
            for row in rows
        )
    people = shown_people([row.person for row in rows], gate)
    claims = {mention.claim for person in people for mention in person.mentions}
    documents = dict(
        having(IndexMention.objects.values_list("claim", "document"), "claim", sorted(claims))
    )
    return tuple(_counted(person, documents) for person in people if person.names)


def _counted(person: Person, documents: Mapping[str, str]) -> PersonLine:
    claims = {mention.claim for mention in person.mentions}
    return PersonLine(
        person=person.id,
        name=person.name,
        spellings=len(person.names),
        claims=len(claims),
        reports=len({documents[claim] for claim in claims}),
    )
