"""Persons who may be one, with what speaks for and against it; a person decides."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, product

import numpy as np

from habeas.model.people import Band, Judgement, Person, PersonMatch
from habeas.people.comparison.compare import compare_ahead
from habeas.people.evidence import Particulars, Scales
from habeas.people.evidence.crowd import Crowd, Places
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
_AT_ONCE = 50_000
"""Pairs that are weighed at once."""

type Names = Sequence[tuple[str, ...]]
"""Of each person the names by which others are found."""


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


def compare_groups_ahead(groups: Iterable[Sequence[Person]]) -> None:
    """Compare names at once for `match_people`, which will be asked for one group after another.

    Args:
        groups: Persons who are weighed against one another, some groups at a time; none to let
            go of what was compared before.
    """
    few = [group for group in groups if len(group) <= _ALL_PAIRS]
    pairs = (pair for group in few for pair in combinations(group, 2))
    compare_ahead(names for one, other in pairs for names in product(one.names, other.names))


def matches_as_found(
    people: Iterable[Person],
    judgements: Iterable[Judgement],
    particulars: Mapping[str, Particulars] | None,
    least: float,
) -> Iterator[PersonMatch]:
    """The matches of `match_people`, as they are found."""
    listed = sorted(people, key=lambda p: p.id)
    told = particulars or {}
    crowd = Crowd((p.id, told.get(p.id, Particulars(names=p.names))) for p in listed)
    names = [p.names for p in listed]
    yield from matches_among(crowd, names, judged_pairs(listed, judgements), least)


def matches_among(
    crowd: Crowd, names: Names, judged: Collection[tuple[str, str]], least: float
) -> Iterator[PersonMatch]:
    """The matches of a crowd, as they are found.

    Args:
        crowd: Everybody.
        names: By place.
        judged: Pairs of ids that are left out.
        least: Least score of those returned, above 0.
    """
    yield from _weighed(crowd, _pairs_to_weigh(crowd, names, judged), least)


def matches_of(
    people: Iterable[Person], those: Collection[str], least: float
) -> Iterator[PersonMatch]:
    """Who may be one of some persons by names alone, as they are found.

    Args:
        people: All persons, in any order.
        those: Ids of the ones of whom it is asked.
        least: Least score of those returned, above 0.
    """
    listed = sorted(people, key=lambda p: p.id)
    crowd = Crowd((p.id, Particulars(names=p.names)) for p in listed)
    pairs = _pairs_to_weigh(crowd, [p.names for p in listed], ())
    asked = np.array([p.id in those for p in listed], dtype=bool)
    yield from _weighed(crowd, pairs[asked[pairs].any(axis=1)], least)


def _weighed(crowd: Crowd, pairs: Places, least: float) -> Iterator[PersonMatch]:
    scales = Scales(crowd)
    for start in range(0, len(pairs), _AT_ONCE):
        one, other = pairs[start : start + _AT_ONCE].T
        turned = crowd.ranks[one] > crowd.ranks[other]
        left, right = np.where(turned, other, one), np.where(turned, one, other)
        yield from scales.matches(left, right, least)


def judged_pairs(people: Iterable[Person], judgements: Iterable[Judgement]) -> set[tuple[str, str]]:
    """Pairs of ids of persons about whom somebody judged, whatever the verdict."""
    judged = tuple(judgements)
    nodes = {node for j in judged for node in (j.left, j.right)}
    if not nodes:
        return set()
    owner = {node: p.id for p in people for node in ids_of(p) & nodes}
    return {(owner.get(j.left, j.left), owner.get(j.right, j.right)) for j in judged}


def _pairs_to_weigh(crowd: Crowd, names: Names, judged: Collection[tuple[str, str]]) -> Places:
    """Pairs of places, each once, shape (N, 2)."""
    size = len(crowd)
    if size <= _ALL_PAIRS:
        order, found = np.arange(size), [_pairs(combinations(range(size), 2))]
    elif size <= _MANY:
        order = np.arange(size)
        found = [_alike_in_name(crowd, names), _alike_in_facts(crowd, _CROWD)]
    else:
        # Persons whose names sound alike come one after the other, so that of what is made
        # ready for one pair much can be used for the next.
        order = _in_order_of_sound(crowd, names)
        found = [_alike_in_sound(names, order), _alike_in_facts(crowd, _CROWD_OF_MANY)]
    place_of = crowd.place_of
    out = [
        (place_of[left], place_of[right])
        for left, right in judged
        if left in place_of and right in place_of
    ]
    number = np.argsort(order)
    codes = np.unique(np.concatenate([_codes(pairs, number) for pairs in found]))
    codes = np.setdiff1d(codes, _codes(_pairs(out), number), assume_unique=True)
    pairs: Places = order[np.stack(np.divmod(codes, size), axis=1)]
    return pairs


def _codes(pairs: Places, number: Places) -> Places:
    """Pairs of places as single numbers, the person whose number is lower first."""
    numbers = number[pairs]
    codes: Places = numbers.min(axis=1) * len(number) + numbers.max(axis=1)
    return codes


def _in_order_of_sound(crowd: Crowd, names: Names) -> Places:
    """Places of persons by the sounds of their first name."""
    sounds = [sound_in_order(own[0]) if own else "" for own in names]
    return np.array(sorted(range(len(sounds)), key=lambda at: (sounds[at], crowd.ids[at])))


def _alike_in_sound(names: Names, order: Places) -> Places:
    entries = [(place, name) for place in order.tolist() for name in names[place]]
    owners = np.array([place for place, _ in entries], dtype=np.int64)
    found = sounding_alike([name for _, name in entries], owners, _NEAREST)
    return owners[found]


def _alike_in_name(crowd: Crowd, names: Names) -> Places:
    by_id = np.argsort(crowd.ranks).tolist()
    entries = [(crowd.ids[place], name) for place in by_id for name in names[place]]
    index = NameIndex(entries)
    found = index.candidates([name for _, name in entries], _NEAREST + 1)
    pairs = [
        (crowd.place_of[key], crowd.place_of[other])
        for (key, _), others in zip(entries, found, strict=True)
        for other, _ in others
        if other != key
    ]
    return _pairs(pairs)


def _alike_in_facts(crowd: Crowd, most: int) -> Places:
    """Pairs that share a value of which at most so many tell."""
    return _pairs(pair for sharers in crowd.sharers(most) for pair in combinations(sharers, 2))


def _pairs(pairs: Iterable[tuple[int, int]]) -> Places:
    return np.fromiter(chain.from_iterable(pairs), dtype=np.int64).reshape(-1, 2)
