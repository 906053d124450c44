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
}


@pytest.mark.parametrize(("text", "claims"), STORIES.values(), ids=STORIES.keys())
def test_story(text: str, claims: list[str]) -> None:
    assert [told(claim) for claim in extract_claims(report(text))] == claims
