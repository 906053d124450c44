"""Names in Latin letters with slips of the pen, beside names with one word that is another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from numpy.random import Generator

from names.training.labelled import TrainingPair
from names.training.sources import NamedPerson, WordPair

_PARTICLES = ("al-", "Al ", "el-", "bin ", "ben ", "Abd al-", "Abdul ", "abu ", "ibn ")
_ALPHABET = "abcdefghiklmnoprstuvyz"
_CONFUSED = "aeo eai iey oau uo kc ck sz zs vw wv yi bp dt td mn nm gq fv lr rl hg jy pb"
_TAKEN_FOR = {letters[0]: letters[1:] for letters in _CONFUSED.split()}
_FIGURES = {"o": "0", "i": "1", "e": "3", "a": "4", "s": "5", "g": "9"}
_SHORTEST = 5
_MOST_PARTS = 5
_NAMES_OF_WORDS = 60_000
_LEAST_LETTERS = 4


class Slips:
    """Makes pairs of names out of those of the sources, most with three parts and more."""

    def __init__(
        self, persons: Sequence[NamedPerson], words: Sequence[WordPair], draw: Generator
    ) -> None:
        """Take names, and Arabic words to put names together of."""
        self._draw = draw
        self._names = [
            name.split()
            for person in persons
            for name in person.names
            if name.isascii() and "," not in name and 2 <= len(name.split()) <= _MOST_PARTS
        ]
        self._long = [name for name in self._names if len(name) > 2]
        self._words = [
            word
            for name in islice(self._names, _NAMES_OF_WORDS)
            for word in name
            if len(word) >= _LEAST_LETTERS
        ]
        self._arabic = [
            pair.latin.title()
            for pair in words
            if pair.language == "ar" and pair.latin.isascii() and len(pair.latin) >= _LEAST_LETTERS
        ]

    def pairs(self, count: int) -> list[TrainingPair]:
        """For each of so many names a pair with slips, and up to three with another word."""
        found = []
        for _ in range(count):
            chance = self._draw.random()
            others = self._arabic if chance < 0.35 else self._words
            name = self._arabic_name() if chance < 0.35 else self._one_of(self._named(chance))
            capitals = self._draw.random() < 0.3
            made = [(self._with_slips(name), True)]
            made += [(words, False) for _ in range(2) for words in self._another(name, others)]
            if len(name) > 2 and self._draw.random() < 0.25:
                exchanged = [name[1], name[0], *name[2:-1], self._one_of(others)]
                made.append((" ".join(exchanged), False))
            for other, same in made:
                left, right = " ".join(name), other
                if capitals:
                    left, right = left.upper(), right.upper()
                found.append(TrainingPair(left, right, same=same))
        return found

    def _named(self, chance: float) -> list[list[str]]:
        return self._long if chance < 0.65 and self._long else self._names

    def _arabic_name(self) -> list[str]:
        words = []
        for _ in range(int(self._draw.integers(3, 6))):
            word = self._one_of(self._arabic)
            particle = self._one_of(_PARTICLES) if self._draw.random() < 0.35 else ""
            words.append(particle + word)
        return words

    def _with_slips(self, name: Sequence[str]) -> str:
        draw = self._draw
        words = list(name)
        for _ in range(2 if draw.random() < 0.3 else 1):
            place = int(draw.integers(len(words)))
            words[place] = slip(words[place], draw)
        if draw.random() < 0.06:
            place = int(draw.integers(len(words)))
            words[place] = self._parted(words[place])
        if len(words) > 3 and draw.random() < 0.25:
            del words[int(draw.integers(1, len(words) - 1))]
        if draw.random() < 0.12:
            words = words[-1:] + words[:-1]
        text = " ".join(words)
        if draw.random() < 0.06 and len(words) > 2:
            text = text.replace(" ", "" if draw.random() < 0.5 else "-", 1)
        return text

    def _parted(self, word: str) -> str:
        if len(word) <= 6:
            return word
        place = int(self._draw.integers(3, len(word) - 2))
        return f"{word[:place]} {word[place:]}"

    def _another(self, name: Sequence[str], others: Sequence[str]) -> list[str]:
        """The name with another word in one place; nothing where the two come out alike."""
        draw = self._draw
        words = list(name)
        place = int(draw.integers(len(words))) if draw.random() < 0.6 else len(words) - 1
        particle = next((one for one in _PARTICLES if words[place].startswith(one)), "")
        new, old = self._one_of(others), words[place][len(particle) :]
        if new.lower()[:4] == old.lower()[:4] or new.lower() == old.lower():
            return []
        words[place] = particle + new
        if draw.random() < 0.25:
            slipped = int(draw.integers(len(words)))
            words[slipped] = words[slipped] if slipped == place else slip(words[slipped], draw)
        if draw.random() >= 0.85:
            words = words[-1:] + words[:-1]
        return [" ".join(words)]

    def _one_of[Item](self, items: Sequence[Item]) -> Item:
        return items[int(self._draw.integers(len(items)))]


def slip(word: str, draw: Generator) -> str:
    """One slip after the first letter; short words stay as they are."""
    if len(word) < _SHORTEST:
        return word
    place, chance = int(draw.integers(1, len(word))), draw.random()
    before, letter, after = word[:place], word[place], word[place + 1 :]
    taken_for = _TAKEN_FOR.get(letter.lower())
    if chance < 0.3:
        return before + after
    if chance < 0.5 and after:
        return before + after[0] + letter + after[1:]
    if chance < 0.65:
        return before + letter + letter + after
    if chance < 0.8 and taken_for:
        return before + taken_for[int(draw.integers(len(taken_for)))] + after
    if chance < 0.86:
        return "".join(
            _FIGURES.get(one.lower(), one) if draw.random() < 0.4 else one for one in word
        )
    return before + _ALPHABET[int(draw.integers(len(_ALPHABET)))] + after
