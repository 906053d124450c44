"""Keys by which spellings of one name meet exactly."""

from __future__ import annotations

from functools import lru_cache
from zlib import crc32

from habeas.people.comparison.alignment import words_of
from habeas.people.comparison.folds import fold_sounds
from habeas.people.comparison.part_facts import facts_of, sound_of
from habeas.people.comparison.spelling import Spelling, spell

_CONSONANTS = 3
_VOWELS = str.maketrans("", "", "aeiou")


def keys_of(spelling: Spelling) -> frozenset[int]:
    """Numbers that two spellings share if they differ only in order, in spaces or in scheme.

    Of all words as written, by alphabet; of the sounds of each reading, by alphabet and
    run together. None for a name without a letter.
    """
    keys = {_number("w", sorted(spelling.words))}
    for reading in spelling.readings:
        keys.add(_number("s", sorted(map(fold_sounds, reading))))
        keys.add(_number("j", [fold_sounds("".join(reading))]))
    return frozenset(keys) if any(spelling.words) else frozenset()


def _number(kind: str, parts: list[str]) -> int:
    return crc32("\x1f".join((kind, *parts)).encode("utf-8", "surrogatepass"))


def word_keys(name: str) -> tuple[frozenset[int], ...]:
    """For each part of a name, numbers that it shares with parts that sound like it.

    Of its row in the table of given names; of its sounds; and of the first of its consonants,
    in which endings and most vowels make no difference. Whoever seeks by them must compare
    what is found: they bring together more than what is alike.

    Returns:
        In the order of the parts; empty for a name without a letter.
    """
    return tuple(_part_keys(word) for word in words_of(name))


@lru_cache(maxsize=4_096)
def _part_keys(word: str) -> frozenset[int]:
    facts = facts_of(word)
    keys = {_number("r", [str(row)]) for row in facts.rows}
    # Scripts without spaces write a whole name as one part: its words are read one by one.
    readings = {each for reading in spell(word).readings for each in ("".join(reading), *reading)}
    for sound in {*facts.heard, *map(sound_of, readings)}:
        keys |= {_number("h", [sound]), _number("k", [sound.translate(_VOWELS)[:_CONSONANTS]])}
    return frozenset(keys)
