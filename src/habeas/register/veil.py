"""Hide names in text: in any case, script or spelling, without moving a single offset.

Where a word may or may not be a protected name, it is hidden: a hole in a
sentence can be explained, a published name cannot be taken back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

BLOCK = "█"
"""Stands for one hidden character."""

_BARRIER = "\x00"
_FUZZY_LETTERS = 6
_FUZZY_SIMILARITY = 0.75
_STEM_LETTERS = 4
_ENDING_LETTERS = 3
_BURIED_LETTERS = 4
_VOWELS = str.maketrans("", "", "aeiouyj")
_WORD = re.compile(
    r"[^\W_](?:[^\W_]|['’ʼ](?=[^\W_])|[\u00ad\u0300-\u036f\u200b-\u200f\u2060\ufeff])*"
)
# Addresses, handles and tags run names together, as in `@adaexample`.
_RUN_TOGETHER = re.compile(r"\S*[@#/_\\]\S*|www\.\S+")
_INITIALS = r"(?:[^\W\d_]\.[ \u00a0-]?){1,3}"
_INITIALS_BEFORE = re.compile(rf"(?<![^\W_]){_INITIALS}$")
_INITIALS_AFTER = re.compile(rf",?[ \u00a0](?={_INITIALS}(?![^\W_])){_INITIALS}")

_HAN = re.compile(r"[\u3400-\u9fff]{2,4}")

_SHORT = 100
"""Characters of a text up to which it is remembered what is hidden in it."""

_REMEMBERED = 50_000

type Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Veil:
    """Hides some names and spares others that share a part with them.

    Attributes:
        names: Names to hide, in any spelling.
        spared: Full names that stay readable although a word of theirs, such as a
            given name, is also a word of a hidden name.
    """

    names: frozenset[str]
    spared: frozenset[str] = frozenset()
    _wholes: frozenset[str] = field(init=False, repr=False)
    _parts: frozenset[str] = field(init=False, repr=False)
    _spared: dict[str, frozenset[str]] = field(init=False, repr=False, compare=False)
    _hidden: dict[str, str] = field(init=False, repr=False, compare=False)
    _known: dict[str, bool] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_wholes", _wholes_of(self.names))
        parts = {part for name in self.names for part in parts_of(name)}
        object.__setattr__(self, "_parts", frozenset(parts))
        object.__setattr__(self, "_spared", _by_word(self.spared, self._wholes))
        # Claims repeat names of places and publishers, and texts their words.
        object.__setattr__(self, "_hidden", {})
        object.__setattr__(self, "_known", {})

    def hide(self, text: str) -> str:
        """The text with every hidden letter replaced by a block.

        White space stays, so that lines and offsets stay. Hiding twice hides no more.
        """
        if not self._wholes:
            return text
        if len(text) > _SHORT:
            return self._hide_all(text)
        return _remembered(self._hidden, text, self._hide_all)

    def _hide_all(self, text: str) -> str:
        # A name run together with another stands free once the other is hidden.
        while (hidden := self._hide_once(text)) != text:
            text = hidden
        return text

    def _hide_once(self, text: str) -> str:
        letters = list(text)
        for start, end in self._spans(text):
            letters[start:end] = [
                letter if letter.isspace() else BLOCK for letter in text[start:end]
            ]
        return "".join(letters)

    def hides(self, text: str) -> bool:
        """True where some of the text would be hidden."""
        return self.hide(text) != text

    def buried_in(self, text: str) -> bool:
        """True where a file name or an address holds a hidden name or a part of one."""
        letters = "".join(letter for letter, _ in _stream(_unquoted(text)))
        return any(
            part in letters for part in self._wholes | self._parts if len(part) >= _BURIED_LETTERS
        ) or self.hides(_unquoted(text))

    def _spans(self, text: str) -> Iterator[Span]:
        whole = list(_occurrences(text, self._wholes))
        yield from whole
        for chunk in _RUN_TOGETHER.finditer(text):
            if self._buried_in_chunk(chunk.group()):
                yield chunk.span()
        long = frozenset(part for part in self._parts if len(part) >= _FUZZY_LETTERS)
        parts = [*_occurrences(text, long), *self._words(text)]
        spared = [
            span
            for span in _occurrences(text, self._spared_with(text, parts))
            if not any(_meet(span, hidden) for hidden in whole)
        ]
        for span in parts:
            if not any(_meet(span, kept) for kept in spared):
                yield _with_initials(text, span)

    def _spared_with(self, text: str, parts: Sequence[Span]) -> frozenset[str]:
        """Spared names of which a word stands at one of these places."""
        words = {
            _fold(word.group())
            for word in (_WORD.finditer(text) if parts else ())
            if any(_meet(word.span(), part) for part in parts)
        }
        return frozenset(name for word in words for name in self._spared.get(word, ()))

    def _words(self, text: str) -> Iterator[Span]:
        """Words that are part of a hidden name, and the given names that stand beside them."""
        words = list(_WORD.finditer(text))
        hidden = [_remembered(self._known, word.group(), self._is_part) for word in words]
        for place, word in enumerate(words):
            beside = (each for each in (place - 1, place + 1) if 0 <= each < len(words))
            if hidden[place] or (
                any(hidden[each] and _touch(text, word, words[each]) for each in beside)
                and self._is_loosely_part(word.group())
            ):
                yield word.span()

    def _is_loosely_part(self, word: str) -> bool:
        bones = _bones(_fold(word))
        return word[0].isupper() and any(_bones(part) == bones for part in self._parts)

    def _buried_in_chunk(self, chunk: str) -> bool:
        letters = "".join(letter for letter, _ in _stream(_unquoted(chunk)))
        longer = (part for part in self._parts if len(part) > _BURIED_LETTERS)
        return any(part in letters for part in (*self._wholes, *longer))

    def _is_part(self, word: str) -> bool:
        bare = re.sub(r"['’ʼ]s$", "", word)
        written = _fold(bare)
        if len(written) < 2:
            return False
        lower = bare == bare.lower() and bare != bare.upper()
        if lower and len(written) < _FUZZY_LETTERS:
            # "may", "young" and "green" are words before they are names.
            return False
        if lower:
            return any(_inflects(part, written) for part in self._parts)
        return any(alike(part, written) for part in self._parts)


def _remembered[Told](known: dict[str, Told], words: str, ask: Callable[[str], Told]) -> Told:
    """What is known of some words, asked where it is not."""
    found = known.get(words)
    if found is None:
        if len(known) >= _REMEMBERED:
            known.clear()
        found = known[words] = ask(words)
    return found


def parts_of(name: str) -> tuple[str, ...]:
    """The words of a name, folded to Latin letters; single letters are left out.

    A name in Han characters has two words, the family name being the first character.

    >>> parts_of("Мария А. Колесникова"), parts_of("许志永")
    (('mariya', 'kolesnikova'), ('xu', 'zhiyong'))
    """
    words = (each for word in _WORD.finditer(name) for each in _split_han(word.group()))
    return tuple(part for part in map(_fold, words) if len(part) > 1)


def _split_han(word: str) -> tuple[str, ...]:
    return (word[0], word[1:]) if is_han(word) else (word,)


def is_han(name: str) -> bool:
    """True for a name of two to four Han characters, family name first."""
    return _HAN.fullmatch(name) is not None


def alike(part: str, other: str) -> bool:
    """True where two folded words may be one name, inflected or spelt differently.

    >>> alike("kalesnikava", "kolesnikovoy"), alike("losik", "losika"), alike("maria", "marta")
    (True, True, False)
    """
    if _inflects(part, other) or _inflects(other, part):
        return True
    if min(len(part), len(other)) < _FUZZY_LETTERS:
        return False
    if len(_bones(part)) >= _STEM_LETTERS and _bones(part) == _bones(other):
        return True
    return Levenshtein.normalized_similarity(part, other) >= _FUZZY_SIMILARITY


def _inflects(stem: str, written: str) -> bool:
    if stem == written:
        return True
    ending = len(written) - len(stem)
    return len(stem) >= _STEM_LETTERS and 0 < ending <= _ENDING_LETTERS and written.startswith(stem)


def _bones(folded: str) -> str:
    """The consonants: what different transcriptions of a name agree on."""
    return folded.translate(_VOWELS)


def _wholes_of(names: Collection[str]) -> frozenset[str]:
    # A single letter is an initial, not a name.
    return frozenset(whole for whole in _orders(names) if len(whole) > 1)


def _by_word(names: Collection[str], hidden: frozenset[str]) -> dict[str, frozenset[str]]:
    """Whole names of several words, by each of their words; hidden ones left out."""
    found: dict[str, set[str]] = {}
    for name in names:
        words = parts_of(name)
        if len(words) > 1:
            for word in words:
                found.setdefault(word, set()).update(_wholes_of((name,)) - hidden)
    return {word: frozenset(wholes) for word, wholes in found.items()}


def _orders(names: Collection[str]) -> Iterator[str]:
    """Each name run together, as written and with the last word first."""
    for name in names:
        words = parts_of(name)
        yield "".join(words)
        yield "".join((words[-1], *words[:-1])) if words else ""
        yield _fold(name)
        if is_han(name):
            yield "".join(words[1:])


def _occurrences(text: str, wholes: frozenset[str]) -> Iterator[Span]:
    """Where whole names stand in a text, whatever separates their words."""
    stream = _stream(text)
    letters = "".join(letter for letter, _ in stream)
    for whole in wholes:
        start = letters.find(whole)
        while start >= 0:
            first, last = stream[start][1], stream[start + len(whole) - 1][1]
            if _begins(text, first) and _ends(text, last):
                yield first, last + 1
            start = letters.find(whole, start + 1)


def _begins(text: str, place: int) -> bool:
    return place == 0 or _is_seam(text[place - 1], text[place])


def _ends(text: str, place: int) -> bool:
    return place + 1 == len(text) or _is_seam(text[place], text[place + 1])


def _is_seam(left: str, right: str) -> bool:
    """True where one word may end and the next begin without a space."""
    return not (_is_cased(left) and _is_cased(right)) or (left.islower() and right.isupper())


def _is_cased(letter: str) -> bool:
    # Scripts without case are mostly written without spaces, or inflect by prefix.
    return letter.lower() != letter.upper()


def _with_initials(text: str, span: Span) -> Span:
    start, end = span
    before = _INITIALS_BEFORE.search(text[max(0, start - 12) : start])
    after = _INITIALS_AFTER.match(text[end : end + 12])
    return start - (len(before.group()) if before else 0), end + (
        len(after.group()) if after else 0
    )


def _touch(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    first, second = sorted((one.span(), other.span()))
    return text[first[1] : second[0]].strip(" ,\u00a0\n") == ""


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _stream(text: str) -> list[tuple[str, int]]:
    """The letters and digits of a text, folded, each with its place in the text."""
    return [
        (letter, place) for place, written in enumerate(text) for letter in _letters_of(written)
    ]


def _fold(word: str) -> str:
    return "".join(letter for letter, _ in _stream(word))


@lru_cache(maxsize=8192)
def _letters_of(written: str) -> str:
    if written == BLOCK:
        return _BARRIER
    if unicodedata.category(written)[0] not in "LN":
        return ""
    return "".join(letter for letter in anyascii(written).casefold() if letter.isalnum())


def _unquoted(text: str) -> str:
    from urllib.parse import unquote

    return unquote(text)
