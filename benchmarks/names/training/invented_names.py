"""Invented East Slavic people, and pairs of their names and of words of them.

The sources hardly know patronymics, and register after register of prisoners is written with them.
Surnames are words of NETransliteration that end as such surnames do; given names are common ones
(`romanising.toml`). Nobody is meant: the parts are put together by chance.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.random import Generator

from names.training import romanising as roman
from names.training.heldout import SetAside
from names.training.labelled import TrainingPair
from names.training.sources import WordPair

_SURNAME = re.compile(
    r"(ов|ев|ин|ын|ский|цкий|енко|ук|юк|ич|ик|ак|ец|ань|ова|ева|ина|ская|цкая|ко)$"
)
_HAS_FEMALE = re.compile(r"(ов|ев|ин|ын)$")
_IS_FEMALE = re.compile(r"(ов|ев|ин|ын)а$")
_SURNAME_LENGTHS = range(5, 13)
_WOMEN = 0.35
_IN_LATIN = 0.55
_IN_CAPITALS = 0.35
_SHORT_ENDINGS = 0.5
_LANGUAGES = {"russian": 0.6, "ukrainian": 0.2, "belarusian": 0.2}
_FORMS = {
    "{given} {patronymic} {family}": 0.42,
    "{given} {family}": 0.30,
    "{family} {given} {patronymic}": 0.08,
    "{family}, {given} {patronymic}": 0.08,
    "{family} {given}": 0.05,
    "{given[0]}. {patronymic[0]}. {family}": 0.04,
    "{given} {patronymic[0]}. {family}": 0.03,
}
WORD_LANGUAGE = "sl"
"""Under which words of invented names stand among the pairs of words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invented:
    """An invented name in Russian.

    Attributes:
        given, patronymic, family: As a passport has them.
    """

    given: str
    patronymic: str
    family: str


class Inventor:
    """Invents people of either sex and spells their names."""

    def __init__(self, words: Sequence[WordPair], aside: SetAside, draw: Generator) -> None:
        """Invent from Russian words of names; those set aside are never drawn.

        Args:
            words: Pairs of words, of which the Russian ones are looked through.
            aside: Names that are kept for measuring.
            draw: Where chance comes from.
        """
        self._draw = draw
        self._men = _drawable(roman.TABLES["given"]["men"], aside)
        self._women = _drawable(roman.TABLES["given"]["women"], aside)
        common = np.arange(3, len(self._men) + 3) ** -0.5
        self._shares = common / common.sum()
        self._families = [
            pair.other.capitalize()
            for pair in words
            if pair.language == "ru"
            and len(pair.other) in _SURNAME_LENGTHS
            and _SURNAME.search(pair.other)
            and not aside.holds(pair.other)
        ]

    def pairs(self, count: int) -> list[TrainingPair]:
        """For each of so many people a pair of one name, and up to two of two."""
        found = []
        for _ in range(count):
            women = bool(self._draw.random() < _WOMEN)
            person = self._person(women)
            found.append(TrainingPair(self._spell(person), self._spell(person), same=True))
            for _ in range(2):
                found += self._pair_of_two(person, self._person(women))
        return found

    def words(self, count: int) -> list[WordPair]:
        """Words of names in two spellings, each pair once and sorted; at most so many."""
        found = set()
        for _ in range(count):
            word = self._word()
            one, other = self._two_spellings(word)
            if one != other:
                found.add(WordPair(WORD_LANGUAGE, one, other))
        return sorted(found)

    def _person(self, women: bool) -> Invented:
        father = str(self._draw.choice(self._men, p=self._shares))
        family = self._family(women)
        if women:
            given = str(self._draw.choice(self._women))
        else:
            given = str(self._draw.choice(self._men, p=self._shares))
        patronymic = roman.patronymics_of(father)[int(women)]
        return Invented(given=given, patronymic=patronymic, family=family)

    def _family(self, women: bool) -> str:
        family = self._families[int(self._draw.integers(len(self._families)))]
        return female_surname(family) if women else male_surname(family)

    def _spell(self, person: Invented) -> str:
        draw = self._draw
        language = str(draw.choice(list(_LANGUAGES), p=list(_LANGUAGES.values())))
        respell = _RESPELL[language]
        parts = [respell(part, draw) for part in (person.given, person.patronymic, person.family)]
        if draw.random() < _IN_LATIN:
            scheme = roman.draw_scheme(language, draw)
            shorten = scheme == "bgn" and draw.random() < _SHORT_ENDINGS
            parts = [roman.write_latin(part, scheme) for part in parts]
            parts = [roman.shorten_ending(part) for part in parts] if shorten else parts
        given, patronymic, family = (part.capitalize() for part in parts)
        if draw.random() < _IN_CAPITALS:
            family = family.upper()
        form = str(draw.choice(list(_FORMS), p=list(_FORMS.values())))
        return form.format(given=given, patronymic=patronymic, family=family)

    def _pair_of_two(self, person: Invented, other: Invented) -> list[TrainingPair]:
        """A person beside one who shares something with them; none where they come out alike."""
        chance = self._draw.random()
        if chance < 0.45:
            other = replace(person, family=other.family)
        elif chance < 0.7:
            other = replace(person, given=other.given)
        elif chance < 0.8:
            other = replace(other, patronymic=person.patronymic)
        elif chance < 0.9:
            other = replace(person, patronymic=other.patronymic)
        if other == person:
            return []
        if other == replace(person, patronymic=other.patronymic):
            # Only where both show it does another patronymic tell two people apart.
            return [TrainingPair(_whole(person), _whole(other), same=False)]
        return [TrainingPair(self._spell(person), self._spell(other), same=False)]

    def _word(self) -> str:
        chance = self._draw.random()
        if chance < 0.55:
            word = self._families[int(self._draw.integers(len(self._families)))]
            return female_surname(word) if self._draw.random() < 0.3 else word
        if chance < 0.8:
            his, hers = roman.patronymics_of(str(self._draw.choice(self._men)))
            return hers if self._draw.random() < 0.4 else his
        return str(self._draw.choice(self._men + self._women))

    def _two_spellings(self, word: str) -> tuple[str, str]:
        draw = self._draw
        spellings = {language: respell(word, draw) for language, respell in _RESPELL.items()}
        written = list(spellings.values())
        one = written[int(draw.integers(len(written)))] if draw.random() < 0.5 else written[0]
        chance = draw.random()
        if chance < 0.45:
            return one, written[int(draw.integers(len(written)))]
        language = "russian" if chance < 0.8 else "belarusian" if chance < 0.9 else "ukrainian"
        return one, roman.write_some_latin(spellings[language], language, draw)


def female_surname(family: str) -> str:
    """The surname of a woman of the family.

    >>> female_surname("Ломвалев"), female_surname("Данмарский"), female_surname("Ломваленко")
    ('Ломвалева', 'Данмарская', 'Ломваленко')
    """
    if family.endswith("ий"):
        return family[:-2] + "ая"
    return family + "а" if _HAS_FEMALE.search(family) else family


def male_surname(family: str) -> str:
    """The surname of a man of the family; the reverse of `female_surname`."""
    if family.endswith("ая"):
        return family[:-2] + "ий"
    return family[:-1] if _IS_FEMALE.search(family) else family


def _russian(word: str, draw: Generator) -> str:
    return word.lower()


_RESPELL: dict[str, Callable[[str, Generator], str]] = {
    "russian": _russian,
    "belarusian": roman.spell_belarusian,
    "ukrainian": roman.spell_ukrainian,
}


def _whole(person: Invented) -> str:
    return f"{person.given} {person.patronymic} {person.family}"


def _drawable(names: str, aside: SetAside) -> list[str]:
    return [name for name in names.split() if not aside.holds(name)]
