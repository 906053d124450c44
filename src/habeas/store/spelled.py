"""Which names stand behind the ids of persons, spellings and mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from itertools import batched

from django.db import connection
from django.db.models import Max

from habeas.model.audit import ChainEnd
from habeas.model.people import MentionKey
from habeas.people.spellings import mention_id, spelling_id
from habeas.store import models
from habeas.store.audit import chain_end
from habeas.store.index.tables import IndexMention

_AT_ONCE = 500


@dataclass(slots=True)
class _Spelled:
    """Names by the id of their spelling, as far as they were read.

    Attributes:
        last: Number of the last row that was read.
        end: Where the chain of audit records ended then.
    """

    end: ChainEnd
    last: int = 0
    names: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


_READ: dict[object, _Spelled] = {}
"""By database: rows are only ever added, so that each is read once."""


def names_of_node(node: str) -> tuple[str, ...]:
    """Every name as written that an id of a person, a spelling or a mention stands for.

    Returns:
        Sorted; empty where the register has nobody of that id.
    """
    return names_of_nodes([node])


def names_of_nodes(nodes: Collection[str]) -> tuple[str, ...]:
    """Every name as written that some ids stand for, sorted."""
    by_spelling = _names_by_spelling()
    found = {name for node in nodes for name in by_spelling.get(node, ())}
    mentions = {node for node in nodes if node.startswith("m")}
    return tuple(sorted(found | _names_of_mentions(mentions)))


def mentions_of_names(names: Iterable[str]) -> frozenset[str]:
    """Ids of every mention of some names, as written."""
    return frozenset(
        mention_id(MentionKey(claim=claim, name=name))
        for some in batched(sorted(set(names)), _AT_ONCE)
        for claim, name in models.ClaimName.objects.filter(name__in=some)
        .values_list("claim__claim", "name")
        .iterator(_AT_ONCE)
    )


def _names_by_spelling() -> dict[str, set[str]]:
    place = connection.settings_dict
    key = (place["NAME"], place["HOST"], place["PORT"])
    read = _READ.get(key)
    if read is None or not still_holds(read.end):
        read = _READ[key] = _Spelled(end=chain_end())
    last = models.ClaimName.objects.aggregate(last=Max("pk"))["last"] or 0
    if read.last < last:
        rows = models.ClaimName.objects.filter(pk__gt=read.last, pk__lte=last)
        for name in rows.values_list("name", flat=True).distinct().iterator(_AT_ONCE):
            read.names[spelling_id(name)].add(name)
        read.last, read.end = last, chain_end()
    return read.names


def still_holds(end: ChainEnd) -> bool:
    """True unless what was read was taken back with its transaction, or is of another register."""
    if end.number == 0:
        return False
    return models.AuditRecord.objects.filter(number=end.number, hash=end.hash).exists()


def _names_of_mentions(mentions: Collection[str]) -> set[str]:
    found = {
        mention: name
        for some in batched(sorted(mentions), _AT_ONCE)
        for mention, name in IndexMention.objects.filter(mention__in=some).values_list(
            "mention", "name"
        )
    }
    missing = set(mentions) - found.keys()
    names = set(found.values())
    if missing:
        # The index holds what stands now; a claim that was rejected has its mentions too.
        rows = models.ClaimName.objects.values_list("claim__claim", "name").iterator(_AT_ONCE)
        names |= {
            name
            for claim, name in rows
            if mention_id(MentionKey(claim=claim, name=name)) in missing
        }
    return names
