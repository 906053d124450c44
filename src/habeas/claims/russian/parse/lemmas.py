"""Dictionary forms of Russian words, and names in the nominative."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

_REMEMBERED = 60_000
"""Words whose forms are kept; a text repeats few thousand of them."""
_SHORTEST = 5
"""Letters of a participle or command that may be told without its sentence."""
_MOST_LETTERS = 40
"""No Russian word is longer; a run of letters is not worth the guesses of a dictionary."""

# What the parts of speech of the parser (Universal Dependencies) are called in the dictionary.
_PARTS: dict[str, frozenset[str]] = {
    "VERB": frozenset({"VERB", "INFN", "PRTF", "PRTS", "GRND"}),
    "AUX": frozenset({"VERB", "INFN"}),
    "NOUN": frozenset({"NOUN"}),
    "PROPN": frozenset({"NOUN"}),
    "ADJ": frozenset({"ADJF", "ADJS", "COMP", "PRTF"}),
    "NUM": frozenset({"NUMR"}),
    "ADV": frozenset({"ADVB", "COMP", "PRED"}),
    "PRON": frozenset({"NPRO"}),
    "DET": frozenset({"ADJF"}),
}
CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
"""The cases of Universal Dependencies as the dictionary calls them."""
_CASES = {theirs: ours for ours, theirs in CASES.items()}
_NUMBERS = {"sing": "Sing", "plur": "Plur"}
_GENDERS = {"masc": "Masc", "femn": "Fem", "neut": "Neut"}


def lemma_of(word: str, pos: str) -> str:
    """The dictionary form of a word that the parser takes for a part of speech.

    Small letters, `е` for `ё`; a participle gives its infinitive, one that is
    used as a noun its masculine, and a word
    that is no Russian one comes back as it is.
    """
    fits = _PARTS.get(pos, frozenset())
    known = parses(word)
    best = next((p for p in known if p.tag.POS in fits), known[0] if known else None)
    if pos in ("NOUN", "PROPN") and best is not None and best.tag.POS == "PRTF":
        # A participle used as a noun keeps its gender and number of one: "осужденный".
        return plain(best.inflect({"masc", "sing", "nomn"}).word)
    return plain(best.normal_form if best is not None else word)


@lru_cache(maxsize=_REMEMBERED)
def guessed_feats(word: str, pos: str) -> tuple[tuple[str, str], ...]:
    """Case, number and gender of a word that the parser knows none of; empty where none has."""
    fits = _PARTS.get(pos, frozenset())
    best = next((p for p in parses(word) if p.tag.POS in fits and p.tag.case in _CASES), None)
    if best is None:
        return ()
    found = {"Case": _CASES[best.tag.case], "Number": _NUMBERS.get(best.tag.number, "")}
    if best.tag.gender in _GENDERS:
        found["Gender"] = _GENDERS[best.tag.gender]
    return tuple(found.items())


@lru_cache(maxsize=_REMEMBERED)
def verb_feats(word: str) -> tuple[tuple[str, str], ...]:
    """What a word is that the dictionary knows only as a short participle or a finite verb.

    "Осуждён" at the head of a line is no name, "передаёт" no adverb; empty for every other word.
    """
    known = [p for p in parses(word) if p.is_known]
    if not known or len(word) < _SHORTEST:
        return ()
    if all(p.tag.POS == "PRTS" for p in known):
        tag = known[0].tag
        found = {"VerbForm": "Part", "Variant": "Short", "Tense": "Past", "Voice": "Pass"}
        found["Number"] = _NUMBERS.get(tag.number, "")
        if tag.gender in _GENDERS:
            found["Gender"] = _GENDERS[tag.gender]
        return tuple(found.items())
    if all(p.tag.POS == "VERB" for p in known) and any(p.tag.mood == "impr" for p in known):
        return (("VerbForm", "Fin"), ("Mood", "Imp"), ("Number", "Plur"), ("Person", "2"))
    if word[0].islower() and all(p.tag.POS == "VERB" and p.tag.mood == "indc" for p in known):
        return _finite(known[0].tag)
    return ()


def _finite(tag: Any) -> tuple[tuple[str, str], ...]:
    found = {"VerbForm": "Fin", "Mood": "Ind", "Number": _NUMBERS.get(tag.number, "")}
    found["Tense"] = {"past": "Past", "pres": "Pres", "futr": "Fut"}.get(tag.tense, "")
    if tag.person is not None:
        found["Person"] = str(tag.person)[0]
    if tag.gender in _GENDERS:
        found["Gender"] = _GENDERS[tag.gender]
    return tuple(found.items())


@lru_cache(maxsize=_REMEMBERED)
def all_lemmas(word: str) -> frozenset[str]:
    """Every dictionary form that a word can have, as `lemma_of` writes them."""
    return frozenset(plain(p.normal_form) for p in parses(word)) | {plain(word)}


def plain(word: str) -> str:
    """Small letters, and `е` for `ё`.

    >>> plain("Освобождённых")
    'освобожденных'
    """
    return word.lower().replace("ё", "е")


@lru_cache(maxsize=_REMEMBERED)
def parses(word: str) -> tuple[Any, ...]:
    """What the dictionary (pymorphy3) takes a word for, likeliest first."""
    if len(word) > _MOST_LETTERS:
        return ()
    return tuple(_dictionary().parse(word))


def is_in_dictionary(word: str) -> bool:
    """True where the dictionary has a word, and does not guess what it may be."""
    return bool(_dictionary().word_is_known(word.lower()))


@cache
def _dictionary() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()
