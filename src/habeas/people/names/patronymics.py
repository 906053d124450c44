"""Father's names: by their ending, or by the word for son and daughter beside them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from habeas.model.people import PartKind
from habeas.people.names import lexicon
from habeas.people.names.words import Kinds, Word, free

_LEAST_STEM = 2
_THREE_WORDS = 3


@lru_cache(maxsize=65536)
def patronymic_ending(key: str) -> tuple[str, str] | None:
    """How sure an ending makes a father's name (`sure`, `shared`, `whole`), and the gender.

    None where the word does not end like one. A `shared` ending is one of family names too.
    """
    if key in lexicon.not_patronymics():
        return None
    for ending, sureness, gender in lexicon.patronymic_endings():
        if key.endswith(ending):
            if sureness == "whole":
                return (sureness, gender) if key == ending else None
            return (sureness, gender) if len(key) >= len(ending) + _LEAST_STEM else None
    return None


def is_fathers(key: str) -> bool:
    """True where a word is a known given name with the ending of a father's name.

    Beside a given name alone it may be the father's name or a family name made of it.
    """
    for ending, sureness, _ in lexicon.patronymic_endings():
        if sureness == "shared" and key.endswith(ending):
            stem = key[: -len(ending)]
            return any(lexicon.is_given(stem + letter) for letter in ("", "и", "i", "y", "ь", "а"))
    return False


def mark_patronymics(words: Sequence[Word], kinds: Kinds) -> None:
    """East Slavic, Turkic, Icelandic and Arabic father's names, and the names around them."""
    _mark_beside_oglu(words, kinds)
    _mark_children(words, kinds)
    _mark_endings(words, kinds)
    _mark_icelandic(words, kinds)


def _mark_endings(words: Sequence[Word], kinds: Kinds) -> None:
    places = free(words, kinds)
    endings = {place: patronymic_ending(words[place].key) for place in places}
    found = [place for place in places if endings[place]]
    if not found or len(words) < _LEAST_STEM:
        return
    sure = [place for place in found if (endings[place] or ("",))[0] != "shared"]
    has_family = PartKind.FAMILY in kinds
    inner = [place for place in found if place not in (places[0], places[-1])]
    chosen = (sure or inner or [found[-1]])[0]
    at = places.index(chosen)
    if at == 0:
        return
    if chosen in sure or has_family or chosen in inner or _follows_family(words, places):
        kinds[chosen] = PartKind.PATRONYMIC
        _mark_around(kinds, places, at)


def _mark_around(kinds: Kinds, places: list[int], at: int) -> None:
    kinds[places[at - 1]] = PartKind.GIVEN
    if PartKind.FAMILY in kinds:
        for place in places[: at - 1]:
            kinds[place] = PartKind.GIVEN
        return
    others = places[at + 1 :] or places[: at - 1]
    for place in others:
        kinds[place] = PartKind.FAMILY


def _follows_family(words: Sequence[Word], places: list[int]) -> bool:
    """True for "Family Given Patronymic", where the ending alone could be a family's."""
    if len(places) != _THREE_WORDS:
        return False
    first, second = words[places[0]], words[places[1]]
    if lexicon.is_given(first.key):
        return False
    endings = lexicon.endings_of_family_names(first.script)
    return lexicon.is_given(second.key) or first.key.endswith(endings)


def _mark_beside_oglu(words: Sequence[Word], kinds: Kinds) -> None:
    """Hasan Ali oglu Huseynov and Huseynov Hasan Ali oglu."""
    for place in free(words, kinds):
        if words[place].key in lexicon.particles("oglu") and place >= _LEAST_STEM:
            kinds[place] = kinds[place - 1] = PartKind.PATRONYMIC
            kinds[place - 2] = kinds[place - 2] or PartKind.GIVEN
            rest = [other for other in free(words, kinds) if other > place or other < place - 2]
            for other in rest:
                kinds[other] = PartKind.FAMILY
            return


def _mark_children(words: Sequence[Word], kinds: Kinds) -> None:
    """Arabic and Malay bin, bint, ould: the next name is the father's."""
    found = [place for place in free(words, kinds) if _is_child(words, place)]
    if not found:
        return
    before = [place for place in free(words, kinds) if place < found[0]]
    if before:
        kinds[before[0]] = PartKind.GIVEN
    for place in found:
        kinds[place] = PartKind.PARTICLE
        father = place + 1
        while father + 1 < len(words) and kinds[father] is None and _is_bound(words[father]):
            kinds[father] = PartKind.PARTICLE
            father += 1
        if father < len(words) and kinds[father] is None:
            kinds[father] = PartKind.PATRONYMIC
    _mark_house(words, kinds, found[-1])


def _is_child(words: Sequence[Word], place: int) -> bool:
    word = words[place]
    if not 0 < place < len(words) - 1 or word.key not in lexicon.particles("child"):
        return False
    return len(word.key) > 1 or (word.text.islower() and word.text.endswith("."))


def _is_bound(word: Word) -> bool:
    return word.key in lexicon.particles("bound") or word.text.endswith("-")


def _mark_house(words: Sequence[Word], kinds: Kinds, last_child: int) -> None:
    """The family after the father's name, which begins with the article: Al Saud, al-Tikriti."""
    if len(words) - last_child < _THREE_WORDS + 1:
        return
    article, house = len(words) - 2, len(words) - 1
    is_article = words[article].key.rstrip("-") in lexicon.particles("article")
    if is_article and article > last_child + 1 and kinds[article] is kinds[house] is None:
        kinds[article], kinds[house] = PartKind.PARTICLE, PartKind.FAMILY


def _mark_icelandic(words: Sequence[Word], kinds: Kinds) -> None:
    places = free(words, kinds)
    endings, letters = lexicon.icelandic()
    if len(places) < _LEAST_STEM or not words[places[-1]].key.endswith(endings):
        return
    if any(letters & set(word.text) for word in words):
        kinds[places[-1]] = PartKind.PATRONYMIC
        for place in places[:-1]:
            kinds[place] = PartKind.GIVEN
