"""Stories of talks and visits, told in many words; all is invented.

Written as in `test_extract.py`: a sentence, and what it claims.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report, told
from habeas.claims import extract_claims

STORIES: dict[str, tuple[str, list[str]]] = {
    "sat down with": (
        "Foreign minister Ana Sol sat down with opposition leader Pavel Zorin in Geneva on Monday.",
        ["meet reported Ana Sol, Pavel Zorin in Geneva"],
    ),
    "received, told of the guest": (
        "The envoy Pavel Zorin was received by President Ana Sol at the palace.",
        ["meet reported Ana Sol, Pavel Zorin"],
    ),
    "a call": (
        "President Ana Sol spoke by phone with her counterpart Pavel Zorin on Tuesday.",
        ["meet reported Ana Sol, Pavel Zorin"],
    ),
    "gone for talks": (
        "Envoy Pavel Zorin travelled to Minsk for talks with President Ana Sol.",
        ["meet reported Pavel Zorin, Ana Sol in Minsk"],
    ),
    "a visit in prison": (
        "US envoy Pavel Zorin visited the detained leader Ana Sol in prison on Friday.",
        ["meet reported Pavel Zorin, Ana Sol"],
    ),
    "both in one breath": (
        "Ana Sol and Pavel Zorin met in Vilnius on Friday.",
        ["meet reported Ana Sol, Pavel Zorin in Vilnius"],
    ),
    "talks that lasted": (
        "Talks between President Ana Sol and envoy Pavel Zorin lasted four hours.",
        ["meet reported Ana Sol, Pavel Zorin"],
    ),
    "an audience": (
        "The special envoy was granted an audience by the king.",
        ["meet reported special envoy, king"],
    ),
    "families are a side": (
        "An EU delegation met prisoners' families on Monday.",
        ["meet reported EU delegation, prisoners' families"],
    ),
    "told after it": (
        "After meeting Pavel Zorin in Doha, Ana Sol said she was hopeful.",
        ["meet reported Ana Sol, Pavel Zorin in Doha"],
    ),
    "owned": (
        "Ana Sol's meeting with Pavel Zorin in May lasted an hour.",
        ["meet reported Ana Sol, Pavel Zorin"],
    ),
    "she is whom the text told before": (
        "Ambassador Ana Sol left the capital on Monday. She had met Pavel Zorin twice.",
        ["meet reported Ana Sol, Pavel Zorin"],
    ),
    "I is who speaks": (
        '"I had a long meeting with the interior minister," said Ana Sol, the ambassador.',
        ["meet reported Ana Sol, interior minister > Ana Sol"],
    ),
    "a name beside an office, in a town": (
        "Foreign Minister Ana Sol met her Omani counterpart, Said al-Kharusi, in Muscat on Monday.",
        ["meet reported Ana Sol, Said al-Kharusi in Muscat"],
    ),
    "no meeting came about": (
        "The envoy did not meet the president.",
        ["meet denied envoy, president"],
    ),
    "no talks: a husband": (
        "She met her husband at university.",
        [],
    ),
    "no talks: the press": (
        "The chief of police spoke to reporters on Monday.",
        [],
    ),
    "no talks: wished for": (
        "She proposed a meeting between the president and the rebels.",
        [],
    ),
    "no visit: a demand": (
        "The minister called on the rebels to lay down their arms.",
        [],
    ),
    "no guest": (
        "The mayor received a standing ovation.",
        [],
    ),
    "no talks: a crowd": (
        "The prime minister was met by protesters at the airport.",
        [],
    ),
}


@pytest.mark.parametrize(("text", "claims"), STORIES.values(), ids=STORIES.keys())
def test_story(text: str, claims: list[str]) -> None:
    assert [told(claim) for claim in extract_claims(report(text))] == claims
