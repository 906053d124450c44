"""Which links and proposed entries a person decided about, told again among those of now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Protocol

from habeas.model.decisions import EntryKey, LinkKey, Ruling
from habeas.model.pledges import LinkKind, Pledge, PledgeLink
from habeas.model.sanctions import TargetProposal


class OnLink(Protocol):
    """A LinkDecision or a RuledLink."""

    @property
    def about(self) -> LinkKey:
        """The link."""

    @property
    def ruling(self) -> Ruling:
        """What was decided."""


class OnEntry(Protocol):
    """An EntryDecision or a RuledEntry."""

    @property
    def about(self) -> EntryKey:
        """The entry and the promise."""

    @property
    def ruling(self) -> Ruling:
        """What was decided."""


def proposal_id(pledge: str, title: str, entry: str) -> str:
    """An id that is the same for the same promise, list and entry: `t` and twelve hex digits."""
    parts = f"{pledge}\x1f{title}\x1f{entry}"
    return "t" + sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def link_key(link: PledgeLink) -> LinkKey:
    """What a decision about a link is about."""
    return LinkKey(
        id=link.id,
        kind=link.kind,
        anchor=link.claim,
        report=link.report,
        # The claim with the condition is the anchor, and no part of what would meet it.
        claims=tuple(claim for claim in link.claims if claim != link.claim),
    )


def entry_key(proposal: TargetProposal, title: str, pledge: Pledge) -> EntryKey:
    """What a decision about a proposed entry is about.

    Args:
        proposal: From `propose_targets`.
        title: What the list is called.
        pledge: The one that the proposal is of.
    """
    return EntryKey(
        id=proposal_id(pledge.id, title, proposal.entity.id),
        title=title,
        entry=proposal.entity.id,
        words=proposal.words,
        pledge=pledge.id,
        claims=pledge.claims,
    )


def decided_links[D: OnLink](links: Iterable[PledgeLink], decisions: Iterable[D]) -> dict[str, D]:
    """The decision on each link that there is one on, by id of the link.

    A link is told again by its id; else by its kind, its anchor and a claim; else, where the
    words of a tie moved in their report, by its kind, its report and a claim, if only one link
    of now can be meant. Of several decisions that fit, the later counts.

    Args:
        links: Of now.
        decisions: Those that hold, in the order in which they were made.
    """
    there = {link.id: link for link in links}
    made = tuple(decisions)
    found = {each.about.id: each for each in made if each.about.id in there}
    again: dict[str, D] = {}
    for each in made:
        if each.about.id in there:
            continue
        alike = _alike(each.about, there.values())
        again |= {link.id: each for link in alike if link.id not in found}
    return {**again, **found}


def rejected_links(links: Iterable[PledgeLink], decisions: Iterable[OnLink]) -> frozenset[str]:
    """Ids of the links that a person rejected; they hold no more."""
    decided = decided_links(links, decisions)
    return frozenset(key for key, each in decided.items() if each.ruling is Ruling.REJECT)


def decided_entries[D: OnEntry](
    entries: Iterable[EntryKey], decisions: Iterable[D]
) -> dict[str, D]:
    """The decision on each proposed entry that there is one on, by id of the proposal.

    A proposal is told again by its id; else by the list, the entry, the words in whatever
    case, and a claim. Of several decisions that fit, the later counts.

    Args:
        entries: What is proposed now.
        decisions: Those that hold, in the order in which they were made.
    """
    made = tuple(decisions)
    found: dict[str, D] = {}
    for entry in entries:
        own = [each for each in made if each.about.id == entry.id]
        fitting = own or [each for each in made if _is_same_entry(each.about, entry)]
        if fitting:
            found[entry.id] = fitting[-1]
    return found


def moved_link(key: LinkKey, claims: Mapping[str, str], reports: Mapping[str, str]) -> LinkKey:
    """The same link by other ids of claims and reports; those that are not given stay."""
    return replace(
        key,
        anchor=claims.get(key.anchor, key.anchor),
        report=reports.get(key.report, key.report),
        claims=tuple(dict.fromkeys(claims.get(claim, claim) for claim in key.claims)),
    )


def moved_entry(key: EntryKey, claims: Mapping[str, str]) -> EntryKey:
    """The same entry by other ids of claims; those that are not given stay."""
    return replace(
        key, claims=tuple(dict.fromkeys(claims.get(claim, claim) for claim in key.claims))
    )


def _alike(key: LinkKey, links: Collection[PledgeLink]) -> list[PledgeLink]:
    shared = [
        link
        for link in links
        if link.kind is key.kind
        and link.report == key.report
        and not set(key.claims).isdisjoint(link.claims)
    ]
    anchored = [link for link in shared if link.claim == key.anchor]
    if anchored or key.kind is LinkKind.MEETS_CONDITION:
        return anchored
    return shared if len(shared) == 1 else []


def _is_same_entry(key: EntryKey, entry: EntryKey) -> bool:
    return (
        (key.title, key.entry) == (entry.title, entry.entry)
        and key.words.casefold() == entry.words.casefold()
        and not set(key.claims).isdisjoint(entry.claims)
    )
