"""From a report's text to spaCy parses whose offsets are the report's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from habeas.claims.english.parse.garden_paths import turn_back
from habeas.claims.english.parse.language_model import load_english
from habeas.claims.english.parse.trees import forget_tree, keep_tree
from habeas.claims.english.screen import english_screen
from habeas.claims.lines import blank, blocks, unwrap, without_noise
from habeas.claims.long_texts import without_distant_lines
from habeas.claims.turns import Turn, blank_labels
from habeas.model.reports import Report

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
_DAY = rf"(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}})(?:,? \d{{4}})?"
_PLACE = r"[A-Z][\w.'’-]*(?:[ /][A-Z][\w.'’-]*){0,3}"
_AGENCY = r" ?\([A-Z][^()\n]{1,40}\)"
_LABEL = re.compile(
    r"^[ \t]*(?:\[\d{1,2}:\d{2}(?::\d{2})?\]|[*_]{0,2}\d{1,2}:\d{2}[*_]{0,2}"
    r"|\d{1,3}/(?:\d{1,3})?|[•*–-]|\d{1,3}[.)])[ \t]+"
    r"|^[A-Z][A-Z .'/-]{2,40}(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?(?: \([^()\n]{1,40}\))? ?[-–—]+ "
    rf"|^(?:{_PLACE}, {_DAY}(?:{_AGENCY})?|{_DAY}{_AGENCY}) ?[-–—]+ ",
    re.MULTILINE,
)
"""What opens a line without being part of its sentence: a time stamp, a thread
number, a bullet, "Q:", a dateline."""

_CONTRACTED = re.compile(r"(?<=n)’(?=t\b)|(?<=[a-z])’(?=(?:re|ve|ll|d)\b)")
"""The apostrophe of "wasn’t", which the parser knows best upright."""
_HONORIFIC = re.compile(r"(?<=\bVen|\bHon|\bAdv)\.(?= [A-Z])|(?<=\bEngr|\bBarr)\.(?= [A-Z])")
"""The full stop after a title that the parser takes for the end of a sentence."""
_SPACED_HYPHEN = re.compile(r"(?<=[\w.,;:)”\"’'] )-(?= [\w(“\"‘'])")
"""A hyphen that stands for a dash: the parser would join what it parts."""


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
    Of a long text only what is near a possible claim is parsed.

    Raises:
        TextTooLong, WrongLanguageModel: See there.
    """
    nlp = load_english()
    text = without_distant_lines(without_noise(report.text), english_screen())
    text = blank_labels(text, turns)
    text = _CONTRACTED.sub("'", text)
    text = _HONORIFIC.sub(" ", text)
    text = _SPACED_HYPHEN.sub("–", unwrap(blank(_LABEL, text)))
    for start, end in blocks(text):
        doc = nlp(text[start:end])
        turn_back(doc)
        keep_tree(doc)
        yield Block(doc=doc, offset=start)
        forget_tree(doc)
