"""What lists of sanctions say of whom promises may mean, as far as it may go out.

Lists are published by governments; that somebody is withheld here is not. An entry that
names a withheld person anywhere is left out whole, for its row could be looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from habeas.model.claims import Claim
from habeas.model.decisions import RuledEntry, Ruling
from habeas.model.listings import DatedList, ListEdition, Listing
from habeas.model.pledges import Pledge
from habeas.model.sanctions import TargetProposal
from habeas.pledges.board import pledges_of
from habeas.pledges.decided import decided_entries, entry_key
from habeas.pledges.sanctions import propose_targets
from habeas.pledges.sanctions.history import ListHistory, histories_of
from habeas.register.veil import Veil


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What goes out of lists.

    Attributes:
        editions: All that promises were looked up on, by list and day.
        listings: By pledge in order of their first claims, then by list.
    """

    editions: tuple[ListEdition, ...] = ()
    listings: tuple[Listing, ...] = ()


def listed_in(
    claims: Iterable[Claim],
    veil: Veil,
    lists: Iterable[DatedList],
    decisions: Sequence[RuledEntry],
    as_of: date,
) -> Listed:
    """Look the promises that go out up on lists.

    Args:
        claims: Those that go out; nothing else is looked up.
        veil: What took the names out of them.
        lists: Editions by title and day.
        decisions: Those that go out; what a person rejected is left out.
        as_of: Day the register answers for, inclusive; later editions do not count.
    """
    # Most registers hold no list, and claims are many; no list is read where nothing needs it.
    pledges = [each for each in pledges_of(claims) if each.object] if lists else []
    if not pledges:
        return Listed()
    told = histories_of(each for each in lists if each.day <= as_of)
    histories = [history for history in told if not veil.hides(history.title)]
    found = [
        listing for history in histories for listing in _listings(pledges, history, decisions, veil)
    ]
    place = {pledge.id: at for at, pledge in enumerate(pledges)}
    found.sort(key=lambda each: place[each.pledge])
    return Listed(editions=tuple(_editions(histories, veil)), listings=tuple(found))


def _listings(
    pledges: Sequence[Pledge],
    history: ListHistory,
    decisions: Sequence[RuledEntry],
    veil: Veil,
) -> Iterator[Listing]:
    by_id = {pledge.id: pledge for pledge in pledges}
    # Of several versions of an entry the same name is proposed once.
    proposals = propose_targets(pledges, history.entities())
    keys = [entry_key(each, history.title, by_id[each.promised]) for each in proposals]
    decided = decided_entries(keys, decisions)
    for proposal, key in zip(proposals, keys, strict=True):
        decision = decided.get(key.id)
        if decision is not None and decision.ruling is Ruling.REJECT:
            continue
        if any(map(veil.hides, history.texts(proposal.entity.id))):
            continue
        is_decided = decision is not None and decision.ruling is Ruling.ACCEPT
        yield _listing(key.id, proposal, history, is_decided=is_decided)


def _listing(
    key: str, proposal: TargetProposal, history: ListHistory, *, is_decided: bool
) -> Listing:
    entity = history.entity(proposal.entity.id)
    return Listing(
        id=key,
        pledge=proposal.promised,
        title=history.title,
        entry=entity.id,
        kind=entity.kind,
        name=entity.name,
        matched=proposal.name.text,
        words=proposal.words,
        likeness=proposal.likeness,
        reasons=proposal.reasons,
        doubts=proposal.doubts,
        is_decided=is_decided,
        moments=history.moments(entity.id),
    )


def _editions(histories: Iterable[ListHistory], veil: Veil) -> Iterator[ListEdition]:
    for history in histories:
        for each in history.editions:
            yield replace(each, file=None) if _tells(each.file or "", veil) else each


def _tells(file: str, veil: Veil) -> bool:
    """True where the name of a file may hold a withheld name; words in it as names are written."""
    return veil.buried_in(file) or veil.hides(re.sub(r"[\W_]+", " ", file).title())
