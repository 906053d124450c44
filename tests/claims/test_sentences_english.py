"""Stories of sentences and pardons told in many words; all is invented.

Written as in `test_extract.py`: a sentence, and what it claims.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report, told
from habeas.claims import extract_claims

STORIES: dict[str, tuple[str, list[str]]] = {
    "drew years": (
        "Ana Sol drew 12 years.",
        ["sentence reported Ana Sol"],
    ),
    "sent down": (
        "Ana Sol was sent down for 12 years.",
        ["sentence reported Ana Sol"],
    ),
    "sent to prison by a court": (
        "A military court has sent 12 people to prison.",
        ["sentence reported [12,12] by military court"],
    ),
    "went to prison for years": (
        "Ana Sol went to prison for 12 years.",
        ["sentence reported Ana Sol"],
    ),
    "imposed": (
        "The judge imposed a sentence of 12 years on Ana Sol.",
        ["sentence reported Ana Sol by judge"],
    ),
    "a verdict returned": (
        "The jury returned a guilty verdict against Ana Sol.",
        ["sentence reported Ana Sol by jury"],
    ),
    "to death": (
        "Ana Sol was condemned to death.",
        ["sentence reported Ana Sol"],
    ),
    "the longest term": (
        "The longest term, 12 years, went to Ana Sol.",
        ["sentence reported Ana Sol"],
    ),
    "a name and a term": (
        "Ana Sol: 12 years.",
        ["sentence reported Ana Sol"],
    ),
    "not sentenced yet": (
        "Ana Sol could get 12 years.",
        [],
    ),
    "no sentence: training": (
        "Ana Sol got two years of training.",
        [],
    ),
    "no sentence: time to pay": (
        "Ana Sol was given a year to repay the loan.",
        [],
    ),
    "no sentence: undone": (
        "The court overturned Ana Sol's conviction.",
        [],
    ),
    "signed pardons": (
        "The president signed pardons for 12 prisoners.",
        ["pardon reported [12,12] by president"],
    ),
    "her pardon": (
        "Ana Sol's pardon was announced on Monday.",
        ["pardon announced Ana Sol"],
    ),
    "won a pardon": (
        "Ana Sol won a pardon.",
        ["pardon reported Ana Sol"],
    ),
    "under an amnesty": (
        "Twelve prisoners fall under the amnesty.",
        ["pardon reported [12,12]"],
    ),
}


@pytest.mark.parametrize(("text", "claims"), STORIES.values(), ids=STORIES.keys())
def test_story(text: str, claims: list[str]) -> None:
    assert [told(claim) for claim in extract_claims(report(text))] == claims
