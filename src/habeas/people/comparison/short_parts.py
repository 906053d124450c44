"""Parts so short that one letter makes another name (Kim, Kin)."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz.distance import OSA

from habeas.people.comparison.part_facts import sound_of

LONGEST = 4
"""Letters up to which a part is short."""

LONGEST_SYLLABLE = 6
"""Letters of a part of one syllable in -ng in which a vowel makes another name."""

_VOWELS = frozenset("aeiouy")
# Letters that schemes of romanisation, dialects and typists take for one another.
_SOFT = tuple(map(frozenset, "bp dt gkqcxh szc jcgyiz jh vfwbu lr ae ao ei eo ou iy".split()))
_NO_NAMES: frozenset[int] = frozenset()


@lru_cache(maxsize=16_384)
def are_two_short_names(one: str, other: str) -> bool:
    """True where both parts are short and one letter makes them two names.

    False where the letter is one that schemes of romanisation write either way (Asef,
    Asif; Li, Lee), where letters only changed places, and for initials.

    Args:
        one, other: In small Latin letters.
    """
    if min(len(one), len(other)) < 2 or OSA.distance(one, other) != 1:
        return False
    if sound_of(one) == sound_of(other) or _rows_of(one) & _rows_of(other):
        return False
    # Without a vowel it is an abbreviation (Md), not a name.
    if not (_VOWELS & set(one) and _VOWELS & set(other)):
        return False
    if max(len(one), len(other)) <= LONGEST:
        return _is_hard(one, other)
    return max(len(one), len(other)) <= LONGEST_SYLLABLE and _differ_in_the_vowel(one, other)


def are_written_either_way(one: str, other: str) -> bool:
    """True where two short parts are one name in several schemes, by the table (Li, Lee)."""
    return bool(_rows_of(one) & _rows_of(other))


@lru_cache(maxsize=16_384)
def is_another_spelling(one: str, other: str) -> bool:
    """True where only a letter that is written either way tells the parts (Yasir, Yasar).

    The last letter is left out: it tells a man's name from a woman's (Karim, Karima).

    Args:
        one, other: In small Latin letters.
    """
    if OSA.distance(one, other) != 1 or one[-1:] != other[-1:]:
        return False
    return sorted(one) == sorted(other) or not _is_hard(one, other)


@lru_cache(maxsize=16_384)
def begin_otherwise(one: str, other: str) -> bool:
    """True where two parts of five letters or more differ in the first alone (Beyer, Meyer).

    Args:
        one, other: In small Latin letters.
    """
    if len(one) != len(other) or len(one) <= LONGEST or one[1:] != other[1:]:
        return False
    return one != other and _is_hard(one, other)


def _is_hard(one: str, other: str) -> bool:
    """True where the letter is heard as another one; the parts are one edit apart."""
    if len(one) == len(other):
        unlike = [{a, b} for a, b in zip(one, other, strict=True) if a != b]
        return len(unlike) == 1 and not any(unlike[0] <= letters for letters in _SOFT)
    short, long = sorted((one, other), key=len)
    at = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    # A vowel more, a breath, a Somali c-, a Latvian -s or Chinese -ng is a scheme's.
    soft_here = "c" if at == 0 else "sg" if at == len(short) else ""
    return long[at] not in f"aeiouyhw{soft_here}"


def _differ_in_the_vowel(one: str, other: str) -> bool:
    """Zhang and Zhong: one syllable in -ng, where the vowel is the name."""
    if not (one.endswith("ng") and other.endswith("ng") and len(one) == len(other)):
        return False
    unlike = [{a, b} for a, b in zip(one, other, strict=True) if a != b]
    syllables = [sum(letter in _VOWELS for letter in part) for part in (one, other)]
    return syllables == [1, 1] and unlike[0] <= _VOWELS and unlike[0] != {"o", "u"}


def _rows_of(part: str) -> frozenset[int]:
    return _rows().get(part, _NO_NAMES)


@cache
def _rows() -> dict[str, frozenset[int]]:
    path = files("habeas.people.comparison") / "data" / "short_names.tsv"
    found: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if line and line[0] != "#":
            for name in line.split("\t"):
                found[name].add(number)
    return {name: frozenset(rows) for name, rows in found.items()}
