"""Parsing keeps every character where it stands, whatever the text is like."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.claims import extract_claims
from habeas.claims.english.parse.parsing import parse_report
from habeas.claims.english.parse.sentences import LONGEST_SENTENCE
from habeas.claims.lines import BLOCK
from habeas.model.reports import Report

HOSTILE = {
    "one word without end": "a" * 300_000,
    "brackets": "(" * 50_000,
    "quotation marks": '"' * 50_000,
    "commas and digits": "1," * 50_000,
    "lines": "\n" * 100_000,
    "no full stop": "released prisoners " * 400,
    "clauses in clauses": "who said that " * 800,
    "numbers in numbers": "one hundred and " * 800,
    "directions": "\u202e\u2066freed\u202c 12 people\u2069 " * 300,
    "nulls": "freed 12 people\x00 " * 300,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_is_read_and_its_claims_stay_locked(text: str) -> None:
    source = report(text)
    for claim in extract_claims(source):
        at = claim.passage
        assert source.text[at.start : at.end] == at.exact


@settings(max_examples=40)
@given(st.text(alphabet=st.sampled_from("ab 12.,:;\n\t()\"'-–\u200b\u202e\ufeffé漢"), max_size=400))
def test_blocks_are_the_text_in_order(text: str) -> None:
    source = report(text)
    blocks = list(parse_report(source))
    for block in blocks:
        here = source.text[block.offset : block.offset + len(block.doc.text)]
        assert len(here) == len(block.doc.text)
        for token in block.doc:
            if token.text.isalnum():
                assert here[token.idx : token.idx + len(token)] == token.text
    for left, right in pairwise(blocks):
        assert left.offset + len(left.doc.text) <= right.offset


def test_a_long_text_is_parsed_in_blocks_cut_at_lines() -> None:
    source = report("Norland freed 12 people on Friday.\n" * 1_500)
    blocks = list(parse_report(source))
    assert len(blocks) > 1
    assert all(len(block.doc.text) <= BLOCK for block in blocks)
    assert all(block.doc.text.endswith("\n") for block in blocks)


def test_a_sentence_without_end_is_cut() -> None:
    (block,) = parse_report(report("people and " * 600))
    assert max(len(sentence) for sentence in block.doc.sents) <= LONGEST_SENTENCE + 1


LABELS = {
    "a time stamp": "[00:15] Police freed 12 people.",
    "a thread number": "2/6 Police freed 12 people.",
    "a bullet": "• Police freed 12 people.",
    "a dateline": "BAKU, May 17 (Example Wire) - Police freed 12 people.",
    "a day and an agency": "13 December (Example Wire) - Police freed 12 people.",
    "a place and a day": "Geneva/Bern, 5 May 2024 – Police freed 12 people.",
    "a place, a day and an agency": "Varn, May 17 (Example Wire) — Police freed 12 people.",
}


@pytest.mark.parametrize("text", LABELS.values(), ids=LABELS.keys())
def test_what_opens_a_line_is_no_part_of_the_claim(text: str) -> None:
    (claim,) = extract_claims(report(text))
    assert claim.passage.exact == "Police freed 12 people"


def report(text: str) -> Report:
    """A report of an invented publisher."""
    return Report(
        id="0" * 64,
        file="text.txt",
        url=None,
        media_type="text/plain",
        language="en",
        title="",
        publisher="Example Wire",
        published=None,
        retrieved=None,
        text=text,
    )
