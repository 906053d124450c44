"""What tells two much alike names apart. Invented names, and public figures."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.people.comparison.alignment import align_parts
from habeas.people.comparison.vetoes import veto_of

VETOED = {
    "gendered endings": [
        "Siarhei Prykladau = Siarhei Prykladava",
        "Сергей Примеров = Сергея Примерова",
        "Sasha Primerov = Sasha Primerova",
        "Sasza Przykładowski = Sasza Przykładowska",
        "V. Primersky = V. Primerskaya",
        "Vaidas Pavyzdauskas = V. Pavyzdauskienė",
        "A. Dæmison = A. Dæmidóttir",
        "A. Paradeigmopoulos = A. Paradeigmopoulou",
        "Nguyễn Văn Ví = Nguyễn Thị Ví",
        "U Thein Maung Oo = Daw Thein Maung Oo",
        "Mr A. Sample = Mrs A. Sample",
        "Sasha Ivanovich Primeruk = Sasha Ivanovna Primeruk",
    ],
    "patronymics": [
        "Ivan Petrovich Primeruk = Ivan Ivanovich Primeruk",
        "Иван Петрович Примерук = Иван Сергеевич Примерук",
        "Ivan Piatrovich Primeruk = Иван Иванович Примерук",
    ],
    "known names": [
        "Olga Primeruk = Oleg Primeruk",
        "Олег Примерук = Olga Primeruk",
        "Ivan Primeruk = Igor Primeruk",
        "Примерук Иван = Примерук Игорь",
        "Mario Ejemplo = Maria Ejemplo",
        "Carlo Esempio = Carla Esempio",
        "Karim Misali = Karima Misali",
        "Hassan al-Mithal = Hussein al-Mithal",
        "Petr Příklad = Petra Příkladová",
        "Karim al-Hassan = Karim al-Hussein",
        "محمد الحسن = محمد الحسين",
    ],
    "one character": ["习近平 = 习近朋", "许志永 = 许志丰", "김민준 = 김민중"],
    "short parts": [
        "Kim Yejeul = Kin Yejeul",
        "Li Wei = Lu Wei",
        "Zhang Shili = Zhong Shili",
        "Kim Min = Kim Mun",
    ],
    "first letters": ["Juan Fernández = Juan Hernández", "Ivan Beyer = Ivan Meyer"],
    "family names differ": [
        "Andrei Kovalchuk = Andrei Kovalenko",
        "Ivan Petrov = Ivan Petrenko",
        "Иван Ковалёв = Ivan Kovalenko",
    ],
    "the letters stand": ["Marek Lis = Marek Sil"],
    "numbers": ["Karim Misali I = Karim Misali II", "John Sample Jr. = John Sample Sr."],
}
LET_BE = [
    "Maria Kalesnikava = Maria Kolesnikova",
    "Siarhei Tsikhanouski = Sergei Tikhanovsky",
    "Mikola Statkevich = Nikolai Statkevich",
    "Uladzimir Prykladau = Vladimir Primerov",
    "Viktar Babaryka = Viktor Babariko",
    "Anna Ivanova = Anna Ivanov",
    "Angela Beispiel = Angela Beispielová",
    "Ivan Piatrovich Primeruk = Иван Петрович Примерук",
    "Ivan Mikalaevich Primeruk = Ivan Nikolaevich Primeruk",
    "Ivan Petrovich Primeruk = Ivan Primeruk",
    "Lee Yejeul = Li Yejeul",
    "Yi Yejeul = Rhee Yejeul",
    "Sergei Primeruk = Sergey Primeruk",
    "Olga Primeruk = Olha Primeruk",
    "Asef Misali = Asif Misali",
    "Omar Misali = Umar Misali",
    "Yusuf Misali = Joseph Misali",
    "Juan Carlos Ejemplo = Juan Miguel Ejemplo",
    "J. Ejemplo = Juan Ejemplo",
    "Karim Misali = Karim Misali II",
    "Mikita Prykladau = Nikita Prykladau",
    "Javier Ejemplo = Xavier Ejemplo",
    "Viktar Babaryka = Viktor Babariko",
    "Nikol Pashinyan = Nikol Pashinian",
    "Maira Ejemplo = Maria Ejemplo",
    "許志永 = 许志永",
    "",
]


@pytest.mark.parametrize(("rule", "names"), [(r, n) for r, ns in VETOED.items() for n in ns])
def test_a_letter_tells_two_persons_apart(rule: str, names: str) -> None:
    left, right = names.split(" = ")
    veto = veto_of(left, right, align_parts(left, right))
    assert veto is not None
    assert veto.startswith(rule)
    assert veto == veto_of(right, left, align_parts(right, left))


@pytest.mark.parametrize("names", LET_BE)
def test_spellings_of_one_name_are_let_be(names: str) -> None:
    left, _, right = names.partition(" = ")
    assert veto_of(left, right, align_parts(left, right)) is None


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_veto_is_the_same_from_both_sides(left: str, right: str) -> None:
    assert veto_of(left, right, align_parts(left, right)) == veto_of(
        right, left, align_parts(right, left)
    )


@given(st.text(max_size=80))
def test_a_name_is_never_vetoed_against_itself(name: str) -> None:
    assert veto_of(name, name, align_parts(name, name)) is None


def test_tables_hold_each_name_once_a_row() -> None:
    data = files("habeas.people.comparison") / "data"
    for table in ("given_names.tsv", "short_names.tsv"):
        lines = (data / table).read_text(encoding="utf-8").splitlines()
        rows = [line.split("\t") for line in lines if line[0] != "#"]
        assert len(rows) > 100
        assert [row for row in rows if len(set(row)) < len(row)] == []
    assert {row[0] for row in _given_names()} == {"f", "m"}


def _given_names() -> list[list[str]]:
    text = (files("habeas.people.comparison") / "data" / "given_names.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line[0] != "#"]
