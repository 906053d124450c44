"""In which gender and case a person's name can stand, by all of its words together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from habeas.claims.russian.lexicon import word_list
from habeas.claims.russian.parse.lemmas import parses

type Form = tuple[str, str]
"""Gender (`masc`, `femn`) and case of the dictionary (`nomn`, `gent`, …)."""

_REMEMBERED = 8_192
_ALL = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_OF_PERSONS = frozenset({"Name", "Surn", "Patr"})
_VOWELS = "аеёиоуыэюя"
_SHORTEST = 3
KIN = word_list("people", "name_forms.kin")
"""Words after a father's name that make a patronymic of it in the Turkic manner."""

# Surnames whose ends tell gender and case for certain, longest ends first.
_SURNAMES: tuple[tuple[tuple[str, ...], tuple[Form, ...]], ...] = (
    (
        ("овой", "евой", "ёвой", "иной", "ыной", "ской", "цкой"),
        (("femn", "gent"), ("femn", "datv"), ("femn", "ablt"), ("femn", "loct")),
    ),
    (("ская", "цкая", "ная", "вая"), (("femn", "nomn"),)),
    (("скую", "цкую", "ную", "вую"), (("femn", "accs"),)),
    (("ского", "цкого", "ного", "вого"), (("masc", "gent"), ("masc", "accs"))),
    (("скому", "цкому", "ному", "вому"), (("masc", "datv"),)),
    (("овым", "евым", "ёвым", "иным", "ыным", "ским", "цким"), (("masc", "ablt"),)),
    (("ском", "цком"), (("masc", "loct"),)),
    (("ский", "цкий", "ов", "ев", "ёв"), (("masc", "nomn"),)),
    (
        ("ова", "ева", "ёва", "ина", "ына"),
        (("femn", "nomn"), ("masc", "gent"), ("masc", "accs")),
    ),
    (("ову", "еву", "ёву", "ину", "ыну"), (("femn", "accs"), ("masc", "datv"))),
    (("ове", "еве", "ине", "ыне"), (("masc", "loct"),)),
)
_AS_WRITTEN: tuple[Form, ...] = (("masc", "nomn"), ("femn", "nomn"))
"""Names of other languages may end so: "Ротару", "Аннагельды", "Хосе"."""
_ROMANIAN = ("яну", "ану", "еску", "ску", "ару")
"""Ends of surnames that stay the same in all cases, unless a man's dative made them."""
# What the end of any other word of a name allows.
_ENDS: tuple[tuple[tuple[str, ...], tuple[Form, ...]], ...] = (
    (("ым", "им"), (("masc", "ablt"), ("masc", "nomn"), *((("femn", c)) for c in _ALL))),
    (("ом", "ем", "ём"), (("masc", "ablt"), ("masc", "nomn"), *((("femn", c)) for c in _ALL))),
    (
        ("ой", "ей"),
        (("femn", "ablt"), ("femn", "gent"), ("femn", "datv"), ("femn", "loct"), ("masc", "nomn")),
    ),
    (("а", "я"), (("femn", "nomn"), ("masc", "gent"), ("masc", "accs"), ("masc", "nomn"))),
    (("дзе", "швили", "ели", "иани"), ()),
    (_ROMANIAN, ()),
    (("у", "ю"), (("masc", "datv"), ("femn", "accs"), ("masc", "accs"), *_AS_WRITTEN)),
    (("ы",), (("femn", "gent"), ("masc", "gent"), *_AS_WRITTEN)),
    (
        ("е",),
        (("femn", "datv"), ("femn", "loct"), ("masc", "loct"), ("masc", "datv"), *_AS_WRITTEN),
    ),
)
_OF_A_MAN = (
    ("кого", "кий"),
    ("ого", "ый"),
    ("его", "ий"),
    ("ия", "ий"),
    ("ея", "ей"),
    ("ая", "ай"),
)
_OF_A_WOMAN = (("ской", "ская"), ("цкой", "цкая"), ("ой", "а"), ("ей", "я"))
_BACK: dict[Form, tuple[tuple[str, str], ...]] = {
    ("masc", "gent"): (*_OF_A_MAN, ("а", ""), ("я", "ь")),
    ("masc", "accs"): (*_OF_A_MAN, ("а", ""), ("я", "ь"), ("у", "а"), ("ю", "я")),
    ("masc", "datv"): (
        ("кому", "кий"),
        ("ому", "ый"),
        ("ему", "ий"),
        ("ию", "ий"),
        ("ею", "ей"),
        ("аю", "ай"),
        ("у", ""),
        ("ю", "ь"),
    ),
    ("masc", "ablt"): (
        ("ским", "ский"),
        ("цким", "цкий"),
        ("ым", ""),
        ("иным", "ин"),
        ("ием", "ий"),
        ("еем", "ей"),
        ("ом", ""),
        ("ем", "ь"),
    ),
    ("masc", "loct"): (("ском", "ский"), ("цком", "цкий"), ("е", "")),
    ("femn", "accs"): (("скую", "ская"), ("цкую", "цкая"), ("ую", "ая"), ("у", "а"), ("ю", "я")),
    ("femn", "gent"): (
        *_OF_A_WOMAN,
        ("ии", "ия"),
        ("ки", "ка"),
        ("ги", "га"),
        ("хи", "ха"),
        ("ы", "а"),
        ("и", "я"),
    ),
    ("femn", "datv"): (*_OF_A_WOMAN, ("ии", "ия"), ("е", "а")),
    ("femn", "loct"): (*_OF_A_WOMAN, ("ии", "ия"), ("е", "а")),
    ("femn", "ablt"): _OF_A_WOMAN,
}
_BARE: tuple[Form, ...] = (("masc", "nomn"), *(("femn", case) for case in _ALL))
"""A consonant at the end: a man in the nominative, or a woman in any case ("Коваль")."""
_EVERY = frozenset((gender, case) for gender in ("masc", "femn") for case in _ALL)


def name_forms(words: Sequence[str]) -> tuple[frozenset[Form], ...]:
    """Genders and cases in which the words of a name can stand, the better told first.

    All words together, those of them that the dictionary or their end tells for certain, the
    surname alone. Each is empty where its words contradict each other or tell nothing.

    Args:
        words: The name's words as written; initials tell nothing.
    """
    return _forms(tuple(words))


def can_stand(words: Sequence[str], case: str) -> bool:
    """True where a name can stand in a case of the dictionary, as far as its words tell."""
    told = next(filter(None, name_forms(words)), frozenset())
    return not told or any(own == case for _, own in told)


def word_forms(word: str) -> frozenset[Form]:
    """Genders and cases in which one word of a name can stand."""
    return _of_word(word, is_last=True)[0]


@lru_cache(maxsize=_REMEMBERED)
def _forms(words: tuple[str, ...]) -> tuple[frozenset[Form], ...]:
    told = [w for w in words if len(w) > 1 and w[0].isalpha() and w.lower() not in KIN]
    sets = [_of_word(w, is_last=n == len(told) - 1 and n > 0) for n, w in enumerate(told)]
    every = _common([forms for forms, _ in sets])
    if not every and told and told[-1].lower().endswith("ой"):
        # "Дмитрий Полевой": a man's surname that looks like a woman's in another case.
        every = _common([*(forms for forms, _ in sets[:-1]), frozenset({("masc", "nomn")})])
    return every, _common([f for f, known in sets if known]), _common([f for f, _ in sets[-1:]])


def by_end(word: str, form: Form) -> str:
    """A word of a name in the nominative, by its end alone; as it is where no end fits.

    >>> by_end("Гулшоеву", ("masc", "datv")), by_end("Худоёрбекову", ("femn", "accs"))
    ('Гулшоев', 'Худоёрбекова')
    """
    if word.endswith(_ROMANIAN) and (form != ("masc", "datv") or word.endswith("ску")):
        return word
    for end, other in _BACK.get(form, ()):
        if word.endswith(end) and len(word) > len(end) + 1:
            return word.removesuffix(end) + other
    return word


def _common(sets: Sequence[frozenset[Form]]) -> frozenset[Form]:
    return frozenset.intersection(*sets) if sets else frozenset()


def _of_word(word: str, *, is_last: bool) -> tuple[frozenset[Form], bool]:
    """The forms of one word, and whether its end or the dictionary tells them for certain."""
    parts = word.lower().split("-")
    if len(parts) > 1 and parts[-1] in KIN:
        return _EVERY, False
    parts = [part for part in parts if part not in KIN]
    part = parts[-1] if parts and len(parts[-1]) >= _SHORTEST else word.lower()
    if part.endswith(tuple(KIN)):
        return _EVERY, False
    for ends, forms in _SURNAMES:
        if part.endswith(ends) and len(part) > max(map(len, ends)) and not _is_given(part):
            return frozenset(forms), True
    known = {
        (str(p.tag.gender), str(p.tag.case))
        for p in parses(part)
        if _OF_PERSONS & p.tag.grammemes and p.tag.number == "sing" and _is_sure(p)
    }
    told = frozenset((g, _plain_case(c)) for g, c in known if g in ("masc", "femn"))
    if told and not is_last:
        return told, True
    return told | _by_end(part), bool(told)


def _is_given(word: str) -> bool:
    """ "Марина", "Лев": a given name whose end is one of surnames."""
    return any("Name" in p.tag and p.is_known for p in parses(word))


def _is_sure(parse: Any) -> bool:
    return bool(parse.is_known)


def _plain_case(case: str) -> str:
    return {"gen2": "gent", "acc2": "accs", "loc2": "loct", "gen1": "gent"}.get(case, case)


def _by_end(word: str) -> frozenset[Form]:
    for ends, forms in _ENDS:
        if word.endswith(ends):
            return frozenset(forms) or _EVERY
    if word[-1] not in _VOWELS:
        return frozenset(_BARE)
    # "Исаенко", "Гамсахурдиа", "Али": the same in all cases.
    return _EVERY
