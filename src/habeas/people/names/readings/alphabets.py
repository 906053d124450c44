"""Names in alphabets, letter by letter, the longest known run of letters first.

What one language of a script does otherwise (a Ukrainian г is h) is told by letters that it alone
uses, and set before the table of the script.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from anyascii import anyascii

from habeas.people.names.readings import tables

_LONGEST = 3
_HINTS = (
    ("uk", re.compile(r"[іїєґ]")),
    ("be", re.compile(r"ў|[эы].*[іi]|[іi].*[эы]")),
    ("sr", re.compile(r"[јљњћђџѓќ]")),
    ("kk", re.compile(r"[әғқңұһ]")),
    ("mn", re.compile(r"[өү]")),
)
_SLAVIC = re.compile(
    r"(?:в[иіы]ч|[оеаїі][ўв]на|[иі]чна|[оеёаэ][вў]|[оеё]ва|[иіы]на?|[сц]ь?к[иі]й?|[сц]ь?кая?|[еа]нк[оа]"
    r"|[ую]к|[чщш][иы]к)(?=$|[\s,])"
)
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "׳": "׳", "i": "і"})
_ONE = "((?>kh|sh|gh|th|dh|zh|ch|[bdfghjklmnpqrstvwyz]))"
_FIRST_TWO = re.compile(rf"\b{_ONE}{_ONE}")
_THREE = re.compile(rf"{_ONE}{_ONE}{_ONE}")
_ETHIOPIC_VOWELS = ("e", "u", "i", "a", "e", "", "o", "wa")
_ETHIOPIC = {
    0x1200: "h",
    0x1208: "l",
    0x1210: "h",
    0x1218: "m",
    0x1220: "s",
    0x1228: "r",
    0x1230: "s",
    0x1238: "sh",
    0x1240: "k",
    0x1260: "b",
    0x1268: "v",
    0x1270: "t",
    0x1278: "ch",
    0x1280: "h",
    0x1290: "n",
    0x1298: "gn",
    0x12A0: "",
    0x12A8: "k",
    0x12B8: "h",
    0x12C8: "w",
    0x12D0: "",
    0x12D8: "z",
    0x12E0: "zh",
    0x12E8: "y",
    0x12F0: "d",
    0x1300: "j",
    0x1308: "g",
    0x1320: "t",
    0x1328: "ch",
    0x1330: "p",
    0x1338: "ts",
    0x1340: "ts",
    0x1348: "f",
    0x1350: "p",
}


class _Table(NamedTuple):
    anywhere: dict[str, str]
    first: dict[str, str]
    last: dict[str, str]


def read_cyrillic(text: str) -> list[str]:
    """A name in Cyrillic, by the letters of its language where they tell it."""
    low = text.casefold().translate(_APOSTROPHES)
    language = next((name for name, hint in _HINTS if hint.search(low)), "")
    found = [_read(low, ("Cyrl", language))]
    if language:
        found.append(_read(low, ("Cyrl", "")))
    elif "ъ" in low or "щ" in low:
        found.append(_read(low, ("Cyrl", "bg")))
    return found


def is_east_slavic(text: str) -> bool:
    """Say whether a name has a patronymic or a family name of Russia, Ukraine or Belarus."""
    return _SLAVIC.search(text.casefold().translate(_APOSTROPHES)) is not None


def read_greek(text: str) -> list[str]:
    """A Greek name as passports have it, and a foreign one as it sounds."""
    low = unicodedata.normalize("NFC", text).casefold()
    return [_read(low, ("Grek", "")), _read(low, ("Grek", "foreign-el"))]


def read_armenian(text: str) -> list[str]:
    """A name as the east of the language says it, then as the west does."""
    low = text.casefold().replace("եւ", "և")
    return [_read(low, ("Armn", "")), _read(low, ("Armn", "hyw"))]


def read_georgian(text: str) -> list[str]:
    """A Georgian name, and a foreign one without the ending that Georgian gives it."""
    low = text.casefold()
    return [_read(low, ("Geor", "")), _read(low, ("Geor", "foreign-ka"))]


def read_semitic(text: str, script: str) -> list[str]:
    """The letters of a name in Hebrew or Arabic, which leave most short vowels out.

    Arabic gets an `a` where consonants meet that could not be said: after the first of a word,
    and between the second and third of three.
    """
    low = text.replace("'", "׳") if script == "Hebr" else text
    plain = _read(low, (script, ""))
    if script == "Hebr":
        return [plain]
    return [_THREE.sub(r"\1\2a\3", _FIRST_TWO.sub(r"\1a\2", plain))]


def read_ethiopic(text: str) -> list[str]:
    """A name in the syllables of Ethiopia; the sixth vowel is silent."""
    letters = []
    for sign in text:
        row, vowel = ord(sign) & ~7, ord(sign) & 7
        if row in _ETHIOPIC:
            silent = row in {0x12A0, 0x12D0}
            sound = ("a" if vowel == 0 else "i" if vowel == 5 else "") if silent else ""
            letters.append(_ETHIOPIC[row] + (sound or _ETHIOPIC_VOWELS[vowel]))
        else:
            letters.append(anyascii(sign))
    return ["".join(letters).casefold()]


@cache
def _table(names: tuple[str, str]) -> _Table:
    table = _Table({}, {}, {})
    for name in names:
        for letters, latin in tables.groups("letters").get(name, ()):
            if letters.startswith("<"):
                table.first[letters[1:]] = latin
            elif letters.endswith(">"):
                table.last[letters[:-1]] = latin
            else:
                table.anywhere[letters] = latin
    return table


def _read(text: str, names: tuple[str, str]) -> str:
    return " ".join(_word(word, names) for word in re.split(r"[\s.,\-‐–()]+", text))


@lru_cache(maxsize=8192)
def _word(word: str, names: tuple[str, str]) -> str:
    table = _table(names)
    latin: list[str] = []
    place, end = 0, len(word)
    while place < end:
        for width in range(min(_LONGEST, end - place), 0, -1):
            run = word[place : place + width]
            found = table.first.get(run) if place == 0 else None
            if found is None and place + width == end:
                found = table.last.get(run)
            if found is None:
                found = table.anywhere.get(run)
            if found is not None:
                latin.append(found)
                place += width
                break
        else:
            latin.append(anyascii(word[place]))
            place += 1
    return "".join(latin)
