"""Names of East and Southeast Asia, where the family name comes first or there is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from habeas.model.people import PartKind
from habeas.people.names import lexicon
from habeas.people.names.readings import tables
from habeas.people.names.readings.chinese import split_surname
from habeas.people.names.readings.hangul import is_family, split_korean
from habeas.people.names.words import Kinds, Word, free

_TWO_WORDS = 2
_LONGEST_NAME = 5
_LONGEST_HAN = 6
_FOUR = 4
_LONGEST_GIVEN = 3
_FAMILY, _GIVEN = 0, 1
_HAN_SCRIPTS = frozenset({"Hani", "Jpan", "Kana"})
_KANA = re.compile("[ぁ-ゖァ-ヺー]{2,}")
_KATAKANA = re.compile("[ァ-ヺ]")
_SYLLABLE = re.compile(
    r"(?:ch|hs|kw|gw|hw|ky|gy|hy|my|py|by|ng|nh|kh|ph|th|tr|gi|qu|sh|ssa?|sz|ts|tz|zh|jj|kk|pp|tt"
    r"|[bcdfghjklmnpqrstvwxyz])?[aeiouy]{1,3}(?:ng|nh|ch|ck|[nmkpthwylrc])?"
)
_VIETNAMESE_LETTERS = re.compile("[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")
# Family names that hardly anybody but Vietnamese has.
_VIETNAMESE_ONLY = frozenset({"nguyen", "tran", "pham", "huynh", "phan", "truong", "trinh", "bui"})
_VIETNAMESE_ONLY |= {"duong", "doan", "nghiem", "khuat", "quach", "dinh", "phung", "vuong"}
_KOREAN_SOUNDS = re.compile("eo|eu|ae|yeo|oo|ui|hy|wo|yu|jin|hee|kyu|gyu|sook|soo")
# Scripts whose writers put the parts of a name in one order alone.
_ORDERS = {
    "Thai": (PartKind.GIVEN, PartKind.FAMILY),
    "Laoo": (PartKind.GIVEN, PartKind.FAMILY),
    "Khmr": (PartKind.FAMILY, PartKind.GIVEN),
    "Ethi": (PartKind.GIVEN, PartKind.PATRONYMIC),
}

Piece = tuple[str, PartKind]


@lru_cache(maxsize=16384)
def split_unspaced(text: str, script: str) -> tuple[Piece, ...]:
    """A family and a given name written without a space between them.

    Returns:
        Empty where the name cannot be cut, or could be cut in two ways.
    """
    if script == "Hang":
        family, given = split_korean(text)
        cuts = [family] if given else []
    elif script in {"Hani", "Jpan"} and len(text) <= _LONGEST_HAN:
        cuts = _cut_han(text, script)
    else:
        return ()
    if len(cuts) != 1 or not cuts[0]:
        return ()
    return (cuts[0], PartKind.FAMILY), (text[len(cuts[0]) :], PartKind.GIVEN)


def mark_by_script(words: Sequence[Word], kinds: Kinds) -> None:
    """Names in a script whose writers have one order of names."""
    places = free(words, kinds)
    scripts = {words[place].script for place in places}
    if len(scripts) != 1 or any(words[place].dotted for place in places):
        if scripts and not scripts <= _HAN_SCRIPTS:
            return
        _mark_han(words, kinds, places)
        return
    (script,) = scripts
    if script == "Mymr":
        for place in places:
            kinds[place] = PartKind.GIVEN
    elif script in _ORDERS and _TWO_WORDS <= len(places) <= _LONGEST_GIVEN:
        first, others = _ORDERS[script]
        kinds[places[0]] = first
        for place in places[1:]:
            kinds[place] = others
    elif script in _HAN_SCRIPTS:
        _mark_han(words, kinds, places)
    elif script == "Hang" and len(places) == _TWO_WORDS:
        family, given = (words[place].text for place in places)
        if is_family(family) and len(given) <= _LONGEST_GIVEN:
            kinds[places[0]], kinds[places[1]] = PartKind.FAMILY, PartKind.GIVEN


def mark_vietnamese(words: Sequence[Word], kinds: Kinds) -> None:
    """Vietnamese names in Latin letters: family name, middle names, given name."""
    places = free(words, kinds)
    if not _TWO_WORDS <= len(places) <= _LONGEST_NAME or not _all_syllables(words, places):
        return
    keys = [words[place].key for place in places]
    marked = any(_VIETNAMESE_LETTERS.search(words[place].text) for place in places)
    known = lexicon.family_names("vietnamese")
    if keys[0] in _VIETNAMESE_ONLY or (marked and keys[0] in known):
        _mark_family(kinds, places, 0)
    elif keys[-1] in _VIETNAMESE_ONLY:
        _mark_family(kinds, places, -1)


def mark_chinese_and_korean(words: Sequence[Word], kinds: Kinds) -> None:
    """Chinese and Korean names in Latin letters, where the given name shows where it stands.

    A given name of two syllables, hyphenated, run together or as two words, beside a word
    that is a family name there. Two words that could both be the family name stay untold.
    """
    places = free(words, kinds)
    if any(words[place].script != "Latn" for place in places):
        return
    keys = [words[place].key for place in places]
    if PartKind.FAMILY in kinds:
        if places and all(_is_given(key) or _SYLLABLE.fullmatch(key) for key in keys):
            for place in places:
                kinds[place] = PartKind.GIVEN
        return
    if len(places) == _TWO_WORDS:
        first = _is_family(keys[0]) and _is_given(keys[1]) and not _is_family(keys[1])
        last = _is_family(keys[1]) and _is_given(keys[0]) and not _is_family(keys[0])
        if first != last:
            _mark_family(kinds, places, 0 if first else -1)
    elif len(places) == _LONGEST_GIVEN and _is_family(keys[0]) and _all_syllables(words, places):
        _mark_family(kinds, places, 0)


def _mark_family(kinds: Kinds, places: list[int], at: int) -> None:
    for place in places:
        kinds[place] = PartKind.GIVEN
    kinds[places[at]] = PartKind.FAMILY


def _all_syllables(words: Sequence[Word], places: list[int]) -> bool:
    return all(
        words[place].script == "Latn"
        and _SYLLABLE.fullmatch(words[place].key)
        and not lexicon.is_given(words[place].key)
        for place in places
    )


def _is_family(key: str) -> bool:
    return key in lexicon.chinese_family_names() or key in lexicon.family_names("korean")


def _is_given(key: str) -> bool:
    """True for a given name of two syllables: Jong-un, Ying-jeou, Zhiyong, Geunhye."""
    halves = key.split("-")
    if len(halves) == _TWO_WORDS:
        return all(_SYLLABLE.fullmatch(half) and not lexicon.is_given(half) for half in halves)
    if len(halves) > _TWO_WORDS or lexicon.is_given(key):
        return False
    if _is_pinyin(key):
        return True
    return _KOREAN_SOUNDS.search(key) is not None and _two_syllables().fullmatch(key) is not None


def _is_pinyin(key: str) -> bool:
    """True for one or two syllables of Mandarin."""
    known = _mandarin()
    ends = range(1, len(key))
    return key in known or any(key[:end] in known and key[end:] in known for end in ends)


@cache
def _mandarin() -> frozenset[str]:
    """The syllables that Han letters have in pinyin, without tones."""
    return frozenset(row.split("\t")[0] for row in tables.rows("han_characters").values()) - {""}


@cache
def _two_syllables() -> re.Pattern[str]:
    return re.compile(f"(?:{_SYLLABLE.pattern}){{2}}")


def _mark_han(words: Sequence[Word], kinds: Kinds, places: list[int]) -> None:
    """Two words in Han letters or kana, the first of which is known as a family name."""
    if len(places) != _TWO_WORDS or any(words[place].dotted for place in places):
        return
    first = words[places[0]].text
    is_chinese = bool(split_surname(first + "国")[0] == first)
    hiragana = words[places[0]].script == "Kana" and not _KATAKANA.search(first)
    if is_chinese or hiragana or _is_listed(first, _FAMILY):
        kinds[places[0]], kinds[places[1]] = PartKind.FAMILY, PartKind.GIVEN


def _cut_han(text: str, script: str) -> list[str]:
    """The family names a name could begin with: as Chinese and Koreans cut it, and Japanese."""
    japanese = [
        text[:cut]
        for cut in range(1, len(text))
        if _is_listed(text[:cut], _FAMILY)
        and (_KANA.fullmatch(text[cut:]) or _is_listed(text[cut:], _GIVEN))
    ]
    if script == "Jpan":
        return japanese
    could_be_japanese = all(sign in tables.rows("japanese_characters") for sign in text)
    chinese, given = split_surname(text)
    if not chinese or not given:
        return japanese if could_be_japanese else []
    if not could_be_japanese:
        return [chinese]
    if len(text) == _FOUR and len(chinese) == 1 and japanese:
        return japanese
    begins_japanese = any(_is_listed(text[:cut], _FAMILY) for cut in range(2, len(text)))
    return list(dict.fromkeys([chinese, *japanese])) if japanese or not begins_japanese else []


def _is_listed(word: str, kind: int) -> bool:
    cells = tables.rows("japanese_names").get(word, "").split("\t")
    return kind < len(cells) and bool(cells[kind])
