"""Whom a figure counts: everybody, or those of one destination, citizenship or kind."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from habeas.events.actors import named_state, receiving_state, states_named
from habeas.model.claims import Claim
from habeas.people import fold_spelling

type Population = tuple[tuple[str, str], ...]

EVERYBODY: Population = ()
OTHERS = "others"

_WORD = re.compile(r"[^\W\d_]+")
_NATIONALS = frozenset({"nationals", "national", "citizens", "citizen"})
_OTHERS = frozenset({"other", "others", "another", "additional"})
_OF_SOME_STATES = re.compile(
    r"\b(?:citizens|nationals) of (?!(?:different|various|several|many|other)\b)", re.IGNORECASE
)
"""Nationals of states that are not named, such as allies; "of different states" are everybody."""
_HEAD_ENDS = re.compile(r"\b(?:in|from|who|whom|that|held|of)\b", re.IGNORECASE)


def population_of(claim: Claim, state: str | None) -> Population:
    """Describe the people a claim counts.

    Args:
        claim: With a count.
        state: The state that acts; its own people and places single nobody out, unless
            the words are "nationals" or "citizens".

    Returns:
        Sorted pairs of `citizenship` (ISO 3166-1 alpha-2), `designation`,
        `destination` (ISO 3166-1 alpha-2), `group` and `place` (as written, folded);
        empty for everybody.
    """
    attributes: dict[str, str] = {}
    destination = receiving_state(claim) or named_state(claim.place)
    if destination is not None and destination != state:
        attributes["destination"] = destination
    elif destination is None and claim.place:
        attributes["place"] = fold_spelling(claim.place)
    citizenship = _citizenship(claim, state)
    words = _head_words(claim.group)
    if citizenship is not None:
        attributes["citizenship"] = citizenship
    elif words & _OTHERS:
        attributes["group"] = OTHERS
    elif words - _whole_words() - _state_words(claim.group) or _OF_SOME_STATES.search(
        claim.group or ""
    ):
        attributes["group"] = fold_spelling(claim.group or "")
    if "political" in words:
        attributes["designation"] = "political"
    return tuple(sorted(attributes.items()))


def without(population: Population, *attributes: str) -> Population:
    """The same people described without some attributes."""
    return tuple(pair for pair in population if pair[0] not in attributes)


def value_of(population: Population, attribute: str) -> str | None:
    """The value of an attribute; None where it does not single anybody out."""
    return dict(population).get(attribute)


def _citizenship(claim: Claim, state: str | None) -> str | None:
    codes = set(claim.nationalities) or set(states_named(claim.group or ""))
    if len(codes) != 1:
        return None
    (code,) = codes
    named_so = bool(_head_words(claim.group) & _NATIONALS) or not claim.group
    is_people = bool(claim.group) and named_state(claim.group) == code
    return None if code == state and not (named_so or is_people) else code


def _head_words(group: str | None) -> set[str]:
    """Words of a group up to its first addition: "people" of "people held in Minsk"."""
    folded = fold_spelling(group or "")
    end = _HEAD_ENDS.search(folded, 1) if folded else None
    return set(_WORD.findall(folded[: end.start()] if end else folded))


def _state_words(group: str | None) -> set[str]:
    """Words of a group that name a state, which its citizenship has taken up."""
    found = _WORD.findall(group or "")
    return {word.casefold() for word in found if states_named(word)}


@cache
def _whole_words() -> frozenset[str]:
    text = (files("habeas.accounts") / "data" / "en" / "whole_groups.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())
