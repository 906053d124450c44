"""What a person is told about two names. Invented names, and public figures."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.people.comparison.alignment import align_parts
from habeas.people.comparison.reasons import reason_for
from habeas.people.comparison.vetoes import veto_of

TOLD = {
    "Maria Kalesnikava = Maria Kolesnikova": [
        "“Maria” is in both",
        "“Kalesnikava” stands for “Kolesnikova”",
    ],
    "Марыя Калеснікава = Maria Kolesnikova": [
        "“Марыя” stands for “Maria”",
        "the first is in Cyrillic script, the second in Latin",
    ],
    "Mikola Statkevich = Nikolai Statkevich": ["“Mikola” and “Nikolai” are forms of one given"],
    "M. Kalesnikava = Maria Kalesnikava": ["“M.” may be short for “Maria”"],
    "Ivan Petrovich Primeruk = Primeruk Ivan": [
        "their order differs",
        "only the first has the patronymic “Petrovich”",
    ],
    "Juan Ejemplo = Juan Ejemplo Muestra": ["only the second has", "“Muestra”"],
    "José Pérez García = José Pérez": ["only the first has the second family name “García”"],
    "Dr Salim Haddad = Salim Haddad": ["only the first has the title “Dr”"],
    "John Q. Sample = John Sample": ["only the first has the initial “Q.”"],
    "Abdul Rahman = Abdulrahman": ["“Abdul Rahman” is written “Abdulrahman”"],
    "Kim Yejeul = Kin Yejeul": ["two names: short parts differ by a letter (“Kim”, “Kin”)"],
    "نرگس محمدی = Narges Mohammadi": ["“\u2068نرگس محمدی\u2069” and “Narges Mohammadi”"],
    "a\u200bb\u202e = ab": ["“ab” and “ab” are"],
}


def told(left: str, right: str, probability: float = 0.9) -> str:
    pairs = align_parts(left, right)
    return reason_for(left, right, probability, pairs, veto_of(left, right, pairs))


@pytest.mark.parametrize("names", TOLD)
def test_a_person_is_told_what_to_check(names: str) -> None:
    left, right = names.split(" = ")
    reason = told(left, right)
    assert [words for words in TOLD[names] if words not in reason] == []


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (1.0, "are very likely one name"),
        (0.6, "are likely one name"),
        (0.1, "may be one name or two"),
        (0.0, "are hardly one name"),
    ],
)
def test_the_words_follow_the_probability(probability: float, words: str) -> None:
    assert words in told("Ana Ejemplo", "Anna Ejemplo", probability)


@given(st.text(max_size=120), st.text(max_size=120), st.floats(0, 1))
def test_every_reason_is_one_plain_sentence(left: str, right: str, probability: float) -> None:
    reason = told(left, right, probability)
    assert reason.endswith(".")
    assert "\n" not in reason
    reason.encode()
    isolates = [c for c in reason if unicodedata.category(c) == "Cf" and c in "\u2068\u2069"]
    assert isolates == ["\u2068", "\u2069"] * (len(isolates) // 2)
