"""What judgements say together: which ids are one person, and which cannot be."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from habeas.model.people import Contradiction, Judgement, Verdict, Withdrawal

type Pair = tuple[str, str]

# The more cautious of two verdicts given at one moment stands.
_CAUTION = {Verdict.SAME: 0, Verdict.UNSURE: 1, Verdict.DIFFERENT: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A judgement between the nodes that its two ids stand for."""

    left: str
    right: str
    judgement: Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """Judgements after the later replaced the earlier, and what they come to.

    Attributes:
        same: SAME judgements that are followed, by time.
        contradictions: SAME judgements that are not followed, by time.
    """

    same: tuple[Edge, ...]
    contradictions: tuple[Contradiction, ...]


def settle_judgements(judgements: Iterable[Judgement], stands_for: Mapping[str, str]) -> Settlement:
    """Follow judgements in order of time, as edges that can be taken back.

    The last judgement on a pair replaces those before it. A SAME judgement that
    would join, over others, a pair judged DIFFERENT is kept out and reported. The
    order in which judgements are given changes nothing.

    Args:
        judgements: In any order.
        stands_for: Id of a mention → id of the person it is part of; an id that is
            missing stands for itself.
    """
    current = _last_words(judgements, stands_for)
    apart: dict[str, dict[str, Edge]] = defaultdict(dict)
    for edge in current:
        if edge.judgement.verdict is Verdict.DIFFERENT:
            apart[edge.left][edge.right] = edge
            apart[edge.right][edge.left] = edge
    groups: dict[str, set[str]] = {}
    followed: list[Edge] = []
    contradictions: list[Contradiction] = []
    for edge in current:
        if edge.judgement.verdict is not Verdict.SAME:
            continue
        left = groups.setdefault(edge.left, {edge.left})
        right = groups.setdefault(edge.right, {edge.right})
        broken = None if left is right else _broken(left, right, apart)
        if broken is not None:
            contradictions.append(_contradiction(followed, edge, broken))
            continue
        followed.append(edge)
        if left is not right:
            left |= right
            groups.update(dict.fromkeys(right, left))
    return Settlement(same=tuple(followed), contradictions=tuple(contradictions))


def judgement_id(judgement: Judgement) -> str:
    """Id of one judgement, by which it can be withdrawn: the same wherever it is kept."""
    at = judgement.at.astimezone(UTC).isoformat()
    sides = sorted((judgement.left, judgement.right))
    told = (*sides, judgement.verdict.value, judgement.reason, judgement.by, at)
    return "j" + sha256("\x1f".join(told).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def standing_judgements(
    judgements: Iterable[Judgement], withdrawals: Iterable[Withdrawal]
) -> tuple[Judgement, ...]:
    """The judgements that nobody has withdrawn.

    A withdrawn judgement counts as if it had never been made: what it joined or parted
    is again as it was, and a judgement it replaced holds again. To give it again is
    another judgement, made at another moment.

    Args:
        judgements: In any order.
        withdrawals: In any order, of these judgements and others.

    Returns:
        In the order given.
    """
    withdrawn = {withdrawal.judgement for withdrawal in withdrawals}
    return tuple(each for each in judgements if judgement_id(each) not in withdrawn)


def judged_apart(judgements: Iterable[Judgement]) -> frozenset[str]:
    """Every id that a judgement still in force sets apart from another."""
    return frozenset(
        node
        for edge in _last_words(judgements, {})
        if edge.judgement.verdict is Verdict.DIFFERENT
        for node in (edge.left, edge.right)
    )


def join[Node: Hashable](
    nodes: Iterable[Node], edges: Iterable[tuple[Node, Node]]
) -> tuple[frozenset[Node], ...]:
    """Connected groups of nodes, each node in exactly one; the order says nothing."""
    groups: dict[Node, set[Node]] = {node: {node} for node in nodes}
    for left, right in edges:
        one = groups.setdefault(left, {left})
        other = groups.setdefault(right, {right})
        if one is other:
            continue
        if len(one) < len(other):
            one, other = other, one
        one |= other
        for node in other:
            groups[node] = one
    return tuple(frozenset(group) for group in {id(g): g for g in groups.values()}.values())


class JudgementsAbout:
    """Judgements found again by the ids that they are about."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        """Take judgements in their order."""
        self._judgements = tuple(judgements)
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, judgement in enumerate(self._judgements):
            for node in (judgement.left, judgement.right):
                self._places[node].append(place)

    def __call__(self, nodes: Iterable[str]) -> tuple[Judgement, ...]:
        """Those about any of some ids, in their order, each once."""
        found = {place for node in nodes for place in self._places.get(node, ())}
        return tuple(self._judgements[place] for place in sorted(found))


def _last_words(judgements: Iterable[Judgement], stands_for: Mapping[str, str]) -> list[Edge]:
    last: dict[Pair, Edge] = {}
    for judgement in judgements:
        left, right = sorted(
            stands_for.get(node, node) for node in (judgement.left, judgement.right)
        )
        known = last.get((left, right))
        if left != right and (known is None or _weight(judgement) > _weight(known.judgement)):
            last[left, right] = Edge(left=left, right=right, judgement=judgement)
    return sorted(last.values(), key=_by_time)


def _weight(judgement: Judgement) -> tuple[datetime, int, str, str, str, str]:
    caution = _CAUTION[judgement.verdict]
    ids = sorted((judgement.left, judgement.right))
    return (judgement.at, caution, judgement.by, judgement.reason, ids[0], ids[1])


def _by_time(edge: Edge) -> tuple[datetime, str, str]:
    return (edge.judgement.at, edge.left, edge.right)


def _broken(
    left: Collection[str], right: Collection[str], apart: Mapping[str, Mapping[str, Edge]]
) -> Edge | None:
    """The earliest DIFFERENT judgement between two groups."""
    small, large = sorted((left, right), key=len)
    found = (
        edge for node in small for other, edge in apart.get(node, {}).items() if other in large
    )
    return min(found, key=_by_time, default=None)


def _contradiction(followed: Iterable[Edge], kept_out: Edge, different: Edge) -> Contradiction:
    """Say which SAME judgements lead from one of the two judged different to the other."""
    edges: dict[str, list[tuple[str, Edge]]] = defaultdict(list)
    for edge in (*followed, kept_out):
        edges[edge.left].append((edge.right, edge))
        edges[edge.right].append((edge.left, edge))
    came: dict[str, tuple[str, Edge] | None] = {different.left: None}
    queue = deque([different.left])
    while queue and different.right not in came:
        node = queue.popleft()
        for other, edge in edges[node]:
            if other not in came:
                came[other] = (node, edge)
                queue.append(other)
    chain: list[Edge] = []
    step = came.get(different.right)
    while step is not None:
        node, edge = step
        if edge is not kept_out:
            chain.append(edge)
        step = came[node]
    return Contradiction(
        kept_out=kept_out.judgement,
        different=different.judgement,
        chain=tuple(edge.judgement for edge in sorted(chain, key=_by_time)),
    )
