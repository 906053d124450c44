"""Who says what, in any English text: source, cue and content.

All persons, organisations and events are invented.
"""

from __future__ import annotations

import pytest

from habeas.claims.english.parse.language_model import load_english
from habeas.claims.english.speech.attributions import (
    Attribution,
    find_attributions,
    found_words,
    outermost,
)
from habeas.claims.english.speech.quotations import find_quotations

STORIES: dict[str, tuple[str, list[str]]] = {
    "a clause after its verb": (
        "Ana Sol said that nine men were free.",
        ["Ana Sol | said | that nine men were free"],
    ),
    "a clause before its verb": (
        "Nine men were free, Ana Sol said.",
        ["Ana Sol | said | Nine men were free"],
    ),
    "a voice in the middle": (
        "The nine men, she said, were free.",
        ["she | said | The nine men + were free"],
    ),
    "by whose account": (
        "According to the union, nine men were free.",
        ["the union | According | nine men were free"],
    ),
    "by their own account": (
        "By the army's own account, nine men were held.",
        ["the army's | account | nine men were held"],
    ),
    "a quotation over two sentences": (
        "“They beat us,” said Ana Sol. “They took our shoes.”",
        ["Ana Sol | said | “They beat us,” + “They took our shoes.”"],
    ),
    "a wish": (
        "The union wants to see the list.",
        ["The union | wants | to see the list"],
    ),
    "a judgement": (
        "The union condemned the arrests.",
        ["The union | condemned | the arrests"],
    ),
    "a noun of saying": (
        "The ministry's claim that nobody died was printed.",
        ["The ministry's | claim | that nobody died"],
    ),
    "a state of mind": (
        "She was confident that he would return.",
        ["She | confident | that he would return"],
    ),
    "hearsay has no source": (
        "He is believed to be in Varn.",
        ["- | believed | He + to be in Varn"],
    ),
    "no attribution": ("Nine men walked home.", []),
}


@pytest.mark.parametrize("story", STORIES)
def test_who_says_what(story: str) -> None:
    text, expected = STORIES[story]
    assert [in_words(text, n) for n in range(len(every(text)))] == expected


def every(text: str) -> tuple[Attribution, ...]:
    return outermost(find_attributions(load_english()(text)))


def in_words(text: str, number: int) -> str:
    words = found_words(every(text)[number])
    source = "-" if words.source is None else text[slice(*words.source)]
    content = " + ".join(text[start:end] for start, end in words.content)
    return f"{source} | {text[slice(*words.cue)]} | {content}"


QUOTATIONS: dict[str, tuple[str, list[str]]] = {
    "one": ('He said "no" twice.', ['"no"']),
    "curly": ("He said “no” twice.", ["“no”"]),
    "a paragraph that goes on": ("“One.\n\n“Two,” she said.", ["“One.\n\n“Two,”"]),
    "an inch is none": ('A 5" pipe.\nHe said "no".', ['"no"']),
    "none": ("He said no.", []),
}


@pytest.mark.parametrize("story", QUOTATIONS)
def test_what_is_quoted(story: str) -> None:
    text, expected = QUOTATIONS[story]
    assert [text[q.start : q.end] for q in find_quotations(text)] == expected
