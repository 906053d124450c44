"""Stories of acts told by custom, circumstance or member of a group; all is invented.

Written as in `test_extract.py`: a sentence, and what it claims.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report, told
from habeas.claims import extract_claims

STORIES: dict[str, tuple[str, list[str]]] = {
    "bail denied": (
        "Two of her colleagues were denied bail on Friday.",
        ["hold reported [2,2]"],
    ),
    "bail denied, by whom": (
        "The court denied Ana Sol bail.",
        ["hold reported Ana Sol by court"],
    ),
    "sent to jail": (
        "Pavel Zorin was sent to jail pending trial.",
        ["hold reported Pavel Zorin"],
    ),
    "sent to custody by days": (
        "Ana Sol was sent to 14-day judicial custody.",
        ["hold reported Ana Sol"],
    ),
    "ordered back": (
        "A judge ordered Ihar Malin back to jail on Monday.",
        ["hold reported Ihar Malin by judge"],
    ),
    "held out of reach, told after an arrest": (
        "Ana Sol and Ihar Malin were arrested on 3 August and held incommunicado for weeks.",
        [
            "arrest reported Ana Sol",
            "arrest reported Ihar Malin",
            "hold reported Ana Sol",
            "hold reported Ihar Malin",
        ],
    ),
    "on death row": (
        "Pavel Zorin is still on death row.",
        ["hold reported Pavel Zorin"],
    ),
    "taken by agents of a state": (
        "Ana Sol was abducted by security agents on 3 May.",
        ["arrest reported Ana Sol by security agents"],
    ),
    "no arrest: taken by bandits": (
        "Ana Sol was kidnapped by bandits.",
        [],
    ),
    "imprisoned on a day": (
        "Ana Sol was imprisoned on 3 May 2021.",
        ["arrest reported Ana Sol"],
    ),
    "jailed for a term, on a day": (
        "Ana Sol was jailed for six years in 2021.",
        ["sentence reported Ana Sol"],
    ),
    "a release in the calendar": (
        "Pavel Zorin is scheduled for release on Friday.",
        ["release expected Pavel Zorin"],
    ),
    "a pardon that many benefit from": (
        "At least 40 inmates have benefited from pardons.",
        ["pardon reported [40,]"],
    ),
    "two verbs of one object": (
        "The government released and banished the writer Ana Sol.",
        [
            "release reported Ana Sol by government",
            "exile reported Ana Sol by government",
        ],
    ),
    "ruled is not asked for": (
        "A court ruled that the seven reporters should be freed.",
        ["release announced [7,7]"],
    ),
    "denied is not done": (
        "Police have denied holding Ana Sol.",
        ["hold denied Ana Sol by Police"],
    ),
    "what must stop tells of nobody": (
        "The ministry should stop arresting reporters.",
        [],
    ),
    "what an act would be tells of nobody": (
        "Arresting people for their opinions is a crime, she said.",
        [],
    ),
    "a release to be ensured": (
        "We call on the ministry to ensure the release of Ana Sol.",
        ["demand-release demanded Ana Sol"],
    ),
}


@pytest.mark.parametrize(("text", "claims"), STORIES.values(), ids=STORIES.keys())
def test_story(text: str, claims: list[str]) -> None:
    assert [told(claim) for claim in extract_claims(report(text))] == claims
