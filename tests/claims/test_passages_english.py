"""Stories of passages: which words of a sentence a claim rests on.

All persons, organisations and events are invented. A claim is written `act: its words`.
"""

from __future__ import annotations

import pytest

from habeas.claims import extract_claims
from habeas.reports import read_report

STORIES: dict[str, tuple[str, list[str]]] = {
    "a comment after a comma is left out": (
        "The court freed nine students on Friday, marking the end of a long trial.",
        ["release: The court freed nine students on Friday"],
    ),
    "what they were charged with is no comment": (
        "Nine students were arrested on Friday, accusing them of a riot.",
        ["arrest: Nine students were arrested on Friday, accusing them of a riot"],
    ),
    "what happened at the same time": (
        "Nine students were freed on Friday, as the country marked its day of independence.",
        ["release: Nine students were freed on Friday"],
    ),
    "after, without a comma, belongs to it": (
        "Nine students were freed on Friday after the court found no evidence.",
        ["release: Nine students were freed on Friday after the court found no evidence"],
    ),
    "what another adds": (
        "Forty people were freed on Friday, with the lawyers saying that 300 remain in prison.",
        ["release: Forty people were freed on Friday", "hold: 300 remain in prison"],
    ),
    "what is left untold": (
        "The court freed nine students on Friday, without giving their names.",
        [
            "release: The court freed nine students on Friday",
            "withhold: without giving their names",
        ],
    ),
    "whose decree it is": (
        "The president signed a decree freeing nine students.",
        ["release: The president signed a decree freeing nine students"],
    ),
    "whose deal it is": (
        "The parties signed an agreement to free 52 prisoners.",
        ["release: The parties signed an agreement to free 52 prisoners"],
    ),
    "a clause under which": (
        "The deal, under which 52 prisoners were freed, was signed in Varn.",
        ["release: 52 prisoners were freed"],
    ),
    "who saw it": (
        "Families saw 20 prisoners released on Friday.",
        ["release: Families saw 20 prisoners released on Friday"],
    ),
    "two dashes set an aside off": (
        "The lawyers said five members—three women and two men—were arrested in Varn.",
        ["arrest: five members—three women and two men—were arrested in Varn"] * 3,
    ),
    "what it is good for": (
        "The ministry freed nine men in May so they could see a doctor.",
        ["release: The ministry freed nine men in May"],
    ),
}


@pytest.mark.parametrize("story", STORIES)
def test_which_words_a_claim_rests_on(story: str) -> None:
    text, expected = STORIES[story]
    claims = extract_claims(read_report(text.encode(), file="story.txt"))
    assert [f"{c.act.value}: {c.passage.exact}" for c in claims] == expected
