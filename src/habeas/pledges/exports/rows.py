"""Time lines as rows of a table, a line each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from habeas.model.pledges import Chain, DealLine, LineSide
from habeas.pledges.arrange import Arranged
from habeas.pledges.standing import state_on
from habeas.pledges.timeline import pledge_lines, timeline_of

COLUMNS = (
    *("deal", "from", "to", "side", "what", "about", "state", "due", "overdue", "condition"),
    *("words", "account", "via", "report", "url", "published", "start", "end", "claim", "id"),
)
"""Headers of `rows_of`."""

type Cell = str | int | None


def rows_of(arranged: Arranged, on: date) -> Iterator[tuple[Cell, ...]]:
    """A row for each line of each deal, then for each pledge that nobody ties to a release.

    Args:
        arranged: The deals and pledges.
        on: The day by which the states are told; no line that certainly came later.

    Returns:
        Rows in the order of `COLUMNS`; days are ISO 8601, and both are empty where unknown.
    """
    for deal in arranged.deals:
        for line in timeline_of(deal, arranged.told, on):
            yield _row(deal.id, line, arranged, on)
    for pledge in arranged.apart:
        for line in pledge_lines(pledge, arranged.told, on):
            yield _row("", line, arranged, on)


def _row(deal: str, line: DealLine, arranged: Arranged, on: date) -> tuple[Cell, ...]:
    told = arranged.told
    chain = told.chains.get(line.of)
    event = told.events.get(line.of)
    passage = line.passage
    report = told.reports.get(passage.report) if passage is not None else None
    claim = told.claims.get(line.claim or "")
    hangs = claim is not None and claim.condition is not None and line.side is LineSide.PROMISED
    return (
        deal,
        line.earliest.isoformat() if line.earliest else None,
        line.latest.isoformat() if line.latest else None,
        line.side.value,
        line.kind,
        chain.pledge.object if chain is not None else (event.title if event is not None else None),
        *_standing(chain, on),
        claim.condition.words if hangs and claim is not None and claim.condition else None,
        line.words,
        line.account,
        " > ".join(speaker.name for speaker in line.speakers),
        (report.file or report.title) if report is not None else None,
        report.url if report is not None else None,
        report.published.text if report is not None and report.published else None,
        passage.start if passage is not None else None,
        passage.end if passage is not None else None,
        line.claim,
        line.of,
    )


def _standing(chain: Chain | None, on: date) -> tuple[Cell, Cell, Cell]:
    if chain is None:
        return None, None, None
    standing = state_on(on, chain)
    due = standing.due.edtf.text if standing.due is not None else None
    return standing.state.value, due, "yes" if standing.is_overdue else None
