"""How alike two parts of names are, whatever scripts they are written in."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from habeas.people.comparison.part_facts import facts_of


@lru_cache(maxsize=16_384)
def part_likeness(one: str, other: str) -> float:
    """How likely one part stands for the other: 0 to 1, 1 where they are one spelling.

    Symmetric. Read by sound, so that two schemes of romanisation are one spelling.
    """
    left, right = facts_of(one), facts_of(other)
    if left.letters == right.letters:
        return 1.0
    if left.rows & right.rows:
        return 0.95
    if min(len(left.latin), len(right.latin)) == 1:
        return 0.7 if left.sound[:1] == right.sound[:1] else 0.0
    heard = max(JaroWinkler.similarity(a, b) for a in left.heard for b in right.heard)
    if not (left.has_vowels and right.has_vowels):
        heard = max(heard, 0.95 * JaroWinkler.similarity(left.consonants, right.consonants))
    return 0.99 * heard
