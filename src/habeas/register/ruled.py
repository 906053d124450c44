"""What goes out of decisions about promises: the ruling, and never by whom, when or why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from habeas.claims.identity import tie_id
from habeas.model.claims import Claim
from habeas.model.decisions import (
    EntryDecision,
    LinkDecision,
    LinkKey,
    RuledEntry,
    RuledLink,
    Ruling,
)
from habeas.model.pledges import LinkKind, Tie
from habeas.pledges.decided import moved_entry, moved_link, proposal_id
from habeas.pledges.meaning import link_id
from habeas.register.edition_cells import Row
from habeas.register.edition_parts import Parts, Query, first_of

_TOLD = (Ruling.ACCEPT, Ruling.REJECT)
"""Where somebody is not sure, nothing is decided for whoever reads it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """How ids of the register read in what goes out.

    Attributes:
        claims: Id of a claim → of the one that stands for it: corrected, without hidden names.
        reports: Id of a report → without hidden names. Ids that did not change are in neither.
    """

    claims: Mapping[str, str]
    reports: Mapping[str, str]


def ruled_links(
    decisions: Iterable[LinkDecision], moves: Moves, claims: Iterable[Claim], ties: Iterable[Tie]
) -> tuple[RuledLink, ...]:
    """The decisions on links whose words and meaning go out, in order.

    Args:
        decisions: Those that hold.
        moves: How their ids read in what goes out.
        claims: That go out.
        ties: That go out.
    """
    decisions = tuple(decisions)
    if not decisions:
        return ()
    public = {claim.id for claim in claims}
    by_report: dict[str, list[Tie]] = {}
    for tie in ties:
        by_report.setdefault(tie.report, []).append(tie)
    found: list[RuledLink] = []
    for each in decisions:
        key = moved_link(each.about, moves.claims, moves.reports)
        if key.kind is LinkKind.IS_MEANT:
            # Words keep their places when a name is taken out, so that the tie is found again.
            anchors = {_as_read(t, each.about.report): t.id for t in by_report.get(key.report, ())}
            key = replace(key, anchor=anchors.get(key.anchor, ""))
        elif key.anchor not in public:
            continue
        left = tuple(claim for claim in key.claims if claim in public)
        if key.anchor and left and each.ruling in _TOLD:
            found.append(RuledLink(about=_named(key, left, each), ruling=each.ruling))
    return tuple(found)


def ruled_entries(
    decisions: Iterable[EntryDecision], moves: Moves, claims: Iterable[Claim]
) -> tuple[RuledEntry, ...]:
    """The decisions on entries whose words stand in the object of a claim that goes out.

    Args:
        decisions: Those that hold.
        moves: How their ids read in what goes out.
        claims: That go out.
    """
    decisions = tuple(decisions)
    if not decisions:
        return ()
    objects = {claim.id: (claim.object or "").casefold() for claim in claims}
    found: list[RuledEntry] = []
    for each in decisions:
        key = moved_entry(each.about, moves.claims)
        left = tuple(claim for claim in key.claims if claim in objects)
        words = key.words.casefold()
        if each.ruling not in _TOLD or not any(words in objects[claim] for claim in left):
            continue
        if left != each.about.claims:
            # The id of the promise may hold a name that is taken out.
            made = proposal_id(" ".join(left), key.title, key.entry)
            key = replace(key, id=made, pledge="", claims=left)
        found.append(RuledEntry(about=key, ruling=each.ruling))
    return tuple(found)


def link_rows(links: Iterable[RuledLink]) -> Iterator[Row]:
    """The rows of what was decided about links, parents before their children."""
    for position, link in enumerate(links):
        about = link.about
        told = (about.id, about.kind, about.anchor, about.report, link.ruling)
        yield "link_ruling", (position, *told)
        for at, claim in enumerate(about.claims):
            yield "link_ruling_claim", (position, at, claim)


def links_in(query: Query) -> tuple[RuledLink, ...]:
    """What was decided about links, in the Edition's order."""
    claims = Parts(query, "1", ()).of("link_ruling_claim", "claim", key="link")
    rows = query(
        "SELECT position, id, kind, anchor, report, ruling FROM link_ruling ORDER BY position", ()
    )
    return tuple(
        RuledLink(
            about=LinkKey(
                id=row[1],
                kind=LinkKind(row[2]),
                anchor=row[3],
                report=row[4],
                claims=first_of(claims[(row[0],)]),
            ),
            ruling=Ruling(row[5]),
        )
        for row in rows
    )


def _as_read(tie: Tie, report: str) -> str:
    """Id of a tie where its report still has all its names."""
    return tie_id(replace(tie.passage, report=report), tie.cue)


def _named(key: LinkKey, claims: tuple[str, ...], decision: LinkDecision) -> LinkKey:
    about = decision.about
    if (key.anchor, key.report, claims) == (about.anchor, about.report, about.claims):
        return key
    return replace(key, id=link_id(key.kind, key.anchor, claims[0]), claims=claims)
