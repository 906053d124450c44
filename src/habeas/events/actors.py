"""Which state acts in a claim, in a report, in a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from habeas.claims.capitals import actor_state
from habeas.claims.russian.states import russian_state, russian_states
from habeas.claims.states import begins_a_state, state_code, state_of
from habeas.model.claims import FREEING, Act, Claim

_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_CUSTODY = frozenset({Act.HOLD, Act.ARREST, Act.SENTENCE, Act.CHARGE, Act.WITHHOLD})
_RECEIVING = re.compile(
    r"\b(?:receiv(?:e|es|ed|ing)|took in|taken in|taking in|accept(?:s|ed|ing)?"
    r"|welcom(?:e|es|ed|ing)|admitt(?:ed|ing)|приня(?:л|ла|ли|ло)|принима(?:ет|ют))\b",
    re.IGNORECASE,
)
_LONGEST_NAME = 4
_TEXT_READ = 20_000


@lru_cache(maxsize=8192)
def acting_state(by: str | None) -> str | None:
    """The state that `Claim.by` means, ISO 3166-1 alpha-2; None where it is no state.

    A capital that acts is its state: "Minsk frees 123".
    """
    return actor_state(by) or (russian_state(by) if by else None)


@lru_cache(maxsize=8192)
def named_state(words: str | None) -> str | None:
    """The state that a place or a people is called by; None where it is none.

    A capital is a place in its state, and not the state.
    """
    return None if words is None else state_code(words) or state_of(words) or russian_state(words)


def freeing_state(claim: Claim) -> str | None:
    """The state that frees in a claim of release; None where it is not said.

    A state that receives those freed, or is the place they are taken to, frees nobody.
    """
    state = acting_state(claim.by)
    if state is None or _RECEIVING.search(claim.passage.exact):
        return None
    return None if named_state(claim.place) == state else state


def receiving_state(claim: Claim) -> str | None:
    """The state that takes in those freed, where a claim says so of itself or its people."""
    if not _RECEIVING.search(claim.passage.exact):
        return None
    names = (claim.by, *(s.name for s in reversed(claim.speakers)))
    return next((s for s in map(acting_state, names) if s is not None), None)


def report_state(claims: Iterable[Claim]) -> str | None:
    """The state a report speaks of where a claim does not say who frees.

    The state that most of its claims of release name, else the one that most of its
    other claims of custody name.

    Returns:
        None where two states are named equally often, or none is.
    """
    listed = list(claims)
    said = (
        [freeing_state(c) for c in listed if c.act in FREEING],
        [acting_state(c.by) for c in listed if c.act in FREEING],
        [acting_state(c.by) for c in listed if c.act in _CUSTODY],
    )
    for states in said:
        best = Counter(s for s in states if s is not None).most_common(2)
        if best:
            return None if len(best) == 2 and best[0][1] == best[1][1] else best[0][0]
    return None


@lru_cache(maxsize=2048)
def states_named(text: str) -> frozenset[str]:
    """States that a text names by name, adjective or people; of its first 20,000 characters."""
    words = list(_WORD.finditer(text[:_TEXT_READ]))
    found = set(russian_states(text[:_TEXT_READ]))
    for at, first in enumerate(words):
        if not first.group()[0].isupper() or not begins_a_state(first.group()):
            continue
        for last in words[at : at + _LONGEST_NAME]:
            code = state_code(text[first.start() : last.end()].rstrip(".,'’-"))
            if code is not None:
                found.add(code)
    return frozenset(found)
