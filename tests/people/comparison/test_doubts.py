"""When a person must look although two spellings are as good as one. Invented names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.people.comparison import compare_names
from habeas.people.comparison.alignment import align_parts
from habeas.people.comparison.compare import DOUBTED
from habeas.people.comparison.doubts import doubt_of

DOUBTED_NAMES = {
    "Sasha Prykladau = Alexander Prykladau": "one is a pet name",
    "王伟 = 王炜": "a character differs, though read alike",
    "Nguyễn Văn Hùng = Nguyễn Văn Hưng": "marks differ",
    "Lee Yejeul = Li Yejeul": "short parts are two names, or one in two spellings",
    "משה כהן = משה כהנא": "a letter differs in a short part",
    "Juan Pérez Gómez = Juan Gómez Pérez": "the parts stand in another order",
    "Li Wei = Wei Li": "either part may be the family name",
    "Abu Karim al-Halabi = Karim al-Halabi": "with “Abu” it names the father",
}
CLEAR = [
    "Maria Kalesnikava = Maria Kolesnikova",
    "Nguyễn Văn Hùng = Nguyen Van Hung",
    "許志永 = 许志永",
    "Juan Pérez Gómez = Pérez Gómez, Juan",
    "Prykladau Ivan Ivanavich = Ivan Ivanavich Prykladau",
    "Abu Bakr Misali = Abu Bakr al-Misali",
    "Mikola Prykladau = Nikolai Prykladau",
]


@pytest.mark.parametrize("names", DOUBTED_NAMES)
def test_a_person_must_look(names: str) -> None:
    left, right = names.split(" = ")
    doubt = doubt_of(left, right, align_parts(left, right))
    assert doubt is not None
    assert doubt.startswith(DOUBTED_NAMES[names])
    assert compare_names(left, right).probability <= DOUBTED


@pytest.mark.parametrize("names", CLEAR)
def test_nothing_is_odd(names: str) -> None:
    left, right = names.split(" = ")
    assert doubt_of(left, right, align_parts(left, right)) is None


@given(st.text(max_size=40), st.text(max_size=40))
def test_whether_there_is_a_doubt_is_the_same_from_both_sides(left: str, right: str) -> None:
    there = doubt_of(left, right, align_parts(left, right))
    back = doubt_of(right, left, align_parts(right, left))
    assert (there is None) == (back is None)


def test_the_reason_says_what_to_look_at() -> None:
    reason = compare_names("王伟", "王炜").reason
    assert "likely one name: a character differs, though read alike (“王伟”, “王炜”)" in reason
