"""States in Russian words, and which phrases are a state's."""

from __future__ import annotations

import pytest

from habeas.claims.russian.states import russian_state, russian_states

STATES = {
    "Беларуси": "BY",
    "Белоруссия": "BY",
    "Республика Беларусь": "BY",
    "в Литву": "LT",
    "США": "US",
    "Президент Беларуси": "BY",
    "белорусские власти": "BY",
    "литовский МИД": "LT",
    "Координационный штаб Украины": "UA",
    "посольство США в Вильнюсе": "US",
    "правозащитники Беларуси": None,
    "бывший президент Беларуси": None,
    "граждане Литвы": None,
    "посольство Литвы в Польше": None,
    "МВД": None,
    "Минск": None,
    "кубы": None,
    "Belarus": None,
}


@pytest.mark.parametrize(("words", "code"), STATES.items(), ids=STATES)
def test_a_phrase_is_a_states(words: str, code: str | None) -> None:
    assert russian_state(words) == code


def test_states_that_a_text_names() -> None:
    text = "Из Беларуси в Украину передали 12 литовцев и польского журналиста."
    assert russian_states(text) == {"BY", "UA", "LT", "PL"}
    assert russian_states("Twelve Lithuanians were taken to Ukraine.") == frozenset()
