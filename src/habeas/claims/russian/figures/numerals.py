"""Numerals: the numbers that words and digits say, whatever they count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from habeas.claims.russian.lexicon import russian
from habeas.claims.russian.parse.lemmas import parses, plain
from habeas.claims.russian.parse.parsing import Word

_DIGITS = re.compile(r"\d{1,9}")
_DECIMAL = re.compile(r"\d{1,4}[.,]\d{1,3}")
_SPAN = re.compile(r"(\d{1,6})[-–—](\d{1,6})")
_REMEMBERED = 20_000
"""Words whose numerals are kept: a text repeats them."""
_LONGEST = 6
"""Words of a numeral, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number in a sentence.

    Attributes:
        low, high: Its bounds; the same but for a range ("от 40 до 60").
        first, last: Places of its words, inclusive.
        is_vague: True for a least that words only hint at ("сотни").
        is_collective: True for a numeral that counts people ("двое").
    """

    low: float
    high: float | None
    first: int
    last: int
    is_vague: bool = False
    is_collective: bool = False


def number_at(words: Sequence[Word], at: int) -> Number | None:
    """The number that begins at a place; None where none does."""
    if spelt := _spelt_span(words[at].text):
        return _scaled(words, at, *spelt)
    first = _plain_number(words, at)
    if first is None:
        return None
    if span := _SPAN.fullmatch(words[at].text):
        return _scaled(words, at, int(span[1]), int(span[2]))
    after = first.last + 1
    if after + 1 < len(words) and words[after].text in ("-", "–", "—") and not first.is_vague:
        second = _plain_number(words, after + 1)
        tight = words[after].start == words[after - 1].end
        low = _shared(first, second, words) if second is not None else first.low
        if second is not None and low < second.low and (tight or second.low < 10 * low):
            return Number(low=low, high=second.low, first=at, last=second.last)
    spread = _spread(words, first)
    return spread or first


def _shared(first: Number, second: Number, words: Sequence[Word]) -> float:
    """The lower end of a range: in "от двух до трёх тысяч" both are thousands."""
    scale = _pack(words[second.last]) if second.last > second.first else None
    bare = first.first == first.last and _pack(words[first.last]) is None
    shares = scale is not None and bare and first.low * scale < second.low
    return first.low * scale if scale is not None and shares else first.low


def _scaled(words: Sequence[Word], at: int, low: int, high: int) -> Number:
    """ "2–3 тысячи", "две-три сотни": both ends of a range in one word, and their scale."""
    scale = _pack(words[at + 1]) if at + 1 < len(words) else None
    if scale is None:
        return Number(low=low, high=high, first=at, last=at)
    return Number(low=low * scale, high=high * scale, first=at, last=at + 1)


def _spelt_span(text: str) -> tuple[int, int] | None:
    """ "две-три", "двести-триста": the ends of a range in one word; None for other words."""
    parts = text.split("-")
    if len(parts) != 2 or not all(part.isalpha() for part in parts):
        return None
    values = russian().numbers.values
    ends = [next((values[x] for x in _numeral_lemmas(p) if x in values), None) for p in parts]
    if ends[0] is None or ends[1] is None or ends[0] >= ends[1]:
        return None
    return ends[0], ends[1]


def _spread(words: Sequence[Word], first: Number) -> Number | None:
    """ "от 40 до 60", "между 40 и 60"."""
    opener = words[first.first - 1].lemma if first.first else ""
    link = {"от": "до", "с": "до", "между": "и"}.get(opener)
    after = first.last + 1
    if link is None or after + 1 >= len(words) or words[after].lemma != link:
        return None
    second = _plain_number(words, after + 1)
    if second is None or second.low <= first.low:
        return None
    low = _shared(first, second, words)
    return Number(low=low, high=second.low, first=first.first - 1, last=second.last)


def _plain_number(words: Sequence[Word], at: int) -> Number | None:
    """The numeral that begins at a place: digits, words, or digits and a scale."""
    total, current = 0.0, None
    last, vague, collective = at - 1, False, False
    numbers = russian().numbers
    for word in words[at : at + _LONGEST]:
        value = _value(word)
        if value is not None and (current is None or (current >= 20 and value < _digit(current))):
            current = (current or 0) + value
            collective = collective or word.lemma in numbers.collective
        elif vague and current is None and 0 < total < (scale := _pack(word) or 0):
            total *= scale  # "десятки тысяч"
        elif (pack := _pack(word)) is not None and not (current is None and total):
            total += (current or 1) * pack
            vague = vague or (current is None and _is_many(word, numbers.packs))
            total = 2 * total if vague and word.i == at else total
            vague = vague or words[at].lemma in numbers.vague
            current = None
        elif word.i == at and word.lemma in numbers.vague:
            current, vague = float(numbers.vague[word.lemma]), True
        else:
            break
        last = word.i
    if last < at:
        return None
    low = total + (current or 0)
    if low != int(low) or low > 1e9:
        return None
    return Number(low=low, high=low, first=at, last=last, is_vague=vague, is_collective=collective)


def _digit(current: float) -> float:
    """The least power of ten of a numeral so far: after "сто двадцать" only units follow.

    0 after a fraction ("22,5"), which nothing follows.
    """
    return next((power for power in (1000.0, 100.0, 10.0, 1.0) if current % power == 0), 0.0)


def _value(word: Word) -> float | None:
    numbers = russian().numbers
    if _DIGITS.fullmatch(word.text):
        return float(word.text)
    if _DECIMAL.fullmatch(word.text):
        return float(word.text.replace(",", "."))
    if span := _SPAN.fullmatch(word.text):
        return float(span[1])
    for lemma in _lemmas(word):
        for table in (numbers.values, numbers.collective, numbers.halves):
            if lemma in table:
                return float(table[lemma])
    return None


def _lemmas(word: Word) -> list[str]:
    """The dictionary forms of a word as a numeral; none where it is another word here."""
    if not word.text.isalpha() or word.entity == "PER":
        return []
    return [*_numeral_lemmas(word.text), word.lemma]


@lru_cache(maxsize=_REMEMBERED)
def _numeral_lemmas(text: str) -> tuple[str, ...]:
    # "один" is an adjective in the dictionary; of "пятый", "второго" no numeral comes.
    kinds = ("NUMR", "ADJF", "NPRO")
    return tuple(plain(p.normal_form) for p in parses(text) if p.tag.POS in kinds)


def _pack(word: Word) -> int | None:
    packs = russian().numbers.packs
    if word.lemma in packs:
        return packs[word.lemma]
    return _pack_of(word.text)


@lru_cache(maxsize=_REMEMBERED)
def _pack_of(text: str) -> int | None:
    packs = russian().numbers.packs
    known = (plain(text).rstrip("."), *(plain(p.normal_form) for p in parses(text)))
    return next((packs[lemma] for lemma in known if lemma in packs), None)


def _is_many(word: Word, packs: object) -> bool:
    """True for the plural "сотни", "десятками"; "сотня" and "более сотни" are one."""
    if word.feats.get("Number") == "Sing" or plain(word.text).startswith("пол"):
        return False
    return any(p.tag.number == "plur" and p.tag.POS == "NOUN" for p in parses(word.text))
