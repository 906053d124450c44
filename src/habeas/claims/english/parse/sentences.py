"""Where sentences begin, said before the parser guesses: a step of the spaCy pipeline."""

from __future__ import annotations

from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Token

from habeas.claims.english.parse.trees import neighbour

LONGEST_SENTENCE = 200
"""Tokens without a full stop after which a sentence is cut. Longer runs are tables or
noise, and what the rules cost grows with the square of a sentence."""

COMPONENT = "habeas_lines"
_SHORTEST_WORD = 4
_SHORTENED = frozenset("arts sect sept para nos.".split())
_FULL_STOPS = frozenset({".", "!", "?", "…"})


@Language.component(COMPONENT)
def begin_sentences_at_lines(doc: Doc) -> Doc:
    """Begin a sentence after every line break, and where no sentence has ended for too long."""
    since = 0
    for before, token in pairwise(doc):
        since = 0 if before.text in _FULL_STOPS else since + 1
        if "\n" in before.text or since >= LONGEST_SENTENCE:
            token.is_sent_start = True
            _hold_together(doc, token)
            since = 0
        elif _opens_with_a_number(token, before):
            token.is_sent_start = True
        elif before.like_num and token.is_alpha:
            token.is_sent_start = False  # "At least eight | Northland students …"
    return doc


def _opens_with_a_number(token: Token, before: Token) -> bool:
    """ "… on Monday. 63 now": a number in digits after a full stop that ends no abbreviation."""
    if before.text != "." or not token.text[:1].isdigit() or before.i == 0:
        return False
    last = neighbour(before, -1)
    return last.is_alpha and len(last) >= _SHORTEST_WORD and last.lower_ not in _SHORTENED


def _hold_together(doc: Doc, first: Token) -> None:
    """Keep the first two words of a line in one sentence: "Nine prisoners were freed".

    The parser, told that a sentence begins, is prone to end it after one word.
    """
    if first.i + 1 < len(doc) and first.is_alpha and neighbour(first, 1).is_alpha:
        neighbour(first, 1).is_sent_start = False
