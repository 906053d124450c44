"""Names met long ago are forgotten, and no pair is the worse for it."""

from __future__ import annotations

from habeas.people.comparison.engine import Engine
from habeas.people.comparison.weights import shipped_weights


def test_forgetting_changes_no_answer() -> None:
    # Made up.
    lefts = [f"Ada Marr {'abcdefgh'[at % 8]}{at}" for at in range(9000)]
    rights = [f"Марр Ада {'abcdefgh'[at % 7]}{at}" for at in range(9000)]
    whole = Engine(shipped_weights()).likelihoods(lefts, rights)
    forgetful = Engine(shipped_weights(), most_names=100)
    assert forgetful.likelihoods(lefts, rights).tolist() == whole.tolist()
