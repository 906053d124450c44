"""A name as words, before it is asked what each of them is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from habeas.model.people import PartKind
from habeas.people.names import lexicon
from habeas.people.names.scripts import script_of

CASED = frozenset({"Latn", "Cyrl", "Grek", "Armn"})
"""Scripts whose capitals tell something."""

_GROUPS = re.compile("[,،、;]")
_DOTS = re.compile("[＝=・·•‧]")
_WORDS = re.compile(r"[^\s()（）\[\]<>«»„“”/|=＝・·•‧]+")
_MARGIN = "\"'‘’`.-–—:!?*_~"
_INITIALS = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*\.-?){1,4}(?=\w)", re.UNICODE)
_SHORT_TITLE = re.compile(r"([^\W\d_]{2,5}\.)(?=[^\W\d_]{2})")
_ARTICLE = re.compile(r"(?:al|el|ul|ol|ud|al|эль|аль|ад|ас|аш|ан)-(?=\w{2})", re.IGNORECASE)
_SUN_ARTICLE = re.compile(r"([aeiou](?:sh|[dnrstz]))-(?=(\w\w))", re.IGNORECASE)


class Word(NamedTuple):
    """One word of a name.

    Attributes:
        text: As written.
        key: As it is looked up.
        group: How many commas stand before it.
        script: ISO 15924 code.
        dotted: True where a dot between words stands before or after it, as in foreign
            names in Chinese, Japanese and Korean.
    """

    text: str
    key: str
    group: int
    script: str
    dotted: bool


Kinds = list[PartKind | None]
"""What each word is; None where nothing has been told yet."""


def split_words(text: str) -> tuple[Word, ...]:
    """The words of a name in written order; signs that belong to no word are left out."""
    words: list[Word] = []
    for group, stretch in enumerate(_GROUPS.split(text)):
        dotted = _DOTS.search(stretch) is not None
        for token in _WORDS.findall(stretch):
            words += [Word(text, key, group, script, dotted) for text, key, script in _read(token)]
    return tuple(words)


def free(words: Sequence[Word], kinds: Kinds, group: int | None = None) -> list[int]:
    """Places of the words nothing has been told of, in one group between commas or in all."""
    return [
        place
        for place, kind in enumerate(kinds)
        if kind is None and (group is None or words[place].group == group)
    ]


@lru_cache(maxsize=65536)
def _read(token: str) -> tuple[tuple[str, str, str], ...]:
    """The pieces of a token that hold a letter or a digit: text, key and script of each."""
    return tuple(
        (piece, lexicon.word_key(piece), script_of(piece))
        for piece in _pieces(token)
        if any(map(str.isalnum, piece))
    )


def _pieces(token: str) -> Iterator[str]:
    """A token without signs around it; initials, short titles and articles come apart."""
    ending = "." if token.endswith(".") else ""
    token = token.strip(_MARGIN) + ending
    if found := _INITIALS.match(token):
        letters = found[0]
        yield from re.findall(r"[^\W\d_][\u0300-\u036f]*\.-?", letters)
        token = token[len(letters) :]
    while (found := _SHORT_TITLE.match(token)) and _is_title(found[1]):
        yield found[1]
        token = token[found.end() :]
    if found := _ARTICLE.match(token) or _sun_article(token):
        yield found[0]
        token = token[found.end() :]
    if token:
        yield token


def _is_title(short: str) -> bool:
    key = lexicon.word_key(short)
    return any(key in lexicon.titles(name) for name in ("before", "before_two", "before_with_stop"))


def _sun_article(token: str) -> re.Match[str] | None:
    """An article whose consonant became that of the name: as-Sadr, ar-Rahman, ash-Shami."""
    found = _SUN_ARTICLE.match(token)
    if found is None or not found[2].casefold().startswith(found[1][1:].casefold()[:1]):
        return None
    return found
