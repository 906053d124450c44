"""Persons sought by a name or a part of one. They are fictional or public figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.people import MentionKey, Person
from habeas.people.search.persons import Answer, Matched, find_persons
from habeas.people.spellings import spelling_id


def person(*names: str, protected: bool = False) -> Person:
    return Person(
        id=spelling_id(names[0]),
        name=names[0],
        names=names,
        mentions=tuple(MentionKey(claim="c1", name=name) for name in names),
        protected=protected,
    )


PEOPLE = (
    person("Maria Kolesnikova", "Марыя Калеснікава"),
    person("Marina Zolotova"),
    person("Nikolai Statkevich"),
    person("许志永", "Xu Zhiyong"),
    person("Narges Mohammadi"),
    person("Dorian Vell"),
    person("Ada Marr", protected=True),
)


def names(answer: Answer) -> list[str]:
    return [one.person.name for one in answer.found]


@pytest.mark.parametrize(
    ("sought", "found"),
    {
        "Колесникова": "Maria Kolesnikova",
        "kolesnikova": "Maria Kolesnikova",
        "Калеснікава": "Maria Kolesnikova",
        "Золотова": "Marina Zolotova",
        "Статкевич": "Nikolai Statkevich",
        "许": "许志永",
        "许志永": "许志永",
        "محمدی": "Narges Mohammadi",
        "Vell": "Dorian Vell",
        "Dorian Vell": "Dorian Vell",
        "VELL, Dorian": "Dorian Vell",
        "Maria Kolesnikova": "Maria Kolesnikova",
    }.items(),
)
def test_a_person_is_found_by_any_spelling_or_part(sought: str, found: str) -> None:
    assert names(find_persons(sought, PEOPLE))[0] == found


def test_a_family_name_is_told_as_a_part() -> None:
    (first, *_) = find_persons("Колесникова", PEOPLE).found
    assert first.matched is Matched.PART
    assert first.reason.startswith("A part of the name is “")


def test_keys_of_another_keyboard_are_read() -> None:
    answer = find_persons("pjkjnjdf", PEOPLE)
    assert names(answer) == ["Marina Zolotova"]
    assert answer.typed == "Золотова"


def test_all_namesakes_are_found() -> None:
    people = (person("Ada Marr"), person("Adah Marr"), person("Bela Marr"), person("Cy Roe"))
    assert sorted(names(find_persons("Marr", people))) == ["Ada Marr", "Adah Marr", "Bela Marr"]


@pytest.mark.parametrize("sought", ["Ada Marr", "Marr", "Ада Марр", "Vfhh"])
def test_who_is_protected_is_never_found(sought: str) -> None:
    answer = find_persons(sought, PEOPLE)
    told = [*answer.found, *answer.near]
    assert "Ada Marr" not in [one.person.name for one in told]


def test_nobody_is_found_where_nobody_is_like_it() -> None:
    answer = find_persons("Oyelaran Quincunx", PEOPLE)
    assert answer.found == ()
    assert len(answer.near) <= 5


@pytest.mark.parametrize("sought", ["", " ", "12", "…", "\u202e", "\ud800"])
def test_what_is_no_name_finds_nobody(sought: str) -> None:
    assert find_persons(sought, PEOPLE).found == ()


@given(st.text(max_size=60))
def test_no_text_stops_the_search(sought: str) -> None:
    assert len(find_persons(sought, PEOPLE).found) <= len(PEOPLE)
