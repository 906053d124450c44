"""Cut a text so that every claim's words can be marked, however the passages lie.

Passages nest, touch, coincide and overlap. A page can only nest its marks, so a
passage that overlaps another is marked in pieces; the first piece bears the
anchor, the last its number.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The words of one claim: characters `start` to `end` (exclusive)."""

    claim: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The beginning of one piece of a passage.

    Attributes:
        claim: Id of the claim.
        first: True for the piece that bears the anchor; later pieces continue it.
    """

    claim: str
    first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of text over which the same passages lie.

    Attributes:
        text: Never empty.
        claims: Ids of the claims whose words these are, outermost mark first.
        opens: Marks that begin before this text, outermost first.
        closes: How many marks end after it.
        ends: Claims whose last word stands here, in the order they were opened.
    """

    text: str
    claims: tuple[str, ...]
    opens: tuple[Mark, ...]
    closes: int
    ends: tuple[str, ...]

    @property
    def claim(self) -> str:
        """The innermost claim; empty where nothing is claimed."""
        return self.claims[-1] if self.claims else ""


def paragraphs(text: str, spans: Iterable[Span]) -> tuple[tuple[Segment, ...], ...]:
    """Segments of each line of a text, marks opened and closed within the line.

    Args:
        text: Any text. Lines end at a line feed.
        spans: Passages within it; what lies outside the text is ignored.

    Returns:
        One tuple for each line, empty for an empty line. Joined by line feeds,
        the segments' texts are the text again.
    """
    by_claim = {span.claim: span for span in spans if span.start < span.end}
    coming = deque(sorted(by_claim.values(), key=lambda span: (span.start, -span.end)))
    open_spans: list[Span] = []
    begun: set[str] = set()
    lines: list[tuple[Segment, ...]] = []
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        while coming and coming[0].start < end:
            open_spans.append(coming.popleft())
        open_spans = [span for span in open_spans if span.end > at]
        lines.append(_segments(line, [_within(s, at, len(line)) for s in open_spans], begun))
        begun.update(mark.claim for segment in lines[-1] for mark in segment.opens)
        at = end + 1
    return _with_ends(lines)


def _within(span: Span, at: int, length: int) -> Span:
    return replace(span, start=max(0, span.start - at), end=min(length, span.end - at))


def _segments(line: str, spans: Sequence[Span], begun: set[str]) -> tuple[Segment, ...]:
    edges = sorted({0, len(line)} | {edge for s in spans for edge in (s.start, s.end)})
    stack: list[Span] = []
    seen = set(begun)
    segments: list[Segment] = []
    for start, end in pairwise(edges):
        covering = [s for s in spans if s.start <= start and s.end >= end]
        opened = [s for s in covering if s not in stack]
        stack += opened
        marks = tuple(Mark(claim=s.claim, first=s.claim not in seen) for s in opened)
        seen.update(s.claim for s in opened)
        kept = _unfinished(stack, end)
        segments.append(
            Segment(
                text=line[start:end],
                claims=tuple(s.claim for s in stack),
                opens=marks,
                closes=len(stack) - kept,
                ends=(),
            )
        )
        del stack[kept:]
    return tuple(segments)


def _unfinished(stack: Sequence[Span], at: int) -> int:
    """How many of the outermost marks can stay open: those before the first that ends."""
    for depth, span in enumerate(stack):
        if span.end <= at:
            return depth
    return len(stack)


def _with_ends(lines: Sequence[Sequence[Segment]]) -> tuple[tuple[Segment, ...], ...]:
    last: dict[str, tuple[int, int]] = {}
    for row, line in enumerate(lines):
        for column, segment in enumerate(line):
            last |= dict.fromkeys(segment.claims, (row, column))
    return tuple(
        tuple(
            replace(segment, ends=tuple(c for c in segment.claims if last[c] == (row, column)))
            for column, segment in enumerate(line)
        )
        for row, line in enumerate(lines)
    )
