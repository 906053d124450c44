"""How a name in any script is read in Latin letters, with the alternatives that matter."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

from habeas.people.names.readings.alphabets import (
    is_east_slavic,
    read_armenian,
    read_cyrillic,
    read_ethiopic,
    read_georgian,
    read_greek,
    read_semitic,
)
from habeas.people.names.readings.brahmic import BLOCKS, read_brahmic
from habeas.people.names.readings.burmese import read_burmese
from habeas.people.names.readings.han import read_han
from habeas.people.names.readings.hangul import read_hangul
from habeas.people.names.readings.japanese import read_kana_name
from habeas.people.names.readings.khmer import read_khmer
from habeas.people.names.readings.sounds import read_sounds
from habeas.people.names.readings.thai import read_lao, read_thai

__all__ = ["MOST_READINGS", "readings_of"]

MOST_READINGS = 8
_MOST_CHARACTERS = 120
_HAN = frozenset({"Hani", "Jpan", "Hans", "Hant"})
_KANA = frozenset({"Kana", "Hira", "Hrkt"})
_READERS = {
    "Hang": read_hangul,
    "Thai": read_thai,
    "Laoo": read_lao,
    "Mymr": read_burmese,
    "Khmr": read_khmer,
    "Grek": read_greek,
    "Armn": read_armenian,
    "Geor": read_georgian,
    "Ethi": read_ethiopic,
}
_HIRAGANA = re.compile(r"[ぁ-ゖ]")


@lru_cache(maxsize=8192)
def readings_of(text: str, script: str) -> tuple[str, ...]:
    """Read a name in Latin letters, as its own people and the press would.

    Args:
        text: A name as written, in one script.
        script: ISO 15924 code of the script (`Hani` for Han alone, `Jpan` for Han known to be
            Japanese or mixed with kana, `Kana` for kana alone); any other string is read letter
            by letter.

    Returns:
        Up to eight readings, the likeliest first, in small ASCII letters with spaces between
        words and, where they are known, between family and given name, in the order of the
        text. Japanese long vowels are short (`ono`, `yuki`). Nothing for Latin, or for a text
        without a letter. Only the first 120 characters are read.
    """
    if script == "Latn":
        return ()
    return _tidied(_read(text[:_MOST_CHARACTERS], script))


def _read(text: str, script: str) -> list[str]:
    if script in _HAN:
        return read_han(text, script)
    if script in _KANA:
        return _read_kana(text)
    if script in {"Hebr", "Arab"}:
        return [*read_sounds(text, script), *read_semitic(text, script)]
    if script == "Cyrl":
        plain, heard = read_cyrillic(text), read_sounds(text, script)
        return plain + heard if is_east_slavic(text) else heard + plain
    if script in BLOCKS:
        return read_brahmic(text, script)
    reader = _READERS.get(script)
    return reader(text) if reader else [anyascii(text).casefold()]


def _read_kana(text: str) -> list[str]:
    native = read_kana_name(text)
    if _HIRAGANA.search(text):
        return list(native)
    return [*read_sounds(text, "Kana"), *native]


def _tidied(readings: list[str]) -> tuple[str, ...]:
    """Letters and single spaces alone, each reading once."""
    kept: dict[str, None] = {}
    for reading in readings:
        words = "".join(
            letter if "a" <= letter <= "z" else " " if letter in " -" else "" for letter in reading
        ).split()
        if words:
            kept[" ".join(words)] = None
    return tuple(kept)[:MOST_READINGS]
