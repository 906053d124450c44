"""Names met long ago are forgotten, and no pair is the worse for it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from habeas.people.comparison.engine import Engine
from habeas.people.comparison.shelf import Texts
from habeas.people.comparison.weights import shipped_weights


def test_forgetting_changes_no_answer() -> None:
    # Made up.
    lefts = [f"Ada Marr {'abcdefgh'[at % 8]}{at}" for at in range(9000)]
    rights = [f"Марр Ада {'abcdefgh'[at % 7]}{at}" for at in range(9000)]
    whole = Engine(shipped_weights()).likelihoods(lefts, rights)
    forgetful = Engine(shipped_weights(), most_names=100)
    assert forgetful.likelihoods(lefts, rights).tolist() == whole.tolist()


@given(st.lists(st.sampled_from(["", "ada", "Марр", "许志永", "\ud800"]), max_size=1200))
def test_texts_in_few_pieces_are_the_texts(texts: list[str]) -> None:
    kept = Texts()
    for text in texts:
        kept.append(text)
    assert [kept[place] for place in range(len(kept))] == texts


def test_making_room_first_changes_no_answer() -> None:
    engine = Engine(shipped_weights())
    before = engine.likelihoods(["Ada Marr"], ["Марр Ада"]).tolist()
    engine.keep(2)
    engine.make_ready(["Ada Marr", "Bo Marr", "Марр Ада"])
    assert engine.likelihoods(["Ada Marr"], ["Марр Ада"]).tolist() == before
