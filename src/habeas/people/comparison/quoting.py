"""Names inside a sentence of another script."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from habeas.people.names.cleaning import clean_name

LONGEST_SHOWN = 80
"""Characters of a name that a sentence shows; an ellipsis stands for the rest."""

_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


@lru_cache(maxsize=16_384)
def quoted(name: str) -> str:
    """A name in quotation marks, cleaned of what cannot be seen.

    A name written from right to left stands between isolates (Unicode Standard Annex 9),
    so that it does not turn round the words beside it.

    >>> quoted("Maria\\u200b")
    '“Maria”'
    """
    shown = clean_name(name).text
    if len(shown) > LONGEST_SHOWN:
        shown = shown[:LONGEST_SHOWN].rstrip() + "…"
    if any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in shown):
        shown = f"{_FIRST_STRONG_ISOLATE}{shown}{_POP_ISOLATE}"
    return f"“{shown}”"
