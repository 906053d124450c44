"""A name taken apart: which words are given, which the family's, which neither."""

from __future__ import annotations

from functools import lru_cache

from habeas.model.people import NamePart, PartKind
from habeas.people.names.family_first import (
    mark_by_script,
    mark_chinese_and_korean,
    mark_vietnamese,
    split_unspaced,
)
from habeas.people.names.honorifics import mark_burmese, mark_titles, split_attached
from habeas.people.names.orders import (
    mark_beside_initials,
    mark_by_case,
    mark_by_comma,
    mark_by_known_names,
    mark_initials,
    mark_particles,
    mark_two_surnames,
)
from habeas.people.names.patronymics import mark_patronymics
from habeas.people.names.romaji import mark_japanese
from habeas.people.names.words import CASED, Kinds, Word, free, split_words

_MOST_WORDS = 24
_MOST_REMEMBERED = 200
"""Longer names are taken apart each time anew, so that none fills the memory."""

_RULES = (
    mark_burmese,
    mark_initials,
    mark_by_comma,
    mark_by_case,
    mark_patronymics,
    mark_by_script,
    mark_vietnamese,
    mark_two_surnames,
    mark_particles,
    mark_japanese,
    mark_chinese_and_korean,
    mark_by_known_names,
    mark_beside_initials,
)
"""What tells more surely comes first; a rule speaks only of words no other has told of."""


def take_apart(text: str) -> tuple[NamePart, ...]:
    """Say what each part of a name is, in the culture that the name itself shows.

    Honorifics, initials, suffixes and particles are told wherever they stand; given and
    family names and father's names by the order, the endings and the known names of their
    culture. Burmese have given names alone. Names in Han letters and hangul are cut into
    family and given name. What cannot be told is UNKNOWN, never a guess.

    Args:
        text: A name, best as `clean_name` gives it.

    Returns:
        The parts in written order, which together have every letter of the name; empty for
        a text without a letter. A name of more than 24 words is no name: all UNKNOWN.

    >>> [part.kind.value for part in take_apart("Dr Nikolai Viktorovich Statkevich")]
    ['honorific', 'given', 'patronymic', 'family']
    """
    if len(text) > _MOST_REMEMBERED:
        return _take_apart(text)
    return _take_apart_known(text)


def _take_apart(text: str) -> tuple[NamePart, ...]:
    words = split_words(text)
    if len(words) > _MOST_WORDS:
        return tuple(NamePart(text=word.text, kind=PartKind.UNKNOWN) for word in words)
    words, kinds = _cut_unspaced(*_split_titles(words))
    for rule in _RULES:
        if None not in kinds:
            break
        rule(words, kinds)
    return tuple(
        NamePart(text=word.text, kind=kind or PartKind.UNKNOWN)
        for word, kind in zip(words, kinds, strict=True)
    )


_take_apart_known = lru_cache(maxsize=65536)(_take_apart)


def _split_titles(words: tuple[Word, ...]) -> tuple[tuple[Word, ...], Kinds]:
    """Titles written together with a name come apart from it; then all titles are marked."""
    pieces: list[Word] = []
    kinds: Kinds = []
    for word in words:
        if word.script in CASED:
            pieces.append(word)
            kinds.append(None)
            continue
        before, name, after = split_attached(word.text, word.script)
        for text, kind in ((before, PartKind.HONORIFIC), (name, None), (after, PartKind.HONORIFIC)):
            if text:
                pieces.append(word._replace(text=text) if text != word.text else word)
                kinds.append(kind)
    mark_titles(pieces, kinds)
    return tuple(pieces), kinds


def _cut_unspaced(words: tuple[Word, ...], kinds: Kinds) -> tuple[tuple[Word, ...], Kinds]:
    """The one word that is left comes apart into a family and a given name, if it can."""
    places = free(words, kinds)
    if len(places) != 1 or words[places[0]].dotted:
        return words, kinds
    (at,) = places
    cut = split_unspaced(words[at].text, words[at].script)
    if not cut:
        return words, kinds
    pieces = tuple(words[at]._replace(text=text) for text, _ in cut)
    told: Kinds = [kind for _, kind in cut]
    return words[:at] + pieces + words[at + 1 :], kinds[:at] + told + kinds[at + 1 :]
