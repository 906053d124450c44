"""Rows whose spellings are alike, found among all spellings of two lists at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import batched, islice, product

from habeas.people.lists.listed import ListedPerson
from habeas.people.search import NameIndex
from habeas.people.spellings import fold_spelling

LIMIT = 12
"""Spellings that are looked at for each spelling, the likeliest."""

LEAST = 0.02
"""Least probability of two spellings being one name at which their rows are weighed: so little that
a birth date or a case number can outweigh it."""

_BATCH = 250
_MOST_NAMESAKES = 30

type Batches = Sequence[tuple[str, ...]]
type Watch = Callable[[Batches], Iterable[tuple[str, ...]]]
type Places = tuple[int, int]
"""Places of two rows in their lists, from 0."""

type _Spot = tuple[int, int]
"""Side (0 left, 1 right) and place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Rows with spellings alike, in order.

    Attributes:
        between: A row of the left list and one of the right.
        left, right: Two rows of one list, the smaller place first.
    """

    between: tuple[Places, ...]
    left: tuple[Places, ...]
    right: tuple[Places, ...]


def find_alike(
    left: Sequence[ListedPerson], right: Sequence[ListedPerson], *, watch: Watch
) -> Alike:
    """Seek every spelling among those of both lists.

    Equal spellings are one, so that a frequent name does not crowd out its neighbours;
    of those who share one, only the first thirty of each list are looked at.

    Args:
        left, right: Rows; those without a name are passed over.
        watch: Goes through batches of names; for showing how far it is.
    """
    spots, shown = _spellings((left, right))
    index = NameIndex(shown.items())
    found: set[tuple[_Spot, _Spot]] = set()
    for some in watch(list(batched(shown, _BATCH))):
        answers = index.search([shown[folded] for folded in some], LIMIT)
        for folded, hits in zip(some, answers, strict=True):
            for hit in hits:
                if hit.probability >= LEAST:
                    found.update(_meetings(spots[folded], spots[hit.id]))
    sides: tuple[list[Places], ...] = ([], [], [])
    for one, other in sorted(found):
        side = 2 if one[0] != other[0] else one[0]
        sides[side].append((one[1], other[1]))
    return Alike(left=tuple(sides[0]), right=tuple(sides[1]), between=tuple(sides[2]))


def _spellings(
    lists: Sequence[Sequence[ListedPerson]],
) -> tuple[Mapping[str, Sequence[_Spot]], dict[str, str]]:
    """Folded spelling → the rows that have it; folded spelling → as first written."""
    spots: dict[str, list[_Spot]] = defaultdict(list)
    shown: dict[str, str] = {}
    for side, listed in enumerate(lists):
        for place, person in enumerate(listed):
            for name in person.names:
                folded = fold_spelling(name)
                shown.setdefault(folded, name)
                spots[folded].append((side, place))
    return spots, shown


def _meetings(ones: Sequence[_Spot], others: Sequence[_Spot]) -> Iterator[tuple[_Spot, _Spot]]:
    """Two different rows, the smaller spot first."""
    for side, opposite in product((0, 1), repeat=2):
        some = islice((spot for spot in ones if spot[0] == side), _MOST_NAMESAKES)
        rest = islice((spot for spot in others if spot[0] == opposite), _MOST_NAMESAKES)
        yield from ((min(pair), max(pair)) for pair in product(some, rest) if pair[0] != pair[1])
