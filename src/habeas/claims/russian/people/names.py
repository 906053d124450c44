"""Names: the spans that the parser marks, and a person's name in the nominative."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from habeas.claims.russian.lexicon import russian
from habeas.claims.russian.parse.lemmas import CASES, parses, plain
from habeas.claims.russian.parse.parsing import Sentence, Word
from habeas.claims.russian.people.name_forms import KIN, Form, by_end, name_forms, word_forms

_REMEMBERED = 4_096
"""Names whose forms are kept: one report tells the same people again and again."""
_OF_PERSONS = frozenset({"Name", "Surn", "Patr"})
_ALIKE = {"accs": ("accs", "gent"), "gent": ("gent", "accs")}
"""Cases of people that look alike."""
_SHORTEST = 3
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
            if kind == "PER" and last + 1 < len(words) and words[last + 1].text in KIN:
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

    Case and gender are those that the words of the name allow together; of several
    the one that the verb wants, then the one that the parser tells. A word that has
    no such form (a foreign surname, an initial) stays as it is written.

    Args:
        words: The words of the name, in order; never empty.
        stands: The case that its verb or its role wants it in; "" for unknown.
    """
    form = _form_of(words, stands)
    if form is None or form[1] == "nomn":
        return "".join(_spaced(words, n, word.text) for n, word in enumerate(words))
    return "".join(_spaced(words, n, _bent(word, form)) for n, word in enumerate(words))


def _form_of(words: Sequence[Word], stands: str) -> Form | None:
    """The gender and case of a name; None where nothing tells."""
    pools = name_forms([w.text for w in words])
    case = CASES.get(stands) or _case(words)
    alike = _ALIKE.get(case, (case,))
    gender = _gender(words)
    told = [pool for pool in pools if pool]
    if not told:
        return (gender or "masc", case)
    # Where the parser takes the name for another case than its verb wants, all words must allow it.
    for pool in told if case == _case(words) else told[:1]:
        fits = [form for form in pool if form[1] in alike]
        if fits:
            return min(fits, key=lambda f: (f[0] != gender, f[1] != case, f))
    return min(told[0], key=lambda f: (f[0] != gender, f[1] != "nomn", f))


def _bent(word: Word, form: Form) -> str:
    if len(word.text) < _SHORTEST or not word.text[0].isalpha() or word.text.lower() in KIN:
        return word.text
    return "-".join(_part(part, form) for part in word.text.split("-"))


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


def _part(written: str, form: Form) -> str:
    """One part of a name in the nominative, by the dictionary of names, else by its end."""
    gender, case = form
    if written.lower() in KIN:
        return written
    parse = _fitting(written, gender, case)
    if parse is None:
        return by_end(written, form) if form in word_forms(written) else written
    own = parse.tag.gender
    told = parse.inflect({"nomn", "sing"} | ({own} if own and "Surn" in parse.tag else set()))
    found = str(told.word) if told is not None else str(parse.normal_form)
    if "ё" not in written.lower():
        found = found.replace("ё", "е")
    return found.capitalize() if written[0].isupper() else found


def _fitting(written: str, gender: str, case: str) -> Any | None:
    """What the dictionary knows as a person's name in this case and gender; None for nothing."""
    cases = _ALIKE.get(case, (case,))
    fits = [
        p
        for p in parses(written)
        if p.tag.case in cases
        and p.tag.number == "sing"
        and str(p.tag.gender) in (gender, "None")
        and _OF_PERSONS & p.tag.grammemes
        and p.is_known
    ]
    return max(fits, key=lambda p: ("Fixd" not in p.tag, p.score), default=None)


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
