"""Stories of people held and let go, told as a state or in the words of a court; all is invented.

Written as in `test_extract.py`: a sentence, and what it claims.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report, told
from habeas.claims import extract_claims

STORIES: dict[str, tuple[str, list[str]]] = {
    "parts of those freed are not held": (
        "In all, 55 people were freed. Of the 55, 23 were political prisoners and 32 were common "
        "prisoners.",
        [
            "release reported [55,55]",
            "release reported [23,23] part",
            "release reported [32,32] part",
        ],
    ),
    "on remand": (
        "Forty people are on remand.",
        ["hold reported [40,40]"],
    ),
    "doing time": (
        "Forty people are doing time for their opinions.",
        ["hold reported [40,40] for their opinions"],
    ),
    "left inside": (
        "That leaves 40 people in prison.",
        ["hold reported [40,40]"],
    ),
    "left behind bars": (
        "Forty people are left behind bars.",
        ["hold reported [40,40]"],
    ),
    "deprived of liberty": (
        "Forty people have been deprived of liberty.",
        ["hold reported [40,40]"],
    ),
    "back inside": (
        "Ana Sol is back in prison.",
        ["hold reported Ana Sol"],
    ),
    "remanded for days": (
        "A court remanded Ana Sol for 15 days.",
        ["hold reported Ana Sol by court"],
    ),
    "custody extended": (
        "Ana Sol's custody was extended until June.",
        ["hold reported Ana Sol"],
    ),
    "bail plea rejected": (
        "Ana Sol's bail application was rejected.",
        ["hold reported Ana Sol"],
    ),
    "no longer inside": (
        "Ana Sol is no longer in prison.",
        ["release reported Ana Sol"],
    ),
    "a free woman": (
        "Ana Sol is a free woman.",
        ["release reported Ana Sol"],
    ),
    "out of prison": (
        "Ana Sol is out of prison.",
        ["release reported Ana Sol"],
    ),
    "due for release": (
        "Twelve prisoners are due for release on Monday.",
        ["release expected [12,12]"],
    ),
    "discharged by a judge": (
        "The judge discharged 12 detainees.",
        ["release reported [12,12] by judge"],
    ),
    "gates opened": (
        "The prison gates opened for 12 people.",
        ["release reported [12,12]"],
    ),
    "to the Red Cross": (
        "The army handed 12 captives to the Red Cross.",
        ["release reported [12,12]"],
    ),
    "the last of them": (
        "The last 12 were released on Monday.",
        ["release reported [12,12]"],
    ),
    "ordered released": (
        "The court ordered 12 detainees released.",
        ["release announced [12,12]"],
    ),
    "yet to be freed": (
        "Forty others have yet to be released.",
        ["release denied [40,40]"],
    ),
    "still in prison, after a name": (
        "Ana Sol: still in prison.",
        ["hold reported Ana Sol"],
    ),
    "nobody held: a hall": (
        "The hall holds 40 people.",
        [],
    ),
    "nobody held: traffic": (
        "The minister was held up in traffic.",
        [],
    ),
    "nobody held: a degree": (
        "She holds a degree in law.",
        [],
    ),
    "nobody freed: rubble": (
        "Firefighters freed 12 miners.",
        [],
    ),
    "nobody freed: work": (
        "The company let 12 employees go.",
        [],
    ),
    "nobody freed: a meeting": (
        "The driver walked out of the meeting.",
        [],
    ),
    "nobody freed: a hospital": (
        "The patient was discharged from hospital.",
        [],
    ),
}


@pytest.mark.parametrize(("text", "claims"), STORIES.values(), ids=STORIES.keys())
def test_story(text: str, claims: list[str]) -> None:
    assert [told(claim) for claim in extract_claims(report(text))] == claims
