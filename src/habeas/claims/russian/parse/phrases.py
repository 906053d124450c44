"""Phrases in the nominative: "администрации президента" → "администрация президента"."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.claims.russian.parse.lemmas import CASES, parses
from habeas.claims.russian.parse.parsing import Word

_GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}
_BENT = frozenset({"NOUN", "ADJ", "DET", "PROPN", "VERB", "NUM"})


def in_nominative(words: Sequence[Word], head: Word) -> str:
    """A phrase with its head, and what agrees with the head before it, in the nominative.

    What follows the head stays as it is written. A word that has no such form
    stays too.

    Args:
        words: The phrase, in order; never empty.
        head: The noun it hangs by, one of the words.
    """
    plural = head.feats.get("Number") == "Plur"
    pieces = []
    for n, word in enumerate(words):
        agrees = word.i <= head.i and word.case == head.case and word.pos in _BENT
        gap = n > 0 and word.start > words[n - 1].end
        bent = agrees and not word.is_mark and word.lemma != "его"
        pieces.append(
            (" " if gap else "") + (_bent(word, head, plural=plural) if bent else word.text)
        )
    return "".join(pieces).strip(" ,;:—–-")


def _bent(word: Word, head: Word, *, plural: bool) -> str:
    case = CASES.get(word.case, "nomn")
    if case == "nomn" or (not word.text.isalpha() and "-" not in word.text):
        return word.text
    number = "plur" if plural else "sing"
    gender = _GENDERS.get(head.feats.get("Gender", ""))
    wanted = {"nomn", number}
    kinds = ("NOUN",) if word.pos in ("NOUN", "PROPN") else ("ADJF", "PRTF", "NPRO", "NOUN")
    for parse in parses(word.text):
        tag = parse.tag
        if tag.POS not in kinds or tag.case != case or tag.number not in (number, None):
            continue
        if not plural and gender and tag.gender not in (gender, None):
            continue
        form = parse.inflect(
            wanted | ({gender} if tag.POS in ("ADJF", "PRTF") and gender and not plural else set())
        )
        if form is not None:
            return as_written(word.text, str(form.word))
    return word.text


def as_written(pattern: str, word: str) -> str:
    """A form with the capitals and the `ё` of the word it comes from."""
    if "ё" not in pattern.lower():
        word = word.replace("ё", "е")
    if pattern.isupper() and len(pattern) > 1:
        return word.upper()
    return word[0].upper() + word[1:] if pattern[0].isupper() else word
