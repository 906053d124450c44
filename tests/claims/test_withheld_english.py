"""Stories of what is kept back: what nobody says, or who will not say it.

All persons, organisations and events are invented. What is expected is the object of each claim.
"""

from __future__ import annotations

import pytest

from claims.test_voices_english import claims_of

WITHHELD: dict[str, tuple[str, list[str]]] = {
    "silent": (
        "The ministry is silent on the fate of the other prisoners.",
        ["fate of the other prisoners"],
    ),
    "would not be drawn": (
        "He would not be drawn on how many students were arrested.",
        ["how many students were arrested"],
    ),
    "neither confirm nor deny": (
        "The ministry would neither confirm nor deny the number of detainees.",
        ["number of detainees"],
    ),
    "declined to say": (
        "The ministry declined to say where they are held.",
        ["where they are held"],
    ),
    "declined to comment on": (
        "The ministry declined to comment on the number of detainees.",
        ["number of detainees"],
    ),
    "yet to": ("The army has yet to acknowledge that it holds him.", ["that it holds him"]),
    "no list": ("No list has been published.", ["No list"]),
    "neither the one nor the other": (
        "The ministry published neither the names nor the charges.",
        ["neither the names"],
    ),
    "a request not answered": (
        "The ministry has not answered our request for the number of detainees.",
        ["number of detainees"],
    ),
    "kept back": ("Six students, whose names we keep back, were freed.", ["whose names"]),
    "not to be published": ("The court will not publish the reasons.", ["reasons"]),
    "told after all": ("The ministry published the names of the detainees.", []),
}


@pytest.mark.parametrize("story", WITHHELD)
def test_what_is_withheld(story: str) -> None:
    text, expected = WITHHELD[story]
    assert [c.object for c in claims_of(text) if c.act.value == "withhold"] == expected
