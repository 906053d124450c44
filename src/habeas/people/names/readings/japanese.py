"""Japanese names in kanji and kana: family and given name told apart, and read.

A dictionary of names knows most of them. What it lacks is read character by character, each
with the readings it has in the names of that dictionary, so an unseen 実己郎 is still Mikiro
or Mikio. Every cut into family and given name is weighed by how well both halves are known.
"""

from __future__ import annotations

import heapq
import math
import re
from functools import cache, lru_cache
from typing import NamedTuple

from habeas.people.names.readings import tables
from habeas.people.names.readings.kana import katakana, read_kana, romanised, shortened

_KANA = re.compile(r"[ぁ-ゟァ-ヿ]+")
_SIGNS = re.compile(r"[^\s・·･,、，=＝()（）「」]+")
_LONGEST = 12
_FAMILY, _GIVEN = 0, 1
_LENGTHS = ({1: 0.5, 2: 3.0, 3: 1.0}, {1: 1.5, 2: 3.0, 3: 1.5})
"""How usual family and given names of so many characters are."""
_KEPT = 5
_NEAREST = ((0, 1, 2, 3, 4), (1, 0, 2, 3, 4), (2, 3, 1, 0, 4), (3, 2, 1, 0, 4))
"""Columns of the table of characters to look in: start and rest of a family name, of a given name
its inner and last character; then those of the other places, then the readings of no name."""


class Word(NamedTuple):
    """One part of a name, read.

    Attributes:
        latin: Small Latin letters.
        weight: Logarithm of how likely it is, on no fixed scale.
    """

    latin: str
    weight: float


class Reading(NamedTuple):
    """A name read as a whole: its words with spaces, and how well known they are."""

    latin: str
    weight: float


def read_japanese(text: str, most: int) -> list[Reading]:
    """Up to `most` readings of a name in kanji or in kanji and kana, the likeliest first."""
    words = _SIGNS.findall(text)
    if len(words) == 1:
        return _read_unspaced(words[0], most)
    halves = [_words(word, _FAMILY if place == 0 else _GIVEN) for place, word in enumerate(words)]
    return _combined(halves[:4], 0.0, most)


def read_kana_name(text: str) -> tuple[str, ...]:
    """A name in kana alone; one word is cut where a family and a given name are known to meet."""
    words = read_kana(text)
    if len(words) != 1 or not 5 <= len(words[0]) <= 24:
        return (" ".join(words),) if words else ()
    whole = words[0]
    known = _readings_of_names()
    cuts = (
        (known[_FAMILY].get(whole[:cut], -9) + known[_GIVEN].get(whole[cut:], -9), cut)
        for cut in range(2, len(whole) - 1)
    )
    score, cut = max(cuts)
    return (f"{whole[:cut]} {whole[cut:]}",) if score >= 0 else (whole,)


@cache
def _readings_of_names() -> tuple[dict[str, int], dict[str, int]]:
    """Family and given names by sound, with how usual the likeliest of each sound is."""
    found: tuple[dict[str, int], dict[str, int]] = ({}, {})
    for row in tables.rows("japanese_names").values():
        for kind, cell in enumerate(row.split("\t")):
            for one in cell.split():
                latin, bonus = one[:-1], int(one[-1])
                if bonus >= found[kind].get(latin, 0):
                    found[kind][latin] = bonus
    return found


def _read_unspaced(word: str, most: int) -> list[Reading]:
    if len(word) > _LONGEST:
        return _combined([_words(word[:40], _GIVEN)], 0.0, most)
    cuts = sorted(
        (
            (_known(word[:cut], _FAMILY) + _known(word[cut:], _GIVEN), -cut)
            for cut in range(1, len(word))
        ),
        reverse=True,
    )
    found: list[Reading] = []
    if len(word) <= 3 and (not cuts or cuts[0][0] < 6):
        found += _combined([_words(word, _GIVEN)], _known(word, _GIVEN) - 4.0, most)
    for score, cut in cuts[:2]:
        halves = [_words(word[:-cut], _FAMILY), _words(word[-cut:], _GIVEN)]
        found += _combined(halves, score, most)
    found.sort(key=lambda reading: -reading.weight)
    best = {reading.latin: reading for reading in reversed(found)}
    return sorted(best.values(), key=lambda reading: -reading.weight)[:most]


def _combined(halves: list[tuple[Word, ...]], score: float, most: int) -> list[Reading]:
    whole = [Reading("", score)]
    for half in halves:
        whole = heapq.nlargest(
            most,
            (
                Reading(f"{before.latin} {word.latin}", before.weight + word.weight)
                for before in whole
                for word in half
            ),
            key=lambda reading: reading.weight,
        )
    return [reading._replace(latin=reading.latin.strip()) for reading in whole if reading.latin]


def _known(word: str, kind: int) -> float:
    """How well a string does as a family or a given name; about 0 where nothing is known."""
    usual = _LENGTHS[kind].get(len(word), -1.5)
    listed = _listed(word, kind)
    if listed:
        return usual + 5.0 + listed[0].weight
    if _KANA.fullmatch(word):
        return 4.0 if kind == _GIVEN else -2.0
    composed = _composed(word, kind)
    return usual + max(-6.0, composed[0].weight) if composed else -9.0


def _words(word: str, kind: int) -> tuple[Word, ...]:
    """The readings of one half: those listed, then those put together, each once."""
    if _KANA.fullmatch(word):
        return (Word("".join(read_kana(word)), 0.0),)
    found = {other.latin: other for other in reversed(_composed(word, kind))}
    found |= {listed.latin: listed for listed in _listed(word, kind)}
    return tuple(sorted(found.values(), key=lambda one: -one.weight))[:_KEPT]


@lru_cache(maxsize=4096)
def _listed(word: str, kind: int) -> tuple[Word, ...]:
    row = tables.rows("japanese_names").get(word)
    if row is None:
        return ()
    cells = row.split("\t")
    if kind >= len(cells):
        return ()
    return tuple(Word(one[:-1], 1.0 + 0.5 * int(one[-1])) for one in cells[kind].split())


@lru_cache(maxsize=4096)
def _composed(word: str, kind: int) -> tuple[Word, ...]:
    """Readings put together from those of the characters, the likeliest first."""
    beam: list[tuple[float, str]] = [(0.0, "")]
    for place, sign in enumerate(word[:_LONGEST]):
        before = word[place - 1] if place and sign == "々" else sign
        apart = place == len(word) - 1 if kind == _GIVEN else place > 0
        pieces = _pieces(before, 2 * kind + apart)
        if not pieces:
            return ()
        beam = heapq.nlargest(
            _KEPT,
            ((weight + more, kana + piece) for weight, kana in beam for piece, more in pieces),
        )
    return tuple(Word(shortened(romanised(kana)), weight) for weight, kana in beam)


@lru_cache(maxsize=8192)
def _pieces(sign: str, place: int) -> tuple[tuple[str, float], ...]:
    """Kana that a character may stand for in a place, with the logarithm of its share."""
    if _KANA.fullmatch(sign):
        return ((katakana(sign), 0.0),)
    row = tables.rows("japanese_characters").get(sign)
    if row is None:
        return ()
    cells = [*row.split("\t"), "", "", "", ""][:5]
    for cell in (cells[column] for column in _NEAREST[place]):
        if not cell:
            continue
        if not cell[-1].isdigit():
            return tuple((kana, -1.0 - rank) for rank, kana in enumerate(cell.split()))
        shares = (re.split(r"(?=\d)", piece, maxsplit=1) for piece in cell.split())
        return tuple((kana, math.log(int(share) / 100)) for kana, share in shares)
    return ()
