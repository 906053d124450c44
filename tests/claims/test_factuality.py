"""What is told as fact. All sentences are invented; the predicate stands between asterisks."""

from __future__ import annotations

import pytest

from habeas.claims.english.parse.language_model import load_english
from habeas.claims.english.promises.factuality import is_fact

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
    "liked to be done": ("I would like to *open* the gate.", False),
    "unable": ("The guard was unable to *open* the gate.", False),
    "too tired": ("The guard was too tired to *open* the gate.", False),
    "glad to hear": ("The guard was glad to *hear* the news.", True),
    "made to": ("The guard has had to *open* the gate.", True),
    "thought of": ("The guard was thinking of *opening* the gate.", False),
    "got to": ("You gotta *open* the gate.", False),
    "how to": ("How to *open* the gate:", False),
    "what would be": ("*Opening* the gate would be a mistake.", False),
    "enjoyed": ("What a joy to *open* the gate.", True),
    "part of a compound": ("The *opening* price was high.", False),
    "without": ("They left without *opening* the gate.", False),
}


@pytest.mark.parametrize("story", STORIES)
def test_what_is_told_as_fact(story: str) -> None:
    words, expected = STORIES[story]
    doc = load_english()(words.replace("*", ""))
    at = words.index("*")
    assert is_fact(next(t for t in doc if t.idx == at)) is expected
