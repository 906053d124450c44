"""A report's text with the words of its claims marked, each piece with its place in the text."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.register.list_rows import table_rows
from habeas.register.marking import Span, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from habeas.model.claims import Claim
    from habeas.model.reports import Report
    from habeas.register.marking import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text over which the same claims lie.

    Attributes:
        at: Where it begins in the text, in characters.
        claim: Innermost claim; empty where nothing is claimed.
        state: State of that claim.
        opens: Marks that begin before it.
        ends: Id and number of the claims whose last word stands in it.
        closes: One entry for each mark that ends after it.
    """

    text: str
    at: int
    claim: str
    state: str
    opens: tuple[Mark, ...]
    ends: tuple[tuple[str, int], ...]
    closes: tuple[None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedRow:
    """A row of a list, with id and number of its claims."""

    cells: tuple[str, ...]
    claims: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedReport:
    """The text of a report: lines of prose, or the rows of a list, not both."""

    lines: tuple[tuple[Piece, ...], ...]
    header: tuple[str, ...]
    rows: tuple[ListedRow, ...]


def marked(
    report: Report, claims: Sequence[Claim], states: Mapping[str, str], part: range
) -> MarkedReport:
    """Mark claims in a report.

    Args:
        report: The report.
        claims: In the order in which they are numbered, from 1.
        states: State of each claim, by id.
        part: Places of the claims that are shown, from 0; of a list only their rows are.
    """
    numbers = {claim.id: number for number, claim in enumerate(claims, start=1)}
    rows = table_rows(report.text) if report.is_table else ()
    if rows:
        starts = [row.start for row in rows[1:]]
        by_row: dict[int, list[tuple[str, int]]] = {}
        at_row = [max(0, bisect_left(starts, c.passage.start + 1) - 1) for c in claims]
        for claim, row in zip(claims, at_row, strict=True):
            by_row.setdefault(row, []).append((claim.id, numbers[claim.id]))
        first = at_row[part.start] if part.start else 0
        last = at_row[part.stop] if part.stop < len(claims) else len(rows)
        return MarkedReport(
            lines=(),
            header=rows[0].cells,
            rows=tuple(
                ListedRow(cells=row.cells, claims=tuple(by_row.get(at, ())))
                for at, row in enumerate(rows[1:])
                if first <= at < max(last, first + 1)
            ),
        )
    spans = (Span(claim=c.id, start=c.passage.start, end=c.passage.end) for c in claims)
    lines = tuple(_lines(report.text, spans, numbers, states))
    if lines and _repeats_title(lines[0], report.title):
        lines = lines[1:]
    return MarkedReport(lines=lines, header=(), rows=())


def _repeats_title(line: Sequence[Piece], title: str) -> bool:
    """True for a first line that only says the headline again and claims nothing."""
    unmarked = not any(piece.claim for piece in line)
    return unmarked and "".join(piece.text for piece in line).strip() == title.strip()


def _lines(
    text: str, spans: Iterable[Span], numbers: Mapping[str, int], states: Mapping[str, str]
) -> Iterable[tuple[Piece, ...]]:
    at = 0
    for line in paragraphs(text, spans):
        pieces = []
        for segment in line:
            pieces.append(
                Piece(
                    text=segment.text,
                    at=at,
                    claim=segment.claim,
                    state=states.get(segment.claim, ""),
                    opens=segment.opens,
                    ends=tuple(sorted(((c, numbers[c]) for c in segment.ends), key=lambda e: e[1])),
                    closes=(None,) * segment.closes,
                )
            )
            at += len(segment.text)
        at += 1
        if pieces:
            yield tuple(pieces)
