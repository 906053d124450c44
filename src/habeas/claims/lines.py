"""The lines of a text before they are parsed: noise blanked, wrapped paragraphs joined.

Every step keeps each character where it stands, so that offsets stay the report's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

BLOCK = 20_000
"""Characters parsed at once; bounds the parser's memory on a long report."""

_UNPARSED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
)
_NOISE = re.compile(r"[^\w\s]{12,}|\S{200,}")
"""Runs that are no words, on which a tokenizer spends the square of their length."""
_ENDS_SENTENCE = re.compile(r"[.!?:;…][\"'”’»)\]]*\s*$")


def blank(pattern: re.Pattern[str], text: str) -> str:
    """The text with every match as spaces."""
    return pattern.sub(lambda found: " " * len(found[0]), text)


def without_noise(text: str) -> str:
    """The text with invisible and control characters, and runs that are no words, as spaces."""
    return blank(_NOISE, _UNPARSED.sub(" ", text))


def unwrap(text: str) -> str:
    """Turn line breaks that only wrap a paragraph into spaces.

    A break wraps where the next line is neither empty nor indented as a list
    item, and the line is about as long as the longest and ends no sentence.
    """
    lines = text.split("\n")
    longest = max(map(len, lines))
    if longest > 100:
        return text
    pieces = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        wraps = (
            following[:1].strip() not in ("", "-", "*", "•")
            and len(line) > 0.75 * longest
            and not _ENDS_SENTENCE.search(line)
        )
        pieces.append(line + (" " if wraps else "\n"))
    return "".join(pieces)[: len(text)]


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Start and end (exclusive) of runs of whole lines, none longer than `BLOCK`, none blank."""
    start = 0
    while start < len(text):
        end = min(start + BLOCK, len(text))
        if end < len(text):
            cut = max(text.rfind("\n", start, end), start)
            cut = cut if cut > start else text.rfind(" ", start, end)
            end = cut + 1 if cut > start else end
        if text[start:end].strip():
            yield start, end
        start = end
