"""Names: the spans that the parser marks, and a person's name in the nominative."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from habeas.claims.russian.lemmas import CASES, parses, plain
from habeas.claims.russian.lexicon import russian
from habeas.claims.russian.parsing import Sentence, Word

_REMEMBERED = 4_096
"""Names whose forms are kept: one report tells the same people again and again."""
_OF_PERSONS = frozenset({"Name", "Surn", "Patr"})
_OF_WOMEN = ("ову", "еву", "ёву", "ину", "ыну", "скую", "цкую")
_OF_MEN = ("ова", "ева", "ёва", "ина", "ына", "ского", "цкого")
_ENDS = {
    "femn": (("скую", "ская"), ("цкую", "цкая"), ("у", "а"), ("ю", "я")),
    "masc": (("ского", "ский"), ("цкого", "цкий"), ("а", "")),
}
_GENDERS = {"Masc": "masc", "Fem": "femn"}


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSpan:
    """A name in a sentence.

    Attributes:
        first, last: Places of its words, inclusive.
        start, end: Characters of `Report.text`, end exclusive.
        written: The name as the report writes it.
    """

    first: int
    last: int
    start: int
    end: int
    written: str


def name_spans(sentence: Sentence, kind: str) -> Iterator[NameSpan]:
    """The names of a kind (`PER`, `LOC`, `ORG`) in a sentence, in order."""
    words = sentence.words
    at = 0
    while at < len(words):
        last = at
        if words[at].entity == kind:
            while last + 1 < len(words) and _goes_on(words[last + 1], kind):
                last += 1
            first = at
            while kind == "PER" and first <= last and _only_describes(words[first]):
                first += 1
            if first <= last:
                yield NameSpan(
                    first=first,
                    last=last,
                    start=words[first].start,
                    end=words[last].end,
                    written=sentence.written(first, last),
                )
        at = last + 1


def _only_describes(word: Word) -> bool:
    """True for "Осуждённый" that opens a line and was taken for a name."""
    return word.lemma in russian().people and word.pos in ("NOUN", "VERB", "ADJ", "PROPN")


def _goes_on(word: Word, kind: str) -> bool:
    return word.entity == kind and not word.begins


def nominative(words: Sequence[Word], stands: str = "") -> str:
    """A person's name as a dictionary of persons would give it: "Марию Коваль" → "Мария Коваль".

    Case and gender are those on which the words agree. A word that has no such
    form (a foreign surname, an initial) stays as it is written.

    Args:
        words: The words of the name, in order; never empty.
        stands: The case that its verb wants it in: `Nom` leaves it as it is
            written, `Acc` tells the gender of a surname by its end. "" for unknown.
    """
    if stands == "Nom":
        return "".join(_spaced(words, n, word.text) for n, word in enumerate(words))
    told = _gender_of_object(words[-1].text) if stands == "Acc" else None
    if told is not None:
        return "".join(_spaced(words, n, _of_object(w, told)) for n, w in enumerate(words))
    gender, case = _gender(words), _case(words)
    return "".join(
        _spaced(words, n, _in_nominative(word, gender, case)) for n, word in enumerate(words)
    )


def _gender_of_object(surname: str) -> str | None:
    """The gender that an object's surname tells: "задержали Зорину", "задержали Зорина"."""
    if surname.endswith(_OF_WOMEN):
        return "femn"
    return "masc" if surname.endswith(_OF_MEN) else None


def _of_object(word: Word, gender: str) -> str:
    if len(word.text) < 3 or not word.text[0].isalpha():
        return word.text
    return "-".join(_part_of_object(part, gender) for part in word.text.split("-"))


def _part_of_object(written: str, gender: str) -> str:
    """The form in the nominative by the dictionary of names, else by the end of the word."""
    parse = _fitting(written, gender, "accs")
    if parse is not None and _OF_PERSONS & parse.tag.grammemes and parse.tag.gender == gender:
        return _part(written, gender, "accs")
    for end, other in _ENDS[gender]:
        if written.endswith(end):
            return written.removesuffix(end) + other
    return written


def _spaced(words: Sequence[Word], n: int, written: str) -> str:
    return (" " if n and words[n].start > words[n - 1].end else "") + written


def _gender(words: Sequence[Word]) -> str | None:
    """By a given name or patronymic, then by what the parser says of any word."""
    for word in words:
        for parse in parses(word.text):
            if {"Name", "Patr"} & parse.tag.grammemes and parse.tag.gender in ("masc", "femn"):
                return str(parse.tag.gender)
    told = (_GENDERS.get(word.feats.get("Gender", "")) for word in words)
    return next((gender for gender in told if gender is not None), None)


def _case(words: Sequence[Word]) -> str:
    """The case most words are in, by the parser; of a tie the first."""
    told = [CASES[w.case] for w in words if w.case in CASES]
    return max(told, key=told.count) if told else "nomn"


def _in_nominative(word: Word, gender: str | None, case: str) -> str:
    own = CASES.get(word.case, case)
    if len(word.text) < 3 or not word.text[0].isalpha():
        return word.text
    if case == "nomn" and (own == "nomn" or not _is_only_in(word.text, own)):
        return word.text
    case = own if case == "nomn" else case
    return "-".join(_part(part, gender, case) for part in word.text.split("-"))


def _is_only_in(written: str, case: str) -> bool:
    """True where the dictionary knows a word in this case and not in the nominative."""
    cases = {p.tag.case for p in parses(written) if p.tag.POS == "NOUN"}
    return case in cases and "nomn" not in cases


def _part(written: str, gender: str | None, case: str) -> str:
    parse = _fitting(written, gender, case)
    if parse is None:
        return written
    own = parse.tag.gender
    form = parse.inflect({"nomn", "sing"} | ({own} if own and "Surn" in parse.tag else set()))
    found = str(form.word) if form is not None else str(parse.normal_form)
    if "ё" not in written.lower():
        found = found.replace("ё", "е")
    return found.capitalize() if written[0].isupper() else found


def _fitting(written: str, gender: str | None, case: str) -> Any | None:
    """The likeliest reading in this case and gender, one as a person's name before others."""
    cases = {case, "gent"} if case == "accs" else {case}
    inside = [p for p in parses(written) if p.tag.case in cases and p.tag.number == "sing"]
    fits = [p for p in inside if gender is None or p.tag.gender in (gender, None)]
    # A given name that two genders share says little: its surname then tells.
    fits = fits or [p for p in inside if "Surn" in p.tag] or inside
    return max(fits, key=lambda p: (bool(_OF_PERSONS & p.tag.grammemes), p.score), default=None)


@lru_cache(maxsize=_REMEMBERED)
def gender_of(name: str) -> str | None:
    """`masc` or `femn` by the given name or patronymic, else by the surname; None where unsure."""
    kinds = ({"Name", "Patr"}, {"Surn"})
    for kind in kinds:
        for part in name.split():
            told = {
                p.tag.gender
                for p in parses(part)
                if kind & p.tag.grammemes and p.tag.case == "nomn" and p.tag.number == "sing"
            } & {"masc", "femn"}
            if len(told) == 1:
                return str(told.pop())
    return None


@lru_cache(maxsize=_REMEMBERED)
def surname_forms(name: str) -> frozenset[str]:
    """The forms of the last word of a name in all cases of the singular, small letters."""
    last = name.rsplit(maxsplit=1)[-1]
    found = {plain(last)}
    for parse in parses(last):
        if parse.tag.case == "nomn" and parse.tag.number == "sing" and "Surn" in parse.tag:
            found |= {
                plain(form.word)
                for form in parse.lexeme
                if form.tag.number == "sing" and form.tag.gender == parse.tag.gender
            }
    return frozenset(found)
