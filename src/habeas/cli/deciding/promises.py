"""`habeas decide` of what `habeas deal` shows: what words mean, and whom of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.cli.exits import Exit, Stop

if TYPE_CHECKING:
    from habeas.cli.deal.kept import Kept
    from habeas.model.decisions import EntryDecision, LinkDecision, Ruling
    from habeas.store.decisions import Decision


def is_of_promise(thing: str) -> bool:
    """True of the id of a link or of a proposal, as `habeas deal` shows them."""
    return thing[:1] in ("k", "t") and len(thing) == 13


def decide_promise(thing: str, ruling: str, made: Decision, *, dry_run: bool) -> None:
    """Keep a decision about a link or a proposed entry, or take the last one back.

    Raises:
        Stop: Nothing in the register has this id, or nothing is decided about it.
        StoreError: The database refused.
    """
    from habeas.cli.deal.kept import open_promises
    from habeas.model.decisions import Ruling

    kept = open_promises()
    if ruling == Ruling.UNDO:
        decision = _standing(thing, kept)
        if not dry_run:
            from habeas.store.promise_decisions import take_back

            take_back(decision, made)
        return
    decision = _about(thing, Ruling(ruling), made, kept)
    if not dry_run:
        from habeas.store.promise_decisions import decide

        decide(decision)


def _about(thing: str, ruling: Ruling, made: Decision, kept: Kept) -> LinkDecision | EntryDecision:
    from habeas.cli.deal.listed import listed_on
    from habeas.model.decisions import EntryDecision, LinkDecision
    from habeas.pledges.decided import link_key

    by, at, reason = made.by, made.at, made.reason
    link = kept.promises.links.get(thing)
    if link is not None:
        return LinkDecision(about=link_key(link), ruling=ruling, reason=reason, by=by, at=at)
    for one in listed_on(kept.editions, kept.promises.arranged.chains).proposals:
        if one.id == thing:
            return EntryDecision(about=one.key, ruling=ruling, reason=reason, by=by, at=at)
    raise _nothing()


def _standing(thing: str, kept: Kept) -> LinkDecision | EntryDecision:
    """The decision that stands on what has this id now, or had it when it was made."""
    from habeas.cli.deal.listed import listed_on

    promises = kept.promises
    found = promises.link_decisions.get(thing)
    if found is not None:
        return found
    decided = promises.entry_decisions
    for entry in decided:
        if entry.about.id == thing:
            return entry
    listed = listed_on(kept.editions, promises.arranged.chains, decided)
    for one in (*listed.proposals, *listed.rejected):
        if one.id == thing and one.decision is not None:
            return one.decision
    raise _nothing()


def _nothing() -> Stop:
    return Stop(
        Exit.USAGE,
        what="nothing in the register has this id",
        remedy="take an id that habeas deal shows under Assumed or Lists",
    )
