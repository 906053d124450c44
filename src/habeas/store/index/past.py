"""A person as they were known at a moment: only the reports that can tell of them are read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import batched

from habeas.model.claims import Claim
from habeas.model.people import Judgement, MentionKey, Person
from habeas.model.restrictions import Owner
from habeas.people.judging import judged_apart
from habeas.people.resolve import people_of_nodes
from habeas.people.spellings import mention_id
from habeas.store.audit import known_number
from habeas.store.documents import records_of
from habeas.store.gate import Gate
from habeas.store.index.answers import PersonFile
from habeas.store.index.batches import having
from habeas.store.index.tables import IndexTrace
from habeas.store.index.told import told_by
from habeas.store.records import load_judgements

_DOCUMENTS = 50


def person_at(any_id: str, known_at: datetime, gate: Gate) -> PersonFile | None:
    """The person whom an id meant at a moment, as `load_person` gives them.

    Args:
        any_id: Of a person, a spelling or a mention.
        known_at: The moment.
        gate: Of whoever asks.
    """
    past = _Past(known_at, gate)
    past.seek(any_id)
    person = past.person(any_id)
    return past.file(person) if person is not None and gate.sees_person(person) else None


def in_order_of_time(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Judgements by time, those of one moment by what they judge."""
    return tuple(sorted(judgements, key=lambda each: (each.at, each.left, each.right, each.by)))


class _Past:
    """The part of the record, as it was known at a moment, that is tied to somebody."""

    def __init__(self, known_at: datetime, gate: Gate) -> None:
        self._upto = known_number(known_at)
        self._gate = gate
        self._judgements = load_judgements(Owner(name=""), known_at=known_at)
        self._documents: set[str] = set()
        self._claims: dict[str, Claim] = {}
        self._base: dict[MentionKey, str] = {}
        self._named: set[MentionKey] = set()
        self._moved: dict[str, str] = {}
        self._nodes: dict[MentionKey, str] = {}
        self._ids: set[str] = set()

    def seek(self, any_id: str) -> None:
        """Read the reports that tell of somebody, and of whom judgements tie to them."""
        self._ids = {any_id}
        while True:
            traces = IndexTrace.objects.values_list("document", flat=True)
            documents = set(having(traces, "key", sorted(self._ids))) - self._documents
            known = len(self._ids)
            self._read(sorted(documents))
            self._widen()
            if not documents and known == len(self._ids):
                return

    def person(self, any_id: str) -> Person | None:
        """Who an id meant: as a person, a node, a mention, or what a mention was before."""
        people = people_of_nodes(self._nodes, self._named, self._judged())
        owner = {key: person for person in people for key in person.mentions}
        carried = self._carried(any_id)
        for matches in (
            [person for person in people if person.id == any_id],
            [owner[key] for key, node in self._nodes.items() if node == any_id],
            [owner[key] for key in self._nodes if mention_id(key) == carried],
            [owner[key] for key in self._nodes if self._base[key] == any_id],
        ):
            if matches:
                return min(matches, key=lambda person: person.id)
        return None

    def file(self, person: Person) -> PersonFile:
        """A person with what is told of them."""
        claims = sorted(
            (self._claims[key] for key in {mention.claim for mention in person.mentions}),
            key=lambda c: (c.report, c.passage.start, c.passage.end, c.id),
        )
        reports = self._gate.records(
            records_of(sorted({claim.report for claim in claims}), self._upto)
        ).reports
        nodes = {self._nodes[key] for key in person.mentions}
        own = self._own()
        judged = [
            each
            for each in self._judged()
            if {own.get(each.left, each.left), own.get(each.right, each.right)} & nodes
        ]
        return PersonFile(
            person=person,
            claims=tuple(claims),
            reports=tuple(replace(report, text="") for report in reports),
            judgements=in_order_of_time(self._gate.judgements(judged)),
        )

    def _read(self, documents: Sequence[str]) -> None:
        for some in batched(documents, _DOCUMENTS):
            told = told_by(self._gate.records(records_of(some, self._upto)))
            self._documents.update(some)
            self._claims |= told.claims
            self._base |= told.base
            self._named |= told.named
            self._moved |= told.moved
        alone = judged_apart(self._judged())
        for key, base in self._base.items():
            own = mention_id(key)
            self._nodes[key] = own if own in alone and key in self._named else base

    def _widen(self) -> None:
        """Add the ids of all nodes that are tied to those sought."""
        own = self._own()
        for key, node in self._nodes.items():
            if self._ids & {node, self._base[key], mention_id(key)}:
                self._ids |= {node, mention_id(key)}
        for made, judged in zip(self._judgements, self._judged(), strict=True):
            sides = {own.get(side, side) for side in (judged.left, judged.right)}
            told = {made.left, made.right, judged.left, judged.right}
            if (sides | told) & self._ids:
                self._ids |= sides | told

    def _judged(self) -> list[Judgement]:
        return [
            replace(each, left=self._carried(each.left), right=self._carried(each.right))
            for each in self._judgements
        ]

    def _carried(self, node: str) -> str:
        while node in self._moved:
            node = self._moved[node]
        return node

    def _own(self) -> dict[str, str]:
        """Id of a mention → the node that it is a part of."""
        return {mention_id(key): node for key, node in self._nodes.items()}
