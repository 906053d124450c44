"""Capitals that stand for their states: "Minsk frees 123", "Washington was lifting sanctions".

Only who *acts* is read so. A place keeps being a place, and `find_states` knows no capitals:
somebody arrested in Minsk is not thereby Belarusian, nor held by anyone.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

from habeas.claims.states import state_code, state_of

_NO_LETTER = re.compile(r"[^\w\s]|_")


def actor_state(words: str | None) -> str | None:
    """The state that acts or speaks where a phrase names it, an organ of it, or its capital.

    Args:
        words: Who acts, as written: `Belarus`, `the US Treasury`, `Minsk`.

    Returns:
        ISO 3166-1 alpha-2; None where it is no state, and where a capital is only a part
        of the phrase ("a court in Minsk").

    >>> actor_state("Washington"), actor_state("US Treasury"), actor_state("Minsk residents")
    ('US', 'US', None)
    """
    if words is None:
        return None
    return state_code(words) or state_of(words) or capital_state(words)


def capital_state(words: str) -> str | None:
    """The state whose capital a phrase is, and nothing more; None otherwise.

    A name in small letters is none ("male").
    """
    return None if words.islower() else _capitals().get(_key(words))


@cache
def _capitals() -> dict[str, str]:
    text = (files("habeas.claims") / "data" / "capitals.tsv").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for line in text.splitlines()[1:]:
        code, names = line.split("\t")
        found |= {_key(name): code for name in names.split("|")}
    return found


def _key(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words.removesuffix("’s").removesuffix("'s"))
    bare = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return " ".join(_NO_LETTER.sub("", bare).split())
