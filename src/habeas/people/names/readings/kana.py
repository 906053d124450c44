"""Hiragana and katakana in Latin letters, as passports spell them (Hepburn).

One convention for long vowels: they are written short (おおの, オーノ and おうの are all `ono`),
as passports and most of the press do; `ei`, `ii` and `aa` stay, for they are heard as two.
"""

from __future__ import annotations

import re
import unicodedata

_HIRAGANA_TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_VOWELS = "aiueo"


def _syllables() -> dict[str, str]:
    rows = {
        "": "アイウエオ",
        "k": "カキクケコ",
        "g": "ガギグゲゴ",
        "s": "サシスセソ",
        "z": "ザジズゼゾ",
        "t": "タチツテト",
        "d": "ダヂヅデド",
        "n": "ナニヌネノ",
        "h": "ハヒフヘホ",
        "b": "バビブベボ",
        "p": "パピプペポ",
        "m": "マミムメモ",
        "r": "ラリルレロ",
    }
    table = {
        kana: consonant + vowel
        for consonant, line in rows.items()
        for kana, vowel in zip(line, _VOWELS, strict=True)
    }
    table |= {"シ": "shi", "ジ": "ji", "チ": "chi", "ツ": "tsu", "ヂ": "ji", "ヅ": "zu", "フ": "fu"}
    table |= {"ヤ": "ya", "ユ": "yu", "ヨ": "yo", "ワ": "wa", "ヰ": "i", "ヱ": "e", "ヲ": "o"}
    table |= {"ン": "n", "ヴ": "v", "ヵ": "ka", "ヶ": "ga", "ヷ": "va", "ヸ": "vi", "ヹ": "ve"}
    small = {"ャ": "a", "ュ": "u", "ョ": "o", "ェ": "e"}
    for kana, stem in {"シ": "sh", "ジ": "j", "チ": "ch", "ヂ": "j"}.items():
        table |= {kana + little: stem + vowel for little, vowel in small.items()}
    for kana in "キギニヒビピミリ":
        stem = table[kana][:-1]
        table |= {kana + little: stem + "y" + small[little] for little in "ャュョ"}
        table[kana + "ェ"] = stem + "ye"
    little_vowels = "ァィゥェォ"
    foreign = {"フ": "f", "ヴ": "v", "ツ": "ts", "ク": "kw", "グ": "gw", "ス": "s", "ズ": "z"}
    for kana, stem in foreign.items():
        table |= {kana + v: stem + vowel for v, vowel in zip(little_vowels, _VOWELS, strict=True)}
    table |= {"ティ": "ti", "ディ": "di", "トゥ": "tu", "ドゥ": "du", "テュ": "tyu", "デュ": "dyu"}
    table |= {"フュ": "fyu", "ヴュ": "vyu", "ウィ": "wi", "ウェ": "we", "ウォ": "wo", "イェ": "ye"}
    table |= {"ヴ": "vu", "スァ": "sa", "ホゥ": "hu", "ヤュ": "yu"}
    table |= dict(zip("ァィゥェォャュョヮ", "a i u e o ya yu yo wa".split(), strict=True))
    return table


_SYLLABLES = _syllables()
_LONG_O = re.compile(r"(?<!n)ou|ou(?!e)|oo")
_WORD_BREAKS = re.compile(r"[\s・·･=＝゠\-,、，.．]+")


def katakana(text: str) -> str:
    """The text with every hiragana as katakana, full width, iteration marks written out."""
    wide = unicodedata.normalize("NFKC", text).translate(_HIRAGANA_TO_KATAKANA)
    if "ヽ" in wide or "ヾ" in wide or "ゝ" in wide or "ゞ" in wide:
        wide = re.sub(r"(.)[ヽヾゝゞ]", r"\1\1", wide)
    return wide


def romanised(text: str) -> str:
    """Kana in Latin letters, every vowel written out; other letters are left as they are.

    `ー` is dropped, `ッ` doubles the consonant that follows (`tch` before `ch`).
    """
    letters: list[str] = []
    doubled = False
    position, end = 0, len(text)
    while position < end:
        sound = _SYLLABLES.get(text[position : position + 2]) if position + 1 < end else None
        step = 2
        if sound is None:
            sign, step = text[position], 1
            if sign == "ッ":
                doubled, position = True, position + 1
                continue
            sound = "" if sign == "ー" else _SYLLABLES.get(sign, sign)
        if doubled and sound and sound[0] not in _VOWELS:
            sound = ("t" if sound[0] == "c" else sound[0]) + sound
        doubled = False
        letters.append(sound)
        position += step
    return "".join(letters)


def shortened(latin: str) -> str:
    """Romanised Japanese with long `o` and `u` written short; Inoue keeps its u."""
    if "ou" in latin or "oo" in latin:
        latin = _LONG_O.sub("o", latin)
    return latin.replace("uu", "u")


def read_kana(text: str) -> tuple[str, ...]:
    """The words of a text in kana, read; breaks are spaces, middle dots and hyphens."""
    words = (_spelled(word) for word in _WORD_BREAKS.split(katakana(text)))
    return tuple(word for word in words if word)


def _spelled(word: str) -> str:
    return "".join(sign for sign in shortened(romanised(word)).casefold() if "a" <= sign <= "z")
