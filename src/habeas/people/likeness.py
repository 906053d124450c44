"""How alike two names sound, word by word, and why."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Indel

from habeas.people.sounds import Sound, given_name_row, joined, sounds_of

_SAME_SOUND = 1.0
_SAME_BUT_A_O = 0.97
_SAME_GIVEN_NAME = 0.92
_INITIAL = 0.75
_ABJAD = 0.9
_LONG = 6
_UNPAIRED_COST = 0.04
_INITIALS_FACTOR = 0.85
_RUN_TOGETHER = 0.95
_MIN_RUN_TOGETHER = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How alike two names are.

    Attributes:
        score: 0 to 1; not a probability.
        pairs: Words that stand for each other, as sounds, in order of the left name.
    """

    score: float
    pairs: tuple[tuple[Sound, Sound], ...]


def compare_words(left: Sound, right: Sound) -> float:
    """0 where two words cannot be one name, else how alike they are, up to 1."""
    if left.close == right.close:
        return _SAME_SOUND
    if _differ_in_gender(left, right):
        return 0.0
    if given_name_row(left) is not None and given_name_row(left) == given_name_row(right):
        return _SAME_GIVEN_NAME
    if 1 in (len(left.latin), len(right.latin)):
        return _INITIAL if left.broad[:1] == right.broad[:1] else 0.0
    # In one syllable the vowel is the name: Zhang is not Zhong.
    if min(left.syllables, right.syllables) < 2 and left.has_vowels and right.has_vowels:
        return 0.0
    if left.broad == right.broad:
        return _SAME_BUT_A_O
    return _compare_letters(left, right)


@lru_cache(maxsize=131_072)
def compare_names(left: str, right: str) -> Likeness | None:
    """Align the words of two names.

    Every word of the shorter name must find its like in the longer one; a family
    name alone is not enough, and the order of words does not matter.

    Returns:
        None where they cannot be proposed as one name. Symmetric but for the sides
        of the pairs.
    """
    one, other = sounds_of(left), sounds_of(right)
    if not one or not other:
        return None
    together, whole = joined(one), joined(other)
    if len(one) != len(other) and _runs_together(together, whole):
        return Likeness(score=_RUN_TOGETHER, pairs=((together, whole),))
    pairs = _align(one, other)
    shorter = min(len(one), len(other))
    if len(pairs) < shorter or (shorter == 1 and len(one) != len(other)):
        return None
    scores = [compare_words(a, b) for a, b in pairs]
    if shorter == 1 and (scores[0] < _SAME_BUT_A_O or len(pairs[0][0].latin) < 5):
        return None
    weights = [min(len(a.latin), len(b.latin)) for a, b in pairs]
    score = sum(s * w for s, w in zip(scores, weights, strict=True)) / sum(weights)
    score -= _UNPAIRED_COST * (max(len(one), len(other)) - shorter)
    if any(len(s.latin) == 1 for pair in pairs for s in pair):
        full = [s for s, w in zip(scores, weights, strict=True) if w > 1]
        if not full or min(full) < _SAME_BUT_A_O:
            return None
        score *= _INITIALS_FACTOR
    return Likeness(score=round(max(score, 0.0), 4), pairs=pairs)


def _compare_letters(left: Sound, right: Sound) -> float:
    likeness = Indel.normalized_similarity(left.broad, right.broad)
    shorter = min(len(left.latin), len(right.latin))
    if left.consonants == right.consonants and len(left.consonants) >= 3:
        if not (left.has_vowels and right.has_vowels):
            return _ABJAD
        if shorter >= 4 and likeness >= 0.78:
            return 0.7 + 0.3 * likeness
    if shorter >= _LONG and likeness >= 0.85 and left.broad[0] == right.broad[0]:
        return likeness
    return 0.0


def _differ_in_gender(left: Sound, right: Sound) -> bool:
    if left.gender is not None and right.gender is not None and left.gender != right.gender:
        return True
    one, other = left.latin, right.latin
    ends = {one[-1:], other[-1:]}
    if ends == {"a", "o"} and left.broad == right.broad:
        # -ka and -ko are one ending of family names in two languages (Babaryka, Babariko).
        return not ({one[-2:], other[-2:]} == {"ka", "ko"} and min(len(one), len(other)) >= _LONG)
    stems = {one.rstrip("iy") or one, other.rstrip("iy") or other}
    short, long = sorted(stems, key=len) if len(stems) == 2 else (one, one)
    return long == short + "a" or (long[-1:] == "a" and long[:-1].rstrip("iy") == short)


def _align(one: tuple[Sound, ...], other: tuple[Sound, ...]) -> tuple[tuple[Sound, Sound], ...]:
    """Pair each word with its most alike, best pairs first."""
    scored = [
        (-compare_words(a, b), abs(i - j), i, j)
        for i, a in enumerate(one)
        for j, b in enumerate(other)
    ]
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    pairs = []
    # Sorting by i + j before i keeps the choice the same when the names change sides.
    for negative, _, i, j in sorted(scored, key=lambda s: (s[0], s[1], s[2] + s[3], s[2])):
        if negative < 0 and i not in taken_left and j not in taken_right:
            taken_left.add(i)
            taken_right.add(j)
            pairs.append((i, j))
    return tuple((one[i], other[j]) for i, j in sorted(pairs))


def _runs_together(one: Sound, other: Sound) -> bool:
    return one.close == other.close and len(one.latin) >= _MIN_RUN_TOGETHER
