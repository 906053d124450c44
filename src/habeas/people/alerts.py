"""What somebody must look at: judgements that do not fit, and people who may be two."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import combinations, islice

from habeas.model.claims import FREEING, Act, Claim
from habeas.model.people import (
    Alert,
    AlertKind,
    Contradiction,
    Evidence,
    Judgement,
    MentionKey,
    Person,
    Verdict,
)
from habeas.model.reports import Report
from habeas.people.evidence import Particulars, Scales
from habeas.people.evidence.pieces import Scale
from habeas.people.gathering import Sources
from habeas.people.resolve import contradictions, resolve_people, resolve_unnamed
from habeas.people.spellings import fold_spelling, ids_of, mention_id, spelled_by_id

_AGAINST = -3.0
"""Bits of one piece of evidence from which two mentions hardly are of one person."""

_MOST_PAIRS = 2_000
_BY_JUDGEMENT = "“{name}” is joined by a judgement, but does not go together. {why}"
_BY_SPELLING = "“{name}” may be two people. {why}"
_KEPT_OUT = (
    "“{left}” and “{right}” were judged different; that “{one}” and “{other}” are the same"
    " would join them, and is not followed."
)


def alerts_of(
    claims: Iterable[Claim], judgements: Iterable[Judgement] = (), reports: Iterable[Report] = ()
) -> tuple[Alert, ...]:
    """Find what does not go together in who is held to be who.

    Args:
        claims: In any order.
        judgements: In any order.
        reports: Of the claims, for days of publication and for rows of lists.

    Returns:
        Contradictions first, then what judgements joined, then namesakes; each by
        the name of the person. Of one person the weightiest pair is told. Empty where
        all goes together.
    """
    told, judged = tuple(claims), tuple(judgements)
    people = (*resolve_people(told, judged), *resolve_unnamed(told, judged))
    names = {node: name for person in people for node, name in spelled_by_id(person).items()}
    owners = {node: person.id for person in people for node in ids_of(person)}
    found = [_contradiction(each, names, owners) for each in contradictions(told, judged)]
    found += alerts_within(people, Sources(told, reports), judged)
    order = list(AlertKind)
    spelled = {person.id: fold_spelling(person.name) for person in people}

    def by_kind(alert: Alert) -> tuple[int, str, str, str]:
        return order.index(alert.kind), spelled.get(alert.person, ""), alert.left, alert.right

    return tuple(sorted(found, key=by_kind))


def _contradiction(
    found: Contradiction, names: Mapping[str, str], owners: Mapping[str, str]
) -> Alert:
    kept_out, different = found.kept_out, found.different

    def name(node: str) -> str:
        return names.get(node, node)

    judgements = sorted((*found.chain, kept_out, different), key=lambda each: each.at)
    return Alert(
        kind=AlertKind.CONTRADICTION,
        person=owners.get(different.left, different.left),
        left=kept_out.left,
        right=kept_out.right,
        sentence=_KEPT_OUT.format(
            left=name(different.left),
            right=name(different.right),
            one=name(kept_out.left),
            other=name(kept_out.right),
        ),
        judgements=tuple(judgements),
    )


def alerts_within(
    people: Iterable[Person], sources: Sources, judgements: Sequence[Judgement] = ()
) -> Iterator[Alert]:
    """One alert for each of some people whose mentions do not go together, in their order.

    Args:
        people: As resolved with the judgements.
        sources: The claims that mention them, and others.
        judgements: In any order; whom one of them joined is INCOMPATIBLE, not NAMESAKES.
    """
    several = [person for person in people if len(person.mentions) > 1]
    alone = {mention_id(key): _alone(key) for person in several for key in person.mentions}
    told = {key: sources.particulars_of(person) for key, person in alone.items()}
    scales = cache(lambda: Scales(told))
    joined = {
        node
        for judgement in judgements
        if judgement.verdict is Verdict.SAME
        for node in (judgement.left, judgement.right)
    }
    for person in several:
        found = _weightiest(person, told, scales)
        if found is None:
            continue
        left, right, evidence = found
        is_judged = bool(joined & ids_of(person))
        sentence = _BY_JUDGEMENT if is_judged else _BY_SPELLING
        yield Alert(
            kind=AlertKind.INCOMPATIBLE if is_judged else AlertKind.NAMESAKES,
            person=person.id,
            left=left,
            right=right,
            sentence=sentence.format(name=person.name, why=evidence[0].sentence),
            evidence=evidence,
            judgements=_own(judgements, ids_of(person)),
        )


def _alone(key: MentionKey) -> Person:
    return Person(id=mention_id(key), name=key.name, names=(key.name,), mentions=(key,))


def _own(judgements: Iterable[Judgement], ids: frozenset[str]) -> tuple[Judgement, ...]:
    own = [j for j in judgements if j.verdict is Verdict.SAME and {j.left, j.right} & ids]
    return tuple(sorted(own, key=lambda each: each.at))


def _weightiest(
    person: Person, told: Mapping[str, Particulars], scales: Callable[[], Scales]
) -> tuple[str, str, tuple[Evidence, ...]] | None:
    """The two mentions of a person that go together least; None where all do."""
    keys = sorted(mention_id(key) for key in person.mentions)
    # Of whom nothing is told but a name nothing speaks against anything.
    silent = {key for key in keys if told[key] == Particulars(names=told[key].names)}
    best: tuple[float, str, str, tuple[Evidence, ...]] | None = None
    for left, right in islice(combinations(keys, 2), _MOST_PAIRS):
        if left in silent or right in silent:
            continue
        match = scales().weigh_known((left, right), None)
        against = tuple(p for p in match.evidence if p.field != "name" and p.weight <= _AGAINST)
        weight = sum(piece.weight for piece in against)
        if against and (best is None or weight < best[0]):
            best = (weight, left, right, against)
    if best is not None:
        return best[1:]
    return _freed_first(keys, told)


def _freed_first(
    keys: Sequence[str], told: Mapping[str, Particulars]
) -> tuple[str, str, tuple[Evidence, ...]] | None:
    """A release before everything else that is told, and then a first arrest."""
    found: list[tuple[date, date, str, str, Act]] = []
    for key in keys:
        for undergone in told[key].undergone:
            when = undergone.when
            if when is not None and when.earliest is not None and when.latest is not None:
                found.append((when.earliest, when.latest, key, when.text, undergone.act))
    freed = min((each for each in found if each[4] in FREEING), default=None)
    inside = min((each for each in found if each[4] not in FREEING), default=None)
    if freed is None or inside is None or inside[4] is not Act.ARREST or freed[1] >= inside[0]:
        return None
    evidence = Scale().weigh(("custody", "freed-first"), (freed[3], inside[3]))
    return freed[2], inside[2], (evidence,)
