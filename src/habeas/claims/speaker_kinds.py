"""Kinds of speakers, from data: words that say what an organisation or a person is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from itertools import groupby

from habeas.model.claims import SpeakerKind

_REMEMBERED = 4_096
"""Descriptions whose kind is kept: one report names the same voices again and again."""

_FILES = ("speakers.tsv", "speakers_ru.tsv")
"""One for each language; no word of one is a word of another."""


@lru_cache(maxsize=_REMEMBERED)
def speaker_kind(*descriptions: str) -> SpeakerKind:
    """Kind of a speaker by what the data say of these words, the first that says anything.

    A name alone tells nothing: only words that stand in `data/speakers*.tsv` do.
    """
    for words in descriptions:
        for kind, pattern in _kind_patterns():
            if pattern.search(words):
                return kind
    return SpeakerKind.UNKNOWN


@cache
def _kind_patterns() -> tuple[tuple[SpeakerKind, re.Pattern[str]], ...]:
    folder = files("habeas.claims") / "data"
    lines = [
        line for name in _FILES for line in (folder / name).read_text(encoding="utf-8").splitlines()
    ]
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    # Rows of one kind that follow each other are one pattern: which of them matches is the same.
    return tuple(
        (SpeakerKind(kind), re.compile(_any_of(words for _, words in run), re.IGNORECASE))
        for kind, run in groupby(rows, key=lambda row: row[0])
    )


def _any_of(phrases: Iterable[str]) -> str:
    words = "|".join(re.escape(phrase) for phrase in phrases)
    return rf"(?<![\w-])(?:{words})(?![\w-])"
