"""Sentences cut and joined where no writer would: a reader gets what a parser makes of the worst.

Everyone in the labelled reports is invented.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from claims.test_extract import report
from habeas.claims import LanguageNotRead, extract_claims

GOLDENS = Path(__file__).resolve().parent.parent / "goldens"
JOINTS = [",", "and", "и", "—", ", which", ", который", ":", "«", '"', "(", ";", ""]


def _sentences(folder: str) -> list[str]:
    texts = [path.read_text("utf-8") for path in sorted((GOLDENS / folder).glob("*.txt"))]
    found = [s for text in texts for s in re.split(r"(?<=[.!?])\s+|\n+", text)]
    return [sentence for sentence in found if len(sentence) > 20]


@pytest.mark.slow
@pytest.mark.parametrize(("folder", "language"), [("tuning", "en"), ("tuning-russian", "ru")])
def test_spliced_sentences_are_read_without_a_fault(folder: str, language: str) -> None:
    sentences = st.sampled_from(_sentences(folder))

    @settings(max_examples=60)
    @given(sentences, sentences, sentences, st.sampled_from(JOINTS), st.data())
    def law(left: str, right: str, after: str, joint: str, data: st.DataObject) -> None:
        cut = data.draw(st.integers(1, len(left.split())))
        begin = data.draw(st.integers(0, len(right.split()) - 1))
        text = " ".join([*left.split()[:cut], joint, *right.split()[begin:], after])
        made = report(text, language=language)
        try:
            claims = extract_claims(made)
        except LanguageNotRead:
            reject()  # what is left may be figures, or the name of a Kazakh town
        for claim in claims:
            passage = claim.passage
            assert made.text[passage.start : passage.end] == passage.exact != ""

    law()
