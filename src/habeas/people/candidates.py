"""Pairs of persons that are worth weighing: alike in name, or in what few share."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import batched, chain, combinations

import numpy as np

from habeas.people.comparison.engine import shipped_engine
from habeas.people.evidence.crowd import Crowd, Places
from habeas.people.search import NameIndex
from habeas.people.search.blocks import Heard, hear, sounding_alike

ALL_PAIRS = 120
"""People up to whom every pair is weighed, which is faster than an index."""

_NEAREST = 12
_CROWD = 60
"""Sharers of a value up to whom it brings people together who are not alike in name."""

_MANY = 20_000
"""People above whom names are brought together by what they sound like, and not each compared
with all others; and values by fewer sharers, since more meet in them by chance."""

_CROWD_OF_MANY = 6
_WEIGHED_AT_ONCE = 25_000
_READ_AT_ONCE = 500
_WAITING = 1 << 19
"""Pairs found after which those found before are left out, so that few stand twice in memory."""

type Names = Sequence[tuple[str, ...]]
"""Of each person the names by which others are found."""

type Reading = Callable[[Iterator[str]], Iterator[str]]


def pairs_to_weigh(
    crowd: Crowd,
    names: Names,
    judged: Collection[tuple[str, str]],
    reading: Reading = iter,
) -> Iterator[tuple[Places, Places]]:
    """Pairs of places in a crowd, each once, some at a time; the lower id stands left.

    Args:
        crowd: Everybody.
        names: By place.
        judged: Pairs of ids that are left out.
        reading: The names of many people pass through it, one after the other.
    """
    size = len(crowd)
    order, found = np.arange(size), _alike(crowd, names)
    if size > _MANY:
        # Persons whose names sound alike come one after the other, so that of what is made
        # ready for one pair much can be used for the next.
        heard = hear(reading(name for own in names for name in own))
        order = _in_order_of_sound(crowd, names, heard.sounds)
        found = _alike_in_sound(crowd, names, heard, order)
        del heard
    number = np.argsort(order)
    out = _codes(_pairs(_places(crowd, judged)), number)
    codes = _without(_each_once(found, number), out)
    for start in range(0, len(codes), _WEIGHED_AT_ONCE):
        one, other = order[np.stack(np.divmod(codes[start : start + _WEIGHED_AT_ONCE], size))]
        turned = crowd.ranks[one] > crowd.ranks[other]
        yield np.where(turned, other, one), np.where(turned, one, other)


def _alike(crowd: Crowd, names: Names) -> Iterator[Places]:
    """Pairs of few people."""
    if len(crowd) <= ALL_PAIRS:
        yield _pairs(combinations(range(len(crowd)), 2))
    else:
        yield _alike_in_name(crowd, names)
        yield _alike_in_facts(crowd, _CROWD)


def _alike_in_sound(crowd: Crowd, names: Names, heard: Heard, order: Places) -> Iterator[Places]:
    """Pairs of many people, in a given order."""
    counts = np.array([len(own) for own in names], dtype=np.int64)
    owners = np.repeat(np.arange(len(names)), counts)
    number = np.argsort(order)[owners].tolist()
    by_sound = sorted(range(len(number)), key=lambda at: (heard.sounds[at], number[at], at))
    for pairs in sounding_alike(heard, np.array(by_sound, dtype=np.int64), _NEAREST):
        yield owners[pairs]
    yield _alike_in_facts(crowd, _CROWD_OF_MANY)


def _in_order_of_sound(crowd: Crowd, names: Names, sounds: Sequence[str]) -> Places:
    """Places of persons by the sounds of their first name, then by id."""
    starts = np.cumsum([0, *map(len, names)]).tolist()
    first = [sounds[at] if own else "" for at, own in zip(starts, names, strict=False)]
    return np.array(sorted(range(len(first)), key=lambda at: (first[at], crowd.ids[at])))


def made_ready(names: Iterator[str]) -> Iterator[str]:
    """Names, made ready to be compared while what is read of them is still at hand."""
    for some in batched(names, _READ_AT_ONCE):
        shipped_engine().make_ready(some)
        yield from some


def _alike_in_name(crowd: Crowd, names: Names) -> Places:
    by_id = np.argsort(crowd.ranks).tolist()
    entries = [(crowd.ids[place], name) for place in by_id for name in names[place]]
    index = NameIndex(entries)
    found = index.candidates([name for _, name in entries], _NEAREST + 1)
    return _pairs(
        (crowd.place_of[key], crowd.place_of[other])
        for (key, _), others in zip(entries, found, strict=True)
        for other, _ in others
    )


def _alike_in_facts(crowd: Crowd, most: int) -> Places:
    """Pairs that share a value of which at most so many tell."""
    return _pairs(pair for sharers in crowd.sharers(most) for pair in combinations(sharers, 2))


def _places(crowd: Crowd, judged: Iterable[tuple[str, str]]) -> Iterator[tuple[int, int]]:
    judged = list(judged)
    named = {key for pair in judged for key in pair}
    place_of = {key: place for place, key in enumerate(crowd.ids) if key in named}
    for left, right in judged:
        if left in place_of and right in place_of:
            yield place_of[left], place_of[right]


def _pairs(pairs: Iterable[tuple[int, int]]) -> Places:
    return np.fromiter(chain.from_iterable(pairs), dtype=np.int64).reshape(-1, 2)


def _each_once(found: Iterable[Places], number: Places) -> Places:
    """Pairs as codes, ascending."""
    codes = [np.zeros(0, dtype=np.int64)]
    for pairs in found:
        codes.append(_codes(pairs, number))
        if sum(map(len, codes[1:])) > _WAITING:
            codes = [_ascending(np.concatenate(codes))]
    return _ascending(np.concatenate(codes))


def _ascending(codes: Places) -> Places:
    """Codes in order, each once; sorted where they stand, since `np.unique` takes far more room."""
    codes.sort()
    first = np.ones(len(codes), dtype=bool)
    np.not_equal(codes[1:], codes[:-1], out=first[1:])
    return codes[first]


def _without(codes: Places, out: Places) -> Places:
    """Ascending codes without some of them."""
    at = np.searchsorted(codes, out)
    there = at < len(codes)
    kept = np.ones(len(codes), dtype=bool)
    kept[at[there][codes[at[there]] == out[there]]] = False
    return codes[kept]


def _codes(pairs: Places, number: Places) -> Places:
    """Pairs of two persons as single numbers, the person whose number is lower first."""
    one, other = number[pairs].T
    codes = np.minimum(one, other) * len(number) + np.maximum(one, other)
    several: Places = codes[one != other]
    return several
