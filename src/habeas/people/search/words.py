"""Words by their sound, so that one who types in one script finds what stands in another."""

from __future__ import annotations

import re
from functools import lru_cache

from habeas.people.comparison.folds import fold_sounds
from habeas.people.comparison.spelling import latin_words, spell

_WORDS = re.compile(r"[^\W_]+(?:['’ʼ`ʹ´][^\W_]+)*")
_LONGEST_WORD = 40


def sounds_of(name: str) -> tuple[tuple[str, ...], ...]:
    """Ways to read a name, each as the sounds of its words; none for a name without a letter.

    >>> sounds_of("Колесникова")
    (('kolesnikova',),)
    """
    readings = (tuple(filter(None, map(fold_sounds, each))) for each in spell(name).readings)
    return tuple(dict.fromkeys(each for each in readings if each))


def joined_sounds_of(name: str) -> frozenset[str]:
    """Each way to read a name, run together: spaces and hyphens tell nobody apart."""
    return frozenset("".join(each) for each in sounds_of(name) if len(each) > 1)


def words_in(text: str) -> list[str]:
    """The words of a running text in any script, as written."""
    return _WORDS.findall(text)


@lru_cache(maxsize=65_536)
def word_sounds(word: str) -> frozenset[str]:
    """The sounds of one word of a text, by each way to read it; words of one letter have none."""
    if len(word) < 2 or len(word) > _LONGEST_WORD:
        return frozenset()
    if word.isascii():
        return frozenset(map(fold_sounds, latin_words(word.casefold())))
    return frozenset(fold_sounds("".join(each)) for each in spell(word).readings if each)
