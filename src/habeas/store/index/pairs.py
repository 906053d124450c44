"""Persons who may be one: found by comparing each with whoever is alike, a few at a time.

Comparing takes milliseconds a person, too long for the change that adds thousands of them; it
is done beside, and pages say how many are still to be compared. Nothing is merged.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count, Q, QuerySet

from habeas.model.claims import Claim
from habeas.model.people import Person, PersonMatch
from habeas.model.reports import Report
from habeas.model.restrictions import Asker, Owner
from habeas.people.comparison import compare_many
from habeas.people.evidence import Scales, among_many, explained
from habeas.people.evidence.commonness import parts_of_all
from habeas.people.gathering import gather_particulars
from habeas.people.proposing import POSSIBLE
from habeas.people.search.keys import word_keys
from habeas.store import models
from habeas.store.gate import Gate, gate_for
from habeas.store.index.asking import make_ready, one_moment
from habeas.store.index.batches import delete_having, having, insert
from habeas.store.index.candidates import candidates
from habeas.store.index.claims import claims_standing
from habeas.store.index.edges import touching
from habeas.store.index.lists import reports_of_claims
from habeas.store.index.shown import named_people, shown_claims, shown_people
from habeas.store.index.tables import (
    IndexCompared,
    IndexKey,
    IndexMention,
    IndexPair,
    IndexPerson,
    IndexState,
)
from habeas.store.problems import database_errors_told

_NEAREST = 12
_WORTH = 0.02
"""Least probability of two names at which everything else that is told is looked at."""

_MOST_SIDES = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two persons who may be one.

    Attributes:
        left, right: The ids, in order.
        score: 0 to 1, as `PersonMatch` has it.
    """

    left: str
    right: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """Two persons side by side.

    Attributes:
        people: Left and right, as whoever asks may see them.
        match: What speaks for and against their being one.
    """

    people: tuple[Person, Person]
    match: PersonMatch


def compare_waiting(most: int) -> int:
    """Compare persons with whoever is alike, those first who were never compared.

    Args:
        most: How many at most.

    Returns:
        How many are still to be compared.

    Raises:
        StoreError: The database cannot be used.
    """
    with database_errors_told():
        make_ready()
        for person in list(_waiting().values_list("person", flat=True)[:most]):
            _compare(person)
        return _how_many_wait()


def waiting_to_be_compared() -> int:
    """How many persons were not yet compared with whoever is alike."""
    with one_moment():
        return _how_many_wait()


def pairs_to_judge(viewer: Asker, *, most: int = 50, after: int = 0) -> tuple[Pair, ...]:
    """Pairs that nobody judged yet, the likeliest first.

    Args:
        viewer: Who asks; pairs with somebody whom they may not see are left out.
        most: How many at most.
        after: How many to pass over.
    """
    with one_moment():
        found: list[Pair] = []
        rows = IndexPair.objects.order_by("-score", "left", "right")
        gate = gate_for(viewer)
        for row in rows[: after + _MOST_SIDES]:
            if len(found) == after + most:
                break
            if not _is_judged(row.left, row.right) and _is_seen((row.left, row.right), gate):
                found.append(Pair(left=row.left, right=row.right, score=row.score))
        return tuple(found[after:])


def pairs_of(person: str, viewer: Asker) -> tuple[Pair, ...]:
    """Who a person may be the same as, the likeliest first; those judged are left out."""
    with one_moment():
        gate = gate_for(viewer)
        rows = IndexPair.objects.filter(Q(left=person) | Q(right=person))
        return tuple(
            Pair(left=row.left, right=row.right, score=row.score)
            for row in rows.order_by("-score", "left", "right")
            if not _is_judged(row.left, row.right) and _is_seen((row.left, row.right), gate)
        )


def weigh_pair(left: str, right: str, viewer: Asker) -> Weighed | None:
    """Weigh two persons by all that is told of them; None where one of them is nobody.

    Args:
        left, right: Ids of persons.
        viewer: Who asks; what they may not see says nothing.
    """
    with one_moment():
        gate = gate_for(viewer)
        shown = shown_people([left, right], gate)
        if len(shown) != 2:
            return None
        beside = shown_people(_alike(shown[0]), gate)
        everyone = {each.id: each for each in (*beside, *shown)}
        (match,) = _scales(everyone, gate).weigh([(shown[0].id, shown[1].id)])
        return Weighed(people=(shown[0], shown[1]), match=explained([match])[0])


def _waiting() -> QuerySet[IndexPerson]:
    done = IndexCompared.objects.values("person")
    return named_people().exclude(person__in=done).order_by("person")


def _how_many_wait() -> int:
    """Of whoever was compared is a row only as long as the person is as they were then."""
    return named_people().count() - IndexCompared.objects.count()


def _compare(key: str) -> None:
    number = _state()
    gate = gate_for(Owner(name=""))
    found: Sequence[PersonMatch] = ()
    if shown := shown_people([key], gate):
        near = shown_people(_alike(shown[0]), gate)
        everyone = {each.id: each for each in (*near, *shown)}
        sides = [tuple(sorted((key, each))) for each in everyone if each != key]
        found = _scales(everyone, gate).weigh([(a, b) for a, b in sides])
    with transaction.atomic():
        list(models.ChainHead.objects.select_for_update())
        if _state() != number:
            return  # more or less may be told of them by now: they wait on
        for side in ("left", "right"):
            delete_having(IndexPair, side, [key])
        insert(
            [
                IndexPair(left=match.left, right=match.right, score=match.score)
                for match in found
                if match.score >= POSSIBLE
            ]
        )
        if IndexPerson.objects.filter(person=key).exists():
            IndexCompared.objects.get_or_create(person=key)


def _state() -> int:
    """Number of the last audit record that the index holds."""
    return IndexState.objects.values_list("number", flat=True).get()


def _alike(person: Person) -> list[str]:
    """Ids of the persons whose names are most like those of somebody, themselves left out."""
    found = dict.fromkeys(each for name in person.names for each in candidates(name))
    found.pop(person.id, None)
    others = shown_people(found, gate_for(Owner(name="")))
    spelled = [
        (other.id, one, two) for other in others for one in person.names for two in other.names
    ]
    scores = compare_many([one for _, one, _ in spelled], [two for _, _, two in spelled])
    best: dict[str, float] = {}
    for (key, _, _), score in zip(spelled, scores.tolist(), strict=True):
        best[key] = max(best.get(key, 0.0), score)
    near = [key for key, score in best.items() if score >= _WORTH]
    return sorted(near, key=lambda key: (-best[key], key))[:_NEAREST]


def _scales(people: Mapping[str, Person], gate: Gate) -> Scales:
    """Scales of some persons, among all of the register."""
    claims, reports = _told_of(people.values(), gate)
    scales = Scales(gather_particulars(people.values(), claims, reports))
    parts = {part for person in people.values() for part in parts_of_all(person.names)}
    total = named_people().count()
    return scales.with_commonness(among_many(scales.commonness, total, _bearers(parts)))


def _told_of(people: Iterable[Person], gate: Gate) -> tuple[tuple[Claim, ...], tuple[Report, ...]]:
    mentions = {key.claim for person in people for key in person.mentions}
    documents = dict(
        having(IndexMention.objects.values_list("claim", "document"), "claim", sorted(mentions))
    )
    claims, _ = shown_claims(claims_standing(documents), gate)
    return claims, reports_of_claims(claims, gate)


def _bearers(parts: Collection[str]) -> dict[str, int]:
    """Part of a name → how many names have a part that sounds like it."""
    keys = {part: {key for each in word_keys(part) for key in each} for part in parts}
    wanted = sorted({key for own in keys.values() for key in own})
    rows = IndexKey.objects.values("key").annotate(names=Count("name")).order_by()
    counts = {row["key"]: row["names"] for row in having(rows, "key", wanted)}
    return {
        part: min((counts[key] for key in own if key in counts), default=0)
        for part, own in keys.items()
    }


def _is_judged(left: str, right: str) -> bool:
    """True where a judgement that holds is about the two, whatever its verdict."""
    nodes = {
        side: set(IndexMention.objects.filter(person=side).values_list("node", flat=True))
        for side in (left, right)
    }
    return any(
        {edge.left_node, edge.right_node} & nodes[right]
        for edge in touching(nodes[left], "left_node", "right_node").values()
    )


def _is_seen(people: tuple[str, str], gate: Gate) -> bool:
    return gate.is_open or len(shown_people(people, gate)) == 2
