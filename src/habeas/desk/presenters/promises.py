"""Promises at the desk: what is open in each, and what somebody can decide, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from habeas.events.atoms import tells_of_release
from habeas.model.decisions import Ruling
from habeas.model.pledges import LinkKind, PledgeState
from habeas.model.sanctions import EntityKind, NameKind
from habeas.pledges import state_on
from habeas.pledges.decided import decided_entries
from habeas.public.presenters import wording
from habeas.public.presenters.pledges import board_of, claimed_words, condition_words, tie_words

if TYPE_CHECKING:
    from datetime import date

    from habeas.model.decisions import EntryDecision, LinkDecision
    from habeas.model.pledges import Deal, Pledge, PledgeLink
    from habeas.public.presenters.pledges import Card, DealLink, Reading, Words
    from habeas.store.index.promises import PromisesFile
    from habeas.store.proposed import ProposedEntry

_OTHER_NAMES = 6
_WORDS_SHOWN = 4
_ORDER = (None, Ruling.UNSURE, Ruling.ACCEPT, Ruling.REJECT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """What somebody decided.

    Attributes:
        id: Of what the decision is about, for taking it back.
        ruling: `accept`, `reject` or `unsure`.
        by: Who.
        why: Their reason; may be empty.
    """

    id: str
    ruling: str
    by: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkQuestion:
    """What words are taken to mean, for somebody to decide.

    Attributes:
        id: Of the link.
        is_condition: True where the words are a condition, and what is meant would meet it.
        words: That are taken to mean something.
        meant: Words of what they are taken to mean, the first few.
        reason: What speaks for it, an English sentence.
        ruled: What was decided; None where nothing was.
    """

    id: str
    is_condition: bool
    words: Words
    meant: tuple[Words, ...]
    reason: str
    ruled: Ruled | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryQuestion:
    """An entry of a list that a promise may mean, for somebody to decide.

    Attributes:
        id: Of the proposal.
        words: Of the promise, that may name the entry.
        about: What the promise is about.
        name, others: By which the list calls the entry, and its other names.
        list: What the list is called.
        entry: Id of the entry on it.
        kind: What is listed, in words.
        told: What else the list says of it: label and words.
        stands: Whether it is on the last edition that is kept.
        speaks_for, against: English sentences.
        ruled: What was decided; None where nothing was.
    """

    id: str
    words: str
    about: str
    name: str
    others: tuple[str, ...]
    list: str
    entry: str
    kind: str
    told: tuple[tuple[str, str], ...]
    stands: str
    speaks_for: tuple[str, ...]
    against: tuple[str, ...]
    ruled: Ruled | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """Everything that can be decided on a page: undecided first, rejected last.

    Attributes:
        open: Ids of what nobody has decided, in the order shown.
    """

    links: tuple[LinkQuestion, ...]
    entries: tuple[EntryQuestion, ...]
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRow:
    """A promise in the list; `open` is how many questions it has that nobody has decided."""

    card: Card
    open: int


def rows_of(
    file: PromisesFile, reading: Reading, entries: Iterable[ProposedEntry]
) -> tuple[PromiseRow, ...]:
    """All promises: overdue ones first, then disputed ones, then those with open questions."""
    proposed = tuple(entries)
    undecided = _undecided(file, proposed)
    chains = file.arranged.told.chains
    rows = []
    for card in board_of(reading).cards:
        pledge = chains[card.id].pledge
        asked = {link.id for link in links_of_pledge(pledge, file)}
        asked |= {each.key.id for each in proposed if each.key.pledge == pledge.id}
        rows.append(PromiseRow(card=card, open=len(asked & undecided)))
    disputed = {
        key for key, c in chains.items() if state_on(reading.on, c).state is PledgeState.DISPUTED
    }
    rows.sort(key=lambda r: (not r.card.is_overdue, r.card.id not in disputed, not r.open))
    return tuple(rows)


def kept[C: (Card, DealLink)](lines: Iterable[C], query: str) -> tuple[C, ...]:
    """Lines that lead to promises or deals, whose links keep what was asked for.

    Args:
        lines: Cards of promises, or links to deals.
        query: What is added to their addresses; may be empty.
    """
    return tuple(replace(each, href=f"{each.href}{query}") for each in lines)


def kept_rows(rows: Iterable[PromiseRow], query: str) -> tuple[PromiseRow, ...]:
    """The same for rows of the list."""
    return tuple(
        replace(row, card=replace(row.card, href=f"{row.card.href}{query}")) for row in rows
    )


def links_of_pledge(pledge: Pledge, file: PromisesFile) -> tuple[PledgeLink, ...]:
    """Links to a promise, to what would meet its conditions, and to what it is traded for."""
    anchors = {link.claim for link in file.links.values() if link.pledge == pledge.id}
    anchors |= {
        tie.id for deal in file.arranged.deals if pledge.id in deal.pledges for tie in deal.ties
    }
    anchors |= set(pledge.claims)
    return tuple(link for link in file.links.values() if link.claim in anchors)


def links_of_deal(deal: Deal, file: PromisesFile) -> tuple[PledgeLink, ...]:
    """Links that words of a deal rest on, and to what would meet its conditions."""
    anchors = {tie.id for tie in deal.ties}
    for key in deal.pledges:
        anchors |= set(file.arranged.told.chains[key].pledge.claims)
    return tuple(link for link in file.links.values() if link.claim in anchors)


def questions_of(
    links: Iterable[PledgeLink],
    entries: Iterable[ProposedEntry],
    file: PromisesFile,
    reading: Reading,
) -> Questions:
    """What can be decided about some links and entries."""
    proposed = tuple(entries)
    decided = decided_entries((each.key for each in proposed), file.entry_decisions)
    asked_links = sorted(
        (_link(link, file.link_decisions.get(link.id), reading) for link in links), key=_place
    )
    asked_entries = sorted(
        (_entry(each, decided.get(each.key.id), file) for each in proposed), key=_place
    )
    return Questions(
        links=tuple(asked_links),
        entries=tuple(asked_entries),
        open=(
            *(each.id for each in asked_entries if each.ruled is None),
            *(each.id for each in asked_links if each.ruled is None),
        ),
    )


def rejected_links_of(file: PromisesFile, reading: Reading) -> tuple[LinkQuestion, ...]:
    """Everything that somebody decided not to be meant; it stands in no deal any more."""
    return tuple(
        _link(link, decision, reading)
        for link in file.links.values()
        if (decision := file.link_decisions.get(link.id)) is not None
        and decision.ruling is Ruling.REJECT
    )


def _undecided(file: PromisesFile, entries: tuple[ProposedEntry, ...]) -> set[str]:
    decided: Mapping[str, EntryDecision] = decided_entries(
        (each.key for each in entries), file.entry_decisions
    )
    asked = {*file.links, *(each.key.id for each in entries)}
    return asked - decided.keys() - file.link_decisions.keys()


def _place(question: LinkQuestion | EntryQuestion) -> int:
    return _ORDER.index(Ruling(question.ruled.ruling) if question.ruled else None)


def _link(link: PledgeLink, decision: LinkDecision | None, reading: Reading) -> LinkQuestion:
    words, meant = _words(link, reading)
    return LinkQuestion(
        id=link.id,
        is_condition=link.kind is LinkKind.MEETS_CONDITION,
        words=words,
        meant=meant[:_WORDS_SHOWN],
        reason=link.reason,
        ruled=_ruled(decision),
    )


def _words(link: PledgeLink, reading: Reading) -> tuple[Words, tuple[Words, ...]]:
    """The words that are taken to mean something, and those of what they are taken to mean."""
    told = reading.arranged.told
    keys = [key for key in link.claims if key in told.claims and key != link.claim]
    freeing = [key for key in keys if link.event and tells_of_release(told.claims[key])]
    meant = tuple(claimed_words(key, reading) for key in freeing or keys)
    if link.kind is LinkKind.IS_MEANT:
        tie = next(each for each in reading.arranged.ties if each.id == link.claim)
        return tie_words(tie, reading), meant
    condition = told.claims[link.claim].condition
    words = condition.words if condition is not None else ""
    return condition_words(link.claim, words, reading), meant


def _ruled(decision: LinkDecision | EntryDecision | None) -> Ruled | None:
    if decision is None:
        return None
    return Ruled(
        id=decision.about.id, ruling=decision.ruling.value, by=decision.by, why=decision.reason
    )


def _entry(
    proposed: ProposedEntry, decision: EntryDecision | None, file: PromisesFile
) -> EntryQuestion:
    proposal = proposed.proposal
    entity = proposal.entity
    names = [each.text for each in entity.names if each.text != entity.name]
    pledge = file.arranged.told.chains[proposal.promised].pledge
    return EntryQuestion(
        id=proposed.key.id,
        words=proposal.words,
        about=wording.short(pledge.object or ""),
        name=entity.name,
        others=tuple(names[:_OTHER_NAMES]),
        list=proposed.key.title,
        entry=entity.id,
        kind=_kinds()[entity.kind],
        told=tuple(_told(proposed)),
        stands=_stands(proposed.days),
        speaks_for=proposal.reasons,
        against=proposal.doubts,
        ruled=_ruled(decision),
    )


def _kinds() -> Mapping[EntityKind, str]:
    return {
        EntityKind.PERSON: pgettext("listed", "a person"),
        EntityKind.ORGANIZATION: pgettext("listed", "an organisation"),
        EntityKind.VESSEL: pgettext("listed", "a ship"),
        EntityKind.AIRPLANE: pgettext("listed", "an aircraft"),
    }


def _told(proposed: ProposedEntry) -> Iterable[tuple[str, str]]:
    entity = proposed.proposal.entity
    weak = [n.text for n in entity.names if n.kind is NameKind.PREVIOUS_NAME]
    for label, words in (
        (_("Earlier names"), weak),
        (_("Born"), [wording.when(day) for day in entity.birth_dates]),
        (_("State"), [_state(each) for each in entity.nationalities]),
        (_("Programme"), entity.programs),
        (_("Listed on"), [wording.when(day) for day in entity.listed_on]),
    ):
        if words:
            yield label, "; ".join(words)


def _state(code: str) -> str:
    return wording.state(code) if len(code) == 2 and code.isupper() else code


def _stands(days: tuple[tuple[date, bool], ...]) -> str:
    """Whether an entry is on the last edition of its list that is kept, and since when not."""
    last, is_on = days[-1]
    if is_on:
        return _("on the list of %(day)s") % {"day": wording.day(last)}
    on = max(day for day, there in days if there)
    gone = min(day for day, there in days if not there and day > on)
    return _("on the list of %(day)s, no more on that of %(gone)s") % {
        "day": wording.day(on),
        "gone": wording.day(gone),
    }
