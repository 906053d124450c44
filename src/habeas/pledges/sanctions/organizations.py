"""Names of organisations, made ready to be compared: read in Latin letters, without legal forms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from habeas.people.comparison.folds import fold_sounds
from habeas.people.comparison.spelling import latin_words

_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_LONGEST = 400
_SHORT_FOR = {"co": "company"}
_ARTICLES = frozenset({"the", "of", "and"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a text.

    Attributes:
        text: As written.
        start, end: Characters of the text.
        sound: How it is read, the same in every script and scheme; empty of a mark alone.
    """

    text: str
    start: int
    end: int
    sound: str


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in their order, those that say nothing left out."""
    found = (
        Word(text=match[0], start=match.start(), end=match.end(), sound=_sound(match[0]))
        for match in _WORD.finditer(text[:_LONGEST])
    )
    return tuple(word for word in found if word.sound and word.text.casefold() not in _ARTICLES)


def without_forms(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words without legal forms at either end; all of them where nothing else is left.

    >>> [word.text for word in without_forms(words_of("OAO Vorstadtkali, LLC"))]
    ['Vorstadtkali']
    >>> [word.text for word in without_forms(words_of("ООО «Ворштадт Калий»"))]
    ['Ворштадт', 'Калий']
    """
    left, right = 0, len(words)
    while left < right:
        if step := _form_at(words[left:right]):
            left += step
        elif step := _form_before(words[left:right]):
            right -= step
        else:
            return tuple(words[left:right])
    return tuple(words)


def sounds(words: Sequence[Word]) -> str:
    """How words are read, run together."""
    return "".join(word.sound for word in words)


@lru_cache(maxsize=200_000)
def _sound(word: str) -> str:
    plain = word.casefold()
    if any(map(str.isdigit, plain)):
        # "Works 103" and "Works 1003" are two.
        return "".join(latin_words(plain))
    return fold_sounds("".join(latin_words(_SHORT_FOR.get(plain, plain))))


def _form_at(words: Sequence[Word]) -> int:
    """How many words at the beginning are a legal form."""
    forms = _forms()
    for length in range(min(len(words), _most_words()), 0, -1):
        if tuple(word.sound for word in words[:length]) in forms:
            return length
    return 0


def _form_before(words: Sequence[Word]) -> int:
    """How many words at the end are a legal form."""
    forms = _forms()
    for length in range(min(len(words), _most_words()), 0, -1):
        if tuple(word.sound for word in words[-length:]) in forms:
            return length
    return 0


@cache
def _forms() -> frozenset[tuple[str, ...]]:
    text = (files("habeas.pledges.sanctions") / "data" / "legal_forms.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return frozenset(tuple(_sound(word) for word in line.split()) for line in lines)


@cache
def _most_words() -> int:
    return max(map(len, _forms()))
