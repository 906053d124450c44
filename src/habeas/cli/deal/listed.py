"""Whom pledges may mean on lists of sanctions, and what became of them there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from habeas.model.decisions import EntryDecision, EntryKey, Ruling
from habeas.model.pledges import Chain, DealLine, LineSide, Pledge
from habeas.model.sanctions import EntryChange, ListedEntity, TargetProposal
from habeas.pledges.decided import decided_entries, entry_key

if TYPE_CHECKING:
    from habeas.cli.sanctions.editions import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A proposal with what a person decided about it.

    Attributes:
        key: What a decision is about; its id is the one shown.
        proposal: Why it is proposed.
        decision: The one that stands; None where nobody has decided it.
    """

    key: EntryKey
    proposal: TargetProposal
    decision: EntryDecision | None = None

    @property
    def id(self) -> str:
        """By which a person can decide about it, or do without it."""
        return self.key.id

    @property
    def is_rejected(self) -> bool:
        """True where a person decided that it is not meant."""
        return self.decision is not None and self.decision.ruling is Ruling.REJECT


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedChange:
    """What became of one entry between two editions.

    Attributes:
        title: Of the list.
        since, until: Days of the editions, or their files.
        day: Of the newer, None where the list does not say.
        change: What changed.
    """

    title: str
    since: str
    until: str
    day: date | None
    change: EntryChange

    @property
    def entry(self) -> tuple[str, str]:
        """The list and the id of the entry on it."""
        return self.title, self.change.entity.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Proposals, and the changes of the entries that are proposed.

    Attributes:
        proposals: By list, then by pledge.
        changes: In the order of the editions.
        rejected: Proposals that a person decided not to be meant.
    """

    proposals: tuple[Proposed, ...] = ()
    changes: tuple[ListedChange, ...] = ()
    rejected: tuple[Proposed, ...] = ()

    @property
    def meant(self) -> frozenset[tuple[str, str]]:
        """Lists and ids of the entries of which a person decided that they are meant."""
        return frozenset(
            (one.key.title, one.key.entry)
            for one in self.proposals
            if one.decision is not None and one.decision.ruling is Ruling.ACCEPT
        )

    def without(self, rejected: Collection[str]) -> Listed:
        """What is left without some proposals, and without what only they speak of."""
        kept = tuple(one for one in self.proposals if one.id not in rejected)
        entries = {(one.key.title, one.key.entry) for one in kept}
        changes = tuple(one for one in self.changes if one.entry in entries)
        return replace(self, proposals=kept, changes=changes)

    def of(self, pledge: str) -> tuple[tuple[Proposed, tuple[ListedChange, ...]], ...]:
        """The proposals of a pledge, each with what became of its entry."""
        return tuple(
            (
                one,
                tuple(c for c in self.changes if c.entry == (one.key.title, one.key.entry)),
            )
            for one in self.proposals
            if one.proposal.promised == pledge
        )

    def lines(self, pledges: Iterable[str]) -> tuple[DealLine, ...]:
        """What became of the entries that some pledges may mean, as lines of a time line."""
        return tuple(
            DealLine(
                earliest=change.day,
                latest=change.day,
                side=LineSide.LISTED,
                kind=change.change.kind.value,
                of=change.change.entity.id,
                words="; ".join((change.change.entity.name, *change.change.licences)),
                account=change.title,
            )
            for pledge in pledges
            for _, changes in self.of(pledge)
            for change in changes
        )

    def document(self) -> list[dict[str, object]]:
        """Plain JSON values: each proposal with the changes of its entry."""
        return [
            {
                "id": one.id,
                "list": one.key.title,
                "ruling": one.decision.ruling.value if one.decision is not None else None,
                "pledge": one.proposal.promised,
                "entity": one.proposal.entity.id,
                "name": one.proposal.name.text,
                "words": one.proposal.words,
                "likeness": one.proposal.likeness,
                "reasons": list(one.proposal.reasons),
                "doubts": list(one.proposal.doubts),
                "changes": [
                    {
                        "list": c.title,
                        "from": c.since,
                        "to": c.until,
                        "kind": c.change.kind.value,
                        "place": c.change.entity.place,
                        "licences": list(c.change.licences),
                    }
                    for c in self.changes
                    if c.entry == (one.key.title, one.key.entry)
                ],
            }
            for one in self.proposals
        ]


def listed_on(
    editions: Sequence[Edition], chains: Iterable[Chain], decisions: Sequence[EntryDecision] = ()
) -> Listed:
    """Look pledges up on editions of lists, and compare each edition with the next.

    Args:
        editions: Of each list the oldest first.
        chains: The pledges.
        decisions: About entries, those that hold, in the order in which they were made.
    """
    pledges = {chain.pledge.id: chain.pledge for chain in chains}
    found: list[Proposed] = []
    for title in dict.fromkeys(edition.title for edition in editions):
        entities = {
            entity.id: entity
            for edition in editions
            if edition.title == title
            for entity in edition.found.entities
        }
        found += _proposed(title, entities.values(), pledges)
    decided = decided_entries((one.key for one in found), decisions)
    told = [replace(one, decision=decided.get(one.id)) for one in found]
    wanted = {(one.key.title, one.key.entry) for one in told if not one.is_rejected}
    changes = [
        change
        for old, new in pairwise(editions)
        if old.title == new.title
        for change in _changes(old, new)
        if change.entry in wanted
    ]
    return Listed(
        proposals=tuple(one for one in told if not one.is_rejected),
        changes=tuple(changes),
        rejected=tuple(one for one in told if one.is_rejected),
    )


def _proposed(
    title: str, entities: Iterable[ListedEntity], pledges: Mapping[str, Pledge]
) -> list[Proposed]:
    from habeas.pledges.sanctions import propose_targets

    return [
        Proposed(key=entry_key(one, title, pledges[one.promised]), proposal=one)
        for one in propose_targets(pledges.values(), entities)
    ]


def _changes(old: Edition, new: Edition) -> Iterator[ListedChange]:
    from habeas.pledges.sanctions import compare_editions

    issued = new.found.issued
    for change in compare_editions(old.found, new.found).changes:
        yield ListedChange(
            title=new.title,
            since=old.told_day,
            until=new.told_day,
            day=new.day or (issued.latest if issued is not None else None),
            change=change,
        )
