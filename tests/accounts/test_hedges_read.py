"""The reader gives every phrase of the tables its two tiers. Every release here is invented."""

from __future__ import annotations

import pytest

from accounts.hedge_phrases import ENGLISH, RUSSIAN, Tier
from habeas.accounts.hedges import hard_bounds, soft_bounds
from habeas.claims import extract_claims
from habeas.reports import read_report

OF = {
    "a couple",
    "a handful",
    "dozens",
    "scores",
    "tens",
    "hundreds",
    "thousands",
    "tens of thousands",
    "hundreds of thousands",
}
"""Phrases that count people with "of"."""
SENTENCES = {
    "done to them": "Ruritania released {} political prisoners on Monday, the ministry said.",
    "they are": "The ministry said on Monday that {} prisoners were released in Streslau.",
}
RUSSIAN_SENTENCES = {
    "done to them": "Полиция задержала {} протестующих, сообщило министерство внутренних дел.",
    "they are": "В понедельник освобождены {} заключённых, сообщило министерство внутренних дел.",
}


def tiers_read(sentence: str) -> list[tuple[Tier, Tier]]:
    report = read_report(f"{sentence}\n".encode(), media_type="text/plain", file="story.txt")
    found = []
    for count in (c.count for c in extract_claims(report) if c.count is not None):
        hard, soft = hard_bounds(count), soft_bounds(count)
        found.append(((hard.low, hard.high), (soft.low, soft.high)))
    return found


@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=SENTENCES)
@pytest.mark.parametrize(("words", "expected"), ENGLISH.items(), ids=ENGLISH)
def test_english(sentence: str, words: str, expected: tuple[Tier, Tier]) -> None:
    counting = f"{words} of" if words in OF else words
    assert tiers_read(sentence.format(counting)) == [expected]


@pytest.mark.parametrize("sentence", RUSSIAN_SENTENCES.values(), ids=RUSSIAN_SENTENCES)
@pytest.mark.parametrize(("words", "expected"), RUSSIAN.items(), ids=RUSSIAN)
def test_russian(sentence: str, words: str, expected: tuple[Tier, Tier]) -> None:
    assert tiers_read(sentence.format(words)) == [expected]
