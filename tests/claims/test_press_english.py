"""Stories in the sentences of the press: long, full of asides, members and acts told in passing.

Written as in `test_extract.py`: a sentence or two, and what they claim; all is invented.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report, told
from habeas.claims import extract_claims

STORIES: dict[str, tuple[str, list[str]]] = {
    "held for years": (
        "The opposition leader Ana Sol has been detained without trial for about nine years.",
        ["hold reported Ana Sol"],
    ),
    "held at a prison": (
        "The two brothers were detained at the remand prison of Varn.",
        ["hold reported [2,2] in the remand prison of Varn"],
    ),
    "held in remand over the holidays": (
        "Six party leaders will spend the holiday in remand.",
        ["hold announced [6,6]"],
    ),
    "time spent before the release": (
        "The judge let Ana Sol go on bail after spending ten days in a cell.",
        ["release reported Ana Sol by judge", "hold reported Ana Sol"],
    ),
    "time spent before going home": (
        "Ana Sol left the camp after being detained for four days.",
        ["arrest reported Ana Sol"],
    ),
    "a term of days": (
        "Ana Sol was handed 15 days in jail and Pavel Zorin was given two days to leave.",
        ["sentence reported Ana Sol"],
    ),
    "an order of detention": (
        "Mira Kest, a dentist, was given a six-month administrative detention.",
        ["hold reported Mira Kest"],
    ),
    "a detention made longer": (
        "Ana Sol was arrested in May. In June a judge extended her detention for another month.",
        ["arrest reported Ana Sol", "hold reported Ana Sol"],
    ),
    "what a law allows": (
        "The act allows suspects to be held without trial for a year.",
        [],
    ),
    "told in passing of a group": (
        "The brothers, who have been in prison since June, are on hunger strike.",
        ["hold reported brothers"],
    ),
    "who, and not what stands nearest": (
        "Norland released two students involved in the movement who had been held in Varn.",
        ["release reported [2,2] by Norland", "hold reported [2,2] in Varn"],
    ),
    "those beside the counted": (
        "The two, along with three reporters, have been held for more than a year.",
        ["hold reported [2,2]", "hold reported [3,3]"],
    ),
    "members hung under the verb": (
        "However, reports indicate that some 125 protesters remain in custody across "
        "Norland, including 38 teachers remanded by Judge Ivo Tarn.",
        ["hold reported ~125 > reports", "hold reported [38,38] > reports"],
    ),
    "the same members named by number again": (
        "Norland has extended the detention of four politicians.\n\nThe four politicians "
        "include two former ministers - Ana Sol and Pavel Zorin - and two deputies, Ivo "
        "Tarn and Mira Kest, the police said.",
        [
            "hold reported [4,4]",
            "hold reported Ana Sol > the police part",
            "hold reported Pavel Zorin > the police part",
            "hold reported Ivo Tarn > the police part",
            "hold reported Mira Kest > the police part",
        ],
    ),
    "his release and that of another": (
        "Pavel Zorin was jailed for life. The league called for his release and that of "
        "the notary Ana Sol.",
        [
            "sentence reported Pavel Zorin",
            "demand-release demanded Pavel Zorin > The league",
            "demand-release demanded Ana Sol > The league",
        ],
    ),
    "a party's name is nobody": (
        "Among those arrested were Workers' Unity and Progress (WUP) Party organisers Ana"
        " Sol and Pavel Zorin along with Labour Party (LP) chair Mira Kest.",
        ["arrest reported Ana Sol", "arrest reported Pavel Zorin", "arrest reported Mira Kest"],
    ),
    "they, listed as charged": (
        "Those charged alongside Mr Zorin are the party's treasurer Ana Sol, her deputy "
        "Olga Dren, and deputies Ivo Tarn and Mira Kest.\n\nThey appeared in court on "
        "Tuesday and were held overnight.",
        [
            "charge reported Ana Sol",
            "charge reported Olga Dren",
            "charge reported Ivo Tarn",
            "charge reported Mira Kest",
            "hold reported Ana Sol",
            "hold reported Olga Dren",
            "hold reported Ivo Tarn",
            "hold reported Mira Kest",
        ],
    ),
    "freed people on the move": (
        "A spokesman, Ivo Tarn, told the agency that 108 freed detainees would be taken "
        "to the port.",
        ["release announced [108,108] > Ivo Tarn"],
    ),
    "a swap and whom it involves": (
        "The two sides discussed a prisoner swap under the auspices of the bloc involving"
        " 1,400 rebel prisoners and 820 soldiers, including 16 foreigners.",
        [
            "exchange expected [1400,1400]",
            "exchange expected [820,820]",
            "exchange expected [16,16] part",
        ],
    ),
    "a swap that took place": (
        "The last prisoner exchange, involving around 1,000 detainees, took place in 2020.",
        ["exchange reported ~1000"],
    ),
    "without specifying": (
        "The ministry said it was handing over fighters to their embassies, without "
        "specifying nationalities.",
        ["withhold reported > The ministry of nationalities"],
    ),
    "one number or the next": (
        "About 38 or 39 protesters are in prison.",
        ["hold reported [38,39]"],
    ),
    "who speaks last speaks of both": (
        "Norland has freed six people who called for the release of the jailed singer Ana"
        " Sol, but sentenced another student to ten years, relatives said on Wednesday.",
        [
            "release reported [6,6] > relatives by Norland",
            "demand-release demanded Ana Sol > relatives > six people",
            "sentence reported another student > relatives by Norland",
        ],
    ),
    "joined to said, and said too": (
        "Pavel Zorin said 19 people had left prison last month, and others had been freed"
        " in the past few days.",
        ["release reported [19,19] > Pavel Zorin", "release reported others > Pavel Zorin"],
    ),
    "an association is no he": (
        "Ana Sol, the counsel, spoke at noon. The Varn Bar Association paid. He said that"
        " nine were in prison.",
        ["hold reported [9,9] > Ana Sol"],
    ),
    "those freed were": (
        "Those freed were two nuns and three drivers.",
        ["release reported [2,2]", "release reported [3,3]"],
    ),
}


@pytest.mark.parametrize(("text", "claims"), STORIES.values(), ids=STORIES.keys())
def test_story(text: str, claims: list[str]) -> None:
    assert [told(claim) for claim in extract_claims(report(text))] == claims
