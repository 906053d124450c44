"""The words by which an Edition is searched: one sound, whatever script it is written in."""

from __future__ import annotations

from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.people import Person
from habeas.people.search.words import joined_sounds_of, sounds_of, word_sounds
from habeas.register.edition_words import WordIndex, places_of

ONE_NAME = {
    "Cyrillic": ("Maria Kolesnikova", "Мария Колесникова"),
    "Belarusian": ("Maryia Kalesnikava", "Марыя Калеснікава"),
    "Arabic": ("Mohamed Ali", "محمد علي"),
    "Han": ("Xu Zhiyong", "许志永"),
    "accents": ("Jose Garcia", "José García"),
    "case and hyphen": ("ANNA-MARIA", "Anna Maria"),
}


@pytest.mark.parametrize("story", ONE_NAME)
def test_one_name_in_two_scripts_shares_a_reading(story: str) -> None:
    left, right = ONE_NAME[story]
    assert set(sounds_of(left)) & set(sounds_of(right))


def test_a_name_run_together_is_one_word() -> None:
    assert joined_sounds_of("Anna Maria") == joined_sounds_of("Anna-Maria") == {"anamaria"}
    assert joined_sounds_of("Anna") == frozenset()


def test_words_of_one_letter_are_not_kept() -> None:
    assert word_sounds("a") == word_sounds("█") == frozenset()
    assert word_sounds("Лосик") & word_sounds("Losik")


@given(st.lists(st.integers(0, 10**9), min_size=1, unique=True).map(sorted))
def test_places_come_out_as_they_went_in(places: list[int]) -> None:
    index = WordIndex()
    for place in places[:50]:
        person = Person(id="p", name="Ada", names=("Ada",), mentions=())
        index.add_person(place, person)
    ((table, (kind, word, cell)),) = index.rows()
    assert (table, kind, word) == ("search_word", "person", "ada")
    assert places_of(str(cell)) == places[:50]


@given(
    st.lists(st.sampled_from(["Ada Example", "Ben Sample", "Зоя Тестова", "Ada"]), max_size=30),
    st.integers(0, 6),
)
def test_words_that_were_put_away_come_back_in_their_order(names: list[str], held: int) -> None:
    with closing(WordIndex()) as here, closing(WordIndex(held)) as away:
        for place, name in enumerate(names):
            person = Person(id="p", name=name, names=(name,), mentions=())
            for index in (here, away):
                index.add_person(place, person)
        assert list(away.rows()) == list(here.rows())
