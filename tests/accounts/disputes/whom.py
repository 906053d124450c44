"""Whom a bound counts: the words of disputes, as an account tells it."""

from __future__ import annotations

from habeas.model.accounts import Account

type Ends = tuple[int, int | None]

COUNTED_APART = {
    "held": "those still held",
    "arrested": "those arrested",
    "charged": "those charged",
    "sentenced": "those sentenced",
    "dead": "those who died",
}
_WORDS: dict[str, tuple[str, str]] = {
    "women": ("sex", "women"),
    "men": ("sex", "men"),
    "minors": ("age", "minors"),
    "political": ("designation", "political"),
    "not political": ("designation", "common"),
    "foreigners": ("citizenship", "foreign"),
    "not foreigners": ("citizenship", "BY"),
    "journalists": ("group", "journalists"),
}
_PREFIXES = {
    # Of whom nobody says that they are of a named one: all others.
    "not to ": ("destination", "*"),
    "not of ": ("citizenship", "*"),
    "to ": ("destination", ""),
    "of ": ("citizenship", ""),
}


def bound_of(account: Account, whom: str) -> Ends | None:
    """Least and most of "everybody", "women, to LT" or "held"; None where it is not told."""
    told = COUNTED_APART.get(whom)
    for bound in account.bounds:
        is_meant = bound.of == told and not bound.population
        if told is None:
            is_meant = frozenset(bound.population) == population_of_words(whom)
        if is_meant:
            return bound.low, bound.high
    return None


def population_of_words(words: str) -> frozenset[tuple[str, str]]:
    """Read "everybody" or "women, to LT"."""
    if words in ("everybody", *COUNTED_APART):
        return frozenset()
    return frozenset(_attribute(part) for part in words.split(", "))


def _attribute(words: str) -> tuple[str, str]:
    if words in _WORDS:
        return _WORDS[words]
    prefix = next(p for p in _PREFIXES if words.startswith(p))
    name, value = _PREFIXES[prefix]
    return name, value or words.removeprefix(prefix)
