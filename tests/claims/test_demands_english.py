"""Stories of releases asked for, in many words; all is invented.

Written as in `test_extract.py`: a sentence, and what it claims.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report, told
from habeas.claims import extract_claims

STORIES: dict[str, tuple[str, list[str]]] = {
    "a call renewed": (
        "The group renewed its call for the release of Ana Sol.",
        ["demand-release demanded Ana Sol > The group"],
    ),
    "calls that grow": (
        "Calls grew for the release of Ana Sol.",
        ["demand-release demanded Ana Sol"],
    ),
    "another's call, said again": (
        "The minister reiterated the EU's call for the immediate release of Ana Sol.",
        ["demand-release demanded Ana Sol > The minister > the EU"],
    ),
    "a petition": (
        "A petition for the release of Ana Sol has 400 signatures.",
        ["demand-release demanded Ana Sol"],
    ),
    "a motion in court": (
        "Lawyers filed a motion for the release of Ana Sol.",
        ["demand-release demanded Ana Sol > Lawyers"],
    ),
    "freedom demanded": (
        "The group demanded freedom for Ana Sol.",
        ["demand-release demanded Ana Sol > The group"],
    ),
    "wanted freed": (
        "The group wants Ana Sol freed.",
        ["demand-release demanded Ana Sol > The group"],
    ),
    "wanted out": (
        "The group wants Ana Sol out.",
        ["demand-release demanded Ana Sol > The group"],
    ),
    "an order, with a name": (
        "Free Ana Sol!",
        ["demand-release demanded Ana Sol"],
    ),
    "an order, called out": (
        'Protesters chanted "Free Ana Sol".',
        ["demand-release demanded Ana Sol > Protesters"],
    ),
    "an order to bring home": (
        "Bring Ana Sol home.",
        ["demand-release demanded Ana Sol"],
    ),
    "asked for her to be let go": (
        "The union asked for Ana Sol to be let go.",
        ["demand-release demanded Ana Sol > The union"],
    ),
    "ought to": (
        "Ana Sol ought to be freed, the group said.",
        ["demand-release demanded Ana Sol > the group"],
    ),
    "high time": (
        "It is high time that Ana Sol was freed, the group said.",
        ["demand-release demanded Ana Sol > the group"],
    ),
    "an end to her detention": (
        "The minister called for an end to the detention of Ana Sol.",
        ["demand-release demanded Ana Sol > The minister"],
    ),
    "asked of a king": (
        "The minister implored the king to free Ana Sol.",
        ["demand-release demanded Ana Sol > The minister"],
    ),
    "no demand: a report": (
        "The group called for the release of the report.",
        [],
    ),
    "no demand: a book": (
        "Free Ana Sol's book from its dull cover.",
        [],
    ),
}


@pytest.mark.parametrize(("text", "claims"), STORIES.values(), ids=STORIES.keys())
def test_story(text: str, claims: list[str]) -> None:
    assert [told(claim) for claim in extract_claims(report(text))] == claims
