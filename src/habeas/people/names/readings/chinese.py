"""Names in Han characters as Chinese, Korean and Vietnamese people read them.

Pinyin first, then the spellings of Hong Kong, of Singapore and Taiwan, and Wade-Giles. A few
surnames are read otherwise than the character alone (曾 is Zeng); their table tells.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from anyascii import anyascii

from habeas.people.names.readings import hangul, tables

_WORDS = re.compile(r"[^\s・·•･‧,、，=＝()（）「」.．\-—]+")
_PINYIN, _JYUTPING, _HANGUL, _VIETNAMESE = range(4)


class Surname(NamedTuple):
    """A Chinese surname: its pinyin, and how it is spelled in Hong Kong and overseas."""

    pinyin: str
    hong_kong: tuple[str, ...]
    overseas: tuple[str, ...]


@cache
def _surnames() -> dict[str, Surname]:
    found: dict[str, Surname] = {}
    for forms, rest in tables.rows("chinese_surnames").items():
        pinyin, hong_kong, overseas = rest.split("\t")
        surname = Surname(pinyin, tuple(hong_kong.split()), tuple(overseas.split()))
        for form in forms.split("|"):
            found.setdefault(form, surname)
    return found


def words_of(text: str) -> list[str]:
    """The words of a name in Han characters, as dots and spaces part them."""
    return _WORDS.findall(text)


def split_surname(name: str) -> tuple[str, str]:
    """The surname and the given name; no surname where none fits or the name is too long."""
    if 3 <= len(name) <= 4 and name[:2] in _surnames():
        return name[:2], name[2:]
    # Four characters: a wife may set her husband's surname before hers (陳方安生).
    known = _surnames()
    if 2 <= len(name) <= 4 and name[0] in known and (len(name) < 4 or name[1] in known):
        return name[0], name[1:]
    return "", name


def read_chinese(family: str, given: str) -> list[str]:
    """Mandarin, Hong Kong, overseas and Wade-Giles spellings of a name with a surname."""
    surname = _surnames()[family]
    pinyin = _mandarin(given)
    cantonese = "".join(map(hong_kong, given))
    spelled = [f"{surname.pinyin} {pinyin}"]
    spelled += [f"{one} {cantonese}" for one in surname.hong_kong[:1]]
    wade = "".join(map(_wade_giles_of, given))
    spelled.append(f"{wade_giles(surname.pinyin)} {wade}")
    spelled += [f"{one} {pinyin}" for one in surname.overseas[:1]]
    return [one.replace("v", "u") for one in dict.fromkeys(spelled)]


def read_syllables(words: list[str]) -> str:
    """Every word in pinyin, as for foreign names in Chinese dress."""
    return " ".join(map(_mandarin, words)).replace("v", "u")


def read_hong_kong(words: list[str]) -> str:
    """Every word as Hong Kong spells it."""
    return " ".join("".join(map(hong_kong, word)) for word in words)


def read_sino_korean(name: str) -> list[str]:
    """A name as Koreans read its characters; empty where one has no Korean reading."""
    syllables = "".join(_reading(sign, _HANGUL) for sign in name)
    if len(syllables) != len(name) or not 2 <= len(name) <= 4:
        return []
    first = _KOREAN_SURNAMES.get(name[0]) or _softened(syllables[0])
    family, given = hangul.split_korean(first + syllables[1:])
    if not family:
        return []
    return hangul.read_korean(family, _softened(given[0]) + given[1:])


def read_sino_vietnamese(name: str) -> str:
    """A name as Vietnamese read its characters, a word each; empty where one has none."""
    found = [_reading(sign, _VIETNAMESE) for sign in name]
    return " ".join(found) if all(found) else ""


@lru_cache(maxsize=8192)
def _reading(sign: str, column: int) -> str:
    row = tables.rows("han_characters").get(sign)
    if row is None:
        return ""
    cells = row.split("\t")
    return cells[column] if column < len(cells) else ""


def _mandarin(word: str) -> str:
    return "".join(map(_pinyin_of, word))


@lru_cache(maxsize=8192)
def _pinyin_of(sign: str) -> str:
    known = _reading(sign, _PINYIN)
    if known:
        return known
    return "".join(letter for letter in anyascii(sign).casefold() if "a" <= letter <= "z")


@lru_cache(maxsize=8192)
def _wade_giles_of(sign: str) -> str:
    return wade_giles(_pinyin_of(sign))


_KOREAN_SURNAMES = {"金": "김", "沈": "심", "葉": "엽", "車": "차"}
_SOFT = str.maketrans(
    "라락란랄람랍랑래랭략량려력련렬렴렵령례로록론뢰료룡루류륙륜률륭륵름릉리린림립녀년념녕뇨뉴니",
    "나낙난날남납낭내냉약양여역연열염엽영예노녹논뇌요용누유육윤율융늑늠능이인임입여연염영요유이",
)


def _softened(syllable: str) -> str:
    """The form of a Sino-Korean syllable at the head of a word, as the South writes it."""
    return syllable.translate(_SOFT)


@lru_cache(maxsize=8192)
def hong_kong(sign: str) -> str:
    """One character as the government of Hong Kong spells its Cantonese sound."""
    jyutping = _reading(sign, _JYUTPING)
    return hong_kong_spelling(jyutping) if jyutping else _pinyin_of(sign)


_JYUTPING_INITIALS = (
    ("gw", "kw"),
    ("kw", "kw"),
    ("ng", "ng"),
    ("b", "p"),
    ("p", "p"),
    ("m", "m"),
    ("f", "f"),
    ("d", "t"),
    ("t", "t"),
    ("n", "n"),
    ("l", "l"),
    ("g", "k"),
    ("k", "k"),
    ("h", "h"),
    ("z", "ch"),
    ("c", "ch"),
    ("s", "s"),
    ("j", "y"),
    ("w", "w"),
)
_JYUTPING_FINALS = {
    "aa": "a",
    "aai": "ai",
    "aau": "au",
    "aam": "am",
    "aan": "an",
    "aang": "ang",
    "aap": "ap",
    "aat": "at",
    "aak": "ak",
    "au": "au",
    "oe": "eu",
    "oeng": "eung",
    "oek": "euk",
    "eoi": "ui",
    "eon": "un",
    "eot": "ut",
    "yu": "yu",
    "yun": "uen",
    "yut": "uet",
    "ou": "o",
    "ei": "ei",
    "ui": "ui",
    "un": "un",
    "ik": "ik",
    "iu": "iu",
    "e": "e",
}


def hong_kong_spelling(jyutping: str) -> str:
    """Jyutping without its tone respelled: zoeng is cheung, gwok is kwok."""
    if jyutping in {"ng", "m"}:
        return jyutping
    found = (pair for pair in _JYUTPING_INITIALS if jyutping.startswith(pair[0]))
    initial, spelled = next(found, ("", ""))
    final = jyutping[len(initial) :]
    if initial in {"z", "c"} and final == "i":
        return "chi"
    if initial == "s" and final == "i":
        return "sze"
    if initial in {"z", "c"} and final[:1] in {"a", "e"} and final not in {"eng", "au"}:
        spelled = "ts" if final.startswith(("aa", "e")) or initial == "z" else "ch"
    ending = _JYUTPING_FINALS.get(final, final)
    if spelled == "y" and ending.startswith(("i", "y")):
        spelled = "y" if ending.startswith("i") else ""
        ending = ending if ending != "i" else "ee"
    return spelled + ending


_PINYIN_INITIALS = ("zh", "ch", "sh", *"bpmfdtnlgkhjqxrzcsyw")
_WADE_INITIALS = {
    "b": "p",
    "d": "t",
    "g": "k",
    "j": "ch",
    "q": "ch",
    "x": "hs",
    "zh": "ch",
    "r": "j",
    "z": "ts",
    "c": "ts",
}
_WADE_WHOLE = {
    "zi": "tzu",
    "ci": "tzu",
    "si": "szu",
    "zhi": "chih",
    "chi": "chih",
    "shi": "shih",
    "ri": "jih",
    "er": "erh",
    "ge": "ko",
    "ke": "ko",
    "he": "ho",
    "e": "o",
    "yi": "i",
    "you": "yu",
    "yan": "yen",
    "ye": "yeh",
    "yue": "yueh",
    "yong": "yung",
}
_WADE_FINALS = {
    "ian": "ien",
    "ie": "ieh",
    "ue": "ueh",
    "ve": "ueh",
    "ong": "ung",
    "iong": "iung",
    "v": "u",
}


@lru_cache(maxsize=1024)
def wade_giles(pinyin: str) -> str:
    """A pinyin syllable in Wade-Giles without its marks: zhong is chung, xu is hsu."""
    if pinyin in _WADE_WHOLE:
        return _WADE_WHOLE[pinyin]
    initial = next((one for one in _PINYIN_INITIALS if pinyin.startswith(one)), "")
    final = pinyin[len(initial) :]
    if final == "uo" and initial not in {"g", "k", "h", "sh"}:
        final = "o"
    elif final == "ui" and initial in {"g", "k"}:
        final = "uei"
    else:
        final = _WADE_FINALS.get(final, final)
    return _WADE_INITIALS.get(initial, initial) + final
