"""Kinds of speakers, from data: words that say what an organisation or a person is."""

from __future__ import annotations

import re
from functools import cache

from habeas.claims.lexicon import english
from habeas.model.claims import SpeakerKind


def speaker_kind(*descriptions: str) -> SpeakerKind:
    """Kind of a speaker by what the data say of these words, the first that says anything.

    A name alone tells nothing: only words that stand in `data/speakers.tsv` do.
    """
    for words in descriptions:
        for kind, pattern in _kind_patterns():
            if pattern.search(words):
                return kind
    return SpeakerKind.UNKNOWN


@cache
def _kind_patterns() -> tuple[tuple[SpeakerKind, re.Pattern[str]], ...]:
    return tuple(
        (kind, re.compile(rf"(?<![\w-]){re.escape(words)}(?![\w-])", re.IGNORECASE))
        for kind, words in english().speaker_kinds
    )
