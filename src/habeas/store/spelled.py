"""Which names stand behind the ids of persons, spellings and mentions."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from habeas.model.people import MentionKey
from habeas.people.spellings import mention_id, spelling_id
from habeas.store import models

_AT_ONCE = 2000


def names_of_node(node: str) -> tuple[str, ...]:
    """Every name as written that an id of a person, a spelling or a mention stands for.

    Returns:
        Sorted; empty where the register has nobody of that id.
    """
    return names_of_nodes([node])


def names_of_nodes(nodes: Collection[str]) -> tuple[str, ...]:
    """Every name as written that some ids stand for, sorted. Reads all names there are."""
    wanted = frozenset(nodes)
    found = {name for name in _all_names() if spelling_id(name) in wanted}
    if any(node.startswith("m") for node in wanted):
        rows = models.ClaimName.objects.values_list("claim__claim", "name")
        found |= {
            name
            for claim, name in rows.iterator(_AT_ONCE)
            if mention_id(MentionKey(claim=claim, name=name)) in wanted
        }
    return tuple(sorted(found))


def mentions_of_names(names: Iterable[str]) -> frozenset[str]:
    """Ids of every mention of some names, as written."""
    rows = models.ClaimName.objects.filter(name__in=sorted(set(names)))
    return frozenset(
        mention_id(MentionKey(claim=claim, name=name))
        for claim, name in rows.values_list("claim__claim", "name").iterator(_AT_ONCE)
    )


def _all_names() -> Iterable[str]:
    return models.ClaimName.objects.values_list("name", flat=True).distinct().iterator(_AT_ONCE)
