"""Events as somebody may see them: those of which something is hidden are told by what is left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from threading import Lock

from habeas.events import group_events
from habeas.model.audit import Change
from habeas.model.claims import Act, Claim
from habeas.model.dates import EdtfDate
from habeas.model.events import Event
from habeas.model.reports import Report
from habeas.register.hiding import Hidden
from habeas.store.gate import Gate
from habeas.store.hidden import last_of, register_open, state_of_names, states_of_reports
from habeas.store.index.answers import EventLine
from habeas.store.index.batches import having
from habeas.store.index.tables import IndexEvent, IndexMember, IndexMention, IndexState
from habeas.store.index.told import claims_told, decided_about
from habeas.store.kept_documents import records_kept

_DOCUMENTS = 100
_REMEMBERED = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class PartlyHidden:
    """Events of which somebody may not see everything.

    Attributes:
        events: Their ids.
        gone: Ids of those of which nothing is left.
    """

    events: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()


NONE_HIDDEN = PartlyHidden()


@dataclass(slots=True)
class _Known:
    """What was found out for one value of what is hidden, and of which state of the register.

    Attributes:
        hidden: The value: another one that is equal stands for another viewer or moment.
        state: Of the register, as far as the events and their claims can change with it.
        members: Ids of the events with something hidden, each with claims and their reports.
        seen: Report of which a part is hidden → its state, and its claims that can be seen.
        lines: Event → the state of its reports, and how it is told; None where nothing is left.
    """

    hidden: Hidden
    state: tuple[object, ...] = ()
    members: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    seen: dict[str, tuple[tuple[object, ...], frozenset[str]]] = field(default_factory=dict)
    lines: dict[str, tuple[object, EventLine | None]] = field(default_factory=dict)


_KNOWN: list[_Known] = []
_LOCK = Lock()


def partly_hidden(gate: Gate) -> PartlyHidden:
    """Events with claims of which something is hidden.

    What was found out before is looked at again only where the register has changed in it.
    """
    if gate.is_open:
        return NONE_HIDDEN
    with _LOCK:
        known = _looked_again(gate)
        return PartlyHidden(
            events=frozenset(known.members),
            gone=frozenset(
                event
                for event, members in known.members.items()
                if not any(_is_seen(claim, report, known) for claim, report in members)
            ),
        )


def lines_of(rows: Sequence[IndexEvent], gate: Gate) -> tuple[EventLine, ...]:
    """Rows of events as lines of a list, those of which nothing is left passed over."""
    if gate.is_open:
        return tuple(map(_line, rows))
    with _LOCK:
        known = _looked_again(gate)
        shown = _lines_left([row for row in rows if row.event in known.members], known, gate)
    lines = (shown[row.event] if row.event in shown else _line(row) for row in rows)
    return tuple(line for line in lines if line is not None)


def read_of(
    documents: Collection[str], gate: Gate
) -> tuple[dict[str, Report], dict[str, Claim], set[str]]:
    """Reports, their claims that stand, and those of these that nobody has decided about."""
    reports: dict[str, Report] = {}
    claims: dict[str, Claim] = {}
    decided: set[str] = set()
    listed = sorted(documents)
    for start in range(0, len(listed), _DOCUMENTS):
        records = gate.records(records_kept(listed[start : start + _DOCUMENTS]))
        reports |= {report.id: report for report in records.reports}
        claims |= {claim.id: claim for claim in claims_told(records)}
        decided |= decided_about(records.claim_decisions)
    return reports, claims, claims.keys() - decided


def event_in(row: IndexEvent, claims: Sequence[str], known: Mapping[str, Claim]) -> Event:
    """The event of a row, with some of its claims."""
    return Event(
        id=row.event,
        title=row.title,
        acts=tuple(map(Act, row.acts.split())),
        by=row.by,
        place=row.place,
        when=_when(row),
        claims=tuple(claims),
        reports=tuple(dict.fromkeys(known[key].report for key in claims)),
    )


def derived(event: Event, reports: Iterable[Report], claims: Mapping[str, Claim]) -> Event | None:
    """The event as it is told by what somebody may see of it."""
    own = [claims[key] for key in event.claims]
    found = max(group_events(reports, own), key=lambda one: len(one.claims), default=None)
    return None if found is None else replace(found, id=event.id)


def _looked_again(gate: Gate) -> _Known:
    """What is known for what is hidden, brought up to what the register holds now."""
    hidden = gate.hidden
    known = next((each for each in _KNOWN if each.hidden is hidden), None) or _Known(hidden)
    _KNOWN[:] = [known, *(each for each in _KNOWN if each is not known)][:_REMEMBERED]
    grouped = IndexState.objects.values_list("grouped", flat=True).first()
    names = state_of_names() if hidden.persons else ""
    state = (*register_open(), grouped, names, last_of([Change.REPORT_DECISION]))
    if known.state != state:
        known.members, known.state, known.seen, known.lines = _members(hidden), state, {}, {}
    partly = {*hidden.passages, *_reports_naming(hidden)}
    states = states_of_reports(partly)
    changed = [each for each in partly if known.seen.get(each, (None,))[0] != states[each]]
    left: dict[str, set[str]] = {report: set() for report in changed}
    _, claims, _ = read_of(changed, gate)
    for claim in claims.values():
        left[claim.report].add(claim.id)
    known.seen |= {each: (states[each], frozenset(claims)) for each, claims in left.items()}
    return known


def _members(hidden: Hidden) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Events with something hidden → their claims, each with its report."""
    rows = IndexMember.objects.values_list("event", flat=True)
    documents = {*hidden.reports, *hidden.passages}
    found = set(having(rows, "document", sorted(documents)))
    found |= set(having(rows, "claim", sorted(hidden.claims)))
    mentions = IndexMention.objects.values_list("claim", flat=True)
    for each in ("node", "mention"):
        named = set(having(mentions, each, sorted(hidden.persons)))
        found |= set(having(rows, "claim", sorted(named)))
    members: dict[str, list[tuple[str, str]]] = defaultdict(list)
    told = IndexMember.objects.values_list("event", "claim", "document")
    for event, claim, document in having(told, "event", sorted(found)):
        members[event].append((claim, document))
    return members


def _reports_naming(hidden: Hidden) -> set[str]:
    """Reports that name somebody hidden, whose names are taken out of their words."""
    rows = IndexMention.objects.values_list("document", flat=True)
    return {
        report
        for each in ("node", "mention")
        for report in having(rows, each, sorted(hidden.persons))
        if report not in hidden.reports
    }


def _is_seen(claim: str, report: str, known: _Known) -> bool:
    if report in known.hidden.reports or claim in known.hidden.claims:
        return False
    return report not in known.seen or claim in known.seen[report][1]


def _lines_left(
    rows: Sequence[IndexEvent], known: _Known, gate: Gate
) -> Mapping[str, EventLine | None]:
    """Events of which something is hidden, as they are told by what is left of them."""
    own = {row.event: {report for _, report in known.members[row.event]} for row in rows}
    states = states_of_reports({report for reports in own.values() for report in reports})
    now = {event: {report: states[report] for report in reports} for event, reports in own.items()}
    new = [row for row in rows if known.lines.get(row.event, (None, None))[0] != now[row.event]]
    made = _derived_lines(new, gate)
    known.lines |= {row.event: (now[row.event], made.get(row.event)) for row in new}
    return {row.event: known.lines[row.event][1] for row in rows}


def _derived_lines(rows: Sequence[IndexEvent], gate: Gate) -> dict[str, EventLine]:
    members: dict[str, list[IndexMember]] = defaultdict(list)
    keys = [row.event for row in rows]
    for member in having(IndexMember.objects.order_by("position"), "event", keys):
        members[member.event].append(member)
    documents = {member.document for some in members.values() for member in some}
    reports, claims, _ = read_of(documents, gate)
    found: dict[str, EventLine] = {}
    for row in rows:
        own = [member.claim for member in members[row.event] if member.claim in claims]
        event = derived(event_in(row, own, claims), reports.values(), claims) if own else None
        if event is not None:
            found[row.event] = EventLine(
                event=row.event,
                title=event.title,
                acts=event.acts,
                by=event.by,
                place=event.place,
                when=event.when,
                claims=len(event.claims),
                reports=len(event.reports),
            )
    return found


def _line(row: IndexEvent) -> EventLine:
    return EventLine(
        event=row.event,
        title=row.title,
        acts=tuple(map(Act, row.acts.split())),
        by=row.by,
        place=row.place,
        when=_when(row),
        claims=row.claims,
        reports=row.reports,
    )


def _when(row: IndexEvent) -> EdtfDate | None:
    if row.when is None:
        return None
    return EdtfDate(text=row.when, earliest=row.first, latest=row.last)
