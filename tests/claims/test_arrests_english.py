"""Stories of arrests told by what is done, and of what is none; all is invented.

Written as in `test_extract.py`: a sentence, and what it claims.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report, told
from habeas.claims import extract_claims

STORIES: dict[str, tuple[str, list[str]]] = {
    "into a van": (
        "Ana Sol was bundled into a van by plain-clothes officers.",
        ["arrest reported Ana Sol by plain-clothes officers"],
    ),
    "into police vans": (
        "Twelve protesters were herded into police vans.",
        ["arrest reported [12,12]"],
    ),
    "in for questioning": (
        "Ana Sol was taken in for questioning on Monday.",
        ["arrest reported Ana Sol"],
    ),
    "from her home": (
        "Ana Sol was dragged from her home by police.",
        ["arrest reported Ana Sol by police in her home"],
    ),
    "they came for her": (
        "The police came for Ana Sol on 3 May.",
        ["arrest reported Ana Sol by police"],
    ),
    "gave herself up": (
        "Ana Sol surrendered to police on Monday.",
        ["arrest reported Ana Sol"],
    ),
    "swept up": (
        "Security forces swept up 12 students in dawn raids.",
        ["arrest reported [12,12] by Security forces"],
    ),
    'told without "was"': (
        "This morning journalist Ana Sol arrested in Varn.",
        ["arrest reported Ana Sol in Varn"],
    ),
    "no arrest: parents": (
        "Parents picked up the children.",
        [],
    ),
    "no arrest: a bus": (
        "The bus picked up 12 passengers at the gate.",
        [],
    ),
    "no arrest: ambulances": (
        "Ambulances took away 12 wounded people.",
        [],
    ),
    "no arrest: bandits": (
        "Bandits seized two farmers.",
        [],
    ),
    "no arrest: what police may do": (
        "Police can detain suspects for 48 hours.",
        [],
    ),
    "no arrest: what a law lets them do": (
        "The law allows police to detain people without charge.",
        [],
    ),
    "no arrest: a threat to all": (
        "Anyone who films the police will be arrested.",
        [],
    ),
    "nothing known": (
        "How many were arrested is not known.",
        [],
    ),
}


@pytest.mark.parametrize(("text", "claims"), STORIES.values(), ids=STORIES.keys())
def test_story(text: str, claims: list[str]) -> None:
    assert [told(claim) for claim in extract_claims(report(text))] == claims
