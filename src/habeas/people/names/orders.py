"""Where family and given names stand: by commas, capitals, particles, and known names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from habeas.model.people import PartKind
from habeas.people.names import lexicon
from habeas.people.names.honorifics import is_burmese
from habeas.people.names.patronymics import is_fathers, patronymic_ending
from habeas.people.names.words import CASED, Kinds, Word, free

_TWO_WORDS, _THREE_WORDS, _FOUR_WORDS = 2, 3, 4
_MOST_FAMILY_WORDS = 4
_INITIAL_LETTERS = 2
_CONSONANTS = frozenset("bcdfghjklmnpqrstvwxzбвгджзклмнпрстфхцчшщ")
_ABBREVIATED = frozenset({"md", "jr", "sr", "st", "mt"})


def mark_initials(words: Sequence[Word], kinds: Kinds) -> None:
    """Single letters, with a full stop or without, and short first letters with one."""
    if len(words) < _TWO_WORDS:
        return
    for place in free(words, kinds):
        word = words[place]
        letters = word.text.rstrip(".-")
        if word.script not in CASED:
            if len(letters) == 1 and word.text.endswith("."):
                kinds[place] = PartKind.INITIAL
        elif (len(word.key) == 1 and letters[:1].isupper()) or _is_short_form(word, letters):
            kinds[place] = PartKind.INITIAL


def mark_by_comma(words: Sequence[Word], kinds: Kinds) -> None:
    """Surname, Given Patronymic."""
    before, after = free(words, kinds, 0), free(words, kinds, 1)
    if not before or not 1 <= len(after) <= _THREE_WORDS or free(words, kinds, 2):
        return
    if len(before) > _MOST_FAMILY_WORDS or any(_is_european(words[place]) for place in after):
        return
    for place in before:
        kinds[place] = _particle_or(PartKind.FAMILY, words, place, before[-1])
    for place in after:
        is_father = place != after[0] and patronymic_ending(words[place].key)
        kinds[place] = PartKind.PATRONYMIC if is_father else PartKind.GIVEN


def mark_by_case(words: Sequence[Word], kinds: Kinds) -> None:
    """Given SURNAME and SURNAME Given: words all in capitals among words that are not."""
    places = [place for place in free(words, kinds) if words[place].script in CASED]
    capitals = [place for place in places if _is_capitals(words[place].text)]
    small = [place for place in places if place not in capitals and not _is_particle(words[place])]
    if not capitals or not small or capitals[-1] - capitals[0] >= len(capitals) + _TWO_WORDS:
        return
    if all(_are_initials(words[place]) for place in capitals):
        for place in capitals:
            kinds[place] = PartKind.INITIAL
        return
    child = lexicon.particles("child")
    if len(capitals) > 1 and any(words[place].key in child for place in capitals):
        return
    if len(capitals) > 1 and lexicon.is_given(words[capitals[0]].key):
        return
    for place in capitals:
        kinds[place] = _particle_or(PartKind.FAMILY, words, place, capitals[-1])
    before = [place for place in places if place < capitals[0]]
    for place in reversed(before):
        if not _is_particle(words[place]):
            break
        kinds[place] = PartKind.PARTICLE
    _mark_small(words, kinds, small)


def _mark_small(words: Sequence[Word], kinds: Kinds, small: list[int]) -> None:
    """The words beside a family name in capitals: the first is a given name."""
    for place in small:
        key = words[place].key
        if patronymic_ending(key):
            kinds[place] = PartKind.PATRONYMIC if place != small[0] else None
        elif place == small[0] or lexicon.is_given(key):
            kinds[place] = PartKind.GIVEN


def mark_particles(words: Sequence[Word], kinds: Kinds) -> None:
    """Articles, and the particles of European family names with what follows them."""
    places = free(words, kinds)
    if len(places) < _TWO_WORDS:
        return
    found = [place for place in places[:-1] if _stands_as_particle(words, place)]
    for place in found:
        kinds[place] = PartKind.PARTICLE
    european = [place for place in found if _is_european(words[place])]
    if not european or PartKind.FAMILY in kinds:
        return
    is_family = False
    group = words[european[0]].group
    for place in free(words, kinds, group):
        if place < european[0]:
            continue
        is_family = is_family or not _is_devout(words, kinds, place)
        kinds[place] = PartKind.FAMILY if is_family else PartKind.GIVEN
    before = [place for place in free(words, kinds) if place < european[0]]
    if words[european[0]].key in {"y", "e", "i"} and len(before) > 1:
        kinds[before[-1]] = PartKind.FAMILY
    for number, place in enumerate(before):
        if kinds[place] is None and (number == 0 or lexicon.is_given(words[place].key)):
            kinds[place] = PartKind.GIVEN


def mark_two_surnames(words: Sequence[Word], kinds: Kinds) -> None:
    """Spanish and Portuguese names: one or more given names, then one or two family names."""
    places = free(words, kinds)
    keys = [words[place].key for place in places]
    if len(places) < _THREE_WORDS or any(words[place].script != "Latn" for place in places):
        return
    for language in ("spanish", "portuguese"):
        given = list(takewhile(lexicon.given_names(language).__contains__, keys[:-1]))
        rest = keys[len(given) :]
        if given and len(rest) <= _TWO_WORDS and any(_is_iberian(key, language) for key in rest):
            for number, place in enumerate(places):
                kinds[place] = PartKind.GIVEN if number < len(given) else PartKind.FAMILY
            return


def mark_by_known_names(words: Sequence[Word], kinds: Kinds) -> None:
    """Names of two to four words of which the first or the last is a known given name."""
    places = free(words, kinds)
    keys = [words[place].key for place in places]
    if not _TWO_WORDS <= len(places) <= _FOUR_WORDS or _may_lack_family(words, kinds):
        return
    known = [lexicon.is_given(key) for key in keys]
    first, last = known[0], known[-1]
    if first == last and len(places) == _TWO_WORDS:
        ends = [words[place].key.endswith(_family_endings(words, place)) for place in places]
        if ends[0] != ends[1]:
            first, last = ends[1], ends[0]
    if first and not last:
        if not is_fathers(keys[-1]):
            kinds[places[-1]] = PartKind.FAMILY
        for place, is_given in zip(places[:-1], known, strict=False):
            if place == places[0] or is_given:
                kinds[place] = PartKind.GIVEN
    elif last and not first and all(known[1:]):
        kinds[places[0]] = PartKind.FAMILY
        for place in places[1:]:
            kinds[place] = PartKind.GIVEN


def mark_beside_initials(words: Sequence[Word], kinds: Kinds) -> None:
    """V. I. Surname and Surname V. I.; one initial after a word tells nothing."""
    places = free(words, kinds)
    initials = [place for place, kind in enumerate(kinds) if kind is PartKind.INITIAL]
    if len(places) != 1 or words[places[0]].script not in CASED or not initials:
        return
    if PartKind.GIVEN in kinds:
        return
    if initials[0] < places[0] or len(initials) > 1:
        kinds[places[0]] = PartKind.FAMILY


def _is_short_form(word: Word, letters: str) -> bool:
    """True for the first letters of a name that is written short: Yu., Дж."""
    if len(letters) != _INITIAL_LETTERS or not word.text.endswith("."):
        return False
    return letters[0].isupper() and word.key not in _ABBREVIATED


def _is_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters[-2:])


def _are_initials(word: Word) -> bool:
    return len(word.key) == _INITIAL_LETTERS and set(word.key) <= _CONSONANTS


def _is_article(word: Word) -> bool:
    return word.text.endswith("-") or word.key in {"al", "el", "ul", "ud", "il", "ol"}


def _is_european(word: Word) -> bool:
    lists = ("family", "romance")
    return not _is_article(word) and any(word.key in lexicon.particles(name) for name in lists)


def _is_particle(word: Word) -> bool:
    return word.text.endswith("-") or _is_european(word)


def _particle_or(kind: PartKind, words: Sequence[Word], place: int, last: int) -> PartKind:
    word = words[place]
    is_particle = place != last and (_is_particle(word) or _is_article(word))
    return PartKind.PARTICLE if is_particle else kind


def _stands_as_particle(words: Sequence[Word], place: int) -> bool:
    """A word of the lists, small or after a given name; an article before a name."""
    word = words[place]
    if word.text.endswith("-") or word.key in lexicon.particles("kunya"):
        return True
    if place and (_is_article(word) or word.key in lexicon.particles("son_of")):
        return True
    if word.key not in lexicon.particles("family") and word.key not in lexicon.particles("romance"):
        return False
    if len(word.key) == 1:
        return place > 0 and word.text.islower()
    if word.text.islower():
        return True
    before = words[place - 1]
    return place > 0 and (lexicon.is_given(before.key) or _is_particle(before))


def _is_devout(words: Sequence[Word], kinds: Kinds, place: int) -> bool:
    more = any(kinds[other] is None for other in range(place + 1, len(words)))
    return more and words[place].key in lexicon.particles("devout")


def _is_iberian(key: str, language: str) -> bool:
    if key in lexicon.family_names(language):
        return True
    return len(key) > _FOUR_WORDS and key.endswith(lexicon.family_endings(language))


def _family_endings(words: Sequence[Word], place: int) -> tuple[str, ...]:
    return lexicon.endings_of_family_names(words[place].script)


def _may_lack_family(words: Sequence[Word], kinds: Kinds) -> bool:
    """True beside Arabic articles, and for Burmese names with a foreign one among them."""
    if any(word.text.endswith("-") for word in words) or PartKind.PATRONYMIC in kinds:
        return True
    burmese = lexicon.burmese("titles")
    return any(word.key in burmese or is_burmese([word]) for word in words) or any(
        word.key in {"saw", "naw", "sai", "nang", "nan", "mahn", "salai"} for word in words
    )
