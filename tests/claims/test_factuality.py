"""What is told as fact. All sentences are invented; the predicate stands between asterisks."""

from __future__ import annotations

import pytest

from habeas.claims.english.factuality import is_fact
from habeas.claims.english.language_model import load_english

STORIES = {
    "told": ("The guard *opened* the gate.", True),
    "said to have been": ("She said the guard *opened* the gate.", True),
    "denied": ("The guard did not *open* the gate.", False),
    "to come": ("The guard will *open* the gate.", False),
    "about to come": ("The guard is going to *open* the gate.", False),
    "wanted": ("The guard wanted to *open* the gate.", False),
    "begun": ("The guard began to *open* the gate.", True),
    "under a condition": ("If the guard *opened* the gate, they ran.", False),
    "asked": ("Did the guard *open* the gate?", False),
    "taken for granted": ("Why did the guard *open* the gate?", True),
    "ordered": ("*Open* the gate.", False),
    "not thought": ("I do not think the guard *opened* the gate.", False),
    "a relative": ("The guard who *opened* the gate may run.", True),
    "polite": ("I would *like* a list.", True),
    "without": ("They left without *opening* the gate.", False),
}


@pytest.mark.parametrize("story", STORIES)
def test_what_is_told_as_fact(story: str) -> None:
    words, expected = STORIES[story]
    doc = load_english()(words.replace("*", ""))
    at = words.index("*")
    assert is_fact(next(t for t in doc if t.idx == at)) is expected
