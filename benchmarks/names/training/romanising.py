"""East Slavic names as their neighbours spell them, and patronymics. Tables: `romanising.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from numpy.random import Generator

TABLES = tomllib.loads(Path(__file__).with_name("romanising.toml").read_text(encoding="utf-8"))

SCHEMES = tuple(scheme for scheme in TABLES["letters"] if scheme != "base")
"""Ways to write the three languages in Latin letters."""

_SIGNS = "ъь'"
_LAST_Y = re.compile(r"[iy]y$")
_CLUSTER = re.compile(r"[бвгджзклмнпрстфхцчшщ]{2}ий$")


def write_latin(word: str, scheme: str) -> str:
    """Write a word in small Latin letters by one of `SCHEMES`.

    >>> write_latin("щербакова", "passport"), write_latin("ельцин", "bgn")
    ('shcherbakova', 'yeltsin')
    """
    letters: Mapping[str, str] = TABLES["letters"]["base"] | TABLES["letters"][scheme]
    iotated: str | None = TABLES["iotated"].get(scheme)
    found = []
    before = ""
    for letter in word.lower():
        starts = not before or before in TABLES["vowels"] or before in _SIGNS
        found.append(
            iotated if iotated and letter == "е" and starts else letters.get(letter, letter)
        )
        before = letter
    return "".join(found)


def write_some_latin(word: str, language: str, draw: Generator) -> str:
    """Write a word by one of the schemes in which names of a language are met.

    Args:
        word: In Cyrillic letters, spelled as the language has it.
        language: One of the tables in `schemes`: russian, belarusian, ukrainian.
        draw: Where chance comes from.
    """
    return write_latin(word, draw_scheme(language, draw))


def draw_scheme(language: str, draw: Generator) -> str:
    """One of the schemes of a language, the common ones more often."""
    schemes: Mapping[str, float] = TABLES["schemes"][language]
    return str(draw.choice(list(schemes), p=list(schemes.values())))


def shorten_ending(latin: str) -> str:
    """Write -iy and -yy as -y, which BGN/PCGN allows and the press does.

    >>> shorten_ending("dostoyevskiy")
    'dostoyevsky'
    """
    return _LAST_Y.sub("y", latin)


def spell_belarusian(word: str, draw: Generator) -> str:
    """Respell a Russian word in small Belarusian letters; where the stress is, is drawn."""
    table = TABLES["belarusian"]
    text = _respelled(word.lower(), table["before"], draw)
    vowels = [place for place, letter in enumerate(text) if letter in TABLES["vowels"]]
    if vowels:
        stressed = vowels[int(draw.integers(len(vowels)))]
        letters = list(text)
        for place in vowels:
            letter = letters[place]
            if place == stressed:
                continue
            if draw.random() < table["unstressed_share"].get(letter, 0):
                letters[place] = table["unstressed"][letter]
            elif place < stressed and draw.random() < table["before_stress_share"]:
                letters[place] = table["before_stress"].get(letter, letter)
        text = "".join(letters)
    return _respelled(text, table["after"], draw)


def spell_ukrainian(word: str, draw: Generator) -> str:
    """Respell a Russian word in small Ukrainian letters; vowels that cannot be told are drawn."""
    return _respelled(word.lower(), TABLES["ukrainian"]["rules"], draw)


def patronymics_of(given: str) -> tuple[str, str]:
    """What a man's sons and daughters are called by his name, in Russian.

    >>> patronymics_of("Иван"), patronymics_of("Илья"), patronymics_of("Игорь")
    (('Иванович', 'Ивановна'), ('Ильич', 'Ильинична'), ('Игоревич', 'Игоревна'))
    """
    stem = TABLES["patronymics"]["stems"].get(given)
    if stem is None and given[-1] in "ая":
        stressed = given in TABLES["patronymics"]["stressed"]
        return given[:-1] + "ич", given[:-1] + ("инична" if stressed else "ична")
    if stem is None:
        stem = _stem(given)
    return stem + "вич", stem + "вна"


def _stem(given: str) -> str:
    if given.endswith("ий"):
        # Васильевич, but Дмитриевич: и stays after two consonants.
        return given[:-2] + ("ие" if _CLUSTER.search(given) else "ье")
    if given[-1] in "йь":
        return given[:-1] + "е"
    return given + "о"


def _respelled(text: str, rules: Sequence[tuple[str, str, float]], draw: Generator) -> str:
    for pattern, by, share in rules:
        text = re.sub(
            pattern,
            lambda match, by=by, share=share: (  # type: ignore[misc]
                by if share >= 1 or draw.random() < share else match[0]
            ),
            text,
        )
    return text
