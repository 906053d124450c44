"""From characters of a text to tokens of its parse, fast on long texts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


def span_of(doc: Doc, start: int, end: int) -> Span:
    """Tokens that hold the characters from `start` to `end` (exclusive).

    Tokens held in part count whole. Found by halving, as `Doc.char_span`
    walks the whole text each time.
    """
    first = max(bisect_right(range(len(doc)), start, key=lambda i: doc[i].idx) - 1, 0)
    last = bisect_left(range(len(doc)), end, lo=first, key=lambda i: doc[i].idx)
    return doc[first:last]
