"""Deals and pledges as one JSON document; docs/reference/habeas-deal-1.schema.json."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from habeas.claims.format import claims_document
from habeas.model.claims import Speaker
from habeas.model.events import Event
from habeas.model.pledges import (
    Chain,
    Deal,
    DealLine,
    DueDate,
    PledgeLink,
    PledgeStep,
    Tie,
    TieSide,
)
from habeas.model.reports import Passage
from habeas.pledges.arrange import Arranged
from habeas.pledges.standing import state_on
from habeas.pledges.timeline import timeline_of

FORMAT = "habeas-deal/1"


def deals_document(
    arranged: Arranged, *, on: date, known_at: date | None = None
) -> dict[str, object]:
    """Write deals and pledges as plain JSON values; every key is always there.

    Args:
        arranged: The deals and pledges.
        on: The day by which the states are told.
        known_at: What was known by that day; None for all.
    """
    told = arranged.told
    cited = _cited(arranged)
    claims = [claim for claim in told.claims.values() if claim.id in cited]
    reports = {c.report for c in claims} | {tie.report for tie in arranged.ties}
    quoted = claims_document((r for r in told.reports.values() if r.id in reports), claims)
    events = {id_ for deal in arranged.deals for id_ in deal.events}
    return {
        "format": FORMAT,
        "on": on.isoformat(),
        "known_at": known_at.isoformat() if known_at is not None else None,
        "deals": [_deal(deal, arranged, on) for deal in arranged.deals],
        "pledges": [_pledge(chain, on, known_at) for chain in arranged.chains],
        "events": [_event(e) for e in told.events.values() if e.id in events],
        "links": [_link(link, arranged) for link in arranged.links],
        "reports": quoted["reports"],
        "claims": quoted["claims"],
    }


def _cited(arranged: Arranged) -> set[str]:
    """Claims whose words anything in the document opens, and those they are a part of."""
    told = arranged.told
    cited = {key for chain in arranged.chains for key in chain.pledge.claims}
    cited |= {
        key
        for deal in arranged.deals
        for id_ in deal.events
        if id_ in told.events
        for key in told.events[id_].claims
    }
    cited |= {key for tie in arranged.ties for s in (tie.given, tie.got) for key in s.claims}
    cited |= {key for link in arranged.links for key in link.claims}
    wholes = {told.claims[key].part_of for key in cited if key in told.claims}
    return cited | {key for key in wholes if key is not None}


def _deal(deal: Deal, arranged: Arranged, on: date) -> dict[str, object]:
    return {
        "id": deal.id,
        "events": list(deal.events),
        "pledges": list(deal.pledges),
        "is_asserted": deal.is_asserted,
        "is_denied": deal.is_denied,
        "ties": [_tie(tie) for tie in deal.ties],
        "links": [link.id for link in deal.links],
        "timeline": [_line(line) for line in timeline_of(deal, arranged.told, on)],
    }


def _pledge(chain: Chain, on: date, known_at: date | None) -> dict[str, object]:
    pledge = chain.pledge
    standing = state_on(on, chain, known_at)
    return {
        "id": pledge.id,
        "promisor": pledge.promisor,
        "country": pledge.state,
        "act": pledge.act.value,
        "object": pledge.object,
        "condition": None if pledge.condition is None else pledge.condition.words,
        "state": standing.state.value,
        "due": _due(standing.due),
        "is_overdue": standing.is_overdue,
        "accounts": [
            {"account": one.account, "state": one.state.value, "claims": list(one.claims)}
            for one in standing.accounts
        ],
        "claims": list(standing.claims),
        "steps": [_step(step) for step in chain.steps],
        "met_by": [link.id for link in chain.met],
    }


def _step(step: PledgeStep) -> dict[str, object]:
    return {
        "claim": step.claim,
        "kind": step.kind.value,
        "earliest": _day(step.earliest),
        "latest": _day(step.latest),
        "account": step.account,
        "speakers": _speakers(step.speakers),
        "by": step.by,
        "object": step.object,
        "condition": None if step.condition is None else step.condition.words,
        "due": _due(step.due),
    }


def _tie(tie: Tie) -> dict[str, object]:
    return {
        "id": tie.id,
        "report": tie.report,
        "kind": tie.kind.value,
        "cue": tie.cue,
        "given": _side(tie.given),
        "got": _side(tie.got),
        "speakers": _speakers(tie.speakers),
        "passage": _passage(tie.passage),
    }


def _side(side: TieSide) -> dict[str, object]:
    return {
        "words": side.words,
        "acts": [act.value for act in side.acts],
        "claims": list(side.claims),
    }


def _line(line: DealLine) -> dict[str, object]:
    return {
        "earliest": _day(line.earliest),
        "latest": _day(line.latest),
        "side": line.side.value,
        "kind": line.kind,
        "of": line.of,
        "words": line.words,
        "account": line.account,
        "speakers": _speakers(line.speakers),
        "claim": line.claim,
        "passage": None if line.passage is None else _passage(line.passage),
    }


def _event(event: Event) -> dict[str, object]:
    return {
        "id": event.id,
        "title": event.title,
        "acts": [act.value for act in event.acts],
        "by": event.by,
        "place": event.place,
        "when": event.when.text if event.when is not None else None,
        "claims": list(event.claims),
    }


def _link(link: PledgeLink, arranged: Arranged) -> dict[str, object]:
    ruling = arranged.rulings.get(link.id)
    return {
        "id": link.id,
        "kind": link.kind.value,
        "ruling": ruling.value if ruling is not None else None,
        "reason": link.reason,
        "of": link.claim,
        "event": link.event,
        "pledge": link.pledge,
        "claims": list(link.claims),
    }


def _passage(passage: Passage) -> dict[str, object]:
    return {
        "report": passage.report,
        "start": passage.start,
        "end": passage.end,
        "exact": passage.exact,
    }


def _speakers(speakers: Iterable[Speaker]) -> list[dict[str, object]]:
    return [{"name": s.name, "kind": s.kind.value, "cue": s.cue} for s in speakers]


def _due(due: DueDate | None) -> dict[str, object] | None:
    return None if due is None else {"edtf": due.edtf.text, "words": due.words}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
