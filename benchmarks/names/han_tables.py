"""Table of Han characters read in Mandarin, Cantonese, Korean and Vietnamese, from Unihan."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from pathlib import Path

ENCODINGS = ("gb2312", "big5hkscs", "euc_jp", "euc_kr")
FIELDS = ("kMandarin", "kCantonese", "kHangul", "kVietnamese")


def is_common(sign: str) -> bool:
    """Say whether a national standard older than Unicode lists a character."""
    for encoding in ENCODINGS:
        try:
            sign.encode(encoding)
        except UnicodeEncodeError:
            continue
        return True
    return False


def character_lines(readings: Path, variants: Path) -> list[str]:
    """Rows `character, pinyin, jyutping, hangul, Vietnamese`, without tones.

    What Unihan lists for the traditional form alone is given to the simplified one too.
    """
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
        "\t".join([sign, *(found[sign].get(field, "") for field in FIELDS)]).rstrip()
        for sign in sorted(found)
        if sign in ideal or is_common(sign)
    ]


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
