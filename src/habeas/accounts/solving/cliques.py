"""Coordinates that are mentioned together, arranged in a tree.

A table over all coordinates at once would have a cell for each combination. Where the graph of
what is mentioned together is triangulated, tables over its maximal cliques suffice: as long as
neighbours in the tree agree on what they share, there is one table over everything of which
they all are margins, and for whole numbers one of whole numbers (A. Dobra and S. Fienberg,
"Bounds for cell entries in contingency tables given marginal totals and decomposable graphs",
PNAS 97, 2000).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import prod

MOST_CELLS_OF_ONE = 2_048
"""Cells of one table; a wider one is not built."""

MOST_CELLS = 3_000
"""Cells of all tables of one system."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two tables, by number, and the coordinates on which they have to agree."""

    left: int
    right: int
    shared: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Which tables there are, and where they have to agree.

    Attributes:
        scopes: Coordinates of each table, ascending.
        links: Where tables have to agree; each table has at least one, unless it is alone.
        is_exact: Tables that agree are always margins of one table over everything.
    """

    scopes: tuple[tuple[int, ...], ...]
    links: tuple[Link, ...]
    is_exact: bool


def arrange(sizes: Sequence[int], scopes: Iterable[Collection[int]]) -> Tables | None:
    """Tables that hold every scope; None where they would be too large.

    Where the triangulated ones are too large, those of the scopes alone are given: they have
    to agree on each coordinate and along a widest tree, which is less than what is needed, so
    that more is taken for possible than is.
    """
    wanted = {frozenset(scope) for scope in scopes}
    cliques = _triangulated(sizes, wanted)
    if cliques is not None:
        exact = _tree(cliques)
        if _fits(sizes, exact):
            return exact
    loose = _loose(range(len(sizes)), wanted)
    return loose if _fits(sizes, loose) else None


def apart(sizes: Sequence[int]) -> Tables:
    """A table of each coordinate alone; they agree on the number of people and nothing else."""
    scopes = tuple((coordinate,) for coordinate in range(len(sizes))) or ((),)
    links = tuple(Link(left=0, right=number, shared=()) for number in range(1, len(scopes)))
    return Tables(scopes=scopes, links=links, is_exact=False)


def cells(sizes: Sequence[int], scope: Iterable[int]) -> int:
    """Number of cells of a table."""
    return prod([sizes[coordinate] for coordinate in scope])


def _fits(sizes: Sequence[int], tables: Tables) -> bool:
    each = [_excess(sizes, scope) for scope in tables.scopes]
    return max(each) <= MOST_CELLS_OF_ONE and sum(each) <= MOST_CELLS


def _excess(sizes: Sequence[int], scope: Collection[int]) -> int:
    """Number of cells; 0 where there are at most twice as many as one coordinate has."""
    count = cells(sizes, scope)
    return 0 if count <= 2 * max((sizes[each] for each in scope), default=1) else count


def _triangulated(
    sizes: Sequence[int], scopes: Collection[frozenset[int]]
) -> list[tuple[int, ...]] | None:
    """Maximal cliques once vertices are eliminated, least fill first; None if one is too wide."""
    around: list[set[int]] = [set() for _ in sizes]
    for scope in scopes:
        for vertex in scope:
            around[vertex] |= scope
    for vertex, beside in enumerate(around):
        beside.discard(vertex)
    rank = {each: (_fill(each, around), len(around[each]), each) for each in range(len(sizes))}
    found: list[frozenset[int]] = []
    while rank:
        vertex = min(rank, key=rank.__getitem__)
        beside = around[vertex]
        found.append(frozenset((vertex, *beside)))
        if _excess(sizes, found[-1]) > MOST_CELLS_OF_ONE:
            return None
        changed = set(beside)
        for other in beside:
            changed |= around[other]
            around[other] |= beside
            around[other] -= {vertex, other}
        del rank[vertex]
        for each in changed & rank.keys():
            rank[each] = (_fill(each, around), len(around[each]), each)
    return _maximal(found)


def _fill(vertex: int, around: Sequence[set[int]]) -> int:
    """How many pairs of neighbours are not neighbours of each other."""
    beside = around[vertex]
    return sum(len(beside) - 1 - len(around[other] & beside) for other in beside) // 2


def _maximal(scopes: Iterable[frozenset[int]]) -> list[tuple[int, ...]]:
    """Those that are within no other; one that is empty where there is none."""
    kept: list[frozenset[int]] = []
    for scope in sorted(set(scopes), key=lambda each: (-len(each), sorted(each))):
        if not any(scope <= other for other in kept):
            kept.append(scope)
    return [tuple(sorted(scope)) for scope in kept] or [()]


def _tree(scopes: Sequence[tuple[int, ...]]) -> Tables:
    """The tree whose links share most (for cliques of a triangulated graph, a junction tree)."""
    members = [frozenset(scope) for scope in scopes]
    links = []
    # The link to the tree so far that shares most, for each table outside.
    best = {number: (len(members[number] & members[0]), 0) for number in range(1, len(scopes))}
    while best:
        number = min(best, key=lambda each: (-best[each][0], each))
        _, inside = best.pop(number)
        shared = tuple(sorted(members[number] & members[inside]))
        links.append(Link(left=inside, right=number, shared=shared))
        for other, (width, _) in best.items():
            wider = len(members[other] & members[number])
            if wider > width:
                best[other] = (wider, number)
    return Tables(scopes=tuple(scopes), links=tuple(links), is_exact=True)


def _loose(coordinates: Iterable[int], scopes: Collection[frozenset[int]]) -> Tables:
    """Tables of the scopes as they are, with one of each coordinate alone among them."""
    wide = [scope for scope in _maximal(scopes) if len(scope) > 1]
    single = [(coordinate,) for coordinate in coordinates]
    tree = _tree([*single, *wide])
    links = {(link.left, link.right, link.shared) for link in tree.links if link.shared}
    first = len(single)
    links |= {
        (coordinate, first + number, (coordinate,))
        for number, scope in enumerate(wide)
        for coordinate in scope
    }
    links |= {(0, number, ()) for number in range(1, len(single))}
    return Tables(
        scopes=(*single, *wide),
        links=tuple(
            Link(left=left, right=right, shared=shared) for left, right, shared in sorted(links)
        ),
        is_exact=False,
    )
