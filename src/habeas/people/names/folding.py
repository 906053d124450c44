"""Letters of one script that writers use for each other, brought to one of them.

A folded name is a key to compare by and is never shown. Data: `letters.tsv`,
`letters_coarse.tsv`, `han_variants.tsv` (from Unihan), `han_japanese.tsv`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from habeas.people.names.zawgyi import letters_for_digits

_NOTHING = "∅"
_MOST_ROUNDS = 4
# Vowel and reading signs that most writers leave out.
_POINTS = (
    *((0x0591, 0x05BD), (0x05BF, 0x05BF), (0x05C1, 0x05C2), (0x05C4, 0x05C5), (0x05C7, 0x05C7)),
    *((0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06DC), (0x06DF, 0x06E4)),
    *((0x06E7, 0x06E8), (0x06EA, 0x06ED), (0x08D3, 0x08E1), (0x08E3, 0x08FF)),
)
_GREEK = ((0x0370, 0x03FF), (0x1F00, 0x1FFF))
_KATAKANA = (0x30A1, 0x30F6)
_TO_HIRAGANA = 0x60
_HIRAGANA = {"ゐ": "い", "ゑ": "え", "ぢ": "じ", "づ": "ず", "ゖ": "け", "ゕ": "か"}

# Stress in Cyrillic, and accents that no composed Greek letter has.
_STRESS = re.compile("(?<=[\u0400-\u052f])[\u0300\u0301]+|(?<=[\u0370-\u03ff])[\u0300-\u0345]+")
_REPEATED_HAN = re.compile("([\u3400-\u9fff])([々〻]+)")
_REPEATED_KANA = re.compile("([\u3041-\u3096])([ゝゞ]+)")
_UNREPEATED = str.maketrans({"ヽ": "ゝ", "ヾ": "ゞ"})
# Kurdish and Uyghur words that begin with a vowel begin with a carrier of it.
_CARRIED_E = re.compile("(?<!\\w)\u0626\u06d5")
_CARRIER = re.compile("(?<!\\w)\u0626(?=[\u0627\u0648\u06c6-\u06c8\u06d0\u0649])")
# Blocks of India that place like letters alike: where the block begins.
_NASAL_BLOCKS = (0x0900, 0x0A80, 0x0B00, 0x0C00, 0x0C80)
_NASALS = (
    *((0x19, 0x15, 0x18), (0x1E, 0x1A, 0x1D), (0x23, 0x1F, 0x22)),
    *((0x28, 0x24, 0x27), (0x2E, 0x2A, 0x2D)),
)
_VIRAMA, _ANUSVARA = 0x4D, 0x02
_BENGALI_NASAL = re.compile("ঙ্(?=[ক-ঘ])")
_INDIC = re.compile("[\u0900-\u0d7f]")
_BURMESE = re.compile("[\u1000-\u109f]")
_ACCENTS = re.compile("[\u0300-\u036f]+")
# Korean writes an r or an n at the head of a family name in the North and drops it in the South.
_HEADS = {
    "리": "이",
    "류": "유",
    "림": "임",
    "량": "양",
    "려": "여",
    "련": "연",
    "로": "노",
    "라": "나",
}


class _Letters(dict[int, str]):
    """What a letter is compared as, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_letter(chr(code))
        return folded


_LETTERS = _Letters()


def fold_letters(text: str) -> str:
    """Bring letters that writers of one script use for each other to one of them.

    Case and the signs of vowels count for nothing; the forms of Arabic, Persian, Urdu,
    Kurdish and Uyghur letters, final forms of Hebrew, е and ё, у and ў, accents of Greek,
    traditional, simplified and Japanese Han letters, the two kana, signs of repetition,
    digits of any script, apostrophes and hyphens each become one. Letters of Latin keep
    their marks: see `fold_diacritics`.

    Args:
        text: A name, best as `clean_name` gives it.

    Returns:
        The same again when folded again. Never raises; takes time in step with length.

    >>> fold_letters("علي") == fold_letters("علی"), fold_letters("許志永")
    (True, '许志永')
    """
    if text.isascii():
        return text.casefold().replace("`", "'")
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    for _ in range(_MOST_ROUNDS):
        separate = _fold_once(folded)
        folded = unicodedata.normalize("NFC", separate)
        # What is composed only now, such as an accent behind a sign that went, folds again.
        if folded == separate:
            break
    return folded


def fold_diacritics(text: str) -> str:
    """A coarser key: `fold_letters`, and marks above, below and through letters dropped.

    For Latin (ł, ø, ş as l, o, s), Cyrillic (і, қ, ө as и, к, о) and the head of Korean
    family names. Two persons may well share it.

    >>> fold_diacritics("Łukasz O’Żółw")
    'lukasz ozolw'
    """
    folded = fold_letters(text)
    if not folded.isascii():
        folded = _ACCENTS.sub("", unicodedata.normalize("NFD", folded))
        folded = unicodedata.normalize("NFC", folded.translate(_coarse_letters()))
        return _HEADS.get(folded[:1], folded[:1]) + folded[1:]
    return folded.replace("'", "")


def _fold_once(folded: str) -> str:
    if "\u0626" in folded:
        folded = _CARRIER.sub("", _CARRIED_E.sub("ا", folded))
    if _BURMESE.search(folded):
        folded = letters_for_digits(folded)
    folded = folded.translate(_UNREPEATED).translate(_LETTERS)
    for old, new in _sequences():
        folded = folded.replace(old, new)
    folded = _STRESS.sub("", folded)
    if "々" in folded or "〻" in folded:
        folded = _REPEATED_HAN.sub(_repeat_han, folded)
    if "ゝ" in folded or "ゞ" in folded:
        folded = _REPEATED_KANA.sub(_repeat_kana, folded)
    if _INDIC.search(folded):
        folded = _BENGALI_NASAL.sub("ং", folded)
        folded = _nasals().sub(_write_as_sign, folded)
    return folded


def _fold_letter(letter: str) -> str:
    if (known := _table().get(letter)) is not None:
        return known
    code = ord(letter)
    if _is_in(code, _POINTS):
        return ""
    if unicodedata.category(letter) == "Nd":
        return str(unicodedata.digit(letter))
    if _is_in(code, _GREEK) and letter.isalpha():
        bare = unicodedata.normalize("NFD", letter)[0]
        return _table().get(bare, bare)
    if _is_in(code, (_KATAKANA,)):
        letter = chr(code - _TO_HIRAGANA)
    return _HIRAGANA.get(letter, letter)


def _is_in(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)


def _repeat_han(found: re.Match[str]) -> str:
    return found[1] * (1 + len(found[2]))


def _repeat_kana(found: re.Match[str]) -> str:
    plain = found[1]
    voiced = unicodedata.normalize("NFC", plain + "\u3099")
    voiced = voiced if len(voiced) == 1 else plain
    return plain + "".join(plain if sign == "ゝ" else voiced for sign in found[2])


def _write_as_sign(found: re.Match[str]) -> str:
    block = ord(found[0][0]) & ~0x7F
    return chr(block + _ANUSVARA)


@cache
def _nasals() -> re.Pattern[str]:
    """A nasal before a stop of its own row, which most writers write as a dot."""
    return re.compile(
        "|".join(
            f"{chr(at + nasal)}{chr(at + _VIRAMA)}(?=[{chr(at + first)}-{chr(at + last)}])"
            for at in _NASAL_BLOCKS
            for nasal, first, last in _NASALS
        )
    )


@cache
def _table() -> dict[str, str]:
    """Single letter → what it is compared as."""
    table = {other: kept for kept, others in _rows("han_variants.tsv") for other in others[0]}
    for name in ("han_japanese.tsv", "letters.tsv"):
        for kept, others in _rows(name):
            table.update({o: table.get(kept, kept) for o in others if len(o) == 1})
    # A Japanese form that some rare letter is a variant of is itself compared as another.
    return {o: table.get(kept, kept).replace(_NOTHING, "") for o, kept in table.items()}


@cache
def _sequences() -> tuple[tuple[str, str], ...]:
    """Sequences of letters, for a letter with a separate mark or two signs written for one."""
    return tuple(
        (other, kept) for kept, others in _rows("letters.tsv") for other in others if len(other) > 1
    )


@cache
def _coarse_letters() -> dict[int, str]:
    return {
        ord(other): kept.replace(_NOTHING, "")
        for kept, others in _rows("letters_coarse.tsv")
        for other in others
    }


def _rows(name: str) -> Iterator[tuple[str, list[str]]]:
    text = (files("habeas.people.names") / "data" / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            kept, others = line.split("\t")
            yield kept, others.split()
