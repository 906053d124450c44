"""What one part of a name says of itself: its sound, its gender, the given name it is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii

from habeas.people.names.cleaning import clean_name
from habeas.people.names.folding import fold_letters
from habeas.people.names.readings import readings_of
from habeas.people.names.scripts import script_of

MOST_CHARACTERS = 60
"""Characters of a part that are read, so that no input is slow."""

ALPHABETS = frozenset({"Latn", "Cyrl", "Grek", "Geor", "Armn"})
"""ISO 15924 codes of scripts that write every vowel, read letter by letter."""

_MOST_HEARD = 4
_WITHOUT_VOWELS = frozenset({"Arab", "Hebr", "Syrc"})

_NO_ROWS: frozenset[int] = frozenset()
_PET_NAME = "~"
_SIGNS = re.compile(r"[\s\-‐‑–—.,’‘ʼ'`´·•・]+")
_ARTICLE = re.compile(r"^(?:[ae]l[-‐‑ ]|[ae][drstz]h?[-‐‑ ])")
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_VOWELS = str.maketrans("", "", "aeiou")


def _folds(*rules: tuple[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), sound) for pattern, sound in rules)


# What schemes of romanisation write differently for one spelling.
_SPELLINGS = _folds(
    (r"c(?=[aoulrt])", "k"),
    (r"kh|gh|g", "h"),
    (r"ph", "f"),
    (r"th", "t"),
    (r"dh", "d"),
    (r"ou|oo", "u"),
    (r"ee", "i"),
    (r"w", "v"),
    (r"x", "ks"),
    (r"qu?|ck", "k"),
    (r"(?<=[aeiou])h$", ""),
    (r"[jy]", "i"),
    (r"i+(?=[aeu])", ""),
    (r"(.)\1+", r"\1"),
)
# What is heard alike besides; coarse on purpose.
_SOUNDS = _folds(
    (r"shch|szcz|sch|sh|sz", "s"),
    (r"tsch|tch|cz|ch", "c"),
    (r"dzh|zh|dj", "z"),
    (r"ts(?=[ie])", "t"),  # Belarusian soft t and d
    (r"dz(?=[ie])", "d"),
    (r"ts|tz", "c"),
    (r"(?<=[bcdfhklmnprstvz])[ijy]o(?=[a-z])|^[ijy]o", "e"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartFacts:
    """One part of a name, read.

    Attributes:
        letters: Cleaned and folded, without spaces and punctuation; a key, never shown.
        latin: Small Latin letters and digits, as anyascii writes them.
        sound: Its sound in a coarse alphabet; empty where it has no letter.
        heard: Every sound it may have; several where a script leaves room.
        consonants: The consonants of its sound.
        script: ISO 15924 code of the script of most of its letters; `Zyyy` for none.
        has_vowels: False where the script leaves short vowels out (Arabic, Hebrew).
        rows: Rows of `given_names.tsv` that hold it.
        is_pet_name: True where it stands there as a pet name alone (Sasha).
    """

    letters: str
    latin: str
    sound: str
    heard: tuple[str, ...]
    consonants: str
    script: str
    has_vowels: bool
    rows: frozenset[int]
    is_pet_name: bool


@lru_cache(maxsize=32_768)
def facts_of(part: str) -> PartFacts:
    """Read one part of a name; the same for every spelling that folds to it."""
    letters = _SIGNS.sub("", fold_letters(clean_name(part[:MOST_CHARACTERS]).text))
    latin = _latin_of(letters)
    script = script_of(letters)
    has_vowels = script not in _WITHOUT_VOWELS
    sound = sound_of(latin)
    rows = _rows_in(script, letters, _latin_of(_ARTICLE.sub("", part.casefold())))
    return PartFacts(
        letters=letters,
        latin=latin,
        sound=sound,
        heard=tuple(dict.fromkeys((*_heard_in(part[:MOST_CHARACTERS], script), sound))),
        consonants=sound.translate(_VOWELS),
        script=script,
        has_vowels=has_vowels,
        rows=rows,
        is_pet_name=bool(rows) and script in ALPHABETS and spelling_of(latin) in _pet_names(),
    )


@lru_cache(maxsize=4096)
def sound_of(latin: str) -> str:
    """Level what is heard alike, whatever scheme of romanisation wrote it.

    >>> sound_of("sergey") == sound_of("sergei")
    True
    """
    for pattern, sound in _SOUNDS:
        latin = pattern.sub(sound, latin)
    return spelling_of(latin)


@lru_cache(maxsize=4096)
def spelling_of(latin: str) -> str:
    """Level what schemes of romanisation write differently for one spelling.

    >>> spelling_of("yassar") == spelling_of("yashar")
    False
    """
    for pattern, spelling in _SPELLINGS:
        latin = pattern.sub(spelling, latin)
    return latin


def rows_of(latin: str) -> frozenset[int]:
    """Rows of `given_names.tsv` that hold a name in small Latin letters."""
    return _rows_by_spelling().get(spelling_of(latin), _NO_ROWS)


def genders_of(rows: frozenset[int]) -> frozenset[str]:
    """The genders (f, m, u) that rows of given names say; empty for no row."""
    genders = _genders()
    return frozenset(genders[row] for row in rows)


@cache
def _lines() -> tuple[tuple[str, ...], ...]:
    path = files("habeas.people.comparison") / "data" / "given_names.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and line[0] != "#")


@cache
def _genders() -> tuple[str, ...]:
    return tuple(line[0] for line in _lines())


def _heard_in(part: str, script: str) -> Iterator[str]:
    for reading in readings_of(part, script)[:_MOST_HEARD]:
        yield sound_of(reading.replace(" ", ""))


def _rows_in(script: str, letters: str, latin: str) -> frozenset[int]:
    if script in ALPHABETS:
        return rows_of(latin) if len(latin) > 1 else _NO_ROWS
    if script == "Arab":
        return _rows_by_letters().get(_one_arabic(letters), _NO_ROWS)
    return _NO_ROWS


@cache
def _rows_by_spelling() -> dict[str, frozenset[int]]:
    return _rows_by(lambda name: spelling_of(_latin_of(name)), ALPHABETS)


@cache
def _rows_by_letters() -> dict[str, frozenset[int]]:
    return _rows_by(_one_arabic, frozenset({"Arab"}))


@cache
def _pet_names() -> frozenset[str]:
    """Spellings that stand in the table as pet names and never as names of their own."""
    names = [name for _, *names in _lines() for name in names]
    pets = {spelling_of(_latin_of(n.casefold())) for n in names if n.endswith(_PET_NAME)}
    full = {spelling_of(_latin_of(n.casefold())) for n in names if not n.endswith(_PET_NAME)}
    return frozenset(pets - full)


def _rows_by(key: Callable[[str], str], scripts: frozenset[str]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, (_, *names) in enumerate(_lines()):
        for name in names:
            if script_of(name) in scripts:
                found[key(name.rstrip(_PET_NAME).casefold())].add(number)
    return {name: frozenset(rows) for name, rows in found.items()}


def _one_arabic(letters: str) -> str:
    """Arabic letters without an article, as all who write them would."""
    return "".join(c for c in fold_letters(letters) if c.isalpha()).removeprefix("ال")


def _latin_of(letters: str) -> str:
    return _NOT_LETTERS.sub("", anyascii(letters).casefold())
