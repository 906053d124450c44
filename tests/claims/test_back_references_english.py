"""Stories of people told again by a role, a pronoun or those close to them; all is invented.

Written as in `test_extract.py`: a sentence, and what it claims.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report, told
from habeas.claims import extract_claims

STORIES: dict[str, tuple[str, list[str]]] = {
    "a person told again by role": (
        "Ana Sol, a lawyer, was arrested in May. The lawyer was sentenced to nine years in July.",
        ["arrest reported Ana Sol", "sentence reported Ana Sol"],
    ),
    "a role of two people points at nobody": (
        "Ana Sol, a lawyer, and Pavel Zorin, a lawyer, were arrested. The lawyer was "
        "sentenced to nine years.",
        ["arrest reported Ana Sol", "arrest reported Pavel Zorin", "sentence reported lawyer"],
    ),
    "whose relatives speak": (
        "Relatives of Bakhtiyar Yusupov said that he had been arrested.",
        ["arrest reported Bakhtiyar Yusupov > Relatives of Bakhtiyar Yusupov"],
    ),
    "whose lawyer speaks": (
        "Ana Sol's lawyer said she was arrested on Monday.",
        ["arrest reported Ana Sol > Ana Sol's lawyer"],
    ),
    "a mother speaks": (
        "The mother of Pavel Zorin said he is being held in Kestrel prison.",
        ["hold reported Pavel Zorin > The mother of Pavel Zorin in Kestrel prison"],
    ),
    "a member of a party is not the party's": (
        "The leader of Example Front said he had been arrested.",
        [],
    ),
}


@pytest.mark.parametrize(("text", "claims"), STORIES.values(), ids=STORIES.keys())
def test_story(text: str, claims: list[str]) -> None:
    assert [told(claim) for claim in extract_claims(report(text))] == claims


def test_a_first_line_that_is_a_sentence_is_no_headline() -> None:
    text = "Norland freed 12 people on Friday.\n\nThey went home."
    claims = extract_claims(report(text, title="Norland freed 12 people on Friday."))
    assert [told(claim) for claim in claims] == ["release reported [12,12] by Norland"]
