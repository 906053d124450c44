"""The reading table: a report with its claims marked, and what was decided about each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.translation import pgettext

from habeas.desk.presenters.claim_fields import Saying, saying
from habeas.desk.presenters.marked_text import MarkedReport, marked
from habeas.model.decisions import Resolution
from habeas.public.presenters import wording
from habeas.register.deciding import decide_claims

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from habeas.model.claims import Claim
    from habeas.model.decisions import ClaimDecision
    from habeas.store.reading_table import TableReading


PART = 100
"""Claims that are shown at once."""


class State(StrEnum):
    """How a claim stands: nobody decided, or what was decided last."""

    UNDECIDED = "undecided"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    ADDED = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """One decision about a claim.

    Attributes:
        word: What was decided.
        stands: False where it was replaced or undone.
    """

    word: str
    reason: str
    by: str
    at: datetime
    stands: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One claim beside the report.

    Attributes:
        id: Of the claim as read or as added; decisions are about it.
        number: From 1, in the order of the text.
        proposed: What the reader read, or what somebody added.
        decided: What a person says instead; None where nobody corrected it.
        last: The decision that stands; None where there is none.
        history: Every decision, oldest first.
        whole: False where something of it is hidden from whoever looks.
    """

    id: str
    number: int
    state: State
    state_word: str
    proposed: Saying
    decided: Saying | None
    last: Decided | None
    history: tuple[Decided, ...]
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePage:
    """Everything the page of one report shows.

    Attributes:
        cards: Claims of this part of the report.
        claims: How many claims there are in all parts.
        undecided: How many claims nobody has decided about.
        at: Id of the claim that is chosen; empty where there is none.
        here: Ids of the claims of this part.
        earlier, later: Id of a claim of the part before and after; empty where there is none.
    """

    id: str
    title: str
    publisher: str
    published: str
    file: str
    url: str
    language: str
    text: MarkedReport
    cards: tuple[Card, ...]
    claims: int
    undecided: int
    at: str
    here: frozenset[str]
    earlier: str
    later: str


def present_table(reading: TableReading, at: str = "") -> TablePage:
    """A report with its claims, for the reading table.

    Args:
        reading: As `load_table` gives it.
        at: Id of the claim to choose; the first undecided one where there is none of it.
    """
    claims = bases_of(reading)
    said = claims_said(reading)
    states = _states(reading, claims)
    chosen = _chosen(states, at)
    part = _part_of(claims, chosen)
    report = reading.report
    # Marked under the id of what was read, at the words of what holds now.
    shown = [replace(said.get(claim.id, claim), id=claim.id) for claim in claims]
    return TablePage(
        id=report.id,
        title=report.title or report.file or "",
        publisher=report.publisher or "",
        published=wording.when(report.published) if report.published else "",
        file=report.file or "",
        url=report.url if report.url and report.url.startswith(("https://", "http://")) else "",
        language="" if report.language == "und" else report.language,
        text=marked(report, shown, {key: state.value for key, state in states.items()}, part),
        cards=tuple(
            _card(claims[at], said, states[claims[at].id], reading, at + 1)
            for at in range(part.start, part.stop)
        ),
        claims=len(claims),
        undecided=sum(state is State.UNDECIDED for state in states.values()),
        at=chosen,
        here=frozenset(claim.id for claim in claims[part.start : part.stop]),
        earlier=claims[part.start - 1].id if part.start else "",
        later=claims[part.stop].id if part.stop < len(claims) else "",
    )


def bases_of(reading: TableReading) -> tuple[Claim, ...]:
    """Claims as read and as added, in the order of the text: decisions are about these."""
    decided = decide_claims(reading.claims, [reading.report], reading.decisions)
    corrected = set(decided.corrections.values())
    found = [claim for claim in decided.claims if claim.id not in corrected]
    return tuple(sorted(found, key=lambda c: (c.passage.start, -c.passage.end)))


def claims_said(reading: TableReading) -> Mapping[str, Claim]:
    """Id of a claim that was corrected → what it says now; no others."""
    decided = decide_claims(reading.claims, [reading.report], reading.decisions)
    by_id = {claim.id: claim for claim in decided.claims}
    found = {}
    for key in decided.corrections:
        last = key
        while last in decided.corrections:
            last = decided.corrections[last]
        found[key] = by_id[last]
    return found


def next_undecided(reading: TableReading, after: str) -> str:
    """Id of the next claim to decide about, going round; `after` where there is none."""
    states = _states(reading, bases_of(reading))
    ids = list(states)
    start = ids.index(after) + 1 if after in states else 0
    for key in (*ids[start:], *ids[:start]):
        if states[key] is State.UNDECIDED:
            return key
    return after


def _states(reading: TableReading, claims: Sequence[Claim]) -> dict[str, State]:
    """Id of each claim → how it stands, in order."""
    standing = {
        each.claim: each for each in reading.decisions if each.resolution is not Resolution.ADD
    }
    added = {each.claim for each in reading.decisions if each.resolution is Resolution.ADD}
    return {claim.id: _state(claim, standing.get(claim.id), added) for claim in claims}


def _chosen(states: Mapping[str, State], at: str) -> str:
    if at in states:
        return at
    return next((key for key, state in states.items() if state is State.UNDECIDED), "")


def _part_of(claims: Sequence[Claim], chosen: str) -> range:
    """The claims that are shown, as places from 0: a page with thousands is slow to draw."""
    place = next((at for at, claim in enumerate(claims) if claim.id == chosen), 0)
    start = place - place % PART
    return range(start, min(start + PART, len(claims)))


def _state(claim: Claim, decision: ClaimDecision | None, added: set[str]) -> State:
    if decision is None:
        return State.ADDED if claim.id in added else State.UNDECIDED
    return {
        Resolution.ACCEPT: State.ACCEPTED,
        Resolution.CORRECT: State.CORRECTED,
        Resolution.REJECT: State.REJECTED,
    }[decision.resolution]


def _card(
    claim: Claim, said: Mapping[str, Claim], state: State, reading: TableReading, number: int
) -> Card:
    about = {claim.id, reading.made_on.get(claim.id, claim.id)}
    made = [each for each in reading.made if each.claim in about]
    history = _history(made)
    correction = said.get(claim.id)
    return Card(
        id=claim.id,
        number=number,
        state=state,
        state_word=_state_word(state),
        proposed=saying(claim),
        decided=None if correction is None else saying(correction, claim),
        last=next((each for each in reversed(history) if each.stands), None),
        history=history,
        whole=claim.id in reading.whole and (correction is None or correction.id in reading.whole),
    )


def _history(made: Sequence[ClaimDecision]) -> tuple[Decided, ...]:
    standing: list[int] = []
    for place, each in enumerate(made):
        if each.resolution is not Resolution.UNDO:
            standing.append(place)
        elif standing:
            standing.pop()
    last = standing[-1] if standing else None
    return tuple(
        Decided(
            word=_word(each.resolution),
            reason=each.reason,
            by=each.by,
            at=each.at,
            stands=place == last,
        )
        for place, each in enumerate(made)
    )


def _word(resolution: Resolution) -> str:
    return {
        Resolution.ACCEPT: pgettext("decision", "accepted"),
        Resolution.CORRECT: pgettext("decision", "corrected"),
        Resolution.REJECT: pgettext("decision", "rejected"),
        Resolution.ADD: pgettext("decision", "added"),
        Resolution.UNDO: pgettext("decision", "taken back"),
    }[resolution]


def _state_word(state: State) -> str:
    return {
        State.UNDECIDED: pgettext("claim", "not decided"),
        State.ACCEPTED: pgettext("claim", "accepted"),
        State.CORRECTED: pgettext("claim", "corrected"),
        State.REJECTED: pgettext("claim", "rejected"),
        State.ADDED: pgettext("claim", "added by hand"),
    }[state]
