"""Persons by the index: one with all that is told of them, a page of them, those sought."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from habeas.model.people import MentionKey, Person
from habeas.model.restrictions import Viewer
from habeas.people.search.keys import word_keys
from habeas.people.search.persons import Answer, find_persons
from habeas.store.index.answers import PeoplePage, PersonFile, PersonLine
from habeas.store.index.asking import one_moment
from habeas.store.index.batches import having
from habeas.store.index.claims import claims_standing, reports_without_text
from habeas.store.index.edges import carried, judgements_of, touching
from habeas.store.index.past import in_order_of_time, person_at
from habeas.store.index.tables import IndexKey, IndexMention, IndexName, IndexPerson

_CANDIDATES = 60
_MOST_ROWS = 20_000


def load_person(
    any_id: str, viewer: Viewer, *, known_at: datetime | None = None
) -> PersonFile | None:
    """A person with everything that is told of them; None where there is nobody.

    Args:
        any_id: Of the person, or of a spelling or a mention of theirs.
        viewer: Who asks.
        known_at: A moment in the past; None for now.
    """
    with one_moment():
        if known_at is not None:
            return person_at(any_id, known_at)
        return _person_now(any_id)


def page_of_people(viewer: Viewer, *, number: int = 1, size: int = 50) -> PeoplePage:
    """A page of everybody who is named, by name.

    Args:
        viewer: Who asks.
        number: Of the page, from 1; beyond the last it is the last.
        size: Persons to a page.
    """
    with one_moment():
        rows = IndexPerson.objects.filter(named=True).order_by("order", "person")
        total = rows.count()
        pages = max(1, -(-total // size))
        at = min(max(1, number), pages)
        lines = tuple(map(_line, rows[(at - 1) * size : at * size]))
        return PeoplePage(lines=lines, total=total, number=at, pages=pages)


def search_people(sought: str, viewer: Viewer) -> Answer:
    """Seek persons by a name or a part of one, in any script.

    Those whose names have parts that sound like what is sought are compared with it.

    Args:
        sought: As typed.
        viewer: Who asks.
    """
    with one_moment():
        return find_persons(sought, persons(_candidates(sought)))


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


def person_of(any_id: str) -> str | None:
    """Id of the person that an id of a person, spelling or mention means; None for nobody."""
    if IndexPerson.objects.filter(person=any_id).exists():
        return any_id
    for field, key in (("node", any_id), ("mention", carried([any_id])[any_id]), ("base", any_id)):
        found = IndexMention.objects.filter(**{field: key}).values_list("person", flat=True)
        if person := min(set(found), default=None):
            return person
    return None


def _person_now(any_id: str) -> PersonFile | None:
    key = person_of(any_id)
    if key is None:
        return None
    rows = list(IndexMention.objects.filter(person=key))
    claims = claims_standing({row.claim: row.document for row in rows})
    judgements = judgements_of(touching({row.node for row in rows}, "left_node", "right_node"))
    return PersonFile(
        person=persons([key])[0],
        claims=claims,
        reports=reports_without_text({claim.report for claim in claims}),
        judgements=in_order_of_time(judgements),
    )


def _line(row: IndexPerson) -> PersonLine:
    return PersonLine(
        person=row.person,
        name=row.name,
        spellings=row.spellings,
        mentions=row.mentions,
        claims=row.claims,
        reports=row.reports,
    )


def _candidates(sought: str) -> list[str]:
    """Persons most of whose parts of names sound like those sought, the best first."""
    parts = word_keys(sought)
    holders = _holders({key for keys in parts for key in keys})
    scores: dict[int, float] = defaultdict(float)
    for keys in parts:
        best: dict[int, float] = {}
        for key in keys:
            weight = 1 / (1 + len(holders[key])) + 1
            for name in holders[key]:
                best[name] = max(best.get(name, 0.0), weight)
        for name, weight in best.items():
            scores[name] += weight
    ranked = sorted(scores, key=lambda name: (-scores[name], name))[: 4 * _CANDIDATES]
    owners = dict(having(IndexName.objects.values_list("pk", "person"), "pk", ranked))
    found = dict.fromkeys(owners[name] for name in ranked if name in owners)
    return list(found)[:_CANDIDATES]


def _holders(keys: Collection[int]) -> Mapping[int, list[int]]:
    holders: dict[int, list[int]] = defaultdict(list)
    rows = IndexKey.objects.filter(key__in=sorted(keys)).order_by("key", "name")
    for key, name in rows.values_list("key", "name")[:_MOST_ROWS]:
        holders[key].append(name)
    return holders
