"""Names in hangul: Korean ones as they are usually spelled, foreign ones as they sound.

Korean people spell their names as they like, so a Korean name is read three ways: as most
write it (Park Jung-hee), by the Revised Romanisation (Bak Jeong-hui), and by McCune-Reischauer
without its marks, as North Korea and older books have it (Pak Chong-hui).
"""

from __future__ import annotations

import re
from functools import lru_cache

from habeas.people.names.readings import tables
from habeas.people.names.readings.sounds import read_sounds

_FIRST, _LAST = 0xAC00, 0xD7A3
_INITIALS = "g kk n d tt r m b pp s ss . j jj ch k t p h".replace(".", "-").split()
_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
_FINALS = "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t".replace("-", "_").split()
_OLD_INITIALS = "k kk n t tt r m p pp s ss - ch tch ch k t p h".split()
_OLD_VOWELS = "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i".split()
_VOICED = {"k": "g", "t": "d", "p": "b", "ch": "j"}
_WORD = re.compile(r"[가-힣]+")


def read_hangul(text: str) -> list[str]:
    """Readings of a name in hangul, the likeliest first."""
    words = _WORD.findall(text)
    if not words:
        return []
    whole = "".join(words)
    if len(words) <= 2 and 2 <= len(whole) <= 5:
        family, given = (words[0], words[1]) if len(words) == 2 else split_korean(whole)
        if family and is_family(family) and 1 <= len(given) <= 3:
            return [*read_korean(family, given), *read_sounds(text, "Hang")]
    plain = " ".join("".join(map(_revised, word)) for word in words)
    return [*read_sounds(text, "Hang"), plain]


def split_korean(whole: str) -> tuple[str, str]:
    """The family and the given name in a string of syllables; no family name where none fits."""
    if len(whole) >= 3 and is_family(whole[:2]) and len(whole) <= 4:
        return whole[:2], whole[2:]
    if 2 <= len(whole) <= 4 and is_family(whole[0]):
        return whole[0], whole[1:]
    return "", whole


def is_family(syllables: str) -> bool:
    """Say whether syllables are a Korean family name."""
    return not tables.rows("hangul_names").get(syllables, "-").startswith("-")


def read_korean(family: str, given: str) -> list[str]:
    """A Korean name in its usual spelling, with variants, in the Revised and the old system."""
    surnames = tables.rows("hangul_names")[family].split("\t")[0].split()
    usual = "".join(_given(syllable)[0] for syllable in given)
    second = "".join(_given(syllable)[-1 if len(_given(syllable)) < 3 else 1] for syllable in given)
    found = [f"{surnames[0]} {usual}"]
    found += [f"{other} {usual}" for other in surnames[1:2]]
    found.append(f"{''.join(map(_revised, family))} {second}")
    found.append(f"{_old(family)} {_old(given)}")
    found += [f"{other} {usual}" for other in surnames[2:]]
    return list(dict.fromkeys(found))


@lru_cache(maxsize=4096)
def _given(syllable: str) -> tuple[str, ...]:
    cells = tables.rows("hangul_names").get(syllable, "-\t-").split("\t")
    spelled = cells[1].split()
    return tuple(spelled) if spelled[0] != "-" else (_revised(syllable),)


def _parts(syllable: str) -> tuple[int, int, int]:
    code = ord(syllable) - _FIRST
    return code // 588, code % 588 // 28, code % 28


@lru_cache(maxsize=4096)
def _revised(syllable: str) -> str:
    """One syllable in the Revised Romanisation, as in names: without assimilation."""
    initial, vowel, final = _parts(syllable)
    return (_INITIALS[initial] + _VOWELS[vowel] + _FINALS[final]).strip("-").strip("_")


def _old(word: str) -> str:
    """McCune-Reischauer without marks: a stop between voiced sounds is voiced."""
    out: list[str] = []
    for place, syllable in enumerate(word):
        initial, vowel, final = _parts(syllable)
        start = _OLD_INITIALS[initial].strip("-")
        if place and out[-1][-1] in "aeiouynmlrg" and initial not in (14, 15, 16, 17):
            start = _VOICED.get(start, start)
        if start == "s" and vowel in (16, 20):
            start = "sh"
        out.append((start + _OLD_VOWELS[vowel] + _FINALS[final]).strip("_"))
    return "".join(out)
