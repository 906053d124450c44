"""Persons by the index: one, a page of them, everybody."""

from __future__ import annotations

from collections.abc import Iterable

from habeas.model.people import MentionKey, Person
from habeas.store.index.asking import one_moment
from habeas.store.index.batches import having
from habeas.store.index.tables import IndexMention, IndexName, IndexPerson


def load_everybody() -> tuple[Person, ...]:
    """Everybody, named or not, by id; for registers that fit into memory."""
    with one_moment():
        return persons(IndexPerson.objects.order_by("person").values_list("person", flat=True))


def persons(ids: Iterable[str]) -> tuple[Person, ...]:
    """Persons by id, in the order asked for; ids that are nobody's are left out."""
    wanted = list(dict.fromkeys(ids))
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
