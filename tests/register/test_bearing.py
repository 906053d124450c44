"""Who bears one of some names; a word of one and a word of another make none. All invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.register.bearing import Bearing
from habeas.register.veil import Veil

PROTECTED = ("Maryna Kalinovska", "Ворнакова Лидия Петровна", "许志永")
BEARING = Bearing(PROTECTED)


@pytest.mark.parametrize(
    "spelling",
    [
        "Maryna Kalinovska",
        "Kalinovska Maryna",
        "KALINOVSKA, Maryna",
        "Марына Каліноўская",
        "Марыны Калиновской",
        "M. Kalinovska",
        "Kalinovska",
        "Maryna",
        "Marina Kalinovskaya",
        "MKalinovska",
        "Lidia Vornakova",
        "Лидии Ворнаковой",
        "Vornakova Lidiya",
        "Lidia Petrovna",
        "许志永",
        "Xu Zhiyong",
    ],
)
def test_a_name_is_borne_in_every_spelling(spelling: str) -> None:
    assert BEARING.holds(spelling)


@pytest.mark.parametrize(
    "spelling",
    [
        "Maryna Vornakova",
        "Лидия Калиновская",
        "Kalinovska Lidia Petrovna",
        "Maryna Petrovna Kalinovska",
        "Maryna Sundovich",
        "Olga Kalinovska",
    ],
)
def test_words_of_two_names_or_of_one_and_others_make_none(spelling: str) -> None:
    assert not BEARING.holds(spelling)


@given(
    st.lists(st.sampled_from(["Ana Ruiz", "Ivan Zenda", "Zenda Olga", "Mia Toll"]), min_size=1),
    st.sampled_from(
        ["Ana Zenda", "Ivan Zenda", "Olga Zendy", "Toll", "Mia Ruiz", "Ana", "A. Ruiz"]
    ),
)
def test_who_bears_one_of_many_bears_one_by_itself(names: list[str], spelling: str) -> None:
    by_itself = [name for name in names if Bearing([name]).holds(spelling)]
    assert Bearing(names).holds(spelling) == bool(by_itself)
    if by_itself:
        hidden = Veil(names=frozenset(names)).hide(spelling)
        assert not any(map(str.isalnum, hidden))
