"""What of a long text is parsed. Everyone in the texts is fictional."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.claims import extract_claims
from habeas.claims.english.screen import english_screen
from habeas.claims.extract import parse_length
from habeas.claims.long_texts import AROUND, LONG, MOST, TextTooLong, without_distant_lines
from habeas.model.reports import Report
from habeas.reports import read_report

FILLER = "The tide tables of Port Ellery give the height of the water at noon.\n\n"
NEWS = "The ministry said on Friday that 24 prisoners had been released from Arden prison.\n\n"
MINUTES = FILLER * (LONG // len(FILLER) + 1)


def _report(text: str) -> Report:
    return read_report(text.encode(), file="minutes.txt")


def test_a_text_of_usual_length_is_parsed_whole() -> None:
    text = FILLER * 100 + NEWS
    assert without_distant_lines(text, english_screen()) == text
    assert parse_length(_report(text)) == len(text)


def test_a_text_without_such_words_is_not_parsed() -> None:
    assert parse_length(_report(MINUTES)) == 0


def test_a_long_text_is_parsed_around_its_claims() -> None:
    text = MINUTES + NEWS + MINUTES + NEWS
    kept = without_distant_lines(text, english_screen())
    words = [line for line in kept.split("\n") if line.strip()]
    assert words.count(NEWS.strip()) == 2
    assert len(kept.replace(" ", "")) < len(text) / 5
    assert parse_length(_report(text)) <= 3 * 2 * AROUND + 2 * len(NEWS)
    # Lines are kept whole.
    assert set(words) == {NEWS.strip(), FILLER.strip()}


PIECES = st.lists(st.sampled_from([FILLER * 60, NEWS, "\n", "\u00a0", "İ\n"]), max_size=30)


@given(PIECES)
def test_every_character_keeps_its_place(pieces: list[str]) -> None:
    text = MINUTES + "".join(pieces)
    kept = without_distant_lines(text, english_screen())
    assert len(kept) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, kept, strict=True))
    assert [i for i, c in enumerate(kept) if c == "\n"] == [
        i for i, c in enumerate(text) if c == "\n"
    ]
    for start, end in english_screen().stretches(text):
        assert kept[start:end] == text[start:end]


@pytest.mark.slow
def test_claims_of_a_long_text_stand_where_they_say() -> None:
    report = _report(MINUTES + NEWS + MINUTES + NEWS.replace("24", "25"))
    claims = extract_claims(report)
    assert [c.count.low for c in claims if c.count] == [24, 25]
    for claim in claims:
        passage = claim.passage
        assert report.text[passage.start : passage.end] == passage.exact


def test_what_would_take_hours_is_refused() -> None:
    report = _report(NEWS * (MOST // len(NEWS) + 1))
    with pytest.raises(TextTooLong, match="split the document"):
        extract_claims(report)
