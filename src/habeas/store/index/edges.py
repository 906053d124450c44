"""Judgements in the index: edges between the ids that mentions go by."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from habeas.model.people import Judgement
from habeas.people.judging import judged_apart
from habeas.store import models
from habeas.store.index.batches import delete_having, having, insert
from habeas.store.index.tables import IndexEdge, IndexMention, IndexMove
from habeas.store.rows import judgement_of


def carried(ids: Collection[str]) -> dict[str, str]:
    """Ids → what they became where the claim of a mention was corrected."""
    found = {each: each for each in ids}
    moving = set(ids)
    while moving:
        moves = dict(having(IndexMove.objects.values_list("old", "new"), "old", moving))
        for start, end in found.items():
            if end in moving and end in moves:
                found[start] = moves[end]
        moving = set(moves.values())
    return found


def place_edges(rows: Iterable[models.Judgement]) -> set[str]:
    """Put judgements into the index, or put them there anew.

    Returns:
        The ids that they judge now and judged before, and the nodes these stood for.
    """
    made = {row.pk: row for row in rows}
    now = carried({side for row in made.values() for side in (row.left, row.right)})
    before = list(having(IndexEdge.objects.all(), "judgement", made))
    delete_having(IndexEdge, "judgement", made)
    edges = [
        IndexEdge(
            judgement=row.pk,
            left=now[row.left],
            right=now[row.right],
            left_node=now[row.left],
            right_node=now[row.right],
        )
        for row in made.values()
    ]
    insert(edges)
    return {side for edge in (*before, *edges) for side in _all_sides(edge)}


def twins_of(row: models.Judgement) -> list[models.Judgement]:
    """The rows that hold one judgement: it has one id whichever side is named first."""
    same = models.Judgement.objects.filter(
        verdict=row.verdict, reason=row.reason, by=row.by, at=row.at
    )
    return list(
        same.filter(left=row.left, right=row.right) | same.filter(left=row.right, right=row.left)
    )


def remove_edges(judgements: Collection[int]) -> set[str]:
    """Take judgements out of the index.

    Returns:
        The ids that they judged, and the nodes these stood for.
    """
    gone = list(having(IndexEdge.objects.all(), "judgement", judgements))
    delete_having(IndexEdge, "judgement", judgements)
    return {side for edge in gone for side in _all_sides(edge)}


def touching(ids: Collection[str], *fields: str) -> dict[int, IndexEdge]:
    """Edges of which one of some fields is one of some ids."""
    if not IndexEdge.objects.exists():
        return {}
    return {
        edge.judgement: edge
        for field in fields
        for edge in having(IndexEdge.objects.all(), field, ids)
    }


def apart(ids: Collection[str]) -> frozenset[str]:
    """Those of some ids of mentions that a judgement sets apart from another."""
    told = judgements_of(touching(ids, "left", "right"))
    return judged_apart(told) & frozenset(ids)


def aim_edges(ids: Collection[str]) -> set[str]:
    """Let the edges that judge some ids point to the nodes that these stand for now.

    Returns:
        Nodes on either side of edges that were moved, as they were and as they are.
    """
    edges = touching(ids, "left", "right")
    sides = {side for edge in edges.values() for side in _sides(edge)}
    stands = dict(having(IndexMention.objects.values_list("mention", "node"), "mention", sides))
    touched: set[str] = set()
    for edge in edges.values():
        was = (edge.left_node, edge.right_node)
        now = (stands.get(edge.left, edge.left), stands.get(edge.right, edge.right))
        touched |= {*was, *now}
        if was != now:
            edge.left_node, edge.right_node = now
            edge.save(force_update=True)
    return touched


def closure_of(nodes: Collection[str]) -> tuple[frozenset[str], tuple[Judgement, ...]]:
    """All nodes that judgements tie to some, and these judgements by the ids of now."""
    reached, edge = set(nodes), set(nodes)
    found: dict[int, IndexEdge] = {}
    while edge:
        new = touching(edge, "left_node", "right_node")
        found |= new
        near = {node for each in new.values() for node in (each.left_node, each.right_node)}
        edge = near - reached
        reached |= edge
    return frozenset(reached), judgements_of(found)


def judgements_of(edges: Mapping[int, IndexEdge]) -> tuple[Judgement, ...]:
    """The judgements of some edges, by number, with the ids that they judge now."""
    rows = having(models.Judgement.objects.all(), "pk", sorted(edges))
    return tuple(
        replace(judgement_of(row), left=edges[row.pk].left, right=edges[row.pk].right)
        for row in rows
    )


def _sides(edge: IndexEdge) -> tuple[str, str]:
    return edge.left, edge.right


def _all_sides(edge: IndexEdge) -> tuple[str, str, str, str]:
    return (*_sides(edge), edge.left_node, edge.right_node)
