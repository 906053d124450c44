"""From characters of a text to tokens of its parse, fast on long texts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

type Stretches = Sequence[tuple[int, int]]
"""Parts of a text in characters (end exclusive), in text order and apart from each other."""


def span_of(doc: Doc, start: int, end: int) -> Span:
    """Tokens that hold the characters from `start` to `end` (exclusive).

    Tokens held in part count whole. Found by halving, as `Doc.char_span`
    walks the whole text each time.
    """
    first = max(bisect_right(range(len(doc)), start, key=lambda i: doc[i].idx) - 1, 0)
    last = bisect_left(range(len(doc)), end, lo=first, key=lambda i: doc[i].idx)
    return doc[first:last]


def joined(sentences: Iterable[Span]) -> Stretches:
    """The characters of sentences given in text order, those side by side as one."""
    found: list[tuple[int, int]] = []
    last = -1
    for sentence in sentences:
        if sentence.start == last:
            found[-1] = found[-1][0], sentence.end_char
        else:
            found.append((sentence.start_char, sentence.end_char))
        last = sentence.end
    return found
