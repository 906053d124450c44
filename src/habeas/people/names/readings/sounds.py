"""What a name sounds like in the spelling of its origin, by learned rules.

A foreign name is written by ear: דייוויד and 大卫 are David, خورخي is Jorge. The tables hold,
for each sign of a script and the signs around it, the Latin letters it most often stands for;
the widest window that is listed decides. They were learned from names of public record.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from habeas.people.names.readings import tables

_WINDOWS = ((3, 3), (2, 2), (1, 2), (1, 1), (0, 1), (0, 0))
_WORDS = re.compile(r"[^\s・·･•‧,、，=＝゠()（）「」.．_/|\-‐–—־]+")
_MOST_UNITS = 40
_ALIKE = {
    "Cyrl": str.maketrans(dict(zip("iіїўєґјљњ", "иииуегйлн", strict=True))),
    "Hebr": str.maketrans({"'": "׳", "’": "׳", "`": "׳", '"': "״"}),
    "Arab": str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه"})
    | dict.fromkeys((0x640, 0x200C, *range(0x64B, 0x653)), ""),
}


def units_of(word: str, script: str) -> str:
    """A word as the tables have it: small letters, one form of each, syllables taken apart."""
    if script == "Hang":
        return unicodedata.normalize("NFD", word)
    word = unicodedata.normalize("NFC", word).casefold()
    if script == "Hani":
        return "".join(map(_simplified, word))
    alike = _ALIKE.get(script)
    return word.translate(alike) if alike else word


def read_sounds(text: str, script: str) -> list[str]:
    """The words of a text by the table of its script, with spaces.

    Returns:
        The reading with common words as they are mostly spelled (`john`), then the one by signs
        alone (`jon`) where it differs; a reading is empty where no sign is known.
    """
    table = tables.rows(f"sounds_{script.casefold()}")
    words = [units_of(word, script) for word in _WORDS.findall(text)]
    heard = [_read_word(word, script) for word in words]
    spelled = [table.get(f"={word}", sound) for word, sound in zip(words, heard, strict=True)]
    readings = [" ".join(spelled)]
    if spelled != heard:
        readings.append(" ".join(heard))
    return readings


@lru_cache(maxsize=8192)
def _read_word(units: str, script: str) -> str:
    table = tables.rows(f"sounds_{script.casefold()}")
    return _with_article(units, table) if script == "Arab" else _read(units, table)


def _read(units: str, table: dict[str, str]) -> str:
    padded = f"<<<{units[:_MOST_UNITS]}>>>"
    letters = []
    for place in range(3, len(padded) - 3):
        for left, right in _WINDOWS:
            found = table.get(padded[place - left : place + right + 1])
            if found is not None:
                letters.append(found)
                break
    return "".join(letters)


def _with_article(units: str, table: dict[str, str]) -> str:
    """A word in Arabic letters; its article is said, though the tables leave it out."""
    if units.startswith("ال") and len(units) > 4:
        return "al" + _read(units[2:], table)
    return _read(units, table)


def _simplified(sign: str) -> str:
    row = tables.rows("han_characters").get(sign)
    if row is None:
        return sign
    cells = row.split("\t")
    return cells[5] if len(cells) > 5 else sign
