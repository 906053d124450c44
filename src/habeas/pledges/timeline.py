"""Both sides of a deal on one time line: what was promised, what was delivered, what is due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from habeas.events.atoms import tells_of_release
from habeas.events.windows import publication
from habeas.model.claims import Claim
from habeas.model.events import Event
from habeas.model.pledges import Chain, Deal, DealLine, LineSide, PledgeStep, Tie
from habeas.model.reports import Report
from habeas.pledges.standing import state_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a time line is made of, each by id.

    Attributes:
        claims: All claims of the events and pledges.
        reports: Their reports.
        events: The releases.
        chains: The pledges, each with its steps, by the id of the pledge.
    """

    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]
    events: Mapping[str, Event]
    chains: Mapping[str, Chain]


def timeline_of(deal: Deal, told: Told, day: date | None = None) -> tuple[DealLine, ...]:
    """The lines of a deal, by day; what nobody dates comes last.

    Args:
        deal: The deal.
        told: What it is made of; what is missing there is left out.
        day: The day asked about: nothing that certainly came later is told, and what was
            due by then and is not done is `overdue`. None for everything.

    Returns:
        Each line with its words. Of one day releases come before promises, ties after both.
    """
    lines = [
        *(line for id_ in deal.events for line in _released(id_, told)),
        *(line for id_ in deal.pledges for line in pledge_lines(id_, told, day)),
        *(_tied(tie, told) for tie in deal.ties),
    ]
    return in_order(line for line in lines if _is_by(line, day))


def pledge_lines(pledge: str, told: Told, day: date | None = None) -> tuple[DealLine, ...]:
    """The steps of one pledge and the days it is due, by day; see `timeline_of`."""
    chain = told.chains.get(pledge)
    if chain is None:
        return ()
    lines = [_step(step, pledge, told) for step in chain.steps]
    lines += _due(chain, told, day)
    return in_order(line for line in lines if _is_by(line, day))


def in_order(lines: Iterable[DealLine]) -> tuple[DealLine, ...]:
    """Lines by day, the undated last; of one day releases, promises, ties, due dates, lists."""
    sides = list(LineSide)
    return tuple(
        sorted(
            lines,
            key=lambda line: (
                line.earliest or line.latest or date.max,
                line.latest or date.max,
                sides.index(line.side),
                line.passage.start if line.passage is not None else 0,
                line.words,
            ),
        )
    )


def _is_by(line: DealLine, day: date | None) -> bool:
    # What is due on a later day is shown on an earlier one: it is known then.
    if line.side is LineSide.DUE:
        return True
    return day is None or line.earliest is None or line.earliest <= day


def _released(id_: str, told: Told) -> Iterator[DealLine]:
    event = told.events.get(id_)
    if event is None:
        return
    for key in event.claims:
        claim = told.claims.get(key)
        if claim is None or not tells_of_release(claim):
            continue
        earliest, latest = _days_of(claim, event, told.reports.get(claim.report))
        yield DealLine(
            earliest=earliest,
            latest=latest,
            side=LineSide.RELEASED,
            kind=claim.stance.value,
            of=event.id,
            words=claim.passage.exact,
            account=account_of(claim, told.reports),
            speakers=claim.speakers,
            claim=claim.id,
            passage=claim.passage,
        )


def _days_of(claim: Claim, event: Event, report: Report | None) -> tuple[date | None, date | None]:
    """The day a claim gives, else that of its event, else about the day of its report."""
    if claim.when is not None and claim.when.edtf.earliest is not None:
        return claim.when.edtf.earliest, claim.when.edtf.latest
    if event.when is not None:
        return event.when.earliest, event.when.latest
    about = publication(report)
    return (about.first, about.last) if about is not None else (None, None)


def account_of(claim: Claim, reports: Mapping[str, Report]) -> str:
    """By whose account a claim is: the innermost speaker, else who publishes the report."""
    if claim.speakers:
        return claim.speakers[-1].name
    report = reports.get(claim.report)
    return (report.publisher or report.title) if report is not None else claim.report


def _step(step: PledgeStep, pledge: str, told: Told) -> DealLine:
    claim = told.claims[step.claim]
    return DealLine(
        earliest=step.earliest,
        latest=step.latest,
        side=LineSide.PROMISED,
        kind=step.kind.value,
        of=pledge,
        words=claim.passage.exact,
        account=step.account,
        speakers=step.speakers,
        claim=step.claim,
        passage=claim.passage,
    )


def _due(chain: Chain, told: Told, day: date | None) -> Iterator[DealLine]:
    seen = set()
    standing = state_on(day, chain) if day is not None else None
    for step in chain.steps:
        if step.due is None or step.due.edtf.text in seen:
            continue
        if day is not None and step.earliest is not None and step.earliest > day:
            continue
        seen.add(step.due.edtf.text)
        late = standing is not None and standing.is_overdue and standing.due == step.due
        yield DealLine(
            earliest=step.due.edtf.latest,
            latest=step.due.edtf.latest,
            side=LineSide.DUE,
            kind="overdue" if late else "due",
            of=chain.pledge.id,
            words=step.due.words,
            account=step.account,
            speakers=step.speakers,
            claim=step.claim,
            passage=told.claims[step.claim].passage,
        )


def _tied(tie: Tie, told: Told) -> DealLine:
    report = told.reports.get(tie.report)
    published = report.published if report is not None else None
    name = (report.publisher or report.title) if report is not None else tie.report
    return DealLine(
        earliest=published.earliest if published is not None else None,
        latest=published.latest if published is not None else None,
        side=LineSide.TIED,
        kind=tie.kind.value,
        of=tie.id,
        words=tie.passage.exact,
        account=tie.speakers[-1].name if tie.speakers else name,
        speakers=tie.speakers,
        passage=tie.passage,
    )
