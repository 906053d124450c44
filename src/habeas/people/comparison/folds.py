"""Words in Latin letters, levelled: what systems of transliteration write differently."""

from __future__ import annotations

import re
from functools import lru_cache

FOLDS = (
    (r"shch|szcz|sch|sh|sz", "s"),
    (r"tsch|tch|cz|ch", "c"),
    (r"dzh|zh|dj", "z"),
    (r"kh|gh|g", "h"),
    (r"ts|tz", "c"),
    (r"ph", "f"),
    (r"th", "t"),
    (r"dh", "d"),
    (r"w", "v"),
    (r"x", "ks"),
    (r"c(?=[aoulrt])|ck|qu?", "k"),
    (r"[jy]", "i"),
    (r"(.)\1+", r"\1"),
)
"""Patterns and the sound each becomes, one after the other; a page that searches by itself has them
too."""

_FOLDS = tuple((re.compile(pattern), sound) for pattern, sound in FOLDS)
_VOWELS = str.maketrans("aeiou", "aaaaa")
_NO_VOWELS = str.maketrans("", "", "aeiouhiy")


@lru_cache(maxsize=8_192)
def fold_sounds(word: str) -> str:
    """One letter for what a dozen systems of transliteration write with one to four.

    >>> fold_sounds("shcherbakov"), fold_sounds("szczerbakow")
    ('serbakov', 'serbakov')
    """
    for pattern, sound in _FOLDS:
        word = pattern.sub(sound, word)
    return word


@lru_cache(maxsize=8_192)
def consonants(word: str) -> str:
    """The folded word without its vowels; one that begins it is kept as `a`.

    >>> consonants("muhammad"), consonants("mohamed")
    ('mmd', 'mmd')
    """
    folded = fold_sounds(word)
    return folded[:1].translate(_VOWELS) + folded[1:].translate(_NO_VOWELS)
