"""Which gender the form of a name shows. Public figures, common names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.people import NamePart, PartKind
from habeas.people.names.genders import gender_of

FAMILY = {
    "f": "Калеснікава Колесникова Тихановская Ціханоўская Петрова-Иванова Пушкина Ivanova "
    "Petrova Kalesnikava Tsikhanouskaya Tikhanovskaya Tikhanovskaja Kowalska Wysocka Nováková "
    "Dvorakova Landsbergytė Grybauskaitė Grybauskaite Ramanauskienė Ramanauskiene Bērziņa "
    "Petkova Груевска Papadopoulou Παπαδοπούλου Левицька Белая",
    "m": "Колесников Тихановский Ціханоўскі Пушкин Ivanov Medvedev Tsikhanouski Tikhanovsky "
    "Kowalski Wysocki Landsbergis-Adamkevičius Ramanauskas Bērziņš Груевски Papadopoulos "
    "Παπαδόπουλος Левицький Белый Кавалёў Kavaloŭ Ivanovs",
    "": "Casanova Villanueva Nova Eva Лев Putin Berlin Martin Lukashenko Лукашенко Stefanchuk "
    "Статкевіч Statkevich Abramovich Цой Zhou Pompidou Trudeau Srivastava Thomas Vargas "
    "Smith Marx Koski Suzuki Γεωργίου Georgiou Kawasaki Salman 习 محمدی",
}

OTHER = {
    "Александровна patronymic": "f",
    "Викторович patronymic": "m",
    "Mikalaeuna patronymic": "f",
    "Аляксандраўна patronymic": "f",
    "Николаевич patronymic": "m",
    "qizi patronymic": "f",
    "oglu patronymic": "m",
    "Jónsdóttir patronymic": "f",
    "Jónsson patronymic": "m",
    "bint particle": "f",
    "bin particle": "m",
    "van particle": "",
    "Марина given": "",
    "Яков given": "",
    "Яков unknown": "",
    "Станислав unknown": "",
    "Путина unknown": "",
    "Иванова unknown": "f",
}


@pytest.mark.parametrize(
    ("name", "gender"), [(name, gender) for gender in FAMILY for name in FAMILY[gender].split()]
)
def test_the_form_of_a_family_name_shows_a_gender(name: str, gender: str) -> None:
    assert (gender_of(NamePart(text=name, kind=PartKind.FAMILY)) or "") == gender


@pytest.mark.parametrize(("row", "gender"), OTHER.items(), ids=OTHER)
def test_so_do_other_parts(row: str, gender: str) -> None:
    text, kind = row.split()
    assert (gender_of(NamePart(text=text, kind=PartKind(kind))) or "") == gender


@given(st.text(st.characters(codec=None)), st.sampled_from(PartKind))
def test_any_part_has_a_gender_or_none(text: str, kind: PartKind) -> None:
    assert gender_of(NamePart(text=text, kind=kind)) in {"f", "m", None}
