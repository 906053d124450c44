"""Stories of counts and acts in the English of the press: how people come out, or are held, told
in other words; parts of a count; running totals; and numbers that count nobody.

All persons, organisations and events are invented. Written as `test_extract` says.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report, told
from habeas.claims import extract_claims

STORIES: dict[str, tuple[str, list[str]]] = {
    "came home": (
        "Ana Sol was arrested in May. She came home on Tuesday after 14 months.",
        ["arrest reported Ana Sol", "release reported Ana Sol"],
    ),
    "home after a prison": (
        "Ana Sol came home on Tuesday after 14 months in a remand prison.",
        ["release reported Ana Sol"],
    ),
    "allowed to leave a prison": (
        "Seven of the detainees were allowed to leave the prison at noon.",
        ["release reported [7,7]"],
    ),
    "allowed to go home": (
        "The ministry let forty inmates go home because of the heat.",
        ["release reported [40,40] by ministry"],
    ),
    "let somebody out": (
        "The guards let the remaining 12 prisoners out at dawn.",
        ["release reported [12,12] by guards"],
    ),
    "walked out": (
        "The reporter Pavel Zorin walked out of Dolna prison on Friday.",
        ["release reported Pavel Zorin"],
    ),
    "reunited": (
        "Two dozen detainees were reunited with their families on Sunday.",
        ["release reported [24,24]"],
    ),
    "flown home": (
        "Forty-one prisoners were flown home from Norland last night.",
        ["release reported [41,41]"],
    ),
    "crossed a border": (
        "Sixteen prisoners crossed into Lithuania on foot.",
        ["release reported [16,16] in Lithuania"],
    ),
    "come out of detention": (
        "Hundreds have come out of detention since the truce.",
        ["release reported [200,]"],
    ),
    "early release": (
        "Sixty-three prisoners were given early release.",
        ["release reported [63,63]"],
    ),
    "at liberty": ("All nine defendants are at liberty.", ["release reported [9,9]"]),
    "set free, the number after it": (
        "The government intends to set free a further 100 to 120 people.",
        ["release promised [100,120] by government"],
    ),
    "home is no release of somebody never held": ("Ana Sol came home on Tuesday.", []),
    "not a release: a team allowed home": (
        "The players were allowed to go home after the match.",
        [],
    ),
    "not a release: leave the country": ("Foreigners are allowed to leave the country.", []),
    "house arrest": (
        "A further 118 are under house arrest, the group said.",
        ["hold reported [118,118] > the group"],
    ),
    "still there": (
        "Police detained 40 students on Monday. Another 23 are still there.",
        ["arrest reported [40,40] by Police", "hold reported [23,23]"],
    ),
    "where they were": (
        "Norland freed ten priests. The other seven are where they were.",
        ["release reported [10,10] by Norland", "hold reported [7,7] part"],
    ),
    "locked up": ("Some 214 believers are locked up in underground cells.", ["hold reported ~214"]),
    "remanded": (
        "A magistrate remanded four editors in custody.",
        ["hold reported [4,4] by magistrate"],
    ),
    "a state has prisoners": (
        "Norland has around 300 political prisoners.",
        ["hold reported ~300"],
    ),
    "journalists in prison": ("Norland has 14 journalists in prison.", ["hold reported [14,14]"]),
    "spoken of": (
        "The government speaks of 118 in captivity.",
        ["hold reported [118,118] > The government"],
    ),
    "there were so many of us": (
        "There were about twenty of us in the cell.",
        ["hold reported ~20"],
    ),
    "pardon granted": (
        "A royal pardon was granted to 1,518 people.",
        ["pardon reported [1518,1518]"],
    ),
    "pardon extended": (
        "The king extended the pardon to 99 students.",
        ["pardon reported [99,99] by king"],
    ),
    "an order to pardon": (
        "The president signed an order to pardon 572 convicts.",
        ["pardon announced [572,572] by president"],
    ),
    "dragged away": (
        "Riot police dragged away dozens of protesters.",
        ["arrest reported [24,] by Riot police"],
    ),
    "counted detentions": (
        "Monitors have recorded over 2,300 detentions.",
        ["arrest reported [2301,] > Monitors"],
    ),
    "a running total": (
        "A total of 1,012 suspects have been detained since May.",
        ["arrest reported [1012,1012]"],
    ),
    "killed and arrested": (
        "Twelve people were killed and 30 arrested, officials said.",
        ["arrest reported [30,30] > officials"],
    ),
    "the release on a day of": (
        "The mission welcomed the release on Friday of two photographers.",
        ["welcome reported by mission of release", "release reported [2,2] > The mission"],
    ),
    "found guilty": (
        "The court found six officers guilty of mutiny.",
        ["sentence reported [6,6] by court"],
    ),
    "of whom": (
        "The ministry freed 30 prisoners, of whom 12 are women.",
        ["release reported [30,30] by ministry", "release reported [12,12] by ministry part"],
    ),
    "of them, without a verb": (
        "The ministry freed 30 prisoners, ten of them women.",
        ["release reported [30,30] by ministry", "release reported [10,10] by ministry part"],
    ),
    "of them, in a subject": (
        "The remaining 29, among them six women, are being held at a police station.",
        ["hold reported [29,29] in a police station", "hold reported [6,6] in a police station"],
    ),
    "of whom, with its own act": (
        "Police arrested 46 people, 17 of whom have been released.",
        ["arrest reported [46,46] by Police", "release reported [17,17]"],
    ),
    "in brackets": (
        "Police arrested 46 people (12 of them women).",
        ["arrest reported [46,46] by Police", "arrest reported [12,12] by Police"],
    ),
    "two each": (
        "Norland freed four foreigners, two each from Latvia and Poland.",
        [
            "release reported [4,4] by Norland",
            "release reported [2,2] by Norland +LV part",
            "release reported [2,2] by Norland +PL part",
        ],
    ),
    "after a colon": (
        "Fourteen foreigners were freed: six Lithuanians and eight Poles.",
        ["release reported [14,14]", "release reported [6,6] +LT", "release reported [8,8] +PL"],
    ),
    "a clause for each": (
        "Norland freed 24 foreigners. Seven are Iranian, six Georgian and four Russian.",
        [
            "release reported [24,24] by Norland",
            "release reported [7,7] +IR part",
            "release reported [6,6] +GE part",
            "release reported [4,4] +RU part",
        ],
    ),
    "the group by its number": (
        "Norland freed 26 farmers; 800 people are still in jail. Among the 26 are 11 women.",
        [
            "release reported [26,26] by Norland",
            "hold reported [800,800]",
            "release reported [11,11] part",
        ],
    ),
    "of those freed": (
        "Of the nearly 6,000 prisoners freed last week, only 402 were political prisoners.",
        ["release reported [402,402]"],
    ),
    "still held among the pardoned": (
        "Even among the 100 pardoned, seven are still behind bars.",
        ["hold reported [7,7]"],
    ),
    "make up": (
        "The group counts 603 political prisoners. Women make up 97 of the 603.",
        ["hold reported [603,603] > The group", "hold reported [97,97] part"],
    ),
    "citizens of allies": (
        "Over 200 people have been released. Six of them are Americans and over 60 are "
        "citizens of allies.",
        [
            "release reported [201,]",
            "release reported [6,6] +US part",
            "release reported [61,] part",
        ],
    ),
    "states with their own counts": (
        "Norland will free 1,249 inmates, Sudland 475 and Ostland 143.",
        [
            "release announced [1249,1249] by Norland",
            "release announced [475,475] by Norland",
            "release announced [143,143] by Norland",
        ],
    ),
    "one number for two nouns": (
        "Eleven reporters and editors were freed, eight of them after acquittals.",
        ["release reported [11,11]", "release reported [8,8] part"],
    ),
    "those who are out": (
        "Those who are out are Ana Sol and six students.",
        ["release reported Ana Sol", "release reported [6,6]"],
    ),
    "those detained": ("Those detained include three reporters.", ["arrest reported [3,3]"]),
    "among the detainees": ("Among the detainees are three reporters.", ["hold reported [3,3]"]),
    "not among": ("Ana Sol was not among those freed.", ["release denied Ana Sol"]),
    "neither": (
        "Neither Ana Sol nor Pavel Zorin is among the freed prisoners.",
        ["release denied Ana Sol", "release denied Pavel Zorin"],
    ),
    "companions": (
        "Ana Sol was arrested along with 12 colleagues.",
        ["arrest reported Ana Sol", "arrest reported [12,12]"],
    ),
    "co-defendants": ("Nine co-defendants were jailed for life.", ["sentence reported [9,9]"]),
    "all named": (
        "The two, Ana Sol and Pavel Zorin, were let go in the courtroom.",
        ["release reported Ana Sol", "release reported Pavel Zorin"],
    ),
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
