"""Whom a figure counts: everybody, or those of one destination, citizenship or kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from habeas.events.actors import acting_state, named_state, receiving_state, states_named
from habeas.model.claims import FREEING, Act, Claim
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
_OF_STATE = re.compile(r"\b(?:citizens?|nationals?) of (?P<state>.+)", re.IGNORECASE)
_HEAD_ENDS = re.compile(
    r"\b(?:in|from|who|whom|that|held|of(?! conscience)|by|on|at|to|for|with|since|after|before"
    r"|during|accused|charged|serving|(?:releas|freed|pardon|arrest|detain|convict|sentenc|imprison|jail)"
    r"\w* (?:by|in|on|at|to|for|from|since|after|during|over|under)"
    r"|котор\w+|во?|на|из|по|за|после|при|со?|ко?|от|до)\b",
    re.IGNORECASE,
)
_SINGLING = re.compile(
    r"\b(?:accused of|charged with|convicted of|sentenced to|serving|suffering|with|without)\b"
    r"(?!.*\bpolitic)",
    re.IGNORECASE,
)
"""Additions that tell some people from others, as "released on Friday" does not."""
_STAYED = re.compile(r"\b(?:stayed|остал\w+)\b", re.IGNORECASE)
_OF_OTHER_STATES = re.compile(
    r"\b(?:citizens|nationals) of (?:other|foreign) (?:countries|states)\b", re.IGNORECASE
)
_UNDER_AGE = re.compile(r"\b(?:aged )?under (?:the age of )?(?:18|eighteen)\b")
_TAKING = frozenset({Act.ARREST, Act.REARREST, Act.CHARGE, Act.HOLD})
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
    attributes = _where(claim, state)
    manner = _MANNERS.get(claim.act)
    if manner is not None and not (claim.act is Act.EXILE and "destination" in attributes):
        attributes["manner"] = manner
    _add_kinds(claim, state, attributes)
    if claim.count is not None and _FURTHER.search(f"{claim.count.words} {claim.group or ''}"):
        attributes["batch"] = FURTHER
    return tuple(sorted(attributes.items()))


def _where(claim: Claim, state: str | None) -> dict[str, str]:
    """Where those freed were taken; of others the place, where it is no whole country's."""
    named = named_state(claim.place)
    if claim.act not in FREEING:
        is_country = named is not None and (state is None or named == state)
        return {} if is_country or not claim.place else {"place": fold_spelling(claim.place)}
    destination = receiving_state(claim) or named or _capital(claim, state)
    if destination is not None and destination != state:
        return {"destination": destination}
    if _STAYED.search(claim.group or ""):
        return {"destination": state or STAYED}
    is_place = destination is None and claim.place
    return {"place": fold_spelling(claim.place or "")} if is_place else {}


def _capital(claim: Claim, state: str | None) -> str | None:
    """The state in whose capital those freed arrived, where it is another than frees."""
    if state is None or claim.act not in FREEING:
        return None
    arrived = acting_state(claim.place)
    return arrived if arrived != state else None


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
    if code is not None:
        attributes["citizenship"] = code
    if claim.act in _TAKING:
        words = tuple(word for word in words if word not in _taken())
    group = _group(claim.group or "", words, "citizenship" in attributes)
    if group:
        attributes["group"] = group


def _group(said: str, words: Sequence[str], is_by_state: bool) -> str:
    """What else a group is called by; empty where nothing else singles it out."""
    if _OTHERS & set(words):
        return OTHERS
    if _SINGLING.search(said) or (not is_by_state and _OF_SOME_STATES.search(said)):
        return fold_spelling(said)
    # "six Lithuanian citizens" single nobody out but by their state.
    # So do «шесть граждан Литвы»; of a group told by a state, proper names are names of states.
    by_state = _NATIONALS | _proper_names(said) if is_by_state else frozenset[str]()
    taken_up = _state_words(said) | by_state
    rest = [w for w in words if not _kinds_of(w) and not _is_whole(w) and w not in taken_up]
    return "" if set(rest) <= _AND else " ".join(rest)


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
    group = claim.group or ""
    of_state = _OF_STATE.search(group)
    told = f"{_head(group)} {_head(of_state['state']) if of_state else ''}"
    codes = set(claim.nationalities) or set(states_named(told))
    if len(codes) != 1 or _OF_ALLIES.search(group):
        return None
    (code,) = codes
    named_so = bool(set(_head_words(claim.group)) & _NATIONALS) or not group
    is_people = bool(group) and named_state(_head(group)) == code
    return None if code == state and not (named_so or is_people) else code


@lru_cache(maxsize=4096)
def _head_words(group: str | None) -> tuple[str, ...]:
    """Words of a group up to its first addition: "people" of "people held in Minsk"."""
    folded = _JOINED.sub(r"\1", fold_spelling(group or ""))
    return tuple(dict.fromkeys(_WORD.findall(_head(_UNDER_AGE.sub("minors", folded)))))


def _head(group: str) -> str:
    """A group up to its first addition."""
    end = _HEAD_ENDS.search(group, 1) if group else None
    return group[: end.start()].strip() if end else group


@lru_cache(maxsize=4096)
def _state_words(group: str | None) -> frozenset[str]:
    """Words of a group that name a state, which its citizenship has taken up."""
    found = _WORD.findall(group or "")
    return frozenset(word.casefold() for word in found if states_named(word))


def _proper_names(group: str | None) -> frozenset[str]:
    """Words of a group with a capital letter, but for the first, which may begin a sentence."""
    words = _WORD.findall(group or "")[1:]
    return frozenset(fold_spelling(word) for word in words if word[0].isupper())


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


@cache
def _taken() -> frozenset[str]:
    """Words for everybody taken at a protest."""
    return frozenset(word for line in _lines("en/taken_groups.txt") for word in line.split())


def _lines(name: str) -> Iterator[str]:
    text = (files("habeas.accounts") / "data" / name).read_text("utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))
