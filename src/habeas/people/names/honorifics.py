"""Titles and forms of address told from the names they stand beside."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from habeas.model.people import PartKind
from habeas.people.names import lexicon
from habeas.people.names.words import Kinds, Word, free

_SINGLE_NAME = 1
_TWO_WORDS = 2
_RUN_TOGETHER = frozenset({"Thai", "Khmr", "Laoo", "Mymr", "Hani", "Jpan", "Kana", "Hang"})
_KILLERS = "\u1039\u103a"
_BURMESE_ADDRESS = 2
"""Burmese forms of address that also begin names have at most so many letters before a sign."""


def mark_titles(words: Sequence[Word], kinds: Kinds) -> None:
    """Mark titles before and after a name, and suffixes; never all of its words."""
    for group in dict.fromkeys(word.group for word in words):
        _mark_before(words, kinds, group)
        _mark_after(words, kinds, group)


def split_attached(text: str, script: str) -> tuple[str, str, str]:
    """A title run together with a name: (title before, name, title after), two of them empty.

    Thai, Khmer, Lao and Burmese titles stand before; Chinese, Japanese and Korean after.
    """
    if script not in _RUN_TOGETHER:
        return "", text, ""
    for title, left in lexicon.attached_titles(script, "before"):
        name = text[len(title) :].lstrip(" .")
        if text.startswith(title) and len(name) >= left and _begins_name(name, title):
            return text[: len(text) - len(name)], name, ""
    for title, left in lexicon.attached_titles(script, "after"):
        if text.endswith(title) and len(text) - len(title) >= left:
            return "", text[: -len(title)], title
    return "", text, ""


def is_burmese(words: Sequence[Word]) -> bool:
    """Say whether all words are syllables of Burmese names, and one of hardly any other."""
    evident, common = lexicon.burmese("evident"), lexicon.burmese("common")
    if not words or not all(word.key in evident for word in words):
        return False
    return any(word.key not in common for word in words)


def mark_burmese(words: Sequence[Word], kinds: Kinds) -> None:
    """Names of Burma in Latin letters: a title, and a name no part of which is a family's."""
    places = free(words, kinds)
    if len(places) < _TWO_WORDS or any(words[place].script != "Latn" for place in places):
        return
    first, *others = places
    key, rest = words[first].key, [words[place] for place in others]
    evident = lexicon.burmese("evident")
    if key in lexicon.burmese("titles") and key != rest[0].key:
        alone = key in lexicon.burmese("alone") and all(word.key in evident for word in rest)
        if alone or (len(rest) >= _TWO_WORDS and is_burmese(rest)):
            kinds[first] = PartKind.HONORIFIC
            places = others
    if kinds[first] is PartKind.HONORIFIC or is_burmese([words[place] for place in places]):
        for place in places:
            kinds[place] = PartKind.GIVEN


def _mark_before(words: Sequence[Word], kinds: Kinds, group: int) -> None:
    while (places := free(words, kinds, group)) and words[places[0]].key in lexicon.title_heads():
        for count in range(min(lexicon.longest_title(), len(places)), 0, -1):
            left = len(free(words, kinds)) - count
            if left >= _SINGLE_NAME and _is_title(words, places, count, left):
                for place in places[:count]:
                    kinds[place] = PartKind.HONORIFIC
                break
        else:
            return


def _is_title(words: Sequence[Word], places: list[int], count: int, left: int) -> bool:
    key = " ".join(words[place].key for place in places[:count])
    word = words[places[0]]
    if key in lexicon.titles("before"):
        return True
    if key in lexicon.titles("before_two"):
        return left >= _TWO_WORDS
    if key in lexicon.titles("before_with_stop"):
        return word.text.endswith(".")
    names = lexicon.titles_before_given().get(key)
    return names is not None and len(places) > 1 and words[places[1]].key in names


def _mark_after(words: Sequence[Word], kinds: Kinds, group: int) -> None:
    while (places := free(words, kinds, group)) and words[places[-1]].key in lexicon.title_tails():
        left = len(free(words, kinds)) - 1
        key = words[places[-1]].key
        pair = " ".join(words[place].key for place in places[-2:])
        if pair in lexicon.suffixes() and left > _TWO_WORDS and len(places) > 1:
            kinds[places[-2]] = kinds[places[-1]] = PartKind.SUFFIX
        elif key in lexicon.suffixes() and left >= _TWO_WORDS:
            kinds[places[-1]] = PartKind.SUFFIX
        elif _is_title_after(key, left) and (len(places) > 1 or group > 0):
            kinds[places[-1]] = PartKind.HONORIFIC
        else:
            return


def _is_title_after(key: str, left: int) -> bool:
    if key in lexicon.titles("after"):
        return left >= _SINGLE_NAME
    return key in lexicon.titles("after_two") and left >= _TWO_WORDS


def _begins_name(name: str, title: str) -> bool:
    """True where a title that is run together does not end within a letter and its signs."""
    if unicodedata.category(name[0]) != "Lo":
        return False
    is_address = len(title) <= _BURMESE_ADDRESS or title.endswith("ောင်")
    return not (is_address and name[1:2] and name[1] in _KILLERS)
