"""Make the index anew from the record, part by part, so that memory holds little of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import batched, groupby

from django.db import transaction

from habeas.people.judging import judgement_id
from habeas.store import models
from habeas.store.documents import records_of
from habeas.store.index import tables
from habeas.store.index.batches import insert
from habeas.store.index.edges import aim_edges, place_edges
from habeas.store.index.following import (
    mention_rows,
    set_apart,
    standing_rows,
    write_reports,
    write_traces,
)
from habeas.store.index.persons import (
    documents_by_claim,
    people_of,
    point_to_people,
    settle,
    write_people,
)
from habeas.store.index.tables import (
    COMPARED,
    DERIVED,
    IndexEdge,
    IndexMention,
    IndexMove,
    IndexState,
)
from habeas.store.index.told import told_by
from habeas.store.rows import claims_of, corrections_of, judgement_of

_DOCUMENTS = 50
_NODES = 2_000


def make_anew(number: int) -> None:
    """Derive the whole index from the record.

    Args:
        number: Of the last audit record; the caller holds the end of the chain.
    """
    with transaction.atomic():
        for table in (*DERIVED, *COMPARED):
            every = table._default_manager.all()
            every._raw_delete(every.db)
        place_edges(_standing_judgements())
        documents = models.Document.objects.order_by("pk").values_list("pk", flat=True)
        for some in batched(documents, _DOCUMENTS):
            _tell(some)
        place_edges(standing_rows(set(IndexMove.objects.values_list("old", flat=True))))
        nodes = _join()
        for rows in _alone(nodes):
            people = people_of(rows, ())
            point_to_people(rows, people)
            write_people(people, (), documents_by_claim(rows))
        IndexState(pk=1, version=tables.VERSION, number=number).save(force_insert=True)


def _standing_judgements() -> list[models.Judgement]:
    withdrawn = {
        judgement_id(judgement_of(row.judgement))
        for row in models.Withdrawal.objects.select_related("judgement")
    }
    made = models.Judgement.objects.all()
    return [row for row in made if judgement_id(judgement_of(row)) not in withdrawn]


def _tell(documents: tuple[str, ...]) -> None:
    told = told_by(records_of(documents))
    write_reports(told)
    moves = [
        IndexMove(document=told.owners[old], old=old, new=new)
        for old, new in sorted(told.moved.items())
    ]
    insert(moves)
    insert(mention_rows(told, told.base))
    readings = list(models.Reading.objects.filter(document__in=documents).order_by("pk"))
    decisions = list(models.ClaimDecision.objects.filter(document__in=documents).order_by("pk"))
    for some in batched(readings, _DOCUMENTS):
        write_traces(claims_of(some))
    write_traces(corrections_of(decisions).values())


def _join() -> frozenset[str]:
    """Resolve everybody whom a judgement is about; gives the nodes of the judgements."""
    edges = IndexEdge.objects.values_list("left", "right", "left_node", "right_node")
    ids = {side for edge in edges for side in edge}
    touched = ids | set_apart(ids)
    touched |= aim_edges(touched)
    settle(touched, ())
    return frozenset(touched)


def _alone(nodes: frozenset[str]) -> Iterator[list[IndexMention]]:
    """All mentions of the other nodes, a few thousand nodes at a time."""
    rows = IndexMention.objects.order_by("node").iterator(2000)
    left = (list(own) for node, own in groupby(rows, key=lambda row: row.node) if node not in nodes)
    for some in batched(left, _NODES):
        yield [row for own in some for row in own]
