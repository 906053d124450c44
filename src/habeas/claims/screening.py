"""What of a text is worth parsing: a pass over its words that costs far less than a parse.

A `Clue` says which words must stand in a stretch of text before any rule of a language's
analyser can read a claim in it. Its words come from the analyser's own lexicon, so that a verb
added there is screened for too. A clue may let through what claims nothing; it must not hold
back what claims something.

A stretch is a line, or a paragraph where lines are wrapped: no sentence reaches over its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import ahocorasick_rs

LONGEST_WRAPPED = 100
"""Characters of the longest line of a text whose lines are wrapped, at most."""

COLON = ":"
"""As a word of a clue: a colon."""

NUMBER = "0"
"""As a word of a clue: a number in figures."""

_CHUNK = 1 << 16
"""Characters looked at together; bounds memory, whatever the text holds."""

_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """Words without which some rule finds nothing.

    Attributes:
        all_of: Sets of words, lower case; one word of each must stand in the stretch.
            The set met least often first: the others are looked at where it is there.
        reach: Characters between the beginnings of these words at most; None for any.
        goes_on: True where the rule only goes on from a claim made before it in the
            text; the clue then counts after a stretch that another one let through.
    """

    all_of: tuple[frozenset[str], ...]
    reach: int | None = None
    goes_on: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """A clue, its sets of words as bits."""

    mask: int
    first: int
    bits: tuple[int, ...]
    reach: int | None
    goes_on: bool


def _rule(clue: Clue, bits: Mapping[frozenset[str], int]) -> _Rule:
    own = tuple(dict.fromkeys(bits[words] for words in clue.all_of))
    return _Rule(mask=sum(own), first=own[0], bits=own, reach=clue.reach, goes_on=clue.goes_on)


class Screen:
    """The clues of one language, made ready to be looked for all at once."""

    def __init__(self, clues: Sequence[Clue], *, charset: str) -> None:
        """Prepare the clues.

        Args:
            clues: At least one.
            charset: A charset of one byte a character that has the language's letters.
        """
        self._charset = charset
        self._folding = _folding(charset)
        bits: dict[frozenset[str], int] = {}
        masks: dict[bytes, int] = {}
        for words in (words for clue in clues for words in clue.all_of):
            bit = bits.setdefault(words, 1 << len(bits))
            for pattern in (one for word in words for one in self._patterns(word)):
                masks[pattern] = masks.get(pattern, 0) | bit
        self._masks = tuple(masks.values())
        self._search = ahocorasick_rs.BytesAhoCorasick(list(masks))
        rules = [_rule(clue, bits) for clue in clues]
        self._alone = sum({r.mask for r in rules if len(r.bits) == 1 and not r.goes_on})
        self._first = sum({r.first for r in rules})
        self._rules: dict[int, tuple[_Rule, ...]] = {
            first: tuple(r for r in rules if r.first == first) for first in {r.first for r in rules}
        }

    def lets_through(self, text: str) -> bool:
        """Whether any stretch of a text can yield a claim."""
        return next(self.stretches(text), None) is not None

    def stretches(self, text: str) -> Iterator[tuple[int, int]]:
        """The stretches that can yield claims, as characters (end exclusive), in text order."""
        lines = _Lines(text)
        end = 0
        hits: list[tuple[int, int]] = []
        told = False
        for hit in self._hits(text):
            if hit[0] >= end:
                if hits and self._can_claim(hits, told):
                    told = True
                    yield lines.start(hits[0][0]), end
                hits.clear()
                end = lines.end(hit[0])
            hits.append(hit)
        if hits and self._can_claim(hits, told):
            yield lines.start(hits[0][0]), end

    def _hits(self, text: str) -> Iterator[tuple[int, int]]:
        """Where words of the clues begin, in order, each with the bits of its sets."""
        masks = self._masks
        start = 0
        while start < len(text):
            end = _cut(text, start)
            folded = self._fold(f" {text[start:end]} ")
            found = self._search.find_matches_as_indexes(folded, overlapping=True)
            yield from [(start + at, masks[pattern]) for pattern, at, _ in found]
            start = end

    def _can_claim(self, hits: Sequence[tuple[int, int]], told: bool) -> bool:
        there = 0
        for _, mask in hits:
            there |= mask
        if there & self._alone:
            return True
        left = there & self._first
        while left:
            first = left & -left
            left ^= first
            for rule in self._rules[first]:
                if (
                    rule.mask & there == rule.mask
                    and (told or not rule.goes_on)
                    and (rule.reach is None or _within(rule, hits))
                ):
                    return True
        return False

    def _patterns(self, word: str) -> tuple[bytes, ...]:
        if word == COLON:
            return (b":",)
        if word == NUMBER:
            return (b" 0",)
        folded = self._fold(word)
        return (b" " + folded + b" ", b" " + folded + b":")

    def _fold(self, text: str) -> bytes:
        return text.encode(self._charset, "replace").translate(self._folding)


def _within(rule: _Rule, hits: Sequence[tuple[int, int]]) -> bool:
    """Whether a word of each set of a rule begins within its reach of all the others."""
    assert rule.reach is not None
    last = dict.fromkeys(rule.bits, -rule.reach - 1)
    for at, mask in hits:
        if mask & rule.mask:
            for bit in rule.bits:
                if mask & bit:
                    last[bit] = at
            if at - min(last.values()) <= rule.reach:
                return True
    return False


def _folding(charset: str) -> bytes:
    """Bytes to bytes: letters in lower case, figures as `0`, a colon as itself, else a space."""
    table = bytearray(b" " * 256)
    for byte in range(256):
        sign = bytes([byte]).decode(charset, "replace")
        if sign.isdigit():
            table[byte] = ord(NUMBER)
        elif sign == COLON:
            table[byte] = byte
        elif sign.isalpha():
            lower = sign.lower().encode(charset, "replace")
            table[byte] = lower[0] if len(lower) == 1 and lower != b"?" else byte
    return bytes(table)


class _Lines:
    """Where the stretches of a text begin and end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._wrapped = _is_wrapped(text)
        self._before = 0

    def end(self, at: int) -> int:
        """Where the stretch around a character ends, exclusive; the text's end at the last."""
        if self._wrapped:
            found = _PARAGRAPH_END.search(self._text, at)
            return found.end() if found else len(self._text)
        return self._text.find("\n", at) + 1 or len(self._text)

    def start(self, at: int) -> int:
        """Where the stretch around a character begins; asked for in text order."""
        if not self._wrapped:
            return self._text.rfind("\n", 0, at) + 1
        for found in _PARAGRAPH_END.finditer(self._text, self._before, at):
            self._before = found.end()
        return self._before


def _is_wrapped(text: str) -> bool:
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end - start > LONGEST_WRAPPED:
            return False
        start = end + 1
    return True


def _cut(text: str, start: int) -> int:
    """Where the piece that begins at `start` ends: after a line, else after a word."""
    end = start + _CHUNK
    if end >= len(text):
        return len(text)
    cut = text.rfind("\n", start, end)
    cut = text.rfind(" ", start, end) if cut < 0 else cut
    return end if cut < 0 else cut + 1
