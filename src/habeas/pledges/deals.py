"""Releases and pledges that speakers tie together, or deny to be tied; never by our word."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from habeas.events.atoms import tells_of_release
from habeas.model.claims import Claim
from habeas.model.events import Event
from habeas.model.pledges import Deal, Pledge, PledgeLink, Tie
from habeas.pledges.meaning import Bench, bench_of, meant_by

type _Node = tuple[str, str]
"""`event` or `pledge`, and its id."""

_EVENT, _PLEDGE = "event", "pledge"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tied:
    """A tie with what it ties, and the links that this rests on."""

    tie: Tie
    nodes: frozenset[_Node]
    links: tuple[PledgeLink, ...]


def deals_of(
    events: Iterable[Event],
    pledges: Iterable[Pledge],
    ties: Iterable[Tie],
    claims: Iterable[Claim],
    *,
    rejected: Collection[str] = (),
) -> tuple[Deal, ...]:
    """Put together what speakers tie: each deal is what ties, asserted or denied, reach.

    A release and a pledge stand in one deal only where somebody says, or denies, that one is
    done for the other. Where the words of a side are a claim, that claim says which event or
    pledge is meant; where they only speak of one ("the release of 52 prisoners", "an
    exchange"), what they are taken to mean is a link with its reason, which may be rejected.

    Args:
        events: From `group_events`; those of releases are looked at.
        pledges: From `pledges_of`.
        ties: From `extract_ties`.
        claims: All of them.
        rejected: Ids of links that do not hold.

    Returns:
        In order of the first tie of each; empty where nobody ties anything. A tie that ties
        nothing known is left out.
    """
    told = tuple(claims)
    freeing = {claim.id for claim in told if tells_of_release(claim)}
    releases = [event for event in events if freeing & set(event.claims)]
    promised = list(pledges)
    bench = bench_of(releases, promised, told)
    tied = [found for tie in ties if (found := _tied(tie, bench, rejected)).nodes]
    places = {node: at for at, node in enumerate(_nodes(releases, promised))}
    return tuple(_deal(group, places) for group in _together(tied))


def _nodes(events: Iterable[Event], pledges: Iterable[Pledge]) -> list[_Node]:
    dated = sorted(
        events, key=lambda e: e.when.earliest.isoformat() if e.when and e.when.earliest else "~"
    )
    return [*((_EVENT, e.id) for e in dated), *((_PLEDGE, p.id) for p in pledges)]


def _tied(tie: Tie, bench: Bench, rejected: Collection[str]) -> _Tied:
    """What a tie ties: by the claims of its sides, else by what their words are taken to mean."""
    nodes: set[_Node] = set()
    for claim in (*tie.given.claims, *tie.got.claims):
        nodes |= {(_EVENT, bench.event_of[claim])} if claim in bench.event_of else set()
        nodes |= {(_PLEDGE, bench.pledge_of[claim])} if claim in bench.pledge_of else set()
    links = [link for link in meant_by(tie, bench) if link.id not in rejected]
    for link in links:
        nodes |= {(_EVENT, link.event)} if link.event is not None else set()
        nodes |= {(_PLEDGE, link.pledge)} if link.pledge is not None else set()
    return _Tied(tie=tie, nodes=frozenset(nodes), links=tuple(links))


def _together(tied: Sequence[_Tied]) -> list[list[_Tied]]:
    """Ties that share an event or a pledge, directly or through others."""
    group_of: dict[_Node, int] = {}
    groups: dict[int, list[_Tied]] = {}
    for at, one in enumerate(tied):
        found = {group_of[node] for node in one.nodes if node in group_of}
        merged = [t for key in sorted(found) for t in groups.pop(key)] + [one]
        groups[at] = merged
        group_of |= {node: at for each in merged for node in each.nodes}
    return sorted(groups.values(), key=lambda group: tied.index(group[0]))


def _deal(group: Sequence[_Tied], places: Mapping[_Node, int]) -> Deal:
    nodes = sorted({n for one in group for n in one.nodes}, key=lambda n: places[n])
    events = tuple(id_ for kind, id_ in nodes if kind == _EVENT)
    pledges = tuple(id_ for kind, id_ in nodes if kind == _PLEDGE)
    key = "\x1f".join(sorted((*events, *pledges)))
    links = {link.id: link for one in group for link in one.links}
    return Deal(
        id="d" + sha256(key.encode()).hexdigest()[:12],
        events=events,
        pledges=pledges,
        ties=tuple(one.tie for one in group),
        links=tuple(links.values()),
    )
