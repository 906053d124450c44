"""Lengths of sentences as lists of people write them."""

from __future__ import annotations

import re

from habeas.claims.english.facts import ENGLISH_FACTS
from habeas.claims.russian.facts import RUSSIAN_FACTS

_ISO = re.compile(r"P(?=\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?")


def duration_of(words: str) -> str | None:
    """The ISO 8601 duration of a cell; None where it is not a single length.

    >>> duration_of("5 years 6 months"), duration_of("10 лет колонии"), duration_of("life")
    ('P5Y6M', 'P10Y', None)
    """
    if _ISO.fullmatch(words):
        return words
    for facts in (ENGLISH_FACTS, RUSSIAN_FACTS):
        found = facts.lengths(words)
        if len(found) == 1:
            return found[0].duration
    return None
