"""What a viewer may see of what the index holds: derived from what is left, as everything is."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable
from dataclasses import replace
from threading import Lock
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from habeas.model.audit import Change
from habeas.model.claims import Claim
from habeas.model.people import MentionKey, Person
from habeas.model.reports import Report
from habeas.register.hiding import Hidden
from habeas.store.audit import chain_end
from habeas.store.documents import records_of
from habeas.store.gate import Gate
from habeas.store.hidden import OF_NAMES, last_of, register_open
from habeas.store.index.batches import having
from habeas.store.index.claims import reports_without_text
from habeas.store.index.edges import closure_of
from habeas.store.index.persons import people_of
from habeas.store.index.tables import IndexMention, IndexName, IndexPerson

_REMEMBERED = 64
_UNSEEN: deque[tuple[Hidden, tuple[object, ...], frozenset[str]]] = deque(maxlen=_REMEMBERED)
"""What was found out, for a value of what is hidden and a state of the register."""

_LOCK = Lock()


def shown_people(ids: Iterable[str], gate: Gate) -> tuple[Person, ...]:
    """Persons by id, in the order asked for, as far as a viewer may see them.

    A person with a spelling or mentions that are hidden is who the others are, and can have
    another id then; whoever is told of nowhere else is left out.
    """
    wanted = list(dict.fromkeys(ids))
    if gate.is_open:
        return _as_indexed(wanted)
    own = list(having(IndexMention.objects.all(), "person", wanted))
    nodes, judgements = closure_of({row.node for row in own})
    rows = [row for row in having(IndexMention.objects.all(), "node", nodes) if _is_seen(row, gate)]
    people = gate.people(people_of(rows, judgements))
    owner = {key: person for person in people for key in person.mentions}
    found: dict[str, list[Person]] = {key: [] for key in wanted}
    for row in own:
        person = owner.get(MentionKey(claim=row.claim, name=row.name))
        if person is not None and person not in found[row.person]:
            found[row.person].append(person)
    return tuple(dict.fromkeys(person for some in found.values() for person in some))


def unseen_people(gate: Gate) -> frozenset[str]:
    """Ids of the persons in the index of whom a viewer may see nothing at all."""
    if gate.is_open:
        return frozenset()
    state = (*register_open(), last_of((*OF_NAMES, Change.REPORT_DECISION)))
    with _LOCK:
        for hidden, known, found in _UNSEEN:
            if hidden is gate.hidden and known == state:
                return found
    found = _unseen(gate)
    with _LOCK:
        _UNSEEN.appendleft((gate.hidden, state, found))
    return found


def named_people() -> QuerySet[IndexPerson]:
    """Rows of everybody who has a name."""
    # SQLite seeks in the index for what a column is equal to, and not for a column alone.
    return IndexPerson.objects.filter(named__in=[True])


def state_of_record() -> tuple[str, str, str]:
    """Which database is open, and where its chain ends: what was derived before still holds."""
    place = connection.settings_dict
    return str(place["NAME"]), str(place["HOST"]), chain_end().hash


def _unseen(gate: Gate) -> frozenset[str]:
    hidden = gate.hidden
    documents = {*hidden.reports, *hidden.passages}
    some = set(having(_persons(), "document", sorted(documents)))
    some |= set(having(_persons(), "claim", sorted(hidden.claims)))
    for field in ("node", "mention"):
        some |= set(having(_persons(), field, sorted(hidden.persons)))
    # As `_is_seen` has it, for tens of thousands of mentions at once.
    wholes = (hidden.reports, hidden.claims, hidden.persons, hidden.mentions, hidden.sealed)
    every = frozenset[str]().union(*wholes)
    columns = ("person", "name", "document", "claim", "node", "mention")
    seen: set[str] = set()
    for row in having(IndexMention.objects.values_list(*columns), "person", sorted(some)):
        person, name, *ids = row
        if person not in seen and every.isdisjoint(ids) and gate.text(name) == name:
            seen.add(person)
    return frozenset(some - seen)


def shown_claims(
    claims: Collection[Claim], gate: Gate
) -> tuple[tuple[Claim, ...], tuple[Report, ...]]:
    """Claims as far as a viewer may see them, and their reports by id, without texts."""
    ids = sorted({claim.report for claim in claims})
    if gate.is_open:
        return tuple(claims), reports_without_text(ids)
    left: list[Claim] = []
    reports: list[Report] = []
    for report in (each for key in ids for each in records_of([key]).reports):
        made = gate.reading(report, [claim for claim in claims if claim.report == report.id])
        if made is not None:
            reports.append(replace(made[0], text=""))
            left += made[1]
    return tuple(left), tuple(reports)


def _as_indexed(wanted: list[str]) -> tuple[Person, ...]:
    shown = dict(having(IndexPerson.objects.values_list("person", "name"), "person", wanted))
    names: dict[str, list[str]] = {key: [] for key in shown}
    for key, name in having(IndexName.objects.values_list("person", "name"), "person", wanted):
        names[key].append(name)
    mentions: dict[str, list[MentionKey]] = {key: [] for key in shown}
    rows = IndexMention.objects.values_list("person", "claim", "name")
    for key, claim, name in having(rows, "person", wanted):
        mentions[key].append(MentionKey(claim=claim, name=name))
    return tuple(
        Person(
            id=key,
            name=shown[key],
            names=tuple(sorted(names[key])),
            mentions=tuple(sorted(mentions[key], key=lambda m: (m.claim, m.name))),
        )
        for key in wanted
        if key in shown
    )


def _is_seen(row: IndexMention, gate: Gate) -> bool:
    ids = (row.document, row.claim, row.node, row.mention)
    return gate.sees_ids(ids) and gate.text(row.name) == row.name


def _persons() -> Any:
    return IndexMention.objects.values_list("person", flat=True)
