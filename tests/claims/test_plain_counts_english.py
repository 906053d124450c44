"""Stories of counts in plain reports: acts that are counted, tallies after colons, shares, terms in
turn, who says so, and numbers beside arrests that count other people.

All persons, organisations and events are invented. Written as `test_extract` says.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report, told
from habeas.claims import extract_claims

STORIES: dict[str, tuple[str, list[str]]] = {
    "counted arrests of somebody": (
        "We documented 26 arrests of activists in Norland.",
        ["arrest reported [26,26]"],
    ),
    "arrests, including minors": (
        "Her group said it had registered 92 arrests since Friday, including nine minors.",
        [
            "arrest reported [92,92] > Her group",
            "arrest reported [9,9] > Her group",
        ],
    ),
    "after a colon": (
        "The police have put out a first figure: 83 people arrested in Varn.",
        ["arrest reported [83,83] > The police"],
    ),
    "after a colon, one by one": (
        "The week in figures: 19 journalists detained, four released, two sentenced.",
        ["arrest reported [19,19]", "release reported [4,4]", "sentence reported [2,2]"],
    ),
    "arrested and injured": (
        "The toll, according to the ministry: 83 people arrested and 12 injured.",
        ["arrest reported [83,83] > the ministry"],
    ),
    "passed a number": (
        "The number of arrests has passed 9,000.",
        ["arrest reported [9001,]"],
    ),
    "broke up a march and arrested": (
        "Police broke up the march and arrested 23 people.",
        ["arrest reported [23,23] by Police"],
    ),
    "shares by place": (
        "Police arrested 188 people. Minsk accounted for 62 of them, Brest for 39.",
        [
            "arrest reported [188,188] by Police",
            "arrest reported [62,62] part",
            "arrest reported [39,39] part",
        ],
    ),
    "terms in turn": (
        "Four were sentenced to six years in prison, and eight to two years.",
        ["sentence reported [4,4]", "sentence reported [8,8]"],
    ),
    "brings to five": (
        "This brings to five the number of our citizens in detention in the country.",
        ["hold reported [5,5]"],
    ),
    "recognised and behind bars": (
        "On 31 October, 1,284 people recognised as political prisoners were behind bars.",
        ["hold reported [1284,1284]"],
    ),
    "who had served their terms": (
        "Nine people who had served their terms in full were released.",
        ["release reported [9,9]"],
    ),
    "of whom some walked free": (
        "The president pardoned 4,887 prisoners, of whom 42 walked free at once.",
        ["pardon reported [4887,4887] by president", "release reported [42,42]"],
    ),
    "on remand": (
        "The prisons service said that it has 322 people on remand.",
        ["hold reported [322,322] > The prisons service"],
    ),
    "taken in": (
        "Nine of his members were taken in before the march.",
        ["arrest reported [9,9]"],
    ),
    "refugees taken in": ("Some 3,000 refugees were taken in.", []),
    "seen coming out": (
        "I counted 19 people coming out of the police station.",
        ["release reported [19,19]"],
    ),
    "seen waiting": (
        "Police arrested 40 people. She counted 30 people waiting at the gate.",
        ["arrest reported [40,40] by Police"],
    ),
    "a name beside a leader": (
        "One of the union leaders, Prosper Adjovi, told me that nine members were arrested.",
        ["arrest reported [9,9] > Prosper Adjovi"],
    ),
    "a name after a body": (
        "The head of the group, Nino Beridze, said nine men had been detained.",
        ["arrest reported [9,9] > Nino Beridze"],
    ),
    "quoted at the end": (
        "Nine men were detained, the agency quoted a police source as saying.",
        ["arrest reported [9,9] > the agency > a police source"],
    ),
    "according to, after all clauses": (
        "Nine men were detained in Gora and two were released, according to the lawyer.",
        ["arrest reported [9,9] > the lawyer", "release reported [2,2] > the lawyer"],
    ),
    "with so many in custody": (
        "The operation ended with 31 people in custody, police said.",
        ["hold reported [31,31] > police"],
    ),
    "sold and released": ("Tickets: 40 sold, nine released.", []),
    "a hall": (
        "Police arrested 12 people in the market. The mosque holds 300.",
        ["arrest reported [12,12] by Police"],
    ),
    "organisers": (
        "Police arrested 12 people at the rally. The organisers spoke of 5,000.",
        ["arrest reported [12,12] by Police"],
    ),
    "a crowd": (
        "Twelve people were arrested. The crowd, which police put at 700, dispersed.",
        ["arrest reported [12,12]"],
    ),
    "too far off": (
        "Twelve people were arrested. The opposition speaks of 5,000.",
        ["arrest reported [12,12]"],
    ),
    "cases heard": (
        "Twelve people were arrested. The court heard 14 on Monday.",
        ["arrest reported [12,12]"],
    ),
    "tourists": ("Police drove tourists to the station.", []),
    "how many": ("To ask the Minister how many workers are in detention abroad.", []),
    "more than before": (
        "We recorded 26 arrests. This is ten more than in July.",
        ["arrest reported [26,26]"],
    ),
    "some of other people": (
        "Police arrested 200 students. The lawyer has 74 clients, and 31 of them are under 18.",
        ["arrest reported [200,200] by Police"],
    ),
}


@pytest.mark.parametrize(("text", "claims"), STORIES.values(), ids=STORIES.keys())
def test_story(text: str, claims: list[str]) -> None:
    assert [told(claim) for claim in extract_claims(report(text))] == claims
