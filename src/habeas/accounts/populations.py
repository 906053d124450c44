"""Whom a figure counts: everybody, or those of one destination, citizenship or kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from habeas.events.actors import named_state, receiving_state, states_named
from habeas.model.claims import Act, Claim
from habeas.people import fold_spelling

type Population = tuple[tuple[str, str], ...]

EVERYBODY: Population = ()
OTHERS = "others"
FURTHER = "further"
FOREIGN = "foreign"
STAYED = "own"

_WORD = re.compile(r"[^\W\d_]+")
_JOINED = re.compile(r"\b(non|common)[-\s](?=(?:political|citizens|law)\b)")
_NATIONALS = frozenset({"nationals", "national", "citizens", "citizen"})
_OTHERS = frozenset({"other", "others", "another"})
_FURTHER = re.compile(r"\b(?:further|additional|another|more were)\b(?! than)", re.IGNORECASE)
_OF_SOME_STATES = re.compile(
    r"\b(?:citizens|nationals) of (?!(?:different|various|several|many|other)\b)", re.IGNORECASE
)
"""Nationals of states that are not named, such as allies; "of different states" are everybody."""
_OF_ALLIES = re.compile(r"\b(?:allies|allied)\b", re.IGNORECASE)
_HEAD_ENDS = re.compile(r"\b(?:in|from|who|whom|that|held|of(?! conscience))\b", re.IGNORECASE)
_STAYED = re.compile(r"\b(?:stayed|остал\w+)\b", re.IGNORECASE)
_OF_OTHER_STATES = re.compile(
    r"\b(?:citizens|nationals) of (?:other|foreign) (?:countries|states)\b", re.IGNORECASE
)
_UNDER_AGE = re.compile(r"\b(?:aged )?under (?:the age of )?(?:18|eighteen)\b")
_AND = frozenset({"and", "or"})
_MANNERS = {
    Act.EXILE: "deported",
    Act.EXCHANGE: "exchanged",
    Act.CONDITIONAL_RELEASE: "on conditions",
    Act.REARREST: "again",
}


def population_of(claim: Claim, state: str | None) -> Population:
    """Describe the people a claim counts.

    Args:
        claim: With a count.
        state: The state that acts; its own people and places single nobody out, unless
            the words are "nationals" or "citizens".

    Returns:
        Sorted pairs, each attribute once; empty for everybody:

        - `citizenship`: ISO 3166-1 alpha-2, or `foreign`;
        - `destination`: ISO 3166-1 alpha-2; the state that acts where they stayed;
        - `sex`: `women` or `men`; `age`: `minors` or `adults`;
        - `designation`: `political` or `common`, by the speaker's criterion;
        - `manner`: how they left, where it is not a plain release;
        - `batch`: `further`, where the words add to a figure given before;
        - `place`, `group`: as written, folded.
    """
    attributes: dict[str, str] = {}
    destination = receiving_state(claim) or named_state(claim.place)
    if destination is not None and destination != state:
        attributes["destination"] = destination
    elif _STAYED.search(claim.group or ""):
        attributes["destination"] = state or STAYED
    elif destination is None and claim.place:
        attributes["place"] = fold_spelling(claim.place)
    manner = _MANNERS.get(claim.act)
    if manner is not None and not (claim.act is Act.EXILE and "destination" in attributes):
        attributes["manner"] = manner
    _add_kinds(claim, state, attributes)
    if claim.count is not None and _FURTHER.search(f"{claim.count.words} {claim.group or ''}"):
        attributes["batch"] = FURTHER
    return tuple(sorted(attributes.items()))


def without(population: Population, *attributes: str) -> Population:
    """The same people described without some attributes."""
    return tuple(pair for pair in population if pair[0] not in attributes)


def value_of(population: Population, attribute: str) -> str | None:
    """The value of an attribute; None where it does not single anybody out."""
    return dict(population).get(attribute)


def _add_kinds(claim: Claim, state: str | None, attributes: dict[str, str]) -> None:
    words = _head_words(claim.group)
    kinds = _kinds_said(words)
    if kinds is None:
        attributes["group"] = " ".join(words)
        return
    attributes.update(kinds)
    if _OF_OTHER_STATES.search(claim.group or ""):
        attributes["citizenship"] = FOREIGN
    code = _citizenship(claim, state)
    rest = [w for w in words if not _kinds_of(w) and not _is_whole(w)]
    if code is not None:
        attributes["citizenship"] = code
        rest = [w for w in rest if w not in _state_words(claim.group) | _NATIONALS]
        # "six Lithuanian citizens" single nobody out but by their state.
    elif attributes.get("citizenship") == FOREIGN:
        rest = [w for w in rest if w not in _NATIONALS]
    rest = [w for w in rest if w not in _state_words(claim.group)]
    rest = [] if set(rest) <= _AND else rest
    if _OTHERS & set(words):
        attributes["group"] = OTHERS
    elif (
        code is None
        and "citizenship" not in attributes
        and _OF_SOME_STATES.search(claim.group or "")
    ):
        attributes["group"] = fold_spelling(claim.group or "")
    elif rest:
        attributes["group"] = " ".join(rest)


def _kinds_said(words: Sequence[str]) -> dict[str, str] | None:
    """The kinds that words name together.

    "Women journalists" are both; of "boys and girls" what they have in common is left, of
    "men and women" nothing; "women and children" are no one kind: None.
    """
    named = [dict(kinds) for word in words if (kinds := _kinds_of(word))]
    if not _AND & set(words) or not named:
        return {attribute: value for kinds in named for attribute, value in kinds.items()}
    told: dict[str, set[str]] = {}
    for attribute, value in (pair for kinds in named for pair in kinds.items()):
        told.setdefault(attribute, set()).add(value)
    common = dict(set(named[0].items()).intersection(*(kinds.items() for kinds in named)))
    others = [w for w in words if not _kinds_of(w) and not _is_whole(w) and w not in _AND]
    has_all = any(len(values) > 1 for values in told.values())
    return common if not others and (has_all or len(common) == len(told)) else None


def _citizenship(claim: Claim, state: str | None) -> str | None:
    codes = set(claim.nationalities) or set(states_named(claim.group or ""))
    if len(codes) != 1 or _OF_ALLIES.search(claim.group or ""):
        return None
    (code,) = codes
    named_so = bool(set(_head_words(claim.group)) & _NATIONALS) or not claim.group
    is_people = bool(claim.group) and named_state(claim.group) == code
    return None if code == state and not (named_so or is_people) else code


@lru_cache(maxsize=4096)
def _head_words(group: str | None) -> tuple[str, ...]:
    """Words of a group up to its first addition: "people" of "people held in Minsk"."""
    folded = _JOINED.sub(r"\1", fold_spelling(group or ""))
    folded = _UNDER_AGE.sub("minors", folded)
    end = _HEAD_ENDS.search(folded, 1) if folded else None
    return tuple(dict.fromkeys(_WORD.findall(folded[: end.start()] if end else folded)))


@lru_cache(maxsize=4096)
def _state_words(group: str | None) -> frozenset[str]:
    """Words of a group that name a state, which its citizenship has taken up."""
    found = _WORD.findall(group or "")
    return frozenset(word.casefold() for word in found if states_named(word))


@lru_cache(maxsize=4096)
def _kinds_of(word: str) -> tuple[tuple[str, str], ...]:
    exact, beginnings = _kinds()
    begun = (pairs for start, pairs in beginnings if word.startswith(start))
    return tuple(exact.get(word) or next(begun, []))


@lru_cache(maxsize=4096)
def _is_whole(word: str) -> bool:
    exact, beginnings = _whole_words()
    return word in exact or word.startswith(beginnings)


@cache
def _kinds() -> tuple[dict[str, list[tuple[str, str]]], list[tuple[str, list[tuple[str, str]]]]]:
    exact: dict[str, list[tuple[str, str]]] = {}
    for line in _lines("kinds.tsv"):
        word, attribute, value = line.split("\t")
        exact.setdefault(word, []).append((attribute, value))
    beginnings = [(w[:-1], exact.pop(w)) for w in list(exact) if w.endswith("*")]
    return exact, beginnings


@cache
def _whole_words() -> tuple[frozenset[str], tuple[str, ...]]:
    lines = (line for name in ("en", "ru") for line in _lines(f"{name}/whole_groups.txt"))
    words = [word for line in lines for word in line.split()]
    exact = frozenset(w for w in words if not w.endswith("*"))
    return exact, tuple(w[:-1] for w in words if w.endswith("*"))


def _lines(name: str) -> Iterator[str]:
    text = (files("habeas.accounts") / "data" / name).read_text("utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))
