"""Stories of figures that go on about what a text has told: fragments without a verb, answers,
totals given again, second counts of one verb, and acts told in a turn of phrase.

All persons, organisations and events are invented. Written as `test_extract` says.
"""

from __future__ import annotations

import pytest

from claims.test_extract import report, told
from habeas.claims import extract_claims

ARRESTED = "arrest reported [40,40] by Police"
FREED = "release reported [12,12] by Norland"

STORIES: dict[str, tuple[str, list[str]]] = {
    "fragments": (
        "Police arrested 40 students. 63 now. Another nine in Varn. Four more by dawn.",
        [
            ARRESTED,
            "arrest reported [63,63]",
            "arrest reported [9,9] in Varn",
            "arrest reported [4,4]",
        ],
    ),
    "a fragment with a source": (
        "Norland freed 12 prisoners. Ten more at noon, per the ministry.",
        [FREED, "release reported [10,10] > the ministry"],
    ),
    "a fragment said amid itself": (
        "Police arrested 40 students. Forty-three, the minister says, all for hooliganism.",
        [ARRESTED, "arrest reported [43,43] > the minister"],
    ),
    "a fragment with an act of its own": (
        "Police arrested 40 students. Ten out by noon.",
        [ARRESTED, "release reported [10,10]"],
    ),
    "a participle and no verb": (
        "14 people detained in Varn so far, according to the hotline.",
        ["arrest reported [14,14] > the hotline in Varn"],
    ),
    "an answer": (
        "How many are still in prison?\n\nForty-one. Last week it was 43.",
        ["hold reported [41,41]", "hold reported [43,43]"],
    ),
    "under a heading": (
        "Releases\n\nGora: 12. Dolna: nine.",
        ["release reported [12,12]", "release reported [9,9]"],
    ),
    "no fragment of people": (
        "Police arrested 40 students. Six hours. Two cars, one bus. In 2019. Forty for four.",
        [ARRESTED],
    ),
    "no fragment of people, though of numbers": (
        "Police arrested 40 students. Two dead, six hurt. It was seven in the morning. They were "
        "16 and 17. Telephone: 555 1212. The vote was 61 to 40.",
        [ARRESTED],
    ),
    "gates and stations of other kinds": (
        "The gates opened for 12 runners. A van took 12 tourists to the station.",
        [],
    ),
    "a fragment that rests on nothing": ("The court sat for three days. Four.", []),
    "one is somebody told next": ("Was anybody freed?\n\nOne. A teacher.", []),
    "given by others": (
        "Police arrested 40 students. The union gives 52. Open Door makes it 61. The paper has it "
        "at 70.",
        [
            ARRESTED,
            "arrest reported [52,52] > The union",
            "arrest reported [61,61] > Open Door",
            "arrest reported [70,70] > The paper",
        ],
    ),
    "it was": (
        "Police arrested 40 students. Yesterday it was two hundred and six. There were seventeen "
        "in May.",
        [ARRESTED, "arrest reported [206,206]", "arrest reported [17,17]"],
    ),
    "somebody's figure": (
        "Police arrested 40 students. The union's figure was 52. The figure for May was 31.",
        [ARRESTED, "arrest reported [52,52] > The union", "arrest reported [31,31]"],
    ),
    "what is confirmed is no guess": (
        "Norland freed 12 prisoners. The ministry could confirm only eight.",
        [FREED, "release reported [8,8] > The ministry"],
    ),
    "it was, of other things": (
        "Norland freed 12 prisoners. It was 30 degrees. It was 2019. There were two buses. She has "
        "three children.",
        [FREED],
    ),
    "a total is brought": (
        "Police arrested 40 students. That brings the night's total to 52.",
        [ARRESTED, "arrest reported [52,52]"],
    ),
    "arrests that number": ("Arrests numbered 63.", ["arrest reported [63,63]"]),
    "a tally of arrests": (
        "The tally of arrests climbed to 63 by midnight.",
        ["arrest reported [63,63]"],
    ),
    "the number of releases": (
        "The number of releases this year is 63.",
        ["release reported [63,63]"],
    ),
    "the number arrested": ("The number arrested has reached 63.", ["arrest reported [63,63]"]),
    "there are so many in custody": (
        "There are now 63 people in custody.",
        ["hold reported [63,63]"],
    ),
    "that leaves": (
        "Norland freed 12 prisoners. That leaves 48.",
        [FREED, "hold reported [48,48]"],
    ),
    "leaving some inside": (
        "Norland freed 12 prisoners, leaving 48 in jail.",
        [FREED, "hold reported [48,48]"],
    ),
    "and another": (
        "Norland freed 12 prisoners on Monday and another 30 on Tuesday.",
        [FREED, "release reported [30,30] by Norland"],
    ),
    "town by town": (
        "Police arrested 40 people in Varn and nine in Gora.",
        ["arrest reported [40,40] by Police in Varn", "arrest reported [9,9] by Police in Gora"],
    ),
    "freedom for": (
        "Monday brought freedom for 12 women.",
        ["release reported [12,12]"],
    ),
    "gates": ("The prison gates opened for 12 women.", ["release reported [12,12]"]),
    "liberty": ("Twelve women regained their liberty.", ["release reported [12,12]"]),
    "from captivity": (
        "Norland got back 205 soldiers from captivity.",
        ["release reported [205,205] by Norland"],
    ),
    "to the station": (
        "Police took 63 protesters to the station.",
        ["arrest reported [63,63] by Police in the station"],
    ),
    "hauled in": ("Police hauled in 63 protesters.", ["arrest reported [63,63] by Police"]),
    "a clemency extends": (
        "The president's clemency extends to 1,200 inmates.",
        ["pardon reported [1200,1200]"],
    ),
    "signed pardons": (
        "The president signed pardons for 12 women.",
        ["pardon reported [12,12] by president"],
    ),
    "of these, whatever they are": (
        "Norland freed 12 prisoners on Monday. Of these, nine have cancer.",
        [FREED, "release reported [9,9] part"],
    ),
    "given as": (
        "The number of arrests was given as 12 by the police.",
        ["arrest reported [12,12] > the police"],
    ),
    "knows of people in prison": (
        "Open Door knows of 12 people in prison.",
        ["hold reported [12,12] > Open Door"],
    ),
    "cases of arrest": (
        "Open Door documented 12 cases of arrest.",
        ["arrest reported [12,12] > Open Door"],
    ),
    "asked how many": (
        "Asked how many had been arrested, the minister said 12.",
        ["arrest reported [12,12] > the minister"],
    ),
    "said amid the clause": (
        "Twelve people, says the group, were detained.",
        ["arrest reported [12,12] > the group"],
    ),
    "citing": (
        "State television, citing the ministry, said 12 people were detained.",
        ["arrest reported [12,12] > State television > the ministry"],
    ),
    "figures released by": (
        "Figures released by the ministry show that 12 people were detained.",
        ["arrest reported [12,12] > the ministry"],
    ),
    "day by day": (
        "Detentions since the vote, counted at midnight: Thursday 41, Friday 77.",
        ["arrest reported [41,41]", "arrest reported [77,77]"],
    ),
    "after a sentence on releases": (
        "Releases have been few. Six on Saturday in Gora.",
        ["release reported [6,6]"],
    ),
    "in and out": (
        "Police arrested 40 students. So: 29 still in, 11 out.",
        [ARRESTED, "hold reported [29,29]", "release reported [11,11]"],
    ),
    "a participle that looks like a past tense": (
        "All nine freed from the station.",
        ["release reported [9,9] in the station"],
    ),
    "one number in three words": (
        "Two hundred and forty walked out of the prison.",
        ["release reported [240,240]"],
    ),
    "the names of so many": (
        "Police arrested 40 students. Open Door lists the names of 29.",
        [ARRESTED, "arrest reported [29,29] > Open Door"],
    ),
    "an allegation without foundation": (
        "The allegation of Open Door that 130 villagers are detained is without foundation.",
        ["hold denied [130,130] > Open Door"],
    ),
    "driven off": (
        "Thirty-seven men were driven off in two vans, residents said.",
        ["arrest reported [37,37] > residents"],
    ),
    "terms imposed": (
        "The court imposed life sentences on 14 teachers.",
        ["sentence reported [14,14] by court"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), STORIES.values(), ids=STORIES)
def test_stories(text: str, expected: list[str]) -> None:
    claims = extract_claims(report(text))
    assert [told(claim) for claim in claims] == expected
