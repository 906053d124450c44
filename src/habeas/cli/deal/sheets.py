"""Deals and pledges as rows to be shown: the same for the terminal and for Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from habeas.cli.printable import printable
from habeas.cli.sheet import Item, Library, Note, Pointer, Row, Section, Sentence, Sheet, Voice
from habeas.cli.wording import counted, date_words, shortened, state_names, voice_words
from habeas.model.claims import Act, Speaker
from habeas.model.dates import EdtfDate
from habeas.model.decisions import EntryDecision, LinkDecision, Ruling
from habeas.model.pledges import (
    Chain,
    Deal,
    DealLine,
    LineSide,
    Pledge,
    PledgeLink,
    PledgeStanding,
    PledgeState,
    StepKind,
    Tie,
    TieKind,
)
from habeas.pledges import state_on
from habeas.pledges.board import names_sanctions
from habeas.pledges.timeline import in_order, pledge_lines, timeline_of

if TYPE_CHECKING:
    from habeas.cli.deal.answer import Answer
    from habeas.cli.deal.listed import ListedChange, Proposed

_RULINGS = {
    Ruling.ACCEPT: "Decided to be meant",
    Ruling.REJECT: "Decided not to be meant",
    Ruling.UNSURE: "Left open",
}
QUOTE_LENGTH = 140
"""Characters of a passage that stand for a line; the pointer leads to the rest."""

STATE_WORDS = {
    PledgeState.EXPECTED: "expected",
    PledgeState.PROMISED: "promised",
    PledgeState.CONDITIONAL: "promised on a condition",
    PledgeState.PARTLY_DELIVERED: "delivered in part",
    PledgeState.DELIVERED: "delivered",
    PledgeState.WITHDRAWN: "withdrawn",
    PledgeState.REVERSED: "reversed",
    PledgeState.DENIED: "denied",
    PledgeState.DISPUTED: "disputed",
    PledgeState.UNKNOWN: "not known",
}
"""States as words."""

_VERBS = {
    Act.EASE_SANCTIONS: "to ease ",
    Act.IMPOSE_SANCTIONS: "to impose ",
    Act.OPEN_EMBASSY: "to open or restore ",
    Act.GIVE_AID: "to give ",
    Act.GRANT_ACCESS: "to let in ",
    Act.MEET: "to visit ",
    Act.RELEASE: "to free ",
}
_KINDS = {
    "reported": "freed",
    "confirmed": "freed, confirmed",
    "announced": "release announced",
    "estimated": "freed, an estimate",
    "asserted": "said to be traded",
    "denied": "denied",
    "partly-delivered": "delivered in part",
    "repeated": "promised again",
    "changed": "promised on other terms",
    "imposed": "imposed before",
}


def sheets_of(answered: Answer, library: Library) -> list[Sheet]:
    """A sheet for each deal, then one for the pledges that nobody ties to a release."""
    arranged = answered.arranged
    sheets = [_deal(deal, answered, library) for deal in arranged.deals]
    apart = [arranged.told.chains[id_] for id_ in arranged.apart]
    if apart:
        sheets.append(_apart(apart, answered, library))
    if answered.rejected or answered.listed.rejected:
        sheets.append(_rejected(answered, library))
    return sheets


def _rejected(answered: Answer, library: Library) -> Sheet:
    """What somebody decided not to be meant, with ids by which that is taken back."""
    links = [_assumed(link, answered, library) for link in answered.rejected]
    entries = [_proposed(one, ()) for one in answered.listed.rejected]
    return Sheet(
        title="Decided not to be meant",
        facts=(counted(len(links) + len(entries), "decision"),),
        headline=(),
        blocks=_filled(((_section("Lists", entries), _section("Assumed", links)),)),
    )


def _deal(deal: Deal, answered: Answer, library: Library) -> Sheet:
    told = answered.arranged.told
    chains = [told.chains[id_] for id_ in deal.pledges if id_ in told.chains]
    events = [told.events[id_] for id_ in deal.events if id_ in told.events]
    titles = [printable(event.title) for event in events]
    titles += [_what(chain) for chain in chains]
    days = [date_words(event.when, "no date") for event in events]
    states = dict.fromkeys(
        code for code in (*(e.by for e in events), *(c.pledge.state for c in chains)) if code
    )
    reports = {tie.report for tie in deal.ties}
    lines = timeline_of(deal, told, answered.on)
    blocks = (
        (_section("Who says so", [_tie(tie, library) for tie in deal.ties]),),
        (_section("Promised", _promised(chains, answered, library)),),
        (_section("Time line", _lines(_with_lists(lines, chains, answered), answered, library)),),
        _last_block(chains, deal.links, answered, library),
    )
    return Sheet(
        title=" and ".join(titles) or "A deal",
        facts=(*dict.fromkeys(days), *state_names(tuple(states)), counted(len(reports), "report")),
        headline=_headline(deal, chains, answered.on),
        blocks=_filled(blocks),
    )


def _apart(chains: Sequence[Chain], answered: Answer, library: Library) -> Sheet:
    told = answered.arranged.told
    lines = in_order(line for c in chains for line in pledge_lines(c.pledge.id, told, answered.on))
    blocks = (
        (_section("Promised", _promised(chains, answered, library)),),
        (_section("Time line", _lines(_with_lists(lines, chains, answered), answered, library)),),
        _last_block(chains, (), answered, library),
    )
    return Sheet(
        title="Promises that nobody ties to a release",
        facts=(counted(len(chains), "promise"),),
        headline=_counts(chains, answered.on),
        blocks=_filled(blocks),
    )


def _last_block(
    chains: Sequence[Chain], links: Sequence[PledgeLink], answered: Answer, library: Library
) -> tuple[Section | None, ...]:
    met = [link for chain in chains for link in chain.met]
    return (
        _section("Lists", _listed(chains, answered)),
        _section("Assumed", [_assumed(link, answered, library) for link in (*links, *met)]),
    )


def _section(label: str, rows: Iterable[Item]) -> Section | None:
    listed = tuple(rows)
    return Section(label=label, rows=listed) if listed else None


def _filled(blocks: Iterable[Sequence[Section | None]]) -> tuple[tuple[Section, ...], ...]:
    kept = (tuple(section for section in block if section is not None) for block in blocks)
    return tuple(block for block in kept if block)


def _headline(deal: Deal, chains: Sequence[Chain], on: date) -> tuple[str, ...]:
    said = {kind: _speakers(deal, kind) for kind in TieKind}
    told = []
    if said[TieKind.ASSERTED]:
        told.append(f"a deal, says {said[TieKind.ASSERTED]}")
    if said[TieKind.DENIED]:
        told.append(f"none, says {said[TieKind.DENIED]}")
    return (*told, *_counts(chains, on))


def _speakers(deal: Deal, kind: TieKind) -> str:
    voices = [voice_words(t.speakers, "a report") for t in deal.ties if t.kind is kind]
    return ", ".join(dict.fromkeys(voices))


def _counts(chains: Sequence[Chain], on: date) -> tuple[str, ...]:
    standings = [state_on(on, chain) for chain in chains]
    states = [STATE_WORDS[standing.state] for standing in standings]
    counts = [f"{states.count(words)} {words}" for words in dict.fromkeys(states)]
    overdue = sum(standing.is_overdue for standing in standings)
    return (*counts, *([f"{overdue} overdue"] if overdue else []))


def _tie(tie: Tie, library: Library) -> Row:
    denied = tie.kind is TieKind.DENIED
    return Row(
        strong="denied" if denied else "said",
        rest=_quoted(tie.passage.exact),
        voices=(_voice(tie.report, tie.passage.start, tie.passage.end, tie.speakers, library),),
    )


def _voice(
    report: str, start: int, end: int, speakers: Sequence[Speaker], library: Library
) -> Voice:
    document = library.reports[report]
    words = voice_words(speakers, printable(document.publisher or document.title))
    pointer = Pointer(report=library.number(report), start=start, end=end)
    return Voice(words=words, pointers=(pointer,))


def _what(chain: Chain) -> str:
    pledge = chain.pledge
    return shortened(printable(pledge.object or pledge.act.value.replace("-", " ")), 60, "…")


def _promised(chains: Sequence[Chain], answered: Answer, library: Library) -> Iterator[Row]:
    for chain in chains:
        standing = state_on(answered.on, chain)
        yield _state(chain, standing, library)
        if len({one.state for one in standing.accounts}) > 1:
            for one in standing.accounts:
                yield Row(
                    strong=STATE_WORDS[one.state],
                    rest="by the account of",
                    voices=_claimed(one.claims[-1:], library),
                    depth=1,
                )


def _state(chain: Chain, standing: PledgeStanding, library: Library) -> Row:
    pledge = chain.pledge
    who = state_names((pledge.state,))[0] if pledge.state else printable(pledge.promisor or "")
    told = f"{who}: " if who else ""
    object_ = printable(pledge.object or "") or "what is promised"
    late = ", overdue" if standing.is_overdue else ""
    return Row(
        strong=f"{STATE_WORDS[standing.state]}{late}",
        rest=f"{told}{_verb(pledge)}{object_}",
        voices=_claimed(standing.claims[:1] or pledge.claims[:1], library),
        notes=tuple(_terms(chain, standing)),
    )


def _verb(pledge: Pledge) -> str:
    """What is to be done with the object: a state or a firm is not eased but taken off a list."""
    if pledge.act is Act.EASE_SANCTIONS and pledge.object and not names_sanctions(pledge.object):
        return "to lift what is set on "
    return _VERBS.get(pledge.act, "")


def _terms(chain: Chain, standing: PledgeStanding) -> Iterator[str]:
    conditions = [s.condition.words for s in chain.steps if s.condition is not None]
    for words in dict.fromkeys(printable(one) for one in conditions):
        yield f"condition: {words}"
    if standing.due is not None:
        day = date_words(standing.due.edtf, standing.due.edtf.text)
        yield f"due {day}: “{printable(standing.due.words)}”"


def _claimed(claims: Iterable[str], library: Library) -> tuple[Voice, ...]:
    voices = []
    for key in claims:
        claim = library.claims[key]
        start, end = claim.passage.start, claim.passage.end
        voices.append(_voice(claim.report, start, end, claim.speakers, library))
    return tuple(voices)


def _with_lists(
    lines: Iterable[DealLine], chains: Sequence[Chain], answered: Answer
) -> tuple[DealLine, ...]:
    """The lines, with what became on lists of those whom the pledges may mean."""
    listed = answered.listed.lines(chain.pledge.id for chain in chains)
    by_then = (one for one in listed if one.earliest is None or one.earliest <= answered.on)
    return in_order((*lines, *by_then))


def _lines(lines: Iterable[DealLine], answered: Answer, library: Library) -> Iterator[Row]:
    """A row for each line; releases told with one figure are one row, names none."""
    rows: dict[tuple[object, ...], Row] = {}
    for line in lines:
        claim = library.claims.get(line.claim or "")
        if line.side is not LineSide.RELEASED or claim is None:
            rows[len(rows), ""] = _line(line, answered, library)
        elif claim.count is not None and claim.part_of is None:
            key = (
                line.earliest,
                line.latest,
                line.kind,
                line.of,
                claim.count.low,
                claim.count.high,
            )
            row = _line(line, answered, library)
            known = rows.setdefault(key, row)
            if known is not row:
                rows[key] = replace(known, voices=(*known.voices, *row.voices))
    yield from rows.values()


def _line(line: DealLine, answered: Answer, library: Library) -> Row:
    kind = _KINDS.get(line.kind, line.kind)
    if line.side is LineSide.PROMISED and line.kind == StepKind.DENIED:
        kind = "denied"
    elif line.side is LineSide.TIED and line.kind == TieKind.DENIED:
        kind = "denied to be traded"
    passage = line.passage
    if passage is None:
        doubt = "" if (line.account, line.of) in answered.listed.meant else ", if it is meant"
        told = f"{line.kind} ({printable(line.account)}){doubt}: {printable(line.words)}"
        return Row(strong=_day(line), rest=told)
    voices = (_voice(passage.report, passage.start, passage.end, line.speakers, library),)
    return Row(strong=_day(line), rest=f"{kind}: {_quoted(line.words)}", voices=voices)


def _day(line: DealLine) -> str:
    if line.earliest is None and line.latest is None:
        return "no date"
    if line.earliest == line.latest and line.earliest is not None:
        return line.earliest.isoformat()
    if line.earliest is None and line.latest is not None:
        return f"by {line.latest}"
    if line.latest is None:
        return f"from {line.earliest}"
    span = EdtfDate.parse(f"{line.earliest}/{line.latest}")
    return date_words(span, span.text)


def _listed(chains: Sequence[Chain], answered: Answer) -> Iterator[Sentence]:
    for chain in chains:
        for one, changes in answered.listed.of(chain.pledge.id):
            yield _proposed(one, changes)


def _proposed(one: Proposed, changes: Sequence[ListedChange]) -> Sentence:
    proposal = one.proposal
    name = printable(proposal.name.text)
    told = [f"{c.title}, {c.since} to {c.until}: {c.change.kind}" for c in changes]
    told += [f"general licence: “{words}”" for c in changes for words in c.change.licences]
    became = "; ".join(printable(words) for words in told) or "no change on these editions"
    why = " ".join(printable(words) for words in (*proposal.reasons, *proposal.doubts))
    decided = f"{_decided(one.decision)} " if one.decision is not None else ""
    is_meant = one.decision is not None and one.decision.ruling is Ruling.ACCEPT
    return Sentence(
        words=f"“{printable(proposal.words)}” {'is' if is_meant else 'may be'} {name}"
        f" (id {printable(proposal.entity.id)}). {became}.",
        notes=(Note(words=f"{decided or 'Proposed, nobody has decided it: '}{why}", id=one.id),),
    )


def _assumed(link: PledgeLink, answered: Answer, library: Library) -> Sentence:
    voices = _claimed([key for key in link.claims[:1] if key in library.claims], library)
    decision = answered.decided.get(link.id)
    words = "Nobody says so in these words." if decision is None else _decided(decision)
    return Sentence(
        words=printable(link.reason), voices=voices, notes=(Note(words=words, id=link.id),)
    )


def _decided(decision: LinkDecision | EntryDecision) -> str:
    day = decision.at.date().isoformat()
    why = printable(decision.reason).rstrip(".")
    return f"{_RULINGS[decision.ruling]} by {printable(decision.by)}, {day}: {why}."


def _quoted(words: str) -> str:
    return f"“{shortened(printable(words), QUOTE_LENGTH, '…')}”"
