"""Whose somebody is: "жена Павла Зорина", "адвокат Соль Игорь Малин"."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.claims.russian.parse.lemmas import CASES, parses
from habeas.claims.russian.parse.parsing import Word
from habeas.claims.russian.people.name_forms import can_stand, name_forms

_KIN = {
    "femn": frozenset("жена мать сестра дочь вдова супруга бабушка невеста мама тетя".split()),
    "masc": frozenset("муж отец брат сын супруг дедушка жених папа дядя внук".split()),
}
_WHOLE = 3
"""Words of a name that holds a surname before a full name."""


def is_whose(role: Word, name: Sequence[Word]) -> bool:
    """True where a name after a noun for kin tells whose they are, by gender or by the parse."""
    gender = next((g for g, nouns in _KIN.items() if role.lemma in nouns), None)
    if gender is None:
        return False
    told = next(filter(None, name_forms([w.text for w in name])), frozenset())
    cases = {str(p.tag.case) for p in parses(role.text) if p.tag.POS == "NOUN"}
    if told and gender not in {own for own, case in told if case in cases}:
        return True
    return name[0].rel == "nmod" and name[0].head == role.i and name[0].case == "Gen"


def is_kin(word: Word) -> bool:
    """True for one relative: "жена", "брата"."""
    return any(word.lemma in nouns for nouns in _KIN.values())


def own_name(head: Word, name: Sequence[Word]) -> Sequence[Word]:
    """The words of a name that are the speaker's own; empty where it only tells whose they are.

    Args:
        head: The noun that the phrase hangs by.
        name: The words of a name in the phrase, in order.
    """
    if head.entity == "PER" or head.i > name[0].i or not head.case:
        return name
    if is_whose(head, name):
        return ()
    case = CASES.get(head.case, "nomn")
    if head.case != "Gen":
        first = next((n for n, w in enumerate(name) if w.case != "Gen"), None)
        if first is None:
            return ()
        alone = first and not can_stand([w.text for w in name[:first]], case)
        if alone and can_stand([w.text for w in name[first:]], case):
            return name[first:]
    beside = len(name) > 1 and _is_given(name[1]) and _is_surname(name[0])
    whole = len(name) >= _WHOLE and not _is_patronymic(name[2])
    owned = not can_stand([name[0].text], case)
    return name[1:] if beside and (whole or owned) else name


def _is_given(word: Word) -> bool:
    return any("Name" in p.tag and p.is_known for p in parses(word.text))


def _is_surname(word: Word) -> bool:
    return any("Surn" in p.tag for p in parses(word.text)) or not _is_given(word)


def _is_patronymic(word: Word) -> bool:
    return any("Patr" in p.tag for p in parses(word.text))
