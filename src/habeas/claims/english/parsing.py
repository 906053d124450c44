"""From a report's text to spaCy parses whose offsets are the report's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from habeas.claims.english.language_model import load_english
from habeas.claims.turns import Turn, blank_labels
from habeas.model.reports import Report

BLOCK = 20_000
"""Characters parsed at once; bounds the parser's memory on a long report."""

_UNPARSED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
)
_LABEL = re.compile(
    r"^[ \t]*(?:\[\d{1,2}:\d{2}(?::\d{2})?\]|[*_]{0,2}\d{1,2}:\d{2}[*_]{0,2}"
    r"|\d{1,3}/(?:\d{1,3})?|[•*–-]|\d{1,3}[.)])[ \t]+"
    r"|^[A-Z][A-Z .'/-]{2,40}(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?(?: \([^()\n]{1,40}\))? ?[-–—]+ ",
    re.MULTILINE,
)
"""What opens a line without being part of its sentence: a time stamp, a thread
number, a bullet, "Q:", a dateline."""
_NOISE = re.compile(r"[^\w\s]{12,}|\S{200,}")
"""Runs that are no words, on which a tokenizer spends the square of their length."""
_ENDS_SENTENCE = re.compile(r"[.!?:;…][\"'”’»)\]]*\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of whole lines, parsed.

    Attributes:
        doc: The parse; character `i` of `doc.text` is character `offset + i` of the text.
        offset: Where the block begins in `Report.text`.
    """

    doc: Doc
    offset: int


def parse_report(report: Report, turns: Sequence[Turn] = ()) -> Iterator[Block]:
    """Parse a report block by block, in text order.

    Invisible and control characters are parsed as spaces, and a line break
    inside a wrapped paragraph too; both keep every character where it stands.
    The labels of the turns of a conversation are no words of its sentences.
    """
    nlp = load_english()
    text = blank_labels(_blank(_NOISE, _UNPARSED.sub(" ", report.text)), turns)
    text = _unwrap(_blank(_LABEL, text))
    for start, end in _blocks(text):
        yield Block(doc=nlp(text[start:end]), offset=start)


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda found: " " * len(found[0]), text)


def _unwrap(text: str) -> str:
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


def _blocks(text: str) -> Iterator[tuple[int, int]]:
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
