"""A report as its page shows it: the text with its claims marked, and the claims beside it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.public.presenters import wording
from habeas.public.presenters.claims import NOBODY, claim_line, report_line
from habeas.register.list_rows import table_rows
from habeas.register.marking import Span, paragraphs
from habeas.reports.tables import table_head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from habeas.model.claims import Claim
    from habeas.model.reports import Report
    from habeas.public.presenters.claims import ClaimLine, Namesakes, ReportLine
    from habeas.register.marking import Mark, Segment

SHOWN_ABOVE = frozenset({"title", "publisher", "published", "url", "language"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedClaim:
    """A claim and its number in the report, from 1 in the order of the text."""

    number: int
    line: ClaimLine


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedText:
    """A segment with the numbers of the claims that end in it.

    Attributes:
        text: Never empty.
        claim: Innermost claim; empty where nothing is claimed.
        opens: Marks that begin before the text.
        own: Number of the innermost claim where it alone ends here, else None.
        ends: All claims that end here, by number, unless `own` says it.
        closes: One entry for each mark that ends after the text.
    """

    text: str
    claim: str
    opens: tuple[Mark, ...]
    own: int | None
    ends: tuple[NumberedClaim, ...]
    closes: tuple[None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """A row of a list of people and the claims it makes."""

    cells: tuple[str, ...]
    claims: tuple[NumberedClaim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """Everything the page of one report shows; a report has `paragraphs` or `rows`, not both.

    Attributes:
        head: What the comment lines above a list say beyond the page's own head.
        header: Column names of a list.
    """

    source: ReportLine
    media_type: str
    paragraphs: tuple[tuple[MarkedText, ...], ...]
    head: tuple[tuple[str, str], ...]
    header: tuple[str, ...]
    rows: tuple[ListRow, ...]
    claims: tuple[NumberedClaim, ...]


def present_report(
    report: Report, claims: Sequence[Claim], people: Namesakes = NOBODY
) -> ReportPage:
    """Mark the claims, given in the order of the text, in a report."""
    source = report_line(report)
    numbered = tuple(
        NumberedClaim(number=number, line=claim_line(claim, source, people))
        for number, claim in enumerate(claims, start=1)
    )
    rows = table_rows(report.text) if report.is_table else ()
    starts = [row.start for row in rows[1:]]
    by_row: dict[int, list[NumberedClaim]] = {}
    for one, claim in zip(numbered, claims, strict=True):
        row = max(0, bisect_left(starts, claim.passage.start + 1) - 1)
        by_row.setdefault(row, []).append(one)
    return ReportPage(
        source=source,
        media_type=report.media_type,
        paragraphs=() if rows else _paragraphs(report, claims, numbered),
        head=_head(report.text) if rows else (),
        header=tuple(map(wording.visible, rows[0].cells)) if rows else (),
        rows=tuple(
            ListRow(
                cells=tuple(map(wording.visible, row.cells)), claims=tuple(by_row.get(number, ()))
            )
            for number, row in enumerate(rows[1:])
        ),
        claims=numbered,
    )


def _head(text: str) -> tuple[tuple[str, str], ...]:
    fields, _table = table_head(text)
    return tuple(
        (key, wording.visible(value)) for key, value in fields.items() if key not in SHOWN_ABOVE
    )


def _paragraphs(
    report: Report, claims: Sequence[Claim], numbered: Sequence[NumberedClaim]
) -> tuple[tuple[MarkedText, ...], ...]:
    by_id = {one.line.id: one for one in numbered}
    spans = (Span(claim=c.id, start=c.passage.start, end=c.passage.end) for c in claims)
    lines = [line for line in paragraphs(report.text, spans) if line]
    if lines and _repeats_title(lines[0], report.title):
        lines = lines[1:]
    return tuple(tuple(_marked(segment, by_id) for segment in line) for line in lines)


def _repeats_title(line: Sequence[Segment], title: str) -> bool:
    """True for a first line that only says the headline again and claims nothing."""
    unmarked = not any(segment.claims for segment in line)
    return unmarked and "".join(segment.text for segment in line).strip() == title.strip()


def _marked(segment: Segment, by_id: dict[str, NumberedClaim]) -> MarkedText:
    own = by_id[segment.claim].number if segment.ends == (segment.claim,) else None
    ends = sorted((by_id[claim] for claim in segment.ends), key=lambda one: one.number)
    return MarkedText(
        text=wording.visible(segment.text),
        claim=segment.claim,
        opens=segment.opens,
        own=own,
        ends=() if own else tuple(ends),
        closes=(None,) * segment.closes,
    )
