"""Hide names in text: in any case, script or spelling, without moving a single offset.

Where a word may or may not be a protected name, it is hidden: a hole in a
sentence can be explained, a published name cannot be taken back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from anyascii import anyascii

from habeas.register.likeness import FUZZY_LETTERS, Likeness, bones
from habeas.register.spotting import Spotter

BLOCK = "█"
"""Stands for one hidden character."""

_BARRIER = "\x00"
_BURIED_LETTERS = 4
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
    _sought: _Sought = field(init=False, repr=False, compare=False)
    _hidden: dict[str, str] = field(init=False, repr=False, compare=False)
    _known: dict[str, bool] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_sought", _sought(self.names, self.spared))
        # Claims repeat names of places and publishers, and texts their words.
        object.__setattr__(self, "_hidden", {})
        object.__setattr__(self, "_known", {})

    def hide(self, text: str) -> str:
        """The text with every hidden letter replaced by a block.

        White space stays, so that lines and offsets stay. Hiding twice hides no more.
        """
        if not self._sought.is_anything:
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
        text = _unquoted(text)
        return self._sought.buried.is_in(_fold(text)) or self.hides(text)

    def _spans(self, text: str) -> Iterator[Span]:
        sought, letters = self._sought, _Letters(text)
        whole = [span for span, _ in _occurrences(letters, sought.wholes)]
        yield from whole
        for chunk in _RUN_TOGETHER.finditer(text):
            if sought.run_together.is_in(_fold(_unquoted(chunk.group()))):
                yield chunk.span()
        long = (span for span, _ in _occurrences(letters, sought.long))
        parts = [*long, *self._words(text)]
        if not parts:
            return
        words = _words_at(text, parts)
        hidden, kept = _marked(text, whole), _marked(text, ())
        for span, name in _occurrences(letters, sought.spared):
            if not words.isdisjoint(sought.words_of[name]) and not _meets(span, hidden):
                _mark(span, kept)
        for span in parts:
            if not _meets(span, kept):
                yield _with_initials(text, span)

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
        return word[0].isupper() and bones(_fold(word)) in self._sought.bones

    def _is_part(self, word: str) -> bool:
        bare = re.sub(r"['’ʼ]s$", "", word)
        written = _fold(bare)
        if len(written) < 2:
            return False
        lower = bare == bare.lower() and bare != bare.upper()
        if lower and len(written) < FUZZY_LETTERS:
            # "may", "young" and "green" are words before they are names.
            return False
        parts = self._sought.parts
        return parts.begins(written) if lower else parts.holds(written)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sought:
    """What is sought in a text.

    Attributes:
        is_anything: False where nothing is hidden.
        wholes: Whole names to hide.
        parts: Words of them; `long` those that are found within other words' letters too.
        bones: What is left of the words without vowels.
        run_together, buried: What is hidden in addresses, handles and file names.
        spared: Whole names that stay readable; `words_of` has the words of each.
    """

    is_anything: bool
    wholes: Spotter
    parts: Likeness
    long: Spotter
    bones: frozenset[str]
    run_together: Spotter
    buried: Spotter
    spared: Spotter
    words_of: Mapping[str, tuple[str, ...]]


def _sought(names: Collection[str], spared: Collection[str]) -> _Sought:
    wholes = _wholes_of(names)
    parts = frozenset(part for name in names for part in parts_of(name))
    words_of = _words_of(spared, wholes)
    return _Sought(
        is_anything=bool(wholes),
        wholes=Spotter(wholes),
        parts=Likeness(parts),
        long=Spotter(frozenset(part for part in parts if len(part) >= FUZZY_LETTERS)),
        bones=frozenset(map(bones, parts)),
        run_together=Spotter(wholes.union(part for part in parts if len(part) > _BURIED_LETTERS)),
        buried=Spotter(frozenset(p for p in wholes | parts if len(p) >= _BURIED_LETTERS)),
        spared=Spotter(words_of),
        words_of=words_of,
    )


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


def _wholes_of(names: Collection[str]) -> frozenset[str]:
    # A single letter is an initial, not a name.
    return frozenset(whole for whole in _orders(names) if len(whole) > 1)


def _words_of(names: Collection[str], hidden: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Whole names of several words → those words, of all names so written; no hidden ones."""
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        words = parts_of(name)
        if len(words) > 1:
            for whole in _wholes_of((name,)) - hidden:
                before = found.get(whole, ())
                found[whole] = (*before, *words) if before else words
    return found


def _orders(names: Collection[str]) -> Iterator[str]:
    """Each name run together, as written and with the last word first."""
    for name in names:
        words = parts_of(name)
        yield "".join(words)
        yield "".join((words[-1], *words[:-1])) if words else ""
        yield _fold(name)
        if is_han(name):
            yield "".join(words[1:])


class _Letters:
    """A text as it is searched.

    Attributes:
        text: As it is written.
        folded: Its letters and digits, folded.
        places: Place in the text of each of them.
        starts: Places in `folded` at which a name may begin.
    """

    __slots__ = ("folded", "places", "starts", "text")

    def __init__(self, text: str) -> None:
        stream = _stream(text)
        self.text = text
        self.folded = "".join(letter for letter, _ in stream)
        self.places = [place for _, place in stream]
        self.starts = [at for at, place in enumerate(self.places) if _begins(text, place)]


def _occurrences(letters: _Letters, sought: Spotter) -> Iterator[tuple[Span, str]]:
    """Where whole names stand in a text, whatever separates their words, and which."""
    places = letters.places
    for start in letters.starts:
        for name in sought.at(letters.folded, start):
            last = places[start + len(name) - 1]
            if _ends(letters.text, last):
                yield (places[start], last + 1), name


def _words_at(text: str, spans: Iterable[Span]) -> set[str]:
    """The folded words of a text that stand at one of some places."""
    marked = _marked(text, spans)
    return {_fold(w.group()) for w in _WORD.finditer(text) if _meets(w.span(), marked)}


def _marked(text: str, spans: Iterable[Span]) -> bytearray:
    """A place for each character of a text; 1 in those of some spans."""
    marked = bytearray(len(text))
    for span in spans:
        _mark(span, marked)
    return marked


def _mark(span: Span, marked: bytearray) -> None:
    start, end = span
    marked[start:end] = b"\x01" * (end - start)


def _meets(span: Span, marked: bytearray) -> bool:
    return marked.find(1, *span) >= 0


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
