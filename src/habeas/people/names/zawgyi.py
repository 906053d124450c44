"""Burmese written for the Zawgyi font, told from Unicode and brought into it.

Zawgyi puts other letters on the code points of Unicode's Myanmar block and stores them in
the order they are seen: the vowel ေ and medial ra before their consonant. See the Unicode
FAQ on Myanmar scripts and Unicode Technical Note 11 (the order that Unicode text has).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

_LEAST_EVIDENCE = 1.0
# Burmese consonants as both read them; letters of any language of the block.
_C = "\u1000-\u1021"
_LETTER = f"{_C}\u1022-\u102a\u103f\u104e\u1050-\u1055\u105a-\u105d\u1061\u1065\u1066\u106e-\u1070"
_LETTER += "\u1075-\u1081\uaa60-\uaa7f"
_MEDIAL = "\u103b-\u103e\u105e-\u1060\u1082"
_VOWEL = "\u102b-\u1030\u1032"
_STACKED = "\u1060-\u1063\u1065-\u1069\u106c\u106d\u1070-\u107c\u1085\u1093\u1096"
_ZAWGYI_RA = "\u103b\u107e-\u1084"
_ZAWGYI_LETTER = (
    f"{_C}\u1023-\u1027\u1029\u102a\u1040\u1047\u106a\u106b\u1086\u108f\u1090-\u1092\u1097"
)
_ROWS = ("ကခဂဃ", "စဆဇဈ", "ဋဌဍဎ", "တထဒဓ", "ပဖဗဘ")
_PAIRS = "|".join(
    [f"[{row}]\u1039[{row}]" for row in _ROWS]
    + ["ဉ\u1039[စဆဇဈ]", "ဏ\u1039[ဋဌဍဎဏ]", "န\u1039[တထဒဓန]", "မ\u1039[ပဖဗဘမ]", "လ\u1039[လဘဗ]"]
    + ["သ\u1039[သတထမယ]"]
)
"""What Unicode Burmese and Pali stack: consonants of one row of the alphabet."""

_NOT_UNICODE = tuple(
    (re.compile(pattern), weight)
    for pattern, weight in (
        (f"(?<![{_LETTER}{_MEDIAL}])\u1031", 2.0),
        (f"\u1039(?![{_C}])", 2.0),
        (f"(?!{_PAIRS})[{_C}]\u1039[{_C}]", 2.0),
        (f"(?<![{_LETTER}{_MEDIAL}\u103a])[\u103b-\u103e]", 1.0),
        ("[\u103c-\u103e]\u103b|[\u103d\u103e]\u103c|\u103e\u103d", 1.0),
        (f"\u103a[{_VOWEL}\u103c-\u103e\u1033\u1034\u1094\u1095]", 2.0),
        (f"(?<![^\\W_]|[\u102b-\u103e\u1056-\u109f])[{_C}]\u103a", 1.0),
        ("\u108f[\u1060-\u108d]", 2.0),
        ("[\u1033\u1034]|\u105a(?![\u102b-\u103e])", 1.0),
        (f"[{_C}][\u1065-\u1069\u106c\u106d\u1070-\u107c\u1093\u1096]", 1.0),
        (f"[{_C}][\u1060-\u1064\u1085]", 0.5),
        (f"[{_C}\u103b-\u103d][\u1087-\u108e]", 0.5),
        (f"[\u107e-\u1084](?=[{_C}])", 0.5),
        ("[\u1094\u1095]", 1.0),
        (f"[\u106a\u106b\u1090](?=[{_VOWEL}\u103a\u1039])", 1.0),
        ("မဂ\u1064လ", 1.0),
    )
)
"""What Unicode text cannot hold, or Burmese in Unicode does not, and how much it says."""

_NOT_ZAWGYI = tuple(
    (re.compile(pattern), weight)
    for pattern, weight in (
        (f"\u1031(?![{_ZAWGYI_LETTER}{_ZAWGYI_RA}])", 2.0),
        (f"[{_ZAWGYI_RA}](?![{_ZAWGYI_LETTER}])", 1.0),
        ("[\u103e\u103f\u1022\u1028\u1035]", 2.0),
        ("\u1004\u103a\u1039", 2.0),
        ("[\u1000-\u1021]\u103a[\u1038\u1037]|\u1037\u103a", 1.0),
        (f"[{_C}\u1086]\u1038", 1.0),
        (f"(?<![{_ZAWGYI_LETTER}{_STACKED}\u103a-\u103d\u107d])[\u103a\u103c\u103d]", 1.0),
        (f"(?<![{_ZAWGYI_LETTER}])[{_STACKED}]", 1.0),
        (f"(?<![{_ZAWGYI_LETTER}\u103a-\u103d\u107d])[\u1064\u1087-\u108d]", 1.0),
    )
)
"""What Zawgyi text cannot hold, and how much it says."""

_ZERO = re.compile(
    f"(?<=[{_C}\u102b-\u109f])\u1040(?![\u1040-\u1049])|\u1040(?=[{_C}\u102b-\u103f])"
)
_SEVEN = re.compile("\u1047(?=[\u102b-\u103f])|(?<=\u1031)\u1047(?![\u1040-\u1049])")
_SYLLABLE = re.compile(
    f"([\u1031\u103c]*)"
    f"([{_C}\u1023-\u1027\u1029\u102a\u103f\u104e])"
    f"((?:\u1039[{_C}]|\u103c(?![{_C}])|[\u102b-\u1030\u1032-\u1038\u103a\u103b\u103d\u103e\uffff])*)"
)
_MARK = re.compile(f"\u1039[{_C}]|.")
_KINZI = "\uffff"
_ORDER = "\u1039\u103b\u103c\u103d\u103e\u1031"
_ORDER += "\u102d\u102e\u1032\u102f\u1030\u102b\u102c\u103a\u1036\u1037\u1038"
_SPELLINGS = (
    ("\u1025\u103a", "\u1009\u103a"),
    ("\u1025\u102e", "\u1026"),
    ("\u1025\u1039", "\u1009\u1039"),
)


def is_zawgyi(text: str) -> bool:
    """Say whether Burmese text was written for the Zawgyi font.

    What the text holds that Unicode cannot is weighed against what Zawgyi cannot; in
    doubt it is Unicode. Shan, Karen and Mon in Unicode use code points that Zawgyi took
    for other letters, so such a code point says little unless it stands where only
    Zawgyi would have it.
    """
    against_unicode = _weigh(text, _NOT_UNICODE)
    if against_unicode < _LEAST_EVIDENCE:
        return False
    return against_unicode - _weigh(text, _NOT_ZAWGYI) >= _LEAST_EVIDENCE


def zawgyi_to_unicode(text: str) -> str:
    """Bring text written for the Zawgyi font into Unicode, in the order of UTN 11.

    What is no Burmese letter stays as it is. The answer is in normal form C.
    """
    letters = letters_for_digits(text).translate(_letters())
    for old, new in _SPELLINGS:
        letters = letters.replace(old, new)
    ordered = _SYLLABLE.sub(_reorder, letters).replace(_KINZI, "\u1004\u103a\u1039")
    return unicodedata.normalize("NFC", ordered)


def letters_for_digits(text: str) -> str:
    """Burmese wa and ra where the digits that look like them stand within a word."""
    return _ZERO.sub("\u101d", _SEVEN.sub("\u101b", text))


def _weigh(text: str, rules: tuple[tuple[re.Pattern[str], float], ...]) -> float:
    return sum(weight * len(pattern.findall(text)) for pattern, weight in rules)


def _reorder(found: re.Match[str]) -> str:
    """One consonant and its signs, from the order they are seen in to that of Unicode."""
    before, base, after = found.groups()
    signs = dict.fromkeys(_MARK.findall(before + after))
    kinzi = _KINZI if signs.pop(_KINZI, "") is None else ""
    return kinzi + base + "".join(sorted(signs, key=_rank))


def _rank(sign: str) -> int:
    return _ORDER.find(sign[0])


@cache
def _letters() -> dict[int, str]:
    """Zawgyi code point → Unicode letters, still in visual order."""
    text = (files("habeas.people.names") / "data" / "zawgyi.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {
        int(code, 16): "".join(
            _KINZI if letter == "kinzi" else chr(int(letter, 16)) for letter in letters.split()
        )
        for code, letters in rows
    }
