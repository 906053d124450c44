"""Persons who may be one, with what speaks for and against it; a person decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from habeas.model.people import Band, Judgement, Person, PersonMatch
from habeas.people.evidence import Particulars, Scales, explained
from habeas.people.evidence.weights import weight_table
from habeas.people.search import NameIndex
from habeas.people.search.blocks import sounding_alike
from habeas.people.spellings import ids_of

POSSIBLE = weight_table().least[Band.POSSIBLE]
"""Least score of a proposal."""

_ALL_PAIRS = 120
"""People up to whom every pair is weighed, which is faster than an index."""

_NEAREST = 12
_CROWD = 60
"""Sharers of a value up to whom it brings people together who are not alike in name."""

_MANY = 20_000
"""People above whom names are brought together by what they sound like, and not each compared
with all others; and values by fewer sharers, since more meet in them by chance."""

_CROWD_OF_MANY = 6

type _Pairs = set[tuple[str, str]]


def match_people(
    people: Iterable[Person],
    judgements: Iterable[Judgement] = (),
    particulars: Mapping[str, Particulars] | None = None,
    *,
    least: float = POSSIBLE,
) -> tuple[PersonMatch, ...]:
    """Weigh persons against those who may be the same.

    Candidates are found by name, in any script, and by what few share: a case number, a
    birthday, the day of an arrest. Of more than 20,000 people those whose names have parts that
    sound alike are candidates, and of values those that six share. Nothing is merged.

    Args:
        people: In any order, those without a name included.
        judgements: A pair that somebody has judged, whatever the verdict, is left out.
        particulars: What is told of them, from `gather_particulars`; without it the
            names alone are weighed.
        least: Least score of those returned, above 0.

    Returns:
        Those who may be one, highest score first, then by ids; `left` before `right`.
    """
    listed = sorted(people, key=lambda p: p.id)
    told = {p.id: (particulars or {}).get(p.id, Particulars(names=p.names)) for p in listed}
    scales = Scales(told)
    pairs = _candidates(listed, scales) - _judged(listed, judgements)
    found = scales.weigh(sorted(pairs), least)
    return explained(sorted(found, key=lambda m: (-m.score, m.left, m.right)))


def _judged(people: Sequence[Person], judgements: Iterable[Judgement]) -> _Pairs:
    owner = {node: p.id for p in people for node in ids_of(p)}
    sides = ((owner.get(j.left, j.left), owner.get(j.right, j.right)) for j in judgements)
    return {(min(pair), max(pair)) for pair in sides}


def _candidates(people: Sequence[Person], scales: Scales) -> _Pairs:
    if len(people) <= _ALL_PAIRS:
        return set(combinations((p.id for p in people), 2))
    if len(people) <= _MANY:
        return _alike_in_name(people) | _alike_in_facts(scales.sharers(), _CROWD)
    return _alike_in_sound(people) | _alike_in_facts(scales.sharers(), _CROWD_OF_MANY)


def _alike_in_name(people: Sequence[Person]) -> _Pairs:
    entries = [(p.id, name) for p in people for name in p.names]
    index = NameIndex(entries)
    found = index.candidates([name for _, name in entries], _NEAREST + 1)
    return {
        (min(key, other), max(key, other))
        for (key, _), others in zip(entries, found, strict=True)
        for other, _ in others
        if other != key
    }


def _alike_in_sound(people: Sequence[Person]) -> _Pairs:
    """Pairs of whose names two parts sound alike, or the only one of either."""
    entries = ((p.id, name) for p in people for name in p.names)
    return {(min(pair), max(pair)) for pair in sounding_alike(entries, _NEAREST)}


def _alike_in_facts(sharers: Mapping[tuple[str, str], Sequence[str]], crowd: int) -> _Pairs:
    """Pairs that share a value of which few are told."""
    few = (sorted(keys) for keys in sharers.values() if len(keys) <= crowd)
    return {pair for keys in few for pair in combinations(keys, 2)}
