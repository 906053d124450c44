"""Write `han_variants.tsv`: which Han letters are compared as which other one.

    python scripts/write_han_variants.py FOLDER

FOLDER holds kSimplifiedVariant.txt, kTraditionalVariant.txt, kZVariant.txt and
kSemanticVariant.txt of the Unihan database (UAX #38). Standard library only.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "src" / "habeas" / "people" / "names" / "data"
HEADER = """\
# Han letters and the one they are compared as: traditional ones as simplified ones, glyph
# variants as one of them. Made from the Unihan database by scripts/write_han_variants.py;
# Copyright © 1991-2026 Unicode, Inc., under the Unicode License V3 (see NOTICE).
# compared as\tletters
"""
_GLYPH_VARIANT = "kHKGlyph"
_LAST_COMMON_PLANE = 0xFFFF
"""Simplified forms beyond it were made by analogy and stand in no name."""


def main(folder: Path) -> None:
    """Read the four properties and write the table."""
    simplified = read_property(folder / "kSimplifiedVariant.txt")
    compared_as: dict[str, str] = {}
    for letter, targets in simplified.items():
        if letter not in targets:
            first, *others = targets
            compared_as[letter] = first
            compared_as.update({o: first for o in others if o not in simplified})
    for name, source in (("kZVariant", ""), ("kSemanticVariant", _GLYPH_VARIANT)):
        for letter, variants in read_property(folder / f"{name}.txt", source).items():
            for variant in variants:
                one, other = (follow(compared_as, c) for c in (letter, variant))
                if one != other and is_common(one) != is_common(other):
                    kept, given_up = (one, other) if is_common(one) else (other, one)
                    compared_as[given_up] = kept
    rows: dict[str, list[str]] = {}
    for letter in sorted(compared_as):
        last = follow(compared_as, letter)
        if last != letter and ord(last) <= _LAST_COMMON_PLANE:
            rows.setdefault(last, []).append(letter)
    lines = [f"{kept}\t{''.join(variants)}\n" for kept, variants in sorted(rows.items())]
    (DATA / "han_variants.tsv").write_text(HEADER + "".join(lines), encoding="utf-8")


def read_property(path: Path, source: str = "") -> dict[str, list[str]]:
    """Letter → its variants in the order of the file, those that name `source` alone."""
    table = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("U+"):
            continue
        letter, _, values = line.split("\t")
        variants = [
            chr(int(match[1], 16))
            for value in values.split()
            if source in value and (match := re.match(r"U\+([0-9A-F]+)", value))
        ]
        if variants:
            table[chr(int(letter.split()[0][2:], 16))] = variants
    return table


def is_common(letter: str) -> bool:
    """True for the letters of GB 2312, the common ones of simplified Chinese."""
    try:
        letter.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def follow(compared_as: dict[str, str], letter: str) -> str:
    """The letter at the end of a chain of replacements."""
    seen = {letter}
    while (after := compared_as.get(letter, letter)) not in seen:
        seen.add(after)
        letter = after
    return letter


if __name__ == "__main__":
    main(Path(sys.argv[1]))
