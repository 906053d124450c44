"""Capitals as those who act."""

from __future__ import annotations

from importlib.resources import files

import pytest

from habeas.claims.capitals import actor_state, capital_state
from habeas.claims.states import state_code

ACTORS = {
    "Washington": "US",
    "Washington, D.C.": "US",
    "Minsk": "BY",
    "Moscow’s": "RU",
    "Kyiv": "UA",
    "Kiev": "UA",
    "Georgetown": "GY",
    "US Treasury": "US",
    "the Belarusian head of state": "BY",
    "a court in Minsk": None,
    "Minsk residents": None,
    "the mayor of Warsaw": None,
    "minsk": None,
    "Brussels": None,
    "Jerusalem": None,
    "": None,
    None: None,
}


@pytest.mark.parametrize(("words", "code"), ACTORS.items(), ids=map(str, ACTORS))
def test_who_acts(words: str | None, code: str | None) -> None:
    assert actor_state(words) == code


def test_each_capital_is_of_one_state_and_no_other_name_of_it() -> None:
    text = (files("habeas.claims") / "data" / "capitals.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    assert len(rows) == len({code for code, _ in rows}) > 180
    names = [name for _, cell in rows for name in cell.split("|")]
    assert len(names) == len(set(names))
    for code, cell in rows:
        for name in cell.split("|"):
            assert capital_state(name) == code
            assert state_code(name) is None
