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
        ["hold reported Ana Sol"],
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
    "those freed and those held, one verb over both": (
        "The council of colonels has released former mayor Boris Kest and several other "
        "officials detained during the takeover.",
        [
            "release reported Boris Kest by council of colonels",
            "release reported [2,] by council of colonels",
        ],
    ),
    "had somebody arrested": (
        "General Ivo Tarn had the mayor, Boris Kest, and his deputy Mira Kest arrested at dawn.",
        ["arrest reported Boris Kest", "arrest reported Mira Kest"],
    ),
    "with somebody put in a cell": (
        "The students were remanded in custody for a week, with Boris Kest placed in "
        "solitary confinement.",
        ["hold reported students", "hold reported Boris Kest"],
    ),
    "who tells of herself": (
        "Ana Sol, a baker, said she was detained in June 2016.",
        ["arrest reported Ana Sol > Ana Sol"],
    ),
    "a lawyer tells of her client": (
        "Ana Sol was detained in June. The lawyer Mira Kest said she was sentenced on Friday.",
        ["arrest reported Ana Sol", "sentence reported Ana Sol > Mira Kest"],
    ),
    "no he for several": (
        "Boris Kest was arrested on Monday. Two days later the police freed some "
        "students. He remains in prison.",
        [
            "arrest reported Boris Kest",
            "release reported some students by police",
            "hold reported Boris Kest",
        ],
    ),
    "what follows a quotation": (
        'Boris Kest shouted "we will be back" as he was led away by guards.',
        ["arrest reported Boris Kest by guards"],
    ),
    "an arrest made longer": (
        "A court in the port extended for two more months the arrest term of the "
        "columnist Boris Kest.",
        ["hold reported Boris Kest"],
    ),
    "their detention extended": (
        "Nine suspects had their detention extended until the spring.",
        ["hold reported [9,9]"],
    ),
    "orders of detention": (
        "The ministry issued detention orders against Boris Kest, Ana Sol and Mira Kest.",
        ["hold reported Boris Kest", "hold reported Ana Sol", "hold reported Mira Kest"],
    ),
    "a milder measure of restraint": (
        "Boris Kest's preventive measure was changed to house arrest.",
        ["conditional-release reported Boris Kest"],
    ),
    "three told in one word": (
        "The trio had been found guilty of riot.",
        ["sentence reported [3,3]"],
    ),
    "one of the freed, by name": (
        "One of the freed prisoners was Boris Kest, the brothers said.",
        ["release reported Boris Kest > the brothers"],
    ),
    "those included in a decision": (
        "The president ordered the release of six women.\n\nThe detainees included in the "
        "order are teacher Ana Sol, activist Mira Kest and singer Olga Dren, said lawyer "
        "Ivo Tarn.",
        [
            "release announced [6,6]",
            "release announced Ana Sol > Ivo Tarn part",
            "release announced Mira Kest > Ivo Tarn part",
            "release announced Olga Dren > Ivo Tarn part",
        ],
    ),
    "a figure that came to": (
        "The minister said the number of prisoners freed came to 70.",
        ["release reported [70,70] > The minister"],
    ),
    "members of whom a clause tells more": (
        "The president has pardoned many activists who had received long sentences, "
        "including Ana Sol, Mira Kest and others.",
        [
            "pardon reported [2,] by president",
            "pardon reported Ana Sol by president part",
            "pardon reported Mira Kest by president part",
            "sentence reported [2,]",
        ],
    ),
    "arrested is only the first of them": (
        "Those freed included Boris Kest, arrested in May on a libel charge; and Captain "
        "Ivo Tarn and about 12 miners.",
        [
            "release reported Boris Kest",
            "release reported Ivo Tarn",
            "release reported ~12",
            "arrest reported Boris Kest",
        ],
    ),
    "several, and no clause of the one": (
        "A judge ordered the release of several detainees, including a nurse, who have "
        "been held for more than two years pending trial.",
        ["release announced [2,]", "hold reported [2,]"],
    ),
    "a statement that calls for": (
        "Three unions issued a statement calling for the release of the singer Ana Sol.",
        ["demand-release demanded Ana Sol > Three unions"],
    ),
    "what sends a signal says nothing": (
        'The release of the 83 men "signals a new beginning", the governor Ivo Tarn said.',
        ["release reported [83,83] > Ivo Tarn"],
    ),
    "a release that is only pointed at": (
        "The release of the two came a day after the visit.",
        [],
    ),
    "sending home is no news": (
        "Sending the women home could be a sign of change.",
        [],
    ),
    "an open question with a curly apostrophe": (
        "It wasn’t clear why the women were released.",
        [],
    ),
    "by decision, and by no demand": (
        "According to the court's decision, Ana Sol should remain in custody until May, "
        "her lawyer said.",
        ["hold announced Ana Sol > her lawyer > the court's decision"],
    ),
    "held for days": (
        "Two student leaders, who were detained for more than 90 days under the act, were"
        " released.",
        ["hold reported [2,2]", "release reported [2,2]"],
    ),
    "according to him": (
        "Ivo Tarn spoke at noon. According to him, nine miners were arrested.",
        ["arrest reported [9,9] > Ivo Tarn"],
    ),
    "a title with a full stop": (
        "They are seeking the release of Ven. Samira Dole and of the clerk Boris Kest.",
        ["demand-release demanded Samira Dole", "demand-release demanded Boris Kest"],
    ),
    "the letters of a body": (
        "They demand the release of the organiser Ana Sol and Varn Students Federation "
        "(VSF) treasurer Mira Kest.",
        ["demand-release demanded Ana Sol", "demand-release demanded Mira Kest"],
    ),
}


@pytest.mark.parametrize(("text", "claims"), STORIES.values(), ids=STORIES.keys())
def test_story(text: str, claims: list[str]) -> None:
    assert [told(claim) for claim in extract_claims(report(text))] == claims
