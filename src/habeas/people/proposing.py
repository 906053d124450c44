"""Persons who may be one, with what speaks for and against it; a person decides."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import batched, combinations

import numpy as np

from habeas.model.people import Band, Judgement, Person, PersonMatch
from habeas.people.evidence import Particulars, Scales, explained
from habeas.people.evidence.weights import weight_table
from habeas.people.search import NameIndex
from habeas.people.search.blocks import sound_in_order, sounding_alike
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
_AT_ONCE = 20_000
"""Pairs that are weighed at once."""

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
    found = matches_as_found(people, judgements, particulars, least)
    return tuple(sorted(found, key=lambda m: (-m.score, m.left, m.right)))


def matches_as_found(
    people: Iterable[Person],
    judgements: Iterable[Judgement],
    particulars: Mapping[str, Particulars] | None,
    least: float,
) -> Iterator[PersonMatch]:
    """The matches of `match_people`, as they are found."""
    listed = sorted(people, key=lambda p: p.id)
    told = particulars or {p.id: Particulars(names=p.names) for p in listed}
    scales = Scales({p.id: told.get(p.id, Particulars(names=p.names)) for p in listed})
    for some in _batches_of_candidates(listed, scales, _judged(listed, judgements)):
        yield from explained(scales.weigh_batch(some, least))


def _judged(people: Sequence[Person], judgements: Iterable[Judgement]) -> _Pairs:
    judged = tuple(judgements)
    nodes = {node for j in judged for node in (j.left, j.right)}
    if not nodes:
        return set()
    owner = {node: p.id for p in people for node in ids_of(p) & nodes}
    sides = ((owner.get(j.left, j.left), owner.get(j.right, j.right)) for j in judged)
    return {(min(pair), max(pair)) for pair in sides}


def _batches_of_candidates(
    people: Sequence[Person], scales: Scales, judged: _Pairs
) -> Iterator[Sequence[tuple[str, str]]]:
    """Pairs of ids to weigh, some at a time."""
    if len(people) > _MANY:
        yield from _of_many(people, scales, judged)
        return
    if len(people) <= _ALL_PAIRS:
        found = set(combinations((p.id for p in people), 2))
    else:
        found = _alike_in_name(people) | _alike_in_facts(scales.sharers(), _CROWD)
    yield from batched(sorted(found - judged), _AT_ONCE)


def _of_many(
    people: Sequence[Person], scales: Scales, judged: _Pairs
) -> Iterator[Sequence[tuple[str, str]]]:
    """As `_batches_of_candidates`; pairs are numbers, since there are millions of them.

    Persons whose names sound alike come one after the other, so that of the names that are
    compared few need be kept in memory.
    """
    people = sorted(people, key=lambda p: (*map(sound_in_order, p.names[:1]), p.id))
    places = {person.id: place for place, person in enumerate(people)}
    size = len(people)
    names = ((place, name) for place, person in enumerate(people) for name in person.names)
    codes = array("q", (_code(pair, size) for pair in sounding_alike(names, _NEAREST)))
    few = _alike_in_facts(scales.sharers(), _CROWD_OF_MANY)
    codes.extend(places[left] * size + places[right] for left, right in few)
    out = [
        places[left] * size + places[right]
        for left, right in judged
        if left in places and right in places
    ]
    left = np.setdiff1d(np.array(codes), np.array(out, dtype=np.int64))
    del codes, few
    for start in range(0, len(left), _AT_ONCE):
        some = (divmod(code, size) for code in left[start : start + _AT_ONCE].tolist())
        pairs = ((people[one].id, people[other].id) for one, other in some)
        yield [(min(pair), max(pair)) for pair in pairs]


def _code(pair: tuple[int, int], size: int) -> int:
    return min(pair) * size + max(pair)


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


def _alike_in_facts(sharers: Mapping[tuple[str, str], Sequence[str]], crowd: int) -> _Pairs:
    """Pairs that share a value of which few are told."""
    few = (sorted(keys) for keys in sharers.values() if len(keys) <= crowd)
    return {pair for keys in few for pair in combinations(keys, 2)}
