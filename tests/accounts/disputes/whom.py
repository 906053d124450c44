"""Whom a bound counts: the words of disputes, as attributes of an account."""

from __future__ import annotations

_WORDS: dict[str, tuple[str, str]] = {
    "women": ("sex", "female"),
    "men": ("sex", "male"),
    "minors": ("age", "minor"),
    "political": ("designation", "political"),
    "not political": ("designation", "other"),
    "foreigners": ("citizenship", "foreign"),
    "not foreigners": ("citizenship", "BY"),
    "journalists": ("group", "journalists"),
    "held": ("act", "hold"),
    "arrested": ("act", "arrest"),
    "sentenced": ("act", "sentence"),
    "dead": ("act", "die"),
}
_PREFIXES = {
    "not to ": ("destination", "not "),
    "to ": ("destination", ""),
    "not of ": ("citizenship", "not "),
    "of ": ("citizenship", ""),
}


def population_of_words(words: str) -> frozenset[tuple[str, str]]:
    """Read "everybody" or "women, to LT"."""
    if words == "everybody":
        return frozenset()
    return frozenset(_attribute(part) for part in words.split(", "))


def _attribute(words: str) -> tuple[str, str]:
    if words in _WORDS:
        return _WORDS[words]
    prefix = next(p for p in _PREFIXES if words.startswith(p))
    name, value = _PREFIXES[prefix]
    return name, value + words.removeprefix(prefix)
