"""More stories in the sentences of the press: furloughs, batches, members, who issued what.

Written as in `test_extract.py`: a sentence or two, and what they claim; all is invented.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report, told
from habeas.claims import extract_claims

STORIES: dict[str, tuple[str, list[str]]] = {
    "out on furlough": (
        "Norland has furloughed the engineer Boris Kest, and his brother was granted a "
        "furlough of a month.",
        [
            "conditional-release reported Boris Kest by Norland",
            "conditional-release reported his brother",
        ],
    ),
    "members behind semicolons": (
        "Several other prisoners have been released on furlough, including the painter "
        "Ana Sol; reporters Mira Kest and Olga Dren; and the notary Ivo Tarn.",
        [
            "conditional-release reported [2,]",
            "conditional-release reported Ana Sol part",
            "conditional-release reported Mira Kest part",
            "conditional-release reported Olga Dren part",
            "conditional-release reported Ivo Tarn part",
        ],
    ),
    "those also released": (
        "Also released were the chemist Ana Sol, a former adviser; the envoy Mira Kest "
        "and her husband Ivo Tarn; and the pilot Boris Kest.",
        [
            "release reported Ana Sol",
            "release reported Mira Kest",
            "release reported Ivo Tarn",
            "release reported Boris Kest",
        ],
    ),
    "a batch and its parts": (
        "The first batch consists of 39 people, including 24 women and 15 minors.",
        [
            "release reported [39,39]",
            "release reported [24,24] part",
            "release reported [15,15] part",
        ],
    ),
    "some of those arrested": (
        "Among those arrested, 145 were children and 55 were women.",
        ["arrest reported [145,145]", "arrest reported [55,55]"],
    ),
    "whose words open the sentence": (
        "According to the Lantern League, there are 5,640 prisoners held in Norland, 465 "
        "are in administrative detention, and 53 are women.",
        [
            "hold reported [5640,5640] > the Lantern League",
            "hold reported [465,465] > the Lantern League",
            "hold reported [53,53] > the Lantern League part",
        ],
    ),
    "who issued a statement": (
        "A communique issued by the council announced the release of 44 miners.",
        ["release announced [44,44] > the council by the council"],
    ),
    "no release of its own": (
        "The prisoner release stems from talks with the bishops.",
        [],
    ),
    "if, that nobody would say": (
        "The lawyer did not say if her client had been beaten.",
        ["withhold reported by lawyer of if her client had been beaten"],
    ),
    "a region is not arrested": (
        "Police arrested Boris Kest and his wife Olga in the Varn district, Ostend "
        "region, the Lantern League reported.",
        [
            "arrest reported Boris Kest > the Lantern League by Police",
            "arrest reported Olga > the Lantern League by Police",
        ],
    ),
    "she is not who speaks after her": (
        "Ana Sol was granted a furlough, her lawyer Boris Kest said. She should be freed,"
        " Kest said.",
        [
            "conditional-release reported Ana Sol > Boris Kest",
            "demand-release demanded Ana Sol > Kest",
        ],
    ),
    "served in days": (
        "Ana Sol served 15 days in a detention centre.",
        ["hold reported Ana Sol in a detention centre"],
    ),
}


@pytest.mark.parametrize(("text", "claims"), STORIES.values(), ids=STORIES.keys())
def test_story(text: str, claims: list[str]) -> None:
    assert [told(claim) for claim in extract_claims(report(text))] == claims
