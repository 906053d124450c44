"""Stories of figures in the English of the press: totals they bring to, lists with so many names,
counts told beside other numbers, and who is counted by what else is said of them.

All persons, organisations and events are invented. Written as `test_extract` says.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report, told
from habeas.claims import extract_claims

STORIES: dict[str, tuple[str, list[str]]] = {
    "brings to": (
        "That brings to 123 the number of people freed this year.",
        ["release reported [123,123]"],
    ),
    "brings its count to": (
        "The group recorded 22 releases, bringing its count to 350 people freed since May.",
        ["release reported [22,22] > The group", "release reported [350,350]"],
    ),
    "the number behind bars": (
        "The arrests bring to 41 the number of journalists behind bars.",
        ["hold reported [41,41]"],
    ),
    "closer to": (
        "Closer to 45 people were arrested, the lawyer said.",
        ["arrest reported ~45 > the lawyer"],
    ),
    "of arrested people": (
        "The ministry puts the number of people arrested in May at 6,415.",
        ["arrest reported [6415,6415] > The ministry"],
    ),
    "our estimate": (
        "The government says it holds 900 prisoners. Our own estimate is about 1,100.",
        ["hold reported [900,900] > The government by The government", "hold reported ~1100"],
    ),
    "counted at the gate": (
        "The ministry said 60 men were freed. Our reporter has counted 41 men so far.",
        ["release reported [60,60] > The ministry", "release reported [41,41]"],
    ),
    "cites estimates": (
        "The ministry cites estimates of 10,000 detainees.",
        ["hold reported [10000,10000] > The ministry"],
    ),
    "a participle that looks like a verb": (
        "In Gora, 17 of the 46 people rounded up at the sit-in have been released.",
        ["release reported [17,17]"],
    ),
    "arrested since": (
        "According to Open Door, 12,923 people arrested since the coup for political reasons are "
        "still detained.",
        ["hold reported [12923,12923] > Open Door"],
    ),
    "set off by commas": (
        "Five leaders of the miners, arrested in May, are out.",
        ["release reported [5,5]"],
    ),
    "an age": ("The 14-year-old boy was arrested.", ["arrest reported 14-year-old boy"]),
    "a size": ("A 12-member crew was detained.", ["arrest reported 12-member crew"]),
    "all but": ("All but two of the 20 were freed.", []),
    "only which people": (
        "Eleven drivers, convicted in the same trial, will leave the prison tomorrow.",
        ["release announced [11,11]"],
    ),
    "the biggest": ("It was one of the biggest prisoner releases ever.", []),
    "whose pardon": ("The president's pardon was read out on Friday.", []),
    "let go from a firm": ("The company let go 300 employees.", []),
    "a hospital": ("The hospital discharged 60 patients.", []),
    "a record": ("The band released three records in 2019.", []),
    "days in jail": ("Ana Sol spent 792 days in jail.", ["hold reported Ana Sol"]),
    "who had been held, no question": (
        "Two reporters who had been held since May were released, their newspaper said.",
        [
            "hold reported [2,2] > their newspaper",
            "release reported [2,2] > their newspaper",
        ],
    ),
    "more dead than arrested": (
        "The riots left 25 people dead and more than 240 arrested.",
        ["arrest reported [241,]"],
    ),
    "a number that seemed an object": (
        "Of the 26 convicts, 19 received suspended sentences and seven were given prison terms.",
        ["sentence reported [19,19]", "sentence reported [7,7]"],
    ),
    "lawyers said so many": (
        "Lawyers said around 60 people, including a doctor, were taken to court and remanded in "
        "custody.",
        ["hold reported ~60 > Lawyers"],
    ),
    "a name no parser knows": (
        "At least eight Gandoon activists are serving prison terms.",
        ["hold reported [8,]"],
    ),
    "handed over so many": (
        "Norland handed over 195 captured soldiers on Friday.",
        ["release reported [195,195]"],
    ),
    "charged and remanded": (
        "Five detainees were charged and remanded to Dolna prison.",
        ["charge reported [5,5]", "hold reported [5,5] in Dolna prison"],
    ),
    "remanded by a court": (
        "At least 42 protesters were remanded by a magistrate.",
        ["hold reported [42,] by magistrate"],
    ),
    "reported imprisoned": (
        "Some 221 journalists were reported imprisoned.",
        ["hold reported ~221"],
    ),
    "there are people detained": (
        "There are 275 people detained in the country, the group said.",
        ["hold reported [275,275] > the group"],
    ),
    "tens of thousands": (
        "There are tens of thousands of people arbitrarily detained.",
        ["hold reported [20000,]"],
    ),
    "hundreds documented": (
        "The group has documented hundreds of detainees.",
        ["hold reported [200,] > The group"],
    ),
    "reported by defenders": (
        "Rights defenders report at least 254 political prisoners. Among them are 16 nurses, 92 in "
        "poor health and ten minors.",
        [
            "hold reported [254,] > Rights defenders",
            "hold reported [16,16] part",
            "hold reported [92,92] part",
            "hold reported [10,10] part",
        ],
    ),
    "found in cells": (
        "The ombudsman visited the cells and found 29 detainees.",
        ["hold reported [29,29] > The ombudsman"],
    ),
    "exceeds": (
        "The number of political prisoners exceeds 900, the group said.",
        ["hold reported [901,] > the group"],
    ),
    "identified of them": (
        "The group said 300 prisoners had been released. It has identified 223 of them.",
        ["release reported [300,300] > The group", "release reported [223,223] > The group part"],
    ),
    "names of those freed": (
        "Norland freed 40 people. A newspaper published the names of seven of those freed.",
        ["release reported [40,40] by Norland", "release reported [7,7] > A newspaper part"],
    ),
    "names of some of them are no count": (
        "Norland freed 40 people. A newspaper named eight of them.",
        ["release reported [40,40] by Norland"],
    ),
    "a list with names": (
        "The Speaker says there are no political prisoners. Our own list has 61 names.",
        ["hold reported [61,61]"],
    ),
    "speaks of so many where nobody was counted": (
        "Norland has begun to let out people imprisoned in May. The ministry speaks of 118.",
        ["release reported people by Norland", "release reported [118,118] > The ministry"],
    ),
    "civilians and military": (
        "Norland holds 275 people. The group said 146 are civilians and 129 are military.",
        [
            "hold reported [275,275] by Norland",
            "hold reported [146,146] > The group part",
            "hold reported [129,129] > The group part",
        ],
    ),
    "labels with a number": (
        "In prison: 1,212 people. Civilians: 1,108. Military personnel: 104.",
        [
            "hold reported [1212,1212]",
            "hold reported [1108,1108] part",
            "hold reported [104,104] part",
        ],
    ),
    "a label that is a noun of the act": ("Arrests: 31.", ["arrest reported [31,31]"]),
    "one after a list": (
        "Those freed include five Poles, six citizens of states allied with Norland and one "
        "Latvian citizen.",
        [
            "release reported [5,5] +PL",
            "release reported [6,6]",
            "release reported [1,1] +LV",
        ],
    ),
    "granted amnesty": (
        "Among the 7,000 prisoners granted amnesty were about 300 political prisoners.",
        ["pardon reported ~300"],
    ),
    "by the towns": (
        "The police freed 212 people, 192 in Paris and 20 in Lyon.",
        [
            "release reported [212,212] by police",
            "release reported [192,192] by police in Paris part",
            "release reported [20,20] by police in Lyon part",
        ],
    ),
    "more in the towns than in all": (
        "The police freed 12 people, 192 in Paris and 20 in Lyon.",
        ["release reported [12,12] by police"],
    ),
    "mercy": (
        "The minister said 27 people had benefited from the mercy of the king.",
        ["pardon reported [27,27] > The minister"],
    ),
    "under investigation is no age": (
        "Four of them were released but are still under investigation.",
        ["release reported [4,4]"],
    ),
    "a court is nobody": (
        "The men were taken to the Dolna High Court, charged with sedition.",
        [],
    ),
    "former prisoners": (
        "Ana Sol was arrested. It is about 300 who were political prisoners.",
        ["arrest reported Ana Sol"],
    ),
    "a death in detention": ("The group regrets the death in detention of two reporters.", []),
    "brought home": (
        "Norland brought home a total of more than 300 former captives.",
        ["release reported [301,]"],
    ),
    "assured that it is done": (
        "The ministry assured that 120 prisoners had been sentenced.",
        ["sentence reported [120,120] > The ministry"],
    ),
    "an office before its name": (
        "The group's Director, Ana Sol, was detained alongside nine colleagues.",
        ["arrest reported Ana Sol", "arrest reported [9,9]"],
    ),
    "vowing after an act": (
        "The president pardoned 70 prisoners after vowing to release all dissidents.",
        [
            "pardon reported [70,70] by president",
            "release promised all dissidents > The president by president",
        ],
    ),
}


@pytest.mark.parametrize(("text", "claims"), STORIES.values(), ids=STORIES.keys())
def test_story(text: str, claims: list[str]) -> None:
    assert [told(claim) for claim in extract_claims(report(text))] == claims
