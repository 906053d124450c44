"""Table of Han characters read in Mandarin, Cantonese, Korean and Vietnamese, from Unihan."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from pathlib import Path

ENCODINGS = ("gb2312", "big5hkscs", "euc_jp", "euc_kr")
FIELDS = ("kMandarin", "kCantonese", "kHangul", "kVietnamese")


def is_common(sign: str) -> bool:
    """Say whether a national standard older than Unicode lists a character."""
    return any(is_in(sign, encoding) for encoding in ENCODINGS)


def character_lines(readings: Path, variants: Path, leans: dict[str, int]) -> list[str]:
    """Rows `character, pinyin, jyutping, hangul, Vietnamese, lean, simplified`, without tones.

    What Unihan lists for the traditional form alone is given to the simplified one too.
    """
    simplified = simplified_forms(variants)
    found: dict[str, dict[str, str]] = defaultdict(dict)
    ideal = set()
    for sign, field, value in _lines(readings):
        if field in FIELDS:
            found[sign][field] = _first(field, value)
        elif field == "kTGHZ2013":
            ideal.add(sign)
    for sign, field, value in _lines(variants):
        if field == "kTraditionalVariant":
            for other in value.split():
                traditional = chr(int(other[2:], 16))
                for key, reading in found.get(traditional, {}).items():
                    found[sign].setdefault(key, reading)
    return [
        "\t".join(
            [
                sign,
                *(found[sign].get(field, "") for field in FIELDS),
                str(leans.get(sign, "")),
                simplified.get(sign, ""),
            ]
        ).rstrip()
        for sign in sorted(found)
        if sign in ideal or is_common(sign)
    ]


def simplified_forms(variants: Path) -> dict[str, str]:
    """The simplified form of each traditional character that is not used for itself."""
    forms = {}
    for sign, field, value in _lines(variants):
        if field == "kSimplifiedVariant":
            others = [chr(int(other[2:], 16)) for other in value.split()]
            if sign not in others:
                forms[sign] = others[0]
    return forms


def leans(
    japanese: dict[str, int], chinese: dict[str, int], simplified: dict[str, str]
) -> dict[str, int]:
    """How much more a character is used in Japanese than in Chinese names: ten times ln of it.

    Args:
        japanese: How many Japanese names hold it.
        chinese: The same of Chinese names, in simplified characters.
        simplified: Simplified form of traditional characters.
    """
    all_japanese, all_chinese = sum(japanese.values()), sum(chinese.values())
    found = {}
    for sign in set(japanese) | set(chinese) | set(simplified) | set(simplified.values()):
        there = japanese.get(sign, 0) if is_in(sign, "shift_jis") else -1
        here = chinese.get(simplified.get(sign, sign), 0)
        known = is_in(sign, "gb2312") or is_in(sign, "big5")
        ratio = (max(there, 0) + 3) / all_japanese / ((here + 1) / all_chinese)
        lean = round(10 * math.log(ratio))
        lean = min(lean, -30) if there < 0 and known else max(lean, 30) if not known else lean
        found[sign] = max(-60, min(60, lean))
    return {sign: lean for sign, lean in found.items() if lean}


def is_in(sign: str, encoding: str) -> bool:
    """Say whether a national standard lists a character."""
    try:
        return bool(sign.encode(encoding))
    except UnicodeEncodeError:
        return False


def _lines(path: Path) -> list[tuple[str, str, str]]:
    cells = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [(chr(int(c[0][2:], 16)), c[1], c[2]) for c in cells if len(c) == 3 and c[0][0] == "U"]


def _first(field: str, value: str) -> str:
    first = value.split(maxsplit=1)[0]
    if field == "kHangul":
        return first.split(":")[0]
    plain = unicodedata.normalize("NFD", first.casefold().replace("đ", "d"))
    if field == "kMandarin":
        plain = plain.replace("u\u0308", "v")
    return re.sub(r"[^a-z]", "", plain)
