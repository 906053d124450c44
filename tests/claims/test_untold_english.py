"""Stories of what is withheld, told in many words; all is invented.

Written as in `test_extract.py`: a sentence, and what it claims.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report, told
from habeas.claims import extract_claims

STORIES: dict[str, tuple[str, list[str]]] = {
    "prisoners unnamed": (
        "The ministry did not name the prisoners.",
        ["withhold reported by ministry of prisoners"],
    ),
    "no details offered": (
        "The ministry offered no details.",
        ["withhold reported by ministry of no details"],
    ),
    "none provided": (
        "No details were provided.",
        ["withhold reported of No details"],
    ),
    "a secret list": (
        "The list was kept secret.",
        ["withhold reported of list"],
    ),
    "not told": (
        "The family has not been told where she is.",
        ["withhold reported of where she is"],
    ),
    "given no reason": (
        "Her family was given no reason.",
        ["withhold reported of no reason"],
    ),
    "not informed": (
        "Lawyers were not informed of the charges.",
        ["withhold reported of charges"],
    ),
    "no access": (
        "Lawyers have been denied access to the file.",
        ["withhold reported of file"],
    ),
    "a question dodged": (
        "The spokesman dodged questions about the number.",
        ["withhold reported by spokesman of number"],
    ),
    "asked, and would not say": (
        "Asked how many were held, the spokesman would not say.",
        ["withhold reported by spokesman of how many were held"],
    ),
    "no longer published": (
        "The ministry no longer publishes figures.",
        ["withhold reported by ministry of figures"],
    ),
    "not going to name": (
        "I am not going to name the prisoners.",
        ["withhold reported of prisoners"],
    ),
    "in the dark": (
        "The authorities kept the family in the dark about her fate.",
        ["withhold reported by authorities of her fate"],
    ),
    "not for publication": (
        "The grounds of decision are not for publication.",
        ["withhold reported of grounds of decision"],
    ),
    "nothing withheld: a captain": (
        "The team has not named its captain.",
        [],
    ),
    "nothing withheld: food": (
        "Food was withheld from prisoners.",
        [],
    ),
    "nothing withheld: no comment": (
        "The spokesman declined to comment.",
        [],
    ),
}


@pytest.mark.parametrize(("text", "claims"), STORIES.values(), ids=STORIES.keys())
def test_story(text: str, claims: list[str]) -> None:
    assert [told(claim) for claim in extract_claims(report(text))] == claims
