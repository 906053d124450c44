"""Numbers in the words of a count, English or Russian, in digits or spelt out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files

from habeas.claims.english.figures.numerals import find_numerals

_CYRILLIC = re.compile("[а-я]")
_RUSSIAN = re.compile(
    r"\d{1,3}(?:[ \u00a0\u202f,]\d{3})+(?!\d)|\d+(?:[.,]\d+)?|[а-я]+\b\.?", re.IGNORECASE
)
_LONGEST = 12
"""Digits of a number, at most: nobody counts more people."""
_GLUED = re.compile(r"\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundNumber:
    """A number and where it stands in the text, end exclusive.

    `scale` is what its last words multiply by ("three thousand"), 1 where nothing does.
    """

    value: Fraction
    start: int
    end: int
    scale: Fraction = Fraction(1)


def is_russian(text: str) -> bool:
    """True where a text in small letters has Cyrillic ones."""
    return _CYRILLIC.search(text) is not None


def find_numbers(text: str, governing: Collection[str] = ()) -> tuple[FoundNumber, ...]:
    """The whole numbers of some words, in order; words for many ("dozens") are none.

    Args:
        text: In small letters, е for ё.
        governing: Russian words after which "сотни" is one hundred and not hundreds.
    """
    found = _russian(text, governing) if is_russian(text) else _english(text)
    return tuple(n for n in found if n.value.denominator == 1)


def _english(text: str) -> Iterator[FoundNumber]:
    for numeral in find_numerals(text):
        if not numeral.is_vague and 0 <= numeral.value < 10**_LONGEST:
            value = Fraction(numeral.value).limit_denominator(1000)
            scale = Fraction(numeral.scale)
            yield FoundNumber(value=value, start=numeral.start, end=numeral.end, scale=scale)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """A word that is a number or a part of one; its kind as in the data."""

    kind: str
    value: Fraction
    start: int
    end: int
    before: str


def _russian(text: str, governing: Collection[str]) -> Iterator[FoundNumber]:
    words = list(_russian_words(text))
    at = 0
    while at < len(words):
        size = _length(words[at:], text)
        run = words[at : at + size]
        if _says_a_number(run, governing):
            scale = run[-1].value if run[-1].kind != "plain" else Fraction(1)
            start, end = run[0].start, run[-1].end
            yield FoundNumber(value=_value(run), start=start, end=end, scale=scale)
        at += size


def _russian_words(text: str) -> Iterator[_Word]:
    forms, before = _forms(), ""
    for match in _RUSSIAN.finditer(text):
        word, end = match[0], match.end()
        if word not in forms and word.endswith("."):
            word, end = word.removesuffix("."), end - 1
        if word[0].isdigit():
            found = ("plain", _digits(word)) if len(word) <= _LONGEST else None
        else:
            found = forms.get(word)
        if found is not None:
            yield _Word(kind=found[0], value=found[1], start=match.start(), end=end, before=before)
        before = word


def _digits(word: str) -> Fraction:
    if re.fullmatch(r"\d+[.,]\d+", word) and not re.fullmatch(r"\d{1,3},\d{3}", word):
        return Fraction(word.replace(",", "."))
    return Fraction(re.sub(r"\D", "", word))


def _length(words: Sequence[_Word], text: str) -> int:
    """How many of the words, from the first, are one number."""
    size, last = 1, words[0]
    for word in words[1:]:
        beside = _GLUED.fullmatch(text, last.end, word.start) is not None
        if not beside or (word.kind == "plain" and not _goes_on(last, word)):
            break
        size, last = size + 1, word
    return size


def _goes_on(last: _Word, word: _Word) -> bool:
    """ "сто двадцать", "тысяча двести": after a greater number a smaller goes on."""
    if last.kind != "plain":
        return word.value < last.value
    power = Fraction(10) ** (len(str(int(last.value))) - 1)
    return last.value >= 20 and last.value % power == 0 and word.value < power


def _says_a_number(run: Sequence[_Word], governing: Collection[str]) -> bool:
    first = run[0]
    if first.kind == "either":
        return first.before in governing
    return first.kind != "many"


def _value(run: Sequence[_Word]) -> Fraction:
    total, current = Fraction(0), Fraction(0)
    for word in run:
        if word.kind == "plain":
            current += word.value
        else:
            total, current = total + (current or 1) * word.value, Fraction(0)
    return total + current


@cache
def _forms() -> dict[str, tuple[str, Fraction]]:
    data = files("habeas.accounts.hedges") / "data" / "russian_numerals.tsv"
    rows = (line.split("\t") for line in data.read_text("utf-8").splitlines() if line[0] != "#")
    return {form: (kind, Fraction(value)) for form, kind, value in rows}
