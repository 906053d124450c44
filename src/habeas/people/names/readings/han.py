"""Names in Han characters, whose language is not known: which readings, in which order."""

from __future__ import annotations

import re

from habeas.people.names.readings import chinese
from habeas.people.names.readings.japanese import read_japanese
from habeas.people.names.readings.kana import read_kana

_HAN = re.compile(r"[\u2e80-\u2fdf々〇\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_KANA = re.compile(r"[ぁ-ゟァ-ヺー]")
_SURE_OF_JAPANESE = 14.0
"""Weight of a reading whose family and given name are both listed."""


def read_han(text: str, script: str) -> list[str]:
    """Readings of a name in Han characters, kana among them or not, the likeliest first."""
    if not _HAN.search(text):
        return [" ".join(read_kana(text))]
    if _KANA.search(text):
        return [reading.latin for reading in read_japanese(text, 8)]
    words = chinese.words_of(text)
    if script == "Jpan":
        found = [reading.latin for reading in read_japanese(text, 5)]
        return found + _chinese(words)[:3]
    chinese_readings = _chinese(words)
    japanese = read_japanese(text, 2) if len("".join(words)) <= 6 else []
    if japanese and japanese[0].weight >= _SURE_OF_JAPANESE and not _has_surname(words):
        found = [reading.latin for reading in read_japanese(text, 4)]
        return found + chinese_readings
    return chinese_readings[:6] + [reading.latin for reading in japanese]


def _has_surname(words: list[str]) -> bool:
    return bool(words) and bool(chinese.split_surname("".join(words))[0])


def _chinese(words: list[str]) -> list[str]:
    """Mandarin, Korean and other readings of words in Han characters."""
    whole = "".join(words)
    if not words:
        return []
    family, given = chinese.split_surname(whole) if len(words) <= 2 else ("", whole)
    if not family or not given:
        return [chinese.read_syllables(words), chinese.read_hong_kong(words)]
    spelled = chinese.read_chinese(family, given)
    korean = chinese.read_sino_korean(whole)
    vietnamese = chinese.read_sino_vietnamese(whole)
    return [*spelled[:2], *korean[:1], *spelled[2:], *korean[1:2], vietnamese]
