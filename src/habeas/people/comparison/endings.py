"""Endings that tell a man's name from a woman's where two forms of it stand side by side.

`habeas.people.names.genders` says what one form shows by itself. Here two forms are read
against each other, so that endings which alone show nothing count too (-in, -ina; -ou, -ova).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from habeas.people.comparison.part_facts import sound_of

_LEAST_LETTERS = 4
_LEAST_STEM = 3
_WHOLE_WORD = "="
_NONE: frozenset[Ending] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """What the end of a part of a name says.

    Attributes:
        kind: Endings of one kind are a pair (-ov, -ova).
        gender: `m` or `f`.
    """

    kind: str
    gender: str


@lru_cache(maxsize=16_384)
def endings_of(latin: str) -> frozenset[Ending]:
    """Every gendered ending a part can be read to have; empty for most names.

    Args:
        latin: The part in small Latin letters, as anyascii writes it.
    """
    if _any_ending().search(latin) is None:
        return _NONE
    return frozenset(
        Ending(kind=kind, gender=gender)
        for kind, gender, pattern in _patterns()
        if (len(latin) >= _LEAST_LETTERS or kind[0] == _WHOLE_WORD) and pattern.search(latin)
    )


def differ_in_gender(one: str, other: str) -> bool:
    """True where one part has a man's ending and the other a woman's of the same kind."""
    right = endings_of(other)
    return any(
        Ending(kind=ending.kind, gender="f" if ending.gender == "m" else "m") in right
        for ending in endings_of(one)
    )


@lru_cache(maxsize=16_384)
def are_two_families(one: str, other: str) -> bool:
    """True where two endings make two family names of one stem.

    >>> are_two_families("kovalchuk", "kovalenko"), are_two_families("petrov", "petrova")
    (True, False)
    """
    return any(
        kind != other_kind and len(stem) >= _LEAST_STEM and sound_of(stem) == sound_of(other_stem)
        for kind, stem in _stems(one)
        for other_kind, other_stem in _stems(other)
    )


@lru_cache(maxsize=16_384)
def father_in(latin: str) -> str | None:
    """What is left of a patronymic without its ending, or None where it is none.

    >>> father_in("petrovich"), father_in("petrov")
    ('petr', None)
    """
    found = _patronymic().search(latin)
    return None if found is None else latin[: found.start()]


def _stems(latin: str) -> list[tuple[str, str]]:
    found = [(kind, pattern.search(latin)) for kind, pattern in _family_patterns()]
    stems = [(kind, latin[: match.start()]) for kind, match in found if match is not None]
    # Of "-enko" and "-ko" the longer one is the ending.
    shortest = min((len(stem) for _, stem in stems), default=0)
    return [(kind, stem) for kind, stem in stems if len(stem) == shortest]


@cache
def _family_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = _rows("family_endings.tsv")
    return tuple((kind, re.compile(f"(?:{ending})$")) for kind, ending in rows)


@cache
def _any_ending() -> re.Pattern[str]:
    """Any of the endings, tried at once, because most names have none."""
    return re.compile("|".join(f"(?:{pattern.pattern})" for _, _, pattern in _patterns()))


@cache
def _patronymic() -> re.Pattern[str]:
    patterns = [pattern.pattern for kind, _, pattern in _patterns() if kind == "patronymic"]
    return re.compile("|".join(patterns))


@cache
def _patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    found = []
    for kind, men, women in _rows("gendered_endings.tsv"):
        before = "^" if kind[0] == _WHOLE_WORD else ""
        found.append((kind, "m", re.compile(f"{before}(?:{men})$")))
        found.append((kind, "f", re.compile(f"{before}(?:{women})$")))
    return tuple(found)


def _rows(table: str) -> list[list[str]]:
    text = (files("habeas.people.comparison") / "data" / table).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and line[0] != "#"]
