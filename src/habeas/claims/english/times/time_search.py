"""Where in a text the forms of time expressions stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain

from ahocorasick_rs import AhoCorasick

from habeas.claims.english.parse.spans import Stretches
from habeas.claims.english.times.time_patterns import Form, Match, forms

_REACH = 80
"""Characters on either side of its words within which a time ends; the longest take half."""


def find_forms(text: str, within: Stretches | None = None) -> Iterator[tuple[Form, Match]]:
    """Every match of every form, form by form; a form's own in text order, without overlap.

    A pattern is tried only around the words that its times must have: they are found in
    one pass over the text, and most text is near none of them.

    Args:
        text: The text.
        within: Parts of it that alone matter; what is found may reach out of them.
    """
    low = text.lower()
    if len(low) != len(text):  # some letters grow: "İ"
        low = "".join(sign if len(small := sign.lower()) != 1 else small for sign in text)
    words, searcher = _words()
    near: dict[str, list[int]] = {}
    for begin, stop in within if within is not None else ((0, len(low)),):
        for number, place, _ in searcher.find_matches_as_indexes(low[begin:stop], overlapping=True):
            near.setdefault(words[number], []).append(begin + place)
    for form in forms():
        at = sorted(chain.from_iterable(near.get(word, ()) for word in form.words))
        for start, end in _stretches(at):
            yield from ((form, match) for match in form.pattern.finditer(text, start, end))


def _stretches(at: list[int]) -> Iterator[tuple[int, int]]:
    """The characters near some places, in text order and apart from each other."""
    begin = end = 0
    for place in at:
        if place - _REACH > end or not end:
            if end:
                yield begin, end
            begin = max(0, place - _REACH)
        end = place + _REACH
    if end:
        yield begin, end


@cache
def _words() -> tuple[list[str], AhoCorasick]:
    words = sorted({word for form in forms() for word in form.words})
    return words, AhoCorasick(words)
