"""Many names are sought at once as each would be by itself. The words are invented."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from habeas.register.likeness import Alike, Likeness, alike, bones
from habeas.register.spotting import Spotter

# Few letters, so that words are often alike.
WORDS = st.text("abek", min_size=2, max_size=10)


@given(st.lists(WORDS, max_size=8), WORDS)
def test_a_word_is_like_many_where_it_is_alike_to_one(words: list[str], written: str) -> None:
    likeness = Likeness(words)
    assert likeness.holds(written) == any(alike(word, written) for word in words)
    longer = [w for w in words if written[: len(w)] == w and len(w) >= 4]
    inflected = any(len(written) - len(word) <= 3 for word in longer)
    assert likeness.begins(written) == (written in words or inflected)


@given(st.frozensets(WORDS, max_size=8), WORDS)
def test_the_words_that_one_is_like_are_those_it_is_alike_to(
    words: frozenset[str], written: str
) -> None:
    same = {word for word in words if bones(word) == bones(written)}
    assert Alike(words).to(written) == same | {word for word in words if alike(word, written)}


@given(st.frozensets(WORDS, max_size=8), st.text("abek\x00", max_size=30))
def test_words_are_found_where_they_stand(words: frozenset[str], letters: str) -> None:
    spotter = Spotter(words)
    for place in range(len(letters)):
        found = {word for word in words if letters.startswith(word, place)}
        assert set(spotter.at(letters, place)) == found
    assert spotter.is_in(letters) == any(word in letters for word in words)
