"""Persons who may be one, with what speaks for and against it; a person decides."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

import numpy as np

from habeas.model.people import Band, Judgement, Person, PersonMatch
from habeas.people.candidates import ALL_PAIRS, Names, made_ready, pairs_to_weigh
from habeas.people.comparison.compare import compare_ahead
from habeas.people.evidence import Crowd, Particulars, Scales
from habeas.people.evidence.weights import weight_table
from habeas.people.spellings import ids_of

POSSIBLE = weight_table().least[Band.POSSIBLE]
"""Least score of a proposal."""


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
    few = [group for group in groups if len(group) <= ALL_PAIRS]
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
    yield from matches_among(crowd, names, _judged(listed, judgements), least)


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
    scales = Scales(crowd)
    for left, right in pairs_to_weigh(crowd, names, judged, made_ready):
        yield from scales.matches(left, right, least)


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
    scales = Scales(crowd)
    asked = np.array([p.id in those for p in listed], dtype=bool)
    for left, right in pairs_to_weigh(crowd, [p.names for p in listed], ()):
        kept = asked[left] | asked[right]
        yield from scales.matches(left[kept], right[kept], least)


def _judged(people: Iterable[Person], judgements: Iterable[Judgement]) -> set[tuple[str, str]]:
    """Pairs of ids of persons about whom somebody judged, whatever the verdict."""
    judged = tuple(judgements)
    nodes = {node for j in judged for node in (j.left, j.right)}
    if not nodes:
        return set()
    owner = {node: p.id for p in people for node in ids_of(p) & nodes}
    return {(owner.get(j.left, j.left), owner.get(j.right, j.right)) for j in judged}
