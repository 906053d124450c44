"""Which part of a name stands for which. Invented names, and public figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.people.comparison.alignment import align_parts, unpaired, words_of

ALIGNED = {
    "Maria Kalesnikava = Kolesnikova Maria": "Maria=Maria, Kalesnikava=Kolesnikova",
    "Марыя Калеснікава = Maria Kolesnikova": "Марыя=Maria, Калеснікава=Kolesnikova",
    "KALESNIKAVA, Maria = Maria Kalesnikava": "KALESNIKAVA=Kalesnikava, Maria=Maria",
    "Abdul Rahman Misali = Misali Abdulrahman": "Abdul Rahman=Abdulrahman, Misali=Misali",
    "许志永 = Xu Zhiyong": "许志永=Xu Zhiyong",
    "许志永 = Zhiyong Xu": "许志永=Zhiyong Xu",
    "ဝင်းတင် = Win Tin": "ဝင်းတင်=Win Tin",
    "Ivan Ivanavich Prykladau = Prykladau Ivan": "Ivan=Ivan, Prykladau=Prykladau",
    "Ana Ejemplo = Ana Muestra": "Ana=Ana, Ejemplo=Muestra",
    "Ali Ali = Ali Ali": "Ali=Ali, Ali=Ali",
    " = Maria": "",
}


@pytest.mark.parametrize("names", ALIGNED)
def test_parts_stand_for_parts(names: str) -> None:
    left, right = names.split(" = ") if names.strip()[0] != "=" else ("", "Maria")
    pairs = align_parts(left, right)
    assert ", ".join(f"{pair.left}={pair.right}" for pair in pairs) == ALIGNED[names]


def test_what_stands_for_nothing_is_left_over() -> None:
    name = "Ivan Ivanavich Prykladau"
    pairs = align_parts(name, "Ivan Prykladau")
    assert unpaired(name, tuple(pair.left for pair in pairs)) == ("Ivanavich",)


@given(st.text(max_size=40), st.text(max_size=40))
def test_changing_sides_turns_the_pairs(left: str, right: str) -> None:
    there = {(pair.left, pair.right, pair.likeness) for pair in align_parts(left, right)}
    back = {(pair.right, pair.left, pair.likeness) for pair in align_parts(right, left)}
    assert there == back
    assert all(0 <= likeness <= 1 for _, _, likeness in there)


@given(st.text(alphabet="ab -", max_size=30), st.text(alphabet="ab -", max_size=30))
def test_each_part_stands_once(left: str, right: str) -> None:
    pairs = align_parts(left, right)
    taken = [word for pair in pairs for word in pair.left.split()]
    assert sorted([*taken, *unpaired(left, tuple(pair.left for pair in pairs))]) == sorted(
        words_of(left)
    )
