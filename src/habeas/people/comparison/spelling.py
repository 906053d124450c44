"""A name as it is compared: its words, and how they are read in Latin letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from habeas.people.names.cleaning import clean_name
from habeas.people.names.folding import fold_letters
from habeas.people.names.readings import readings_of
from habeas.people.names.scripts import script_of

MOST_CHARACTERS = 120
MOST_WORDS = 8
MOST_READINGS = 8

_WORDS = re.compile(r"[^\W_]+(?:['’ʼ`ʹ´][^\W_]+)*")
_LATIN_WORDS = re.compile(r"[a-z0-9]+")
_DIGIT_IN_WORD = re.compile(r"[a-z][0-9]|[0-9][a-z]")
_LIKE_LETTERS = str.maketrans("013459", "oieasg")
_APOSTROPHES = str.maketrans("", "", "'`")
# Scripts of which nothing more is known than their letters one by one.
_PLAIN = frozenset({"Latn", "Grek", "Zyyy"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """One spelling, made ready.

    Attributes:
        text: Cleaned, in small letters.
        script: ISO 15924.
        words: As written, in small letters; at most eight.
        readings: Ways to read it, likeliest first; each the words in Latin letters.
            Never empty, though its one reading may be.
        read: True where the readings say more than the letters one by one.
    """

    text: str
    script: str
    words: tuple[str, ...]
    readings: tuple[tuple[str, ...], ...]
    read: bool


def spell(name: str) -> Spelling:
    """Make a name ready to be compared; only its first 120 characters count."""
    return _spell(name[: MOST_CHARACTERS * 2])


@lru_cache(maxsize=4_096)
def _spell(name: str) -> Spelling:
    text = clean_name(name).text[:MOST_CHARACTERS].casefold()
    folded = text if text.isascii() else fold_letters(text)
    if _DIGIT_IN_WORD.search(folded):
        folded = _WORDS.sub(lambda word: _without_digits(word[0]), folded)
    words = tuple(_WORDS.findall(folded)[:MOST_WORDS])
    script = script_of(text)
    read = () if script in _PLAIN else readings_of(text, script)[:MOST_READINGS]
    readings = tuple(dict.fromkeys(tuple(r.split()[:MOST_WORDS]) for r in read))
    if not readings:
        readings = (tuple(w for word in words for w in latin_words(word))[:MOST_WORDS],)
    return Spelling(text=text, script=script, words=words, readings=readings, read=bool(read))


def _without_digits(word: str) -> str:
    """Digits that stand for letters they look like, in a word that has letters too."""
    return word if word.isdigit() else word.translate(_LIKE_LETTERS)


@lru_cache(maxsize=8_192)
def latin_words(word: str) -> tuple[str, ...]:
    """A word letter by letter in small Latin ones; several where its script has no spaces.

    >>> latin_words("марыя"), latin_words("d'ávila")
    (('maryya',), ('davila',))
    """
    if word.isascii():
        return tuple(_LATIN_WORDS.findall(word.translate(_APOSTROPHES)))
    return tuple(_LATIN_WORDS.findall(anyascii(word).casefold().translate(_APOSTROPHES)))
