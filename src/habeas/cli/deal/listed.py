"""Whom pledges may mean on lists of sanctions, and what became of them there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from habeas.model.pledges import Chain, DealLine, LineSide
from habeas.model.sanctions import EntryChange, TargetProposal

if TYPE_CHECKING:
    from habeas.cli.sanctions.editions import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A proposal with an id by which a person can reject it."""

    id: str
    proposal: TargetProposal


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Proposals, and the changes of the entries that are proposed.

    Attributes:
        proposals: By pledge.
        changes: In the order of the editions.
    """

    proposals: tuple[Proposed, ...] = ()
    changes: tuple[ListedChange, ...] = ()

    def without(self, rejected: Collection[str]) -> Listed:
        """What is left without some proposals, and without what only they speak of."""
        kept = tuple(one for one in self.proposals if one.id not in rejected)
        entries = {one.proposal.entity.id for one in kept}
        changes = tuple(one for one in self.changes if one.change.entity.id in entries)
        return replace(self, proposals=kept, changes=changes)

    def of(self, pledge: str) -> tuple[tuple[Proposed, tuple[ListedChange, ...]], ...]:
        """The proposals of a pledge, each with what became of its entry."""
        return tuple(
            (
                one,
                tuple(c for c in self.changes if c.change.entity.id == one.proposal.entity.id),
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
                    if c.change.entity.id == one.proposal.entity.id
                ],
            }
            for one in self.proposals
        ]


def listed_on(files: Sequence[Path], chains: Iterable[Chain]) -> Listed:
    """Look pledges up on editions of a list, and compare each edition with the next.

    Raises:
        Stop, UnreadableSanctions: A file cannot be read.
    """
    if not files:
        return Listed()
    from habeas.cli.sanctions.editions import file_edition
    from habeas.pledges.sanctions import propose_targets

    editions = [file_edition(path) for path in files]
    entities = {e.id: e for edition in editions for e in edition.found.entities}
    pledges = [chain.pledge for chain in chains]
    proposals = tuple(
        Proposed(id=_id(one), proposal=one) for one in propose_targets(pledges, entities.values())
    )
    wanted = {one.proposal.entity.id for one in proposals}
    changes = [
        change
        for old, new in pairwise(editions)
        if old.title == new.title
        for change in _changes(old, new, wanted)
    ]
    return Listed(proposals=proposals, changes=tuple(changes))


def _changes(old: Edition, new: Edition, wanted: Collection[str]) -> list[ListedChange]:
    from habeas.pledges.sanctions import compare_editions

    issued = new.found.issued
    return [
        ListedChange(
            title=new.title,
            since=old.told_day,
            until=new.told_day,
            day=issued.latest if issued is not None else None,
            change=change,
        )
        for change in compare_editions(old.found, new.found).changes
        if change.entity.id in wanted
    ]


def _id(proposal: TargetProposal) -> str:
    return "t" + sha256(f"{proposal.promised}\x1f{proposal.entity.id}".encode()).hexdigest()[:12]
