"""Names in Han characters, whose language is not known: which readings, in which order."""

from __future__ import annotations

import re

from habeas.people.names.readings import chinese, tables
from habeas.people.names.readings.japanese import Reading, read_japanese
from habeas.people.names.readings.sounds import read_sounds

_KANA = re.compile(r"[ぁ-ゟァ-ヺー]")
_LEAN = 4
"""Column of the table of characters: how Japanese a character is."""
_LISTED = 7.0
"""Weight of a Japanese reading one half of whose name is listed, and the other is likely."""


def read_han(text: str, script: str) -> list[str]:
    """Readings of a name in Han characters, kana among them or not, the likeliest first."""
    words = chinese.words_of(text)
    whole = "".join(words)
    if not whole:
        return []
    japanese = read_japanese(text, 5) if len(whole) <= 12 and len(words) <= 2 else []
    known_to_be = script == "Jpan" or _KANA.search(text) is not None
    if known_to_be or (japanese and _is_japanese(whole, japanese[0])):
        found = [reading.latin for reading in japanese] or read_sounds(text, "Hani")
        return found[: 5 if known_to_be else 4] + _chinese(words)
    if _is_foreign(words):
        pinyin = chinese.read_syllables(words)
        return [*read_sounds(text, "Hani"), pinyin, chinese.read_hong_kong(words)]
    found = _chinese(words)[:6]
    likely = [reading.latin for reading in japanese[:1]]
    return [*found, *likely, *read_sounds(whole, "Hani")[:1]]


def _is_japanese(whole: str, reading: Reading) -> bool:
    """Weigh a Japanese dictionary against how the characters lean and Chinese name shapes."""
    lean = sum(map(_lean_of, whole)) / 10
    shape = {1: 0.0, 2: -3.0, 3: -3.0, 4: 2.0}.get(len(whole), 3.0)
    if len(whole) <= 3 and not chinese.split_surname(whole)[0]:
        shape += 5.0
    return lean + shape + max(-4.0, min(6.0, reading.weight - _LISTED)) > 0


def _lean_of(sign: str) -> int:
    row = tables.rows("han_characters").get(sign)
    if row is None:
        return 0
    cells = row.split("\t")
    return int(cells[_LEAN] or 0) if len(cells) > _LEAN else 0


def _is_foreign(words: list[str]) -> bool:
    """Say whether words look like a foreign name in Chinese dress: with dots, or long."""
    whole = "".join(words)
    return len(words) > 2 or len(whole) > 4 or not chinese.split_surname(whole)[0]


def _chinese(words: list[str]) -> list[str]:
    """Mandarin, Korean and other readings of words in Han characters."""
    whole = "".join(words)
    family, given = chinese.split_surname(whole) if len(words) <= 2 else ("", whole)
    if not family or not given:
        return [chinese.read_syllables(words), chinese.read_hong_kong(words)]
    spelled = chinese.read_chinese(family, given)
    korean = chinese.read_sino_korean(whole)
    vietnamese = chinese.read_sino_vietnamese(whole)
    return [*spelled[:2], *korean[:1], *spelled[2:], *korean[1:2], vietnamese]
